/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-page.h"

G_BEGIN_DECLS

#define TD_TYPE_NOMINATION_PAGE (td_nomination_page_get_type ())
G_DECLARE_FINAL_TYPE (TdNominationPage, td_nomination_page, TD, NOMINATION_PAGE, TdListPage)

guint td_nomination_page_finish (TdNominationPage *self, gboolean *busy);

G_END_DECLS
