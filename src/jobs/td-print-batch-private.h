/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-set.h"
#include "td-print-batch-jobs.h"

G_BEGIN_DECLS

TdPrintBatch *td_print_batch_get (TdConnection *connection, gint64 batch_id, GError **error);
GPtrArray *td_print_batch_list_chunks (TdConnection *connection, gint64 batch_id, GError **error);
GPtrArray *td_print_batch_list_pages (TdConnection *connection, gint64 batch_id, GError **error);
GPtrArray *td_print_batch_list_waiting (TdConnection *connection, gint64 batch_id, GError **error);
GPtrArray *td_print_chunk_list_pages (TdConnection *connection, gint64 chunk_id, GError **error);
gboolean td_print_chunk_is_open (const TdPrintChunk *chunk);

gboolean td_print_batch_pack (TdConnection *connection, TdPrintBatch *batch, GError **error);
gboolean td_print_batch_deal (TdConnection *connection, TdPrintBatch *batch, const char *day, guint *n_missing, GError **error);
gboolean td_print_batch_tally (TdConnection *connection, TdPrintBatch *batch, const char *state, GError **error);
gboolean td_print_batch_set_barrier (TdConnection *connection, const TdPrintBatch *batch, const char *reason, GError **error);
gboolean td_print_page_let_sheet_go (TdConnection *connection, TdPrintPage *page, const char *day, GError **error);
gboolean td_print_page_come_out (TdConnection *connection, TdPrintPage *page, const char *day, GError **error);

TdFinding *td_print_batch_tell_short (guint n_needed, guint n_missing);
const char *td_print_batch_order_name (TdCertificateOrder order);

G_END_DECLS
