/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

#define TD_TYPE_UNIT_HISTORY (td_unit_history_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitHistory, td_unit_history, TD, UNIT_HISTORY, GObject)

/**
 * TdUnitHistory:
 * @unit: the unit
 * @parts: (element-type TdUnitActPart): every unit's part in the acts on this one and on those it
 *   came out of, oldest act first
 * @predecessors: (element-type TdUnit): what it came out of, nearest first
 * @successors: (element-type TdUnit): what came out of it
 * @awards: (element-type TdAward): issued awards of the unit and of its predecessors, each once,
 *   newest first; "unit-id" tells to whom it was given
 * @n_own: how many awards it has itself; more than are listed when there was a limit
 * @n_inherited: how many its predecessors have, and keep: they are not counted for it
 * @groups: (element-type TdUnitGroup): the groups of units it belongs to today
 *
 * What is known of a unit through all that happened to it. To be read only.
 */
struct _TdUnitHistory
{
  GObject parent_instance;

  TdUnit *unit;
  GPtrArray *parts;
  GPtrArray *predecessors;
  GPtrArray *successors;
  GPtrArray *awards;
  gint64 n_own;
  gint64 n_inherited;
  GPtrArray *groups;
};

TdJob *td_unit_history_job (gint64 unit_id, guint max_awards);
TdJob *td_unit_list_job (const char *day, const char *kind, gint64 group_id);
TdUnit *td_unit_history_find_unit (TdUnitHistory *self, gint64 id);

G_END_DECLS
