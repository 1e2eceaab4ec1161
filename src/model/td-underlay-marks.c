/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-underlay-marks"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-underlay-marks.h"

/* Brings a scan or photo of a blank to true scale. Two marks give shift, scale and turn; three also a slant and
 * different scales, as a photo has them; a fourth shows how well that fits. */

/* Marks nearer than this to one another, or to one line, say nothing of scale and turn: pixels. */
#define TOO_NEAR 10.0

typedef struct
{
  double column, row, x, y; /* the middle of all marks */
  double cc, cr, rr;        /* sums over products from there */
  double cx, rx, cy, ry;
} Sums;

static Sums
add_up (const TdUnderlayMark *marks, guint n)
{
  Sums s = { 0 };

  for (guint i = 0; i < n; i++)
    {
      s.column += marks[i].column / n;
      s.row += marks[i].row / n;
      s.x += marks[i].x / n;
      s.y += marks[i].y / n;
    }
  for (guint i = 0; i < n; i++)
    {
      double c = marks[i].column - s.column, r = marks[i].row - s.row, x = marks[i].x - s.x, y = marks[i].y - s.y;

      s.cc += c * c;
      s.cr += c * r;
      s.rr += r * r;
      s.cx += c * x;
      s.rx += r * x;
      s.cy += c * y;
      s.ry += r * y;
    }
  return s;
}

/* One scale in both directions: x + iy = (a + ib) · (column + i row). */
static gboolean
solve_similar (const Sums *s, TdUnderlayMap *map)
{
  double spread = s->cc + s->rr;

  if (spread < TOO_NEAR * TOO_NEAR / 2)
    return FALSE;
  map->xx = map->yy = (s->cx + s->ry) / spread;
  map->yx = (s->cy - s->rx) / spread;
  map->xy = -map->yx;
  return TRUE;
}

static gboolean
solve_affine (const Sums *s, TdUnderlayMap *map)
{
  double determinant = s->cc * s->rr - s->cr * s->cr;
  /* The spread across the line the marks nearly stand on is the smaller eigenvalue of their products. */
  double middle = (s->cc + s->rr) / 2;
  double across = middle - sqrt (MAX (0, middle * middle - determinant));

  if (across < TOO_NEAR * TOO_NEAR / 2)
    return FALSE;
  map->xx = (s->cx * s->rr - s->rx * s->cr) / determinant;
  map->xy = (s->rx * s->cc - s->cx * s->cr) / determinant;
  map->yx = (s->cy * s->rr - s->ry * s->cr) / determinant;
  map->yy = (s->ry * s->cc - s->cy * s->cr) / determinant;
  return TRUE;
}

/**
 * td_underlay_solve:
 * @marks: (array length=n_marks): places in the picture and on the sheet
 * @n_marks: %TD_UNDERLAY_LEAST_MARKS to %TD_UNDERLAY_MOST_MARKS
 * @map: (out): from the picture to the sheet
 * @error_left: (out) (optional): how far the worst mark is from its place then, millimetres
 *
 * With two marks the picture is moved, turned and scaled; with more the least squares of a map that may also slant it.
 *
 * Returns: whether the marks say enough: they are not too near to one another or to one line, and nothing is mirrored
 */
gboolean
td_underlay_solve (const TdUnderlayMark *marks, guint n_marks, TdUnderlayMap *map, double *error_left)
{
  Sums s;
  double worst = 0;

  g_return_val_if_fail (marks != NULL && map != NULL, FALSE);

  if (n_marks < TD_UNDERLAY_LEAST_MARKS || n_marks > TD_UNDERLAY_MOST_MARKS)
    return FALSE;
  s = add_up (marks, n_marks);
  if (!(n_marks == 2 ? solve_similar (&s, map) : solve_affine (&s, map)) || !(map->xx * map->yy - map->xy * map->yx > 0))
    return FALSE;
  map->x0 = s.x - map->xx * s.column - map->xy * s.row;
  map->y0 = s.y - map->yx * s.column - map->yy * s.row;
  for (guint i = 0; i < n_marks; i++)
    worst = MAX (worst, hypot (map->xx * marks[i].column + map->xy * marks[i].row + map->x0 - marks[i].x,
                               map->yx * marks[i].column + map->yy * marks[i].row + map->y0 - marks[i].y));
  if (error_left != NULL)
    *error_left = worst;
  return isfinite (worst);
}

/**
 * td_underlay_fit:
 * @width: of the sheet, millimetres
 * @height: millimetres
 * @columns: of the picture, pixels
 * @rows: pixels
 * @map: (out): from the picture to the sheet
 *
 * Where a picture lies before it has marks: as large as the sheet holds it, in the middle.
 */
void
td_underlay_fit (double width, double height, guint columns, guint rows, TdUnderlayMap *map)
{
  double scale = MIN (width / columns, height / rows);

  *map = (TdUnderlayMap){ .xx = scale, .yy = scale, .x0 = (width - columns * scale) / 2, .y0 = (height - rows * scale) / 2 };
}

/**
 * td_underlay_marks_write:
 * @marks: (array length=n_marks): marks
 * @n_marks: how many
 *
 * Returns: (transfer full): "column,row=x,y" for each, with ";" between them
 */
char *
td_underlay_marks_write (const TdUnderlayMark *marks, guint n_marks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_marks; i++)
    {
      const double values[] = { marks[i].column, marks[i].row, marks[i].x, marks[i].y };
      static const char between[] = { ',', '=', ',' };

      for (guint k = 0; k < 4; k++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append (text, g_ascii_formatd (number, sizeof number, "%.3f", values[k]));
          if (k < 3)
            g_string_append_c (text, between[k]);
        }
      if (i + 1 < n_marks)
        g_string_append_c (text, ';');
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_mark (const char *text, TdUnderlayMark *mark)
{
  double *const values[] = { &mark->column, &mark->row, &mark->x, &mark->y };
  static const char after[] = { ',', '=', ',', '\0' };

  for (guint k = 0; k < 4; k++)
    {
      char *end;

      *values[k] = g_ascii_strtod (text, &end);
      if (end == text || *end != after[k] || !(fabs (*values[k]) < 1e6))
        return FALSE;
      text = end + 1;
    }
  return TRUE;
}

/**
 * td_underlay_marks_read:
 * @text: (nullable): as td_underlay_marks_write() makes it
 *
 * Returns: (transfer full) (element-type TdUnderlayMark): the marks, none when the text is none of that kind
 */
GArray *
td_underlay_marks_read (const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (TdUnderlayMark));
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ";", TD_UNDERLAY_MOST_MARKS + 2);

  for (guint i = 0; words[i] != NULL; i++)
    {
      TdUnderlayMark mark;

      if (i == TD_UNDERLAY_MOST_MARKS || !read_mark (g_strstrip (words[i]), &mark))
        {
          g_array_set_size (marks, 0);
          break;
        }
      g_array_append_val (marks, mark);
    }
  return marks;
}
