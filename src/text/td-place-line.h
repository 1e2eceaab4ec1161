/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_place_line_join (const char *beside, const char *const *parts, guint n_parts);
gboolean td_place_line_names (const char *line, const char *place);
char *td_place_line_without (const char *line, const char *place);

G_END_DECLS
