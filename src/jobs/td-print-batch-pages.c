/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-batch-pages"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-print-batch-private.h"

/* The pages of a batch: which go together, and which sheet each will meet. Sheets come from the top of the
 * pile, so the pages that wait have the free sheets in the order of their numbers, whatever happened before:
 * when sheet 117 is spoiled, its certificate comes out on 118. */

static const char *const order_names[] = { "list", "register", "unit", "ceremony" };

/**
 * td_print_batch_order_name:
 * @order: of pages
 *
 * Returns: how a batch keeps it
 */
const char *
td_print_batch_order_name (TdCertificateOrder order)
{
  return (guint) order < G_N_ELEMENTS (order_names) ? order_names[order] : order_names[0];
}

/**
 * td_print_batch_get:
 * @connection: the office file
 * @batch_id: a batch
 * @error: return location
 *
 * Returns: (transfer full): the batch
 */
TdPrintBatch *
td_print_batch_get (TdConnection *connection, gint64 batch_id, GError **error)
{
  return td_connection_get (connection, TD_TYPE_PRINT_BATCH, batch_id, error);
}

/**
 * td_print_batch_list_chunks:
 * @connection: the office file
 * @batch_id: a batch
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdPrintChunk): in the order they are sent
 */
GPtrArray *
td_print_batch_list_chunks (TdConnection *connection, gint64 batch_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_CHUNK);

  td_query_where_number (query, "batch-id", batch_id);
  td_query_order_by (query, "position", FALSE);
  return td_connection_list (connection, query, error);
}

/**
 * td_print_chunk_is_open:
 * @chunk: a chunk
 *
 * Returns: whether sheets of it may be on their way, or out without anybody having said so
 */
gboolean
td_print_chunk_is_open (const TdPrintChunk *chunk)
{
  static const char *const open[] = { "sending", "sent", "unclear", NULL };

  return g_strv_contains (open, chunk->state);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  GHashTable *places = data;
  const TdPrintPage *left = *(const TdPrintPage *const *) a;
  const TdPrintPage *right = *(const TdPrintPage *const *) b;
  int chunks = GPOINTER_TO_INT (g_hash_table_lookup (places, &left->chunk_id)) - GPOINTER_TO_INT (g_hash_table_lookup (places, &right->chunk_id));

  if (chunks != 0)
    return chunks;
  return left->position < right->position ? -1 : left->position > right->position;
}

/**
 * td_print_batch_list_pages:
 * @connection: the office file
 * @batch_id: a batch
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdPrintPage): in the order they go through the printer; those that were
 *   dropped come first
 */
GPtrArray *
td_print_batch_list_pages (TdConnection *connection, gint64 batch_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_PAGE);
  g_autoptr (GPtrArray) chunks = td_print_batch_list_chunks (connection, batch_id, error);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *pages;

  if (chunks == NULL)
    return NULL;
  for (guint i = 0; i < chunks->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (chunks, i));

      g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (i + 1));
    }
  td_query_where_number (query, "batch-id", batch_id);
  pages = td_connection_list (connection, query, error);
  if (pages != NULL)
    g_ptr_array_sort_with_data (pages, compare_places, places);
  return pages;
}

/**
 * td_print_batch_list_waiting:
 * @connection: the office file
 * @batch_id: a batch
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdPrintPage): what has not been sent, in order
 */
GPtrArray *
td_print_batch_list_waiting (TdConnection *connection, gint64 batch_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_PAGE);

  td_query_where_number (query, "batch-id", batch_id);
  td_query_where_text (query, "state", "waiting");
  td_query_order_by (query, "position", FALSE);
  return td_connection_list (connection, query, error);
}

/**
 * td_print_chunk_list_pages:
 * @connection: the office file
 * @chunk_id: a chunk
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdPrintPage): in the order they go through the printer
 */
GPtrArray *
td_print_chunk_list_pages (TdConnection *connection, gint64 chunk_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_PAGE);

  td_query_where_number (query, "chunk-id", chunk_id);
  td_query_order_by (query, "position", FALSE);
  return td_connection_list (connection, query, error);
}

/* Packing */

static TdPrintChunk *
add_chunk (TdConnection *connection, TdPrintBatch *batch, gint64 position, const TdPrintPage *first, guint n, GError **error)
{
  g_autoptr (TdPrintChunk) chunk = g_object_new (TD_TYPE_PRINT_CHUNK, "batch-id", td_entity_get_id (TD_ENTITY (batch)), "position", position,
                                                 "state", "prepared", "first-page", first->position, "n-pages", (gint64) n, NULL);

  return td_connection_insert (connection, chunk, error) ? g_steal_pointer (&chunk) : NULL;
}

static gboolean
fill_chunk (TdConnection *connection, TdPrintChunk *chunk, GPtrArray *pages, guint first, guint n, GError **error)
{
  for (guint i = first; i < first + n; i++)
    {
      TdPrintPage *page = g_ptr_array_index (pages, i);

      g_object_set (page, "chunk-id", td_entity_get_id (TD_ENTITY (chunk)), NULL);
      if (!td_connection_update (connection, page, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_print_batch_pack:
 * @connection: inside a transaction
 * @batch: a batch
 * @error: return location
 *
 * Puts the pages that wait into chunks, in place of those that were prepared before.
 *
 * Returns: whether it went well
 */
gboolean
td_print_batch_pack (TdConnection *connection, TdPrintBatch *batch, GError **error)
{
  gint64 id = td_entity_get_id (TD_ENTITY (batch));
  guint size = batch->chunk_size > 0 ? (guint) batch->chunk_size : TD_PRINT_CHUNK_SIZE;
  g_autoptr (GPtrArray) old = td_print_batch_list_chunks (connection, id, error);
  g_autoptr (GPtrArray) pages = old != NULL ? td_print_batch_list_waiting (connection, id, error) : NULL;
  gint64 position = 0;

  if (pages == NULL)
    return FALSE;
  if (old->len > 0)
    position = ((TdPrintChunk *) g_ptr_array_index (old, old->len - 1))->position;
  for (guint first = 0; first < pages->len; first += size)
    {
      guint n = MIN (size, pages->len - first);
      g_autoptr (TdPrintChunk) chunk = add_chunk (connection, batch, ++position, g_ptr_array_index (pages, first), n, error);

      if (chunk == NULL || !fill_chunk (connection, chunk, pages, first, n, error))
        return FALSE;
    }
  for (guint i = 0; i < old->len; i++)
    {
      TdPrintChunk *chunk = g_ptr_array_index (old, i);

      if (g_str_equal (chunk->state, "prepared") && !td_connection_delete (connection, chunk, error))
        return FALSE;
    }
  return TRUE;
}

/* Dealing */

/* The sheets there are for the pages that wait: free ones, and those kept for just these pages. */
static GPtrArray *
list_sheets (TdConnection *connection, const TdPrintBatch *batch, GPtrArray *pages, GError **error)
{
  static const char *const states[] = { "free", "reserved", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GHashTable) own = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *sheets = NULL;

  for (guint i = 0; i < pages->len; i++)
    g_hash_table_add (own, &((TdPrintPage *) g_ptr_array_index (pages, i))->sheet_id);
  td_query_where_number (query, "stock-id", batch->stock_id);
  td_query_where_any_text (query, "state", states);
  td_query_order_by (query, "number", FALSE);
  all = td_connection_list (connection, query, error);
  if (all == NULL)
    return NULL;
  sheets = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TdStockSheet *sheet = g_ptr_array_index (all, i);
      gint64 id = td_entity_get_id (TD_ENTITY (sheet));

      if (g_hash_table_contains (own, &id) ? g_str_equal (sheet->state, "reserved") : g_str_equal (sheet->state, "free") && sheet->number >= batch->first_number)
        g_ptr_array_add (sheets, g_object_ref (sheet));
    }
  return sheets;
}

static gboolean
keep_sheet (TdConnection *connection, TdStockSheet *sheet, gint64 award_id, const char *day, GError **error)
{
  const char *state = award_id != 0 ? "reserved" : "free";

  if (sheet->award_id == award_id && g_str_equal (sheet->state, state))
    return TRUE;
  g_object_set (sheet, "state", state, "award-id", award_id, "changed-on", day, NULL);
  return td_connection_update (connection, sheet, error);
}

/**
 * td_print_batch_deal:
 * @connection: inside a transaction
 * @batch: a batch on blanks, or on plain paper
 * @day: ISO
 * @n_missing: (out): how many pages have no sheet
 * @error: return location
 *
 * Keeps the sheets of the pile for the pages that wait, in order.
 *
 * Returns: whether it went well
 */
gboolean
td_print_batch_deal (TdConnection *connection, TdPrintBatch *batch, const char *day, guint *n_missing, GError **error)
{
  g_autoptr (GPtrArray) pages = td_print_batch_list_waiting (connection, td_entity_get_id (TD_ENTITY (batch)), error);
  g_autoptr (GPtrArray) sheets = NULL;

  *n_missing = 0;
  if (pages == NULL || batch->stock_id == 0)
    return pages != NULL;
  sheets = list_sheets (connection, batch, pages, error);
  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      gint64 award_id = i < pages->len ? ((TdPrintPage *) g_ptr_array_index (pages, i))->award_id : 0;

      if (!keep_sheet (connection, g_ptr_array_index (sheets, i), award_id, day, error))
        return FALSE;
    }
  for (guint i = 0; i < pages->len; i++)
    {
      TdPrintPage *page = g_ptr_array_index (pages, i);
      gint64 sheet_id = i < sheets->len ? td_entity_get_id (g_ptr_array_index (sheets, i)) : 0;

      *n_missing += sheet_id == 0;
      if (page->sheet_id == sheet_id)
        continue;
      g_object_set (page, "sheet-id", sheet_id, NULL);
      if (!td_connection_update (connection, page, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_print_batch_tell_short:
 * @n_needed: sheets
 * @n_missing: of them that are not there
 *
 * Returns: (transfer full): what stands in the way
 */
TdFinding *
td_print_batch_tell_short (guint n_needed, guint n_missing)
{
  return td_finding_new ("stock-short", TD_SEVERITY_BLOCK, ngettext ("%u sheet is needed and %u are in store.", "%u sheets are needed and %u are in store.", n_needed), n_needed, n_needed - n_missing);
}

/**
 * td_print_page_let_sheet_go:
 * @connection: inside a transaction
 * @page: a page that was not printed, or not well
 * @day: ISO
 * @error: return location
 *
 * Puts its sheet back on the pile.
 *
 * Returns: whether it went well
 */
gboolean
td_print_page_let_sheet_go (TdConnection *connection, TdPrintPage *page, const char *day, GError **error)
{
  g_autoptr (TdStockSheet) sheet = page->sheet_id != 0 ? td_connection_get (connection, TD_TYPE_STOCK_SHEET, page->sheet_id, error) : NULL;

  if (page->sheet_id == 0)
    return TRUE;
  if (sheet == NULL)
    return FALSE;
  g_object_set (page, "sheet-id", (gint64) 0, NULL);
  if (!g_str_equal (sheet->state, "reserved") && !g_str_equal (sheet->state, "printed"))
    return TRUE; /* somebody spoiled it meanwhile */
  g_object_set (sheet, "state", "free", "award-id", (gint64) 0, "changed-on", day, "used-on", NULL, NULL);
  return td_connection_update (connection, sheet, error);
}

/**
 * td_print_page_come_out:
 * @connection: inside a transaction
 * @page: a page that was sent
 * @day: ISO
 * @error: return location
 *
 * Marks it and its sheet as printed.
 *
 * Returns: whether it went well
 */
gboolean
td_print_page_come_out (TdConnection *connection, TdPrintPage *page, const char *day, GError **error)
{
  g_autoptr (TdStockSheet) sheet = page->sheet_id != 0 ? td_connection_get (connection, TD_TYPE_STOCK_SHEET, page->sheet_id, error) : NULL;

  if (page->sheet_id != 0 && sheet == NULL)
    return FALSE;
  /* A sheet that somebody spoiled meanwhile carries no certificate. */
  g_object_set (page, "state", sheet == NULL || g_str_equal (sheet->state, "reserved") ? "printed" : "spoiled", NULL);
  if (!td_connection_update (connection, page, error))
    return FALSE;
  if (sheet == NULL || g_str_equal (page->state, "spoiled"))
    return TRUE;
  g_object_set (sheet, "state", "printed", "changed-on", day, "used-on", day, NULL);
  return td_connection_update (connection, sheet, error);
}

static gboolean
count_pages (TdConnection *connection, gint64 batch_id, const char *state, gint64 *n, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_PAGE);

  td_query_where_number (query, "batch-id", batch_id);
  td_query_where_text (query, "state", state);
  *n = td_connection_count (connection, query, error);
  return *n >= 0;
}

/**
 * td_print_batch_set_barrier:
 * @connection: inside a transaction
 * @batch: a batch
 * @reason: what a person is told who wants to undo it
 * @error: return location
 *
 * Where its sheets have numbers, what was done cannot be undone.
 *
 * Returns: whether it went well
 */
gboolean
td_print_batch_set_barrier (TdConnection *connection, const TdPrintBatch *batch, const char *reason, GError **error)
{
  g_autoptr (TdStock) stock = batch->stock_id != 0 ? td_connection_get (connection, TD_TYPE_STOCK, batch->stock_id, error) : NULL;

  if (batch->stock_id != 0 && stock == NULL)
    return FALSE;
  if (stock != NULL && stock->numbered)
    td_connection_set_barrier (connection, reason);
  return TRUE;
}

/**
 * td_print_batch_tally:
 * @connection: inside a transaction
 * @batch: a batch
 * @state: what it is now; "done" unless pages wait or are on their way, then what it says
 * @error: return location
 *
 * Counts the pages and keeps the batch.
 *
 * Returns: whether it went well
 */
gboolean
td_print_batch_tally (TdConnection *connection, TdPrintBatch *batch, const char *state, GError **error)
{
  gint64 id = td_entity_get_id (TD_ENTITY (batch));
  gint64 n_waiting, n_sent, n_printed;

  if (!count_pages (connection, id, "waiting", &n_waiting, error) || !count_pages (connection, id, "sent", &n_sent, error) || !count_pages (connection, id, "printed", &n_printed, error))
    return FALSE;
  if (n_waiting == 0 && n_sent == 0 && !g_str_equal (state, "given_up"))
    state = "done";
  g_object_set (batch, "n-sent", n_sent, "n-printed", n_printed, "state", state, NULL);
  return td_connection_update (connection, batch, error);
}
