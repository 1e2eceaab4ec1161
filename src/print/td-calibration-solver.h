/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "td-calibration-readings.h"
#include "td-finding.h"

G_BEGIN_DECLS

/* What is no printer's doing but a mistake of reading or typing. */
#define TD_CALIBRATION_FARTHEST 15.0  /* millimetres a cross may be off */
#define TD_CALIBRATION_STEEPEST 30000 /* ppm off 1 of a scale, µrad of an angle: 3 % */
#define TD_CALIBRATION_GOAL     0.5   /* millimetres that printed lines may be off */

/**
 * TdCalibrationValues:
 * @shift_x: how far right of its place the printer puts what belongs into the sheet's top left
 *   corner, µm
 * @shift_y: how far below its place
 * @scale_x: how much too wide it prints, ppm
 * @scale_y: how much too high
 * @rotation: how far it turns the page, clockwise, µrad
 * @skew: how far its upright lines then lean to the right at the bottom, µrad
 *
 * What a printer does to a page. In this order: scale, skew, rotation about the top left corner,
 * shift. Whole numbers, so that what is kept is what is applied.
 */
typedef struct
{
  gint64 shift_x;
  gint64 shift_y;
  gint64 scale_x;
  gint64 scale_y;
  gint64 rotation;
  gint64 skew;
} TdCalibrationValues;

void td_calibration_values_get_printer (const TdCalibrationValues *self, cairo_matrix_t *matrix);
gboolean td_calibration_values_get_correction (const TdCalibrationValues *self, cairo_matrix_t *matrix);
double td_calibration_values_get_worst (const TdCalibrationValues *self, double width, double height, double *x, double *y);

/**
 * TdCalibrationModel:
 * @TD_CALIBRATION_TRUE: the printer prints where it should, as far as can be read
 * @TD_CALIBRATION_SHIFT: it shifts
 * @TD_CALIBRATION_SCALE: it shifts, and scales width and height
 * @TD_CALIBRATION_ROTATION: it turns as well
 * @TD_CALIBRATION_SKEW: it leans as well
 *
 * How much of what a printer may do the readings bear out.
 */
typedef enum
{
  TD_CALIBRATION_TRUE,
  TD_CALIBRATION_SHIFT,
  TD_CALIBRATION_SCALE,
  TD_CALIBRATION_ROTATION,
  TD_CALIBRATION_SKEW,
} TdCalibrationModel;

#define TD_CALIBRATION_N_MODELS (TD_CALIBRATION_SKEW + 1)

/**
 * TdCalibrationRest:
 * @mark: a cross
 * @right: how far right of its place it will stand after the correction, millimetres
 * @down: how far below
 */
typedef struct
{
  guint mark;
  double right;
  double down;
} TdCalibrationRest;

/**
 * TdCalibrationSolution:
 * @values: what the printer does
 * @model: how much of it was borne out
 * @rests: (element-type TdCalibrationRest): what is left at each cross
 * @before: how far off the sheet's worst corner is without the correction, millimetres
 * @error_left: how far off any point of the sheet may still be with it, millimetres; more in one case
 *   of twenty
 * @worst_x: where that is, from the left edge
 * @worst_y: from the top edge
 * @findings: (element-type TdFinding): what was found; when one of them blocks, the rest is empty.
 *   The line of a finding about one reading is the reading's line, else its position from 1
 */
typedef struct
{
  TdCalibrationValues values;
  TdCalibrationModel model;
  GArray *rests;
  double before;
  double error_left;
  double worst_x;
  double worst_y;
  GPtrArray *findings;
} TdCalibrationSolution;

TdCalibrationSolution *td_calibration_solve (const TdCalibrationReadings *readings);
gboolean td_calibration_solution_is_good (const TdCalibrationSolution *self);
void td_calibration_solution_free (TdCalibrationSolution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCalibrationSolution, td_calibration_solution_free)

G_END_DECLS
