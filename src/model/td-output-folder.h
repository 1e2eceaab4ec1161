/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdOutputFolder TdOutputFolder;

TdOutputFolder *td_output_folder_open (const char *path, GError **error);
void td_output_folder_free (TdOutputFolder *self);
char *td_output_folder_add (TdOutputFolder *self, const char *name);
guint td_output_folder_count_taken (TdOutputFolder *self, char **first);
gboolean td_output_folder_finish (TdOutputFolder *self, gboolean replace, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOutputFolder, td_output_folder_free)

G_END_DECLS
