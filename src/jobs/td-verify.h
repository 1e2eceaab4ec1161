/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-verdict.h"

G_BEGIN_DECLS

TdVerdict *td_verify_with_files (const char *code, const char *const *certificates, GError **error);
TdJob *td_verify_job (const char *code, const char *const *certificates);
TdJob *td_code_find_job (const char *path);
const char *td_code_find_job_get (TdJob *job);

G_END_DECLS
