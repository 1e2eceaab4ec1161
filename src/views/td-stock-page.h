/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-page.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_PAGE (td_stock_page_get_type ())
G_DECLARE_FINAL_TYPE (TdStockPage, td_stock_page, TD, STOCK_PAGE, TdListPage)

G_END_DECLS
