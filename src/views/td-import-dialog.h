/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-list-page.h"
#include "td-list-preview.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_DIALOG (td_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdImportDialog, td_import_dialog, TD, IMPORT_DIALOG, AdwWindow)

GtkWidget *td_import_dialog_new (TdSession *session, TdListPurpose purpose, const char *path, gint64 plan_id);
void td_import_dialog_ask (TdListPage *page, TdListPurpose purpose, const char *title);

G_END_DECLS
