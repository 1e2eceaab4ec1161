/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-query.h"

G_BEGIN_DECLS

#define TD_TYPE_DAY_FILTER (td_day_filter_get_type ())
G_DECLARE_FINAL_TYPE (TdDayFilter, td_day_filter, TD, DAY_FILTER, AdwBin)

GtkWidget *td_day_filter_new (const char *from, const char *until);
void td_day_filter_clear (TdDayFilter *self);
const char *td_day_filter_get_day (TdDayFilter *self);
void td_day_filter_narrow (TdDayFilter *self, TdQuery *query);

G_END_DECLS
