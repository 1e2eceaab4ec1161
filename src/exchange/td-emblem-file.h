/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *td_emblem_file_read (const char *path, GError **error);
const char *td_emblem_file_judge (GBytes *file, GError **error);
const char *td_emblem_file_check (GBytes *file, GCancellable *cancellable, GError **error);

G_END_DECLS
