/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-typesetter"

#include "config.h"

#include <string.h>

#include "td-typesetter.h"

/* The metric twin of Times New Roman that has every Vietnamese letter. */
#define FAMILY "Liberation Serif, Times New Roman, Tinos, serif"

/* Pango works in tenths of a point: fonts are then large enough that their advances, which come
 * in 64ths of a unit, lose nothing. */
#define UNITS_PER_POINT 10.0
#define MM_PER_POINT    (25.4 / 72.0)
#define UNITS_PER_MM    (UNITS_PER_POINT / MM_PER_POINT)

struct _TdTypesetter
{
  PangoFontMap *fonts; /* its own: Pango's default one belongs to a thread */
  PangoContext *context;
};

/**
 * td_typesetter_new:
 *
 * Returns: (transfer full): a typesetter; one thread at a time may use it
 */
TdTypesetter *
td_typesetter_new (void)
{
  TdTypesetter *self = g_new0 (TdTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->fonts = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  return self;
}

/**
 * td_typesetter_free:
 * @self: (transfer full): a typesetter
 */
void
td_typesetter_free (TdTypesetter *self)
{
  g_object_unref (self->context);
  g_object_unref (self->fonts);
  g_free (self);
}

/**
 * td_text_style_get_pitch:
 * @style: a style
 *
 * Returns: the height of a line in millimetres
 */
double
td_text_style_get_pitch (const TdTextStyle *style)
{
  return style->size * style->pitch * MM_PER_POINT;
}

typedef struct
{
  const char *start;
  gsize length;
} Word;

/* Reads the word at @text. A blank left for the pen is part of no word. */
static Word
read_word (const char *text)
{
  static const char blank[] = "\u00a0";
  Word word = { text, strcspn (text, " \n") };
  const char *last = g_strrstr_len (text, (gssize) word.length, blank);

  if (last != NULL)
    {
      word.start = last + strlen (blank);
      word.length -= (gsize) (word.start - text);
    }
  return word;
}

static gboolean
is_one_of (Word word, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == word.length && strncmp (word.start, words[i], word.length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether both words are one to the reader; in capitals too, and with a stop after the second. */
static gboolean
is_compound (Word first, Word second)
{
  static const char *const compounds[] = {
    "tập thể", "hộ gia", "gia đình", "cá nhân", "danh hiệu", "danh sách", "bằng khen", "giấy khen",
    "truy tặng", "chủ tịch", "ủy ban", "nhân dân", "giám đốc",
    "thi đua", "khen thưởng", "môi trường", "thành phố", NULL
  };
  g_autofree char *pair = g_strdup_printf ("%.*s %.*s", (int) first.length, first.start,
                                           (int) second.length, second.start);
  g_autofree char *lower = g_utf8_strdown (pair, -1);

  for (guint i = 0; compounds[i] != NULL; i++)
    if (g_str_has_prefix (lower, compounds[i])
        && strcspn (lower + strlen (compounds[i]), ",.;:)”") == 0)
      return TRUE;
  return FALSE;
}

static void
forbid_breaks (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static gboolean
belong_together (Word first, Word second, gboolean stretched)
{
  static const char *const before[] = { "ngày", "tháng", "năm", "số", "Số:", "Điều", "khoản", "Mục", "lục", NULL };
  static const char *const after[] = { "tập", "hộ", "cá", "đồng", NULL };
  static const char *const of_date[] = { "tháng", "năm", NULL };

  if (g_ascii_isdigit (*second.start) && is_one_of (first, before))
    return TRUE;
  if (g_ascii_isdigit (*first.start)
      && (is_one_of (second, after) || (!stretched && is_one_of (second, of_date))))
    return TRUE;
  return is_compound (first, second);
}

/* Lines do not end inside a document's number ("152/2025/NĐ-CP"), between a word and its number
 * ("Điều 1", "ngày 20"), between a count and its noun or inside that ("02 tập thể"). Where nothing
 * is stretched, nor do they end inside a date. */
static void
keep_together (PangoAttrList *attributes, const char *text, gboolean stretched)
{
  Word previous = { NULL, 0 };

  for (const char *place = text; *place != '\0';)
    {
      gsize length = strcspn (place, " \n");
      Word word = read_word (place);

      if (memchr (place, '/', length) != NULL)
        forbid_breaks (attributes, place - text, place - text + length);
      if (previous.length > 0 && word.length > 0 && belong_together (previous, word, stretched))
        /* One letter into the word: a break before its first letter is what is barred. */
        forbid_breaks (attributes, previous.start - text, g_utf8_next_char (place) - text);
      previous = word;
      place += length + (place[length] != '\0');
    }
}

static void
set_attributes (PangoLayout *layout, const char *text, guint lead, gboolean stretched, gboolean kept)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Where a word is cut for want of room, nothing is added to it: a name stays as it was typed. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (lead > 0)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = 0;
      bold->end_index = lead;
      pango_attr_list_insert (attributes, bold);
    }
  if (kept)
    keep_together (attributes, text, stretched);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static gboolean
is_too_wide (PangoLayout *layout)
{
  PangoRectangle logical;
  int width = pango_layout_get_width (layout);

  pango_layout_get_extents (layout, NULL, &logical);
  return width >= 0 && logical.width > width + PANGO_SCALE; /* a stretched line may be a hair over */
}

/**
 * td_typesetter_lay_out:
 * @self: a typesetter
 * @text: one paragraph, or lines separated by line feeds
 * @lead: how many of its first bytes are bold
 * @style: its style
 * @width: where lines end, millimetres; 0 for one line of any length
 *
 * Returns: (transfer full): the text broken into lines, to be drawn by td_typesetter_draw_line()
 */
PangoLayout *
td_typesetter_lay_out (TdTypesetter *self, const char *text, guint lead, const TdTextStyle *style,
                       double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILY);
  pango_font_description_set_absolute_size (font, style->size * UNITS_PER_POINT * PANGO_SCALE);
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (style->italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->align);
  pango_layout_set_justify (layout, style->justify && width > 0);
  pango_layout_set_auto_dir (layout, FALSE);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * UNITS_PER_MM * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (style->indent * UNITS_PER_MM * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  set_attributes (layout, text, lead, style->justify, TRUE);
  /* In a narrow cell what should stay together may not fit; then anything is better than a word
   * over its neighbour. */
  if (is_too_wide (layout))
    set_attributes (layout, text, lead, style->justify, FALSE);
  return layout;
}

/**
 * td_typesetter_measure:
 * @self: a typesetter
 * @text: a text
 * @lead: how many of its first bytes are bold
 * @style: its style
 * @width: where lines end, or 0
 * @widest: (out) (optional): the length of the longest line, millimetres
 *
 * Returns: how many lines it takes
 */
guint
td_typesetter_measure (TdTypesetter *self, const char *text, guint lead, const TdTextStyle *style,
                       double width, double *widest)
{
  g_autoptr (PangoLayout) layout = td_typesetter_lay_out (self, text, lead, style, width);
  guint n_lines = (guint) pango_layout_get_line_count (layout);

  if (widest != NULL)
    {
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      *widest = logical.width / (UNITS_PER_MM * PANGO_SCALE);
    }
  return n_lines;
}

/**
 * td_typesetter_balance:
 * @self: a typesetter
 * @text: a text that will be centred
 * @style: its style
 * @width: what it may take
 *
 * Finds the narrowest width that needs no more lines, so that no word stands alone on the last.
 *
 * Returns: that width
 */
double
td_typesetter_balance (TdTypesetter *self, const char *text, const TdTextStyle *style, double width)
{
  guint n_lines = td_typesetter_measure (self, text, 0, style, width, NULL);
  double low = width / n_lines * 0.8, high = width;

  if (n_lines < 2)
    return width;
  while (high - low > 0.5)
    {
      double middle = (low + high) / 2;

      if (td_typesetter_measure (self, text, 0, style, middle, NULL) > n_lines)
        low = middle;
      else
        high = middle;
    }
  return high;
}

/**
 * td_typesetter_draw_line:
 * @self: a typesetter
 * @cr: where to draw, in millimetres
 * @layout: from td_typesetter_lay_out()
 * @line: which of its lines, from 0
 * @style: the style it was laid out in
 * @x: the left edge of the text's width
 * @y: the top of the line
 */
void
td_typesetter_draw_line (TdTypesetter *self, cairo_t *cr, PangoLayout *layout, guint line,
                         const TdTextStyle *style, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoFontMetrics *metrics;
  PangoRectangle logical;
  double ascent, descent, baseline;

  for (guint i = 0; i < line; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &logical);

  /* The style's own metrics, not the line's: a letter from another font must not move it. */
  metrics = pango_context_get_metrics (self->context, pango_layout_get_font_description (layout), NULL);
  ascent = pango_font_metrics_get_ascent (metrics) / (UNITS_PER_MM * PANGO_SCALE);
  descent = pango_font_metrics_get_descent (metrics) / (UNITS_PER_MM * PANGO_SCALE);
  pango_font_metrics_unref (metrics);
  baseline = y + (td_text_style_get_pitch (style) - ascent - descent) / 2 + ascent;

  cairo_save (cr);
  cairo_translate (cr, x + logical.x / (UNITS_PER_MM * PANGO_SCALE), baseline);
  cairo_scale (cr, 1 / UNITS_PER_MM, 1 / UNITS_PER_MM);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  cairo_restore (cr);
  pango_layout_iter_free (iter);
}

/**
 * td_typesetter_draw:
 * @self: a typesetter
 * @cr: where to draw, in millimetres
 * @text: a paragraph
 * @style: its style
 * @x: left edge
 * @y: top of the first line
 * @width: where lines end
 * @most_lines: what is beyond is left out; 0 for all
 *
 * Draws a whole paragraph in the colour that is set.
 *
 * Returns: how high it is, millimetres
 */
double
td_typesetter_draw (TdTypesetter *self, cairo_t *cr, const char *text, const TdTextStyle *style, double x, double y,
                    double width, guint most_lines)
{
  g_autoptr (PangoLayout) layout = td_typesetter_lay_out (self, text, 0, style, width);
  guint n_lines = pango_layout_get_line_count (layout);

  if (most_lines > 0)
    n_lines = MIN (n_lines, most_lines);
  for (guint n = 0; n < n_lines; n++)
    td_typesetter_draw_line (self, cr, layout, n, style, x, y + n * td_text_style_get_pitch (style));
  return n_lines * td_text_style_get_pitch (style);
}
