/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_REPORTS_DIALOG (td_reports_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdReportsDialog, td_reports_dialog, TD, REPORTS_DIALOG, AdwWindow)

void td_reports_dialog_present (GtkWidget *parent, TdSession *session, gint64 plan_id, const char *subject);

G_END_DECLS
