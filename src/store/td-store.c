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
#include "td-store-private.h"

/* An open office file: one thread that writes, one that only reads, and the right to write.
 *
 *   main thread ──► td_store_write_async() ──► writer: BEGIN, func, changeset, COMMIT ──► "changed"
 *               ──► td_store_read_async()  ──► reader: func                           ──► callback
 *
 * The main thread never runs SQL. The command line and the tests call the blocking functions. */

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdStore, td_store, G_TYPE_OBJECT)

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

/**
 * _td_store_emit_changed:
 * @self: a store
 *
 * Tells of a change that is on the disk; any thread may call this.
 */
void
_td_store_emit_changed (TdStore *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
prepare_cb (TdConnection *connection, gpointer user_data)
{
  TdStoreCall *call = user_data;
  const char *user = g_get_user_name ();

  call->ok = _td_connection_exec (connection, "PRAGMA journal_mode = WAL; PRAGMA cache_size = -32768", call->error) && _td_migration_run (connection, call->store->path, call->error) && _td_search_prepare (connection, call->error) && _td_attachments_collect (connection, call->error) && (call->store->actor_id = _td_change_log_actor (connection, call->name, user, call->error)) != 0;
}

static gboolean
open_for_writing (TdStore *self, const char *actor, GError **error)
{
  g_autofree char *holder = g_strdup_printf ("%s (%s, %d)", actor, g_get_prgname () != NULL ? g_get_prgname () : "thidua", (int) getpid ());
  TdStoreCall call = { .store = self, .name = actor, .error = error };

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
  TdStoreCall *call = user_data;
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
  TdStoreCall call = { .store = self, .error = error };
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
