/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_DECISION (td_decision_get_type ())
G_DECLARE_FINAL_TYPE (TdDecision, td_decision, TD, DECISION, TdEntity)

/**
 * TdDecision:
 *
 * An award decision: quyết định khen thưởng. Draft, submitted, issued.
 *
 * @number: given by the văn thư at issue
 * @date: given at issue
 * @title: trích yếu, without "Về việc"
 * @signer_capacity: "KT. CHỦ TỊCH" or none
 * @achievement: where a line has no wording of its own
 * @proposal: tờ trình it follows: "số 897/TTr-SNV ngày …"
 * @anchor: what office check --anchor compares
 */
struct _TdDecision
{
  TdEntity parent_instance;

  char *number;
  char *date;
  char *title;
  gint64 giver_id;
  char *giver;
  gint64 plan_id;
  char *state;
  char *signer_capacity;
  char *signer_position;
  char *signer_name;
  char *achievement;
  char *achievement_english;
  char *proposal;
  char *anchor;
};

G_END_DECLS
