/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-spool-async"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding.h"
#include "td-spool-job.h"

/* Jobs on threads of their own, and following one until it is over. */

#define FIRST_PAUSE 200                       /* ms */
#define LAST_PAUSE  2000                      /* ms */
#define PATIENCE    (60 * G_TIME_SPAN_SECOND) /* with a service that is gone */

/* What a call was given, for its thread. */
typedef struct
{
  TdSpoolRequest request;
  char *path;
  char *printer;
  gboolean also_over;
  int number;
  TdSpoolAct act;
  TdSpoolJobChanged changed;
  gpointer data;
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_free ((char *) call->request.printer);
  g_free ((char *) call->request.title);
  g_free ((char *) call->request.tag);
  g_free ((char *) call->request.tray);
  g_free (call->path);
  g_free (call->printer);
  g_free (call);
}

static void
run (gpointer tag, Call *call, GTaskThreadFunc func, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, call, call_free);
  /* What was done must not be told as cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, func);
}

static void
return_object (GTask *task, gpointer object, GError *error)
{
  if (object != NULL)
    g_task_return_pointer (task, object, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
submit_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Call *call = data;
  GError *error = NULL;
  TdSpoolJob *job = td_spool_submit (&call->request, call->path, cancellable, &error);

  return_object (task, job, error);
}

/**
 * td_spool_submit_async:
 *
 * td_spool_submit() on a thread of its own.
 */
void
td_spool_submit_async (const TdSpoolRequest *request, const char *path, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  Call *call = g_new0 (Call, 1);

  call->request = *request;
  call->request.printer = g_strdup (request->printer);
  call->request.title = g_strdup (request->title);
  call->request.tag = g_strdup (request->tag);
  call->request.tray = g_strdup (request->tray);
  call->path = g_strdup (path);
  run (td_spool_submit_async, call, submit_thread, cancellable, callback, user_data);
}

/**
 * td_spool_submit_finish:
 *
 * Returns: (transfer full): as td_spool_submit()
 */
TdSpoolJob *
td_spool_submit_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, td_spool_submit_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TdSpoolJob *job = td_spool_job_read (((Call *) data)->number, cancellable, &error);

  return_object (task, job, error);
}

/**
 * td_spool_job_read_async:
 *
 * td_spool_job_read() on a thread of its own.
 */
void
td_spool_job_read_async (int number, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Call *call = g_new0 (Call, 1);

  call->number = number;
  run (td_spool_job_read_async, call, read_thread, cancellable, callback, user_data);
}

/**
 * td_spool_job_read_finish:
 *
 * Returns: (transfer full): as td_spool_job_read()
 */
TdSpoolJob *
td_spool_job_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, td_spool_job_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Call *call = data;
  GError *error = NULL;
  GPtrArray *jobs = td_spool_job_list (call->printer, call->also_over, cancellable, &error);

  if (jobs != NULL)
    g_task_return_pointer (task, jobs, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * td_spool_job_list_async:
 *
 * td_spool_job_list() on a thread of its own.
 */
void
td_spool_job_list_async (const char *printer, gboolean also_over, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  Call *call = g_new0 (Call, 1);

  call->printer = g_strdup (printer);
  call->also_over = also_over;
  run (td_spool_job_list_async, call, list_thread, cancellable, callback, user_data);
}

/**
 * td_spool_job_list_finish:
 *
 * Returns: (transfer full) (element-type TdSpoolJob): as td_spool_job_list()
 */
GPtrArray *
td_spool_job_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, td_spool_job_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
act_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Call *call = data;
  GError *error = NULL;

  if (td_spool_job_act (call->number, call->act, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * td_spool_job_act_async:
 *
 * td_spool_job_act() on a thread of its own.
 */
void
td_spool_job_act_async (int number, TdSpoolAct act, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Call *call = g_new0 (Call, 1);

  call->number = number;
  call->act = act;
  run (td_spool_job_act_async, call, act_thread, cancellable, callback, user_data);
}

/**
 * td_spool_job_act_finish:
 *
 * Returns: as td_spool_job_act()
 */
gboolean
td_spool_job_act_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, td_spool_job_act_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
same_findings (GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < left->len && i < right->len; i++)
    if (!g_str_equal (((TdFinding *) g_ptr_array_index (left, i))->rule, ((TdFinding *) g_ptr_array_index (right, i))->rule))
      return FALSE;
  return left->len == right->len;
}

static gboolean
differs (TdSpoolJob *before, TdSpoolJob *now)
{
  return before == NULL || before->state != now->state || before->pages != now->pages || !same_findings (before->findings, now->findings);
}

/* Waits, but not after Cancel. */
static void
pause_for (int milliseconds, GCancellable *cancellable)
{
  GPollFD poll_fd;

  if (cancellable != NULL && g_cancellable_make_pollfd (cancellable, &poll_fd))
    {
      g_poll (&poll_fd, 1, milliseconds);
      g_cancellable_release_fd (cancellable);
    }
  else
    g_usleep (milliseconds * 1000);
}

/**
 * td_spool_job_follow:
 * @number: number of a job
 * @changed: (nullable): told at first and at every change, on this thread
 * @data: for @changed
 * @cancellable: (nullable): stops following; the job goes on
 * @error: #TdSpoolError; %TD_SPOOL_ERROR_NOT_FOUND when the service forgot the job
 *
 * Asks after a job again and again until it is over: five times a second at first, then every two
 * seconds. It waits as long as the job does, for a paused printer for days; a service that is gone
 * is waited for a minute.
 *
 * Returns: (transfer full): the job when it was over
 */
TdSpoolJob *
td_spool_job_follow (int number, TdSpoolJobChanged changed, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdSpoolJob) before = NULL;
  gint64 heard = g_get_monotonic_time ();

  for (int pause = FIRST_PAUSE;; pause = MIN (pause * 5 / 4, LAST_PAUSE))
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (TdSpoolJob) job = td_spool_job_read (number, cancellable, &local);
      gboolean gone = g_error_matches (local, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER) || g_error_matches (local, TD_SPOOL_ERROR, TD_SPOOL_ERROR_TIMED_OUT);

      if (job == NULL && (!gone || g_get_monotonic_time () - heard > PATIENCE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (job != NULL)
        {
          heard = g_get_monotonic_time ();
          if (changed != NULL && differs (before, job))
            changed (job, data);
          if (td_spool_state_is_final (job->state))
            return g_steal_pointer (&job);
          g_set_object (&before, job);
        }
      pause_for (pause, cancellable);
    }
}

typedef struct
{
  TdSpoolJob *job;
  Call *call;
  GTask *task; /* keeps the call */
} News;

static gboolean
tell_news (gpointer data)
{
  News *news = data;

  news->call->changed (news->job, news->call->data);
  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->job);
  g_object_unref (news->task);
  g_free (news);
}

/* On the thread of the call: hands over to the caller's. */
static void
pass_on (TdSpoolJob *job, gpointer data)
{
  GTask *task = data;
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new (News, 1);

  *news = (News){ g_object_ref (job), g_task_get_task_data (task), g_object_ref (task) };
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, tell_news, news, news_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
follow_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Call *call = data;
  GError *error = NULL;
  TdSpoolJob *job = td_spool_job_follow (call->number, call->changed != NULL ? pass_on : NULL, task, cancellable, &error);

  return_object (task, job, error);
}

/**
 * td_spool_job_follow_async:
 * @changed: (nullable): told in the main context of the caller, always before @callback
 *
 * td_spool_job_follow() on a thread of its own.
 */
void
td_spool_job_follow_async (int number, TdSpoolJobChanged changed, gpointer data, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  Call *call = g_new0 (Call, 1);

  call->number = number;
  call->changed = changed;
  call->data = data;
  run (td_spool_job_follow_async, call, follow_thread, cancellable, callback, user_data);
}

/**
 * td_spool_job_follow_finish:
 *
 * Returns: (transfer full): as td_spool_job_follow()
 */
TdSpoolJob *
td_spool_job_follow_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, td_spool_job_follow_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
