/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_PACK (td_stock_pack_get_type ())
G_DECLARE_FINAL_TYPE (TdStockPack, td_stock_pack, TD, STOCK_PACK, TdEntity)

/**
 * TdStockPack:
 *
 * Blanks that came in together.
 *
 * @supplier: the printing house
 * @document: the number of the delivery note
 * @first_number: of its sheets; without printed numbers the office counts on
 * @n_sheets: how many
 */
struct _TdStockPack
{
  TdEntity parent_instance;

  gint64 stock_id;
  char *received_on;
  char *supplier;
  char *document;
  gint64 first_number;
  gint64 n_sheets;
  char *note;
};

G_END_DECLS
