/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-finding-list.h"
#include "td-preflight.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PREFLIGHT_DIALOG (td_preflight_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdPreflightDialog, td_preflight_dialog, TD, PREFLIGHT_DIALOG, AdwWindow)

void td_preflight_dialog_present (GtkWidget *parent, TdSession *session, TdPreflight *preflight, TdFindingFunc open, gpointer owner);

G_END_DECLS
