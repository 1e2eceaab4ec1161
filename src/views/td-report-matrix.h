/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-report-jobs.h"

G_BEGIN_DECLS

#define TD_TYPE_REPORT_MATRIX (td_report_matrix_get_type ())
G_DECLARE_FINAL_TYPE (TdReportMatrix, td_report_matrix, TD, REPORT_MATRIX, GObject)

/**
 * TdReportCounts:
 * @n_lines: reports that are asked for
 * @n_received: of them, how many came
 * @n_late: how many should have come and have not
 * @n_reminded: of the late ones, how many were asked for again
 */
typedef struct
{
  guint n_lines;
  guint n_received;
  guint n_late;
  guint n_reminded;
} TdReportCounts;

TdReportMatrix *td_report_matrix_new (GListModel *lines, const char *day, gboolean only_running);
void td_report_matrix_filter (TdReportMatrix *self, gboolean only_late, const char *kind);
TdReportCounts td_report_matrix_count (TdReportMatrix *self);

guint td_report_matrix_get_n_rows (TdReportMatrix *self);
guint td_report_matrix_get_n_columns (TdReportMatrix *self);
const char *td_report_matrix_get_name (TdReportMatrix *self, guint row);
TdDeadline *td_report_matrix_get_deadline (TdReportMatrix *self, guint column);
TdPlan *td_report_matrix_get_plan (TdReportMatrix *self, guint column);
TdReportLine *td_report_matrix_get_line (TdReportMatrix *self, guint row, guint column);
gboolean td_report_matrix_has_kind (TdReportMatrix *self, const char *kind);
char *td_report_matrix_dup_place (TdReportMatrix *self, guint row, guint column);
void td_report_matrix_find_place (TdReportMatrix *self, const char *place, guint *row, guint *column);
TdReportLine *td_report_matrix_lookup (TdReportMatrix *self, const char *place);

G_END_DECLS
