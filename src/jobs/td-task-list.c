/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-task-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-plan-change-jobs.h"
#include "td-task-list.h"

/* What plans ask for, by the days that hold: a later document may have moved them. */

typedef struct
{
  gint64 plan_id;
  char *before;
  gboolean open;
  char *day;
} Question;

static void
question_free (Question *question)
{
  g_free (question->before);
  g_free (question->day);
  g_free (question);
}

static int
compare_due (gconstpointer a, gconstpointer b, gpointer data)
{
  const TdTask *one = TD_TASK ((gpointer) a);
  const TdTask *other = TD_TASK ((gpointer) b);
  int order = g_strcmp0 (one->due_date, other->due_date);
  gint64 difference = td_entity_get_id ((TdEntity *) a) - td_entity_get_id ((TdEntity *) b);

  return order != 0 ? order : (difference > 0) - (difference < 0);
}

static gboolean
put_day (TdConnection *connection, Question *question, GHashTable *states, TdTask *task, GError **error)
{
  TdPlanState *state = g_hash_table_lookup (states, &task->plan_id);

  if (task->due_date == NULL)
    return TRUE;
  if (state == NULL)
    {
      state = td_plan_as_of (connection, task->plan_id, question->day, error);
      if (state == NULL)
        return FALSE;
      g_hash_table_insert (states, g_memdup2 (&task->plan_id, sizeof task->plan_id), state);
    }
  td_plan_state_put_task_day (state, task);
  return TRUE;
}

static gboolean
list_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_TASK);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) td_plan_state_free);
  g_autoptr (GListStore) list = g_list_store_new (TD_TYPE_TASK);
  g_autoptr (GPtrArray) tasks = NULL;

  if (question->plan_id != 0)
    td_query_where_number (query, "plan-id", question->plan_id);
  if (question->open)
    {
      td_query_where_not_text (query, "state", "done");
      td_query_where_not_text (query, "state", "dropped");
    }
  td_query_order_by (query, "position", FALSE);
  tasks = td_connection_list (connection, query, error);
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      TdTask *task = g_ptr_array_index (tasks, i);

      if (!put_day (connection, question, states, task, error))
        return FALSE;
      if (question->before == NULL || (task->due_date != NULL && td_date_days_after (task->due_date, question->before) > 0))
        g_list_store_append (list, task);
    }
  if (question->before != NULL)
    g_list_store_sort (list, compare_due, NULL);
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (list)));
  td_job_take_object (job, g_steal_pointer (&list));
  return tasks != NULL;
}

/**
 * td_task_list_job:
 * @plan_id: a plan, 0 for all
 * @before: (nullable): a full date: only what is due before it, the earliest first
 * @open: only what is neither done nor dropped
 * @day: (nullable): a full date: the day whose deadlines hold; %NULL for today
 *
 * Returns: (transfer full): a job; its object is a #GListModel of #TdTask, each due on the day that holds
 */
TdJob *
td_task_list_job (gint64 plan_id, const char *before, gboolean open, const char *day)
{
  Question *question = g_new0 (Question, 1);

  question->plan_id = plan_id;
  question->before = g_strdup (before);
  question->open = open;
  question->day = day != NULL ? g_strdup (day) : td_date_dup_today ();
  return td_job_new_read (list_cb, question, (GDestroyNotify) question_free);
}
