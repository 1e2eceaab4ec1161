/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-parts"

#include "config.h"

#include "td-plan-parts.h"

/**
 * td_plan_list_parts:
 * @connection: the office file
 * @type: what belongs to plans and has a place in them: a clause, an award form, a deadline, a task
 * @plan_id: a plan
 * @error: return location
 *
 * Returns: (transfer full): those of the plan, in the order of its text
 */
GPtrArray *
td_plan_list_parts (TdConnection *connection, GType type, gint64 plan_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);

  td_query_where_number (query, "plan-id", plan_id);
  td_query_order_by (query, "position", FALSE);
  return td_connection_list (connection, query, error);
}
