/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_EMBLEM_DIALOG (td_emblem_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdEmblemDialog, td_emblem_dialog, TD, EMBLEM_DIALOG, AdwWindow)

void td_emblem_dialog_present (GtkWidget *parent, TdSession *session);

G_END_DECLS
