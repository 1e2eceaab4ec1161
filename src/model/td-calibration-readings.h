/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many crosses the target page has: one near each corner, one in the middle. */
#define TD_CALIBRATION_MARKS 5

/* Sheets the program takes, millimetres: from a name card to a little more than A3+. */
#define TD_CALIBRATION_SHEET_MIN 50.0
#define TD_CALIBRATION_SHEET_MAX 700.0

/* How far off a person may read when nothing else is said, millimetres. */
#define TD_CALIBRATION_ACCURACY     0.25
#define TD_CALIBRATION_ACCURACY_MIN 0.05
#define TD_CALIBRATION_ACCURACY_MAX 1.0

/**
 * TdCalibrationReading:
 * @mark: the number printed beside the cross, from 1
 * @x: where the cross should stand, millimetres from the sheet's left edge
 * @y: the same from its top edge
 * @right: how far to the right of that it was printed, millimetres; to the left is negative
 * @down: how far below it; above is negative
 * @line: the line of a file it was read from, 0 for none
 */
typedef struct
{
  guint mark;
  double x;
  double y;
  double right;
  double down;
  guint line;
} TdCalibrationReading;

/**
 * TdCalibrationReadings:
 * @width: the sheet as it lies before the reader, millimetres
 * @height: the same
 * @accuracy: how far off a reading may be, millimetres
 * @from_edges: whether distances from the nearest edges were read, from which the offsets follow:
 *   such are the numbers people are then told
 * @readings: (element-type TdCalibrationReading): what was read at the crosses
 *
 * What a person has read off a target page that came out of a printer.
 */
typedef struct
{
  double width;
  double height;
  double accuracy;
  gboolean from_edges;
  GArray *readings;
} TdCalibrationReadings;

TdCalibrationReadings *td_calibration_readings_new (double width, double height);
TdCalibrationReadings *td_calibration_readings_copy (const TdCalibrationReadings *self);
void td_calibration_readings_free (TdCalibrationReadings *self);
void td_calibration_readings_add (TdCalibrationReadings *self, guint mark, double right, double down);

gboolean td_calibration_is_sheet (double width, double height);
gboolean td_calibration_get_mark (double width, double height, guint mark, double *x, double *y);
char *td_calibration_dup_mm (double mm, gboolean sign);
gboolean td_calibration_parse_mm (const char *text, double *mm);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCalibrationReadings, td_calibration_readings_free)

G_END_DECLS
