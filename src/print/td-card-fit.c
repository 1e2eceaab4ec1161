/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-card-fit"

#include "config.h"

#include "td-card-fit.h"

#define MM_PER_POINT (25.4 / 72)
#define SPACING      1.18
#define GAP          0.25 /* between two lines of a card, in sizes of the name */
#define LEAST        0.4  /* of the size wished for */
#define STEP         0.05
#define ANY_HEIGHT   10000.0

/* How weighty a line is. What stands apart, a number or a seat, is whoever draws the card's own matter. */
static const struct
{
  const char *kind;
  double size;
  gboolean bold, italic;
  guint max_lines;
} kinds[] = {
  { "name", 1.0, TRUE, FALSE, 4 },
  { "text", 0.82, FALSE, FALSE, 4 },
  { "note", 0.74, FALSE, TRUE, 2 },
};

static int
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return (int) i;
  return -1;
}

static void
clear (TdCardFit *self)
{
  g_ptr_array_set_size (self->fits, 0);
  self->height = 0;
  self->overflow = FALSE;
}

static double
get_height (const TdFit *fit)
{
  return fit->n_lines * fit->size * SPACING * MM_PER_POINT;
}

static void
try_size (TdCardFit *self, TdFitter *fitter, const TdLetterCard *card, double size, double width, double height)
{
  clear (self);
  for (guint i = 0; i < card->lines->len; i++)
    {
      const TdLetterCardLine *line = g_ptr_array_index (card->lines, i);
      int kind = find_kind (line->kind);
      TdFitStyle style;
      TdFit *fit;

      if (kind < 0)
        continue;
      style = (TdFitStyle){ "Liberation Serif", size * kinds[kind].size, size * kinds[kind].size, kinds[kind].bold, kinds[kind].italic, SPACING, kinds[kind].max_lines };
      fit = td_fitter_fit (fitter, line->text, &style, width, ANY_HEIGHT);
      self->overflow = self->overflow || fit->overflow;
      self->height += get_height (fit) + (self->fits->len > 0 ? GAP * size * MM_PER_POINT : 0);
      g_ptr_array_add (self->fits, fit);
    }
  self->overflow = self->overflow || self->height > height;
}

/**
 * td_card_fit_new:
 * @fitter: sets the text
 * @card: what is said
 * @size: of the name, points, where there is room
 * @width: of the box, millimetres
 * @height: of the box
 *
 * Returns: (transfer full): the card, as large as the box allows
 */
TdCardFit *
td_card_fit_new (TdFitter *fitter, const TdLetterCard *card, double size, double width, double height)
{
  TdCardFit *self = g_new0 (TdCardFit, 1);

  self->fits = g_ptr_array_new_with_free_func ((GDestroyNotify) td_fit_free);
  for (double scale = 1; scale > LEAST - STEP / 2; scale -= STEP)
    {
      try_size (self, fitter, card, size * scale, width, height);
      if (!self->overflow)
        break;
    }
  return self;
}

/**
 * td_card_fit_free:
 * @self: (transfer full): a fitted card
 */
void
td_card_fit_free (TdCardFit *self)
{
  g_ptr_array_unref (self->fits);
  g_free (self);
}

/**
 * td_card_fit_draw:
 * @self: a fitted card
 * @cr: where to draw; user space in millimetres
 * @x: of the box
 * @y: of the box
 * @width: of the box
 * @height: of the box, in whose middle it stands
 * @align: to which side lines keep
 */
void
td_card_fit_draw (const TdCardFit *self, cairo_t *cr, double x, double y, double width, double height, TdFitPlace align)
{
  double gap = self->fits->len > 1 ? GAP * ((const TdFit *) g_ptr_array_index (self->fits, 0))->size * MM_PER_POINT : 0;

  y += MAX (0, (height - self->height) / 2);
  for (guint i = 0; i < self->fits->len; i++)
    {
      const TdFit *fit = g_ptr_array_index (self->fits, i);
      double of_line = get_height (fit);

      td_fit_draw (fit, cr, x, y, width, of_line, align, TD_FIT_CENTER, 0);
      y += of_line + gap;
    }
}

/**
 * td_card_get:
 * @card: a card
 * @kind: of a line
 *
 * Returns: (transfer none) (nullable): what the first line of that kind says
 */
const char *
td_card_get (const TdLetterCard *card, const char *kind)
{
  for (guint i = 0; i < card->lines->len; i++)
    {
      const TdLetterCardLine *line = g_ptr_array_index (card->lines, i);

      if (g_str_equal (line->kind, kind))
        return line->text;
    }
  return NULL;
}
