/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-plan-review.h"

G_BEGIN_DECLS

TdJob *td_plan_import_job (const char *path);
TdJob *td_plan_import_text_job (GBytes *text);
TdJob *td_plan_review_job (const char *path);
TdJob *td_plan_review_text_job (GBytes *text);
TdJob *td_plan_review_save_job (const char *path, const char *output);
TdJob *td_plan_accept_job (TdPlanReview *review);
TdJob *td_plan_accept_file_job (const char *path);
TdJob *td_plan_diff_job (gint64 plan_id, const char *path);

G_END_DECLS
