/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-certificate-jobs.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PRINT_DIALOG (td_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintDialog, td_print_dialog, TD, PRINT_DIALOG, AdwWindow)

GtkWidget *td_print_dialog_new (TdSession *session, gint64 decision_id, const TdCertificateOptions *options);
GtkWidget *td_print_dialog_new_for_batch (TdSession *session, gint64 batch_id);
void td_print_dialog_present (GtkWidget *dialog, GtkWidget *parent);

G_END_DECLS
