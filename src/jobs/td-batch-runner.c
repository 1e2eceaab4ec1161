/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-batch-runner"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-batch-runner-private.h"

/* Drives a batch: chunk after chunk goes to the printer and is followed until it is out. Everything is written
 * down by the jobs before and after it happens, so the runner keeps nothing that a crash could lose. It runs
 * on one thread that waits: for the office file, for the print service, for the printer. */

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdBatchRunner, td_batch_runner, G_TYPE_OBJECT)

static void
td_batch_runner_finalize (GObject *object)
{
  TdBatchRunner *self = TD_BATCH_RUNNER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (td_batch_runner_parent_class)->finalize (object);
}

static void
td_batch_runner_class_init (TdBatchRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_batch_runner_finalize;
  /**
   * TdBatchRunner::changed:
   *
   * The progress has changed. Told in the main context the runner was made in.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_BATCH_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_batch_runner_init (TdBatchRunner *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
}

/**
 * td_batch_runner_new:
 * @store: an open office file
 * @batch_id: a batch
 *
 * Returns: (transfer full): what drives it
 */
TdBatchRunner *
td_batch_runner_new (TdStore *store, gint64 batch_id)
{
  TdBatchRunner *self = g_object_new (TD_TYPE_BATCH_RUNNER, NULL);

  self->store = g_object_ref (store);
  self->batch_id = batch_id;
  return self;
}

/**
 * td_batch_runner_get_batch:
 * @self: a runner
 *
 * Returns: its batch
 */
gint64
td_batch_runner_get_batch (TdBatchRunner *self)
{
  return self->batch_id;
}

/* Telling */

static gboolean
tell_cb (gpointer data)
{
  TdBatchRunner *self = data;

  g_mutex_lock (&self->mutex);
  self->news_pending = FALSE;
  g_mutex_unlock (&self->mutex);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* One notice at a time waits for the main context. */
void
_td_batch_runner_tell (TdBatchRunner *self)
{
  g_autoptr (GSource) source = NULL;
  gboolean pending;

  g_mutex_lock (&self->mutex);
  pending = self->news_pending;
  self->news_pending = TRUE;
  g_mutex_unlock (&self->mutex);
  if (pending)
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/**
 * td_batch_progress_free:
 * @progress: (transfer full): how far a batch is
 */
void
td_batch_progress_free (TdBatchProgress *progress)
{
  g_free (progress->name);
  g_free (progress->sheet);
  g_clear_pointer (&progress->findings, g_ptr_array_unref);
  g_free (progress);
}

/**
 * td_batch_runner_dup_progress:
 * @self: a runner
 *
 * Returns: (transfer full): how far it is
 */
TdBatchProgress *
td_batch_runner_dup_progress (TdBatchRunner *self)
{
  TdBatchProgress *progress = g_new0 (TdBatchProgress, 1);

  g_mutex_lock (&self->mutex);
  progress->n_pages = self->n_pages;
  progress->n_done = self->n_printed + self->n_done;
  progress->n_sent = self->n_sent;
  if (self->pages != NULL && self->n_done < self->pages->len)
    {
      const TdPrintPage *page = g_ptr_array_index (self->pages, self->n_done);

      progress->name = g_strdup (page->award_name);
      progress->sheet = g_strdup (page->sheet_code);
    }
  progress->findings = self->findings != NULL ? g_ptr_array_ref (self->findings) : td_findings_new ();
  g_mutex_unlock (&self->mutex);
  return progress;
}

/**
 * td_batch_runner_run:
 * @self: a runner
 * @end: (out): how it ended
 * @error: return location
 *
 * Prints what waits, taking up what was on its way when the program ended before. Waits for the printer, for
 * days if need be: not for the main thread of the window. On failure nothing is lost: it can be run again.
 *
 * Returns: whether it came to an end
 */
gboolean
td_batch_runner_run (TdBatchRunner *self, TdBatchEnd *end, GError **error)
{
  g_autoptr (TdOpenBatch) open = _td_batch_runner_look (self, error);
  gboolean go_on = TRUE, more = TRUE;

  *end = TD_BATCH_DONE;
  g_mutex_lock (&self->mutex);
  if (self->cancellable == NULL)
    self->cancellable = g_cancellable_new ();
  g_mutex_unlock (&self->mutex);
  if (open == NULL || !_td_batch_runner_take_up (self, open, error))
    return FALSE;
  while (more)
    {
      g_autoptr (GError) local = NULL;

      if (!_td_batch_runner_may_go_on (self, end, &go_on, error))
        return FALSE;
      if (!go_on)
        return TRUE;
      /* Stopped before anything was sent, it is only paused. */
      if (_td_batch_runner_send_next (self, &more, &local) || (_td_batch_runner_is_stopping (self) && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TdBatchEnd end;

  if (td_batch_runner_run (source, &end, &error))
    g_task_return_int (task, end);
  else
    g_task_return_error (task, error);
}

/**
 * td_batch_runner_run_async:
 * @self: a runner
 * @callback: told when it came to an end
 * @user_data: for @callback
 *
 * td_batch_runner_run() on a thread of its own.
 */
void
td_batch_runner_run_async (TdBatchRunner *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_mutex_lock (&self->mutex);
  self->pausing = self->stopping = FALSE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_mutex_unlock (&self->mutex);
  g_task_set_source_tag (task, td_batch_runner_run_async);
  g_task_run_in_thread (task, run_thread);
}

/**
 * td_batch_runner_run_finish:
 * @self: a runner
 * @result: given to the callback
 * @end: (out): how it ended
 * @error: return location
 *
 * Returns: as td_batch_runner_run()
 */
gboolean
td_batch_runner_run_finish (TdBatchRunner *self, GAsyncResult *result, TdBatchEnd *end, GError **error)
{
  gssize value = g_task_propagate_int (G_TASK (result), error);

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  *end = value >= 0 ? (TdBatchEnd) value : TD_BATCH_PAUSED;
  return value >= 0;
}

/**
 * td_batch_runner_pause:
 * @self: a runner
 *
 * What has gone to the printer comes out; the next chunk is not sent.
 */
void
td_batch_runner_pause (TdBatchRunner *self)
{
  g_mutex_lock (&self->mutex);
  self->pausing = TRUE;
  g_mutex_unlock (&self->mutex);
}

/**
 * td_batch_runner_stop:
 * @self: a runner
 *
 * Takes back what has not come out yet: a jam, or a wrong blank. Then it asks what came out.
 */
void
td_batch_runner_stop (TdBatchRunner *self)
{
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_mutex_unlock (&self->mutex);
}

/* Settling */

/**
 * td_batch_runner_settle:
 * @self: a runner that does not run
 * @settle: td_print_batch_settle_job() or td_print_batch_give_up_job() of its batch
 * @error: return location
 *
 * Sees to it that nothing of the batch can come out any more, then runs the job. Waits for the print service.
 *
 * Returns: whether it is settled
 */
gboolean
td_batch_runner_settle (TdBatchRunner *self, TdJob *settle, GError **error)
{
  g_autoptr (TdOpenBatch) open = _td_batch_runner_look (self, error);
  gint64 chunk_id;

  if (open == NULL)
    return FALSE;
  chunk_id = open->chunk != NULL ? td_entity_get_id (TD_ENTITY (open->chunk)) : 0;
  if (open->state == TD_OPEN_BATCH_UNKNOWN)
    {
      g_set_error_literal (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER, _ ("The print service cannot be asked what became of the certificates that were sent last. Go on once it is there again."));
      return FALSE;
    }
  if (open->job != NULL && !td_spool_state_is_final (open->job->state) && !_td_batch_runner_cancel_job (open->job, error))
    return FALSE;
  /* Held, not a sheet of it has moved. */
  if ((open->state == TD_OPEN_BATCH_NOT_SENT || open->state == TD_OPEN_BATCH_HELD) && !_td_batch_runner_run_job (self, td_print_batch_returned_job (chunk_id), error))
    return FALSE;
  /* Somebody else released it. */
  if (open->chunk != NULL && g_str_equal (open->chunk->state, "sending") && (open->state == TD_OPEN_BATCH_ON_ITS_WAY || open->state == TD_OPEN_BATCH_OVER)
      && !_td_batch_runner_run_job (self, td_print_batch_unclear_job (chunk_id), error))
    return FALSE;
  return td_job_run (settle, self->store, NULL, error);
}

static void
settle_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (td_batch_runner_settle (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * td_batch_runner_settle_async:
 * @self: a runner that does not run
 * @settle: what to do
 * @callback: told at the end
 * @user_data: for @callback
 *
 * td_batch_runner_settle() on a thread of its own.
 */
void
td_batch_runner_settle_async (TdBatchRunner *self, TdJob *settle, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, td_batch_runner_settle_async);
  g_task_set_task_data (task, g_object_ref (settle), g_object_unref);
  g_task_run_in_thread (task, settle_thread);
}

/**
 * td_batch_runner_settle_finish:
 * @self: a runner
 * @result: given to the callback
 * @error: return location
 *
 * Returns: as td_batch_runner_settle()
 */
gboolean
td_batch_runner_settle_finish (TdBatchRunner *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
