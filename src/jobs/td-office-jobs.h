/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

gboolean td_office_create (const char *path, const char *unit, const char *place, const char *actor, GError **error);
TdJob *td_office_check_job (const char *anchor);

G_END_DECLS
