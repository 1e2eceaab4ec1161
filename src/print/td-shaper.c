/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-shaper"

#include "config.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "td-shaper.h"

/* Vietnamese has some seven thousand syllables, and the texts of one office use a small part of
 * them: a word is shaped once and then only looked up. */

/* After so many words those are forgotten that were not met again since as many before: the numbers of a long batch
 * would otherwise add up. */
#define MAX_SHAPES 2500

/**
 * TdFace:
 *
 * A family in one weight and slant.
 */
struct _TdFace
{
  char *family;
  gboolean bold;
  gboolean italic;
  PangoFontDescription *description;
  double ascent; /* in sizes */
  double descent;
  GHashTable *shapes; /* word → TdShape */
  GHashTable *older;  /* the same, not met lately */
  TdShape *space;
};

/**
 * TdShaper:
 *
 * Fonts of its own, which depend neither on the screen nor on the language of the desktop.
 */
struct _TdShaper
{
  PangoFontMap *font_map;
  PangoContext *context;
  PangoAttrList *no_attributes;
  GPtrArray *faces;
  GHashTable *families; /* PangoFont → family it really is of */
  TdGlue *glue;         /* borrowed */
  GString *key;
  guint n_shapes;
};

static void
shape_free (gpointer data)
{
  TdShape *shape = data;

  for (guint i = 0; i < shape->n_pieces; i++)
    {
      g_object_unref (shape->pieces[i].font);
      pango_glyph_string_free (shape->pieces[i].glyphs);
    }
  g_free (shape->pieces);
  g_free (shape);
}

static void
face_free (gpointer data)
{
  TdFace *face = data;

  g_free (face->family);
  g_hash_table_unref (face->shapes);
  g_hash_table_unref (face->older);
  g_clear_pointer (&face->space, shape_free);
  pango_font_description_free (face->description);
  g_free (face);
}

/**
 * td_shaper_new:
 * @glue: phrases; must outlive the shaper
 *
 * Returns: (transfer full): a shaper; one thread at a time may use it
 */
TdShaper *
td_shaper_new (TdGlue *glue)
{
  TdShaper *self = g_new0 (TdShaper, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 72);
  self->context = pango_font_map_create_context (self->font_map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  self->no_attributes = pango_attr_list_new ();
  self->faces = g_ptr_array_new_with_free_func (face_free);
  self->families = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->glue = glue;
  self->key = g_string_new (NULL);
  return self;
}

/**
 * td_shaper_free:
 * @self: (transfer full): a shaper
 */
void
td_shaper_free (TdShaper *self)
{
  g_ptr_array_unref (self->faces);
  g_hash_table_unref (self->families);
  pango_attr_list_unref (self->no_attributes);
  g_object_unref (self->context);
  g_object_unref (self->font_map);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/* What is inside a font differs from what was asked for when the machine lacks it: Pango then takes
 * another without a word, even for single letters. */
static const char *
get_real_name (TdShaper *self, PangoFont *font)
{
  char *name = g_hash_table_lookup (self->families, font);

  if (name == NULL)
    {
      PangoFontDescription *description = pango_font_describe (font);

      name = g_strdup (pango_font_description_get_family (description));
      if (name == NULL)
        name = g_strdup ("?");
      g_hash_table_insert (self->families, g_object_ref (font), name);
      pango_font_description_free (description);
    }
  return name;
}

/* Characters nobody sees, orders to turn the direction, letters that run from right to left, and
 * little pictures. */
static gboolean
is_unprintable (gunichar c)
{
  static const struct
  {
    gunichar first, last;
  } ranges[] = {
    { 0x0590, 0x08FF }, /* Hebrew, Arabic and their neighbours */
    { 0x2600, 0x27BF }, /* signs and dingbats */
    { 0xFB1D, 0xFDFF }, /* their presentation forms */
    { 0xFE00, 0xFE0F }, /* variation selectors */
    { 0xFE70, 0xFEFF },
    { 0x10800, 0x10FFF }, /* old scripts from right to left */
    { 0x1E800, 0x10FFFF } /* more of them, pictures, and planes nobody writes */
  };

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
          return TRUE;
      return FALSE;
    }
}

static void
add_piece (TdShaper *self, const TdFace *face, TdShape *shape, const char *word, gsize length, PangoItem *item)
{
  TdShapePiece *piece = &shape->pieces[shape->n_pieces];
  PangoFont *font = item->analysis.font;
  const char *real;

  if (font == NULL)
    {
      shape->n_missing++;
      return;
    }
  real = get_real_name (self, font);
  piece->font = g_object_ref (font);
  piece->level = item->analysis.level;
  piece->start = item->offset;
  piece->end = item->offset + item->length;
  piece->glyphs = pango_glyph_string_new ();
  shape->n_pieces++;
  pango_shape_full (word + item->offset, item->length, word, length, &item->analysis, piece->glyphs);
  for (int i = 0; i < piece->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &piece->glyphs->glyphs[i];

      if (glyph->glyph != PANGO_GLYPH_EMPTY && (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        shape->n_missing++;
      shape->width += (double) glyph->geometry.width / PANGO_SCALE;
    }
  if (shape->substitute == NULL && g_ascii_strcasecmp (real, face->family) != 0)
    shape->substitute = real;
}

static TdShape *
shape_word (TdShaper *self, const TdFace *face, const char *word, gsize length)
{
  TdShape *shape = g_new0 (TdShape, 1);
  GList *items;

  pango_context_set_font_description (self->context, face->description);
  items = pango_itemize (self->context, word, 0, length, self->no_attributes, NULL);
  items = pango_reorder_items (items);
  shape->pieces = g_new0 (TdShapePiece, g_list_length (items));
  for (GList *l = items; l != NULL; l = l->next)
    add_piece (self, face, shape, word, length, l->data);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  for (const char *at = word; at < word + length && shape->unprintable == 0; at = g_utf8_next_char (at))
    if (is_unprintable (g_utf8_get_char (at)))
      shape->unprintable = g_utf8_get_char (at);
  td_glue_read_token (self->glue, word, length, &shape->token);
  return shape;
}

/**
 * td_shaper_ensure_face:
 * @self: a shaper
 * @family: of fonts
 * @bold: its weight
 * @italic: its slant
 *
 * Returns: (transfer none): the face; it stays as long as the shaper
 */
TdFace *
td_shaper_ensure_face (TdShaper *self, const char *family, gboolean bold, gboolean italic)
{
  TdFace *face;
  PangoFontMetrics *metrics;

  for (guint i = 0; i < self->faces->len; i++)
    {
      face = g_ptr_array_index (self->faces, i);
      if (face->bold == bold && face->italic == italic && strcmp (face->family, family) == 0)
        return face;
    }
  face = g_new0 (TdFace, 1);
  face->family = g_strdup (family);
  face->bold = bold;
  face->italic = italic;
  face->description = pango_font_description_new ();
  pango_font_description_set_family (face->description, family);
  pango_font_description_set_weight (face->description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (face->description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (face->description, TD_SHAPE_SIZE * PANGO_SCALE);
  metrics = pango_context_get_metrics (self->context, face->description, NULL);
  face->ascent = pango_font_metrics_get_ascent (metrics) / PANGO_SCALE / TD_SHAPE_SIZE;
  face->descent = pango_font_metrics_get_descent (metrics) / PANGO_SCALE / TD_SHAPE_SIZE;
  pango_font_metrics_unref (metrics);
  face->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shape_free);
  face->older = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shape_free);
  face->space = shape_word (self, face, " ", 1);
  g_ptr_array_add (self->faces, face);
  return face;
}

/**
 * td_shaper_trim:
 * @self: a shaper
 *
 * Forgets words when they have become too many; to be called when no shape is in use.
 */
void
td_shaper_trim (TdShaper *self)
{
  if (self->n_shapes < MAX_SHAPES)
    return;
  for (guint i = 0; i < self->faces->len; i++)
    {
      TdFace *face = g_ptr_array_index (self->faces, i);
      GHashTable *oldest = face->older;

      g_hash_table_remove_all (oldest);
      face->older = face->shapes;
      face->shapes = oldest;
    }
  self->n_shapes = 0;
}

/**
 * td_shaper_shape:
 * @self: a shaper
 * @face: one of its faces
 * @word: a word; not terminated
 * @length: its bytes
 *
 * Returns: (transfer none): the word shaped; it stays until the next td_shaper_trim()
 */
const TdShape *
td_shaper_shape (TdShaper *self, TdFace *face, const char *word, gsize length)
{
  gpointer shape, key;

  g_string_truncate (self->key, 0);
  g_string_append_len (self->key, word, length);
  shape = g_hash_table_lookup (face->shapes, self->key->str);
  if (shape != NULL)
    return shape;
  if (!g_hash_table_steal_extended (face->older, self->key->str, &key, &shape))
    {
      key = g_strdup (self->key->str);
      shape = shape_word (self, face, word, length);
    }
  g_hash_table_insert (face->shapes, key, shape);
  self->n_shapes++;
  return shape;
}

/**
 * td_face_get_ascent:
 * @self: a face
 *
 * Returns: how far it reaches above the baseline, in sizes
 */
double
td_face_get_ascent (const TdFace *self)
{
  return self->ascent;
}

/**
 * td_face_get_descent:
 * @self: a face
 *
 * Returns: how far it reaches below the baseline, in sizes
 */
double
td_face_get_descent (const TdFace *self)
{
  return self->descent;
}

/**
 * td_face_get_space:
 * @self: a face
 *
 * Returns: (transfer none): what stands between two words
 */
const TdShape *
td_face_get_space (const TdFace *self)
{
  return self->space;
}
