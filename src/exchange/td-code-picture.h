/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean td_code_picture_is_one (GBytes *bytes);
char **td_code_picture_read_codes (GBytes *bytes, GCancellable *cancellable, GError **error);
char *td_code_file_read (const char *path, const char *prefix, GCancellable *cancellable, GError **error);

G_END_DECLS
