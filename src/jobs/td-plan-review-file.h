/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-plan-review.h"

G_BEGIN_DECLS

char *td_plan_review_to_json (TdPlanReview *self);
TdPlanReview *td_plan_review_parse (const char *json, gsize length, GCancellable *cancellable, GError **error);
TdPlanReview *td_plan_review_read_file (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
