/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-deadlines"

#include "config.h"

#include <string.h>

#include "td-event-words.h"
#include "td-plan-deadlines.h"
#include "td-text.h"

/* By when: times of a plan, bound to the events they wait for, and the unit that leads. */

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
 * @plan: the plan, not yet kept
 * @error: return location
 *
 * Binds the end of a plan to the event it names; its day, when it is known, is the plan's last. What a person gave
 * a day to waits for nothing.
 *
 * Returns: whether it could be looked up
 */
gboolean
td_plan_bind_end (TdConnection *connection, TdPlan *plan, GError **error)
{
  g_autofree char *day = NULL;
  gboolean own_end;
  gint64 event_id;

  if (plan->end_text == NULL || plan->end_date != NULL || g_strcmp0 (plan->end_kind, "event") != 0)
    return TRUE;
  if (!td_event_words_bind (connection, plan->end_text, &event_id, &day, &own_end, error))
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
 * @text: (nullable): the words of a plan about a time that is no date
 * @event_id: (out): the event they wait for; 0 for none
 * @day: (out) (transfer full) (nullable): its day, when it is known
 * @error: return location
 *
 * A time bound to the end of the plan itself waits for what the plan waits for.
 *
 * Returns: whether it could be looked up
 */
gboolean
td_plan_bind_due (TdConnection *connection, TdPlan *plan, const char *text, gint64 *event_id, char **day, GError **error)
{
  gboolean own_end = FALSE;

  if (!td_event_words_bind (connection, text, event_id, day, &own_end, error))
    return FALSE;
  if (own_end)
    {
      *event_id = plan->end_event_id;
      *day = g_strdup (plan->end_date);
    }
  return TRUE;
}
