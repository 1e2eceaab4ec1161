/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-jobs.h"
#include "td-model.h"
#include "td-print-sizes.h"
#include "td-printer.h"

G_BEGIN_DECLS

/* So many sheets go at once, where nothing else is said: what a jam may leave open is at most so much. */
#define TD_PRINT_CHUNK_SIZE 100

/**
 * TdPrintBatchOptions:
 * @decision_id: an issued decision; 0 for the certificates of a ceremony, which @certificates names
 * @printer: the printer as it was when it was read; nothing is sent to it here
 * @tray: (nullable): its tray
 * @certificates: which certificates, how they look and what they are printed on; without a calibration,
 *   that of the printer, the tray and the stock is found
 * @pages: (nullable): which of them by their places in the order: "1-50, 53"; %NULL for all
 * @sheet_width: with @sheet_height: only those on sheets of this size, mm; 0: all, which must have one
 * @sheet_height: see above
 * @first_number: the pile begins with the sheet of this number; 0 for the next in store
 * @chunk_size: so many sheets go at once; 0 for %TD_PRINT_CHUNK_SIZE
 * @copies: of each page; 0 for one
 * @day: (nullable): ISO; %NULL for today
 * @signed_by: (nullable): who lets pass what preflight finds and may be let pass; %NULL: it stops the batch
 *
 * What is to be printed, and where.
 */
typedef struct
{
  gint64 decision_id;
  TdPrinter *printer;
  const char *tray;
  TdCertificateOptions certificates;
  const char *pages;
  double sheet_width;
  double sheet_height;
  gint64 first_number;
  guint chunk_size;
  guint copies;
  const char *day;
  const char *signed_by;
} TdPrintBatchOptions;

/**
 * TdPrintSettlement:
 * @batch_id: a batch
 * @last_good: (nullable): the last sheet that came out well: its number or code; on plain paper the place of
 *   its page; or the name on it
 * @last_good_page: without @last_good: the place of its page, 0 when none came out
 * @spoiled: (nullable): sheets that are spoiled, by their numbers: "117, 118"; on plain paper places of pages
 * @reason: with @spoiled: why
 * @day: (nullable): ISO; %NULL for today
 *
 * What a person found in the tray.
 */
typedef struct
{
  gint64 batch_id;
  const char *last_good;
  gint64 last_good_page;
  const char *spoiled;
  const char *reason;
  const char *day;
} TdPrintSettlement;

#define TD_TYPE_PRINT_OUTLOOK (td_print_outlook_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintOutlook, td_print_outlook, TD, PRINT_OUTLOOK, GObject)

/**
 * TdPrintOutlook:
 * @n_pages: so many certificates would be printed
 * @sizes: (element-type TdPrintSize): the sizes of sheets among those asked for; a batch has one
 * @n_sheets: so many blanks lie in the store
 * @next_sheet: (nullable): the one on top of the pile
 * @calibration: (nullable): how the pages would be moved
 * @n_open: so many findings stop it unless a person lets them pass
 *
 * What a batch would be.
 */
struct _TdPrintOutlook
{
  GObject parent_instance;

  guint n_pages;
  GPtrArray *sizes;
  guint n_sheets;
  char *next_sheet;
  TdCalibration *calibration;
  guint n_open;
};

/* Beginning */
TdJob *td_print_batch_check_job (const TdPrintBatchOptions *options);
TdJob *td_print_batch_begin_job (const TdPrintBatchOptions *options);
TdJob *td_print_batch_reprint_job (const TdPrintBatchOptions *options, gint64 award_id, const char *reason);
TdJob *td_print_batch_last_job (gint64 award_id);
TdJob *td_print_batch_test_sheet_job (const TdPrintBatchOptions *options);

/* Sending, a chunk at a time: prepared → sending → sent → done */
TdJob *td_print_batch_parcel_job (gint64 batch_id);
TdJob *td_print_batch_sending_job (gint64 chunk_id, const char *tag);
TdJob *td_print_batch_sent_job (gint64 chunk_id, int job_number);
TdJob *td_print_batch_returned_job (gint64 chunk_id);
TdJob *td_print_batch_finished_job (gint64 chunk_id, const char *day);
TdJob *td_print_batch_unclear_job (gint64 chunk_id);
TdJob *td_print_batch_pause_job (gint64 batch_id);

/* What came out */
TdJob *td_print_batch_settle_job (const TdPrintSettlement *settlement);
TdJob *td_print_batch_give_up_job (gint64 batch_id, const char *note);

G_END_DECLS
