/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_number_to_words (gint64 number);
char *td_number_to_display (gint64 number);
gboolean td_number_parse (const char *text, gint64 *number);

G_END_DECLS
