/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdWordFinder:
 *
 * Finds words in a long text, however the text breaks its lines, writes its capitals and composes its letters.
 */
typedef struct _TdWordFinder TdWordFinder;

TdWordFinder *td_word_finder_new (const char *text);
void td_word_finder_free (TdWordFinder *self);
gboolean td_word_finder_find (TdWordFinder *self, const char *words, gsize from, gsize to, gsize *start, gsize *end);
guint td_word_finder_get_n_lines (TdWordFinder *self);
void td_word_finder_get_lines (TdWordFinder *self, guint first, guint last, gsize *start, gsize *end);
guint td_word_finder_get_line_at (TdWordFinder *self, gsize offset, gsize *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdWordFinder, td_word_finder_free)

G_END_DECLS
