/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

gboolean td_record_attach (TdConnection *connection, gpointer entity, const char *path, GError **error);

G_END_DECLS
