/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_MERGE_DIALOG (td_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdMergeDialog, td_merge_dialog, TD, MERGE_DIALOG, AdwWindow)

GtkWidget *td_merge_dialog_new (TdSession *session, gint64 first_id, gint64 second_id);

G_END_DECLS
