/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-print-batch-jobs.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PRINT_CHOICE (td_print_choice_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintChoice, td_print_choice, TD, PRINT_CHOICE, AdwBin)

void td_print_choice_set_up (TdPrintChoice *self, TdSession *session, gint64 decision_id, const TdCertificateOptions *options);
gboolean td_print_choice_get_options (TdPrintChoice *self, TdPrintBatchOptions *options);
gboolean td_print_choice_is_ready (TdPrintChoice *self, gboolean for_test_sheet);
void td_print_choice_show_findings (TdPrintChoice *self, GPtrArray *findings);
gboolean td_print_choice_has_next (TdPrintChoice *self);
void td_print_choice_go_to_next (TdPrintChoice *self);
void td_print_choice_focus (TdPrintChoice *self);

G_END_DECLS
