/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-change-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-plan-change-jobs.h"
#include "td-plan-parts.h"
#include "td-record-file.h"

/* What comes after a plan: documents that change what holds from their day on. */

static GPtrArray *
list_changes (TdConnection *connection, gint64 plan_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN_CHANGE);

  td_query_where_number (query, "plan-id", plan_id);
  td_query_order_by (query, "valid-from", FALSE);
  return td_connection_list (connection, query, error);
}

static gboolean
load_lines (TdConnection *connection, TdPlanLife *life, GError **error)
{
  life->lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < life->changes->len; i++)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN_CHANGE_LINE);
      GPtrArray *lines;

      td_query_where_number (query, "change-id", td_entity_get_id (g_ptr_array_index (life->changes, i)));
      lines = td_connection_list (connection, query, error);
      if (lines == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (life->lines, lines);
    }
  return TRUE;
}

/**
 * td_plan_life_load:
 * @connection: the office file
 * @plan_id: a plan
 * @error: return location
 *
 * Returns: (transfer full): the plan with everything that changed it, or %NULL
 */
TdPlanLife *
td_plan_life_load (TdConnection *connection, gint64 plan_id, GError **error)
{
  g_autoptr (TdPlanLife) life = g_new0 (TdPlanLife, 1);

  life->plan = td_connection_get (connection, TD_TYPE_PLAN, plan_id, error);
  life->deadlines = life->plan != NULL ? td_plan_list_parts (connection, TD_TYPE_DEADLINE, plan_id, error) : NULL;
  life->allowances = life->deadlines != NULL ? td_plan_list_parts (connection, TD_TYPE_ALLOWANCE, plan_id, error) : NULL;
  life->changes = life->allowances != NULL ? list_changes (connection, plan_id, error) : NULL;
  return life->changes != NULL && load_lines (connection, life, error) ? g_steal_pointer (&life) : NULL;
}

/**
 * td_plan_as_of:
 * @connection: the office file
 * @plan_id: a plan
 * @day: a full date, ISO
 * @error: return location
 *
 * Asks what holds in a plan on a day: its end, deadlines and award forms, each with the document it comes from.
 *
 * Returns: (transfer full): what holds, or %NULL
 */
TdPlanState *
td_plan_as_of (TdConnection *connection, gint64 plan_id, const char *day, GError **error)
{
  g_autoptr (TdPlanLife) life = td_plan_life_load (connection, plan_id, error);

  return life != NULL ? td_plan_life_on (life, day) : NULL;
}

/* What holds, for a page */

G_DEFINE_FINAL_TYPE (TdPlanView, td_plan_view, G_TYPE_OBJECT)

static void
td_plan_view_finalize (GObject *object)
{
  TdPlanView *self = TD_PLAN_VIEW (object);

  g_free (self->day);
  g_clear_pointer (&self->state, td_plan_state_free);
  g_clear_pointer (&self->life, td_plan_life_free);
  G_OBJECT_CLASS (td_plan_view_parent_class)->finalize (object);
}

static void
td_plan_view_class_init (TdPlanViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_plan_view_finalize;
}

static void
td_plan_view_init (TdPlanView *self)
{
}

typedef struct
{
  gint64 plan_id;
  char *day;
} Question;

static void
question_free (Question *question)
{
  g_free (question->day);
  g_free (question);
}

static gboolean
view_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (TdPlanView) view = g_object_new (TD_TYPE_PLAN_VIEW, NULL);

  view->day = g_strdup (question->day);
  view->life = td_plan_life_load (connection, question->plan_id, error);
  if (view->life == NULL)
    return FALSE;
  view->state = td_plan_life_on (view->life, view->day);
  td_job_set_count (job, view->life->changes->len);
  td_job_take_object (job, g_steal_pointer (&view));
  return TRUE;
}

/**
 * td_plan_view_job:
 * @plan_id: a plan
 * @day: (nullable): a full date, ISO; %NULL for today
 *
 * Returns: (transfer full): the job; its object is a #TdPlanView, its count how many documents came later
 */
TdJob *
td_plan_view_job (gint64 plan_id, const char *day)
{
  Question *question = g_new0 (Question, 1);

  question->plan_id = plan_id;
  question->day = day != NULL ? g_strdup (day) : td_date_dup_today ();
  return td_job_new_read (view_cb, question, (GDestroyNotify) question_free);
}

/* A document that comes */

typedef struct
{
  TdPlanChange *change;
  GPtrArray *lines;
  char *path;
} Coming;

static void
coming_free (Coming *coming)
{
  g_object_unref (coming->change);
  g_ptr_array_unref (coming->lines);
  g_free (coming->path);
  g_free (coming);
}

static void
refuse (TdJob *job, const char *rule, const char *where, const char *text)
{
  td_job_take_finding (job, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), where, 0, 0));
}

static void
check_day (TdJob *job, const char *where, const char *day, gboolean full)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” is not a day."), day != NULL ? day : "");

  gboolean fine = full ? td_date_is_day (day) : td_date_is_valid (day) && strlen (day) >= strlen ("2026-12");

  if (!fine)
    refuse (job, "plan-change-day", where, text);
}

static void
check_allowance (TdJob *job, const TdPlanChangeLine *line)
{
  if (line->award_form == NULL || td_choice_find (td_choices_allowance_rule, line->rule) == NULL)
    refuse (job, "plan-change-form", "award_form", _ ("Say which award form, and whether it is given."));
  else if (g_strcmp0 (line->rule, "only") == 0 && td_choice_find (td_choices_commendation_kind, line->kind) == NULL)
    refuse (job, "plan-change-kind", "kind", _ ("Say for which kind of commendation it is given."));
  else if (line->giver_level != NULL && td_choice_find (td_choices_giver_level, line->giver_level) == NULL)
    refuse (job, "plan-change-giver", "giver_level", _ ("There is no such level of a giver."));
  else if (td_catalogue_find_form (td_catalogue_get_shipped (), line->award_form, NULL) == NULL)
    td_job_take_finding (job, td_finding_at (td_finding_new ("plan-change-unknown", TD_SEVERITY_WARNING, _ ("“%s” is not in the catalogue of award forms."), line->award_form), "award_form", 0, 0));
}

static void
check_line (TdJob *job, const TdPlanLife *life, const TdPlanChangeLine *line)
{
  gboolean known = FALSE;

  if (g_strcmp0 (line->what, "allowance") == 0)
    {
      check_allowance (job, line);
      return;
    }
  check_day (job, "day", line->day, FALSE);
  for (guint i = 0; i < life->deadlines->len; i++)
    known = known || td_entity_get_id (g_ptr_array_index (life->deadlines, i)) == line->deadline_id;
  if (g_strcmp0 (line->what, "deadline") == 0 && !known)
    refuse (job, "plan-change-deadline", "deadline_id", _ ("The plan has no such deadline."));
}

static void
check_change (TdJob *job, TdPlanChange *change, const TdPlanLife *life)
{
  if (change->number == NULL)
    refuse (job, "plan-change-number", "number", _ ("The number of the document is missing."));
  if (td_choice_find (td_choices_plan_change_kind, change->kind) == NULL)
    refuse (job, "plan-change-what", "kind", _ ("Say what the document is: guidance, extension or supplement."));
  check_day (job, "date", change->date, TRUE);
  if (change->valid_from != NULL)
    check_day (job, "valid_from", change->valid_from, TRUE);
  for (guint i = 0; i < life->changes->len; i++)
    {
      const TdPlanChange *other = g_ptr_array_index (life->changes, i);

      if (g_strcmp0 (other->number, change->number) == 0 && g_strcmp0 (other->date, change->date) == 0)
        refuse (job, "plan-change-known", "number", _ ("This document is entered already."));
    }
}

static gboolean
keep (TdConnection *connection, Coming *coming, GError **error)
{
  if (!td_record_attach (connection, coming->change, coming->path, error) || !td_connection_insert (connection, coming->change, error))
    return FALSE;
  for (guint i = 0; i < coming->lines->len; i++)
    {
      TdPlanChangeLine *line = g_ptr_array_index (coming->lines, i);

      g_object_set (line, "change-id", td_entity_get_id (TD_ENTITY (coming->change)), NULL);
      if (!td_connection_insert (connection, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Coming *coming = data;
  TdPlanChange *change = coming->change;
  g_autoptr (TdPlanLife) life = td_plan_life_load (connection, change->plan_id, error);
  g_autofree char *name = NULL;

  if (life == NULL)
    return FALSE;
  check_change (job, change, life);
  for (guint i = 0; i < coming->lines->len; i++)
    check_line (job, life, g_ptr_array_index (coming->lines, i));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (change->valid_from == NULL)
    g_object_set (change, "valid-from", change->date, NULL);
  name = td_plan_change_dup_name (change);
  /* Translators: a document that changes a plan */
  td_connection_set_action_name (connection, _ ("Note “%s”"), name);
  if (!keep (connection, coming, error))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (change)));
  td_job_set_count (job, coming->lines->len);
  return TRUE;
}

/**
 * td_plan_change_job:
 * @change: a document that came after a plan; without "valid-from" it holds from its own date
 * @lines: (element-type TdPlanChangeLine): what it changes; none for a document that only explains
 * @path: (nullable): the document itself, at most 64 MB
 *
 * Notes a document that changes what holds in a plan from a day on. The plan itself is not touched: deleting the
 * document, or undoing, restores what held.
 *
 * Returns: (transfer full): the job; its id is the document's
 */
TdJob *
td_plan_change_job (TdPlanChange *change, GPtrArray *lines, const char *path)
{
  Coming *coming = g_new0 (Coming, 1);

  coming->change = td_entity_copy (change);
  coming->lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (coming->lines, td_entity_copy (g_ptr_array_index (lines, i)));
  coming->path = g_strdup (path);
  return td_job_new_write (_ ("Note a later document of a plan"), change_cb, coming, (GDestroyNotify) coming_free);
}

/* Reports every year */

typedef struct
{
  gint64 plan_id;
  char *what;
  char *who;
  char *on;
  gint64 first;
  gint64 last;
} Interim;

static void
interim_free (Interim *interim)
{
  g_free (interim->what);
  g_free (interim->who);
  g_free (interim->on);
  g_free (interim);
}

/* The years of the plan, unless told others. */
static gboolean
find_years (TdJob *job, Interim *interim, const TdPlanLife *life)
{
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (TdPlanState) state = td_plan_life_on (life, today);
  const char *start = life->plan->start_date != NULL ? life->plan->start_date : life->plan->issue_date;

  if (interim->first == 0)
    interim->first = td_date_get_year (start);
  if (interim->last == 0)
    interim->last = td_date_get_year (state->plan->end_date);
  if (interim->first < 1900 || interim->last > 2999 || interim->last < interim->first || interim->last - interim->first > 50)
    refuse (job, "interim-years", "end_date", _ ("The plan does not say from which year to which it runs: give the years."));
  return !td_findings_block (td_job_get_findings (job));
}

static gboolean
interim_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Interim *interim = data;
  g_autoptr (TdPlanLife) life = td_plan_life_load (connection, interim->plan_id, error);
  g_autofree char *probe = g_strdup_printf ("2028-%s", interim->on);
  gint64 position;

  if (life == NULL)
    return FALSE;
  check_day (job, "due_date", probe, TRUE);
  if (interim->what == NULL || *interim->what == '\0')
    refuse (job, "interim-what", "what", _ ("Say what is to be reported."));
  if (!find_years (job, interim, life))
    return td_job_refuse (job, error);
  position = life->deadlines->len > 0 ? ((TdDeadline *) g_ptr_array_index (life->deadlines, life->deadlines->len - 1))->position : 0;
  for (gint64 year = interim->first; year <= interim->last; year++)
    {
      g_autofree char *day = g_strdup_printf ("%04d-%s", (int) year, interim->on);
      g_autofree char *what = g_strdup_printf ("%s %d", interim->what, (int) year);
      g_autoptr (TdDeadline) deadline = NULL;

      if (!td_date_is_valid (day)) /* 29 February */
        {
          g_free (day);
          day = g_strdup_printf ("%04d-02-28", (int) year);
        }
      deadline = g_object_new (TD_TYPE_DEADLINE, "plan-id", interim->plan_id, "position", ++position, "what", what, "who", interim->who,
                               "is-report", TRUE, "due-date", day, "due-kind", "day", NULL);
      if (!td_connection_insert (connection, deadline, error))
        return FALSE;
    }
  td_connection_set_action_name (connection, _ ("Ask for “%s” every year"), interim->what);
  td_job_set_count (job, interim->last - interim->first + 1);
  return TRUE;
}

/**
 * td_plan_interim_job:
 * @plan_id: a plan that runs over years
 * @what: what units report, such as "Báo cáo sơ kết năm"; the year is put behind it
 * @who: (nullable): who reports, as a plan would name them
 * @on: the day of the year: "12-01"
 * @first: the first year, 0 for the one the plan begins in
 * @last: the last, 0 for the one the plan ends in as it holds today
 *
 * Adds a deadline for reports to every year of a plan, as one action.
 *
 * Returns: (transfer full): the job; its count says how many were added
 */
TdJob *
td_plan_interim_job (gint64 plan_id, const char *what, const char *who, const char *on, gint64 first, gint64 last)
{
  Interim *interim = g_new0 (Interim, 1);

  interim->plan_id = plan_id;
  interim->what = g_strdup (what);
  interim->who = g_strdup (who);
  interim->on = g_strdup (on);
  interim->first = first;
  interim->last = last;
  return td_job_new_write (_ ("Ask for reports every year"), interim_cb, interim, (GDestroyNotify) interim_free);
}
