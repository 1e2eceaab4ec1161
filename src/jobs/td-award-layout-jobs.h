/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-award-layout.h"
#include "td-job.h"

G_BEGIN_DECLS

TdJob *td_award_layout_set_job (TdAwardLayout *layout);
TdJob *td_award_layout_arrange_job (gint64 award_id, const char *template_name, GPtrArray *layouts);
TdJob *td_award_layout_clear_job (gint64 award_id, const char *template_name, const char *box);
GPtrArray *td_award_layouts_read (TdConnection *connection, const char *template_name, GHashTable *award_ids, GError **error);

G_END_DECLS
