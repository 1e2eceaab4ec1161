/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-overview.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_OVERVIEW_PAGE (td_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TdOverviewPage, td_overview_page, TD, OVERVIEW_PAGE, AdwBin)

void td_overview_page_set_session (TdOverviewPage *self, TdSession *session);
void td_overview_page_look (TdOverviewPage *self);
TdOverview *td_overview_page_get_overview (TdOverviewPage *self);

G_END_DECLS
