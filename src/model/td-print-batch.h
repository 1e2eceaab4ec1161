/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_PRINT_BATCH (td_print_batch_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintBatch, td_print_batch, TD, PRINT_BATCH, TdEntity)

/**
 * TdPrintBatch:
 *
 * Certificates that go to a printer together: in chunks, a sheet each.
 *
 * @decision_id: whose certificates; of those of a ceremony that of the first
 * @ceremony_id: when they are those of a ceremony, else 0
 * @printer: the queue's name
 * @printer_name: what people call it
 * @tray: its name; empty for the usual one
 * @stock_id: the blanks in the tray, 0 for plain paper
 * @calibration_id: how the pages are moved, 0 as they are
 * @template_name: how they look; empty for the one that suits
 * @sort_order: of the pages
 * @first_number: the pile begins with this sheet
 * @chunk_size: so many sheets go at once
 * @n_sent: pages that were sent and are not known to be out
 * @n_printed: pages that came out well
 */
struct _TdPrintBatch
{
  TdEntity parent_instance;

  gint64 decision_id;
  char *decision_number;
  gint64 ceremony_id;
  char *ceremony_name;
  char *printer;
  char *printer_name;
  char *tray;
  gint64 stock_id;
  char *stock_name;
  gint64 calibration_id;
  char *template_name;
  char *sort_order;
  gboolean with_ornament;
  gint64 copies;
  gint64 first_number;
  gint64 chunk_size;
  gint64 n_pages;
  gint64 n_sent;
  gint64 n_printed;
  char *state;
  char *started_on;
  char *note;
};

G_END_DECLS
