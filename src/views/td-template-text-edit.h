/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_TEXT_EDIT (td_template_text_edit_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateTextEdit, td_template_text_edit, TD, TEMPLATE_TEXT_EDIT, AdwBin)

GtkWidget *td_template_text_edit_new (void);
void td_template_text_edit_set_text (TdTemplateTextEdit *self, const char *pattern);
char *td_template_text_edit_dup_text (TdTemplateTextEdit *self);
void td_template_text_edit_set_with_fields (TdTemplateTextEdit *self, gboolean with_fields);
void td_template_text_edit_focus (TdTemplateTextEdit *self);

G_END_DECLS
