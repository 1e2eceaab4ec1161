/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-plan-fact.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_FACT_ROW (td_plan_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanFactRow, td_plan_fact_row, TD, PLAN_FACT_ROW, AdwBin)

void td_plan_fact_row_set_fact (TdPlanFactRow *self, TdPlanFact *fact, gboolean first_of_group);

G_END_DECLS
