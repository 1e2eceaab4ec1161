/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-query.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_FILTER_BAR (td_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TdFilterBar, td_filter_bar, TD, FILTER_BAR, AdwBin)

void td_filter_bar_describe (TdFilterBar *self, TdSession *session, GType entity_type, const char *const *fields);
void td_filter_bar_add_day (TdFilterBar *self, const char *from, const char *until);
const char *td_filter_bar_get_day (TdFilterBar *self);
void td_filter_bar_focus (TdFilterBar *self);
void td_filter_bar_clear (TdFilterBar *self);
gboolean td_filter_bar_is_set (TdFilterBar *self);
void td_filter_bar_narrow (TdFilterBar *self, TdQuery *query);
gint64 td_filter_bar_get_id (TdFilterBar *self, const char *name);
void td_filter_bar_set_only (TdFilterBar *self, const char *name, const char *text, gint64 id, const char *label);
void td_filter_bar_set_id (TdFilterBar *self, const char *name, gint64 id, const char *label);

G_END_DECLS
