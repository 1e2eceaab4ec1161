/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * TdTextStyle:
 * @size: points
 * @bold: whether all of it is bold
 * @italic: whether it is italic
 * @align: how lines stand
 * @justify: whether full lines reach both edges
 * @indent: of the first line, millimetres
 * @pitch: from line to line, as a multiple of @size
 */
typedef struct
{
  double size;
  gboolean bold;
  gboolean italic;
  PangoAlignment align;
  gboolean justify;
  double indent;
  double pitch;
} TdTextStyle;

/* Sets text in the face of official documents. Lengths are millimetres; what is measured once
 * holds at every scale, because nothing is hinted or rounded. */
typedef struct _TdTypesetter TdTypesetter;

TdTypesetter *td_typesetter_new (void);
void td_typesetter_free (TdTypesetter *self);
PangoLayout *td_typesetter_lay_out (TdTypesetter *self, const char *text, guint lead,
                                    const TdTextStyle *style, double width);
guint td_typesetter_measure (TdTypesetter *self, const char *text, guint lead,
                             const TdTextStyle *style, double width, double *widest);
double td_typesetter_balance (TdTypesetter *self, const char *text, const TdTextStyle *style,
                              double width);
void td_typesetter_draw_line (TdTypesetter *self, cairo_t *cr, PangoLayout *layout, guint line,
                              const TdTextStyle *style, double x, double y);
double td_typesetter_draw (TdTypesetter *self, cairo_t *cr, const char *text, const TdTextStyle *style,
                           double x, double y, double width, guint most_lines);
double td_text_style_get_pitch (const TdTextStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTypesetter, td_typesetter_free)

G_END_DECLS
