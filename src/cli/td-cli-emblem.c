/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-emblem"

#include "config.h"

#include <glib/gi18n.h>

#include "td-cli.h"
#include "td-date.h"
#include "td-emblem-jobs.h"
#include "td-entity-text.h"

/* office emblem set, remove, show. */

static int
show (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_emblem_show_job ();
  int code = td_cli_run_job (args, job, FALSE);
  TdEmblem *emblem = code == TD_CLI_DONE ? td_job_get_object (job) : NULL;
  g_autofree char *day = emblem != NULL ? td_date_to_display (emblem->added_on) : NULL;

  if (code != TD_CLI_DONE)
    return code;
  if (args->json)
    {
      JsonObject *object = emblem != NULL ? td_entity_to_json (emblem) : NULL;
      g_autofree char *text = NULL;

      /* the record; nobody reads five megabytes of base 64 */
      if (object != NULL)
        json_object_remove_member (object, "data");
      text = object != NULL ? td_json_object_to_text (object, TRUE) : g_strdup ("null");
      g_print ("%s\n", text);
    }
  else if (emblem != NULL)
    g_print (_ ("%s, added on %s, SHA-256 %s\n"), emblem->file_name, day, emblem->sha256);
  else
    g_print ("%s\n", _ ("The office has no state emblem."));
  return TD_CLI_DONE;
}

int
td_cli_office_emblem (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;

  if (g_str_equal (args->words[0], "show") && args->n_words == 1)
    return show (args);
  if (g_str_equal (args->words[0], "set") && args->n_words == 2)
    {
      job = td_emblem_set_job (args->words[1]);
      return td_cli_print_made (args, job, TRUE);
    }
  if (!g_str_equal (args->words[0], "remove") || args->n_words != 1)
    return td_cli_usage ("%s", _ ("Say “set FILE”, “remove” or “show”."));
  job = td_emblem_remove_job ();
  return td_cli_run_job (args, job, TRUE);
}
