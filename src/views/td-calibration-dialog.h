/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_CALIBRATION_DIALOG (td_calibration_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdCalibrationDialog, td_calibration_dialog, TD, CALIBRATION_DIALOG, AdwWindow)

GtkWidget *td_calibration_dialog_new (TdSession *session);

G_END_DECLS
