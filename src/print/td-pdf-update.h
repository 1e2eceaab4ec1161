/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdPdfUpdate TdPdfUpdate;

TdPdfUpdate *td_pdf_update_new (int fd, GError **error);
void td_pdf_update_free (TdPdfUpdate *self);
guint td_pdf_update_get_n_objects (TdPdfUpdate *self);
guint td_pdf_update_get_root (TdPdfUpdate *self);
gboolean td_pdf_update_fail (GError **error);

char *td_pdf_update_dup_dictionary (TdPdfUpdate *self, guint number, GError **error);
char *td_pdf_update_dup_stream (TdPdfUpdate *self, guint number, GError **error);

guint td_pdf_update_reserve (TdPdfUpdate *self, guint n);
gboolean td_pdf_update_put (TdPdfUpdate *self, guint number, const char *dictionary, GError **error);
gboolean td_pdf_update_put_stream (TdPdfUpdate *self, guint number, const char *dictionary, GBytes *plain, GError **error);
gboolean td_pdf_update_write (TdPdfUpdate *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPdfUpdate, td_pdf_update_free)

G_END_DECLS
