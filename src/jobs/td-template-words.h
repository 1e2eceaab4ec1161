/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_template_words_dup_title (const char *name, gboolean optional);
char *td_template_words_to_shown (const char *pattern);
char *td_template_words_from_shown (const char *shown);

G_END_DECLS
