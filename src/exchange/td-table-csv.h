/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean td_csv_needs_guard (const char *text);
const char *td_csv_unguard (const char *text);

G_END_DECLS
