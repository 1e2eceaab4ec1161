/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-kit"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "td-cli.h"
#include "td-entity-text.h"
#include "td-kit-jobs.h"

/* Kits: what belongs to awards beside the money, and what is to be ordered. */

static void
print_json (GListModel *lines, gboolean with_counts)
{
  g_print ("[");
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TdKitLine) line = g_list_model_get_item (lines, i);
      JsonObject *object = td_entity_to_json (line->part);
      g_autofree char *text = NULL;

      json_object_set_boolean_member (object, "own", line->own);
      json_object_set_boolean_member (object, "verified", line->verified);
      json_object_set_string_member (object, "source", line->source != NULL ? line->source : "");
      if (with_counts)
        {
          json_object_set_int_member (object, "n_needed", line->n_needed);
          json_object_set_int_member (object, "n_in_store", line->n_in_store);
          json_object_set_int_member (object, "n_to_order", line->n_to_order);
        }
      text = td_json_object_to_text (object, FALSE);
      g_print ("%s%s", i > 0 ? ",\n" : "\n", text);
    }
  g_print ("\n]\n");
}

static char *
dup_what (const TdKitLine *line)
{
  TdEntityClass *klass = td_entity_class_of (TD_TYPE_KIT_PART);
  g_autofree char *item = td_cli_display (TD_ENTITY (line->part), td_entity_class_find (klass, "item"));
  g_autofree char *level = td_cli_display (TD_ENTITY (line->part), td_entity_class_find (klass, "giver-level"));

  return g_strdup_printf ("%s\t%s\t%s%s%s", line->part->award_form, level, item, line->part->name != NULL ? ": " : "", line->part->name != NULL ? line->part->name : "");
}

static void
print_plain (GListModel *lines, gboolean with_counts)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TdKitLine) line = g_list_model_get_item (lines, i);
      g_autofree char *what = dup_what (line);

      if (with_counts)
        g_print (_ ("%s\tneeded %" PRId64 ", in store %" PRId64 ", to order %" PRId64 "\n"), what, line->n_needed, line->n_in_store, line->n_to_order);
      else
        g_print ("%s\t%" PRId64 "\t%" PRId64 "\t%" PRId64 "\t%s\n", what, line->part->n_person, line->part->n_collective, line->part->n_household,
                 line->own ? _ ("the office’s own") : line->verified ? _ ("verified")
                                                                     : _ ("not verified"));
    }
}

static int
print_lines (TdCliArgs *args, TdJob *job, gboolean with_counts)
{
  int code = td_cli_run_job (args, job, FALSE);

  if (code == TD_CLI_DONE && args->json)
    print_json (td_job_get_object (job), with_counts);
  else if (code == TD_CLI_DONE)
    print_plain (td_job_get_object (job), with_counts);
  return code;
}

int
td_cli_kit_list (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_kit_list_job (args->date);

  return print_lines (args, job, FALSE);
}

/* "1" for everybody, or "1,2,1". */
static gboolean
parse_counts (const char *text, gint64 counts[3], int *code)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint n = g_strv_length (words);
  gboolean good = n == 1 || n == 3;

  for (guint i = 0; good && i < 3; i++)
    good = g_ascii_string_to_signed (words[n == 1 ? 0 : i], 10, 0, G_MAXINT32, &counts[i], NULL);
  if (!good)
    *code = td_cli_usage (_ ("“%s” is not how many; write 1, or 1,2,1 for a person, a collective and a household."), text);
  return good;
}

int
td_cli_kit_set (TdCliArgs *args)
{
  gint64 counts[3];
  g_autoptr (TdKitPart) part = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if (!parse_counts (args->words[2], counts, &code))
    return code;
  part = g_object_new (TD_TYPE_KIT_PART, "award-form", args->words[0], "item", args->words[1], "giver-level", args->level, "name", args->names != NULL ? args->names[0] : NULL,
                       "n-person", counts[0], "n-collective", counts[1], "n-household", counts[2], "valid-from", args->date, "note", args->note, NULL);
  job = td_kit_set_job (part);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_kit_order (TdCliArgs *args)
{
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if ((args->decision > 0) + (args->decisions != NULL) + (args->ceremony > 0) != 1)
    return td_cli_usage ("%s", _ ("Say what for: --decision ID, --decisions ID,ID, or --ceremony ID."));
  if (!td_cli_parse_ids (args->decisions, decisions, &code))
    return code;
  if (args->decision > 0)
    g_array_append_val (decisions, args->decision);
  job = td_kit_order_job ((const gint64 *) (gpointer) decisions->data, decisions->len, args->ceremony);
  return print_lines (args, job, TRUE);
}
