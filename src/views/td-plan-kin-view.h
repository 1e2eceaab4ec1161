/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_KIN_VIEW (td_plan_kin_view_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanKinView, td_plan_kin_view, TD, PLAN_KIN_VIEW, AdwBin)

GtkWidget *td_plan_kin_view_new (TdSession *session);
void td_plan_kin_view_show (TdPlanKinView *self, gint64 plan_id);

G_END_DECLS
