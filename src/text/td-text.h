/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_text_normalize (const char *utf8);
char *td_text_fold (const char *utf8);
char *td_text_fold_marks (const char *utf8);
gboolean td_text_has_marks (const char *utf8);
char *td_text_words (const char *utf8);
char *td_text_lent_words (const char *utf8);
char *td_text_query_words (const char *query);
gboolean td_text_matches (const char *haystack, const char *query);

G_END_DECLS
