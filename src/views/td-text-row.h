/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_TEXT_ROW (td_text_row_get_type ())
G_DECLARE_FINAL_TYPE (TdTextRow, td_text_row, TD, TEXT_ROW, AdwPreferencesRow)

GtkWidget *td_text_row_new (const char *label);
GtkWidget *td_text_row_new_paragraph (const char *label);
void td_text_row_set_text (TdTextRow *self, const char *text);
char *td_text_row_dup_text (TdTextRow *self);
void td_text_row_set_editable (TdTextRow *self, gboolean editable);

G_END_DECLS
