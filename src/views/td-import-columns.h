/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-list-preview.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_COLUMNS (td_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (TdImportColumns, td_import_columns, TD, IMPORT_COLUMNS, AdwWindow)

GtkWidget *td_import_columns_new (TdListPreview *preview, gboolean has_sender);

G_END_DECLS
