/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

TdJob *td_event_new_job (TdEvent *event);
TdJob *td_event_set_day_job (const char *name, const char *day);

G_END_DECLS
