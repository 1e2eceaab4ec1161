/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-award-layout.h"
#include "td-job.h"

G_BEGIN_DECLS

TdJob *td_award_layout_set_job (TdAwardLayout *layout);
TdJob *td_award_layout_arrange_job (gint64 award_id, const char *template_name, GPtrArray *layouts);
TdJob *td_award_layout_clear_job (gint64 award_id, const char *template_name, const char *box);
gboolean td_award_layout_keep (TdConnection *connection, TdAwardLayout *wanted, gint64 *id, GError **error);
gboolean td_award_layout_set_text (TdConnection *connection, const TdAwardLayout *place, const char *text, GError **error);
GPtrArray *td_award_layouts_read (TdConnection *connection, const char *template_name, GHashTable *award_ids, GError **error);

G_END_DECLS
