/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-plan-reading.h"

G_BEGIN_DECLS

/**
 * TdPlanFactGroup:
 * @TD_PLAN_FACTS_HEAD: what the document is: number, date, issuer, signer, …
 * @TD_PLAN_FACTS_PERIOD: from when to when
 * @TD_PLAN_FACTS_AWARDS: what may be given, by whom, and what not
 * @TD_PLAN_FACTS_DEADLINES: what is due
 * @TD_PLAN_FACTS_TASKS: what is asked of whom
 * @TD_PLAN_FACTS_PARTS: what pieces of the text are for: purposes, contents, groups, criteria
 */
typedef enum
{
  TD_PLAN_FACTS_HEAD,
  TD_PLAN_FACTS_PERIOD,
  TD_PLAN_FACTS_AWARDS,
  TD_PLAN_FACTS_DEADLINES,
  TD_PLAN_FACTS_TASKS,
  TD_PLAN_FACTS_PARTS,
  TD_PLAN_N_FACT_GROUPS,
} TdPlanFactGroup;

/**
 * TdPlanFactState:
 * @TD_PLAN_FACT_SURE: read surely
 * @TD_PLAN_FACT_CHECK: a person should look at it
 * @TD_PLAN_FACT_MISSING: the text does not say it
 * @TD_PLAN_FACT_CHANGED: a person said it
 */
typedef enum
{
  TD_PLAN_FACT_SURE,
  TD_PLAN_FACT_CHECK,
  TD_PLAN_FACT_MISSING,
  TD_PLAN_FACT_CHANGED,
} TdPlanFactState;

#define TD_TYPE_PLAN_FACT (td_plan_fact_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanFact, td_plan_fact, TD, PLAN_FACT, GObject)

/**
 * TdPlanFact:
 *
 * One thing a plan says, with the place it was read from.
 *
 * Tells "changed" when it is another or in another state.
 *
 * @group: where it stands
 * @entity: the record that holds it: the plan, or one of its award forms, deadlines, tasks, clauses
 * @field: (nullable): of the plan; %NULL when the fact is the whole record
 * @section: the piece of the text it stands in, 0 for none
 * @lines: where it was read; 0, 0 when that is not known
 * @words: (nullable): the words it was read from
 * @state: how sure it is
 * @left_out: a person said that the plan does not say this
 * @why: (nullable): what to look at, translated
 * @before: (nullable): what the plan says that was accepted earlier, translated
 */
struct _TdPlanFact
{
  GObject parent_instance;

  TdPlanFactGroup group;
  TdEntity *entity;
  const TdField *field;
  guint section;
  TdPlanLines lines;
  char *words;
  TdPlanFactState state;
  gboolean left_out;
  char *why;
  char *before;
};

TdPlanFact *td_plan_fact_new (TdPlanFactGroup group, TdEntity *entity, const TdField *field, guint section, TdPlanLines lines);
char *td_plan_fact_dup_title (TdPlanFact *self);
char *td_plan_fact_dup_text (TdPlanFact *self);
gboolean td_plan_fact_has_field (TdPlanFact *self, const TdField *field);
const TdField *td_plan_fact_get_main_field (TdPlanFact *self);
void td_plan_fact_tell (TdPlanFact *self);

const char *td_plan_fact_group_get_title (TdPlanFactGroup group);
const char *td_plan_fact_group_to_nick (TdPlanFactGroup group);
const char *td_plan_fact_state_get_title (TdPlanFactState state);
const char *td_plan_fact_state_to_nick (TdPlanFactState state);

G_END_DECLS
