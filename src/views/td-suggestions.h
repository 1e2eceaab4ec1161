/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-field.h"

G_BEGIN_DECLS

#define TD_TYPE_SUGGESTIONS (td_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (TdSuggestions, td_suggestions, TD, SUGGESTIONS, GtkPopover)

char **td_suggestions_dup_for (const TdField *field);
GtkWidget *td_suggestions_new (const char *label);
void td_suggestions_add (TdSuggestions *self, const char *value, const char *label);

G_END_DECLS
