/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-snap"

#include "config.h"

#include <math.h>

#include "td-template-draft.h"
#include "td-template-snap.h"

/**
 * TdTemplateLines:
 *
 * The lines that what is moved on a sheet falls in with: guides, the sheet's middle and edges, edges
 * and middles of what stands still.
 */
struct _TdTemplateLines
{
  GArray *upright; /* double: x */
  GArray *level;   /* double: y */
};

static void
add_area (TdTemplateLines *self, const TdTemplateArea *area)
{
  for (guint i = 0; i <= 2; i++)
    {
      td_template_lines_add (self, TRUE, area->x + area->width * i / 2);
      td_template_lines_add (self, FALSE, area->y + area->height * i / 2);
    }
}

static gboolean
is_left_out (GPtrArray *without, const char *id)
{
  return without != NULL && g_ptr_array_find_with_equal_func (without, id, g_str_equal, NULL);
}

/**
 * td_template_lines_new:
 * @template: a template
 * @without: (nullable) (element-type utf8): ids of what is being moved
 *
 * Returns: (transfer full): its lines; guides come first, so that they win
 */
TdTemplateLines *
td_template_lines_new (TdTemplate *template, GPtrArray *without)
{
  TdTemplateLines *self = g_new0 (TdTemplateLines, 1);
  const TdTemplateArea sheet = { 0, 0, td_template_get_width (template), td_template_get_height (template) };
  const TdTemplateGuide *guides;
  guint n_guides;

  self->upright = g_array_new (FALSE, FALSE, sizeof (double));
  self->level = g_array_new (FALSE, FALSE, sizeof (double));
  guides = td_template_get_guides (template, &n_guides);
  for (guint i = 0; i < n_guides; i++)
    td_template_lines_add (self, guides[i].vertical, guides[i].at);
  add_area (self, &sheet);
  if (td_template_get_emblem_area (template)->width > 0 && !is_left_out (without, TD_TEMPLATE_EMBLEM))
    add_area (self, td_template_get_emblem_area (template));
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    if (!is_left_out (without, td_template_get_box (template, i)->id))
      add_area (self, &td_template_get_box (template, i)->area);
  for (guint i = 0; i < td_template_get_n_pictures (template); i++)
    if (!is_left_out (without, td_template_get_picture (template, i)->id))
      add_area (self, &td_template_get_picture (template, i)->area);
  return self;
}

/**
 * td_template_lines_free:
 * @self: (transfer full): lines
 */
void
td_template_lines_free (TdTemplateLines *self)
{
  g_array_unref (self->upright);
  g_array_unref (self->level);
  g_free (self);
}

/**
 * td_template_lines_add:
 * @self: lines
 * @vertical: whether it is upright
 * @at: millimetres from the sheet's left or upper edge
 */
void
td_template_lines_add (TdTemplateLines *self, gboolean vertical, double at)
{
  g_array_append_val (vertical ? self->upright : self->level, at);
}

/* The line nearest to one of the places, the first of those equally near. */
static gboolean
find_nearest (GArray *lines, const double *places, guint n_places, double reach, double *by, double *line)
{
  double best = INFINITY;

  for (guint i = 0; i < lines->len; i++)
    for (guint k = 0; k < n_places; k++)
      {
        double at = g_array_index (lines, double, i);

        if (fabs (at - places[k]) <= reach && fabs (at - places[k]) < best - 1e-6)
          {
            best = fabs (at - places[k]);
            *by = at - places[k];
            *line = at;
          }
      }
  return !isinf (best);
}

/**
 * td_template_lines_snap_area:
 * @self: lines
 * @area: what is being moved
 * @reach: how near a line must be, millimetres
 *
 * Finds what brings an edge or the middle of @area onto a line.
 *
 * Returns: how much further it goes
 */
TdTemplateSnap
td_template_lines_snap_area (const TdTemplateLines *self, const TdTemplateArea *area, double reach)
{
  /* Centred lines are what certificates are made of: the middle comes first. */
  const double xs[] = { area->x + area->width / 2, area->x, area->x + area->width };
  const double ys[] = { area->y + area->height / 2, area->y, area->y + area->height };
  TdTemplateSnap snap = { 0 };

  snap.on_x = find_nearest (self->upright, xs, G_N_ELEMENTS (xs), reach, &snap.dx, &snap.x);
  snap.on_y = find_nearest (self->level, ys, G_N_ELEMENTS (ys), reach, &snap.dy, &snap.y);
  return snap;
}

/**
 * td_template_lines_snap_point:
 * @self: lines
 * @x: where an upright edge is; NaN for none
 * @y: where a level edge is; NaN for none
 * @reach: how near a line must be, millimetres
 *
 * Returns: how much further the edges go
 */
TdTemplateSnap
td_template_lines_snap_point (const TdTemplateLines *self, double x, double y, double reach)
{
  TdTemplateSnap snap = { 0 };

  snap.on_x = !isnan (x) && find_nearest (self->upright, &x, 1, reach, &snap.dx, &snap.x);
  snap.on_y = !isnan (y) && find_nearest (self->level, &y, 1, reach, &snap.dy, &snap.y);
  return snap;
}
