/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

TdJob *td_unit_merge_job (TdUnitAct *act, const gint64 *from, guint n_from, TdUnit *into);
TdJob *td_unit_split_job (TdUnitAct *act, gint64 unit_id, GPtrArray *into, gboolean goes_on);
TdJob *td_unit_rename_job (TdUnitAct *act, TdUnit *renamed);
TdJob *td_unit_move_job (TdUnitAct *act, gint64 unit_id, gint64 parent_id, gint64 place_id);

gboolean td_unit_is_below (TdConnection *connection, gint64 unit_id, const char *field, gint64 above_id, gboolean *below, GError **error);

G_END_DECLS
