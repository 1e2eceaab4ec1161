/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-fit"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "td-fit.h"
#include "td-shaper.h"

#define MM_PER_POINT (25.4 / 72.0)
/* Sizes are chosen in quarters of a point, so that names of like length look alike. */
#define STEP 0.25
/* One line more must gain more than this: fewer lines look calmer. */
#define WORTH_A_LINE 1.08
#define SLACK        0.01
/* Twelve lines at the smallest size hold less; what is longer is cut, and told as what does not fit. */
#define MAX_TEXT 8192

/**
 * TdFitter:
 *
 * Fits texts into boxes. It keeps the fonts and the words; one thread at a time may use it.
 */
struct _TdFitter
{
  TdGlue *glue;
  TdShaper *shaper;
  TdBreaker *breaker;
  GArray *words;  /* TdBreakWord, of the text at hand */
  GArray *shapes; /* const TdShape *, one per word */
  GArray *tokens; /* const TdGlueToken *, the same */
  GArray *starts; /* guint, first word of each line */
};

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

  self->glue = td_glue_new (keep_together);
  self->shaper = td_shaper_new (self->glue);
  self->breaker = td_breaker_new ();
  self->words = g_array_new (FALSE, TRUE, sizeof (TdBreakWord));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (const TdShape *));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (const TdGlueToken *));
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint));
  return self;
}

/**
 * td_fitter_free:
 * @self: (transfer full): a fitter
 */
void
td_fitter_free (TdFitter *self)
{
  td_shaper_free (self->shaper);
  td_glue_free (self->glue);
  td_breaker_free (self->breaker);
  g_array_unref (self->words);
  g_array_unref (self->shapes);
  g_array_unref (self->tokens);
  g_array_unref (self->starts);
  g_free (self);
}

/* Words are what stands between spaces; a no-break space is no space here. The "\n" of a forced
 * break becomes a space: what breaks lines is said by the words. */
static void
split_words (TdFitter *self, TdFit *fit, TdFace *face)
{
  const double space = td_face_get_space (face)->width;
  gboolean forced = FALSE;
  double x = 0;

  g_array_set_size (self->words, 0);
  g_array_set_size (self->shapes, 0);
  g_array_set_size (self->tokens, 0);
  for (char *at = fit->text; *at != '\0';)
    {
      TdBreakWord word = { 0 };
      const TdShape *shape;
      const TdGlueToken *token;

      if (*at == ' ' || *at == '\n' || *at == '\t')
        {
          forced = forced || *at == '\n';
          *at++ = ' ';
          continue;
        }
      word.start = at - fit->text;
      at += strcspn (at, " \n\t");
      word.end = at - fit->text;
      shape = td_shaper_shape (self->shaper, face, fit->text + word.start, word.end - word.start);
      token = &shape->token;
      word.left = x;
      word.right = x + shape->width;
      x = word.right + space;
      word.forced = forced && self->words->len > 0;
      forced = FALSE;
      fit->n_missing += shape->n_missing;
      if (fit->unprintable == 0)
        fit->unprintable = shape->unprintable;
      if (fit->substitute == NULL && shape->substitute != NULL)
        fit->substitute = g_strdup (shape->substitute);
      g_array_append_val (self->words, word);
      g_array_append_val (self->shapes, shape);
      g_array_append_val (self->tokens, token);
    }
}

static TdBreakWord *
get_words (TdFitter *self)
{
  return (TdBreakWord *) (gpointer) self->words->data;
}

typedef struct
{
  double size;
  guint n_lines;
  double narrowest; /* the width its widest line needs */
} Choice;

/* The largest size at which the words fit, over all numbers of lines. */
static Choice
choose (TdFitter *self, const TdFit *fit, const TdFitStyle *style, double width, double height, TdBreakHold most)
{
  const guint n_words = self->words->len;
  Choice best = { 0, 0, 0 };

  td_breaker_begin (self->breaker, get_words (self), n_words, most);
  for (guint n = 1; n <= MIN (style->max_lines, n_words); n++)
    {
      double narrowest = td_breaker_narrow (self->breaker);
      double tall = fit->ascent + fit->descent + (n - 1) * style->line_spacing;
      double size;

      if (isinf (narrowest))
        continue;
      size = MIN ((width + SLACK) / MAX (narrowest, 1) * TD_SHAPE_SIZE, (height + SLACK) / tall) / MM_PER_POINT;
      size = MIN (floor (size / STEP) * STEP, style->size);
      if (best.n_lines == 0 || size > best.size * WORTH_A_LINE
          || (best.size < style->min_size && size > best.size))
        best = (Choice){ size, n, narrowest };
      if (size >= style->size)
        break;
    }
  return best;
}

/* Every line that is forced, whatever it is wide. */
static void
break_where_forced (TdFitter *self, TdFit *fit)
{
  const TdBreakWord *words = get_words (self);

  fit->n_lines = 0;
  g_array_set_size (self->starts, self->words->len);
  for (guint i = 0; i < self->words->len; i++)
    if (i == 0 || words[i].forced)
      g_array_index (self->starts, guint, fit->n_lines++) = i;
}

static void
choose_lines (TdFitter *self, TdFit *fit, const TdFitStyle *style, double width, double height)
{
  TdBreakHold most = TD_BREAK_FREE;
  Choice choice = choose (self, fit, style, width, height, most);

  /* Most boxes hold one line that simply fits: no need to look for phrases. */
  if (choice.n_lines != 1 || choice.size < style->size)
    {
      td_glue_mark (self->glue, (const TdGlueToken *const *) (gpointer) self->tokens->data, get_words (self), self->words->len);
      choice = choose (self, fit, style, width, height, most);
    }
  while ((choice.n_lines == 0 || choice.size < style->min_size) && most < TD_BREAK_NAME)
    choice = choose (self, fit, style, width, height, ++most);
  fit->overflow = fit->overflow || choice.n_lines == 0 || choice.size < style->min_size;
  fit->size = MAX (choice.size, style->min_size);
  fit->n_lines = choice.n_lines;
  g_array_set_size (self->starts, MAX (choice.n_lines, 1));
  if (choice.n_lines == 1)
    g_array_index (self->starts, guint, 0) = 0;
  else if (choice.n_lines == 0
           || !td_breaker_balance (self->breaker, choice.n_lines,
                                   fit->overflow ? choice.narrowest + SLACK : (width + SLACK) / (fit->size * MM_PER_POINT) * TD_SHAPE_SIZE,
                                   (guint *) (gpointer) self->starts->data))
    break_where_forced (self, fit);
}

static void
take_lines (TdFitter *self, TdFit *fit)
{
  const TdBreakWord *words = get_words (self);

  fit->lines = g_new (TdFitLine, fit->n_lines);
  for (guint i = 0; i < fit->n_lines; i++)
    {
      guint first = g_array_index (self->starts, guint, i);
      guint last = (i + 1 < fit->n_lines ? g_array_index (self->starts, guint, i + 1) : self->words->len) - 1;
      TdFitLine *line = &fit->lines[i];

      line->start = words[first].start;
      line->end = words[last].end;
      line->left = words[first].left;
      line->width = words[last].right - line->left;
    }
}

/* One stretch of glyphs of one line. */
typedef struct
{
  PangoGlyphItem item;
  guint line;
  double x;    /* from the line's left edge */
  guint start; /* byte the stretch begins at */
} Run;

static void
run_clear (gpointer data)
{
  Run *run = data;

  pango_item_free (run->item.item);
  pango_glyph_string_free (run->item.glyphs);
}

static Run *
add_run (TdFit *fit, const TdShapePiece *piece, guint line, guint start, double x)
{
  Run run = { .line = line, .x = x, .start = start };

  run.item.item = pango_item_new ();
  run.item.item->offset = start;
  run.item.item->analysis.font = g_object_ref (piece->font);
  run.item.item->analysis.level = piece->level;
  run.item.glyphs = pango_glyph_string_new ();
  g_array_append_val (fit->runs, run);
  return &g_array_index (fit->runs, Run, fit->runs->len - 1);
}

static void
append_glyphs (const TdFit *fit, Run *run, const TdShapePiece *piece, guint start, guint end)
{
  PangoGlyphString *glyphs = run->item.glyphs;
  const int old = glyphs->num_glyphs;
  const int n = piece->glyphs->num_glyphs;

  pango_glyph_string_set_size (glyphs, old + n);
  memcpy (glyphs->glyphs + old, piece->glyphs->glyphs, n * sizeof *glyphs->glyphs);
  for (int i = 0; i < n; i++)
    glyphs->log_clusters[old + i] = piece->glyphs->log_clusters[i] + (int) (start - run->start);
  run->item.item->length = end - run->start;
  run->item.item->num_chars += g_utf8_strlen (fit->text + start, end - start);
}

static double
get_width (const TdShapePiece *piece)
{
  double width = 0;

  for (int i = 0; i < piece->glyphs->num_glyphs; i++)
    width += (double) piece->glyphs->glyphs[i].geometry.width / PANGO_SCALE;
  return width;
}

/* The words of a line, one stretch for all that are of one font. */
static void
take_runs (TdFitter *self, TdFit *fit, TdFace *face, guint n)
{
  const TdShape *space = td_face_get_space (face);
  const TdFitLine *line = &fit->lines[n];
  guint i = g_array_index (self->starts, guint, n);
  Run *run = NULL;

  for (; i < self->words->len && get_words (self)[i].start < line->end; i++)
    {
      const TdBreakWord *word = &get_words (self)[i];
      const TdShape *shape = g_array_index (self->shapes, const TdShape *, i);
      double x = word->left - line->left;

      if (run != NULL && space->n_pieces > 0 && run->item.item->analysis.font == space->pieces[0].font)
        append_glyphs (fit, run, &space->pieces[0], word[-1].end, word->start);
      else
        run = NULL;
      for (guint p = 0; p < shape->n_pieces; p++)
        {
          const TdShapePiece *piece = &shape->pieces[p];

          if (run == NULL || run->item.item->analysis.font != piece->font || piece->level != 0)
            run = add_run (fit, piece, n, word->start + piece->start, x);
          append_glyphs (fit, run, piece, word->start + piece->start, word->start + piece->end);
          x += get_width (piece);
          if (piece->level != 0)
            run = NULL;
        }
    }
}

/* No more than a box could hold; invalid bytes have become replacement characters before. */
static char *
dup_text (const char *text, gboolean *cut)
{
  gsize length = strnlen (text, MAX_TEXT + 1);

  *cut = length > MAX_TEXT;
  if (*cut)
    for (length = MAX_TEXT; length > 0 && (text[length] & 0xC0) == 0x80; length--)
      ;
  return g_strndup (text, length);
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
 * length that end where Vietnamese may be broken. Each word is shaped once; nothing is laid out on
 * trial. Each text stands for itself: a long one makes no other smaller.
 *
 * Returns: (transfer full): the fitted text
 */
TdFit *
td_fitter_fit (TdFitter *self, const char *text, const TdFitStyle *style, double width, double height)
{
  TdFit *fit;
  TdFace *face;

  g_return_val_if_fail (self != NULL && text != NULL && style != NULL, NULL);

  td_shaper_trim (self->shaper);
  face = td_shaper_ensure_face (self->shaper, style->family, style->bold, style->italic);
  fit = g_new0 (TdFit, 1);
  fit->text = dup_text (text, &fit->overflow);
  fit->size = style->size;
  fit->line_spacing = style->line_spacing;
  fit->ascent = td_face_get_ascent (face);
  fit->descent = td_face_get_descent (face);
  fit->runs = g_array_sized_new (FALSE, FALSE, sizeof (Run), 2);
  g_array_set_clear_func (fit->runs, run_clear);
  split_words (self, fit, face);
  if (self->words->len == 0)
    return fit;
  choose_lines (self, fit, style, width, height);
  take_lines (self, fit);
  for (guint i = 0; i < fit->n_lines; i++)
    take_runs (self, fit, face, i);
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
  g_array_unref (self->runs);
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
draw_run (const TdFit *self, Run *run, cairo_t *cr, double x, double width, double first,
          TdFitPlace align, gboolean outline)
{
  const double em = self->size * MM_PER_POINT;
  const double left = place (x, width, self->lines[run->line].width / TD_SHAPE_SIZE * em, align);

  cairo_save (cr);
  cairo_translate (cr, left + run->x / TD_SHAPE_SIZE * em, first + run->line * self->line_spacing * em);
  cairo_scale (cr, em / TD_SHAPE_SIZE, em / TD_SHAPE_SIZE);
  cairo_move_to (cr, 0, 0);
  if (outline)
    pango_cairo_glyph_string_path (cr, run->item.item->analysis.font, run->item.glyphs);
  else
    pango_cairo_show_glyph_item (cr, self->text, &run->item);
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
    draw_run (self, &g_array_index (self->runs, Run, i), cr, x, width, first, align, FALSE);
  if (underscore > 0 && self->n_lines > 0)
    {
      double length = self->lines[self->n_lines - 1].width / TD_SHAPE_SIZE * em;
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
    draw_run (self, &g_array_index (self->runs, Run, i), cr, x, width, first, TD_FIT_CENTER, TRUE);
  cairo_fill (cr);
}
