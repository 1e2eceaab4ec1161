/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-model.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_LIKELY_LIST (td_likely_list_get_type ())
G_DECLARE_FINAL_TYPE (TdLikelyList, td_likely_list, TD, LIKELY_LIST, AdwBin)

GtkWidget *td_likely_list_new (TdSession *session);
void td_likely_list_look (TdLikelyList *self, TdSubject *subject, gboolean typing);
void td_likely_list_clear (TdLikelyList *self);

G_END_DECLS
