/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-plan-review.h"

G_BEGIN_DECLS

/**
 * TdPlanDifferenceKind:
 * @TD_PLAN_DIFFERENCE_NEW: only the document says it
 * @TD_PLAN_DIFFERENCE_GONE: only the plan that was accepted says it
 * @TD_PLAN_DIFFERENCE_CHANGED: both say it, not alike
 */
typedef enum
{
  TD_PLAN_DIFFERENCE_NEW,
  TD_PLAN_DIFFERENCE_GONE,
  TD_PLAN_DIFFERENCE_CHANGED,
} TdPlanDifferenceKind;

#define TD_TYPE_PLAN_DIFFERENCE (td_plan_difference_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanDifference, td_plan_difference, TD, PLAN_DIFFERENCE, GObject)

/**
 * TdPlanDifference:
 * @kind: what happened
 * @group: among what
 * @title: what it is about
 * @field: (nullable): what of it changed
 * @before: (nullable): what was accepted
 * @now: (nullable): what the document says
 * @line: where it says so, 0 where it does not
 * @fact: (nullable): of the review
 */
struct _TdPlanDifference
{
  GObject parent_instance;

  TdPlanDifferenceKind kind;
  TdPlanFactGroup group;
  char *title;
  const TdField *field;
  char *before;
  char *now;
  guint line;
  TdPlanFact *fact;
};

GPtrArray *td_plan_diff (TdConnection *connection, gint64 plan_id, TdPlanReview *review, GError **error);
void td_plan_diff_mark (GPtrArray *differences);

const char *td_plan_difference_kind_to_nick (TdPlanDifferenceKind kind);
const char *td_plan_difference_kind_get_title (TdPlanDifferenceKind kind);

G_END_DECLS
