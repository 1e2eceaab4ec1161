/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-calibration-readings.h"
#include "td-calibration-solver.h"
#include "td-calibration.h"
#include "td-document.h"
#include "td-job.h"

G_BEGIN_DECLS

/* Printers drift: after so many days a calibration is old, where nothing else is set. */
#define TD_CALIBRATION_DAYS 30

/**
 * TdCalibrationFor:
 * @printer: the printer's name
 * @tray: (nullable): its tray; %NULL for the usual one
 * @stock_id: the stock; 0 for plain paper
 *
 * What a calibration is for.
 */
typedef struct
{
  const char *printer;
  const char *tray;
  gint64 stock_id;
} TdCalibrationFor;

TdJob *td_calibration_keep_job (const TdCalibrationFor *what, const TdCalibrationReadings *readings, const char *date, const char *person, const char *proof, guint days);
TdJob *td_calibration_find_job (const TdCalibrationFor *what, double width, double height, const char *date);
TdJob *td_calibration_target_job (const TdCalibrationFor *what, const TdCalibrationReadings *readings, const char *date, const char *path);

gboolean td_calibration_find (TdConnection *connection, const TdCalibrationFor *what, double width, double height, const char *date, GPtrArray *findings, TdCalibration **calibration, GError **error);
gboolean td_calibration_write_target (const TdCalibrationFor *what, const char *stock_name, double width, double height, const char *date,
                                      const TdCalibrationValues *values, const char *path, GError **error);
void td_calibration_get_values (const TdCalibration *calibration, TdCalibrationValues *values);
gint64 td_calibration_get_age (const TdCalibration *calibration, const char *date);
void td_calibration_tell_age (const TdCalibration *calibration, GPtrArray *findings, const char *date, guint days);
TdDocument *td_calibration_correct (TdDocument *document, const TdCalibration *calibration);

/* td-calibration-reminder.c */
gboolean td_calibration_read_days (TdConnection *connection, guint *days, GError **error);
gboolean td_calibration_keep_days (TdJob *job, TdConnection *connection, gint64 days, GError **error);
TdJob *td_calibration_days_job (void);
TdJob *td_calibration_set_days_job (gint64 days);

G_END_DECLS
