/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

TdJob *td_plan_import_job (const char *path);
TdJob *td_plan_import_text_job (GBytes *text);

G_END_DECLS
