/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entry-words.h"
#include "td-list-preview.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_ROW (td_import_row_get_type ())
G_DECLARE_FINAL_TYPE (TdImportRow, td_import_row, TD, IMPORT_ROW, AdwEntryRow)

GtkWidget *td_import_row_new (TdListRole role, const char *title);
void td_import_row_set_value (TdImportRow *self, const char *value);
void td_import_row_set_original (TdImportRow *self, const char *original);
void td_import_row_apply (TdImportRow *self, gboolean go_on);
TdListRole td_import_row_get_role (TdImportRow *self);
TdEntryColumn td_import_row_get_column (TdImportRow *self);

GtkWidget *td_import_row_new_cell (const TdListCell *cell);
gboolean td_import_row_show_cell (GtkWidget *row, const TdListCell *cell);
gboolean td_import_row_get_choice (GtkWidget *row, TdListRole *role, const char **nick);
GtkWidget *td_import_row_new_answer (const TdListAnswer *answer, guint key);

G_END_DECLS
