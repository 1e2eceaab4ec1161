/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-plan-fact.h"
#include "td-store.h"
#include "td-word-finder.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_REVIEW (td_plan_review_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanReview, td_plan_review, TD, PLAN_REVIEW, GObject)

TdPlanReview *td_plan_review_new (const char *text, gsize length, GCancellable *cancellable, GError **error);

const char *td_plan_review_get_text (TdPlanReview *self);
TdWordFinder *td_plan_review_get_finder (TdPlanReview *self);
const TdPlanReading *td_plan_review_get_reading (TdPlanReview *self);
TdPlan *td_plan_review_get_plan (TdPlanReview *self);
GPtrArray *td_plan_review_get_clauses (TdPlanReview *self);
TdClause *td_plan_review_get_clause (TdPlanReview *self, guint section);
guint td_plan_review_get_section (TdPlanReview *self, guint clause);
GListModel *td_plan_review_get_facts (TdPlanReview *self);
GPtrArray *td_plan_review_get_findings (TdPlanReview *self);
guint td_plan_review_count (TdPlanReview *self, TdPlanFactState state);
gboolean td_plan_review_find (TdPlanReview *self, TdPlanFact *fact, gsize *start, gsize *end);

/* What a person says; each can be undone */
void td_plan_review_set (TdPlanReview *self, TdPlanFact *fact, TdEntity *values);
gboolean td_plan_review_take (TdPlanReview *self, TdPlanFact *fact, const TdField *field, gsize start, gsize end);
TdPlanFact *td_plan_review_add (TdPlanReview *self, TdPlanFactGroup group, gsize start, gsize end);
void td_plan_review_approve (TdPlanReview *self, TdPlanFact *fact);
void td_plan_review_leave_out (TdPlanReview *self, TdPlanFact *fact, gboolean left_out);
gboolean td_plan_review_can_undo (TdPlanReview *self, gboolean redo);
TdPlanFact *td_plan_review_undo (TdPlanReview *self, gboolean redo);
gboolean td_plan_review_is_changed (TdPlanReview *self);

G_END_DECLS
