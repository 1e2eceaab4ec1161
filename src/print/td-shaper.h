/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "td-glue.h"

G_BEGIN_DECLS

/* Text is shaped once at this size, in points; with hinting and rounding off, widths scale with it. */
#define TD_SHAPE_SIZE 1000.0

/**
 * TdShapePiece:
 * @font: what it is set in
 * @glyphs: its glyphs; log_clusters count from @start
 * @start: its first byte in the word
 * @end: the byte after its last
 * @level: direction: odd goes from right to left
 */
typedef struct
{
  PangoFont *font;
  PangoGlyphString *glyphs;
  guint start;
  guint end;
  guint8 level;
} TdShapePiece;

/**
 * TdShape:
 * @token: what the word is for the phrases
 * @width: in thousandths of the size
 * @n_pieces: mostly one
 * @pieces: (array length=n_pieces): stretches of one font
 * @n_missing: glyphs no font has
 * @substitute: (nullable): a family that was used beside or instead of the one asked for
 * @unprintable: the first character that has no place on paper, or 0
 *
 * A word, shaped.
 */
typedef struct
{
  TdGlueToken token;
  double width;
  guint n_pieces;
  TdShapePiece *pieces;
  guint n_missing;
  const char *substitute;
  gunichar unprintable;
} TdShape;

typedef struct _TdFace TdFace;
typedef struct _TdShaper TdShaper;

TdShaper *td_shaper_new (TdGlue *glue);
void td_shaper_free (TdShaper *self);
TdFace *td_shaper_ensure_face (TdShaper *self, const char *family, gboolean bold, gboolean italic);
void td_shaper_trim (TdShaper *self);
const TdShape *td_shaper_shape (TdShaper *self, TdFace *face, const char *word, gsize length);

double td_face_get_ascent (const TdFace *self);
double td_face_get_descent (const TdFace *self);
const TdShape *td_face_get_space (const TdFace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdShaper, td_shaper_free)

G_END_DECLS
