/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entry-cell.h"
#include "td-entry-line.h"

G_BEGIN_DECLS

#define TD_TYPE_ENTRY_ROW (td_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (TdEntryRow, td_entry_row, TD, ENTRY_ROW, GtkWidget)

GtkWidget *td_entry_row_new (TdEntryLine *line);
GtkWidget *td_entry_row_new_head (void);
TdEntryLine *td_entry_row_get_line (TdEntryRow *self);
void td_entry_row_set_number (TdEntryRow *self, guint number);
guint td_entry_row_get_number (TdEntryRow *self);
void td_entry_row_set_form_shown (TdEntryRow *self, gboolean shown);
void td_entry_row_set_open (TdEntryRow *self, gboolean open);
gboolean td_entry_row_is_open (TdEntryRow *self);
void td_entry_row_show (TdEntryRow *self);
TdEntryCell *td_entry_row_get_cell (TdEntryRow *self, TdEntryColumn column);
gboolean td_entry_row_is_composing (TdEntryRow *self);

G_END_DECLS
