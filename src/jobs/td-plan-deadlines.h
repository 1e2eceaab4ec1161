/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"
#include "td-model.h"
#include "td-plan-reading.h"

G_BEGIN_DECLS

/**
 * TdClauseFunc:
 * @section: a section of the reading
 * @user_data: as given
 *
 * Returns: the id of the clause it was kept as; 0 for none
 */
typedef gint64 (*TdClauseFunc) (guint section, gpointer user_data);

char *td_plan_find_lead (const TdPlanReading *reading);
gboolean td_plan_bind_end (TdConnection *connection, const TdPlanReading *reading, TdPlan *plan, GError **error);
gboolean td_plan_bind_due (TdConnection *connection, TdPlan *plan, const TdPlanTime *time, gint64 *event_id, char **day, GError **error);
gboolean td_plan_keep_deadlines (TdConnection *connection, const TdPlanReading *reading, TdPlan *plan, TdClauseFunc clause, gpointer user_data, GError **error);

G_END_DECLS
