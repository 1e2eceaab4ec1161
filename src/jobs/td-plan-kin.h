/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdPlanKinship:
 * @TD_PLAN_KIN_PARENT: the superior's plan it carries out
 * @TD_PLAN_KIN_PREDECESSOR: the earlier plan it goes on with
 * @TD_PLAN_KIN_CHILD: carries it out
 * @TD_PLAN_KIN_SUCCESSOR: goes on with it
 */
typedef enum
{
  TD_PLAN_KIN_PARENT,
  TD_PLAN_KIN_PREDECESSOR,
  TD_PLAN_KIN_CHILD,
  TD_PLAN_KIN_SUCCESSOR,
} TdPlanKinship;

#define TD_TYPE_PLAN_KIN (td_plan_kin_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanKin, td_plan_kin, TD, PLAN_KIN, GObject)

/**
 * TdPlanKin:
 *
 * A plan that another comes from, or that comes from it.
 *
 * @kinship: how they belong together
 * @plan: the other plan
 */
struct _TdPlanKin
{
  GObject parent_instance;

  TdPlanKinship kinship;
  TdPlan *plan;
};

TdJob *td_plan_kin_job (gint64 plan_id);

G_END_DECLS
