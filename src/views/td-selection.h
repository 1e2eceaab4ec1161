/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-lazy-list.h"

G_BEGIN_DECLS

#define TD_TYPE_SELECTION (td_selection_get_type ())
G_DECLARE_FINAL_TYPE (TdSelection, td_selection, TD, SELECTION, GObject)

TdSelection *td_selection_new (TdLazyList *list);
void td_selection_set_one_only (TdSelection *self, gboolean one_only);
guint td_selection_get_n (TdSelection *self);
guint td_selection_get_single (TdSelection *self);
GArray *td_selection_get_ranges (TdSelection *self);

G_END_DECLS
