/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entity.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PART_DIALOG (td_part_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdPartDialog, td_part_dialog, TD, PART_DIALOG, AdwWindow)

GtkWidget *td_part_dialog_new (TdSession *session, TdEntity *part);

G_END_DECLS
