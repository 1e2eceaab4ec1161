/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_ALLOWANCE (td_allowance_get_type ())
G_DECLARE_FINAL_TYPE (TdAllowance, td_allowance, TD, ALLOWANCE, TdEntity)

/**
 * TdAllowance:
 *
 * What a plan says of one award form from one giver: hình thức của kế hoạch.
 *
 * @plan_id: whose rule it is
 * @position: as in the text
 * @award_form: such as "Bằng khen"
 * @giver_level: none when the plan names no giver: any competent head
 * @giver_text: as the plan writes it
 * @rule: allowed, barred, or only for a kind
 * @kind: with "only": the kind of commendation that passes
 * @reason: the words of the plan that bar it
 * @earlier_plan_id: the movement whose awards are the reason: it was rewarded already
 * @earlier_number: its number
 * @earlier_title: what it is called
 * @clause_id: where the plan says so
 * @clause_path: where the plan says so
 */
struct _TdAllowance
{
  TdEntity parent_instance;

  gint64 plan_id;
  gint64 position;
  char *award_form;
  char *giver_level;
  char *giver_text;
  char *rule;
  char *kind;
  char *reason;
  gint64 earlier_plan_id;
  char *earlier_number;
  char *earlier_title;
  gint64 clause_id;
  char *clause_path;
};

G_END_DECLS
