/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

gboolean td_unit_heirs_take (TdJob *job, TdConnection *connection, TdUnit *ended, TdUnit *heir, gint64 year, GError **error);
gboolean td_unit_heirs_tell (TdJob *job, TdConnection *connection, TdUnit *ended, gint64 year, GError **error);

G_END_DECLS
