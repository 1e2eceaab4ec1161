/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ornament"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-ornament-private.h"

/* The border is drawn for this width and scaled to the sheet's. */
#define DESIGN_WIDTH 360.0
#define ID           "sen-vang"
/* Larger pictures are drawn anew: 64 MB are enough to keep. */
#define MAX_PIXELS (16.0 * 1024 * 1024)

/**
 * td_ornament_new:
 * @id: which ornament; "sen-vang" (gilt lotus) is the one there is
 * @x: left edge, millimetres
 * @y: top edge, millimetres
 * @width: millimetres
 * @height: millimetres
 *
 * Returns: (transfer full) (nullable): the ornament, or %NULL when there is no such one
 */
TdOrnament *
td_ornament_new (const char *id, double x, double y, double width, double height)
{
  TdOrnament *self;

  g_return_val_if_fail (id != NULL && width > 0 && height > 0, NULL);

  if (strcmp (id, ID) != 0)
    return NULL;
  self = g_new0 (TdOrnament, 1);
  self->x = x;
  self->y = y;
  self->width = width;
  self->height = height;
  return self;
}

/**
 * td_ornament_equal:
 * @self: an ornament
 * @other: another
 *
 * Returns: whether they look the same and stand in the same place
 */
gboolean
td_ornament_equal (TdOrnament *self, TdOrnament *other)
{
  return self->x == other->x && self->y == other->y && self->width == other->width && self->height == other->height;
}

/**
 * td_ornament_set_number:
 * @self: an ornament, before it is drawn
 * @number: what tells it from the other ornaments of a document
 */
void
td_ornament_set_number (TdOrnament *self, guint number)
{
  self->number = number;
}

/**
 * td_ornament_free:
 * @self: (transfer full): an ornament
 */
void
td_ornament_free (TdOrnament *self)
{
  g_clear_pointer (&self->placeholder, cairo_surface_destroy);
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_free (self);
}

static void
place_at (TdPen *pen, TdMotif motif, double x, double y, double along, double across, TdOrnamentPlace place)
{
  cairo_save (pen->cr);
  cairo_translate (pen->cr, x, y);
  cairo_scale (pen->cr, along, across);
  place (pen, motif);
  cairo_restore (pen->cr);
}

static void
draw_frame (TdPen *pen, double width, double height, double from, double to, guint colour)
{
  cairo_rectangle (pen->cr, from, from, width - 2 * from, height - 2 * from);
  cairo_rectangle (pen->cr, to, to, width - 2 * to, height - 2 * to);
  td_pen_fill_even_odd (pen, colour);
}

static void
compose_ground (TdPen *pen, double width, double height, TdOrnamentPlace place)
{
  double scale = (MIN (width, height) / 2 - 19) / 98;

  cairo_save (pen->cr);
  cairo_translate (pen->cr, width / 2, height / 2);
  cairo_scale (pen->cr, scale, scale);
  place (pen, TD_MOTIF_SUN);
  for (guint i = 0; i < 16; i++)
    {
      cairo_save (pen->cr);
      cairo_rotate (pen->cr, -(i + 0.5) * G_PI / 8);
      place_at (pen, TD_MOTIF_BIRD, 0, 41, 1, -1, place);
      cairo_restore (pen->cr);
    }
  cairo_restore (pen->cr);
}

/* From the middle of the side to both corners; the ends vanish behind the corner pieces. */
static void
compose_vines (TdPen *pen, double length, TdOrnamentPlace place)
{
  const double middle = (TD_BAND_OUTER + TD_BAND_INNER) / 2;
  const double half = length / 2 - 20 - (TD_CORNER + TD_CORNER_SIZE - 3);
  const guint n = MAX (1, lround (half / TD_VINE_STEP));
  const double step = half / n;

  for (int side = -1; side <= 1; side += 2)
    for (guint i = 0; i < n; i++)
      place_at (pen, TD_MOTIF_VINE, length / 2 + side * (20 + i * step), middle,
                side * step / TD_VINE_STEP, i % 2 == 0 ? 1 : -1, place);
  place_at (pen, TD_MOTIF_MIDDLE, length / 2, middle, 1, 1, place);
}

/* One side, seen with the text below: x along the border, y inwards. */
static void
compose_side (TdPen *pen, double length, TdOrnamentPlace place)
{
  const double pearls = 2.45, petals = 13.85;
  guint n = lround ((length - 2 * pearls) / 2);

  /* A pearl stands in each corner: the rows close without a gap. */
  for (guint i = 0; i < n; i++)
    place_at (pen, TD_MOTIF_PEARL, pearls + i * (length - 2 * pearls) / n, pearls, 1, 1, place);
  n = lround ((length - 2 * petals) / 3);
  for (guint i = 0; i < n; i++)
    place_at (pen, TD_MOTIF_PETAL, petals + (i + 0.5) * (length - 2 * petals) / n, petals,
              (length - 2 * petals) / n / 3, 1, place);
  compose_vines (pen, length, place);
}

static void
compose_corners (TdPen *pen, double width, double height, TdOrnamentPlace place)
{
  for (guint i = 0; i < 4; i++)
    {
      gboolean right = i % 2 == 1, bottom = i >= 2;

      cairo_save (pen->cr);
      cairo_translate (pen->cr, right ? width - TD_CORNER : TD_CORNER, bottom ? height - TD_CORNER : TD_CORNER);
      cairo_scale (pen->cr, right ? -1 : 1, bottom ? -1 : 1);
      place (pen, TD_MOTIF_CORNER);
      cairo_restore (pen->cr);
    }
}

/* A ground for the lotus in each corner, as far as the rules give way. */
static void
compose_plaques (TdPen *pen, double width, double height)
{
  for (guint corner = 0; corner < 4; corner++)
    {
      cairo_save (pen->cr);
      cairo_translate (pen->cr, corner == 1 || corner == 2 ? width : 0, corner >= 2 ? height : 0);
      cairo_rotate (pen->cr, corner * G_PI / 2);
      cairo_move_to (pen->cr, TD_CORNER, TD_CORNER);
      cairo_arc (pen->cr, TD_CORNER, TD_CORNER, TD_RULE_NOTCH, 0, G_PI / 2);
      cairo_close_path (pen->cr);
      cairo_restore (pen->cr);
    }
  td_pen_fill (pen, TD_GROUND);
}

/* The rules around the text, which give way to the corner pieces. */
static void
compose_rules (TdPen *pen, double width, double height)
{
  static const struct
  {
    double from, line;
    guint colour;
  } rules[] = { { TD_RULE, 0.3, TD_GILT_DEEP }, { TD_RULE + 0.65, 0.12, TD_LACQUER } };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const double notch = TD_RULE_NOTCH + rules[i].from - TD_RULE;
      const double along = sqrt (notch * notch - (rules[i].from - TD_CORNER) * (rules[i].from - TD_CORNER));
      const double start = atan2 (rules[i].from - TD_CORNER, along);

      for (guint corner = 0; corner < 4; corner++)
        {
          gboolean turned = corner % 2 == 1;

          cairo_save (pen->cr);
          cairo_translate (pen->cr, corner == 1 || corner == 2 ? width : 0, corner >= 2 ? height : 0);
          cairo_rotate (pen->cr, corner * G_PI / 2);
          /* an arc towards the side that comes next, and that side */
          cairo_arc_negative (pen->cr, TD_CORNER, TD_CORNER, notch, G_PI / 2 - start, start);
          cairo_line_to (pen->cr, (turned ? height : width) - TD_CORNER - along, rules[i].from);
          cairo_restore (pen->cr);
        }
      cairo_close_path (pen->cr);
      td_pen_stroke (pen, rules[i].colour, rules[i].line);
    }
}

/* Draws the whole ornament; motifs that repeat go through @place. */
void
_td_ornament_compose (TdOrnament *self, TdPen *pen, TdOrnamentPlace place)
{
  const double scale = self->width / DESIGN_WIDTH;
  const double width = DESIGN_WIDTH, height = self->height / scale;
  static const struct
  {
    double from, to;
    guint colour;
  } frames[] = {
    { 0.00, 0.55, TD_LACQUER },
    { 0.95, 1.25, TD_GILT_DEEP },
    { 1.25, 3.65, TD_GROUND_PALE },
    { 3.65, 3.95, TD_GILT_DEEP },
    { 4.18, TD_BAND_OUTER, TD_LACQUER },
    { TD_BAND_OUTER, TD_BAND_INNER, TD_CREAM },
    { TD_BAND_INNER, 13.22, TD_LACQUER },
    { 13.5, 13.85, TD_GILT_DEEP },
  };

  cairo_save (pen->cr);
  cairo_translate (pen->cr, self->x, self->y);
  cairo_scale (pen->cr, scale, scale);
  compose_ground (pen, width, height, place);
  compose_plaques (pen, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    draw_frame (pen, width, height, frames[i].from, frames[i].to, frames[i].colour);
  for (guint i = 0; i < 4; i++)
    {
      cairo_save (pen->cr);
      cairo_translate (pen->cr, i == 1 || i == 2 ? width : 0, i >= 2 ? height : 0);
      cairo_rotate (pen->cr, i * G_PI / 2);
      compose_side (pen, i % 2 == 0 ? width : height, place);
      cairo_restore (pen->cr);
    }
  compose_rules (pen, width, height);
  compose_corners (pen, width, height, place);
  cairo_restore (pen->cr);
}

static void
draw_vectors (TdOrnament *self, cairo_t *cr)
{
  g_autoptr (TdPen) pen = NULL;

  cairo_save (cr);
  pen = td_pen_new (cr);
  _td_ornament_compose (self, pen, td_motif_draw);
  cairo_restore (cr);
}

/* A preview draws the same ornament for every page it shows: pixels of the last size are kept. */
static gboolean
draw_pixels (TdOrnament *self, cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double left, top, width, height, scale_x, scale_y;

  cairo_get_matrix (cr, &matrix);
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xy != 0 || matrix.yx != 0
      || matrix.xx <= 0 || matrix.yy <= 0)
    return FALSE;
  cairo_surface_get_device_scale (target, &scale_x, &scale_y);
  left = floor (matrix.x0 + self->x * matrix.xx) - 1;
  top = floor (matrix.y0 + self->y * matrix.yy) - 1;
  width = ceil (self->width * matrix.xx) + 3;
  height = ceil (self->height * matrix.yy) + 3;
  if (width * scale_x * height * scale_y > MAX_PIXELS)
    return FALSE;
  matrix.x0 -= left;
  matrix.y0 -= top;
  if (self->image == NULL || memcmp (&matrix, &self->image_matrix, sizeof matrix) != 0
      || scale_x != self->image_scale)
    {
      cairo_t *inner;

      g_clear_pointer (&self->image, cairo_surface_destroy);
      self->image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ceil (width * scale_x), ceil (height * scale_y));
      self->image_matrix = matrix;
      self->image_scale = scale_x;
      cairo_surface_set_device_scale (self->image, scale_x, scale_y);
      inner = cairo_create (self->image);
      cairo_set_matrix (inner, &matrix);
      draw_vectors (self, inner);
      cairo_destroy (inner);
    }
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, self->image, left, top);
  cairo_paint (cr);
  cairo_restore (cr);
  return TRUE;
}

/**
 * td_ornament_draw:
 * @self: an ornament
 * @cr: where to draw; user space in millimetres of the sheet
 */
void
td_ornament_draw (TdOrnament *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  if (!draw_pixels (self, cr))
    draw_vectors (self, cr);
}
