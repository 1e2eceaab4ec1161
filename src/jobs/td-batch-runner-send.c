/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-batch-runner-send"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-batch-runner-private.h"
#include "td-print-parcel.h"

/* How a runner sends a chunk and follows it until it is out, and what it makes of one it finds on its way. */

/* What is cancelled is over soon, or the printer does not listen. */
#define CANCEL_PATIENCE 30  /* s */
#define MOST_TEXT       500 /* of an error */

/* Looking */

TdOpenBatch *
_td_batch_runner_look (TdBatchRunner *self, GError **error)
{
  g_autoptr (TdJob) job = td_print_batch_look_job (self->batch_id);
  TdOpenBatch *open;

  if (!td_job_run (job, self->store, NULL, error))
    return NULL;
  open = g_list_model_get_item (td_job_get_object (job), 0);
  g_mutex_lock (&self->mutex);
  self->n_pages = (guint) open->batch->n_pages;
  self->n_printed = (guint) open->batch->n_printed;
  self->n_sent = (guint) (open->batch->n_printed + open->batch->n_sent);
  self->n_done = 0;
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  if (open->chunk != NULL)
    {
      self->pages = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < open->pages->len; i++)
        if (((TdPrintPage *) g_ptr_array_index (open->pages, i))->chunk_id == td_entity_get_id (TD_ENTITY (open->chunk)))
          g_ptr_array_add (self->pages, g_object_ref (g_ptr_array_index (open->pages, i)));
    }
  g_mutex_unlock (&self->mutex);
  _td_batch_runner_tell (self);
  return open;
}

/* Runs a job of its own making: nobody else will see its findings, so the error says what they say. */
static gboolean
run_one (TdBatchRunner *self, TdJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GString) texts = g_string_new (NULL);
  GPtrArray *findings = td_job_get_findings (job);

  if (td_job_run (job, self->store, cancellable, &local))
    return TRUE;
  for (guint i = 0; i < findings->len && texts->len < MOST_TEXT && g_error_matches (local, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED); i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == TD_SEVERITY_BLOCK && strstr (texts->str, finding->text) == NULL)
        g_string_append_printf (texts, "%s%s", texts->len > 0 ? " " : "", finding->text);
    }
  if (texts->len > 0)
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED, texts->str);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Takes a job and runs it. */
gboolean
_td_batch_runner_run_job (TdBatchRunner *self, TdJob *job, GError **error)
{
  g_autoptr (TdJob) own = job;

  return run_one (self, own, NULL, error);
}

static void
followed_cb (TdSpoolJob *job, gpointer data)
{
  TdBatchRunner *self = data;

  g_mutex_lock (&self->mutex);
  if (self->pages != NULL && job->pages > 0)
    self->n_done = MIN ((guint) job->pages, self->pages->len);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (job->findings);
  g_mutex_unlock (&self->mutex);
  _td_batch_runner_tell (self);
}

gboolean
_td_batch_runner_is_stopping (TdBatchRunner *self)
{
  gboolean stopping;

  g_mutex_lock (&self->mutex);
  stopping = self->stopping;
  g_mutex_unlock (&self->mutex);
  return stopping;
}

/* Takes a job back and waits until nothing of it can come out any more. */
gboolean
_td_batch_runner_cancel_job (TdSpoolJob *job, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 until = g_get_monotonic_time () + CANCEL_PATIENCE * G_USEC_PER_SEC;

  if (!td_spool_job_act (job->number, TD_SPOOL_CANCEL, NULL, &local)
      && !g_error_matches (local, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_POSSIBLE) && !g_error_matches (local, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (;;)
    {
      g_autoptr (GError) gone = NULL;
      g_autoptr (TdSpoolJob) now = td_spool_job_read (job->number, NULL, &gone);

      if (g_error_matches (gone, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND) || (now != NULL && td_spool_state_is_final (now->state)))
        return TRUE;
      if (g_get_monotonic_time () > until)
        {
          g_set_error_literal (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_TIMED_OUT, _ ("The printer does not give the job back. Switch it off and on again, then go on."));
          return FALSE;
        }
      g_usleep (100000);
    }
}

/* Sending */

/* Follows a chunk that was released until it is over; what did not end well under our eyes is asked about. */
static gboolean
follow (TdBatchRunner *self, gint64 chunk_id, int number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (TdSpoolJob) job = td_spool_job_follow (number, followed_cb, self, self->cancellable, &local);

  if (job == NULL && _td_batch_runner_is_stopping (self))
    {
      g_autoptr (TdSpoolJob) now = td_spool_job_read (number, NULL, NULL);

      if (now != NULL && !td_spool_state_is_final (now->state) && !_td_batch_runner_cancel_job (now, error))
        return FALSE;
    }
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_mutex_unlock (&self->mutex);
  if (job != NULL && job->state == TD_SPOOL_DONE && !_td_batch_runner_is_stopping (self))
    return _td_batch_runner_run_job (self, td_print_batch_finished_job (chunk_id, NULL), error);
  return _td_batch_runner_run_job (self, td_print_batch_unclear_job (chunk_id), error);
}

static gboolean
release (TdBatchRunner *self, gint64 chunk_id, int number, GError **error)
{
  g_autoptr (TdOpenBatch) open = NULL;

  if (!td_spool_job_act (number, TD_SPOOL_RELEASE, NULL, error))
    return FALSE;
  open = _td_batch_runner_look (self, error);
  return open != NULL && follow (self, chunk_id, number, error);
}

/* The next chunk; at the end there is none. */
gboolean
_td_batch_runner_send_next (TdBatchRunner *self, gboolean *more, GError **error)
{
  g_autoptr (TdJob) job = td_print_batch_parcel_job (self->batch_id);
  g_autofree char *tag = g_uuid_string_random ();
  g_autoptr (TdSpoolJob) sent = NULL;
  g_autoptr (GError) local = NULL;
  TdPrintParcel *parcel;
  gint64 chunk_id;

  if (!run_one (self, job, self->cancellable, error))
    return FALSE;
  parcel = td_job_get_object (job);
  *more = parcel != NULL;
  if (parcel == NULL)
    return TRUE;
  chunk_id = td_print_parcel_get_chunk (parcel);
  if (!_td_batch_runner_run_job (self, td_print_batch_sending_job (chunk_id, tag), error))
    return FALSE;
  sent = td_print_parcel_send (parcel, tag, TRUE, self->cancellable, &local);
  if (sent != NULL)
    return _td_batch_runner_run_job (self, td_print_batch_sent_job (chunk_id, sent->number), error) && release (self, chunk_id, sent->number, error);
  /* Whether it has the job or not, the service tells by the tag, now or at the next run. */
  if (!g_error_matches (local, TD_SPOOL_ERROR, TD_SPOOL_ERROR_UNSURE))
    _td_batch_runner_run_job (self, td_print_batch_returned_job (chunk_id), NULL);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What was on its way when the program ended. */
gboolean
_td_batch_runner_take_up (TdBatchRunner *self, TdOpenBatch *open, GError **error)
{
  gint64 chunk_id = open->chunk != NULL ? td_entity_get_id (TD_ENTITY (open->chunk)) : 0;
  gboolean sending = open->chunk != NULL && g_str_equal (open->chunk->state, "sending");
  gboolean unclear = open->chunk != NULL && g_str_equal (open->chunk->state, "unclear");

  switch (open->state)
    {
    case TD_OPEN_BATCH_WAITS:
      return TRUE;
    case TD_OPEN_BATCH_NOT_SENT:
      return _td_batch_runner_run_job (self, td_print_batch_returned_job (chunk_id), error);
    case TD_OPEN_BATCH_HELD:
      return (!sending || _td_batch_runner_run_job (self, td_print_batch_sent_job (chunk_id, open->job->number), error)) && release (self, chunk_id, open->job->number, error);
    case TD_OPEN_BATCH_ON_ITS_WAY:
      /* What lies in the tray can only be told when nothing is added to it any more. */
      return _td_batch_runner_cancel_job (open->job, error) && (unclear || _td_batch_runner_run_job (self, td_print_batch_unclear_job (chunk_id), error));
    case TD_OPEN_BATCH_OVER:
      return unclear || _td_batch_runner_run_job (self, td_print_batch_unclear_job (chunk_id), error);
    case TD_OPEN_BATCH_UNKNOWN:
    default:
      g_set_error_literal (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER, _ ("The print service cannot be asked what became of the certificates that were sent last. Go on once it is there again."));
      return FALSE;
    }
}

/* Between two chunks: goes on unless there is a reason not to. */
gboolean
_td_batch_runner_may_go_on (TdBatchRunner *self, TdBatchEnd *end, gboolean *go_on, GError **error)
{
  g_autoptr (TdOpenBatch) open = _td_batch_runner_look (self, error);
  gboolean pausing;

  *go_on = FALSE;
  if (open == NULL)
    return FALSE;
  g_mutex_lock (&self->mutex);
  pausing = self->pausing || self->stopping;
  g_mutex_unlock (&self->mutex);
  if (g_str_equal (open->batch->state, "asking"))
    *end = TD_BATCH_ASKING;
  else if (g_str_equal (open->batch->state, "done") || g_str_equal (open->batch->state, "given_up"))
    *end = TD_BATCH_DONE;
  else if (!pausing)
    *go_on = TRUE;
  else
    {
      *end = TD_BATCH_PAUSED;
      return g_str_equal (open->batch->state, "paused") || _td_batch_runner_run_job (self, td_print_batch_pause_job (self->batch_id), error);
    }
  return TRUE;
}
