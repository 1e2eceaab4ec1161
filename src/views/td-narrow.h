/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_NARROW (td_narrow_get_type ())
G_DECLARE_FINAL_TYPE (TdNarrow, td_narrow, TD, NARROW, GtkWidget)

GtkWidget *td_narrow_new (GtkWidget *child);
GtkWidget *td_narrow_get_child (TdNarrow *self);

G_END_DECLS
