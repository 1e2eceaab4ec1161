/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PRINT_PROGRESS (td_print_progress_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintProgress, td_print_progress, TD, PRINT_PROGRESS, AdwBin)

void td_print_progress_run (TdPrintProgress *self, TdSession *session, gint64 batch_id);
void td_print_progress_take_up (TdPrintProgress *self, TdSession *session, gint64 batch_id);
gboolean td_print_progress_is_over (TdPrintProgress *self);
gboolean td_print_progress_is_busy (TdPrintProgress *self);

G_END_DECLS
