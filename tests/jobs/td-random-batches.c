/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-open-batch.h"
#include "td-random-jobs.h"

/* Print batches at random, without a printer: what it would have said is made up. */

#define DAY "2026-03-01"

/* One that tells no sizes takes any. */
static TdPrinter *
make_printer (void)
{
  TdPrinter *printer = g_object_new (TD_TYPE_PRINTER, NULL);

  printer->id = g_strdup ("a3");
  printer->name = g_strdup ("Máy in A3");
  printer->is_accepting = TRUE;
  return printer;
}

static gint64
pick_issued (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, "state", "issued");

  return id != 0 ? id : td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);
}

static TdPrintBatchOptions
make_options (TdRandomOffice *self, TdPrinter *printer)
{
  return (TdPrintBatchOptions){ .decision_id = pick_issued (self), .printer = printer, .tray = NULL, .certificates = { .stock_id = td_random_one_in (self, 3) ? 0 : td_random_pick_id (self, TD_TYPE_STOCK, NULL, NULL), .order = td_random_below (self, 3) }, .pages = td_random_one_in (self, 4) ? "1-3, 5" : NULL, .chunk_size = 1 + td_random_below (self, 4), .day = DAY, .signed_by = "Người Soát" };
}

TdJob *
td_random_begin_batch (TdRandomOffice *self)
{
  g_autoptr (TdPrinter) printer = make_printer ();
  TdPrintBatchOptions options = make_options (self, printer);

  return options.decision_id != 0 ? td_print_batch_begin_job (&options) : NULL;
}

TdJob *
td_random_check_batch (TdRandomOffice *self)
{
  g_autoptr (TdPrinter) printer = make_printer ();
  TdPrintBatchOptions options = make_options (self, printer);

  return options.decision_id != 0 ? td_print_batch_check_job (&options) : NULL;
}

TdJob *
td_random_reprint (TdRandomOffice *self)
{
  g_autoptr (TdPrinter) printer = make_printer ();
  TdPrintBatchOptions options = make_options (self, printer);
  g_autoptr (TdPrintPage) page = td_random_office_pick (self, TD_TYPE_PRINT_PAGE, "state", "printed");

  return options.decision_id != 0 && page != NULL ? td_print_batch_reprint_job (&options, page->award_id, td_random_one_in (self, 5) ? NULL : "ngắt tên sai") : NULL;
}

TdJob *
td_random_last_batch (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_AWARD, NULL, NULL);

  return id != 0 ? td_print_batch_last_job (id) : NULL;
}

TdJob *
td_random_test_sheet (TdRandomOffice *self)
{
  g_autoptr (TdPrinter) printer = make_printer ();
  TdPrintBatchOptions options = make_options (self, printer);

  return options.decision_id != 0 ? td_print_batch_test_sheet_job (&options) : NULL;
}

TdJob *
td_random_make_parcel (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_PRINT_BATCH, NULL, NULL);

  return id != 0 ? td_print_batch_parcel_job (id) : NULL;
}

/* Mostly a chunk of which it is true. */
static gint64
pick_chunk (TdRandomOffice *self, const char *state)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_PRINT_CHUNK, "state", state);

  return id != 0 && !td_random_one_in (self, 10) ? id : td_random_pick_id (self, TD_TYPE_PRINT_CHUNK, NULL, NULL);
}

TdJob *
td_random_send_chunk (TdRandomOffice *self)
{
  gint64 id = pick_chunk (self, "prepared");
  g_autofree char *tag = td_random_text (self);

  return id != 0 ? td_print_batch_sending_job (id, tag) : NULL;
}

TdJob *
td_random_sent_chunk (TdRandomOffice *self)
{
  gint64 id = pick_chunk (self, "sending");

  return id != 0 ? td_print_batch_sent_job (id, 7) : NULL;
}

TdJob *
td_random_return_chunk (TdRandomOffice *self)
{
  gint64 id = pick_chunk (self, "sending");

  return id != 0 ? td_print_batch_returned_job (id) : NULL;
}

TdJob *
td_random_finish_chunk (TdRandomOffice *self)
{
  gint64 id = pick_chunk (self, "sent");

  return id != 0 ? td_print_batch_finished_job (id, DAY) : NULL;
}

TdJob *
td_random_unclear_chunk (TdRandomOffice *self)
{
  gint64 id = pick_chunk (self, "sent");

  return id != 0 ? td_print_batch_unclear_job (id) : NULL;
}

TdJob *
td_random_pause_batch (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_PRINT_BATCH, NULL, NULL);

  return id != 0 ? td_print_batch_pause_job (id) : NULL;
}

TdJob *
td_random_settle_batch (TdRandomOffice *self)
{
  TdPrintSettlement settlement = { .batch_id = td_random_pick_id (self, TD_TYPE_PRINT_BATCH, NULL, NULL), .last_good_page = td_random_below (self, 7), .day = DAY };
  g_autofree char *spoiled = g_strdup_printf ("%u", 1 + td_random_below (self, 12));

  if (td_random_one_in (self, 2))
    settlement.spoiled = spoiled;
  if (!td_random_one_in (self, 6))
    settlement.reason = "kẹt giấy";
  return settlement.batch_id != 0 ? td_print_batch_settle_job (&settlement) : NULL;
}

TdJob *
td_random_give_up_batch (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_PRINT_BATCH, NULL, NULL);

  return id != 0 ? td_print_batch_give_up_job (id, "hoãn") : NULL;
}

TdJob *
td_random_list_open_batches (TdRandomOffice *self)
{
  return td_print_batch_list_open_job ();
}

TdJob *
td_random_look_at_batch (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_PRINT_BATCH, NULL, NULL);

  return id != 0 ? td_print_batch_look_job (id) : NULL;
}
