/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean _td_text_is_blank (gunichar c);
gboolean _td_text_is_apostrophe (gunichar c);

G_END_DECLS
