/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-store-calls"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-store-private.h"

/* What is asked of an open office file: reading, writing, undoing and redoing, each waiting for the
 * answer or not. */

/* A large action fills the cache of the writing connection; the window needs none of it. */
static void
finish_write (TdConnection *connection, TdStoreCall *call)
{
  sqlite3_db_release_memory (connection->db);
  if (call->ok)
    _td_store_emit_changed (call->store);
}

static void
read_cb (TdConnection *connection, gpointer user_data)
{
  TdStoreCall *call = user_data;

  if (g_cancellable_set_error_if_cancelled (call->cancellable, call->error))
    return;
  _td_connection_set_cancellable (connection, call->cancellable);
  /* One transaction, so that all its questions see the same state. */
  call->ok = _td_connection_exec (connection, "BEGIN", call->error) && call->func (connection, call->user_data, call->error);
  _td_connection_set_cancellable (connection, NULL);
  if (!sqlite3_get_autocommit (connection->db))
    sqlite3_exec (connection->db, "COMMIT", NULL, NULL, NULL);
}

static void
write_cb (TdConnection *connection, gpointer user_data)
{
  TdStoreCall *call = user_data;

  if (g_cancellable_set_error_if_cancelled (call->cancellable, call->error))
    return;
  if (!_td_log_begin (connection, call->name, call->error))
    return;
  _td_connection_set_cancellable (connection, call->cancellable);
  call->ok = call->func (connection, call->user_data, call->error);
  _td_connection_set_cancellable (connection, NULL);
  if (call->ok)
    call->ok = _td_log_commit (connection, call->store->actor_id, call->error);
  else
    _td_log_rollback (connection);
  finish_write (connection, call);
}

static void
undo_cb (TdConnection *connection, gpointer user_data)
{
  TdStoreCall *call = user_data;

  call->ok = _td_change_log_apply (connection, call->redo, call->store->actor_id, &call->result, call->error);
  finish_write (connection, call);
}

static gboolean
refuse_when_read_only (TdStore *self, GError **error)
{
  if (self->writer != NULL)
    return FALSE;
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY,
                       self->read_only_reason != NULL
                           ? self->read_only_reason->message
                           : _ ("The office file can only be read. Nothing was changed."));
  return TRUE;
}

/**
 * td_store_read:
 * @self: a store
 * @func: what to ask
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Asks on the reading thread and waits.
 *
 * Returns: what @func returned
 */
gboolean
td_store_read (TdStore *self, TdStoreFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  TdStoreCall call = { .store = self, .func = func, .user_data = user_data, .cancellable = cancellable, .error = error };

  _td_worker_run (self->reader, read_cb, &call);
  return call.ok;
}

/**
 * td_store_write:
 * @self: a store
 * @name: what is going to be done, translated; @func may refine it
 * @func: the change
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Makes one change, all or nothing, on the writing thread, and waits until it is on the disk.
 *
 * Returns: whether it is
 */
gboolean
td_store_write (TdStore *self, const char *name, TdStoreFunc func, gpointer user_data,
                GCancellable *cancellable, GError **error)
{
  TdStoreCall call = { .store = self, .name = name, .func = func, .user_data = user_data, .cancellable = cancellable, .error = error };

  if (refuse_when_read_only (self, error))
    return FALSE;
  _td_worker_run (self->writer, write_cb, &call);
  return call.ok;
}

static char *
undo_or_redo (TdStore *self, gboolean redo, GError **error)
{
  TdStoreCall call = { .store = self, .redo = redo, .error = error };

  if (refuse_when_read_only (self, error))
    return NULL;
  _td_worker_run (self->writer, undo_cb, &call);
  return call.result;
}

/**
 * td_store_undo:
 * @self: a store
 * @error: return location
 *
 * Takes the last action back, whatever its size.
 *
 * Returns: (transfer full): what was undone; %NULL with %TD_STORE_ERROR_NOTHING or
 *   %TD_STORE_ERROR_BARRIER when it cannot be
 */
char *
td_store_undo (TdStore *self, GError **error)
{
  return undo_or_redo (self, FALSE, error);
}

/**
 * td_store_redo:
 * @self: a store
 * @error: return location
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full): what was redone, or %NULL
 */
char *
td_store_redo (TdStore *self, GError **error)
{
  return undo_or_redo (self, TRUE, error);
}

typedef struct
{
  char *name;
  TdStoreFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  gboolean redo;
} AsyncCall;

static void
async_call_free (AsyncCall *async)
{
  if (async->destroy != NULL)
    async->destroy (async->user_data);
  g_free (async->name);
  g_free (async);
}

static void
run_task (TdConnection *connection, GTask *task, TdWorkerFunc func)
{
  AsyncCall *async = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  TdStoreCall call = { .store = g_task_get_source_object (task), .name = async->name, .func = async->func, .user_data = async->user_data, .cancellable = g_task_get_cancellable (task), .error = &error, .redo = async->redo };

  func (connection, &call);
  if (!call.ok)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (async->func != NULL)
    g_task_return_pointer (task, async->user_data, NULL);
  else
    g_task_return_pointer (task, call.result, g_free);
  g_object_unref (task);
}

static void
read_task_cb (TdConnection *connection, gpointer user_data)
{
  run_task (connection, user_data, read_cb);
}

static void
write_task_cb (TdConnection *connection, gpointer user_data)
{
  run_task (connection, user_data, write_cb);
}

static void
undo_task_cb (TdConnection *connection, gpointer user_data)
{
  run_task (connection, user_data, undo_cb);
}

static GTask *
make_task (TdStore *self, const char *name, TdStoreFunc func, gpointer user_data, GDestroyNotify destroy,
           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer callback_data, gpointer tag)
{
  GTask *task = g_task_new (self, cancellable, callback, callback_data);
  AsyncCall *async = g_new0 (AsyncCall, 1);

  async->name = g_strdup (name);
  async->func = func;
  async->user_data = user_data;
  async->destroy = destroy;
  g_task_set_source_tag (task, tag);
  /* A question answered late is still an answer; whoever asked decides whether it is stale. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, async, (GDestroyNotify) async_call_free);
  return task;
}

/**
 * td_store_read_async:
 * @self: a store
 * @func: what to ask
 * @user_data: for @func; also what td_store_read_finish() gives back
 * @destroy: (nullable): frees @user_data when the task is gone
 * @cancellable: (nullable): stops it
 * @callback: told in the caller's main context
 * @callback_data: for @callback
 */
void
td_store_read_async (TdStore *self, TdStoreFunc func, gpointer user_data, GDestroyNotify destroy,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer callback_data)
{
  g_return_if_fail (TD_IS_STORE (self) && self->reader != NULL);

  _td_worker_push (self->reader, read_task_cb,
                   make_task (self, NULL, func, user_data, destroy, cancellable, callback, callback_data, td_store_read_async));
}

/**
 * td_store_read_finish:
 * @self: a store
 * @result: given to the callback
 * @error: return location
 *
 * Returns: (transfer none): the user data of td_store_read_async(), alive until the callback
 *   returns; %NULL on failure
 */
gpointer
td_store_read_finish (TdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * td_store_write_async:
 * @self: a store
 * @name: what is going to be done, translated
 * @func: the change
 * @user_data: for @func; also what td_store_write_finish() gives back
 * @destroy: (nullable): frees @user_data when the task is gone
 * @cancellable: (nullable): stops it
 * @callback: told in the caller's main context
 * @callback_data: for @callback
 */
void
td_store_write_async (TdStore *self, const char *name, TdStoreFunc func, gpointer user_data,
                      GDestroyNotify destroy, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer callback_data)
{
  g_autoptr (GError) error = NULL;
  GTask *task = make_task (self, name, func, user_data, destroy, cancellable, callback, callback_data, td_store_write_async);

  if (!refuse_when_read_only (self, &error))
    {
      _td_worker_push (self->writer, write_task_cb, task);
      return;
    }
  g_task_return_error (task, g_steal_pointer (&error));
  g_object_unref (task);
}

/**
 * td_store_write_finish:
 * @self: a store
 * @result: given to the callback
 * @error: return location
 *
 * Returns: (transfer none): the user data of td_store_write_async(), alive until the callback
 *   returns; %NULL on failure
 */
gpointer
td_store_write_finish (TdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * td_store_undo_async:
 * @self: a store
 * @redo: whether to redo, else undo
 * @callback: told in the caller's main context
 * @callback_data: for @callback
 */
void
td_store_undo_async (TdStore *self, gboolean redo, GAsyncReadyCallback callback, gpointer callback_data)
{
  g_autoptr (GError) error = NULL;
  GTask *task = make_task (self, NULL, NULL, NULL, NULL, NULL, callback, callback_data, td_store_undo_async);

  ((AsyncCall *) g_task_get_task_data (task))->redo = redo;
  if (!refuse_when_read_only (self, &error))
    {
      _td_worker_push (self->writer, undo_task_cb, task);
      return;
    }
  g_task_return_error (task, g_steal_pointer (&error));
  g_object_unref (task);
}

/**
 * td_store_undo_finish:
 * @self: a store
 * @result: given to the callback
 * @error: return location
 *
 * Returns: (transfer full): what was undone or redone, or %NULL
 */
char *
td_store_undo_finish (TdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
