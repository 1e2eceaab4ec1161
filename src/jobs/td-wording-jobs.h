/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

TdWording *td_wording_load (TdConnection *connection, GError **error);
TdJob *td_wording_job (void);
TdJob *td_wording_save_job (TdWording *wording);
TdJob *td_wording_set_job (const char *const *settings);

G_END_DECLS
