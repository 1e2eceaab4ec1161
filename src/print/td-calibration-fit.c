/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-fit"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-calibration-fit.h"

/* Least squares of what a printer does, and how much of it the readings bear out.
 *
 * A cross at (u, v) from the sheet's middle is printed off by
 *
 *   right = shift_x + scale_x·u − rotation·v + skew·v
 *   down  = shift_y + scale_y·v + rotation·u
 *
 * The models are nested: nothing, shift, and scale, and rotation, and skew. More unknowns always
 * leave a smaller misfit, also when they only follow errors of reading. So the smallest model is
 * taken of which no larger one is better by more than chance: by more than the sum of squares that
 * reading errors alone give once in twenty times. (Once in a hundred leaves out more of what is
 * there: on A4 with errors of a quarter millimetre three sheets in a thousand then stay off by more
 * than half a millimetre, instead of one in three thousand.) Rotation and skew want four readings,
 * so that two numbers read are left over and a mistake can show. */

static const guint unknowns[TD_CALIBRATION_N_MODELS] = { 0, 2, 4, 5, 6 };
static const guint readings_wanted[TD_CALIBRATION_N_MODELS] = { 0, 1, 3, 4, 4 };

/* Quantiles of the normal distribution. */
#define ONCE_IN_20    1.645
#define ONCE_IN_100   2.326
#define ONCE_IN_10000 3.719

/* The quantile of the chi-squared distribution that @z is of the normal one, after Wilson and
 * Hilferty (1931). */
static double
get_limit (int n_free, double z)
{
  double a = 2.0 / (9.0 * n_free);

  return n_free <= 0 ? 1e-9 : n_free * pow (1 - a + z * sqrt (a), 3);
}

/* The standard deviation of one number read, when every error up to the accuracy is as likely as
 * another. */
static double
get_sigma (const TdCalibrationReadings *readings)
{
  return CLAMP (readings->accuracy, TD_CALIBRATION_ACCURACY_MIN, TD_CALIBRATION_ACCURACY_MAX) / sqrt (3);
}

/* What the unknowns do to the two numbers read at one place. */
static void
get_rows (double u, double v, double right[TD_CALIBRATION_UNKNOWNS], double down[TD_CALIBRATION_UNKNOWNS])
{
  const double across[TD_CALIBRATION_UNKNOWNS] = { 1, 0, u, 0, -v, v };
  const double along[TD_CALIBRATION_UNKNOWNS] = { 0, 1, 0, v, u, 0 };

  memcpy (right, across, sizeof across);
  memcpy (down, along, sizeof along);
}

/* Gauss and Jordan on a small matrix that is symmetric and positive, or FALSE when it is not. */
static gboolean
invert (guint n, double a[TD_CALIBRATION_UNKNOWNS][TD_CALIBRATION_UNKNOWNS], double inverse[TD_CALIBRATION_UNKNOWNS][TD_CALIBRATION_UNKNOWNS])
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      inverse[i][j] = i == j;
  for (guint i = 0; i < n; i++)
    {
      double pivot = a[i][i];

      if (!(pivot > 1e-9))
        return FALSE;
      for (guint j = 0; j < n; j++)
        {
          a[i][j] /= pivot;
          inverse[i][j] /= pivot;
        }
      for (guint k = 0; k < n; k++)
        {
          double factor = a[k][i];

          for (guint j = 0; k != i && j < n; j++)
            {
              a[k][j] -= factor * a[i][j];
              inverse[k][j] -= factor * inverse[i][j];
            }
        }
    }
  return TRUE;
}

static void
add_square (guint n, const double row[TD_CALIBRATION_UNKNOWNS], double value, double a[TD_CALIBRATION_UNKNOWNS][TD_CALIBRATION_UNKNOWNS], double b[TD_CALIBRATION_UNKNOWNS])
{
  for (guint i = 0; i < n; i++)
    {
      b[i] += row[i] * value;
      for (guint j = 0; j < n; j++)
        a[i][j] += row[i] * row[j];
    }
}

static double
dot (guint n, const double a[TD_CALIBRATION_UNKNOWNS], const double b[TD_CALIBRATION_UNKNOWNS])
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}

/* Lengths are taken in half diagonals inside, so that all unknowns are of one size. */
static double
get_unit (const TdCalibrationReadings *readings)
{
  return hypot (readings->width, readings->height) / 2;
}

static gboolean
fit_model (const TdCalibrationReadings *readings, TdCalibrationModel model, TdCalibrationFit *fit)
{
  const guint n = unknowns[model];
  const double unit = get_unit (readings), sigma = get_sigma (readings);
  double a[TD_CALIBRATION_UNKNOWNS][TD_CALIBRATION_UNKNOWNS] = { 0 }, b[TD_CALIBRATION_UNKNOWNS] = { 0 };

  *fit = (TdCalibrationFit){ .model = model, .n_unknowns = n, .n_free = 2 * (int) readings->readings->len - (int) n };
  if (readings->readings->len < readings_wanted[model])
    return FALSE;
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < readings->readings->len; i++)
        {
          const TdCalibrationReading *reading = &g_array_index (readings->readings, TdCalibrationReading, i);
          double right[TD_CALIBRATION_UNKNOWNS], down[TD_CALIBRATION_UNKNOWNS];

          get_rows ((reading->x - readings->width / 2) / unit, (reading->y - readings->height / 2) / unit, right, down);
          if (pass == 0)
            {
              add_square (n, right, reading->right, a, b);
              add_square (n, down, reading->down, a, b);
            }
          else
            fit->misfit += (pow (reading->right - dot (n, right, fit->p), 2) + pow (reading->down - dot (n, down, fit->p), 2)) / (sigma * sigma);
        }
      if (pass == 0 && !invert (n, a, fit->cov))
        return FALSE;
      for (guint i = 0; pass == 0 && i < n; i++)
        fit->p[i] = dot (n, fit->cov[i], b);
    }
  return TRUE;
}

/**
 * td_calibration_fit:
 * @readings: readings at crosses that do not stand in a line
 * @fit: (out): the smallest model that no larger one surpasses by more than chance
 * @largest: (out): the largest one that there are enough readings for: what it leaves can only be
 *   errors of reading
 */
void
td_calibration_fit (const TdCalibrationReadings *readings, TdCalibrationFit *fit, TdCalibrationFit *largest)
{
  TdCalibrationFit fits[TD_CALIBRATION_N_MODELS];
  gboolean can[TD_CALIBRATION_N_MODELS];

  for (TdCalibrationModel model = 0; model < TD_CALIBRATION_N_MODELS; model++)
    {
      can[model] = fit_model (readings, model, &fits[model]);
      if (can[model])
        *largest = fits[model];
    }
  for (TdCalibrationModel model = 0; model < TD_CALIBRATION_N_MODELS; model++)
    {
      gboolean surpassed = !can[model];

      for (TdCalibrationModel larger = model + 1; larger < TD_CALIBRATION_N_MODELS && !surpassed; larger++)
        surpassed = can[larger]
                    && fits[model].misfit - fits[larger].misfit > get_limit ((int) (unknowns[larger] - unknowns[model]), ONCE_IN_20);
      if (!surpassed)
        {
          *fit = fits[model];
          return;
        }
    }
}

/**
 * td_calibration_fit_judge:
 * @self: the largest fit of some readings
 *
 * Returns: how heavy it weighs that the readings do not agree: nothing while errors of reading
 *   explain it in 99 of 100 cases, a warning while they do in 9,999 of 10,000
 */
TdSeverity
td_calibration_fit_judge (const TdCalibrationFit *self)
{
  if (self->misfit > get_limit (self->n_free, ONCE_IN_10000))
    return TD_SEVERITY_BLOCK;
  return self->misfit > get_limit (self->n_free, ONCE_IN_100) ? TD_SEVERITY_WARNING : TD_SEVERITY_INFO;
}

/**
 * td_calibration_fit_unlikely:
 * @self: a fit
 *
 * Returns: how unlike a printer it is: 0 for one that does nothing, and about one for each number
 *   of a poor one
 */
double
td_calibration_fit_unlikely (const TdCalibrationFit *self)
{
  /* Shift in millimetres; the others at the half diagonal of A3, in millimetres. */
  static const double usual[TD_CALIBRATION_UNKNOWNS] = { 3, 3, 1, 1, 1, 0.7 };
  double sum = 0;

  for (guint i = 0; i < self->n_unknowns; i++)
    sum += 2 * log1p (pow (self->p[i] / usual[i], 2)); /* now and then one is far from usual */
  return sum;
}

/**
 * td_calibration_fit_get_values:
 * @self: a fit
 * @width: of the sheet, millimetres
 * @height: of the sheet
 * @values: (out): what the printer does
 */
void
td_calibration_fit_get_values (const TdCalibrationFit *self, double width, double height, TdCalibrationValues *values)
{
  const double unit = hypot (width, height) / 2;
  const double xx = 1 + self->p[2] / unit, yx = self->p[4] / unit;
  const double xy = (self->p[5] - self->p[4]) / unit, yy = 1 + self->p[3] / unit;
  /* Columns of the matrix: where a millimetre to the right goes, and one down. Turning the page
   * back puts the first on the x axis; how far the second then leans is the skew. */
  const double angle = atan2 (yx, xx), cosine = cos (angle), sine = sin (angle);
  const double lean = xy * cosine + yy * sine, high = yy * cosine - xy * sine;

  values->rotation = llround (angle * 1e6);
  values->skew = llround (lean / high * 1e6);
  values->scale_x = llround ((hypot (xx, yx) - 1) * 1e6);
  values->scale_y = llround ((high - 1) * 1e6);
  values->shift_x = llround ((self->p[0] - (xx - 1) * width / 2 - xy * height / 2) * 1e3);
  values->shift_y = llround ((self->p[1] - yx * width / 2 - (yy - 1) * height / 2) * 1e3);
}

/**
 * td_calibration_fit_doubt:
 * @self: the largest fit of @readings
 * @readings: what it was made from
 * @x: a place on the sheet, millimetres from the left edge
 * @y: from the top edge
 *
 * Returns: how far off that place may be because of errors of reading, millimetres: two standard
 *   deviations
 */
double
td_calibration_fit_doubt (const TdCalibrationFit *self, const TdCalibrationReadings *readings, double x, double y)
{
  const double unit = get_unit (readings);
  double rows[2][TD_CALIBRATION_UNKNOWNS], variance = 0;

  get_rows ((x - readings->width / 2) / unit, (y - readings->height / 2) / unit, rows[0], rows[1]);
  for (guint axis = 0; axis < 2; axis++)
    for (guint i = 0; i < self->n_unknowns; i++)
      for (guint j = 0; j < self->n_unknowns; j++)
        variance += rows[axis][i] * self->cov[i][j] * rows[axis][j];
  return 2 * get_sigma (readings) * sqrt (MAX (variance, 0));
}

/**
 * td_calibration_marks_spread:
 * @readings: readings
 *
 * Returns: whether three of the crosses make a triangle large enough to tell scale and angle from
 */
gboolean
td_calibration_marks_spread (const TdCalibrationReadings *readings)
{
  const TdCalibrationReading *marks = (const TdCalibrationReading *) (gpointer) readings->readings->data;
  const guint n = readings->readings->len;
  double largest = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      for (guint k = j + 1; k < n; k++)
        largest = MAX (largest, fabs ((marks[j].x - marks[i].x) * (marks[k].y - marks[i].y)
                                      - (marks[k].x - marks[i].x) * (marks[j].y - marks[i].y))
                                    / 2);
  return largest >= 0.08 * readings->width * readings->height;
}
