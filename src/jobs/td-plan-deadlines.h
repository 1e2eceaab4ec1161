/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"
#include "td-model.h"
#include "td-plan-reading.h"

G_BEGIN_DECLS

char *td_plan_find_lead (const TdPlanReading *reading);
gboolean td_plan_bind_end (TdConnection *connection, TdPlan *plan, GError **error);
gboolean td_plan_bind_due (TdConnection *connection, TdPlan *plan, const char *text, gint64 *event_id, char **day, GError **error);

G_END_DECLS
