/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-plan-review.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_REVIEW_WINDOW (td_plan_review_window_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanReviewWindow, td_plan_review_window, TD, PLAN_REVIEW_WINDOW, AdwWindow)

GtkWidget *td_plan_review_window_new (TdSession *session, TdPlanReview *review, gint64 accepted_id, gint64 n_different);

void td_plan_review_open_path (GtkWidget *parent, TdSession *session, const char *path);
void td_plan_review_open_text (GtkWidget *parent, TdSession *session, const char *text);

G_END_DECLS
