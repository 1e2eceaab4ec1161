/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-plan-review.h"

G_BEGIN_DECLS

gboolean td_plan_find_accepted (TdConnection *connection, TdPlan *plan, gint64 *plan_id, GError **error);
gboolean td_plan_accept (TdJob *job, TdConnection *connection, TdPlanReview *review, GError **error);

G_END_DECLS
