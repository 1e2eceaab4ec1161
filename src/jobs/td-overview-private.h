/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-overview.h"

G_BEGIN_DECLS

/* td-overview-plans.c */
gboolean _td_overview_read_plans (TdOverview *self, TdConnection *connection, GError **error);
/* td-overview-figures.c */
gboolean _td_overview_read_figures (TdOverview *self, TdConnection *connection, GError **error);

G_END_DECLS
