/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-lists"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "td-cli.h"
#include "td-entity-text.h"
#include "td-list-import-jobs.h"
#include "td-list-json.h"
#include "td-list-reader.h"

/* list: what a unit sent. */

static void
print_json (TdListReading *reading)
{
  GPtrArray *tables = td_list_reading_get_tables (reading);

  g_print ("{\"n_rows\": %u,\n \"tables\": [", td_list_reading_get_n_rows (reading));
  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);
      g_autofree char *head = td_json_object_to_text (td_list_table_to_json (table), FALSE);
      guint n = 0;

      /* The rows go into the object of their table, one on a line. */
      head[strlen (head) - 1] = '\0';
      g_print ("%s\n  %s, \"rows\": [", i > 0 ? "," : "", head);
      for (guint j = 0; j < table->lines->len; j++)
        {
          const TdListLine *line = g_ptr_array_index (table->lines, j);
          g_autofree char *text = line->row != NULL ? td_json_object_to_text (td_list_line_to_json (line), FALSE) : NULL;

          if (text != NULL)
            g_print ("%s\n   %s", n++ > 0 ? "," : "", text);
        }
      g_print ("]}");
    }
  g_print ("]}\n");
}

static void
print_plain (TdListReading *reading)
{
  GPtrArray *tables = td_list_reading_get_tables (reading);

  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      if (!table->is_list)
        g_printerr ("%s: %s\n", table->sheet, table->why_not);
      for (guint j = 0; j < table->lines->len; j++)
        {
          const TdListLine *line = g_ptr_array_index (table->lines, j);
          gboolean first = TRUE;

          if (line->row == NULL)
            continue;
          g_print ("%u", line->line);
          for (guint role = 1; role < TD_N_LIST_ROLES; role++)
            if (line->row->values[role] != NULL && role != TD_LIST_ROLE_CITIZEN_ID && role != TD_LIST_ROLE_NUMBER)
              {
                g_print ("%s%s", first ? "\t" : "; ", line->row->values[role]);
                first = FALSE;
              }
          g_print ("\n");
          if (line->row->findings != NULL)
            td_cli_print_findings (line->row->findings);
        }
    }
}

/* --column, as often as it was given. */
static TdListHeadings *
read_headings (TdCliArgs *args, int *exit_code)
{
  g_autoptr (TdListHeadings) headings = td_list_headings_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; args->column != NULL && args->column[i] != NULL; i++)
    if (!td_list_headings_add (headings, args->column[i], &error))
      {
        *exit_code = td_cli_usage ("--column: %s", error->message);
        return NULL;
      }
  return g_steal_pointer (&headings);
}

int
td_cli_list_read (TdCliArgs *args)
{
  int code = TD_CLI_DONE;
  g_autoptr (TdListHeadings) headings = read_headings (args, &code);
  TdListMappings mappings = { .headings = headings };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = headings != NULL ? td_book_read (args->words[0], NULL, &error) : NULL;
  g_autoptr (TdListReading) reading = book != NULL ? td_list_reader_read (book, &mappings, NULL, &error) : NULL;

  if (headings == NULL)
    return code;
  if (reading == NULL || !td_list_headings_check (headings, reading, &error))
    return td_cli_fail (error);
  if (td_list_reading_get_n_rows (reading) == 0)
    {
      g_printerr ("%s\n", td_list_reading_has_list (reading) ? _ ("The list has no rows below its head.")
                                                             : _ ("There is no list in this file: no row names the columns, with “họ và tên” among them."));
      return TD_CLI_FAILED;
    }
  if (args->json)
    print_json (reading);
  else
    print_plain (reading);
  return TD_CLI_DONE;
}

/* What became of the rows, and what was found. */
static void
print_taken (TdJob *job)
{
  TdListCheck *check = td_job_get_object (job);
  JsonObject *object = json_object_new ();
  JsonArray *findings = json_array_new ();
  GPtrArray *found = td_job_get_findings (job);
  g_autofree char *text = NULL;

  json_object_set_int_member (object, "id", td_job_get_id (job));
  json_object_set_int_member (object, "count", td_job_get_count (job));
  for (guint i = TD_LIST_GOOD; i <= TD_LIST_BAD; i++)
    json_object_set_int_member (object, td_list_state_to_nick (i), check != NULL ? td_list_check_count (check, i) : 0);
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (findings, td_finding_to_json (g_ptr_array_index (found, i)));
  json_object_set_array_member (object, "findings", findings);
  text = td_json_object_to_text (object, FALSE);
  g_print ("%s\n", text);
}

static int
take (TdCliArgs *args, TdListPurpose purpose)
{
  int code = TD_CLI_DONE;
  g_autoptr (TdListHeadings) headings = read_headings (args, &code);
  TdListTaking taking = { .path = args->words[0], .options = { .purpose = purpose, .plan_id = args->plan, .from = args->from, .wording = args->wording, .headings = headings }, .rest_path = args->rest, .fill = args->fill, .dry_run = args->dry_run, .source = args->source };
  g_autoptr (TdJob) job = td_list_import_job (&taking);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  gboolean ok;

  if (headings == NULL)
    return code;
  store = td_cli_open (args, args->dry_run ? TD_STORE_READ : TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  ok = td_job_run (job, store, NULL, &error);
  td_store_close (store);
  if (args->json && (ok || g_error_matches (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED)))
    {
      print_taken (job);
      return ok ? TD_CLI_DONE : td_cli_fail (error);
    }
  code = td_cli_finish (job, ok, error);
  if (code == TD_CLI_DONE)
    g_print ("%" G_GINT64_FORMAT "\n", td_job_get_count (job));
  return code;
}

int
td_cli_list_import (TdCliArgs *args)
{
  if (args->history && args->plan != 0)
    return td_cli_usage ("%s", _ ("Earlier awards have no plan: --history stands without --plan."));
  if (!args->history && (args->plan <= 0 || args->from == NULL || args->source != NULL))
    return td_cli_usage ("%s", _ ("A list needs --plan ID and --from UNIT, or --history."));
  return take (args, args->history ? TD_LIST_HISTORY : TD_LIST_NOMINATIONS);
}

int
td_cli_subject_import (TdCliArgs *args)
{
  return take (args, TD_LIST_SUBJECTS);
}
