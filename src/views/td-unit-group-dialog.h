/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_UNIT_GROUP_DIALOG (td_unit_group_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitGroupDialog, td_unit_group_dialog, TD, UNIT_GROUP_DIALOG, AdwWindow)

GtkWidget *td_unit_group_dialog_new (TdSession *session);

G_END_DECLS
