/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"
#include "td-model.h"

G_BEGIN_DECLS

GPtrArray *td_plan_list_parts (TdConnection *connection, GType type, gint64 plan_id, GError **error);

G_END_DECLS
