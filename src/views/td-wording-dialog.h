/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_WORDING_DIALOG (td_wording_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdWordingDialog, td_wording_dialog, TD, WORDING_DIALOG, AdwWindow)

GtkWidget *td_wording_dialog_new (TdSession *session);

G_END_DECLS
