/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-calibration-readings.h"

G_BEGIN_DECLS

#define TD_TYPE_CALIBRATION_ENTRY (td_calibration_entry_get_type ())
G_DECLARE_FINAL_TYPE (TdCalibrationEntry, td_calibration_entry, TD, CALIBRATION_ENTRY, AdwBin)

void td_calibration_entry_set_sheet (TdCalibrationEntry *self, double width, double height, gboolean from_edges);
TdCalibrationReadings *td_calibration_entry_dup_readings (TdCalibrationEntry *self);
gboolean td_calibration_entry_is_sound (TdCalibrationEntry *self);
void td_calibration_entry_focus (TdCalibrationEntry *self);

G_END_DECLS
