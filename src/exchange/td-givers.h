/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "td-giver.h"

G_BEGIN_DECLS

GPtrArray *td_givers_for_office (const char *office, const char *place, GError **error);
char *td_office_dup_province (const char *office);

G_END_DECLS
