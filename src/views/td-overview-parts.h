/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-overview.h"

G_BEGIN_DECLS

GtkWidget *td_overview_group_new (TdOverview *overview, const TdChoice *group);
GtkWidget *td_overview_card_new (TdOverviewPlan *plan, const char *day);
void td_overview_open_rows (GtkWidget *widget, const char *page, gint64 record_id, const char *tab, const char *then);

G_END_DECLS
