/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_SUBJECT_HISTORY_VIEW (td_subject_history_view_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectHistoryView, td_subject_history_view, TD, SUBJECT_HISTORY_VIEW, AdwBin)

GtkWidget *td_subject_history_view_new (TdSession *session);
void td_subject_history_view_set_subject (TdSubjectHistoryView *self, gint64 id);

G_END_DECLS
