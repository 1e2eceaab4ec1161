/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

TdJob *td_decision_draft_job (gint64 plan_id, gint64 giver_id, const char *signer, const gint64 *nominations,
                              guint n_nominations, gboolean strict);
TdJob *td_decision_add_job (gint64 decision_id, const gint64 *nominations, guint n_nominations);
TdJob *td_decision_strike_job (const gint64 *awards, guint n_awards);
TdJob *td_decision_submit_job (gint64 decision_id, gboolean submitted);
TdJob *td_decision_issue_job (gint64 decision_id, const char *number, const char *date);
gboolean td_decision_is_number (const char *number);
TdJob *td_decision_print_job (gint64 decision_id, const char *path);

G_END_DECLS
