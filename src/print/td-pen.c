/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-pen"

#include "config.h"

#include <math.h>

#include "td-pen.h"

#define NO_COLOUR G_MAXUINT

static TdPen *
pen_new (cairo_t *cr)
{
  TdPen *self = g_new0 (TdPen, 1);

  self->cr = cr;
  self->fill = NO_COLOUR;
  self->line = NO_COLOUR;
  self->width = -1;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  return self;
}

/**
 * td_pen_new:
 * @cr: where to draw
 *
 * Returns: (transfer full): a pen that draws
 */
TdPen *
td_pen_new (cairo_t *cr)
{
  return pen_new (cairo_reference (cr));
}

/**
 * td_pen_new_pdf:
 *
 * Returns: (transfer full): a pen that writes PDF operators in units of 1 / TD_PEN_UNITS millimetre
 */
TdPen *
td_pen_new_pdf (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  TdPen *self = pen_new (cairo_create (surface));

  cairo_surface_destroy (surface);
  cairo_scale (self->cr, TD_PEN_UNITS, TD_PEN_UNITS);
  self->pdf = g_string_new ("1 J 1 j\n");
  return self;
}

/**
 * td_pen_free:
 * @self: (transfer full): a pen
 */
void
td_pen_free (TdPen *self)
{
  cairo_destroy (self->cr);
  if (self->pdf != NULL)
    g_string_free (self->pdf, TRUE);
  g_free (self);
}

/**
 * td_pen_dup_pdf:
 * @self: a pen that writes PDF operators
 *
 * Returns: (transfer full): what it has written
 */
GBytes *
td_pen_dup_pdf (TdPen *self)
{
  g_return_val_if_fail (self->pdf != NULL, NULL);

  return g_bytes_new (self->pdf->str, self->pdf->len);
}

static void
append_point (TdPen *self, const cairo_path_data_t *data)
{
  double x = data->point.x, y = data->point.y;

  cairo_user_to_device (self->cr, &x, &y);
  g_string_append_printf (self->pdf, "%ld %ld ", lround (x), lround (y));
}

static void
append_path (TdPen *self)
{
  cairo_path_t *path = cairo_copy_path (self->cr);

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      for (int k = 1; k < data->header.length; k++)
        /* After a close cairo repeats the move; a path may also end in one: both draw nothing. */
        if (data->header.type != CAIRO_PATH_MOVE_TO || i + data->header.length < path->num_data)
          append_point (self, &data[k]);
      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          if (i + data->header.length < path->num_data)
            g_string_append (self->pdf, "m ");
          break;
        case CAIRO_PATH_LINE_TO: g_string_append (self->pdf, "l "); break;
        case CAIRO_PATH_CURVE_TO: g_string_append (self->pdf, "c "); break;
        case CAIRO_PATH_CLOSE_PATH: g_string_append (self->pdf, "h "); break;
        default: break;
        }
    }
  cairo_path_destroy (path);
}

static void
append_colour (TdPen *self, guint colour, guint *last, const char *operator)
{
  if (*last == colour)
    return;
  *last = colour;
  /* Three decimals written as whole numbers: no locale can put a comma into them. */
  for (int shift = 16; shift >= 0; shift -= 8)
    {
      guint part = (((colour >> shift) & 0xff) * 1000 + 127) / 255;

      if (part == 1000)
        g_string_append (self->pdf, "1 ");
      else
        g_string_append_printf (self->pdf, ".%03u ", part);
    }
  g_string_append_printf (self->pdf, "%s\n", operator);
}

static void
append_width (TdPen *self, double width)
{
  cairo_matrix_t matrix;
  long units;

  cairo_get_matrix (self->cr, &matrix);
  units = MAX (1, lround (width * sqrt (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx))));
  if (self->width != units)
    g_string_append_printf (self->pdf, "%ld w\n", units);
  self->width = units;
}

static void
set_colour (TdPen *self, guint colour)
{
  cairo_set_source_rgb (self->cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
finish_fill (TdPen *self, guint colour, const char *operator, cairo_fill_rule_t rule)
{
  if (self->pdf != NULL)
    {
      append_colour (self, colour, &self->fill, "rg");
      append_path (self);
      g_string_append_printf (self->pdf, "%s\n", operator);
      cairo_new_path (self->cr);
      return;
    }
  set_colour (self, colour);
  cairo_set_fill_rule (self->cr, rule);
  cairo_fill (self->cr);
}

/**
 * td_pen_fill:
 * @self: a pen
 * @colour: 0xRRGGBB
 *
 * Fills the path and forgets it.
 */
void
td_pen_fill (TdPen *self, guint colour)
{
  finish_fill (self, colour, "f", CAIRO_FILL_RULE_WINDING);
}

/**
 * td_pen_fill_even_odd:
 * @self: a pen
 * @colour: 0xRRGGBB
 *
 * Fills what lies inside an odd number of the path's pieces: rings and frames.
 */
void
td_pen_fill_even_odd (TdPen *self, guint colour)
{
  finish_fill (self, colour, "f*", CAIRO_FILL_RULE_EVEN_ODD);
}

/**
 * td_pen_stroke:
 * @self: a pen
 * @colour: 0xRRGGBB
 * @width: of the line, millimetres
 */
void
td_pen_stroke (TdPen *self, guint colour, double width)
{
  if (self->pdf != NULL)
    {
      append_colour (self, colour, &self->line, "RG");
      append_width (self, width);
      append_path (self);
      g_string_append (self->pdf, "S\n");
      cairo_new_path (self->cr);
      return;
    }
  set_colour (self, colour);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

/**
 * td_pen_fill_stroke:
 * @self: a pen
 * @fill: colour inside
 * @line: colour of the outline
 * @width: of the outline, millimetres
 */
void
td_pen_fill_stroke (TdPen *self, guint fill, guint line, double width)
{
  if (self->pdf != NULL)
    {
      append_colour (self, fill, &self->fill, "rg");
      append_colour (self, line, &self->line, "RG");
      append_width (self, width);
      append_path (self);
      g_string_append (self->pdf, "B\n");
      cairo_new_path (self->cr);
      return;
    }
  set_colour (self, fill);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_WINDING);
  cairo_fill_preserve (self->cr);
  td_pen_stroke (self, line, width);
}

/**
 * td_pen_circle:
 * @self: a pen
 * @x: centre
 * @y: centre
 * @radius: radius
 *
 * Adds a circle of four curves.
 */
void
td_pen_circle (TdPen *self, double x, double y, double radius)
{
  const double k = radius * 0.5522847498;

  cairo_move_to (self->cr, x + radius, y);
  cairo_curve_to (self->cr, x + radius, y + k, x + k, y + radius, x, y + radius);
  cairo_curve_to (self->cr, x - k, y + radius, x - radius, y + k, x - radius, y);
  cairo_curve_to (self->cr, x - radius, y - k, x - k, y - radius, x, y - radius);
  cairo_curve_to (self->cr, x + k, y - radius, x + radius, y - k, x + radius, y);
  cairo_close_path (self->cr);
}

/**
 * td_pen_ring:
 * @self: a pen
 * @x: centre
 * @y: centre
 * @outer: radius
 * @inner: radius
 *
 * Adds a ring, to be filled even-odd.
 */
void
td_pen_ring (TdPen *self, double x, double y, double outer, double inner)
{
  td_pen_circle (self, x, y, outer);
  td_pen_circle (self, x, y, inner);
}

/**
 * td_pen_petal:
 * @self: a pen
 * @length: from base to tip
 * @width: at the belly
 * @point: 0 for a round tip, 1 for the drawn-out tip of a lotus petal
 *
 * Adds a petal from the origin along the x axis.
 */
void
td_pen_petal (TdPen *self, double length, double width, double point)
{
  const double w = width * 0.66, belly = length * 0.62, tip = length * (0.98 - 0.08 * point);

  cairo_move_to (self->cr, 0, 0);
  cairo_curve_to (self->cr, length * 0.10, -w * 0.75, length * 0.36, -w, belly, -w * 0.62);
  cairo_curve_to (self->cr, length * 0.80, -w * 0.36, tip, -w * (0.20 - 0.13 * point), length, 0);
  cairo_curve_to (self->cr, tip, w * (0.20 - 0.13 * point), length * 0.80, w * 0.36, belly, w * 0.62);
  cairo_curve_to (self->cr, length * 0.36, w, length * 0.10, w * 0.75, 0, 0);
  cairo_close_path (self->cr);
}

/**
 * td_pen_leaf:
 * @self: a pen
 * @length: from base to tip
 * @width: at the belly
 * @bend: how far the tip leaves the x axis
 *
 * Adds a curved leaf from the origin along the x axis.
 */
void
td_pen_leaf (TdPen *self, double length, double width, double bend)
{
  cairo_move_to (self->cr, 0, 0);
  cairo_curve_to (self->cr, length * 0.20, -width * 0.85, length * 0.70, -width * 0.75 + bend * 0.10, length, bend);
  cairo_curve_to (self->cr, length * 0.78, width * 0.30 + bend * 0.35, length * 0.35, width * 0.55, 0, 0);
  cairo_close_path (self->cr);
}

/* The curve through the points that leaves each in the direction of its neighbours. */
static void
add_spline (TdPen *self, const double *xy, guint n, gboolean closed, gboolean joined)
{
  guint last = closed ? n : n - 1;

  if (joined)
    cairo_line_to (self->cr, xy[0], xy[1]);
  else
    cairo_move_to (self->cr, xy[0], xy[1]);
  for (guint i = 0; i < last; i++)
    {
      guint before = i > 0 ? i - 1 : (closed ? n - 1 : 0);
      guint next = (i + 1) % n;
      guint after = i + 2 < n ? i + 2 : (closed ? (i + 2) % n : n - 1);

      cairo_curve_to (self->cr,
                      xy[2 * i] + (xy[2 * next] - xy[2 * before]) / 6,
                      xy[2 * i + 1] + (xy[2 * next + 1] - xy[2 * before + 1]) / 6,
                      xy[2 * next] - (xy[2 * after] - xy[2 * i]) / 6,
                      xy[2 * next + 1] - (xy[2 * after + 1] - xy[2 * i + 1]) / 6,
                      xy[2 * next], xy[2 * next + 1]);
    }
  if (closed)
    cairo_close_path (self->cr);
}

/**
 * td_pen_spline:
 * @self: a pen
 * @xy: (array): x and y of each point
 * @n: how many points, at least 2
 * @closed: whether the last joins the first
 *
 * Adds a smooth curve through the points.
 */
void
td_pen_spline (TdPen *self, const double *xy, guint n, gboolean closed)
{
  add_spline (self, xy, n, closed, FALSE);
}

/**
 * td_pen_brush:
 * @self: a pen
 * @xy: (array): x and y of each point of the stroke's middle
 * @n: how many points, at least 2
 * @first: width at the beginning
 * @middle: width half way
 * @last: width at the end
 *
 * Adds the outline of a brush stroke that swells and tapers.
 */
void
td_pen_brush (TdPen *self, const double *xy, guint n, double first, double middle, double last)
{
  g_autofree double *left = g_new (double, 2 * n);
  g_autofree double *right = g_new (double, 2 * n);

  for (guint i = 0; i < n; i++)
    {
      guint before = i > 0 ? i - 1 : 0, after = i + 1 < n ? i + 1 : n - 1;
      double dx = xy[2 * after] - xy[2 * before], dy = xy[2 * after + 1] - xy[2 * before + 1];
      double length = hypot (dx, dy), t = (double) i / (n - 1);
      double half = ((1 - t) * (1 - 2 * t) * first + 4 * t * (1 - t) * middle + t * (2 * t - 1) * last) / 2;
      guint back = n - 1 - i;

      if (length > 0)
        {
          dx /= length;
          dy /= length;
        }
      left[2 * i] = xy[2 * i] - dy * half;
      left[2 * i + 1] = xy[2 * i + 1] + dx * half;
      right[2 * back] = xy[2 * i] + dy * half;
      right[2 * back + 1] = xy[2 * i + 1] - dx * half;
    }
  add_spline (self, left, n, FALSE, FALSE);
  add_spline (self, right, n, FALSE, TRUE);
  cairo_close_path (self->cr);
}
