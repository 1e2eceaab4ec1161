/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_ENTRY_CELL (td_entry_cell_get_type ())
G_DECLARE_FINAL_TYPE (TdEntryCell, td_entry_cell, TD, ENTRY_CELL, AdwBin)

GtkWidget *td_entry_cell_new (void);
void td_entry_cell_set_open (TdEntryCell *self, gboolean open, const char *name);
void td_entry_cell_show (TdEntryCell *self, const char *text);
void td_entry_cell_set_hint (TdEntryCell *self, const char *hint);
void td_entry_cell_set_blocked (TdEntryCell *self, gboolean blocked);
gboolean td_entry_cell_focus (TdEntryCell *self);
const char *td_entry_cell_get_typed (TdEntryCell *self);
void td_entry_cell_set_typed (TdEntryCell *self, const char *text, gboolean forget);
gboolean td_entry_cell_undo_typing (TdEntryCell *self, gboolean redo);
gboolean td_entry_cell_is_composing (TdEntryCell *self);

G_END_DECLS
