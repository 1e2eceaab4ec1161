/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-open-batch"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-open-batch.h"
#include "td-print-batch-private.h"

/* Batches that are not over: after a crash or a power cut this is what the person is asked about. */

G_DEFINE_FINAL_TYPE (TdOpenBatch, td_open_batch, G_TYPE_OBJECT)

static void
td_open_batch_finalize (GObject *object)
{
  TdOpenBatch *self = TD_OPEN_BATCH (object);

  g_clear_object (&self->batch);
  g_clear_object (&self->chunk);
  g_clear_object (&self->job);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  G_OBJECT_CLASS (td_open_batch_parent_class)->finalize (object);
}

static void
td_open_batch_class_init (TdOpenBatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_open_batch_finalize;
}

static void
td_open_batch_init (TdOpenBatch *self)
{
}

/**
 * td_open_batch_case_to_nick:
 * @state: what became of a chunk
 *
 * Returns: its word in JSON
 */
const char *
td_open_batch_case_to_nick (TdOpenBatchCase state)
{
  static const char *const nicks[] = { "waits", "not_sent", "held", "on_its_way", "over", "unknown" };

  return nicks[state];
}

/* Of the pages in question the first or the last. */
static char *
dup_place (const TdOpenBatch *self, gboolean last)
{
  const TdPrintPage *found = NULL;
  gint64 chunk_id = self->chunk != NULL ? td_entity_get_id (TD_ENTITY (self->chunk)) : 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const TdPrintPage *page = g_ptr_array_index (self->pages, i);

      if (page->chunk_id == chunk_id && (last || found == NULL))
        found = page;
    }
  if (found == NULL)
    return g_strdup ("");
  return found->sheet_code != NULL ? g_strdup (found->sheet_code) : g_strdup_printf ("%" G_GINT64_FORMAT, found->position);
}

/**
 * td_open_batch_tell:
 * @self: a batch
 *
 * Returns: (transfer full): a sentence about what became of it
 */
char *
td_open_batch_tell (TdOpenBatch *self)
{
  g_autofree char *first = dup_place (self, FALSE);
  g_autofree char *last = dup_place (self, TRUE);

  switch (self->state)
    {
    case TD_OPEN_BATCH_NOT_SENT:
      return g_strdup_printf (_ ("%s to %s never reached the printer; printing can go on."), first, last);
    case TD_OPEN_BATCH_HELD:
      return g_strdup_printf (_ ("%s to %s wait at the print service, not a sheet has moved; printing can go on."), first, last);
    case TD_OPEN_BATCH_ON_ITS_WAY:
      return g_strdup_printf (_ ("%s to %s are on their way to the printer. What has not come out is taken back before it is asked which was the last good one."), first, last);
    case TD_OPEN_BATCH_OVER:
      return g_strdup_printf (_ ("%s to %s were sent to the printer. Look into its tray and say which was the last good one."), first, last);
    case TD_OPEN_BATCH_UNKNOWN:
      return g_strdup_printf (_ ("%s to %s were sent or about to be, and the print service cannot be asked now."), first, last);
    case TD_OPEN_BATCH_WAITS:
    default:
      return g_strdup (_ ("Nothing is on its way; printing can go on."));
    }
}

typedef struct
{
  gint64 batch_id; /* 0 for all that are not over */
  GListStore *store;
} Input;

static void
input_free (Input *input)
{
  g_object_unref (input->store);
  g_free (input);
}

static gboolean
is_live (const TdPrintPage *page)
{
  static const char *const states[] = { "waiting", "sent", "printed", NULL };

  return g_strv_contains (states, page->state);
}

static TdOpenBatch *
read_batch (TdConnection *connection, TdPrintBatch *batch, GError **error)
{
  gint64 id = td_entity_get_id (TD_ENTITY (batch));
  g_autoptr (TdOpenBatch) self = g_object_new (TD_TYPE_OPEN_BATCH, NULL);
  g_autoptr (GPtrArray) chunks = td_print_batch_list_chunks (connection, id, error);
  g_autoptr (GPtrArray) pages = chunks != NULL ? td_print_batch_list_pages (connection, id, error) : NULL;

  if (pages == NULL)
    return NULL;
  self->batch = g_object_ref (batch);
  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < pages->len; i++)
    if (is_live (g_ptr_array_index (pages, i)))
      g_ptr_array_add (self->pages, g_object_ref (g_ptr_array_index (pages, i)));
  for (guint i = 0; i < chunks->len; i++)
    if (td_print_chunk_is_open (g_ptr_array_index (chunks, i)))
      g_set_object (&self->chunk, g_ptr_array_index (chunks, i));
  return g_steal_pointer (&self);
}

static gboolean
add_batch (Input *input, TdConnection *connection, TdPrintBatch *batch, GError **error)
{
  g_autoptr (TdOpenBatch) open = read_batch (connection, batch, error);

  if (open == NULL)
    return FALSE;
  g_list_store_append (input->store, open);
  return TRUE;
}

static gboolean
list_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  static const char *const states[] = { "prepared", "printing", "paused", "asking", NULL };
  Input *input = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_BATCH);
  g_autoptr (GPtrArray) batches = NULL;

  if (input->batch_id != 0)
    {
      g_autoptr (TdPrintBatch) batch = td_print_batch_get (connection, input->batch_id, error);

      return batch != NULL && add_batch (input, connection, batch, error);
    }
  td_query_where_any_text (query, "state", states);
  batches = td_connection_list (connection, query, error);
  for (guint i = 0; batches != NULL && i < batches->len; i++)
    if (!add_batch (input, connection, g_ptr_array_index (batches, i), error))
      return FALSE;
  return batches != NULL;
}

/* What the print service says. A number alone is not enough: a service set up anew counts from 1 again. */
static void
ask (TdOpenBatch *self, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  gboolean sending;

  if (self->chunk == NULL)
    return;
  sending = g_str_equal (self->chunk->state, "sending");
  self->job = self->chunk->tag != NULL ? td_spool_job_find (self->chunk->tag, cancellable, &error) : NULL;
  if (self->job != NULL && self->job->state == TD_SPOOL_HELD && !g_str_equal (self->chunk->state, "unclear"))
    self->state = TD_OPEN_BATCH_HELD;
  else if (self->job != NULL)
    self->state = td_spool_state_is_final (self->job->state) ? TD_OPEN_BATCH_OVER : TD_OPEN_BATCH_ON_ITS_WAY;
  else if (self->chunk->tag != NULL && !g_error_matches (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND))
    self->state = TD_OPEN_BATCH_UNKNOWN;
  else
    self->state = sending ? TD_OPEN_BATCH_NOT_SENT : TD_OPEN_BATCH_OVER;
}

static gboolean
list_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (input->store));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdOpenBatch) open = g_list_model_get_item (G_LIST_MODEL (input->store), i);

      ask (open, cancellable);
    }
  td_job_set_count (job, n);
  td_job_take_object (job, g_object_ref (input->store));
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static TdJob *
list_job (gint64 batch_id)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->batch_id = batch_id;
  input->store = g_list_store_new (TD_TYPE_OPEN_BATCH);
  job = td_job_new_read (list_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, list_after);
  return job;
}

/**
 * td_print_batch_list_open_job:
 *
 * For the opening of an office: what was being printed when the program ended. The print service is only asked
 * about batches that have something on its way.
 *
 * Returns: (transfer full): a job whose object is a #GListModel of #TdOpenBatch, its count how many
 */
TdJob *
td_print_batch_list_open_job (void)
{
  return list_job (0);
}

/**
 * td_print_batch_look_job:
 * @batch_id: a batch, also one that is over
 *
 * Returns: (transfer full): a job whose object is a #GListModel of this one #TdOpenBatch
 */
TdJob *
td_print_batch_look_job (gint64 batch_id)
{
  return list_job (batch_id);
}
