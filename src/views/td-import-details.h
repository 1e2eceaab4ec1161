/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-list-preview.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_DETAILS (td_import_details_get_type ())
G_DECLARE_FINAL_TYPE (TdImportDetails, td_import_details, TD, IMPORT_DETAILS, AdwBin)

void td_import_details_set_session (TdImportDetails *self, TdSession *session);
void td_import_details_show (TdImportDetails *self, TdListDetails *details);
void td_import_details_focus (TdImportDetails *self);
void td_import_details_answer (TdImportDetails *self, guint number, gboolean for_all);

G_END_DECLS
