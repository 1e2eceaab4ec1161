/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-readings"

#include "config.h"

#include <math.h>

#include "td-calibration-readings.h"
#include "td-length.h"

/**
 * td_calibration_readings_new:
 * @width: of the sheet, millimetres
 * @height: of the sheet
 *
 * Returns: (transfer full): no readings yet, of the usual accuracy
 */
TdCalibrationReadings *
td_calibration_readings_new (double width, double height)
{
  TdCalibrationReadings *self = g_new0 (TdCalibrationReadings, 1);

  self->width = width;
  self->height = height;
  self->accuracy = TD_CALIBRATION_ACCURACY;
  self->readings = g_array_new (FALSE, TRUE, sizeof (TdCalibrationReading));
  return self;
}

/**
 * td_calibration_readings_copy:
 * @self: readings
 *
 * Returns: (transfer full): the same again
 */
TdCalibrationReadings *
td_calibration_readings_copy (const TdCalibrationReadings *self)
{
  TdCalibrationReadings *copy = td_calibration_readings_new (self->width, self->height);

  copy->accuracy = self->accuracy;
  copy->from_edges = self->from_edges;
  g_array_append_vals (copy->readings, self->readings->data, self->readings->len);
  return copy;
}

/**
 * td_calibration_readings_free:
 * @self: (transfer full): readings
 */
void
td_calibration_readings_free (TdCalibrationReadings *self)
{
  g_array_unref (self->readings);
  g_free (self);
}

/**
 * td_calibration_readings_add:
 * @self: readings
 * @mark: a cross of the target page, from 1
 * @right: how far right of its place it was printed, millimetres
 * @down: how far below its place
 */
void
td_calibration_readings_add (TdCalibrationReadings *self, guint mark, double right, double down)
{
  TdCalibrationReading reading = { .mark = mark, .right = right, .down = down };

  g_return_if_fail (td_calibration_get_mark (self->width, self->height, mark, &reading.x, &reading.y));

  g_array_append_val (self->readings, reading);
}

/**
 * td_calibration_is_sheet:
 * @width: millimetres
 * @height: millimetres
 *
 * Returns: whether a target page of this size can be made
 */
gboolean
td_calibration_is_sheet (double width, double height)
{
  /* Written so that what is no number is refused. */
  return width >= TD_CALIBRATION_SHEET_MIN && width <= TD_CALIBRATION_SHEET_MAX && height >= TD_CALIBRATION_SHEET_MIN
         && height <= TD_CALIBRATION_SHEET_MAX;
}

/**
 * td_calibration_get_mark:
 * @width: of the sheet, millimetres
 * @height: of the sheet
 * @mark: a cross of the target page, from 1: as one reads a page, the middle last
 * @x: (out): where it should stand, from the left edge
 * @y: (out): from the top edge
 *
 * Near the corners errors of scale and angle are largest, and between the crosses nothing is
 * guessed; the distance from the edge leaves room for what no printer reaches and for reading.
 *
 * Returns: whether there is such a cross
 */
gboolean
td_calibration_get_mark (double width, double height, guint mark, double *x, double *y)
{
  double inset = CLAMP (floor (MIN (width, height) / 10), 8, 15);

  if (mark < 1 || mark > TD_CALIBRATION_MARKS)
    return FALSE;
  *x = mark == 5 ? width / 2 : mark % 2 == 1 ? inset
                                             : width - inset;
  *y = mark == 5 ? height / 2 : mark <= 2 ? inset
                                          : height - inset;
  return TRUE;
}

/**
 * td_calibration_dup_mm:
 * @mm: millimetres
 * @sign: whether a plus is written
 *
 * Returns: (transfer full): it to the hundredth as people write it: "+2,3"
 */
char *
td_calibration_dup_mm (double mm, gboolean sign)
{
  /* What is no length any sheet has may come out of a file. */
  const gboolean sane = fabs (mm) < 1e6;
  gint64 length = sane ? llround (mm * 100) * 10 : 0;
  g_autofree char *text = sane ? td_length_to_display (length) : g_strdup ("?");

  return g_strconcat (sign && length > 0 ? "+" : "", text, NULL);
}

/**
 * td_calibration_parse_mm:
 * @text: what a person typed, valid UTF-8: "2.3", "+2,3", "−0,4 mm"
 * @mm: (out): millimetres; untouched on failure
 *
 * Returns: whether it is a length
 */
gboolean
td_calibration_parse_mm (const char *text, double *mm)
{
  g_autoptr (GString) plain = g_string_new (text);
  gint64 length;

  g_string_replace (plain, "−", "-", 0);
  g_strstrip (plain->str);
  if (!td_length_parse (plain->str + (plain->str[0] == '+' && g_ascii_isdigit (plain->str[1])), &length))
    return FALSE;
  *mm = length / 1000.0;
  return TRUE;
}
