/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_SHEET (td_stock_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TdStockSheet, td_stock_sheet, TD, STOCK_SHEET, TdEntity)

/**
 * TdStockSheet:
 *
 * One blank, from its coming in to its end. Sheets without a printed number are counted on by
 * the office, so that each can be spoken of.
 *
 * @pack_id: what it came in with
 * @number: counts within its stock
 * @code: as it stands on the sheet: “AA 000123”
 * @state: where it is
 * @changed_on: when it came there
 * @award_id: what is printed on it, or kept for it
 * @reason: why it was spoiled or taken back
 * @used_on: printed or spoiled
 * @document: under which it was destroyed
 * @round_id: the round it is out with
 * @recall_id: the act after which it is to be taken back, also once it has been
 * @recalled_by: the number of that act
 */
struct _TdStockSheet
{
  TdEntity parent_instance;

  gint64 stock_id;
  char *stock_name;
  gint64 pack_id;
  gint64 number;
  char *code;
  char *state;
  char *changed_on;
  gint64 award_id;
  char *award_name;
  gint64 register_number;
  gint64 decision_id;
  char *reason;
  char *used_on;
  char *spoiled_on;
  char *presented_on;
  char *destroyed_on;
  char *document;
  gint64 round_id;
  gint64 recall_id;
  char *recalled_by;
};

G_END_DECLS
