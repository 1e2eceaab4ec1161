/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-batch-send"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-print-batch-private.h"
#include "td-print-parcel.h"
#include "td-stock-sheets.h"

/* How a chunk goes to the printer, written down before and after every step, so that wherever the program ends
 * it can be told from the file and the print service together what became of it:
 *
 *   prepared   nothing was sent
 *   sending    it has a tag; whether the service took it, the tag tells. It waits there held: not a sheet moves
 *   sent       the service has it under this number; it may have been released
 *   done       all is known
 *   unclear    a person must say what came out
 */

typedef struct
{
  gint64 batch_id;
  gint64 chunk_id;
  char *tag;
  int job_number;
  char *day;
  TdCertificateSet *set;
  TdPrintBatch *batch;
} Input;

static Input *
input_new (gint64 batch_id, gint64 chunk_id)
{
  Input *input = g_new0 (Input, 1);

  input->batch_id = batch_id;
  input->chunk_id = chunk_id;
  return input;
}

static void
input_free (Input *input)
{
  g_free (input->tag);
  g_free (input->day);
  g_clear_pointer (&input->set, td_certificate_set_free);
  g_clear_object (&input->batch);
  g_free (input);
}

static gboolean
refuse (TdJob *job, const char *rule, const char *text, GError **error)
{
  td_job_take_finding (job, td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text));
  return td_job_refuse (job, error);
}

static gboolean
refuse_state (TdJob *job, GError **error)
{
  return refuse (job, "chunk-state", _ ("The print batch has changed meanwhile."), error);
}

/* A chunk in one of some states, and its batch. */
static TdPrintChunk *
get_chunk (TdJob *job, TdConnection *connection, const Input *input, const char *states, TdPrintBatch **batch, GError **error)
{
  g_auto (GStrv) words = g_strsplit (states, " ", -1);
  g_autoptr (TdPrintChunk) chunk = td_connection_get (connection, TD_TYPE_PRINT_CHUNK, input->chunk_id, error);

  if (chunk == NULL)
    return NULL;
  *batch = td_print_batch_get (connection, chunk->batch_id, error);
  if (*batch == NULL)
    return NULL;
  if (g_strv_contains ((const char *const *) words, chunk->state) && !g_str_equal ((*batch)->state, "given_up"))
    return g_steal_pointer (&chunk);
  refuse_state (job, error);
  return NULL;
}

/* What goes next */

static gboolean
read_pages (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  const TdPrintBatch *batch = input->batch;
  g_autoptr (GPtrArray) pages = td_print_chunk_list_pages (connection, input->chunk_id, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TdCertificateOptions options = { .template_name = batch->template_name, .stock_id = batch->stock_id, .with_ornament = batch->with_ornament, .calibration_id = batch->calibration_id, .order = TD_CERTIFICATE_ORDER_GIVEN };

  for (guint i = 0; pages != NULL && i < pages->len; i++)
    g_array_append_val (ids, ((TdPrintPage *) g_ptr_array_index (pages, i))->award_id);
  if (pages == NULL)
    return FALSE;
  options.award_ids = (const gint64 *) (gpointer) ids->data;
  options.n_awards = ids->len;
  input->set = td_certificate_set_new (0, &options);
  if (!td_certificate_set_read (input->set, job, connection, error))
    return FALSE;
  td_job_set_count (job, pages->len);
  return input->set->keys->len == pages->len || refuse_state (job, error);
}

static gboolean
parcel_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) chunks = NULL;

  input->batch = td_print_batch_get (connection, input->batch_id, error);
  chunks = input->batch != NULL ? td_print_batch_list_chunks (connection, input->batch_id, error) : NULL;
  if (chunks == NULL)
    return FALSE;
  for (guint i = 0; i < chunks->len && input->chunk_id == 0; i++)
    if (g_str_equal (((TdPrintChunk *) g_ptr_array_index (chunks, i))->state, "prepared"))
      input->chunk_id = td_entity_get_id (g_ptr_array_index (chunks, i));
  return input->chunk_id == 0 || read_pages (job, connection, input, error);
}

static gboolean
parcel_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  TdPrintParcel *parcel;

  if (input->chunk_id == 0)
    return TRUE;
  parcel = td_print_parcel_new (input->set, job, cancellable, error);
  if (parcel == NULL)
    return FALSE;
  td_print_parcel_address (parcel, input->batch->printer, input->batch->tray, (int) MAX (input->batch->copies, 1));
  td_print_parcel_set_chunk (parcel, input->chunk_id);
  td_job_take_object (job, parcel);
  return TRUE;
}

/**
 * td_print_batch_parcel_job:
 * @batch_id: a batch
 *
 * Draws the pages of the next chunk.
 *
 * Returns: (transfer full): a job whose object is the #TdPrintParcel, %NULL when all was sent
 */
TdJob *
td_print_batch_parcel_job (gint64 batch_id)
{
  TdJob *job = td_job_new_read (parcel_cb, input_new (batch_id, 0), (GDestroyNotify) input_free);

  td_job_set_after (job, parcel_after);
  return job;
}

/* Sending */

/* Whether each page still has the sheet that was kept for it: one of them may have been spoiled in the store. */
static gboolean
check_sheets (TdConnection *connection, GPtrArray *pages, gboolean *good, GError **error)
{
  *good = TRUE;
  for (guint i = 0; i < pages->len; i++)
    {
      const TdPrintPage *page = g_ptr_array_index (pages, i);
      g_autoptr (TdStockSheet) sheet = page->sheet_id != 0 ? td_connection_get (connection, TD_TYPE_STOCK_SHEET, page->sheet_id, error) : NULL;

      if (page->sheet_id != 0 && sheet == NULL)
        return FALSE;
      *good = *good && sheet != NULL && sheet->award_id == page->award_id && g_str_equal (sheet->state, "reserved");
    }
  return TRUE;
}

static gboolean
see_to_sheets (TdJob *job, TdConnection *connection, TdPrintBatch *batch, const Input *input, GError **error)
{
  g_autoptr (GPtrArray) pages = td_print_chunk_list_pages (connection, input->chunk_id, error);
  g_autofree char *today = td_stock_dup_today (NULL);
  g_autoptr (GPtrArray) dealt = NULL;
  gboolean good;
  guint n_missing;

  if (pages == NULL || batch->stock_id == 0)
    return pages != NULL;
  if (!check_sheets (connection, pages, &good, error))
    return FALSE;
  if (good)
    return TRUE;
  if (!td_print_batch_deal (connection, batch, today, &n_missing, error))
    return FALSE;
  dealt = td_print_chunk_list_pages (connection, input->chunk_id, error);
  if (dealt == NULL || !check_sheets (connection, dealt, &good, error))
    return FALSE;
  if (good)
    return TRUE;
  td_job_take_finding (job, td_print_batch_tell_short (pages->len, MIN (n_missing, pages->len)));
  return td_job_refuse (job, error);
}

/* What was sent cannot be taken back from numbered sheets. */
static gboolean
set_barrier (TdConnection *connection, const TdPrintBatch *batch, GError **error)
{
  return td_print_batch_set_barrier (connection, batch, _ ("Certificates were sent to the printer, on numbered sheets; say what came out, and spoil those that are wrong."), error);
}

static gboolean
sending_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdPrintBatch) batch = NULL;
  g_autoptr (TdPrintChunk) chunk = get_chunk (job, connection, input, "prepared", &batch, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format_iso8601 (now);

  if (chunk == NULL || !see_to_sheets (job, connection, batch, input, error) || !set_barrier (connection, batch, error))
    return FALSE;
  td_connection_set_action_name (connection, ngettext ("Send %u certificate to the printer", "Send %u certificates to the printer", (guint) chunk->n_pages), (guint) chunk->n_pages);
  g_object_set (chunk, "state", "sending", "tag", input->tag, "job-number", (gint64) 0, "sent-at", at, NULL);
  g_object_set (batch, "state", "printing", NULL);
  return td_connection_update (connection, chunk, error) && td_connection_update (connection, batch, error);
}

/**
 * td_print_batch_sending_job:
 * @chunk_id: a chunk that is prepared
 * @tag: a mark nobody else has; its job will carry it
 *
 * Writes down that the chunk is about to be sent. Its sheets are still in the store, or it is refused. On
 * numbered sheets undo stops here.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_print_batch_sending_job (gint64 chunk_id, const char *tag)
{
  Input *input = input_new (0, chunk_id);

  input->tag = g_strdup (tag);
  return td_job_new_write (_ ("Send certificates to the printer"), sending_cb, input, (GDestroyNotify) input_free);
}

/* All pages of a chunk that are in one state come into another. */
static gboolean
move_pages (TdConnection *connection, gint64 chunk_id, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) pages = td_print_chunk_list_pages (connection, chunk_id, error);

  for (guint i = 0; pages != NULL && i < pages->len; i++)
    {
      TdPrintPage *page = g_ptr_array_index (pages, i);

      if (!g_str_equal (page->state, from))
        continue;
      g_object_set (page, "state", to, NULL);
      if (!td_connection_update (connection, page, error))
        return FALSE;
    }
  return pages != NULL;
}

/* How a chunk that was about to be sent, or was, comes to its next state, and its pages with it. */
typedef struct
{
  const char *from;
  const char *to;
  const char *pages_from;
  const char *pages_to;
  const char *batch_state;
} Step;

static gboolean
take_step (TdJob *job, TdConnection *connection, const Input *input, const Step *step, GError **error)
{
  g_autoptr (TdPrintBatch) batch = NULL;
  g_autoptr (TdPrintChunk) chunk = get_chunk (job, connection, input, step->from, &batch, error);

  if (chunk == NULL)
    return FALSE;
  g_object_set (chunk, "state", step->to, NULL);
  if (g_str_equal (step->to, "sent"))
    g_object_set (chunk, "job-number", (gint64) input->job_number, NULL);
  else if (g_str_equal (step->to, "prepared"))
    g_object_set (chunk, "job-number", (gint64) 0, "tag", NULL, "sent-at", NULL, NULL);
  return td_connection_update (connection, chunk, error) && move_pages (connection, input->chunk_id, step->pages_from, step->pages_to, error)
         && set_barrier (connection, batch, error) && td_print_batch_tally (connection, batch, step->batch_state, error);
}

static gboolean
sent_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  static const Step step = { "sending", "sent", "waiting", "sent", "printing" };

  return take_step (job, connection, data, &step, error);
}

/**
 * td_print_batch_sent_job:
 * @chunk_id: a chunk that is being sent
 * @job_number: what the print service calls it, where it is held
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_print_batch_sent_job (gint64 chunk_id, int job_number)
{
  Input *input = input_new (0, chunk_id);

  input->job_number = job_number;
  return td_job_new_write (_ ("Certificates were sent to the printer"), sent_cb, input, (GDestroyNotify) input_free);
}

static gboolean
returned_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  static const Step step = { "sending sent", "prepared", "sent", "waiting", "paused" };

  return take_step (job, connection, data, &step, error);
}

/**
 * td_print_batch_returned_job:
 * @chunk_id: a chunk of which not a sheet moved: the print service never had it, or gave it back held
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_print_batch_returned_job (gint64 chunk_id)
{
  return td_job_new_write (_ ("Certificates were not sent"), returned_cb, input_new (0, chunk_id), (GDestroyNotify) input_free);
}

static gboolean
finished_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdPrintBatch) batch = NULL;
  g_autoptr (TdPrintChunk) chunk = get_chunk (job, connection, input, "sent", &batch, error);
  g_autoptr (GPtrArray) pages = chunk != NULL ? td_print_chunk_list_pages (connection, input->chunk_id, error) : NULL;

  if (pages == NULL)
    return FALSE;
  for (guint i = 0; i < pages->len; i++)
    if (g_str_equal (((TdPrintPage *) g_ptr_array_index (pages, i))->state, "sent") && !td_print_page_come_out (connection, g_ptr_array_index (pages, i), input->day, error))
      return FALSE;
  g_object_set (chunk, "state", "done", NULL);
  td_connection_set_action_name (connection, ngettext ("%u certificate was printed", "%u certificates were printed", pages->len), pages->len);
  td_job_set_count (job, pages->len);
  return td_connection_update (connection, chunk, error) && set_barrier (connection, batch, error) && td_print_batch_tally (connection, batch, batch->state, error);
}

/**
 * td_print_batch_finished_job:
 * @chunk_id: a chunk that was sent
 * @day: (nullable): ISO; %NULL for today
 *
 * All of it was handed to the printer. What lies in the tray only a person knows: td_print_batch_settle_job()
 * can still say otherwise.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_print_batch_finished_job (gint64 chunk_id, const char *day)
{
  Input *input = input_new (0, chunk_id);

  input->day = td_stock_dup_today (day);
  return td_job_new_write (_ ("Certificates were printed"), finished_cb, input, (GDestroyNotify) input_free);
}

static gboolean
unclear_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  static const Step step = { "sending sent", "unclear", "waiting", "sent", "asking" };

  return take_step (job, connection, data, &step, error);
}

/**
 * td_print_batch_unclear_job:
 * @chunk_id: a chunk that was sent and did not come to its end under our eyes
 *
 * Returns: (transfer full): the job; td_print_batch_settle_job() answers it
 */
TdJob *
td_print_batch_unclear_job (gint64 chunk_id)
{
  return td_job_new_write (_ ("Printing was interrupted"), unclear_cb, input_new (0, chunk_id), (GDestroyNotify) input_free);
}

static gboolean
pause_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdPrintBatch) batch = td_print_batch_get (connection, input->batch_id, error);

  if (batch == NULL)
    return FALSE;
  if (!g_str_equal (batch->state, "printing") && !g_str_equal (batch->state, "prepared"))
    return refuse_state (job, error);
  return td_print_batch_tally (connection, batch, "paused", error);
}

/**
 * td_print_batch_pause_job:
 * @batch_id: a batch
 *
 * Notes that the chunks that were not sent wait until a person goes on.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_print_batch_pause_job (gint64 batch_id)
{
  return td_job_new_write (_ ("Pause printing"), pause_cb, input_new (batch_id, 0), (GDestroyNotify) input_free);
}
