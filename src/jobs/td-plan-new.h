/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

/**
 * TdPlanRequest:
 * @from: a plan it comes from; 0 for none
 * @goes_on: whether @from is an earlier plan it goes on with, not one of a superior
 * @unit: (nullable): name, code or id of the unit whose plan it is; %NULL for the office's own
 * @unit_id: the same when it is known; 0 to go by @unit
 * @title: (nullable): %NULL to make it from @from
 * @day: (nullable): the day whose law holds; %NULL for today
 * @days_earlier: how many days before the superior's its deadlines are
 *
 * A plan to be written.
 */
typedef struct
{
  gint64 from;
  gboolean goes_on;
  const char *unit;
  gint64 unit_id;
  const char *title;
  const char *day;
  guint days_earlier;
} TdPlanRequest;

TdJob *td_plan_new_job (const TdPlanRequest *request);
TdJob *td_plan_issue_job (gint64 plan_id, const char *number, const char *date);

G_END_DECLS
