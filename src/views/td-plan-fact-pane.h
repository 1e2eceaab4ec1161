/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-plan-review.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_FACT_PANE (td_plan_fact_pane_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanFactPane, td_plan_fact_pane, TD, PLAN_FACT_PANE, AdwBin)

void td_plan_fact_pane_set_review (TdPlanFactPane *self, TdPlanReview *review, TdSession *session);
TdPlanFact *td_plan_fact_pane_get_fact (TdPlanFactPane *self);
void td_plan_fact_pane_choose (TdPlanFactPane *self, TdPlanFact *fact);
gboolean td_plan_fact_pane_go_to_doubt (TdPlanFactPane *self);
void td_plan_fact_pane_focus (TdPlanFactPane *self);
void td_plan_fact_pane_focus_form (TdPlanFactPane *self);
gboolean td_plan_fact_pane_is_in_list (TdPlanFactPane *self, GtkWidget *focus);
gboolean td_plan_fact_pane_commit (TdPlanFactPane *self);

G_END_DECLS
