/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-plan-review.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_OUTLINE (td_plan_outline_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanOutline, td_plan_outline, TD, PLAN_OUTLINE, AdwBin)

void td_plan_outline_set_review (TdPlanOutline *self, TdPlanReview *review);
void td_plan_outline_show_line (TdPlanOutline *self, guint line);
void td_plan_outline_focus (TdPlanOutline *self);

G_END_DECLS
