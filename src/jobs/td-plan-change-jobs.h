/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"
#include "td-plan-life.h"

G_BEGIN_DECLS

TdPlanLife *td_plan_life_load (TdConnection *connection, gint64 plan_id, GError **error);
TdPlanState *td_plan_as_of (TdConnection *connection, gint64 plan_id, const char *day, GError **error);

/**
 * TdPlanView:
 *
 * What holds in a plan on a day, and every document that came after it.
 *
 * @day: the day asked about
 * @state: what holds
 * @life: the plan as issued, with all that changed it
 */
#define TD_TYPE_PLAN_VIEW (td_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanView, td_plan_view, TD, PLAN_VIEW, GObject)

struct _TdPlanView
{
  GObject parent_instance;

  char *day;
  TdPlanState *state;
  TdPlanLife *life;
};

TdJob *td_plan_view_job (gint64 plan_id, const char *day);
TdJob *td_plan_change_job (TdPlanChange *change, GPtrArray *lines, const char *path);
TdJob *td_plan_interim_job (gint64 plan_id, const char *what, const char *who, const char *on, gint64 first, gint64 last);

G_END_DECLS
