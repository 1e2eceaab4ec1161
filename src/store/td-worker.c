/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-worker"

#include "config.h"

#include "td-worker-private.h"

typedef struct
{
  TdWorkerFunc func;
  gpointer user_data;
  gboolean *done; /* of a waiting caller, or NULL */
} Work;

struct _TdWorker
{
  GThread *thread;
  GAsyncQueue *queue; /* of Work; one without func ends the thread */
  GMutex mutex;
  GCond cond;
  TdConnection *connection;
  char *path;
  int flags;
  gboolean immutable;
  GError *open_error;
};

static void
finish (TdWorker *worker, gboolean *done)
{
  g_mutex_lock (&worker->mutex);
  *done = TRUE;
  g_cond_broadcast (&worker->cond);
  g_mutex_unlock (&worker->mutex);
}

static gpointer
worker_thread (gpointer data)
{
  TdWorker *worker = data;

  for (;;)
    {
      g_autofree Work *work = g_async_queue_pop (worker->queue);

      if (work->func == NULL)
        break;
      work->func (worker->connection, work->user_data);
      if (work->done != NULL)
        finish (worker, work->done);
    }
  g_clear_pointer (&worker->connection, _td_connection_close);
  return NULL;
}

static void
push (TdWorker *worker, TdWorkerFunc func, gpointer user_data, gboolean *done)
{
  Work *work = g_new (Work, 1);

  work->func = func;
  work->user_data = user_data;
  work->done = done;
  g_async_queue_push (worker->queue, work);
}

static void
open_cb (TdConnection *connection, gpointer user_data)
{
  TdWorker *worker = user_data;

  worker->connection = _td_connection_open (worker->path, worker->flags, worker->immutable, &worker->open_error);
}

/**
 * _td_worker_new:
 * @name: of the thread
 * @path: the office file
 * @flags: SQLite's open flags
 * @immutable: see _td_connection_open()
 * @error: return location
 *
 * Returns: (transfer full): a thread with an open connection, or %NULL
 */
TdWorker *
_td_worker_new (const char *name, const char *path, int flags, gboolean immutable, GError **error)
{
  TdWorker *worker = g_new0 (TdWorker, 1);

  worker->path = g_strdup (path);
  worker->flags = flags;
  worker->immutable = immutable;
  worker->queue = g_async_queue_new_full (g_free);
  g_mutex_init (&worker->mutex);
  g_cond_init (&worker->cond);
  worker->thread = g_thread_new (name, worker_thread, worker);
  _td_worker_run (worker, open_cb, worker);
  if (worker->connection != NULL)
    return worker;
  g_propagate_error (error, g_steal_pointer (&worker->open_error));
  _td_worker_free (worker);
  return NULL;
}

/**
 * _td_worker_free:
 * @worker: (transfer full): a worker
 *
 * Waits for the work under way and closes the connection. Not to be called on its own thread.
 */
void
_td_worker_free (TdWorker *worker)
{
  push (worker, NULL, NULL, NULL);
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
  g_mutex_clear (&worker->mutex);
  g_cond_clear (&worker->cond);
  g_free (worker->path);
  g_free (worker);
}

/**
 * _td_worker_run:
 * @worker: a worker
 * @func: what to do
 * @user_data: for @func
 *
 * Does it on the worker's thread and waits for its end.
 */
void
_td_worker_run (TdWorker *worker, TdWorkerFunc func, gpointer user_data)
{
  gboolean done = FALSE;

  g_return_if_fail (g_thread_self () != worker->thread);

  push (worker, func, user_data, &done);
  g_mutex_lock (&worker->mutex);
  while (!done)
    g_cond_wait (&worker->cond, &worker->mutex);
  g_mutex_unlock (&worker->mutex);
}

/**
 * _td_worker_push:
 * @worker: a worker
 * @func: what to do
 * @user_data: for @func
 *
 * Does it on the worker's thread, after what was pushed before, without waiting.
 */
void
_td_worker_push (TdWorker *worker, TdWorkerFunc func, gpointer user_data)
{
  push (worker, func, user_data, NULL);
}
