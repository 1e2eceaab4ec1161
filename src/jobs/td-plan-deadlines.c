/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-deadlines"

#include "config.h"

#include <string.h>

#include "td-event-words.h"
#include "td-plan-deadlines.h"
#include "td-text.h"

/* By when: deadlines of a plan, bound to the events they wait for, and the unit that leads. */

/* "chủ trì, phối hợp với … tổ chức triển khai Kế hoạch": who does this leads, Sở Nội vụ or another. */
static gboolean
is_leading (const char *text)
{
  g_autofree char *folded = td_text_fold (text);
  const char *carries_out = strstr (folded, "trien khai");

  if (strstr (folded, "co quan thuong truc") != NULL)
    return TRUE;
  return strstr (folded, "chu tri") != NULL && carries_out != NULL && (strstr (carries_out, "ke hoach") != NULL || strstr (carries_out, "phong trao") != NULL || strstr (carries_out, "dot thi dua") != NULL);
}

/**
 * td_plan_find_lead:
 * @reading: what was read
 *
 * Returns: (transfer full) (nullable): who leads by the plan's own words: the first one told to lead its carrying out
 */
char *
td_plan_find_lead (const TdPlanReading *reading)
{
  for (guint i = 0; i < reading->assignees->len; i++)
    {
      const TdPlanAssignee *assignee = g_ptr_array_index (reading->assignees, i);

      for (guint j = 0; j < assignee->tasks->len && !assignee->requested; j++)
        if (is_leading (((TdPlanText *) g_ptr_array_index (assignee->tasks, j))->text))
          return g_strdup (assignee->name);
    }
  return NULL;
}

/**
 * td_plan_bind_end:
 * @connection: an office file, inside a transaction
 * @reading: what was read
 * @plan: the plan, not yet kept
 * @error: return location
 *
 * Binds the end of a plan to the event it names; its day, when it is known, is the plan's last.
 *
 * Returns: whether it could be looked up
 */
gboolean
td_plan_bind_end (TdConnection *connection, const TdPlanReading *reading, TdPlan *plan, GError **error)
{
  g_autofree char *day = NULL;
  gboolean own_end;
  gint64 event_id;

  if (reading->end.text == NULL || reading->end.precision != TD_PLAN_PRECISION_EVENT)
    return TRUE;
  if (!td_event_words_bind (connection, reading->end.text, &event_id, &day, &own_end, error))
    return FALSE;
  g_object_set (plan, "end-event-id", event_id, NULL);
  if (day != NULL)
    g_object_set (plan, "end-date", day, NULL);
  return TRUE;
}

/**
 * td_plan_bind_due:
 * @connection: an office file, inside a transaction
 * @plan: the plan, its end bound
 * @time: a time of it
 * @event_id: (out): the event it waits for; 0 for none
 * @day: (out) (transfer full) (nullable): the day, when it is known
 * @error: return location
 *
 * A time bound to the end of the plan itself waits for what the plan waits for.
 *
 * Returns: whether it could be looked up
 */
gboolean
td_plan_bind_due (TdConnection *connection, TdPlan *plan, const TdPlanTime *time, gint64 *event_id, char **day, GError **error)
{
  gboolean own_end = FALSE;

  *event_id = 0;
  *day = g_strdup (time->iso);
  if (time->text == NULL || time->precision != TD_PLAN_PRECISION_EVENT)
    return TRUE;
  g_clear_pointer (day, g_free);
  if (!td_event_words_bind (connection, time->text, event_id, day, &own_end, error))
    return FALSE;
  if (own_end)
    {
      *event_id = plan->end_event_id;
      *day = g_strdup (plan->end_date);
    }
  return TRUE;
}

/* What the office itself prepares for its leaders is no report of units. */
static gboolean
asks_for_reports (const TdPlanDeadline *deadline)
{
  g_autofree char *folded = td_text_fold (deadline->what != NULL ? deadline->what : "");

  return strstr (folded, "bao cao") != NULL && !g_str_has_prefix (folded, "tham muu");
}

/**
 * td_plan_keep_deadlines:
 * @connection: an office file, inside a transaction
 * @reading: what was read
 * @plan: the plan it was kept as
 * @clause: the clause of a section
 * @user_data: for @clause
 * @error: return location
 *
 * Returns: whether every deadline has a record now
 */
gboolean
td_plan_keep_deadlines (TdConnection *connection, const TdPlanReading *reading, TdPlan *plan, TdClauseFunc clause, gpointer user_data, GError **error)
{
  for (guint i = 0; i < reading->deadlines->len; i++)
    {
      const TdPlanDeadline *read = g_ptr_array_index (reading->deadlines, i);
      g_autoptr (TdDeadline) deadline = NULL;
      g_autofree char *day = NULL;
      gint64 event_id;

      if (!td_plan_bind_due (connection, plan, &read->time, &event_id, &day, error))
        return FALSE;
      deadline = g_object_new (TD_TYPE_DEADLINE, "plan-id", td_entity_get_id (TD_ENTITY (plan)), "position", (gint64) i + 1, "what", read->what != NULL ? read->what : read->time.text,
                               "who", read->who, "is-report", asks_for_reports (read), "due-date", day, "due-text", read->time.text,
                               "due-kind", td_plan_precision_to_nick (read->time.precision), "event-id", event_id, "clause-id", clause (read->section, user_data), NULL);
      if (!td_connection_insert (connection, deadline, error))
        return FALSE;
    }
  return TRUE;
}
