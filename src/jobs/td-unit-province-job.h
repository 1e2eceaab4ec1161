/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

TdJob *td_unit_take_province_job (const char *province);
TdJob *td_unit_provinces_job (void);

G_END_DECLS
