/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-open-batch.h"

G_BEGIN_DECLS

#define TD_TYPE_PRINT_QUESTION (td_print_question_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintQuestion, td_print_question, TD, PRINT_QUESTION, AdwBin)

void td_print_question_ask (TdPrintQuestion *self, TdOpenBatch *open, guint n_likely, gboolean ends);
void td_print_question_refuse (TdPrintQuestion *self, GPtrArray *findings, const char *message);
TdJob *td_print_question_make_job (TdPrintQuestion *self);

G_END_DECLS
