/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_base32_write (const guint8 *data, gsize length);
GBytes *td_base32_read (const char *text);

G_END_DECLS
