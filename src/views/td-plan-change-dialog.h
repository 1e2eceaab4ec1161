/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_CHANGE_DIALOG (td_plan_change_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanChangeDialog, td_plan_change_dialog, TD, PLAN_CHANGE_DIALOG, AdwWindow)

void td_plan_change_dialog_present (GtkWindow *parent, TdSession *session, gint64 plan_id);

G_END_DECLS
