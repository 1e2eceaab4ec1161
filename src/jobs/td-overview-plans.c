/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-overview-plans"

#include "config.h"

#include "td-date.h"
#include "td-kit.h"
#include "td-plan-change-jobs.h"
#include "td-overview-private.h"
#include "td-report-jobs.h"

/* How each plan stands: what is due of it, what was nominated, awarded and printed by it. */

#define WEEK 7

typedef struct
{
  TdOverview *overview;
  GHashTable *plans;     /* id → TdOverviewPlan, lent */
  GHashTable *states;    /* id → TdPlanState: what holds on the day */
  GHashTable *decisions; /* id → TdOverviewPlan, lent: those issued for a plan under way */
} Reading;

static TdOverviewPlan *
find_plan (GHashTable *plans, gint64 id)
{
  return g_hash_table_lookup (plans, &id);
}

/* The plans themselves */

static gboolean
is_under_way (const TdOverviewPlan *plan, const char *day)
{
  gboolean has_begun = plan->start == NULL || td_date_compare (plan->start, day) <= 0;

  return has_begun && (plan->end == NULL || td_date_days_after (plan->end, day) <= 0);
}

static char *
dup_name (const TdPlan *plan)
{
  const char *before = plan->number != NULL && *plan->number != '\0' ? plan->number : plan->place;

  return before != NULL && *before != '\0' ? g_strdup_printf ("%s · %s", before, plan->title) : g_strdup (plan->title);
}

static gboolean
read_event (TdOverviewPlan *plan, TdConnection *connection, GError **error)
{
  g_autoptr (TdEvent) event = NULL;

  if (plan->plan->end_event_id == 0)
    return TRUE;
  event = td_connection_get (connection, TD_TYPE_EVENT, plan->plan->end_event_id, error);
  if (event == NULL)
    return FALSE;
  plan->event_name = g_strdup (event->name);
  return TRUE;
}

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(TdDeadline *const *) a)->due_date, (*(TdDeadline *const *) b)->due_date);
}

/* As they hold on the day: a later document may have moved them. */
static void
take_deadlines (TdOverviewPlan *plan, const TdPlanState *state)
{
  for (guint i = 0; i < state->deadlines->len; i++)
    g_ptr_array_add (plan->deadlines, g_object_ref (g_ptr_array_index (state->deadlines, i)));
  g_ptr_array_sort (plan->deadlines, compare_deadlines);
}

static gboolean
list_plans (Reading *reading, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);
  g_autoptr (GPtrArray) plans = NULL;

  td_query_order_by (query, "issue-date", TRUE);
  plans = td_connection_list (connection, query, error);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      g_autoptr (TdOverviewPlan) item = g_object_new (TD_TYPE_OVERVIEW_PLAN, NULL);
      gint64 id = td_entity_get_id (g_ptr_array_index (plans, i));
      TdPlanState *state = td_plan_as_of (connection, id, reading->overview->day, error);
      TdPlan *plan;

      if (state == NULL)
        return FALSE;
      g_hash_table_insert (reading->states, g_memdup2 (&id, sizeof id), state);
      plan = state->plan;
      item->plan = g_object_ref (plan);
      take_deadlines (item, state);
      item->name = dup_name (plan);
      item->start = plan->start_date != NULL ? plan->start_date : plan->issue_date;
      item->end = plan->end_date;
      item->runs = g_strcmp0 (plan->state, "draft") != 0 && is_under_way (item, reading->overview->day);
      if (!read_event (item, connection, error))
        return FALSE;
      g_list_store_append (reading->overview->plans, item);
      g_hash_table_insert (reading->plans, g_memdup2 (&id, sizeof id), item);
    }
  return plans != NULL;
}

/* Reports and tasks */

static void
count_due (TdOverviewDue *due, TdOverviewDue *all, const char *date, const char *day)
{
  int days;

  if (date == NULL)
    return;
  days = td_date_days_after (date, day);
  due->late += days > 0;
  all->late += days > 0;
  due->today += days == 0;
  all->today += days == 0;
  due->week += days < 0 && days >= -WEEK;
  all->week += days < 0 && days >= -WEEK;
  due->most_days = MAX (due->most_days, days);
  all->most_days = MAX (all->most_days, days);
}

static void
count_late_unit (GHashTable *units, const TdReportLine *line)
{
  const char *name = line->unit != NULL ? line->unit->name : line->deadline->who != NULL ? line->deadline->who
                                                                                         : "";
  g_autofree char *key = line->unit != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, td_entity_get_id (TD_ENTITY (line->unit))) : g_strconcat ("=", name, NULL);
  TdOverviewUnit *unit = g_hash_table_lookup (units, key);

  if (unit == NULL)
    {
      unit = g_new0 (TdOverviewUnit, 1);
      unit->id = line->unit != NULL ? td_entity_get_id (TD_ENTITY (line->unit)) : 0;
      unit->name = g_strdup (name);
      g_hash_table_insert (units, g_steal_pointer (&key), unit);
    }
  unit->n_late++;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const TdOverviewUnit *one = *(TdOverviewUnit *const *) a;
  const TdOverviewUnit *other = *(TdOverviewUnit *const *) b;

  if (one->n_late != other->n_late)
    return one->n_late < other->n_late ? 1 : -1;
  return one->id != other->id ? (one->id > other->id) - (one->id < other->id) : g_strcmp0 (one->name, other->name);
}

static gboolean
read_reports (Reading *reading, TdConnection *connection, GError **error)
{
  TdOverview *self = reading->overview;
  g_autoptr (GListStore) lines = td_report_list (connection, 0, self->day, NULL, FALSE, error);
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer unit;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (lines)); i++)
    {
      g_autoptr (TdReportLine) line = g_list_model_get_item (G_LIST_MODEL (lines), i);
      TdOverviewPlan *plan = find_plan (reading->plans, line->deadline->plan_id);

      if (plan == NULL)
        continue;
      plan->n_reports++;
      if (line->report != NULL && line->report->received_on != NULL)
        {
          plan->n_received++;
          continue;
        }
      count_due (&plan->reports, &self->due, line->deadline->due_date, self->day);
      if (g_str_equal (line->state, "late"))
        count_late_unit (units, line);
    }
  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    g_ptr_array_add (self->late_units, unit);
  g_ptr_array_sort (self->late_units, compare_units);
  return TRUE;
}

static gboolean
take_task (const TdValue *values, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  TdOverviewPlan *plan = find_plan (reading->plans, values[0].number);
  const TdPlanState *held = g_hash_table_lookup (reading->states, &values[0].number);
  const char *state = values[2].text;

  /* A plan that is being written asks nobody yet. */
  if (plan == NULL || g_strcmp0 (state, "dropped") == 0 || g_strcmp0 (plan->plan->state, "draft") == 0)
    return TRUE;
  plan->n_tasks++;
  if (g_strcmp0 (state, "done") == 0)
    plan->n_done++;
  else
    count_due (&plan->tasks, &reading->overview->due, td_plan_state_get_task_day (held, values[3].number, values[1].text), reading->overview->day);
  return TRUE;
}

static gboolean
read_tasks (Reading *reading, TdConnection *connection, GError **error)
{
  static const char *const fields[] = { "plan-id", "due-date", "state", "clause-id", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_TASK);

  return td_connection_each_values (connection, query, fields, take_task, reading, error);
}

/* Nominations and certificates */

static gboolean
take_nominations (const TdValue *values, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  TdOverviewPlan *plan = find_plan (reading->plans, values[0].number);
  gint64 n = values[2].number;

  if (plan == NULL)
    return TRUE;
  if (g_strcmp0 (values[1].text, "new") == 0)
    plan->n_new += n;
  else if (g_strcmp0 (values[1].text, "drafted") == 0)
    plan->n_drafted += n;
  else
    plan->n_awarded += n;
  return TRUE;
}

static gboolean
read_nominations (Reading *reading, TdConnection *connection, GError **error)
{
  static const char *const fields[] = { "plan-id", "state", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);

  return td_connection_each_count (connection, query, fields, take_nominations, reading, error);
}

typedef struct
{
  TdKit *kit;
  TdGiver *giver;
  TdDecision *decision;
  TdOverviewPlan *plan;
} Counting;

/* To some awards belongs money only, no paper. */
static gboolean
take_awards (const TdValue *values, gpointer user_data, GError **error)
{
  Counting *counting = user_data;

  if (td_kit_has_certificate (counting->kit, values[0].text, counting->giver->level, values[1].text, counting->decision->date))
    counting->plan->n_certificates += values[2].number;
  return TRUE;
}

static gboolean
count_certificates (Reading *reading, TdConnection *connection, TdKit *kit, TdDecision *decision, GError **error)
{
  static const char *const fields[] = { "award-form", "subject-kind", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);
  g_autoptr (TdGiver) giver = NULL;
  Counting counting = { kit, NULL, decision, find_plan (reading->plans, decision->plan_id) };
  gint64 id = td_entity_get_id (TD_ENTITY (decision));

  if (counting.plan == NULL || !counting.plan->runs)
    return TRUE;
  giver = counting.giver = td_connection_get (connection, TD_TYPE_GIVER, decision->giver_id, error);
  if (giver == NULL)
    return FALSE;
  g_hash_table_insert (reading->decisions, g_memdup2 (&id, sizeof id), counting.plan);
  td_query_where_number (query, "decision-id", id);
  td_query_where_number (query, "revocation-id", 0);
  return td_connection_each_count (connection, query, fields, take_awards, &counting, error);
}

/* A sheet that is gone, or called back by an act, is none. */
static gboolean
take_sheets (const TdValue *values, gpointer user_data, GError **error)
{
  static const char *const there[] = { "printed", "at_signature", "signed", "sealed", "framed", "presented", NULL };
  Reading *reading = user_data;
  TdOverviewPlan *plan = find_plan (reading->decisions, values[0].number);

  if (plan != NULL && values[2].number == 0 && values[1].text != NULL && g_strv_contains (there, values[1].text))
    plan->n_printed += values[3].number;
  return TRUE;
}

static gboolean
read_certificates (Reading *reading, TdConnection *connection, GError **error)
{
  static const char *const fields[] = { "decision-id", "state", "recall-id", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION);
  g_autoptr (TdQuery) sheets = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (TdKit) kit = td_kit_read (connection, error);

  td_query_where_text (query, "state", "issued");
  decisions = kit != NULL ? td_connection_list (connection, query, error) : NULL;
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    if (!count_certificates (reading, connection, kit, g_ptr_array_index (decisions, i), error))
      return FALSE;
  if (decisions == NULL || g_hash_table_size (reading->decisions) == 0)
    return decisions != NULL;
  td_query_where_not_number (sheets, "award-id", 0);
  return td_connection_each_count (connection, sheets, fields, take_sheets, reading, error);
}

/**
 * _td_overview_read_plans:
 * @self: an overview with its day
 * @connection: the office file
 * @error: return location
 *
 * Fills in its plans, and what is due over all of them.
 *
 * Returns: whether the file could be read
 */
gboolean
_td_overview_read_plans (TdOverview *self, TdConnection *connection, GError **error)
{
  g_autoptr (GHashTable) plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) decisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) td_plan_state_free);
  Reading reading = { self, plans, states, decisions };

  return list_plans (&reading, connection, error)
         && read_reports (&reading, connection, error)
         && read_tasks (&reading, connection, error)
         && read_nominations (&reading, connection, error)
         && read_certificates (&reading, connection, error);
}
