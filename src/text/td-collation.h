/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *td_collation_key (const char *utf8);
const char *td_collation_version (void);
char *td_name_sort_text (const char *full_name);

G_END_DECLS
