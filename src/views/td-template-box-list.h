/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-template-draft.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_BOX_LIST (td_template_box_list_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateBoxList, td_template_box_list, TD, TEMPLATE_BOX_LIST, AdwBin)

void td_template_box_list_set_draft (TdTemplateBoxList *self, TdTemplateDraft *draft);
void td_template_box_list_set_states (TdTemplateBoxList *self, GHashTable *states);
void td_template_box_list_set_fixed (TdTemplateBoxList *self, gboolean fixed);

G_END_DECLS
