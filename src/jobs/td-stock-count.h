/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_COUNT (td_stock_count_get_type ())
G_DECLARE_FINAL_TYPE (TdStockCount, td_stock_count, TD, STOCK_COUNT, GObject)

/**
 * TdStockCount:
 * @stock: the blanks
 * @from: first day, ISO
 * @until: last day, ISO
 * @n_before: in store when the first day began
 * @n_received: came in
 * @n_printed: printed and not spoiled by the last evening
 * @n_spoiled: spoiled, printed or not
 * @n_after: in store on the last evening: before + received − left
 * @n_left: left the store, printed or spoiled
 * @n_destroyed: destroyed
 * @n_presented: handed over
 * @n_to_destroy: spoiled or taken back, and not destroyed by the last evening
 * @in_store: the numbers in store on the last evening: "AA 000101–AA 000296, AA 000300"
 *
 * What there was of a stock, what came, what went: kiểm kê. Nothing in it is kept: it is counted sheet by
 * sheet.
 */
struct _TdStockCount
{
  GObject parent_instance;

  TdStock *stock;
  char *from;
  char *until;
  guint n_before;
  guint n_received;
  guint n_printed;
  guint n_spoiled;
  guint n_after;
  guint n_left;
  guint n_destroyed;
  guint n_presented;
  guint n_to_destroy;
  char *in_store;
};

TdJob *td_stock_count_job (gint64 stock_id, const char *from, const char *until);
TdJob *td_stock_count_print_job (gint64 stock_id, const char *from, const char *until, const char *path);

G_END_DECLS
