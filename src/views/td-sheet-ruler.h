/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How wide a ruler beside a sheet is, in pixels: it does not grow with the text. */
#define TD_SHEET_RULER 20

double td_sheet_ruler_get_true_scale (GtkWidget *widget);
void td_sheet_ruler_draw (GtkWidget *widget, cairo_t *cr, gboolean horizontal, double origin, double length, double scale);

G_END_DECLS
