/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_COLUMN_CHOOSER (td_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TdColumnChooser, td_column_chooser, TD, COLUMN_CHOOSER, GObject)

TdColumnChooser *td_column_chooser_new (GtkColumnView *view, const char *name);
GActionGroup *td_column_chooser_get_actions (TdColumnChooser *self);
GMenuModel *td_column_chooser_get_menu (TdColumnChooser *self);

G_END_DECLS
