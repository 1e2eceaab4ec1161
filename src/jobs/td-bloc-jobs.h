/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

TdJob *td_bloc_copy_job (gint64 year);
TdJob *td_bloc_add_members_job (gint64 bloc_id, const gint64 *unit_ids, guint n_units);
TdJob *td_bloc_remove_members_job (const gint64 *member_ids, guint n_members);

G_END_DECLS
