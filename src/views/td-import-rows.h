/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-list-preview.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_ROWS (td_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (TdImportRows, td_import_rows, TD, IMPORT_ROWS, AdwBin)

void td_import_rows_set_session (TdImportRows *self, TdSession *session);
void td_import_rows_show (TdImportRows *self, TdListPreview *preview);
guint td_import_rows_count (TdImportRows *self, TdListState state);
gboolean td_import_rows_is_looking (TdImportRows *self);
void td_import_rows_go_to_next (TdImportRows *self);
void td_import_rows_answer (TdImportRows *self, guint number, gboolean for_all);
void td_import_rows_focus (TdImportRows *self);

G_END_DECLS
