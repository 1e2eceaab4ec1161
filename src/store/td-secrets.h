/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"

G_BEGIN_DECLS

gboolean td_secrets_put (TdConnection *connection, const char *code, const char *secret, GError **error);
gboolean td_secrets_get (TdConnection *connection, const char *code, char **secret, GError **error);

G_END_DECLS
