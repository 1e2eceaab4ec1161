/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-plan-clauses.h"

G_BEGIN_DECLS

/**
 * TdOutlineStep:
 * @TD_OUTLINE_STEP_TEXT: its words become others
 * @TD_OUTLINE_STEP_ADD: a new clause below it; without one at the end
 * @TD_OUTLINE_STEP_NEST: one level down
 * @TD_OUTLINE_STEP_UNNEST: one level up
 * @TD_OUTLINE_STEP_UP: past the one before it
 * @TD_OUTLINE_STEP_DOWN: past the one behind it
 * @TD_OUTLINE_STEP_DELETE: it goes with what belongs to it
 * @TD_OUTLINE_STEP_FORM: heading, item, paragraph: the one given
 * @TD_OUTLINE_STEP_BIND: the facts of a kind that no clause says get clauses below it
 * @TD_OUTLINE_STEP_MARKS: the plan is marked otherwise
 *
 * What can be done to the clauses of a plan that is written here.
 */
typedef enum
{
  TD_OUTLINE_STEP_TEXT,
  TD_OUTLINE_STEP_ADD,
  TD_OUTLINE_STEP_NEST,
  TD_OUTLINE_STEP_UNNEST,
  TD_OUTLINE_STEP_UP,
  TD_OUTLINE_STEP_DOWN,
  TD_OUTLINE_STEP_DELETE,
  TD_OUTLINE_STEP_FORM,
  TD_OUTLINE_STEP_BIND,
  TD_OUTLINE_STEP_MARKS,
} TdOutlineStep;

/* The rule of a finding that no clause says a fact: this, and the kind of fact. */
#define TD_PLAN_UNTOLD "plan-untold-"

#define TD_TYPE_PLAN_DRAFT (td_plan_draft_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanDraft, td_plan_draft, TD, PLAN_DRAFT, GObject)

/**
 * TdPlanDraft:
 *
 * A plan as it is written.
 *
 * @plan: the plan
 * @outline: its clauses
 * @facts: what it rules
 * @n_open: per kind of fact, how many no clause says
 * @findings: (element-type TdFinding): what a person should look at; their record is the clause, 0 for the plan itself
 */
struct _TdPlanDraft
{
  GObject parent_instance;

  TdPlan *plan;
  TdOutline *outline;
  TdPlanFacts *facts;
  guint n_open[3];
  GPtrArray *findings;
};

TdJob *td_outline_step_job (gint64 plan_id, TdOutlineStep step, gint64 clause_id, const char *text);
TdJob *td_plan_draft_job (gint64 plan_id);

void td_plan_draft_check (TdPlanDraft *self, GPtrArray *legal_documents);
void td_plan_check_bases (const TdPlan *plan, const char *day, GPtrArray *legal_documents, GPtrArray *findings);

G_END_DECLS
