/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-report-jobs.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_RECEIVED_DIALOG (td_received_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdReceivedDialog, td_received_dialog, TD, RECEIVED_DIALOG, AdwWindow)

void td_received_dialog_present (GtkWidget *parent, TdSession *session, TdReportLine *line);

G_END_DECLS
