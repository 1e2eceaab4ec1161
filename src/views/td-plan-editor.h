/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_EDITOR (td_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanEditor, td_plan_editor, TD, PLAN_EDITOR, AdwBin)

GtkWidget *td_plan_editor_new (TdSession *session);
void td_plan_editor_open (TdPlanEditor *self, gint64 plan_id);
gboolean td_plan_editor_finish (TdPlanEditor *self);

G_END_DECLS
