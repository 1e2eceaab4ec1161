/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_CHANGE_LINE (td_plan_change_line_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanChangeLine, td_plan_change_line, TD, PLAN_CHANGE_LINE, TdEntity)

/**
 * TdPlanChangeLine:
 *
 * One thing a later document changes in a plan.
 *
 * @change_id: the document that says so
 * @what: of td_choices_plan_change_what
 * @deadline_id: a deadline of the plan, where that moves
 * @day: when it is due, or the plan ends, from then on
 * @award_form: what is given or not given from then on
 * @giver_level: none for whoever gives it
 * @rule: allowed, barred, or only for a kind
 * @kind: with "only": the kind that passes
 * @reason: the words of the document
 */
struct _TdPlanChangeLine
{
  TdEntity parent_instance;

  gint64 change_id;
  char *what;
  gint64 deadline_id;
  char *deadline_what;
  char *day;
  char *award_form;
  char *giver_level;
  char *rule;
  char *kind;
  char *reason;
};

G_END_DECLS
