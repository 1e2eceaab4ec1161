/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_DECISION_ACT (td_decision_act_get_type ())
G_DECLARE_FINAL_TYPE (TdDecisionAct, td_decision_act, TD, DECISION_ACT, TdEntity)

/**
 * TdDecisionAct:
 *
 * What changes an issued decision: đính chính or thu hồi, hủy bỏ. The decision stays as it was issued; what
 * the act changes stands in its lines. Acts are made by td_decision_act_job() and never edited.
 *
 * @kind: correction or revocation
 * @number: of the correcting document: "20/QĐ-UBND", "135/UBND-NC"
 * @date: its day
 * @signer: who signed it
 * @reason: why, or on what it is based
 */
struct _TdDecisionAct
{
  TdEntity parent_instance;

  gint64 decision_id;
  char *kind;
  char *number;
  char *date;
  char *signer;
  char *reason;
  char *decision_number;
};

G_END_DECLS
