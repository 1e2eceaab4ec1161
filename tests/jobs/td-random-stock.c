/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-random-jobs.h"
#include "td-stock-count.h"
#include "td-stock-jobs.h"

/* Blanks at random. */

#define DAY "2026-02-01"

TdJob *
td_random_add_stock (TdRandomOffice *self)
{
  g_autofree char *name = td_random_text (self);
  g_autoptr (TdStock) stock = g_object_new (TD_TYPE_STOCK, "name", name, "width", (gint64) 420000, "height", (gint64) 297000, "series", td_random_one_in (self, 2) ? "AA" : NULL,
                                            "n-digits", (gint64) td_random_below (self, 7), NULL);

  return td_stock_add_job (stock, td_random_one_in (self, 2) ? "ornament, gift=Tặng" : NULL);
}

TdJob *
td_random_receive_blanks (TdRandomOffice *self)
{
  gint64 stock_id = td_random_pick_id (self, TD_TYPE_STOCK, NULL, NULL);
  g_autoptr (TdStockPack) pack = NULL;

  if (stock_id == 0)
    return NULL;
  pack = g_object_new (TD_TYPE_STOCK_PACK, "stock-id", stock_id, "received-on", DAY, "n-sheets", (gint64) td_random_below (self, 12),
                       "first-number", (gint64) (td_random_one_in (self, 3) ? td_random_below (self, 200) : 0), NULL);
  return td_stock_receive_job (pack);
}

static TdJob *
do_with_sheet (TdRandomOffice *self, const char *state, TdJob *(*make) (const TdSheetChoice *sheets, const char *words, const char *day))
{
  gint64 ids[] = { td_random_pick_id (self, TD_TYPE_STOCK_SHEET, "state", state), td_random_pick_id (self, TD_TYPE_STOCK_SHEET, NULL, NULL) };
  TdSheetChoice sheets = { .ids = ids, .n_ids = td_random_one_in (self, 4) ? 2 : 1 };

  return ids[0] != 0 ? make (&sheets, td_random_one_in (self, 8) ? NULL : "kẹt giấy", DAY) : NULL;
}

TdJob *
td_random_spoil_sheet (TdRandomOffice *self)
{
  return do_with_sheet (self, "free", td_stock_spoil_job);
}

TdJob *
td_random_take_sheet_back (TdRandomOffice *self)
{
  return do_with_sheet (self, "presented", td_stock_take_back_job);
}

TdJob *
td_random_destroy_sheet (TdRandomOffice *self)
{
  return do_with_sheet (self, "spoiled", td_stock_destroy_job);
}

TdJob *
td_random_print_on_stock (TdRandomOffice *self)
{
  gint64 stock_id = td_random_pick_id (self, TD_TYPE_STOCK, NULL, NULL);
  gint64 decision_id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);

  return stock_id != 0 && decision_id != 0 ? td_stock_print_job (stock_id, decision_id, NULL, 0, 0, DAY) : NULL;
}

TdJob *
td_random_hand_out (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_STOCK_SHEET, NULL, NULL);
  TdSheetChoice sheets = { .ids = &id, .n_ids = 1 };
  g_autoptr (TdStockRound) round = g_object_new (TD_TYPE_STOCK_ROUND, "step", "signature", "out-on", DAY, NULL);

  return id != 0 ? td_stock_hand_out_job (round, &sheets) : NULL;
}

TdJob *
td_random_hand_back (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_STOCK_ROUND, NULL, NULL);

  return id != 0 ? td_stock_hand_back_job (id, NULL, DAY, td_random_one_in (self, 2)) : NULL;
}

TdJob *
td_random_count_stock (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_STOCK, NULL, NULL);

  return id != 0 ? td_stock_count_job (id, "2026-01-01", DAY) : NULL;
}

TdJob *
td_random_print_count (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_STOCK, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, "count.pdf", NULL);

  return id != 0 ? td_stock_count_print_job (id, "2026-01-01", DAY, path) : NULL;
}
