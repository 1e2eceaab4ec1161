/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_PART (td_stock_part_get_type ())
G_DECLARE_FINAL_TYPE (TdStockPart, td_stock_part, TD, STOCK_PART, TdEntity)

/**
 * TdStockPart:
 *
 * Something a blank carries already, so that it is not printed again.
 *
 * @part: which part of a certificate; boxes of templates are called by the same word
 * @text: “Tặng”: a blank that says so refuses other words; “Số sổ vàng: …” leaves the dots to be written on; empty:
 *   whatever they are
 * @places: “64 120,5”: where what is written on the dots begins, one for each run of dots, millimetres from the left
 *   edge; empty: where it would stand among its words
 */
struct _TdStockPart
{
  TdEntity parent_instance;

  gint64 stock_id;
  char *part;
  char *text;
  char *places;
};

GArray *td_stock_part_parse_places (const char *text);

G_END_DECLS
