/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-clause.h"

G_BEGIN_DECLS

#define TD_TYPE_OUTLINE_ROW (td_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (TdOutlineRow, td_outline_row, TD, OUTLINE_ROW, GtkBox)

GtkWidget *td_outline_row_new (TdClause *clause, gboolean read_only);
void td_outline_row_show (TdOutlineRow *self, TdClause *clause);
TdClause *td_outline_row_get_clause (TdOutlineRow *self);
GtkTextView *td_outline_row_get_view (TdOutlineRow *self);
char *td_outline_row_take_typed (TdOutlineRow *self);
gboolean td_outline_row_holds_typing (TdOutlineRow *self);
void td_outline_row_focus (TdOutlineRow *self, gboolean at_end);
gboolean td_outline_row_is_at_edge (TdOutlineRow *self, gboolean down);

G_END_DECLS
