/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "td-office-file-private.h"
#include "td-office-lock-private.h"
#include "td-store.h"
#include "td-worker-private.h"

/* An open office file: one thread that writes, one that only reads, and the right to write.
 *
 *   main thread ──► td_store_write_async() ──► writer: BEGIN, func, changeset, COMMIT ──► "changed"
 *               ──► td_store_read_async()  ──► reader: func                           ──► callback
 *
 * The main thread never runs SQL. The command line and the tests call the blocking functions. */

struct _TdStore
{
  GObject parent_instance;

  char *path;
  TdWorker *writer; /* NULL when only reading */
  TdWorker *reader;
  TdOfficeLock *lock;
  gint64 actor_id;
  GError *read_only_reason;
  GMainContext *context; /* where "changed" is told */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdStore, td_store, G_TYPE_OBJECT)

typedef struct
{
  TdStore *store;
  const char *name;
  TdStoreFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  GError **error;
  gboolean ok;
  gboolean redo;
  char *result;
} Call;

static void
td_store_finalize (GObject *object)
{
  TdStore *self = TD_STORE (object);

  /* The last reference may be dropped on a worker, which cannot wait for itself: closing is
   * the main thread's duty. */
  if (self->reader != NULL || self->writer != NULL)
    g_critical ("an office file was not closed");
  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->read_only_reason);
  g_clear_pointer (&self->context, g_main_context_unref);
  G_OBJECT_CLASS (td_store_parent_class)->finalize (object);
}

static void
td_store_class_init (TdStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_store_finalize;

  /**
   * TdStore::changed:
   *
   * Told in the main context the store was opened in, after a change is on the disk.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_store_init (TdStore *self)
{
  self->context = g_main_context_ref_thread_default ();
}

static gboolean
emit_changed_cb (gpointer data)
{
  g_signal_emit (data, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
emit_changed (TdStore *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/* A large action fills the cache of the writing connection; the window needs none of it. */
static void
finish_write (TdConnection *connection, Call *call)
{
  sqlite3_db_release_memory (connection->db);
  if (call->ok)
    emit_changed (call->store);
}

static void
prepare_cb (TdConnection *connection, gpointer user_data)
{
  Call *call = user_data;
  const char *user = g_get_user_name ();

  call->ok = _td_connection_exec (connection, "PRAGMA journal_mode = WAL; PRAGMA cache_size = -32768", call->error) && _td_migration_run (connection, call->store->path, call->error) && _td_search_prepare (connection, call->error) && (call->store->actor_id = _td_change_log_actor (connection, call->name, user, call->error)) != 0;
}

static gboolean
open_for_writing (TdStore *self, const char *actor, GError **error)
{
  g_autofree char *holder = g_strdup_printf ("%s (%s, %d)", actor, g_get_prgname () != NULL ? g_get_prgname () : "thidua", (int) getpid ());
  Call call = { .store = self, .name = actor, .error = error };

  if (!_td_office_file_is_writable (self->path, error))
    return FALSE;
  self->lock = _td_office_lock_take (self->path, holder, error);
  if (self->lock == NULL)
    return FALSE;
  self->writer = _td_worker_new ("td-store-writer", self->path, SQLITE_OPEN_READWRITE, FALSE, error);
  if (self->writer == NULL)
    return FALSE;
  _td_worker_run (self->writer, prepare_cb, &call);
  return call.ok;
}

static void
probe_cb (TdConnection *connection, gpointer user_data)
{
  Call *call = user_data;
  gint64 version;

  call->ok = _td_connection_query_number (connection, "PRAGMA user_version", &version, call->error) && _td_connection_exec (connection, "SELECT count(*) FROM sqlite_schema; PRAGMA query_only = ON", call->error);
  if (call->ok && version < _td_migration_newest ())
    {
      call->ok = FALSE;
      g_set_error_literal (call->error, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY,
                           _ ("The office file is of an older version. Open it once where it can be written."));
    }
}

static gboolean
open_for_reading (TdStore *self, GError **error)
{
  Call call = { .store = self, .error = error };
  gboolean writable = _td_office_file_is_writable (self->path, NULL);
  gboolean immutable = !writable && _td_office_file_is_cleanly_closed (self->path);
  int flags = writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;

  self->reader = _td_worker_new ("td-store-reader", self->path, flags, immutable, error);
  if (self->reader == NULL)
    return FALSE;
  _td_worker_run (self->reader, probe_cb, &call);
  return call.ok;
}

/* Links are followed, as SQLite does: the lock and the journal lie beside the file itself. */
static char *
real_path (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = resolved != NULL ? g_strdup (resolved) : g_canonicalize_filename (path, NULL);

  free (resolved);
  return copy;
}

/**
 * td_store_open:
 * @path: an office file
 * @mode: what is going to be done with it
 * @actor: the shown name of who does it
 * @error: return location
 *
 * Opens an office file. A newer file is refused untouched, an older one is copied aside and
 * brought up to date when it may be written.
 *
 * Returns: (transfer full): the store, to be closed with td_store_close()
 */
TdStore *
td_store_open (const char *path, TdStoreMode mode, const char *actor, GError **error)
{
  g_autoptr (TdStore) self = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL && actor != NULL, NULL);

  if (!_td_office_file_check (path, error))
    return NULL;
  self = g_object_new (TD_TYPE_STORE, NULL);
  self->path = real_path (path);
  if (mode != TD_STORE_READ && !open_for_writing (self, actor, &local))
    {
      gboolean may_read = g_error_matches (local, TD_STORE_ERROR, TD_STORE_ERROR_HELD) || g_error_matches (local, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY);

      td_store_close (self);
      if (mode == TD_STORE_WRITE || !may_read)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      self->read_only_reason = g_steal_pointer (&local);
    }
  if (!open_for_reading (self, error))
    {
      td_store_close (self);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * td_store_close:
 * @self: a store
 *
 * Waits for what is under way, writes everything into the one file and gives it free.
 */
void
td_store_close (TdStore *self)
{
  g_return_if_fail (TD_IS_STORE (self));

  g_clear_pointer (&self->reader, _td_worker_free);
  g_clear_pointer (&self->writer, _td_worker_free);
  g_clear_pointer (&self->lock, _td_office_lock_release);
}

/**
 * td_store_get_path:
 * @self: a store
 *
 * Returns: the office file
 */
const char *
td_store_get_path (TdStore *self)
{
  return self->path;
}

/**
 * td_store_is_read_only:
 * @self: a store
 *
 * Returns: whether nothing can be changed
 */
gboolean
td_store_is_read_only (TdStore *self)
{
  return self->writer == NULL;
}

/**
 * td_store_get_read_only_reason:
 * @self: a store
 *
 * Returns: (nullable): why it could not be opened for writing, translated
 */
const char *
td_store_get_read_only_reason (TdStore *self)
{
  return self->read_only_reason != NULL ? self->read_only_reason->message : NULL;
}

static void
read_cb (TdConnection *connection, gpointer user_data)
{
  Call *call = user_data;

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
  Call *call = user_data;

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
  Call *call = user_data;

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
  Call call = { .store = self, .func = func, .user_data = user_data, .cancellable = cancellable, .error = error };

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
  Call call = { .store = self, .name = name, .func = func, .user_data = user_data, .cancellable = cancellable, .error = error };

  if (refuse_when_read_only (self, error))
    return FALSE;
  _td_worker_run (self->writer, write_cb, &call);
  return call.ok;
}

static char *
undo_or_redo (TdStore *self, gboolean redo, GError **error)
{
  Call call = { .store = self, .redo = redo, .error = error };

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
  Call call = { .store = g_task_get_source_object (task), .name = async->name, .func = async->func, .user_data = async->user_data, .cancellable = g_task_get_cancellable (task), .error = &error, .redo = async->redo };

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
