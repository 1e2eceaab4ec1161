/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-calibration.h"

#define VALUE(member) TD_ENTITY_FIELD (TdCalibration, member)

static const TdField fields[] = {
  { "printer", N_ ("Printer"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (printer) },
  { "tray", N_ ("Tray"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (tray) },
  { "stock-id", N_ ("Stock"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (stock_id), .target = "stock" },
  { "stock-name", N_ ("Stock"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (stock_name), .via = "stock-id", .source = "name" },
  { "width", N_ ("Width (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (width) },
  { "height", N_ ("Height (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (height) },
  { "shift-x", N_ ("Shift to the right (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (shift_x) },
  { "shift-y", N_ ("Shift down (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (shift_y) },
  { "scale-x", N_ ("Wider by (millionths)"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (scale_x) },
  { "scale-y", N_ ("Higher by (millionths)"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (scale_y) },
  { "rotation", N_ ("Turned by (microradians)"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (rotation) },
  { "skew", N_ ("Slanted by (microradians)"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (skew) },
  { "residual", N_ ("Error left (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (residual) },
  { "n-readings", N_ ("Readings"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (n_readings) },
  { "readings", N_ ("Readings"), TD_FIELD_LONG_TEXT, TD_FIELD_HIDDEN,
    VALUE (readings) },
  { "measured-on", N_ ("Measured on"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (measured_on) },
  { "measured-by", N_ ("Measured by"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (measured_by) },
};

TD_DEFINE_ENTITY (TdCalibration, td_calibration, "calibration", N_ ("Calibration"), fields)
