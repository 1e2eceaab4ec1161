/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_CHANGES (td_plan_changes_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanChanges, td_plan_changes, TD, PLAN_CHANGES, AdwBin)

GtkWidget *td_plan_changes_new (TdSession *session);
void td_plan_changes_set_plan (TdPlanChanges *self, gint64 plan_id);

G_END_DECLS
