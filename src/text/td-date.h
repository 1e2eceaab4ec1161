/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date is ISO text with the precision it has: "2026", "2026-01" or "2026-01-20". */

gboolean td_date_is_valid (const char *iso);
char *td_date_parse (const char *text);
char *td_date_to_display (const char *iso);
char *td_date_to_words (const char *iso);
int td_date_compare (const char *a, const char *b);
int td_date_get_year (const char *iso);
gboolean td_date_ranges_overlap (const char *from_a, const char *to_a, const char *from_b, const char *to_b);

G_END_DECLS
