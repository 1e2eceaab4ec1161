/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-template-draft.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_SHEET_PANE (td_template_sheet_pane_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateSheetPane, td_template_sheet_pane, TD, TEMPLATE_SHEET_PANE, AdwBin)

void td_template_sheet_pane_set_draft (TdTemplateSheetPane *self, TdTemplateDraft *draft);
void td_template_sheet_pane_set_locked (TdTemplateSheetPane *self, gboolean locked);
void td_template_sheet_pane_commit (TdTemplateSheetPane *self);

G_END_DECLS
