/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdPlanExtract:
 *
 * The text of a plan out of any kind of file, line by line as it is seen: the marks of automatic lists written out, the two
 * columns of head and foot one after the other, without running heads, page numbers and footnotes.
 */
typedef struct _TdPlanExtract TdPlanExtract;

/**
 * TdPlanProgress:
 * @page: that was read, from 1
 * @n_pages: of the file
 * @user_data: what was given with it
 *
 * Told while a file of many pages is read, in the thread that reads.
 */
typedef void (*TdPlanProgress) (guint page, guint n_pages, gpointer user_data);

TdPlanExtract *td_plan_extract_read (GBytes *bytes, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);
TdPlanExtract *td_plan_extract_read_file (const char *path, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);
void td_plan_extract_free (TdPlanExtract *self);
const char *td_plan_extract_get_text (TdPlanExtract *self, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlanExtract, td_plan_extract_free)

G_END_DECLS
