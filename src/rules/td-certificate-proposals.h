/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_certificate_propose_text (const char *text);
char *td_certificate_propose_name (const char *printed, const char *name);
char *td_certificate_propose_address (const char *printed, const char *sex);
char *td_certificate_find_name (const char *printed, const char *name);
gboolean td_certificate_is_slip (const char *from, const char *to);

G_END_DECLS
