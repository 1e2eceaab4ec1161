/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-award-wording.h"
#include "td-directory.h"
#include "td-legal-documents.h"
#include "td-plan-change-jobs.h"
#include "td-plan-new.h"
#include "td-plan-clauses.h"

G_BEGIN_DECLS

/* A plan that is being begun. */
typedef struct
{
  gint64 from;
  gboolean goes_on;
  char *unit_name;
  gint64 unit_id;
  char *title;
  char *day;
  guint days_earlier;

  TdUnit *unit;       /* NULL: the office's own */
  TdPlan *source;     /* NULL: empty */
  TdPlanState *state; /* what holds of a superior's plan on the day; NULL for others */
  TdPlan *plan;
  TdPlanSkeleton *skeleton;
  const char *level; /* what its head gives; NULL when that is not known */
  char *head;        /* who that is */
} Request;

void td_plan_new_go_on (Request *self);
gboolean td_plan_new_copy (TdJob *job, TdConnection *connection, Request *self, GError **error);
gboolean td_plan_new_fill (TdConnection *connection, Request *self, GError **error);

G_END_DECLS
