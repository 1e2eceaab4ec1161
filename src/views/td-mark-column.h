/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_MARK_COLUMN (td_mark_column_get_type ())
G_DECLARE_FINAL_TYPE (TdMarkColumn, td_mark_column, TD, MARK_COLUMN, GObject)

TdMarkColumn *td_mark_column_new (GtkColumnView *view, const char *title);
void td_mark_column_set (TdMarkColumn *self, GHashTable *marks, gboolean others_good);

G_END_DECLS
