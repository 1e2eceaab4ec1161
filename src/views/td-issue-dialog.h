/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-decision.h"
#include "td-plan.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_ISSUE_DIALOG (td_issue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdIssueDialog, td_issue_dialog, TD, ISSUE_DIALOG, AdwWindow)

GtkWidget *td_issue_dialog_new (TdSession *session, TdDecision *decision);
GtkWidget *td_issue_dialog_new_for_plan (TdSession *session, TdPlan *plan);

G_END_DECLS
