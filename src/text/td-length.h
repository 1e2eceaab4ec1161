/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths are kept in micrometres, as whole numbers, and read and written by people in millimetres. */

char *td_length_to_display (gint64 length);
gboolean td_length_parse (const char *text, gint64 *length);
gboolean td_length_parse_sheet (const char *text, gint64 *width, gint64 *height);

G_END_DECLS
