/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"
#include "td-model.h"
#include "td-outline.h"
#include "td-plan-skeleton.h"

G_BEGIN_DECLS

/**
 * TdPlanFacts:
 * @plan: whose they are
 * @skeleton: the words of its day
 * @kinds: per kind of fact, in the order of td_choices_clause_binding: (element-type TdEntity) the facts in their order
 *
 * What a plan rules besides its words.
 */
typedef struct
{
  TdPlan *plan;
  TdPlanSkeleton *skeleton;
  GPtrArray *kinds[3];
} TdPlanFacts;

TdOutline *td_plan_clauses_load (TdConnection *connection, TdPlan *plan, GError **error);
gboolean td_plan_clauses_keep (TdConnection *connection, TdPlan *plan, TdOutline *outline, GError **error);

TdPlanFacts *td_plan_facts_load (TdConnection *connection, TdPlan *plan, GError **error);
void td_plan_facts_free (TdPlanFacts *self);
const char *td_plan_facts_get_binding (guint kind);
GPtrArray *td_plan_facts_get (const TdPlanFacts *self, const char *binding);
gint64 td_plan_facts_get_clause (gpointer fact);
gboolean td_plan_facts_word (const TdPlanFacts *self, TdClause *clause);
gboolean td_plan_facts_insert (TdConnection *connection, const TdPlanFacts *self, TdOutline *outline, guint position, guint level, const char *binding, GError **error);
gboolean td_plan_facts_refresh (TdConnection *connection, gint64 plan_id, GError **error);
gboolean td_plan_facts_changed (TdConnection *connection, gpointer fact, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlanFacts, td_plan_facts_free)

G_END_DECLS
