/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TdFitStyle:
 * @family: font family
 * @size: largest size, points
 * @min_size: smallest size, points
 * @bold: whether bold
 * @italic: whether italic
 * @line_spacing: from baseline to baseline, in sizes
 * @max_lines: how many lines are allowed
 */
typedef struct
{
  const char *family;
  double size;
  double min_size;
  gboolean bold;
  gboolean italic;
  double line_spacing;
  guint max_lines;
} TdFitStyle;

/**
 * TdFitLine:
 * @start: first byte in the text
 * @end: byte after the last
 * @left: where the line begins in the text set as one line, thousandths of the size
 * @width: its width in thousandths of the size
 */
typedef struct
{
  guint start;
  guint end;
  double left;
  double width;
} TdFitLine;

typedef enum
{
  TD_FIT_START,
  TD_FIT_CENTER,
  TD_FIT_END,
} TdFitPlace;

/**
 * TdFit:
 * @text: the text; "\n" that forced a break is a space here
 * @size: chosen size, points
 * @n_lines: how many lines
 * @lines: (array length=n_lines): the lines
 * @overflow: it does not fit even at the smallest size
 * @n_missing: glyphs no font has: they print as boxes
 * @substitute: (nullable): a font that was used beside or instead of the one asked for
 * @unprintable: the first character that has no place on paper: invisible, running from right to
 *   left, a picture; 0 for none
 *
 * A text fitted into a box, ready to be drawn at any scale.
 */
typedef struct
{
  char *text;
  double size;
  guint n_lines;
  TdFitLine *lines;
  gboolean overflow;
  guint n_missing;
  char *substitute;
  gunichar unprintable;

  /*< private >*/
  GArray *runs;
  double ascent;
  double descent;
  double line_spacing;
} TdFit;

typedef struct _TdFitter TdFitter;

TdFitter *td_fitter_new (const char *const *keep_together);
void td_fitter_free (TdFitter *self);
TdFit *td_fitter_fit (TdFitter *self, const char *text, const TdFitStyle *style, double width, double height);

void td_fit_free (TdFit *self);
char *td_fit_dup_line (const TdFit *self, guint n);
void td_fit_draw (const TdFit *self, cairo_t *cr, double x, double y, double width, double height,
                  TdFitPlace align, TdFitPlace valign, double underscore);
void td_fit_fill_outline (const TdFit *self, cairo_t *cr, double x, double y, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFitter, td_fitter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFit, td_fit_free)

G_END_DECLS
