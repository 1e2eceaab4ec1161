/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

TdJob *td_task_list_job (gint64 plan_id, const char *before, gboolean open, const char *day);

G_END_DECLS
