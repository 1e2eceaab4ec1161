/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More are better imported from a file. */
#define TD_ENTRY_PASTE_MAX 500

GPtrArray *td_entry_paste_split (const char *text, gboolean *more);

G_END_DECLS
