/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entity.h"
#include "td-query.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_FILTER_BUTTON (td_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (TdFilterButton, td_filter_button, TD, FILTER_BUTTON, AdwBin)

GtkWidget *td_filter_button_new (const TdField *field, TdSession *session);
void td_filter_button_clear (TdFilterButton *self);
gboolean td_filter_button_is_set (TdFilterButton *self);
void td_filter_button_narrow (TdFilterButton *self, TdQuery *query);
gint64 td_filter_button_get_id (TdFilterButton *self, const char *name);
void td_filter_button_set_text (TdFilterButton *self, const char *name, const char *text);
void td_filter_button_set_id (TdFilterButton *self, const char *name, gint64 id, const char *label);

G_END_DECLS
