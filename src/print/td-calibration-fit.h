/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-calibration-solver.h"

G_BEGIN_DECLS

#define TD_CALIBRATION_UNKNOWNS 6

/**
 * TdCalibrationFit:
 * @model: what was allowed
 * @n_unknowns: how many numbers that has
 * @n_free: how many more numbers were read
 * @p: shift at the sheet's middle in x and y (mm), scales off 1, rotation, skew
 * @cov: covariance of @p for readings of variance 1
 * @misfit: sum of squares left, in units of the reading error's variance
 *
 * What least squares makes of readings.
 */
typedef struct
{
  TdCalibrationModel model;
  guint n_unknowns;
  int n_free;
  double p[TD_CALIBRATION_UNKNOWNS];
  double cov[TD_CALIBRATION_UNKNOWNS][TD_CALIBRATION_UNKNOWNS];
  double misfit;
} TdCalibrationFit;

void td_calibration_fit (const TdCalibrationReadings *readings, TdCalibrationFit *fit, TdCalibrationFit *largest);
TdSeverity td_calibration_fit_judge (const TdCalibrationFit *self);
double td_calibration_fit_unlikely (const TdCalibrationFit *self);
void td_calibration_fit_get_values (const TdCalibrationFit *self, double width, double height, TdCalibrationValues *values);
double td_calibration_fit_doubt (const TdCalibrationFit *self, const TdCalibrationReadings *readings, double x, double y);
gboolean td_calibration_marks_spread (const TdCalibrationReadings *readings);

G_END_DECLS
