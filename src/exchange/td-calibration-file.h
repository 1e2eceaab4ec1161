/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-calibration-readings.h"

G_BEGIN_DECLS

TdCalibrationReadings *td_calibration_file_read (const char *path, double width, double height, GPtrArray *findings, GError **error);
TdCalibrationReadings *td_calibration_readings_parse (const char *json, gsize length, double width, double height, GPtrArray *findings, GError **error);
char *td_calibration_readings_to_json (const TdCalibrationReadings *readings);

G_END_DECLS
