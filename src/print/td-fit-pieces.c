/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-fit-pieces"

#include "config.h"

#include "td-fit-pieces.h"
#include "td-preprinted.h"

#define MM_PER_POINT (25.4 / 72.0)
/* So wide that nothing is made smaller for it. */
#define ANY_WIDTH 100000.0

/* A stretch of one line, at the size the whole has. */
static TdFit *
fit_stretch (const TdFit *self, TdFitter *fitter, const TdTemplateBox *box, guint start, guint end)
{
  const TdFitStyle style = { box->family, self->size, self->size, box->bold, box->italic, box->line_spacing, 1 };
  g_autofree char *text = g_strndup (self->text + start, end - start);

  return td_fitter_fit (fitter, text, &style, ANY_WIDTH, ANY_WIDTH);
}

/* Width in millimetres of a text set as one line. */
static double
get_width (const TdFit *fit)
{
  return fit->n_lines > 0 ? fit->lines[0].width / 1000 * fit->size * MM_PER_POINT : 0;
}

static double
place (double start, double room, double need, TdTemplatePlace how)
{
  if (how == TD_TEMPLATE_START)
    return start;
  return how == TD_TEMPLATE_END ? start + room - need : start + (room - need) / 2;
}

/* Where the top of a line is, as the whole text stands in its box. */
static double
get_top (const TdFit *self, const TdTemplateBox *box, guint line)
{
  const double em = self->size * MM_PER_POINT;
  const double tall = (self->ascent + self->descent + (self->n_lines - 1) * self->line_spacing) * em;

  return place (box->area.y, box->area.height, tall, box->valign) + line * self->line_spacing * em;
}

/**
 * td_fit_draw_pieces:
 * @self: a fitted text
 * @fitter: what fitted it
 * @cr: where to draw, in the current colour; user space in millimetres
 * @box: the box it was fitted into
 * @pieces: (element-type TdPreprintedGap): which bytes of it are drawn, in order
 * @places: (array length=n_places) (nullable): where the pieces begin, millimetres from the sheet's left edge
 * @n_places: how many; pieces beyond them stand where they do in the whole text
 *
 * Draws only what a blank leaves to be written: on the baseline of the whole text, at the place it has
 * there or that was measured on the blank.
 */
void
td_fit_draw_pieces (const TdFit *self, TdFitter *fitter, cairo_t *cr, const TdTemplateBox *box, GArray *pieces,
                    const double *places, guint n_places)
{
  for (guint n = 0; n < self->n_lines; n++)
    {
      const TdFitLine *line = &self->lines[n];
      const double width = line->width / 1000 * self->size * MM_PER_POINT;
      const double left = place (box->area.x, box->area.width, width, box->align);
      const double top = get_top (self, box, n);

      for (guint i = 0; i < pieces->len; i++)
        {
          const TdPreprintedGap *gap = &g_array_index (pieces, TdPreprintedGap, i);
          guint start = MAX (gap->start, line->start), end = MIN (gap->end, line->end);
          g_autoptr (TdFit) piece = NULL, before = NULL;
          double x;

          if (start >= end)
            continue;
          piece = fit_stretch (self, fitter, box, start, end);
          before = fit_stretch (self, fitter, box, line->start, end);
          x = i < n_places && start == gap->start ? places[i] : left + get_width (before) - get_width (piece);
          td_fit_draw (piece, cr, x, top, ANY_WIDTH, 0, TD_FIT_START, TD_FIT_START, 0);
        }
    }
}
