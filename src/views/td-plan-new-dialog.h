/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_NEW_DIALOG (td_plan_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanNewDialog, td_plan_new_dialog, TD, PLAN_NEW_DIALOG, AdwWindow)

GtkWidget *td_plan_new_dialog_new (TdSession *session, gint64 from);

G_END_DECLS
