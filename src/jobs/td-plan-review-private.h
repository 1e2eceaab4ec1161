/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-plan-review.h"

G_BEGIN_DECLS

struct _TdPlanReview
{
  GObject parent_instance;

  char *text; /* its lines end with a line feed and hold nothing a page would break at */
  TdWordFinder *finder;
  TdPlanReading *reading;
  TdPlan *plan;
  GPtrArray *clauses; /* of TdClause, in the order of the text */
  guint n_articles;   /* before the sections, which are counted from 1 */
  GListStore *facts;  /* of TdPlanFact, by group */
  GPtrArray *undo;    /* of Step, the latest last */
  GPtrArray *redo;
};

/* td-plan-review.c */
void _td_plan_review_tell (TdPlanReview *self, TdPlanFact *fact);
/* td-plan-review-facts.c */
void _td_plan_review_make_facts (TdPlanReview *self);
/* td-plan-review-steps.c */
void _td_plan_review_step_free (gpointer data);

G_END_DECLS
