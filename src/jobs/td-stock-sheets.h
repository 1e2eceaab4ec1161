/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-stock-jobs.h"

G_BEGIN_DECLS

/**
 * TdSheetSet:
 *
 * A #TdSheetChoice, kept until a job runs.
 */
typedef struct
{
  GArray *ids; /* gint64 */
  gint64 stock_id;
  char *numbers;
} TdSheetSet;

void td_sheet_set_init (TdSheetSet *self, const TdSheetChoice *choice);
void td_sheet_set_clear (TdSheetSet *self);
GPtrArray *td_sheet_set_list (TdSheetSet *self, TdJob *job, TdConnection *connection, GError **error);

char *td_stock_dup_today (const char *day);
char *td_stock_dup_code (const TdStock *stock, gint64 number);
gboolean td_stock_sheet_counts (const TdStockSheet *sheet);
gboolean td_stock_require_state (TdJob *job, const TdStockSheet *sheet, const char *states);
gboolean td_stock_settle_round (TdConnection *connection, gint64 round_id, const char *day, GError **error);
gboolean td_stock_suits (const TdStock *stock, GPtrArray *parts, const TdAward *award);
gboolean td_stock_check_awards (TdJob *job, TdConnection *connection, const TdStock *stock, GPtrArray *awards, GError **error);
GPtrArray *td_stock_list_free (TdConnection *connection, gint64 stock_id, gint64 first_number, guint n, GError **error);
gboolean td_stock_spoil_sheet (TdConnection *connection, TdStockSheet *sheet, const char *reason, const char *day, GError **error);

/* td-stock-rounds.c */
gboolean td_stock_present_sheets (TdJob *job, TdConnection *connection, GPtrArray *sheets, const char *handed_to, const char *day, GError **error);

G_END_DECLS
