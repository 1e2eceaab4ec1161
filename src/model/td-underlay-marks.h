/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TD_UNDERLAY_LEAST_MARKS 2
#define TD_UNDERLAY_MOST_MARKS  4

/**
 * TdUnderlayMark:
 * @column: place in the picture, pixels from its left edge
 * @row: pixels from its upper edge
 * @x: the same place on the sheet, millimetres from its left edge
 * @y: millimetres from its upper edge
 *
 * A place that can be told both in a picture of a blank and on the blank.
 */
typedef struct
{
  double column;
  double row;
  double x;
  double y;
} TdUnderlayMark;

/**
 * TdUnderlayMap:
 *
 * From a place in a picture to the place on the sheet: x = xx · column + xy · row + x0, and y alike; in the order of
 * cairo_matrix_init().
 */
typedef struct
{
  double xx;
  double yx;
  double xy;
  double yy;
  double x0;
  double y0;
} TdUnderlayMap;

gboolean td_underlay_solve (const TdUnderlayMark *marks, guint n_marks, TdUnderlayMap *map, double *error_left);
void td_underlay_fit (double width, double height, guint columns, guint rows, TdUnderlayMap *map);

char *td_underlay_marks_write (const TdUnderlayMark *marks, guint n_marks);
GArray *td_underlay_marks_read (const char *text);

G_END_DECLS
