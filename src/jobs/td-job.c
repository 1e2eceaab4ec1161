/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-job"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-job.h"

/* A use case, for the window and the command line alike: a function over the office file with its
 * input, its findings and its results. */

struct _TdJob
{
  GObject parent_instance;

  char *name; /* of the transaction; NULL for a job that only reads */
  TdJobFunc func;
  TdJobAfterFunc after;
  gpointer data;
  GDestroyNotify destroy;

  TdJobProgress progress;
  gpointer progress_data;
  GMainContext *progress_context; /* NULL while running on the caller's thread */
  GMutex mutex;
  double fraction;
  char *text;
  gboolean progress_pending;

  GPtrArray *findings;
  gint64 id;
  gint64 count;
  GObject *object;
};

G_DEFINE_FINAL_TYPE (TdJob, td_job, G_TYPE_OBJECT)
G_DEFINE_QUARK (td - job - error - quark, td_job_error)

static void
td_job_finalize (GObject *object)
{
  TdJob *self = TD_JOB (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->name);
  g_free (self->text);
  g_ptr_array_unref (self->findings);
  g_clear_object (&self->object);
  g_clear_pointer (&self->progress_context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (td_job_parent_class)->finalize (object);
}

static void
td_job_class_init (TdJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_job_finalize;
}

static void
td_job_init (TdJob *self)
{
  self->findings = td_findings_new ();
  g_mutex_init (&self->mutex);
}

/**
 * td_job_new_read:
 * @func: what it does
 * @data: (transfer full): its input
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): a job that changes nothing
 */
TdJob *
td_job_new_read (TdJobFunc func, gpointer data, GDestroyNotify destroy)
{
  TdJob *self = g_object_new (TD_TYPE_JOB, NULL);

  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return self;
}

/**
 * td_job_new_write:
 * @name: what it does, translated, for the log and for Undo
 * @func: what it does
 * @data: (transfer full): its input
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): a job that changes the office file, all or nothing
 */
TdJob *
td_job_new_write (const char *name, TdJobFunc func, gpointer data, GDestroyNotify destroy)
{
  TdJob *self = td_job_new_read (func, data, destroy);

  self->name = g_strdup (name);
  return self;
}

/**
 * td_job_set_after:
 * @self: a job
 * @after: what it does once the office file has been read
 */
void
td_job_set_after (TdJob *self, TdJobAfterFunc after)
{
  self->after = after;
}

static gboolean
store_cb (TdConnection *connection, gpointer user_data, GError **error)
{
  TdJob *self = user_data;

  return self->func (self, connection, self->data, error);
}

/**
 * td_job_run:
 * @self: a job
 * @store: an open office file
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Runs the job and waits. Not for the main thread of the window.
 *
 * Returns: whether it went well; with %TD_JOB_ERROR_REFUSED its findings say why not
 */
gboolean
td_job_run (TdJob *self, TdStore *store, GCancellable *cancellable, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (TD_IS_JOB (self) && TD_IS_STORE (store), FALSE);

  if (self->name != NULL)
    ok = td_store_write (store, self->name, store_cb, self, cancellable, error);
  else
    ok = td_store_read (store, store_cb, self, cancellable, error);
  return ok && (self->after == NULL || self->after (self, self->data, cancellable, error));
}

static void
after_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TdJob *self = source;
  g_autoptr (GError) error = NULL;

  if (self->after (self, self->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  TdJob *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gpointer done = self->name != NULL ? td_store_write_finish (TD_STORE (source), result, &error)
                                     : td_store_read_finish (TD_STORE (source), result, &error);

  if (done == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->after != NULL)
    g_task_run_in_thread (task, after_thread);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * td_job_run_async:
 * @self: a job
 * @store: an open office file
 * @cancellable: (nullable): stops it
 * @callback: told at the end
 * @user_data: for @callback
 */
void
td_job_run_async (TdJob *self, TdStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TD_IS_JOB (self) && TD_IS_STORE (store));

  g_task_set_source_tag (task, td_job_run_async);
  g_task_set_check_cancellable (task, FALSE);
  self->progress_context = g_main_context_ref_thread_default ();
  if (self->name != NULL)
    td_store_write_async (store, self->name, store_cb, g_object_ref (self), g_object_unref, cancellable, stored_cb, task);
  else
    td_store_read_async (store, store_cb, g_object_ref (self), g_object_unref, cancellable, stored_cb, task);
}

/**
 * td_job_run_finish:
 * @self: a job
 * @result: given to the callback
 * @error: return location
 *
 * Returns: whether it went well
 */
gboolean
td_job_run_finish (TdJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * td_job_set_progress:
 * @self: a job
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 */
void
td_job_set_progress (TdJob *self, TdJobProgress progress, gpointer user_data)
{
  self->progress = progress;
  self->progress_data = user_data;
}

static gboolean
progress_cb (gpointer data)
{
  TdJob *self = data;
  g_autofree char *text = NULL;
  double fraction;

  g_mutex_lock (&self->mutex);
  self->progress_pending = FALSE;
  fraction = self->fraction;
  text = g_strdup (self->text);
  g_mutex_unlock (&self->mutex);
  if (self->progress != NULL)
    self->progress (fraction, text, self->progress_data);
  return G_SOURCE_REMOVE;
}

/**
 * td_job_report:
 * @self: a job under way
 * @fraction: from 0 to 1
 * @text: (nullable): what is being done, translated
 *
 * Tells how far it is. Cheap enough to be called for every row: however often it is called, one
 * notice at a time waits for the main context.
 */
void
td_job_report (TdJob *self, double fraction, const char *text)
{
  gboolean pending;

  if (self->progress == NULL)
    return;
  if (self->progress_context == NULL)
    {
      self->progress (fraction, text, self->progress_data);
      return;
    }
  g_mutex_lock (&self->mutex);
  self->fraction = fraction;
  if (g_strcmp0 (self->text, text) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (text);
    }
  pending = self->progress_pending;
  self->progress_pending = TRUE;
  g_mutex_unlock (&self->mutex);
  if (!pending)
    g_main_context_invoke_full (self->progress_context, G_PRIORITY_DEFAULT_IDLE, progress_cb, g_object_ref (self), g_object_unref);
}

/**
 * td_job_get_findings:
 * @self: a job that has run
 *
 * Returns: (transfer none) (element-type TdFinding): what it found, heaviest or not
 */
GPtrArray *
td_job_get_findings (TdJob *self)
{
  return self->findings;
}

/**
 * td_job_get_id:
 * @self: a job that has run
 *
 * Returns: the record it made, 0 for none
 */
gint64
td_job_get_id (TdJob *self)
{
  return self->id;
}

/**
 * td_job_get_count:
 * @self: a job that has run
 *
 * Returns: how many records or pages it was about
 */
gint64
td_job_get_count (TdJob *self)
{
  return self->count;
}

/**
 * td_job_get_object:
 * @self: a job that has run
 *
 * Returns: (transfer none) (nullable): what it made, such as a document
 */
gpointer
td_job_get_object (TdJob *self)
{
  return self->object;
}

/**
 * td_job_take_finding:
 * @self: a job under way
 * @finding: (transfer full): what it found
 */
void
td_job_take_finding (TdJob *self, TdFinding *finding)
{
  g_ptr_array_add (self->findings, finding);
}

/**
 * td_job_take_findings:
 * @self: a job under way
 * @findings: (transfer full) (element-type TdFinding): what it found
 */
void
td_job_take_findings (TdJob *self, GPtrArray *findings)
{
  g_ptr_array_extend_and_steal (self->findings, findings);
}

/**
 * td_job_set_id:
 * @self: a job under way
 * @id: the record it made
 */
void
td_job_set_id (TdJob *self, gint64 id)
{
  self->id = id;
}

/**
 * td_job_set_count:
 * @self: a job under way
 * @count: how many it is about
 */
void
td_job_set_count (TdJob *self, gint64 count)
{
  self->count = count;
}

/**
 * td_job_take_object:
 * @self: a job under way
 * @object: (transfer full): what it made
 */
void
td_job_take_object (TdJob *self, gpointer object)
{
  g_clear_object (&self->object);
  self->object = object;
}

/**
 * td_job_refuse:
 * @self: a job under way whose findings stand in the way
 * @error: return location
 *
 * Returns: %FALSE, with %TD_JOB_ERROR_REFUSED
 */
gboolean
td_job_refuse (TdJob *self, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    n += ((TdFinding *) g_ptr_array_index (self->findings, i))->severity == TD_SEVERITY_BLOCK;
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED,
               ngettext ("Nothing was changed: %u finding stands in the way.",
                         "Nothing was changed: %u findings stand in the way.", n),
               n);
  return FALSE;
}
