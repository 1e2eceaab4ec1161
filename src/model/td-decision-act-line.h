/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_DECISION_ACT_LINE (td_decision_act_line_get_type ())
G_DECLARE_FINAL_TYPE (TdDecisionActLine, td_decision_act_line, TD, DECISION_ACT_LINE, TdEntity)

/**
 * TdDecisionActLine:
 *
 * What an act says of one award: what was printed wrong and how it reads now, or that it is revoked. The award
 * keeps what the decision said.
 *
 * @award_id: which line of the decision
 * @field: of a correction: the property of the award; %NULL in a revocation
 * @was: how it read until then
 * @now: how it reads from then on; %NULL: it is left out
 */
struct _TdDecisionActLine
{
  TdEntity parent_instance;

  gint64 act_id;
  gint64 award_id;
  char *field;
  char *was;
  char *now;
  char *award_name;
  char *act_kind;
  char *act_number;
  char *act_date;
};

G_END_DECLS
