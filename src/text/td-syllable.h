/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean td_syllable_is_vietnamese (const char *utf8);
gboolean td_syllable_is_pronounceable (const char *utf8);

G_END_DECLS
