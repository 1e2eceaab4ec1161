/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdSheetChoice:
 * @ids: (array length=n_ids) (nullable): sheets by their keys
 * @n_ids: how many
 * @stock_id: with @numbers
 * @numbers: (nullable): sheets of a stock by their numbers, as people write them: "101-110, 115"
 *
 * Which sheets something is done with.
 */
typedef struct
{
  const gint64 *ids;
  guint n_ids;
  gint64 stock_id;
  const char *numbers;
} TdSheetChoice;

/* The store of blanks */
TdJob *td_stock_add_job (TdStock *stock, const char *carries);
TdJob *td_stock_receive_job (TdStockPack *pack);
TdJob *td_stock_spoil_job (const TdSheetChoice *sheets, const char *reason, const char *day);
TdJob *td_stock_take_back_job (const TdSheetChoice *sheets, const char *reason, const char *day);
TdJob *td_stock_destroy_job (const TdSheetChoice *sheets, const char *document, const char *day);

/* Certificates on their way: td-stock-rounds.c */
TdJob *td_stock_hand_out_job (TdStockRound *round, const TdSheetChoice *sheets);
TdJob *td_stock_hand_back_job (gint64 round_id, const TdSheetChoice *sheets, const char *day, gboolean undone);

/* What is printed on what: td-stock-print.c */
TdJob *td_stock_print_job (gint64 stock_id, gint64 decision_id, const gint64 *award_ids, guint n_awards, gint64 first_number, const char *day);

G_END_DECLS
