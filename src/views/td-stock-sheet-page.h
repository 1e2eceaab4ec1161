/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-page.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_SHEET_PAGE (td_stock_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (TdStockSheetPage, td_stock_sheet_page, TD, STOCK_SHEET_PAGE, TdListPage)

void td_stock_sheet_page_show_stock (TdStockSheetPage *self, gint64 stock_id);

G_END_DECLS
