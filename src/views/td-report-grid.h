/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-report-matrix.h"

G_BEGIN_DECLS

#define TD_TYPE_REPORT_GRID (td_report_grid_get_type ())
G_DECLARE_FINAL_TYPE (TdReportGrid, td_report_grid, TD, REPORT_GRID, GtkWidget)

void td_report_grid_set_matrix (TdReportGrid *self, TdReportMatrix *matrix);
void td_report_grid_update (TdReportGrid *self);
const char *td_report_grid_get_place (TdReportGrid *self);
TdReportLine *td_report_grid_get_line (TdReportGrid *self, const char **name);

G_END_DECLS
