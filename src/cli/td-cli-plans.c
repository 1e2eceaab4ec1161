/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-plans"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "td-cli.h"
#include "td-date.h"
#include "td-entity-text.h"
#include "td-event-jobs.h"
#include "td-plan-document.h"
#include "td-plan-recipients.h"
#include "td-report-jobs.h"
#include "td-report-remind.h"
#include "td-task-list.h"
#include "td-timeline-jobs.h"

/* Following plans up: tasks, reports and events. */

int
td_cli_plan_tasks (TdCliArgs *args)
{
  static const char *const columns[] = { "assignee", "due-date", "state", "body", NULL };
  g_autofree char *before = args->late && args->due == NULL ? args->as_of != NULL ? g_strdup (args->as_of) : td_date_dup_today () : g_strdup (args->due);
  g_autoptr (TdJob) job = NULL;
  gint64 plan_id = 0;
  int code;

  if (before != NULL && !td_date_is_day (before))
    return td_cli_usage (_ ("“%s” is not a day."), before);
  if (args->as_of != NULL && !td_date_is_day (args->as_of))
    return td_cli_usage (_ ("“%s” is not a day."), args->as_of);
  if (args->n_words > 0 && !td_cli_parse_id (args->words[0], &plan_id, &code))
    return code;
  job = td_task_list_job (plan_id, before, args->late, args->as_of);
  code = td_cli_run_job (args, job, FALSE);
  if (code == TD_CLI_DONE)
    td_cli_print_list (args, td_job_get_object (job), columns);
  return code;
}

/* What a job found: an array of objects, or a line for each. */
static int
print_found (TdCliArgs *args, TdJob *job, JsonObject *(*tell) (gpointer item), void (*print) (gpointer item))
{
  int code = td_cli_run_job (args, job, FALSE);

  if (code != TD_CLI_DONE)
    return code;
  if (args->json)
    g_print ("[");
  for (guint i = 0; i < g_list_model_get_n_items (td_job_get_object (job)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (td_job_get_object (job), i);
      g_autofree char *text = args->json ? td_json_object_to_text (tell (item), FALSE) : NULL;

      if (args->json)
        g_print ("%s%s", i == 0 ? "\n" : ",\n", text);
      else
        print (item);
    }
  if (args->json)
    g_print ("\n]\n");
  return TD_CLI_DONE;
}

static JsonObject *
tell_report (gpointer item)
{
  TdReportLine *line = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "plan_id", td_entity_get_id (TD_ENTITY (line->plan)));
  json_object_set_int_member (object, "deadline_id", td_entity_get_id (TD_ENTITY (line->deadline)));
  json_object_set_string_member (object, "what", line->deadline->what);
  json_object_set_string_member (object, "due_date", line->deadline->due_date);
  json_object_set_string_member (object, "clause_path", line->deadline->clause_path);
  if (line->unit != NULL)
    json_object_set_int_member (object, "unit_id", td_entity_get_id (TD_ENTITY (line->unit)));
  json_object_set_string_member (object, "unit_name", line->unit != NULL ? line->unit->name : line->deadline->who);
  json_object_set_string_member (object, "state", line->state);
  json_object_set_int_member (object, "days_late", line->days);
  json_object_set_string_member (object, "received_on", line->report != NULL ? line->report->received_on : NULL);
  json_object_set_boolean_member (object, "reminded", td_report_line_is_reminded (line));
  json_object_set_string_member (object, "reminded_on", line->report != NULL ? line->report->reminded_on : NULL);
  json_object_set_int_member (object, "n_reminders", line->report != NULL ? line->report->n_reminders : 0);
  return object;
}

static void
print_report (gpointer item)
{
  TdReportLine *line = item;
  const TdDeadline *deadline = line->deadline;
  const char *who = line->unit != NULL ? line->unit->name : deadline->who;

  g_print ("%" PRId64 "\t%s\t%s\t%s\t%s\n", td_entity_get_id (TD_ENTITY (line->deadline)), deadline->due_date != NULL ? deadline->due_date : "",
           td_report_line_get_label (line), who != NULL ? who : "", deadline->what);
}

int
td_cli_plan_reports (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 plan_id = 0;
  int code;

  if (args->n_words > 0 && !td_cli_parse_id (args->words[0], &plan_id, &code))
    return code;
  if (args->as_of != NULL && !td_date_is_day (args->as_of))
    return td_cli_usage (_ ("“%s” is not a day."), args->as_of);
  if (args->due != NULL && !td_date_is_day (args->due))
    return td_cli_usage (_ ("“%s” is not a day."), args->due);
  job = td_report_list_job (plan_id, args->as_of, args->due, args->late);
  return print_found (args, job, tell_report, print_report);
}

static JsonObject *
tell_recipient (gpointer item)
{
  TdRecipientUnits *recipient = item;
  JsonObject *object = json_object_new ();
  JsonArray *units = json_array_new ();

  json_object_set_string_member (object, "text", recipient->text);
  json_object_set_string_member (object, "note", recipient->note);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (recipient->units)); i++)
    {
      g_autoptr (TdUnit) unit = g_list_model_get_item (G_LIST_MODEL (recipient->units), i);
      JsonObject *member = json_object_new ();

      json_object_set_int_member (member, "id", td_entity_get_id (TD_ENTITY (unit)));
      json_object_set_string_member (member, "name", unit->name);
      json_array_add_object_element (units, member);
    }
  json_object_set_array_member (object, "units", units);
  return object;
}

static void
print_recipient (gpointer item)
{
  TdRecipientUnits *recipient = item;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (recipient->units));

  g_print ("%s\t%s", recipient->text, recipient->note != NULL ? recipient->note : "");
  if (n > 0)
    {
      g_print ("\t");
      g_print (ngettext ("%u unit", "%u units", n), n);
    }
  g_print ("\n");
}

int
td_cli_plan_recipients (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 plan_id;
  int code;

  if (!td_cli_parse_id (args->words[0], &plan_id, &code))
    return code;
  if (args->as_of != NULL && !td_date_is_day (args->as_of))
    return td_cli_usage (_ ("“%s” is not a day."), args->as_of);
  job = td_plan_recipients_job (plan_id, args->as_of);
  return print_found (args, job, tell_recipient, print_recipient);
}

int
td_cli_plan_received (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 deadline_id;
  gint64 unit_id;
  int code;

  if (!td_cli_parse_id (args->words[0], &deadline_id, &code) || !td_cli_parse_id (args->words[1], &unit_id, &code))
    return code;
  if ((args->date != NULL) == args->take_back)
    return td_cli_usage ("%s", _ ("Say when it came: --date DAY; or --take-back: it has not come."));
  job = td_report_receive_job (deadline_id, unit_id, args->date, args->number, args->file);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_plan_remind (TdCliArgs *args)
{
  TdReminder reminder = { .as_of = args->as_of, .number = args->number, .date = args->date, .answer_by = args->due, .path = args->output };
  g_autoptr (TdJob) job = NULL;
  int code;

  if (args->n_words > 0 && !td_cli_parse_id (args->words[0], &reminder.plan_id, &code))
    return code;
  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("Say where the letters go: --output LETTERS.pdf"));
  job = td_report_remind_job (&reminder);
  code = td_cli_run_job (args, job, TRUE);
  if (code != TD_CLI_DONE)
    return code;
  g_print (ngettext ("%" PRId64 " letter in %s\n", "%" PRId64 " letters in %s\n", td_job_get_count (job)), td_job_get_count (job), args->output);
  return TD_CLI_DONE;
}

int
td_cli_plan_timeline (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;

  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("Say where to: --output FILE.pdf, FILE.svg or FILE.png."));
  if (args->as_of != NULL && !td_date_is_day (args->as_of))
    return td_cli_usage (_ ("“%s” is not a day."), args->as_of);
  job = td_timeline_save_job (args->as_of, args->output);
  return td_cli_run_job (args, job, FALSE);
}

int
td_cli_plan_print (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("The output is missing: --output FILE.pdf, FILE.docx or FILE.odt."));
  job = td_plan_document_job (id, args->output);
  return td_cli_print_pages (args, job);
}

int
td_cli_event_list (TdCliArgs *args)
{
  static const char *const columns[] = { "day", "name", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_EVENT);

  return td_cli_list (args, query, columns);
}

int
td_cli_event_new (TdCliArgs *args)
{
  g_autoptr (TdEvent) event = g_object_new (TD_TYPE_EVENT, "name", args->words[0], "day", args->date, "note", args->note, NULL);
  g_autoptr (TdJob) job = td_event_new_job (event);

  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_event_set (TdCliArgs *args)
{
  gboolean open = g_str_equal (args->words[1], "-");
  g_autoptr (TdJob) job = td_event_set_day_job (args->words[0], open ? NULL : args->words[1]);

  return td_cli_print_made (args, job, TRUE);
}
