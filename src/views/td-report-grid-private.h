/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-report-grid.h"

G_BEGIN_DECLS

/* What the files of the grid share. */

struct _TdReportGrid
{
  GtkWidget parent_instance;

  TdReportMatrix *matrix;
  guint row, column; /* the chosen cell */
  char *place;       /* what it is called in any table */
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  GHashTable *icons; /* name → GtkIconPaintable */

  /* Pixels, by the font. */
  int row_height;
  int head_height;
  int name_width;
  int column_width;
  int least_name;
  int least_column;
};

void _td_report_grid_draw (TdReportGrid *self, GtkSnapshot *snapshot);

G_END_DECLS
