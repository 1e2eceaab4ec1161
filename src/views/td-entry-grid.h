/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_ENTRY_GRID (td_entry_grid_get_type ())
G_DECLARE_FINAL_TYPE (TdEntryGrid, td_entry_grid, TD, ENTRY_GRID, AdwBin)

GtkWidget *td_entry_grid_new (TdSession *session);
void td_entry_grid_begin (TdEntryGrid *self, gint64 plan_id);
guint td_entry_grid_finish (TdEntryGrid *self, gboolean *busy);

G_END_DECLS
