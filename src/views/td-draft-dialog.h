/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_DRAFT_DIALOG (td_draft_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdDraftDialog, td_draft_dialog, TD, DRAFT_DIALOG, AdwWindow)

GtkWidget *td_draft_dialog_new (TdSession *session, const gint64 *nominations, guint n_nominations);

G_END_DECLS
