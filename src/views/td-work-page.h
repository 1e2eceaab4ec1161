/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_WORK_PAGE (td_work_page_get_type ())
G_DECLARE_FINAL_TYPE (TdWorkPage, td_work_page, TD, WORK_PAGE, AdwBin)

void td_work_page_run (TdWorkPage *self, TdSession *session, TdJob *job, TdRunFlags flags, const char *text, TdRunDone done, gpointer owner);
gboolean td_work_page_end (TdWorkPage *self, TdJob *job);
gboolean td_work_page_is_running (TdWorkPage *self);
void td_work_page_stop (TdWorkPage *self);

G_END_DECLS
