/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-overview.h"
#include "td-timeline.h"

G_BEGIN_DECLS

TdTimeline *td_timeline_of_overview (TdOverview *overview);
TdJob *td_timeline_save_job (const char *day, const char *path);

G_END_DECLS
