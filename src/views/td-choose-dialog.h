/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-query.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_CHOOSE_DIALOG (td_choose_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdChooseDialog, td_choose_dialog, TD, CHOOSE_DIALOG, AdwWindow)

GtkWidget *td_choose_dialog_new (TdSession *session, TdQuery *query, const char *title, const char *act);

G_END_DECLS
