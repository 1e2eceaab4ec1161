/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

gboolean td_unit_groups_seed (TdConnection *connection, GError **error);
GPtrArray *td_unit_groups_load (TdConnection *connection, GError **error);
GPtrArray *td_unit_groups_resolve (GPtrArray *groups, const char *text);
gboolean td_unit_groups_of (TdConnection *connection, TdUnit *unit, GPtrArray *found, GError **error);
void td_unit_group_narrow (TdUnitGroup *group, TdQuery *query);

TdJob *td_unit_group_expand_job (const char *text, const char *day);

G_END_DECLS
