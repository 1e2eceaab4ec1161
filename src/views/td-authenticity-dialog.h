/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_AUTHENTICITY_DIALOG (td_authenticity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdAuthenticityDialog, td_authenticity_dialog, TD, AUTHENTICITY_DIALOG, AdwWindow)

GtkWidget *td_authenticity_dialog_new (TdSession *session, gint64 decision_id);

G_END_DECLS
