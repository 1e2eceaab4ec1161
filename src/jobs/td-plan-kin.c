/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-kin"

#include "config.h"

#include "td-plan-kin.h"

/* Which plans a plan comes from, and which come from it. */

G_DEFINE_FINAL_TYPE (TdPlanKin, td_plan_kin, G_TYPE_OBJECT)

static void
td_plan_kin_finalize (GObject *object)
{
  g_clear_object (&TD_PLAN_KIN (object)->plan);
  G_OBJECT_CLASS (td_plan_kin_parent_class)->finalize (object);
}

static void
td_plan_kin_class_init (TdPlanKinClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_plan_kin_finalize;
}

static void
td_plan_kin_init (TdPlanKin *self)
{
}

static gboolean
add_all (TdConnection *connection, const char *field, gint64 id, TdPlanKinship kinship, GListStore *list, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);
  g_autoptr (GPtrArray) plans = NULL;

  if (id == 0)
    return TRUE;
  td_query_where_number (query, field, id);
  plans = td_connection_list (connection, query, error);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      g_autoptr (TdPlanKin) kin = g_object_new (TD_TYPE_PLAN_KIN, NULL);

      kin->kinship = kinship;
      kin->plan = g_object_ref (g_ptr_array_index (plans, i));
      g_list_store_append (list, kin);
    }
  return plans != NULL;
}

static gboolean
kin_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (TdPlan) plan = td_connection_get (connection, TD_TYPE_PLAN, id, error);
  g_autoptr (GListStore) list = g_list_store_new (TD_TYPE_PLAN_KIN);

  if (plan == NULL || !add_all (connection, "id", plan->parent_plan_id, TD_PLAN_KIN_PARENT, list, error) || !add_all (connection, "id", plan->predecessor_plan_id, TD_PLAN_KIN_PREDECESSOR, list, error)
      || !add_all (connection, "parent-plan-id", id, TD_PLAN_KIN_CHILD, list, error) || !add_all (connection, "predecessor-plan-id", id, TD_PLAN_KIN_SUCCESSOR, list, error))
    return FALSE;
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (list)));
  td_job_take_object (job, g_steal_pointer (&list));
  return TRUE;
}

/**
 * td_plan_kin_job:
 * @plan_id: a plan
 *
 * Returns: (transfer full): the job; its object is a #GListModel of #TdPlanKin: what it comes from first
 */
TdJob *
td_plan_kin_job (gint64 plan_id)
{
  return td_job_new_read (kin_cb, g_memdup2 (&plan_id, sizeof plan_id), g_free);
}
