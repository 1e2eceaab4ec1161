/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_CALIBRATION (td_calibration_get_type ())
G_DECLARE_FINAL_TYPE (TdCalibration, td_calibration, TD, CALIBRATION, TdEntity)

/**
 * TdCalibration:
 *
 * How a printer misses, taking one kind of sheet from one tray: what is measured on a target
 * sheet and taken back before printing.
 *
 * @printer: its name in the print system
 * @tray: its name there; empty for the usual one
 * @stock_id: 0 for plain paper of that size
 * @width: of the sheet
 * @height: of the sheet
 * @shift_x: how far the printer sets everything to the right
 * @shift_y: how far down
 * @scale_x: how much wider than meant
 * @scale_y: how much higher
 * @rotation: clockwise
 * @skew: how far columns lean beyond that
 * @residual: the worst on the sheet that the readings do not explain
 * @readings: as they were typed, JSON
 */
struct _TdCalibration
{
  TdEntity parent_instance;

  char *printer;
  char *tray;
  gint64 stock_id;
  char *stock_name;
  gint64 width;
  gint64 height;
  gint64 shift_x;
  gint64 shift_y;
  gint64 scale_x;
  gint64 scale_y;
  gint64 rotation;
  gint64 skew;
  gint64 residual;
  gint64 n_readings;
  char *readings;
  char *measured_on;
  char *measured_by;
};

G_END_DECLS
