/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_DECISION_ACT_DIALOG (td_decision_act_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdDecisionActDialog, td_decision_act_dialog, TD, DECISION_ACT_DIALOG, AdwWindow)

GtkWidget *td_decision_act_dialog_new (TdSession *session, gint64 decision_id, const gint64 *award_ids, guint n_awards);

G_END_DECLS
