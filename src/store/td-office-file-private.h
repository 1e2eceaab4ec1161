/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean _td_office_file_check (const char *path, GError **error);
gboolean _td_office_file_is_writable (const char *path, GError **error);
gboolean _td_office_file_is_cleanly_closed (const char *path);

G_END_DECLS
