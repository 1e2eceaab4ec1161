/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-list-import-jobs.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_OPTIONS (td_import_options_get_type ())
G_DECLARE_FINAL_TYPE (TdImportOptions, td_import_options, TD, IMPORT_OPTIONS, AdwBin)

void td_import_options_set (TdImportOptions *self, TdSession *session, TdListPurpose purpose, gint64 plan_id);
gboolean td_import_options_is_complete (TdImportOptions *self);
gboolean td_import_options_has_sender (TdImportOptions *self);
TdListTaking td_import_options_get (TdImportOptions *self, const char *path, GHashTable *by_hand, char **from);

G_END_DECLS
