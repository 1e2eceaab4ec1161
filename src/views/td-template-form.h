/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-template-draft.h"
#include "td-template-record.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_FORM (td_template_form_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateForm, td_template_form, TD, TEMPLATE_FORM, AdwBin)

void td_template_form_set_draft (TdTemplateForm *self, TdTemplateDraft *draft);
void td_template_form_set_recipient (TdTemplateForm *self, TdTemplateRecord *record);
void td_template_form_set_locked (TdTemplateForm *self, gboolean locked);
void td_template_form_commit (TdTemplateForm *self);
void td_template_form_focus_text (TdTemplateForm *self);
void td_template_form_focus_numbers (TdTemplateForm *self);

G_END_DECLS
