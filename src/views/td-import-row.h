/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-list-preview.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_ROW (td_import_row_get_type ())
G_DECLARE_FINAL_TYPE (TdImportRow, td_import_row, TD, IMPORT_ROW, AdwEntryRow)

GtkWidget *td_import_row_new_cell (const TdListCell *cell);
GtkWidget *td_import_row_new_answer (const TdListAnswer *answer, guint key);
void td_import_row_append_columns (GtkColumnView *view);

G_END_DECLS
