/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void td_locale_init (const char *domain, const char *localedir, const char *build_localedir);

G_END_DECLS
