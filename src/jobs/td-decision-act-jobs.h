/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

TdJob *td_decision_act_job (TdDecisionAct *act, GPtrArray *lines);

/**
 * TdDecisionHistory:
 * @decision: (nullable): of which decision; %NULL when all acts are meant
 * @acts: (element-type TdDecisionAct): oldest first
 * @lines: (element-type TdDecisionActLine): of all of them, in the order of the acts
 * @awards: (nullable) (element-type TdAward): of the decision, as they read now; where they were asked for
 *
 * What corrected or revoked an issued decision. To be read only.
 */
#define TD_TYPE_DECISION_HISTORY (td_decision_history_get_type ())
G_DECLARE_FINAL_TYPE (TdDecisionHistory, td_decision_history, TD, DECISION_HISTORY, GObject)

struct _TdDecisionHistory
{
  GObject parent_instance;

  TdDecision *decision;
  GPtrArray *acts;
  GPtrArray *lines;
  GPtrArray *awards;
};

TdJob *td_decision_history_job (gint64 decision_id, gboolean with_awards);
char *td_decision_history_dup_line (const TdDecisionActLine *line);

G_END_DECLS
