/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-plan-changes"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "td-cli.h"
#include "td-date.h"
#include "td-entity-text.h"
#include "td-plan-change-jobs.h"
#include "td-record-jobs.h"

/* Plans live: documents that change what holds in a plan, and what holds on a day. */

static void
add_line (GPtrArray *lines, const char *what, gint64 deadline_id, const char *day)
{
  g_ptr_array_add (lines, g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", what, "deadline-id", deadline_id, "day", day, NULL));
}

static void
add_allowance (TdCliArgs *args, GPtrArray *lines, const char *form, const char *rule, const char *kind)
{
  g_ptr_array_add (lines, g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", "allowance", "award-form", form, "rule", rule, "kind", kind,
                                        "giver-level", args->level, "reason", args->reason, NULL));
}

/* "12=2026-02-15" */
static gboolean
add_deadline (GPtrArray *lines, const char *pair, int *code)
{
  g_auto (GStrv) parts = g_strsplit (pair, "=", 2);
  gint64 id;

  if (g_strv_length (parts) != 2)
    {
      *code = td_cli_usage (_ ("“%s” is not of the form ID=DAY."), pair);
      return FALSE;
    }
  if (!td_cli_parse_id (parts[0], &id, code))
    return FALSE;
  add_line (lines, "deadline", id, parts[1]);
  return TRUE;
}

/* "Bằng khen=sudden" */
static gboolean
add_limit (TdCliArgs *args, GPtrArray *lines, const char *pair, int *code)
{
  const char *sign = strrchr (pair, '=');
  g_autofree char *form = sign != NULL ? g_strndup (pair, sign - pair) : NULL;

  if (sign == NULL)
    *code = td_cli_usage (_ ("“%s” is not of the form FORM=KIND."), pair);
  else
    add_allowance (args, lines, form, "only", sign + 1);
  return sign != NULL;
}

static gboolean
read_lines (TdCliArgs *args, GPtrArray *lines, int *code)
{
  for (guint i = 0; args->deadlines != NULL && args->deadlines[i] != NULL; i++)
    if (!add_deadline (lines, args->deadlines[i], code))
      return FALSE;
  if (args->end != NULL)
    add_line (lines, "end", 0, args->end);
  for (guint i = 0; args->allows != NULL && args->allows[i] != NULL; i++)
    add_allowance (args, lines, args->allows[i], "allowed", NULL);
  for (guint i = 0; args->bars != NULL && args->bars[i] != NULL; i++)
    add_allowance (args, lines, args->bars[i], "barred", NULL);
  for (guint i = 0; args->limits != NULL && args->limits[i] != NULL; i++)
    if (!add_limit (args, lines, args->limits[i], code))
      return FALSE;
  return TRUE;
}

int
td_cli_plan_change (TdCliArgs *args)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdPlanChange) change = NULL;
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  if (args->take_back)
    {
      job = td_record_delete_job (TD_TYPE_PLAN_CHANGE, &id, 1);
      return td_cli_print_made (args, job, TRUE);
    }
  if (args->kind == NULL || args->number == NULL || args->date == NULL)
    return td_cli_usage ("%s", _ ("A later document needs --kind guidance|extension|supplement, --number and --date."));
  if (!read_lines (args, lines, &code))
    return code;
  change = g_object_new (TD_TYPE_PLAN_CHANGE, "plan-id", id, "kind", args->kind, "number", args->number, "date", args->date,
                         "issuer", args->issuer, "valid-from", args->from, "note", args->note, NULL);
  job = td_plan_change_job (change, lines, args->file);
  return td_cli_print_made (args, job, TRUE);
}

static void
print_change_json (const TdPlanLife *life, TdPlanChange *change, gboolean first)
{
  g_autoptr (JsonObject) object = td_entity_to_json (change);
  JsonArray *lines = json_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < life->lines->len; i++)
    if (((TdPlanChangeLine *) g_ptr_array_index (life->lines, i))->change_id == td_entity_get_id (TD_ENTITY (change)))
      json_array_add_object_element (lines, td_entity_to_json (g_ptr_array_index (life->lines, i)));
  json_object_set_array_member (object, "lines", lines);
  text = td_json_object_to_text (g_steal_pointer (&object), FALSE);
  g_print ("%s%s", first ? "\n" : ",\n", text);
}

static void
print_change (const TdPlanLife *life, TdPlanChange *change)
{
  g_autofree char *name = td_plan_change_dup_name (change);
  g_autofree char *from = td_date_to_display (change->valid_from);

  /* Translators: a document, then the day it holds from */
  g_print ("%" PRId64 "\t", td_entity_get_id (TD_ENTITY (change)));
  g_print (_ ("%s, holds from %s"), name, from);
  g_print ("\n");
  for (guint i = 0; i < life->lines->len; i++)
    if (((TdPlanChangeLine *) g_ptr_array_index (life->lines, i))->change_id == td_entity_get_id (TD_ENTITY (change)))
      {
        td_cli_print_fields (g_ptr_array_index (life->lines, i), 4);
        g_print ("\n");
      }
}

int
td_cli_plan_changes (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdPlanView *view;
  gint64 plan_id;
  int code;

  if (!td_cli_parse_id (args->words[0], &plan_id, &code))
    return code;
  job = td_plan_view_job (plan_id, NULL);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  view = td_job_get_object (job);
  if (args->json)
    g_print ("[");
  for (guint i = 0; i < view->life->changes->len; i++)
    if (args->json)
      print_change_json (view->life, g_ptr_array_index (view->life->changes, i), i == 0);
    else
      print_change (view->life, g_ptr_array_index (view->life->changes, i));
  if (args->json)
    g_print ("\n]\n");
  return TD_CLI_DONE;
}

/* What holds on a day takes the place of what was issued. */
static gboolean
hold (TdConnection *connection, TdCliShowing *showing, GError **error)
{
  TdPlanState *state = td_plan_as_of (connection, showing->id, showing->day, error);

  if (state == NULL)
    return FALSE;
  g_set_object (&showing->entity, TD_ENTITY (state->plan));
  for (guint i = 0; i < showing->parts->len; i++)
    {
      GPtrArray **rows = (GPtrArray **) &g_ptr_array_index (showing->parts, i);
      GPtrArray *held = showing->part_types[i] == TD_TYPE_ALLOWANCE ? state->allowances : showing->part_types[i] == TD_TYPE_DEADLINE ? state->deadlines
                                                                                                                                     : NULL;

      for (guint j = 0; showing->part_types[i] == TD_TYPE_TASK && j < (*rows)->len; j++)
        td_plan_state_put_task_day (state, g_ptr_array_index (*rows, j));
      if (held == NULL)
        continue;
      g_ptr_array_unref (*rows);
      *rows = g_ptr_array_ref (held);
    }
  showing->sources = g_hash_table_ref (state->sources);
  td_plan_state_free (state);
  return TRUE;
}

int
td_cli_plan_show (TdCliArgs *args)
{
  const GType types[] = { TD_TYPE_CLAUSE, TD_TYPE_ALLOWANCE, TD_TYPE_TASK, TD_TYPE_DEADLINE };
  static const char *const names[] = { "clauses", "allowances", "tasks", "deadlines", NULL };
  static const char *const titles[] = { N_ ("Clauses"), N_ ("Award forms"), N_ ("Tasks"), N_ ("Deadlines") };
  TdCliShowing showing = { .type = TD_TYPE_PLAN, .field = "plan-id", .order = "position", .part_types = types, .part_names = names, .part_titles = titles };

  if (args->as_of != NULL && !td_date_is_day (args->as_of))
    return td_cli_usage (_ ("“%s” is not a day."), args->as_of);
  showing.day = args->as_of;
  showing.change = args->as_of != NULL ? hold : NULL;
  return td_cli_show (args, &showing);
}

int
td_cli_plan_interim (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 plan_id;
  gint64 years[] = { 0, 0 };
  int code;

  if (!td_cli_parse_id (args->words[0], &plan_id, &code))
    return code;
  if (args->what == NULL || args->due == NULL)
    return td_cli_usage ("%s", _ ("Say what is to be reported and when: --what TEXT --due MM-DD."));
  if ((args->since != NULL && !td_cli_parse_id (args->since, &years[0], &code)) || (args->until != NULL && !td_cli_parse_id (args->until, &years[1], &code)))
    return code;
  job = td_plan_interim_job (plan_id, args->what, args->to, args->due, years[0], years[1]);
  return td_cli_print_made (args, job, TRUE);
}
