/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-plan-review.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_TEXT_PANE (td_plan_text_pane_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanTextPane, td_plan_text_pane, TD, PLAN_TEXT_PANE, AdwBin)

void td_plan_text_pane_set_review (TdPlanTextPane *self, TdPlanReview *review);
void td_plan_text_pane_set_menu (TdPlanTextPane *self, GMenuModel *menu);
void td_plan_text_pane_mark (TdPlanTextPane *self, gsize start, gsize end);
void td_plan_text_pane_show_lines (TdPlanTextPane *self, guint first, guint last);
gboolean td_plan_text_pane_get_chosen (TdPlanTextPane *self, gsize *start, gsize *end);
guint td_plan_text_pane_get_line (TdPlanTextPane *self);
void td_plan_text_pane_focus (TdPlanTextPane *self);

G_END_DECLS
