/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-fit"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "td-break.h"
#include "td-fit.h"

#define MM_PER_POINT (25.4 / 72.0)
/* Text is shaped once at this size; with hinting and rounding off, widths scale with the size. */
#define REFERENCE 1000.0
/* Sizes are chosen in quarters of a point, so that names of like length look alike. */
#define STEP 0.25
/* One line more must gain more than this: fewer lines look calmer. */
#define WORTH_A_LINE 1.08
#define SLACK        0.01

typedef struct
{
  char *family;
  gboolean bold;
  gboolean italic;
  PangoFontDescription *description;
  double ascent; /* in sizes */
  double descent;
} Face;

/**
 * TdFitter:
 *
 * Fits texts into boxes. It keeps the fonts; one thread at a time may use it.
 */
struct _TdFitter
{
  PangoFontMap *font_map;
  PangoContext *context;
  PangoAttrList *no_attributes;
  GPtrArray *faces;
  GHashTable *families; /* PangoFont → family it really is of */
  TdGlue *glue;
};

static void
face_free (gpointer data)
{
  Face *face = data;

  g_free (face->family);
  pango_font_description_free (face->description);
  g_free (face);
}

/**
 * td_fitter_new:
 * @keep_together: (nullable): phrases that stay on one line, see td_glue_new()
 *
 * Returns: (transfer full): a fitter with fonts of its own, which depend neither on the screen nor
 *   on the language of the desktop
 */
TdFitter *
td_fitter_new (const char *const *keep_together)
{
  TdFitter *self = g_new0 (TdFitter, 1);
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
  self->glue = td_glue_new (keep_together);
  return self;
}

/**
 * td_fitter_free:
 * @self: (transfer full): a fitter
 */
void
td_fitter_free (TdFitter *self)
{
  td_glue_free (self->glue);
  g_hash_table_unref (self->families);
  g_ptr_array_unref (self->faces);
  pango_attr_list_unref (self->no_attributes);
  g_object_unref (self->context);
  g_object_unref (self->font_map);
  g_free (self);
}

static const Face *
ensure_face (TdFitter *self, const TdFitStyle *style)
{
  Face *face;
  PangoFontMetrics *metrics;

  for (guint i = 0; i < self->faces->len; i++)
    {
      face = g_ptr_array_index (self->faces, i);
      if (face->bold == style->bold && face->italic == style->italic
          && strcmp (face->family, style->family) == 0)
        return face;
    }
  face = g_new0 (Face, 1);
  face->family = g_strdup (style->family);
  face->bold = style->bold;
  face->italic = style->italic;
  face->description = pango_font_description_new ();
  pango_font_description_set_family (face->description, style->family);
  pango_font_description_set_weight (face->description, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (face->description, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (face->description, REFERENCE * PANGO_SCALE);
  metrics = pango_context_get_metrics (self->context, face->description, NULL);
  face->ascent = pango_font_metrics_get_ascent (metrics) / PANGO_SCALE / REFERENCE;
  face->descent = pango_font_metrics_get_descent (metrics) / PANGO_SCALE / REFERENCE;
  pango_font_metrics_unref (metrics);
  g_ptr_array_add (self->faces, face);
  return face;
}

/* What is inside a font differs from what was asked for when the machine lacks it: Pango then takes
 * another without a word, even for single letters. */
static const char *
get_real_name (TdFitter *self, PangoFont *font)
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

/* Shapes the text as one line and tells where each byte of it begins, in REFERENCE units. */
static GPtrArray *
shape (TdFitter *self, const Face *face, TdFit *fit, double *position)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_glyph_item_free);
  const guint length = strlen (fit->text);
  GList *list;
  double x = 0;

  for (guint i = 0; i <= length; i++)
    position[i] = -1;
  pango_context_set_font_description (self->context, face->description);
  list = pango_itemize (self->context, fit->text, 0, length, self->no_attributes, NULL);
  for (GList *l = list; l != NULL; l = l->next)
    {
      PangoGlyphItem *glyph_item = g_slice_new0 (PangoGlyphItem);
      PangoItem *item = l->data;
      PangoGlyphString *glyphs = pango_glyph_string_new ();
      const char *real = item->analysis.font != NULL ? get_real_name (self, item->analysis.font) : "?";

      pango_shape_full (fit->text + item->offset, item->length, fit->text, length, &item->analysis, glyphs);
      for (int i = 0; i < glyphs->num_glyphs; i++)
        {
          guint byte = item->offset + glyphs->log_clusters[i];

          if (byte < length && position[byte] < 0)
            position[byte] = x;
          if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY
              && (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            fit->n_missing++;
          x += (double) glyphs->glyphs[i].geometry.width / PANGO_SCALE;
        }
      if (fit->substitute == NULL && g_ascii_strcasecmp (real, face->family) != 0)
        fit->substitute = g_strdup (real);
      glyph_item->item = item;
      glyph_item->glyphs = glyphs;
      g_ptr_array_add (items, glyph_item);
    }
  g_list_free (list);
  position[length] = x;
  for (guint i = length; i-- > 0;)
    if (position[i] < 0)
      position[i] = position[i + 1];
  return items;
}

/* Words are what stands between spaces; a no-break space is no space here. The "\n" of a forced
 * break becomes a space, so that the whole text can be shaped as one line. */
static GArray *
split_words (char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (TdBreakWord));
  gboolean forced = FALSE;

  for (char *at = text; *at != '\0';)
    {
      TdBreakWord word = { 0 };

      if (*at == ' ' || *at == '\n' || *at == '\t')
        {
          forced = forced || *at == '\n';
          *at++ = ' ';
          continue;
        }
      word.start = at - text;
      at += strcspn (at, " \n\t");
      word.end = at - text;
      word.forced = forced && words->len > 0;
      forced = FALSE;
      g_array_append_val (words, word);
    }
  return words;
}

typedef struct
{
  double size;
  guint n_lines;
} Choice;

/* The largest size at which the words fit, over all numbers of lines. */
static Choice
choose (GArray *words, const Face *face, const TdFitStyle *style, double width, double height, gboolean loose)
{
  const TdBreakWord *all = (const TdBreakWord *) (gpointer) words->data;
  Choice best = { 0, 0 };

  for (guint n = 1; n <= MIN (style->max_lines, words->len); n++)
    {
      double narrowest = td_break_narrowest (all, words->len, n, loose);
      double tall = face->ascent + face->descent + (n - 1) * style->line_spacing;
      double size;

      if (isinf (narrowest))
        continue;
      size = MIN ((width + SLACK) / MAX (narrowest, 1) * REFERENCE, (height + SLACK) / tall) / MM_PER_POINT;
      size = MIN (floor (size / STEP) * STEP, style->size);
      if (best.n_lines == 0 || size > best.size * WORTH_A_LINE
          || (best.size < style->min_size && size > best.size))
        best = (Choice){ size, n };
      if (size >= style->size)
        break;
    }
  return best;
}

static void
choose_lines (TdFitter *self, TdFit *fit, GArray *words, const Face *face, const TdFitStyle *style,
              double width, double height)
{
  TdBreakWord *all = (TdBreakWord *) (gpointer) words->data;
  g_autofree guint *starts = g_new0 (guint, MAX (words->len, 1));
  gboolean loose = FALSE;
  Choice choice = choose (words, face, style, width, height, FALSE);
  double limit;

  /* Most boxes hold one line that simply fits: no need to look for phrases. */
  if (choice.n_lines != 1 || choice.size < style->size)
    {
      td_glue_mark (self->glue, fit->text, all, words->len);
      choice = choose (words, face, style, width, height, FALSE);
    }
  if (choice.n_lines == 0 || choice.size < style->min_size)
    {
      loose = TRUE;
      choice = choose (words, face, style, width, height, TRUE);
    }
  /* More breaks are forced than lines allowed: every line is drawn all the same. */
  if (choice.n_lines == 0)
    for (guint i = 0; i < words->len; i++)
      choice.n_lines += i == 0 || all[i].forced;
  fit->overflow = choice.size < style->min_size;
  fit->size = MAX (choice.size, style->min_size);
  fit->n_lines = choice.n_lines;
  limit = fit->overflow ? INFINITY : (width + SLACK) / (fit->size * MM_PER_POINT) * REFERENCE;
  td_break_balance (all, words->len, fit->n_lines, limit, loose, starts);
  fit->lines = g_new0 (TdFitLine, fit->n_lines);
  for (guint i = 0; i < fit->n_lines; i++)
    {
      guint last = (i + 1 < fit->n_lines ? starts[i + 1] : words->len) - 1;
      TdFitLine *line = &fit->lines[i];

      line->start = all[starts[i]].start;
      line->end = all[last].end;
      line->left = all[starts[i]].left;
      line->width = all[last].right - line->left;
    }
}

/* One stretch of glyphs of one line. */
typedef struct
{
  PangoGlyphItem *item;
  guint line;
  double x; /* from the line's left edge */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  pango_glyph_item_free (run->item);
  g_free (run);
}

static void
take_runs (TdFit *fit, GPtrArray *items, const double *position)
{
  fit->runs = g_ptr_array_new_with_free_func (run_free);
  for (guint n = 0; n < fit->n_lines; n++)
    for (guint i = 0; i < items->len; i++)
      {
        const PangoGlyphItem *whole = g_ptr_array_index (items, i);
        guint start = whole->item->offset, end = start + whole->item->length;
        PangoGlyphItem *part;
        Run *run;

        if (end <= fit->lines[n].start || start >= fit->lines[n].end)
          continue;
        part = pango_glyph_item_copy ((PangoGlyphItem *) whole);
        if (start < fit->lines[n].start)
          pango_glyph_item_free (pango_glyph_item_split (part, fit->text, fit->lines[n].start - start));
        start = part->item->offset;
        if (end > fit->lines[n].end)
          {
            PangoGlyphItem *head = pango_glyph_item_split (part, fit->text, fit->lines[n].end - start);

            pango_glyph_item_free (part);
            part = head;
          }
        run = g_new0 (Run, 1);
        run->item = part;
        run->line = n;
        run->x = position[start] - fit->lines[n].left;
        g_ptr_array_add (fit->runs, run);
      }
}

/**
 * td_fitter_fit:
 * @self: a fitter
 * @text: NFC, with "\n" where a line must end
 * @style: how it is to look
 * @width: of the box, millimetres
 * @height: of the box, millimetres
 *
 * Finds the largest size between the style's limits at which the text fits, and lines of even
 * length. The text is shaped once; nothing is laid out on trial.
 *
 * Returns: (transfer full): the fitted text
 */
TdFit *
td_fitter_fit (TdFitter *self, const char *text, const TdFitStyle *style, double width, double height)
{
  TdFit *fit;
  const Face *face;
  g_autoptr (GArray) words = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree double *position = NULL;

  g_return_val_if_fail (self != NULL && text != NULL && style != NULL, NULL);

  fit = g_new0 (TdFit, 1);
  fit->text = g_strdup (text);
  fit->size = style->size;
  fit->line_spacing = style->line_spacing;
  face = ensure_face (self, style);
  fit->ascent = face->ascent;
  fit->descent = face->descent;
  words = split_words (fit->text);
  if (words->len == 0)
    {
      fit->runs = g_ptr_array_new ();
      return fit;
    }
  position = g_new (double, strlen (fit->text) + 1);
  items = shape (self, face, fit, position);
  for (guint i = 0; i < words->len; i++)
    {
      TdBreakWord *word = &g_array_index (words, TdBreakWord, i);

      word->left = position[word->start];
      word->right = position[word->end];
    }
  choose_lines (self, fit, words, face, style, width, height);
  take_runs (fit, items, position);
  return fit;
}

/**
 * td_fit_free:
 * @self: (transfer full): a fitted text
 */
void
td_fit_free (TdFit *self)
{
  g_free (self->text);
  g_free (self->lines);
  g_free (self->substitute);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

/**
 * td_fit_dup_line:
 * @self: a fitted text
 * @n: a line, from 0
 *
 * Returns: (transfer full): its words
 */
char *
td_fit_dup_line (const TdFit *self, guint n)
{
  g_return_val_if_fail (self != NULL && n < self->n_lines, NULL);

  return g_strndup (self->text + self->lines[n].start, self->lines[n].end - self->lines[n].start);
}

static double
place (double start, double room, double need, TdFitPlace how)
{
  if (how == TD_FIT_START)
    return start;
  return how == TD_FIT_END ? start + room - need : start + (room - need) / 2;
}

/* Where the first baseline is. */
static double
get_baseline (const TdFit *self, double y, double height, TdFitPlace valign)
{
  const double em = self->size * MM_PER_POINT;
  const double tall = (self->ascent + self->descent + (MAX (self->n_lines, 1) - 1) * self->line_spacing) * em;

  return place (y, height, tall, valign) + self->ascent * em;
}

static void
draw_run (const TdFit *self, const Run *run, cairo_t *cr, double x, double width, double first,
          TdFitPlace align, gboolean outline)
{
  const double em = self->size * MM_PER_POINT;
  const double left = place (x, width, self->lines[run->line].width / REFERENCE * em, align);

  cairo_save (cr);
  cairo_translate (cr, left + run->x / REFERENCE * em, first + run->line * self->line_spacing * em);
  cairo_scale (cr, em / REFERENCE, em / REFERENCE);
  cairo_move_to (cr, 0, 0);
  if (outline)
    pango_cairo_glyph_string_path (cr, run->item->item->analysis.font, run->item->glyphs);
  else
    pango_cairo_show_glyph_item (cr, self->text, run->item);
  cairo_restore (cr);
}

/**
 * td_fit_draw:
 * @self: a fitted text
 * @cr: where to draw, in the current colour; user space in millimetres
 * @x: of the box
 * @y: of the box
 * @width: of the box
 * @height: of the box
 * @align: to which side the lines keep
 * @valign: to which edge they keep
 * @underscore: a rule as long as the last line this far below its baseline, or 0
 */
void
td_fit_draw (const TdFit *self, cairo_t *cr, double x, double y, double width, double height,
             TdFitPlace align, TdFitPlace valign, double underscore)
{
  const double em = self->size * MM_PER_POINT;
  const double first = get_baseline (self, y, height, valign);

  for (guint i = 0; i < self->runs->len; i++)
    draw_run (self, g_ptr_array_index (self->runs, i), cr, x, width, first, align, FALSE);
  if (underscore > 0 && self->n_lines > 0)
    {
      double length = self->lines[self->n_lines - 1].width / REFERENCE * em;
      double left = place (x, width, length, align);
      double below = first + (self->n_lines - 1) * self->line_spacing * em + underscore;

      cairo_move_to (cr, left, below);
      cairo_line_to (cr, left + length, below);
      cairo_set_line_width (cr, em * 0.055);
      cairo_stroke (cr);
    }
}

/**
 * td_fit_fill_outline:
 * @self: a fitted text
 * @cr: where to draw, in the current colour; user space in millimetres
 * @x: of the box
 * @y: of the box
 * @width: of the box
 * @height: of the box
 *
 * Draws the text in the middle of the box as shapes, which cannot be selected or searched.
 */
void
td_fit_fill_outline (const TdFit *self, cairo_t *cr, double x, double y, double width, double height)
{
  const double first = get_baseline (self, y, height, TD_FIT_CENTER);

  for (guint i = 0; i < self->runs->len; i++)
    draw_run (self, g_ptr_array_index (self->runs, i), cr, x, width, first, TD_FIT_CENTER, TRUE);
  cairo_fill (cr);
}
