/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

TdJob *td_record_save_job (gpointer entity);
TdJob *td_record_save_with_file_job (gpointer entity, const char *path);
TdJob *td_record_delete_job (GType type, const gint64 *ids, guint n_ids);
TdJob *td_record_get_job (GType type, gint64 id);
TdJob *td_record_parts_job (GType type, const char *field, gint64 id);

char *td_record_dup_label (gpointer entity);
gboolean td_record_check (TdJob *job, TdConnection *connection, gpointer entity, GError **error);
gboolean td_record_delete_parts (TdConnection *connection, gpointer entity, GError **error);

G_END_DECLS
