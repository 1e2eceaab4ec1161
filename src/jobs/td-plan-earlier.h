/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"
#include "td-model.h"

G_BEGIN_DECLS

gboolean td_plan_earlier_cites (const char *text, const char *number);
gboolean td_plan_earlier_link (TdConnection *connection, TdPlan *plan, GError **error);

G_END_DECLS
