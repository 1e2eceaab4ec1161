/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-wording"

#include "config.h"

#include <glib/gi18n.h>

#include "td-cli.h"
#include "td-entity-text.h"
#include "td-wording-jobs.h"

/* office wording. */

static gboolean
read_cb (TdConnection *connection, gpointer data, GError **error)
{
  TdWording **wording = data;

  *wording = td_wording_load (connection, error);
  return *wording != NULL;
}

int
td_cli_office_wording (TdCliArgs *args)
{
  g_autoptr (TdWording) wording = NULL;
  g_autofree char *text = NULL;
  int code;

  if (args->n_words > 0)
    {
      g_autoptr (TdJob) job = NULL;

      if (!g_str_equal (args->words[0], "set") || args->n_words < 2)
        return td_cli_usage ("%s", _ ("Settings are given as “set KEY=VALUE”."));
      job = td_wording_set_job ((const char *const *) args->words + 1);
      return td_cli_run_job (args, job, TRUE);
    }
  code = td_cli_read (args, read_cb, &wording);
  if (code != TD_CLI_DONE)
    return code;
  if (args->json)
    {
      text = td_json_object_to_text (td_entity_to_json (wording), TRUE);
      g_print ("%s\n", text);
    }
  else
    td_cli_print_fields (TD_ENTITY (wording), 0);
  return TD_CLI_DONE;
}
