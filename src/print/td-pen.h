/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* How many units of a PDF form make a millimetre: whole numbers of 5 µm compress well. */
#define TD_PEN_UNITS 200.0

/**
 * TdPen:
 * @cr: where paths are built; its matrix is the pen's
 * @pdf: (nullable): takes PDF operators instead of drawing on @cr
 * @fill: last colour written to @pdf
 * @line: last line colour written to @pdf
 * @width: last line width written to @pdf
 *
 * Draws ornament either with cairo or as the content of a PDF form; user space is millimetres.
 * Colours are 0xRRGGBB.
 */
typedef struct
{
  cairo_t *cr;
  GString *pdf;
  guint fill;
  guint line;
  long width;
} TdPen;

TdPen *td_pen_new (cairo_t *cr);
TdPen *td_pen_new_pdf (void);
void td_pen_free (TdPen *self);
GBytes *td_pen_dup_pdf (TdPen *self);

void td_pen_fill (TdPen *self, guint colour);
void td_pen_fill_even_odd (TdPen *self, guint colour);
void td_pen_stroke (TdPen *self, guint colour, double width);
void td_pen_fill_stroke (TdPen *self, guint fill, guint line, double width);

void td_pen_circle (TdPen *self, double x, double y, double radius);
void td_pen_ring (TdPen *self, double x, double y, double outer, double inner);
void td_pen_petal (TdPen *self, double length, double width, double point);
void td_pen_leaf (TdPen *self, double length, double width, double bend);
void td_pen_spline (TdPen *self, const double *xy, guint n, gboolean closed);
void td_pen_brush (TdPen *self, const double *xy, guint n, double first, double middle, double last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPen, td_pen_free)

G_END_DECLS
