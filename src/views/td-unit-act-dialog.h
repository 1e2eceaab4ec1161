/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_UNIT_ACT_DIALOG (td_unit_act_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitActDialog, td_unit_act_dialog, TD, UNIT_ACT_DIALOG, AdwWindow)

GtkWidget *td_unit_act_dialog_new (TdSession *session, const char *kind, const gint64 *units, guint n_units);

G_END_DECLS
