/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *td_data_lookup (const char *path, GError **error);
char **td_data_list (const char *folder);

G_END_DECLS
