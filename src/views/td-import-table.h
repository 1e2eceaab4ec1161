/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-list-preview.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_TABLE (td_import_table_get_type ())
G_DECLARE_FINAL_TYPE (TdImportTable, td_import_table, TD, IMPORT_TABLE, AdwBin)

void td_import_table_set (TdImportTable *self, GPtrArray *items);
void td_import_table_replace (TdImportTable *self, TdListItem *item);
TdListItem *td_import_table_get (TdImportTable *self);
guint td_import_table_count (TdImportTable *self, TdListState state);
void td_import_table_go_to_next (TdImportTable *self);
void td_import_table_focus (TdImportTable *self);

G_END_DECLS
