/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-directory.h"
#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdTaskUnits:
 *
 * A task of a plan, and the units its words turn to.
 *
 * @task: the task
 * @due: (nullable): by when, as it holds: a later document may have moved it
 * @units: (element-type TdUnit): each once; none where the words name no group and no unit
 */
#define TD_TYPE_TASK_UNITS (td_task_units_get_type ())
G_DECLARE_FINAL_TYPE (TdTaskUnits, td_task_units, TD, TASK_UNITS, GObject)

struct _TdTaskUnits
{
  GObject parent_instance;

  TdTask *task;
  char *due;
  GListStore *units;
};

gboolean td_unit_groups_seed (TdConnection *connection, GError **error);
GPtrArray *td_unit_groups_load (TdConnection *connection, GError **error);
GPtrArray *td_unit_groups_resolve (GPtrArray *groups, const char *text);
gboolean td_unit_groups_of (TdConnection *connection, TdUnit *unit, GPtrArray *found, GError **error);
GListStore *td_unit_groups_expand (TdConnection *connection, GPtrArray *groups, TdDirectory *directory, const char *text, const char *day, GError **error);
void td_unit_group_narrow (TdUnitGroup *group, TdQuery *query);

TdJob *td_unit_group_seed_job (void);
TdJob *td_task_units_job (gint64 plan_id, const char *day);

G_END_DECLS
