/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"

G_BEGIN_DECLS

char *td_event_words_read (const char *text, gboolean *own_end);
gboolean td_event_words_are_same (const char *a, const char *b);
gboolean td_event_words_bind (TdConnection *connection, const char *text, gint64 *event_id, char **day, gboolean *own_end, GError **error);

G_END_DECLS
