/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-page.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_PAGE (td_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanPage, td_plan_page, TD, PLAN_PAGE, TdListPage)

void td_plan_page_finish (TdPlanPage *self, gboolean *busy);

G_END_DECLS
