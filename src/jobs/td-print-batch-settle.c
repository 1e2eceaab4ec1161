/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-batch-settle"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-print-batch-private.h"
#include "td-stock-sheets.h"
#include "td-text.h"

/* What a person found in the tray: up to here it is good, these sheets are spoiled. What lies behind the last
 * good sheet is on the pile again, and the certificates that wait are dealt to the pile anew. */

typedef struct
{
  gint64 batch_id;
  char *last_good;
  gint64 last_good_page;
  char *spoiled;
  char *reason;
  char *day;
  char *note;

  TdPrintBatch *batch;
  GPtrArray *pages;   /* all of the batch, in the order they go through the printer */
  GHashTable *spoilt; /* set of sheets' ids, on plain paper of pages' ids */
  GPtrArray *beside;  /* spoiled sheets no page of the batch was on */
} Input;

static void
input_free (Input *input)
{
  g_free (input->last_good);
  g_free (input->spoiled);
  g_free (input->reason);
  g_free (input->day);
  g_free (input->note);
  g_clear_object (&input->batch);
  g_clear_pointer (&input->pages, g_ptr_array_unref);
  g_clear_pointer (&input->spoilt, g_hash_table_unref);
  g_clear_pointer (&input->beside, g_ptr_array_unref);
  g_free (input);
}

static void
block (TdJob *job, const char *rule, char *text)
{
  td_job_take_finding (job, td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text));
  g_free (text);
}

static TdPrintPage *
page_at (const Input *input, guint i)
{
  return g_ptr_array_index (input->pages, i);
}

/* A page that went to the printer and is not known to be spoiled. */
static gboolean
went (const TdPrintPage *page)
{
  return g_str_equal (page->state, "sent") || g_str_equal (page->state, "printed");
}

/* The last good one */

static gboolean
is_named (const Input *input, const TdPrintPage *page, const char *words, gint64 number)
{
  if (number > 0)
    return (input->batch->stock_id != 0 ? page->sheet_number : page->position) == number;
  if (page->sheet_code != NULL && g_ascii_strcasecmp (page->sheet_code, words) == 0)
    return TRUE;
  if (page->award_name != NULL)
    {
      g_autofree char *name = td_text_fold (page->award_name);
      g_autofree char *meant = td_text_fold (words);

      return g_str_equal (name, meant);
    }
  return FALSE;
}

/* How many of the pages are good or were before: the place behind the last good one; -1 when it is not clear. */
static int
find_words (TdJob *job, const Input *input)
{
  g_autofree char *words = g_strstrip (g_strdup (input->last_good));
  gint64 number = 0;
  guint n = 0;
  int found = -1;

  g_ascii_string_to_signed (words, 10, 1, G_MAXINT32, &number, NULL);
  for (guint i = 0; i < input->pages->len; i++)
    if (went (page_at (input, i)) && is_named (input, page_at (input, i), words, number))
      {
        found = (int) i + 1;
        n++;
      }
  if (n == 0)
    block (job, "settle-unknown", g_strdup_printf (_ ("“%s” is no sheet that was sent to the printer with this batch."), words));
  else if (n > 1)
    block (job, "settle-unsure", g_strdup_printf (_ ("“%s” stands on several sheets: give the number of the sheet."), words));
  return n == 1 ? found : -1;
}

static int
find_page (TdJob *job, const Input *input)
{
  for (guint i = 0; i < input->pages->len; i++)
    if (went (page_at (input, i)) && page_at (input, i)->position == input->last_good_page)
      return (int) i + 1;
  if (input->last_good_page == 0)
    return 0;
  block (job, "settle-unknown", g_strdup_printf (_ ("Page %d was not sent to the printer with this batch."), (int) input->last_good_page));
  return -1;
}

/* Nothing is good at all: then nothing may have come out with an earlier chunk, or it is a slip. */
static void
check_nothing (TdJob *job, const Input *input)
{
  gint64 last_chunk = 0;

  for (guint i = 0; i < input->pages->len; i++)
    if (went (page_at (input, i)))
      last_chunk = page_at (input, i)->chunk_id;
  for (guint i = 0; i < input->pages->len; i++)
    if (g_str_equal (page_at (input, i)->state, "printed") && page_at (input, i)->chunk_id != last_chunk)
      {
        block (job, "settle-nothing", g_strdup (_ ("Some certificates of this batch were printed before: name the last good one of them.")));
        return;
      }
}

/* The spoiled ones */

static void
mark_spoilt (Input *input, TdEntity *record)
{
  gint64 id = td_entity_get_id (record);

  g_hash_table_add (input->spoilt, g_memdup2 (&id, sizeof id));
}

/* On plain paper pages are named by their places. */
static gboolean
read_spoilt_pages (TdJob *job, Input *input)
{
  g_auto (GStrv) words = g_strsplit (input->spoiled, ",", -1);

  for (guint w = 0; words[w] != NULL; w++)
    {
      gboolean found = FALSE;
      gint64 place;

      if (g_ascii_string_to_signed (g_strstrip (words[w]), 10, 1, G_MAXINT32, &place, NULL))
        for (guint i = 0; i < input->pages->len; i++)
          if (went (page_at (input, i)) && page_at (input, i)->position == place)
            {
              mark_spoilt (input, g_ptr_array_index (input->pages, i));
              found = TRUE;
            }
      if (!found)
        block (job, "settle-unknown", g_strdup_printf (_ ("“%s” is no sheet that was sent to the printer with this batch."), words[w]));
    }
  return TRUE;
}

static TdPrintPage *
find_page_on (const Input *input, gint64 sheet_id)
{
  for (guint i = 0; i < input->pages->len; i++)
    if (page_at (input, i)->sheet_id == sheet_id && !g_str_equal (page_at (input, i)->state, "spoiled"))
      return page_at (input, i);
  return NULL;
}

static gboolean
read_spoilt_sheets (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  const TdSheetChoice choice = { .stock_id = input->batch->stock_id, .numbers = input->spoiled };
  TdSheetSet set;
  g_autoptr (GPtrArray) sheets = NULL;

  td_sheet_set_init (&set, &choice);
  sheets = td_sheet_set_list (&set, job, connection, error);
  td_sheet_set_clear (&set);
  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      TdStockSheet *sheet = g_ptr_array_index (sheets, i);
      TdPrintPage *page = find_page_on (input, td_entity_get_id (TD_ENTITY (sheet)));

      /* What the jam drew in behind the last page is spoiled too, though nothing was meant for it yet. */
      if (!td_stock_require_state (job, sheet, page != NULL ? "reserved printed" : "free"))
        continue;
      if (page != NULL && went (page))
        mark_spoilt (input, TD_ENTITY (sheet));
      else
        g_ptr_array_add (input->beside, g_object_ref (sheet));
    }
  return TRUE;
}

static gboolean
read_spoilt (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  input->spoilt = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  input->beside = g_ptr_array_new_with_free_func (g_object_unref);
  if (input->spoiled == NULL || *input->spoiled == '\0')
    return TRUE;
  if (input->reason == NULL || *input->reason == '\0')
    block (job, "spoil-reason", g_strdup (_ ("Say why.")));
  return input->batch->stock_id != 0 ? read_spoilt_sheets (job, connection, input, error) : read_spoilt_pages (job, input);
}

static gboolean
is_spoilt (const Input *input, TdPrintPage *page)
{
  gint64 id = input->batch->stock_id != 0 ? page->sheet_id : td_entity_get_id (TD_ENTITY (page));

  return g_hash_table_contains (input->spoilt, &id);
}

/* What has been handed on to be signed is good, whoever says what. */
static gboolean
check_handed_on (TdJob *job, TdConnection *connection, const Input *input, guint n_good, GError **error)
{
  for (guint i = 0; i < input->pages->len; i++)
    {
      TdPrintPage *page = page_at (input, i);
      g_autoptr (TdStockSheet) sheet = NULL;

      if (page->sheet_id == 0 || !g_str_equal (page->state, "printed") || (i < n_good && !is_spoilt (input, page)))
        continue;
      sheet = td_connection_get (connection, TD_TYPE_STOCK_SHEET, page->sheet_id, error);
      if (sheet == NULL)
        return FALSE;
      if (td_stock_require_state (job, sheet, "printed spoiled") && sheet->round_id != 0)
        block (job, "sheet-out", g_strdup_printf (_ ("Sheet %s is out and has not come back."), sheet->code));
    }
  return TRUE;
}

/* Entering it */

/* Whether the certificate stands on another blank meanwhile, or is about to be printed by another batch: then it
 * does not wait here. */
static gboolean
is_elsewhere (TdConnection *connection, const Input *input, const TdPrintPage *page, gboolean *elsewhere, GError **error)
{
  static const char *const live[] = { "waiting", "sent", NULL };
  g_autoptr (TdQuery) pages = td_query_new (TD_TYPE_PRINT_PAGE);
  g_autoptr (TdQuery) held = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GPtrArray) sheets = NULL;
  gint64 n;

  td_query_where_number (pages, "award-id", page->award_id);
  td_query_where_not_number (pages, "batch-id", page->batch_id);
  td_query_where_any_text (pages, "state", live);
  n = td_connection_count (connection, pages, error);
  td_query_where_number (held, "award-id", page->award_id);
  sheets = n >= 0 ? td_connection_list (connection, held, error) : NULL;
  *elsewhere = n > 0;
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      *elsewhere = *elsewhere || (input->batch->stock_id != 0 && td_entity_get_id ((TdEntity *) sheet) != page->sheet_id && td_stock_sheet_counts (sheet));
    }
  return sheets != NULL;
}

/* The certificate waits for another sheet; the page stays with the one that is spoiled. */
static gboolean
spoil_page (TdConnection *connection, TdPrintPage *page, gboolean elsewhere, GError **error)
{
  g_autoptr (TdPrintPage) again = g_object_new (TD_TYPE_PRINT_PAGE, "batch-id", page->batch_id, "position", page->position, "award-id", page->award_id, "state", "waiting", NULL);

  g_object_set (page, "state", "spoiled", NULL);
  return td_connection_update (connection, page, error) && (elsewhere || td_connection_insert (connection, again, error));
}

/* A page that did not come out well: its sheet is spoiled, by now or before, or on the pile again. */
static gboolean
take_back (TdConnection *connection, const Input *input, TdPrintPage *page, GError **error)
{
  g_autoptr (TdStockSheet) sheet = page->sheet_id != 0 ? td_connection_get (connection, TD_TYPE_STOCK_SHEET, page->sheet_id, error) : NULL;
  gboolean elsewhere;

  if ((page->sheet_id != 0 && sheet == NULL) || !is_elsewhere (connection, input, page, &elsewhere, error))
    return FALSE;
  if (sheet != NULL && g_str_equal (sheet->state, "spoiled"))
    return spoil_page (connection, page, elsewhere, error);
  if (is_spoilt (input, page))
    return (sheet == NULL || td_stock_spoil_sheet (connection, sheet, input->reason, input->day, error)) && spoil_page (connection, page, elsewhere, error);
  if (!td_print_page_let_sheet_go (connection, page, input->day, error))
    return FALSE;
  g_object_set (page, "state", elsewhere ? "dropped" : "waiting", NULL);
  return td_connection_update (connection, page, error);
}

static gboolean
settle_page (TdConnection *connection, const Input *input, TdPrintPage *page, gboolean good, GError **error)
{
  if (!went (page))
    return TRUE;
  if (good && !is_spoilt (input, page))
    return g_str_equal (page->state, "printed") || td_print_page_come_out (connection, page, input->day, error);
  return take_back (connection, input, page, error);
}

static gboolean
close_chunks (TdConnection *connection, GPtrArray *chunks, GError **error)
{
  for (guint i = 0; i < chunks->len; i++)
    {
      TdPrintChunk *chunk = g_ptr_array_index (chunks, i);

      if (!td_print_chunk_is_open (chunk))
        continue;
      g_object_set (chunk, "state", "done", NULL);
      if (!td_connection_update (connection, chunk, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
enter (TdJob *job, TdConnection *connection, Input *input, GPtrArray *chunks, guint n_good, GError **error)
{
  guint n_missing;

  for (guint i = 0; i < input->pages->len; i++)
    if (!settle_page (connection, input, page_at (input, i), i < n_good, error) || td_connection_is_cancelled (connection, error))
      return FALSE;
  for (guint i = 0; i < input->beside->len; i++)
    if (!td_stock_spoil_sheet (connection, g_ptr_array_index (input->beside, i), input->reason, input->day, error))
      return FALSE;
  if (!close_chunks (connection, chunks, error) || !td_print_batch_pack (connection, input->batch, error)
      || !td_print_batch_deal (connection, input->batch, input->day, &n_missing, error) || !td_print_batch_tally (connection, input->batch, "paused", error))
    return FALSE;
  if (n_missing > 0)
    td_job_take_finding (job, td_finding_new ("stock-short", TD_SEVERITY_WARNING, ngettext ("%u sheet is missing for the certificates that wait.", "%u sheets are missing for the certificates that wait.", n_missing), n_missing));
  td_job_set_id (job, input->batch_id);
  td_job_set_count (job, input->batch->n_printed);
  return TRUE;
}

static gboolean
settle_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) chunks = NULL;
  int n_good;

  input->batch = td_print_batch_get (connection, input->batch_id, error);
  input->pages = input->batch != NULL ? td_print_batch_list_pages (connection, input->batch_id, error) : NULL;
  chunks = input->pages != NULL ? td_print_batch_list_chunks (connection, input->batch_id, error) : NULL;
  if (chunks == NULL)
    return FALSE;
  if (g_str_equal (input->batch->state, "given_up"))
    block (job, "batch-over", g_strdup (_ ("This print batch was given up.")));
  if (!td_date_is_day (input->day))
    block (job, "batch-day", g_strdup_printf (_ ("“%s” is not a day."), input->day));
  n_good = input->last_good != NULL ? find_words (job, input) : find_page (job, input);
  if (n_good == 0)
    check_nothing (job, input);
  if (!read_spoilt (job, connection, input, error) || !check_handed_on (job, connection, input, MAX (n_good, 0), error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  /* Saying what is on a numbered sheet is no more to be undone than printing on it. */
  return td_print_batch_set_barrier (connection, input->batch, _ ("Certificates were printed on numbered sheets; spoil those that are wrong."), error) && enter (job, connection, input, chunks, (guint) n_good, error);
}

/**
 * td_print_batch_settle_job:
 * @settlement: what a person found in the tray
 *
 * Enters what came out: all up to the last good sheet is printed, the spoiled sheets are spoiled, everything
 * else waits again and gets the sheets that lie on the pile now. Works on what the print service said was done
 * as well, as long as the sheets were not handed on. Sheets of the batch may not be on their way any more:
 * td_batch_runner_settle() sees to that.
 *
 * Returns: (transfer full): the job; its id is the batch, its count the pages that are printed
 */
TdJob *
td_print_batch_settle_job (const TdPrintSettlement *settlement)
{
  Input *input = g_new0 (Input, 1);

  input->batch_id = settlement->batch_id;
  input->last_good = g_strdup (settlement->last_good);
  input->last_good_page = settlement->last_good_page;
  input->spoiled = g_strdup (settlement->spoiled);
  input->reason = g_strdup (settlement->reason);
  input->day = td_stock_dup_today (settlement->day);
  return td_job_new_write (_ ("Say what came out of the printer"), settle_cb, input, (GDestroyNotify) input_free);
}

/* Giving up */

static gboolean
drop_page (TdConnection *connection, const Input *input, TdPrintPage *page, GError **error)
{
  if (!g_str_equal (page->state, "waiting"))
    return TRUE;
  if (!td_print_page_let_sheet_go (connection, page, input->day, error))
    return FALSE;
  g_object_set (page, "state", "dropped", "chunk-id", (gint64) 0, NULL);
  return td_connection_update (connection, page, error);
}

static gboolean
give_up_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) chunks = NULL;

  input->batch = td_print_batch_get (connection, input->batch_id, error);
  input->pages = input->batch != NULL ? td_print_batch_list_pages (connection, input->batch_id, error) : NULL;
  chunks = input->pages != NULL ? td_print_batch_list_chunks (connection, input->batch_id, error) : NULL;
  if (chunks == NULL)
    return FALSE;
  if (g_str_equal (input->batch->state, "done") || g_str_equal (input->batch->state, "given_up"))
    block (job, "batch-over", g_strdup (_ ("This print batch is over already.")));
  for (guint i = 0; i < chunks->len; i++)
    if (td_print_chunk_is_open (g_ptr_array_index (chunks, i)))
      block (job, "batch-unsettled", g_strdup (_ ("Certificates were sent to the printer: say first what came out.")));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  for (guint i = 0; i < input->pages->len; i++)
    if (!drop_page (connection, input, page_at (input, i), error))
      return FALSE;
  if (input->note != NULL)
    g_object_set (input->batch, "note", input->note, NULL);
  td_job_set_id (job, input->batch_id);
  return td_print_batch_pack (connection, input->batch, error) && td_print_batch_tally (connection, input->batch, "given_up", error);
}

/**
 * td_print_batch_give_up_job:
 * @batch_id: a batch of which nothing is on its way
 * @note: (nullable): why
 *
 * Drops what was not printed; its sheets are free again.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_print_batch_give_up_job (gint64 batch_id, const char *note)
{
  Input *input = g_new0 (Input, 1);

  input->batch_id = batch_id;
  input->note = g_strdup (note);
  input->day = td_stock_dup_today (NULL);
  return td_job_new_write (_ ("Give up a print batch"), give_up_cb, input, (GDestroyNotify) input_free);
}
