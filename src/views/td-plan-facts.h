/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-fact-list.h"
#include "td-plan-change-jobs.h"

G_BEGIN_DECLS

void td_plan_facts_tell_held (TdFactList *list, TdJob *job);
char *td_plan_facts_dup_source (TdPlanChange *change);

G_END_DECLS
