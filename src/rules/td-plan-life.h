/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdPlanLife:
 * @plan: the plan as it was issued
 * @deadlines: (element-type TdDeadline): as issued, in the order of the text
 * @allowances: (element-type TdAllowance): as issued, in the order of the text
 * @changes: (element-type TdPlanChange): the documents that came later, in any order
 * @lines: (element-type TdPlanChangeLine): what these change, in any order
 *
 * A plan with everything that changed it. Nothing of it is ever overwritten.
 */
typedef struct
{
  TdPlan *plan;
  GPtrArray *deadlines;
  GPtrArray *allowances;
  GPtrArray *changes;
  GPtrArray *lines;
} TdPlanLife;

void td_plan_life_free (TdPlanLife *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlanLife, td_plan_life_free)

/**
 * TdPlanState:
 * @plan: the plan with the end that holds
 * @deadlines: (element-type TdDeadline): with the days that hold
 * @allowances: (element-type TdAllowance): what is given and not given
 * @sources: (element-type TdEntity TdPlanChange): of @plan, of a deadline or an allowance: the document it holds by;
 *   what is not in it holds as issued
 * @moves: what was due in a clause on a day and is due on another now; see td_plan_state_get_task_day()
 * @lists_forms: whether the plan as issued names award forms; one that does not leaves them to the law, and a document
 *   that names one says nothing of the others
 *
 * What holds in a plan on one day. The records are copies.
 */
typedef struct
{
  TdPlan *plan;
  GPtrArray *deadlines;
  GPtrArray *allowances;
  GHashTable *sources;
  GPtrArray *moves;
  gboolean lists_forms;
} TdPlanState;

TdPlanState *td_plan_life_on (const TdPlanLife *self, const char *day);
TdDeadline *td_plan_state_find_deadline (const TdPlanState *self, gint64 id);
TdPlanChange *td_plan_state_get_source (const TdPlanState *self, gpointer entity);
const char *td_plan_state_get_task_day (const TdPlanState *self, gint64 clause_id, const char *day);
void td_plan_state_put_task_day (const TdPlanState *self, TdTask *task);
void td_plan_state_free (TdPlanState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlanState, td_plan_state_free)

gboolean td_award_form_covers (const char *wide, const char *form);
char *td_plan_change_dup_name (TdPlanChange *change);

G_END_DECLS
