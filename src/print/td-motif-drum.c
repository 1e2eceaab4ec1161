/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-motif-drum"

#include "config.h"

#include <math.h>

#include "td-motif.h"

/* What comes from the face of a Đông Sơn bronze drum: star, rings, flying Lạc birds. */

#define DEGREES  (G_PI / 180)
#define N_POINTS 14 /* the star of the Ngọc Lũ drum */

static void
add_star (TdPen *pen, double outer, double inner)
{
  for (guint i = 0; i < 2 * N_POINTS; i++)
    {
      double radius = i % 2 == 0 ? outer : inner, angle = i * G_PI / N_POINTS - G_PI / 2;

      if (i == 0)
        cairo_move_to (pen->cr, radius * cos (angle), radius * sin (angle));
      else
        cairo_line_to (pen->cr, radius * cos (angle), radius * sin (angle));
    }
  cairo_close_path (pen->cr);
}

/* Nested chevrons between the rays of the star. */
static void
draw_chevrons (TdPen *pen, double inner, double outer, guint colour, double width)
{
  const double half = G_PI / N_POINTS;

  for (guint i = 0; i < N_POINTS; i++)
    for (guint k = 0; k < 3; k++)
      {
        double middle = (2 * i + 1) * half - G_PI / 2;
        double tip = inner + (outer - inner) * (0.18 + 0.27 * k);
        double spread = half * (0.42 - 0.06 * k);

        cairo_move_to (pen->cr, outer * cos (middle - spread), outer * sin (middle - spread));
        cairo_line_to (pen->cr, tip * cos (middle), tip * sin (middle));
        cairo_line_to (pen->cr, outer * cos (middle + spread), outer * sin (middle + spread));
      }
  td_pen_stroke (pen, colour, width);
}

static void
draw_teeth (TdPen *pen, guint n, double base, double tip, guint colour)
{
  for (guint i = 0; i < n; i++)
    {
      double from = 2 * G_PI * i / n, to = 2 * G_PI * (i + 1) / n, middle = (from + to) / 2;

      cairo_move_to (pen->cr, base * cos (from), base * sin (from));
      cairo_line_to (pen->cr, tip * cos (middle), tip * sin (middle));
      cairo_line_to (pen->cr, base * cos (to), base * sin (to));
      cairo_close_path (pen->cr);
    }
  td_pen_fill (pen, colour);
}

/* Circles with a dot, each joined to the next by a tangent from its top to the next one's foot. */
static void
draw_tangent_circles (TdPen *pen, guint n, double middle, double radius, guint colour, double width)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n;

      td_pen_circle (pen, middle * cos (angle), middle * sin (angle), radius * 0.32);
    }
  td_pen_fill (pen, colour);
  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n, next = 2 * G_PI * (i + 1) / n;
      double along = radius * 0.55 / middle;

      td_pen_circle (pen, middle * cos (angle), middle * sin (angle), radius);
      cairo_move_to (pen->cr, (middle + radius * 0.83) * cos (angle + along), (middle + radius * 0.83) * sin (angle + along));
      cairo_line_to (pen->cr, (middle - radius * 0.83) * cos (next - along), (middle - radius * 0.83) * sin (next - along));
    }
  td_pen_stroke (pen, colour, width);
}

static void
draw_rings (TdPen *pen, const double *radii, guint n, guint colour, double width)
{
  for (guint i = 0; i < n; i++)
    td_pen_circle (pen, 0, 0, radii[i]);
  td_pen_stroke (pen, colour, width);
}

/* Gilt petals between the drum and the rule around the text, lower from the lotus in the middle to both sides. */
static void
draw_crown (TdPen *pen)
{
  static const struct
  {
    double angle, length, width;
  } petals[] = { { 35, 4.2, 2.2 }, { 25, 5.7, 2.5 }, { 14, 7.0, 2.7 } };

  for (guint i = 0; i < G_N_ELEMENTS (petals); i++)
    for (int side = -1; side <= 1; side += 2)
      {
        cairo_save (pen->cr);
        cairo_rotate (pen->cr, side * petals[i].angle * DEGREES);
        cairo_translate (pen->cr, 10, 0);
        td_pen_petal (pen, petals[i].length, petals[i].width, 0.9);
        td_pen_fill_stroke (pen, TD_GILT_LIGHT, TD_GILT_DARK, 0.1);
        td_pen_petal (pen, petals[i].length * 0.78, petals[i].width * 0.55, 0.9);
        td_pen_fill (pen, TD_GILT_PALE);
        cairo_restore (pen->cr);
      }
}

/**
 * td_motif_draw_corner:
 * @pen: a pen
 *
 * The corner: a small drum in a lotus, and a lotus that opens towards the text. The origin is its
 * middle, the sheet's middle lies along the diagonal.
 */
void
td_motif_draw_corner (TdPen *pen)
{
  static const double inner[] = { 4.35, 4.7 };
  static const double outer[] = { 6.15, 7.5 };

  cairo_save (pen->cr);
  cairo_rotate (pen->cr, G_PI / 4);
  draw_crown (pen);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, 9.6, 0);
  td_motif_draw_lotus (pen, 8.2);
  cairo_restore (pen->cr);
  for (guint i = 3; i-- > 0;)
    for (int side = -1; side <= 1; side += 2)
      {
        static const double angle[] = { 0, 12, 23 }, length[] = { 4.9, 3.2, 2.2 };

        if (i == 0 && side > 0)
          continue;
        cairo_save (pen->cr);
        cairo_scale (pen->cr, -1, side);
        cairo_rotate (pen->cr, angle[i] * DEGREES);
        cairo_translate (pen->cr, 8.9, 0);
        td_pen_petal (pen, length[i], 1.9 - i * 0.2, 0.8);
        td_pen_fill_stroke (pen, i == 1 ? TD_GILT_PALE : TD_GILT_LIGHT, TD_GILT_DARK, 0.1);
        cairo_restore (pen->cr);
      }
  cairo_restore (pen->cr);

  for (guint row = 0; row < 2; row++)
    for (guint i = 0; i < 24; i++)
      {
        cairo_save (pen->cr);
        cairo_rotate (pen->cr, (i + (row == 0 ? 0 : 0.5)) * G_PI / 12);
        cairo_translate (pen->cr, 5.4, 0);
        td_pen_petal (pen, row == 0 ? 4.75 : 4.05, row == 0 ? 2.2 : 2.1, 0.9);
        td_pen_fill_stroke (pen, row == 0 ? TD_GILT_LIGHT : TD_CREAM, TD_GILT_DEEP, 0.14);
        if (row == 1)
          {
            cairo_translate (pen->cr, 1.3, 0);
            td_pen_petal (pen, 2.2, 1.1, 0.9);
            td_pen_fill (pen, TD_LACQUER);
          }
        cairo_restore (pen->cr);
      }
  td_pen_circle (pen, 0, 0, 7.9);
  td_pen_fill_stroke (pen, TD_CREAM, TD_GILT_DEEP, 0.4);
  draw_teeth (pen, 44, 7.5, 6.75, TD_GILT_DEEP);
  draw_rings (pen, outer, 2, TD_GILT_DEEP, 0.16);
  td_pen_ring (pen, 0, 0, 6.75, 6.45);
  td_pen_fill_even_odd (pen, TD_LACQUER);
  draw_tangent_circles (pen, 18, 5.42, 0.52, TD_GILT_DARK, 0.12);
  draw_rings (pen, inner, 2, TD_GILT_DEEP, 0.14);
  td_pen_circle (pen, 0, 0, 4.2);
  td_pen_fill (pen, TD_LACQUER);
  draw_chevrons (pen, 1.5, 3.9, TD_GILT_LIGHT, 0.1);
  add_star (pen, 4.0, 1.35);
  td_pen_fill_stroke (pen, TD_GILT_LIGHT, TD_GILT_DARK, 0.08);
  td_pen_circle (pen, 0, 0, 0.6);
  td_pen_fill_stroke (pen, TD_CREAM, TD_GILT_DEEP, 0.14);
}

/**
 * td_motif_draw_bird:
 * @pen: a pen
 *
 * A Lạc bird flying along the x axis, 12 mm long, in the faint tone of the ground.
 */
void
td_motif_draw_bird (TdPen *pen)
{
  /* bill, head, neck, breast, belly, tail and back again */
  static const double body[] = { 7.8, -0.35, 5.4, -0.95, 4.6, -1.35, 3.9, -1.3, 3.2, -0.75, 2.2, -0.35, 0.6, -0.6, -1.6, -0.45,
                                 -3.6, 0.1, -3.4, 0.6, -1.6, 0.85, 0.6, 0.8, 2.0, 0.55, 3.3, -0.05, 4.3, -0.6, 5.2, -0.55 };
  static const double wing[] = { 1.8, -0.45, 1.3, -2.2, 0.1, -3.7, -1.9, -4.6, -1.8, -3.9, -2.6, -3.7, -2.2, -3.0, -2.9, -2.6,
                                 -2.3, -2.0, -2.7, -1.4, -1.9, -0.4 };
  static const double far_wing[] = { 1.2, 0.75, 0.4, 1.9, -1.0, 2.7, -2.4, 2.8, -2.2, 2.2, -2.9, 1.9, -2.1, 1.4, -1.7, 0.8 };
  static const double tail[] = { -3.1, 0.1, -4.8, -0.5, -6.6, -0.5, -6.1, 0.1, -6.7, 0.55, -6.0, 0.95, -6.3, 1.5, -4.6, 1.1, -3.1, 0.7 };

  cairo_move_to (pen->cr, 4.2, -1.2);
  cairo_curve_to (pen->cr, 3.2, -2.1, 2.2, -2.2, 1.2, -2.6);
  cairo_curve_to (pen->cr, 1.9, -1.8, 2.6, -1.4, 3.5, -0.9);
  cairo_close_path (pen->cr);
  td_pen_spline (pen, body, G_N_ELEMENTS (body) / 2, TRUE);
  td_pen_fill (pen, TD_GROUND);
  for (guint part = 0; part < 3; part++)
    {
      const double *xy = part == 0 ? wing : part == 1 ? far_wing
                                                      : tail;
      guint n = (part == 0 ? G_N_ELEMENTS (wing) : part == 1 ? G_N_ELEMENTS (far_wing)
                                                             : G_N_ELEMENTS (tail))
                / 2;

      for (guint i = 0; i < n; i++)
        cairo_line_to (pen->cr, xy[2 * i], xy[2 * i + 1]);
      cairo_close_path (pen->cr);
      td_pen_fill (pen, TD_GROUND);
    }
  /* feathers: lines left free */
  for (guint i = 0; i < 4; i++)
    {
      cairo_move_to (pen->cr, 1.0 - i * 0.65, -0.8);
      cairo_line_to (pen->cr, -0.9 - i * 0.38, -3.6 + i * 0.62);
    }
  td_pen_stroke (pen, 0xffffff, 0.2);
  td_pen_circle (pen, 4.55, -0.95, 0.17);
  td_pen_fill (pen, 0xffffff);
}

/**
 * td_motif_draw_sun:
 * @pen: a pen
 *
 * The ground under the text: a drum's star and rings with rays around, so pale that it is only seen
 * when looked for.
 */
void
td_motif_draw_sun (TdPen *pen)
{
  static const double rings[] = { 23.5, 24.4, 29.6, 30.5, 33.6, 34.5, 47.5, 48.4, 51.5, 52.4 };

  for (guint i = 0; i < 84; i++)
    {
      double angle = i * G_PI / 42 - G_PI / 2, half = G_PI / 42 * 0.3;
      double tip = i % 6 == 0 ? 97 : i % 2 == 0 ? 88
                                                : 79;

      cairo_move_to (pen->cr, 58 * cos (angle - half), 58 * sin (angle - half));
      cairo_line_to (pen->cr, tip * cos (angle), tip * sin (angle));
      cairo_line_to (pen->cr, 58 * cos (angle + half), 58 * sin (angle + half));
      cairo_close_path (pen->cr);
    }
  td_pen_fill (pen, TD_GROUND_PALE);
  draw_rings (pen, rings, G_N_ELEMENTS (rings), TD_GROUND, 0.4);
  draw_teeth (pen, 90, 57.5, 53.5, TD_GROUND);
  draw_teeth (pen, 84, 29, 25, TD_GROUND);
  draw_tangent_circles (pen, 42, 32.05, 1.05, TD_GROUND, 0.3);
  draw_tangent_circles (pen, 64, 49.95, 1.1, TD_GROUND, 0.3);
  draw_chevrons (pen, 8, 22, TD_GROUND, 0.4);
  add_star (pen, 22.5, 7.5);
  td_pen_fill (pen, TD_GROUND);
}
