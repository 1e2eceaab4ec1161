/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"

G_BEGIN_DECLS

/**
 * TdCalibrationTargetWords:
 * @printer: (nullable): the printer's name
 * @tray: (nullable): the tray's
 * @stock: (nullable): the stock's
 * @date: (nullable): the day, as one reads it
 *
 * What is written on a target page, so that one knows it again on the desk.
 */
typedef struct
{
  const char *printer;
  const char *tray;
  const char *stock;
  const char *date;
} TdCalibrationTargetWords;

#define TD_TYPE_CALIBRATION_TARGET (td_calibration_target_get_type ())
G_DECLARE_FINAL_TYPE (TdCalibrationTarget, td_calibration_target, TD, CALIBRATION_TARGET, GObject)

TdDocument *td_calibration_target_new (double width, double height, const TdCalibrationTargetWords *words, gboolean proof);

G_END_DECLS
