/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-choice-row.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_ROW (td_template_row_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateRow, td_template_row, TD, TEMPLATE_ROW, TdChoiceRow)

void td_template_row_set_session (TdTemplateRow *self, TdSession *session);
const char *td_template_row_get_name (TdTemplateRow *self);

G_END_DECLS
