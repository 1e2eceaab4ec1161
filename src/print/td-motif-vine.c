/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-motif-vine"

#include "config.h"

#include <math.h>

#include "td-motif.h"

/* Lotus, vine and what runs along the border. */

#define DEGREES  (G_PI / 180)
#define N_SPIRAL 19

static void
leaf_at (TdPen *pen, double x, double y, double angle, double length, double width, double bend, guint fill, guint line)
{
  cairo_save (pen->cr);
  cairo_translate (pen->cr, x, y);
  cairo_rotate (pen->cr, angle * DEGREES);
  td_pen_leaf (pen, length, width, bend);
  td_pen_fill_stroke (pen, fill, line, 0.1);
  cairo_move_to (pen->cr, length * 0.12, 0);
  cairo_curve_to (pen->cr, length * 0.4, -width * 0.15, length * 0.65, bend * 0.25, length * 0.82, bend * 0.6);
  td_pen_stroke (pen, line, 0.09);
  cairo_restore (pen->cr);
}

static void
dot_at (TdPen *pen, double x, double y, double radius, guint fill, guint line)
{
  td_pen_circle (pen, x, y, radius);
  td_pen_fill_stroke (pen, fill, line, 0.1);
}

/**
 * td_motif_draw_rosette:
 * @pen: a pen
 * @radius: of the flower
 * @n: petals
 * @petal: their colour
 * @line: colour of their outline
 *
 * A lotus seen from above: two rows of petals and the heart.
 */
void
td_motif_draw_rosette (TdPen *pen, double radius, guint n, guint petal, guint line)
{
  for (guint row = 0; row < 2; row++)
    for (guint i = 0; i < n; i++)
      {
        double length = row == 0 ? radius : radius * 0.74;

        cairo_save (pen->cr);
        cairo_rotate (pen->cr, (i + (row == 0 ? 0.5 : 0)) * 2 * G_PI / n);
        /* as wide as leaves its neighbours alone: overlapping petals would make it a pinwheel */
        td_pen_petal (pen, length, 1.34 * length * tan (G_PI / n), 0.1);
        td_pen_fill_stroke (pen, petal, line, radius * 0.035);
        cairo_restore (pen->cr);
      }
  td_pen_circle (pen, 0, 0, radius * 0.27);
  td_pen_fill_stroke (pen, TD_GILT_LIGHT, TD_GILT_DARK, radius * 0.03);
}

/**
 * td_motif_draw_lotus:
 * @pen: a pen
 * @height: from the base to the tip of the middle petal
 *
 * A lotus in side view, from the origin along the x axis.
 */
void
td_motif_draw_lotus (TdPen *pen, double height)
{
  static const struct
  {
    double angle, length, width;
    guint fill;
  } petals[] = {
    { 0, 0.98, 0.30, TD_LACQUER },
    { 88, 0.55, 0.20, TD_LACQUER },
    { 67, 0.76, 0.26, TD_LACQUER_LIT },
    { 44, 0.90, 0.29, TD_LACQUER },
    { 22, 0.97, 0.30, TD_LACQUER_LIT },
    { 58, 0.60, 0.24, TD_LACQUER },
    { 31, 0.70, 0.28, TD_LACQUER },
    { 0, 0.70, 0.36, TD_LACQUER_LIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (petals); i++)
    for (int side = -1; side <= 1; side += 2)
      {
        double length = petals[i].length * height;

        if (petals[i].angle == 0 && side > 0)
          continue;
        cairo_save (pen->cr);
        cairo_translate (pen->cr, height * 0.05, 0);
        cairo_rotate (pen->cr, side * petals[i].angle * DEGREES);
        td_pen_petal (pen, length, petals[i].width * height, 1);
        td_pen_fill_stroke (pen, petals[i].fill, TD_GILT_PALE, height * 0.022);
        cairo_move_to (pen->cr, length * 0.45, 0);
        cairo_line_to (pen->cr, length * 0.88, 0);
        td_pen_stroke (pen, TD_GILT_LIGHT, height * 0.012);
        cairo_restore (pen->cr);
      }
  cairo_move_to (pen->cr, -height * 0.06, 0);
  cairo_curve_to (pen->cr, -height * 0.04, -height * 0.2, height * 0.12, -height * 0.22, height * 0.2, -height * 0.13);
  cairo_curve_to (pen->cr, height * 0.13, -height * 0.05, height * 0.13, height * 0.05, height * 0.2, height * 0.13);
  cairo_curve_to (pen->cr, height * 0.12, height * 0.22, -height * 0.04, height * 0.2, -height * 0.06, 0);
  cairo_close_path (pen->cr);
  td_pen_fill_stroke (pen, TD_GILT, TD_GILT_DARK, height * 0.02);
}

static void
spiral_point (double t, double *x, double *y, double *angle)
{
  double radius = 3.75 * exp (-0.86 * t);

  *angle = -52 + t * 405;
  *x = TD_VINE_STEP / 2 + radius * cos (*angle * DEGREES);
  *y = -0.25 + radius * sin (*angle * DEGREES);
}

/* Six waves, each a sixth behind the last: seen together a braid of fine lines, as on banknotes. It is the same
 * upside down and backwards, so that one piece goes on in the next whichever way it lies. */
static void
draw_guilloche (TdPen *pen, double from, double to)
{
  const guint n = (guint) lround ((to - from) / (TD_VINE_STEP / 12)) + 1;
  g_autofree double *wave = g_new (double, 2 * n);

  for (guint phase = 0; phase < 6; phase++)
    {
      for (guint i = 0; i < n; i++)
        {
          wave[2 * i] = from + (to - from) * i / (n - 1);
          wave[2 * i + 1] = 3.75 * sin (2 * G_PI * wave[2 * i] / TD_VINE_STEP + phase * G_PI / 3);
        }
      td_pen_spline (pen, wave, n, FALSE);
    }
  td_pen_stroke (pen, TD_GILT_FINE, 0.09);
}

/**
 * td_motif_draw_vine:
 * @pen: a pen
 *
 * One wave of the lotus vine, from the origin to TD_VINE_STEP along the x axis. The next wave is
 * the same upside down: the stem goes on without a kink.
 */
void
td_motif_draw_vine (TdPen *pen)
{
  static const double stem[] = { 0, 0, 0.8, -0.85, 1.75, -1.82, 3, -2.85, 4.4, -3.44, 6, -3.62,
                                 7.6, -3.44, 9, -2.85, 10.25, -1.82, 11.2, -0.85, 12, 0 };
  double spiral[2 * N_SPIRAL];
  double x, y, angle;

  draw_guilloche (pen, 0, TD_VINE_STEP);
  for (guint i = 0; i < N_SPIRAL; i++)
    spiral_point ((double) i / (N_SPIRAL - 1), &spiral[2 * i], &spiral[2 * i + 1], &angle);
  leaf_at (pen, 1.1, -1.2, -112, 3.0, 1.25, -0.7, TD_GILT_LIGHT, TD_GILT_DARK);
  leaf_at (pen, 10.9, -1.2, -66, 2.9, 1.15, 0.7, TD_GILT_LIGHT, TD_GILT_DARK);
  for (guint i = 0; i < 6; i++)
    {
      spiral_point (0.11 + i * 0.108, &x, &y, &angle);
      leaf_at (pen, x, y, angle + 46 + i * 4, 2.5 - i * 0.14, 1.05, -0.55, TD_GILT_LIGHT, TD_GILT_DARK);
    }
  for (guint i = 0; i < 2; i++)
    {
      spiral_point (0.30 + i * 0.30, &x, &y, &angle);
      leaf_at (pen, x, y, angle + 140, 1.5, 0.7, 0.4, TD_GILT_LIGHT, TD_GILT_DARK);
    }
  td_pen_brush (pen, spiral, N_SPIRAL, 0.42, 0.66, 0.34);
  td_pen_fill_stroke (pen, TD_GILT, TD_GILT_DARK, 0.1);
  td_pen_brush (pen, stem, G_N_ELEMENTS (stem) / 2, 0.72, 0.62, 0.72);
  td_pen_fill_stroke (pen, TD_GILT, TD_GILT_DARK, 0.1);
  /* The branch leaves the stem under a sheath. */
  leaf_at (pen, 6.6, -3.62, 22, 3.1, 0.95, 0.85, TD_GILT_PALE, TD_GILT_DARK);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, TD_VINE_STEP / 2, -0.25);
  td_pen_circle (pen, 0, 0, 1.95);
  td_pen_fill_stroke (pen, TD_CREAM, TD_GILT_DEEP, 0.12);
  td_motif_draw_rosette (pen, 1.8, 8, TD_LACQUER, TD_GILT_PALE);
  cairo_restore (pen->cr);
  dot_at (pen, 0, 0, 0.52, TD_GILT_PALE, TD_GILT_DARK);
  dot_at (pen, TD_VINE_STEP, 0, 0.52, TD_GILT_PALE, TD_GILT_DARK);
}

/**
 * td_motif_draw_middle:
 * @pen: a pen
 *
 * The middle of a side, from -20 to 20: a lotus seen from above between two that open to the sides;
 * from them the vines grow.
 */
void
td_motif_draw_middle (TdPen *pen)
{
  draw_guilloche (pen, -20, 20);
  for (int side = -1; side <= 1; side += 2)
    {
      static const double stem[] = { 12, 0, 14, 0.1, 16, 0.75, 17.6, 1.1, 19, 0.85, 20, 0 };

      cairo_save (pen->cr);
      cairo_scale (pen->cr, side, 1);
      leaf_at (pen, 14.2, 0.2, -52, 4.6, 1.5, -0.9, TD_GILT_LIGHT, TD_GILT_DARK);
      leaf_at (pen, 14.2, 0.2, -22, 4.4, 1.2, -1.1, TD_GILT_PALE, TD_GILT_DARK);
      leaf_at (pen, 15.4, 0.6, 58, 3.6, 1.4, 0.9, TD_GILT_LIGHT, TD_GILT_DARK);
      leaf_at (pen, 17.6, 0.9, 40, 2.9, 1.1, 0.7, TD_GILT_PALE, TD_GILT_DARK);
      td_pen_brush (pen, stem, G_N_ELEMENTS (stem) / 2, 0.5, 0.8, 0.72);
      td_pen_fill_stroke (pen, TD_GILT, TD_GILT_DARK, 0.1);
      cairo_restore (pen->cr);
      cairo_save (pen->cr);
      cairo_scale (pen->cr, side, 1);
      cairo_translate (pen->cr, 5.2, 0);
      td_motif_draw_lotus (pen, 7.2);
      cairo_restore (pen->cr);
    }
  td_pen_circle (pen, 0, 0, 5.4);
  td_pen_fill_stroke (pen, TD_CREAM, TD_GILT_DEEP, 0.35);
  td_pen_circle (pen, 0, 0, 4.95);
  td_pen_stroke (pen, TD_LACQUER, 0.2);
  td_motif_draw_rosette (pen, 4.55, 12, TD_LACQUER, TD_GILT_PALE);
  for (guint i = 0; i < 6; i++)
    dot_at (pen, 0.8 * cos (i * G_PI / 3), 0.8 * sin (i * G_PI / 3), 0.2, TD_GILT_DEEP, TD_GILT_DARK);
}

/**
 * td_motif_draw_pearl:
 * @pen: a pen
 *
 * A pearl and the lozenge after it, 2 mm together.
 */
void
td_motif_draw_pearl (TdPen *pen)
{
  td_pen_circle (pen, 0, 0, 0.56);
  td_pen_fill_stroke (pen, TD_GILT_PALE, TD_GILT_DEEP, 0.13);
  cairo_move_to (pen->cr, 0.62, 0);
  cairo_line_to (pen->cr, 1, -0.45);
  cairo_line_to (pen->cr, 1.38, 0);
  cairo_line_to (pen->cr, 1, 0.45);
  cairo_close_path (pen->cr);
  td_pen_fill (pen, TD_LACQUER);
}

/**
 * td_motif_draw_petal:
 * @pen: a pen
 *
 * One petal of the frieze of lotus petals along the inner edge, 3 mm wide, growing along the y axis,
 * with half of the petal behind it on either side.
 */
void
td_motif_draw_petal (TdPen *pen)
{
  cairo_save (pen->cr);
  cairo_translate (pen->cr, 1.5, -0.1);
  cairo_rotate (pen->cr, G_PI / 2);
  td_pen_petal (pen, 2.75, 1.5, 0.8);
  td_pen_fill_stroke (pen, TD_GILT_LIGHT, TD_GILT_DEEP, 0.13);
  cairo_restore (pen->cr);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, 0, -0.1);
  cairo_rotate (pen->cr, G_PI / 2);
  td_pen_petal (pen, 2.5, 2.6, 0.7);
  td_pen_fill_stroke (pen, TD_CREAM, TD_GILT_DEEP, 0.16);
  td_pen_petal (pen, 1.75, 1.6, 0.7);
  td_pen_fill (pen, TD_LACQUER);
  td_pen_circle (pen, 3.15, 0, 0.2);
  td_pen_fill (pen, TD_GILT_DEEP);
  cairo_restore (pen->cr);
}
