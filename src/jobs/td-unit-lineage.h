/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdUnitLineage:
 *
 * What happened to the units of an office: which came out of which, what they were called before.
 * Made for one job.
 */
typedef struct _TdUnitLineage TdUnitLineage;

TdUnitLineage *td_unit_lineage_load (TdConnection *connection, GError **error);
void td_unit_lineage_free (TdUnitLineage *self);

GArray *td_unit_lineage_dup_predecessors (TdUnitLineage *self, gint64 unit_id);
GArray *td_unit_lineage_dup_successors (TdUnitLineage *self, gint64 unit_id);
GPtrArray *td_unit_lineage_get_parts (TdUnitLineage *self, gint64 unit_id);
GPtrArray *td_unit_lineage_get_act_parts (TdUnitLineage *self, gint64 act_id);
TdUnitActPart *td_unit_lineage_find_end (TdUnitLineage *self, gint64 unit_id);
char *td_unit_lineage_dup_heirs (TdUnitLineage *self, TdUnitActPart *part);
gboolean td_unit_lineage_show_rows (TdConnection *connection, TdQuery *query, GPtrArray *rows, GError **error);
TdUnit *td_unit_lineage_dup_as_of (TdUnitLineage *self, TdUnit *unit, const char *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdUnitLineage, td_unit_lineage_free)

G_END_DECLS
