/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-connection"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <string.h>

#include "td-connection-private.h"
#include "td-text.h"

/* Opening and running statements. Everything about one connection that does not depend on what
 * is stored stands here. */

G_DEFINE_QUARK (td - store - error - quark, td_store_error)

static int
code_for (int sqlite_code)
{
  switch (sqlite_code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return TD_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TD_STORE_ERROR_HELD;
    case SQLITE_READONLY:
      return TD_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return TD_STORE_ERROR_FULL;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return TD_STORE_ERROR_UNREACHABLE;
    case SQLITE_CONSTRAINT:
      return TD_STORE_ERROR_CONSTRAINT;
    default:
      return TD_STORE_ERROR_FAILED;
    }
}

static const char *
sentence_for (int store_code)
{
  switch (store_code)
    {
    case TD_STORE_ERROR_DAMAGED:
      return _ ("The office file is damaged. Nothing was changed; restore the last backup.");
    case TD_STORE_ERROR_HELD:
      return _ ("The office file is in use by another program. Try again when it is closed.");
    case TD_STORE_ERROR_READ_ONLY:
      return _ ("The office file can only be read. Nothing was changed.");
    case TD_STORE_ERROR_FULL:
      return _ ("The disk is full. Nothing was changed; make room and try again.");
    case TD_STORE_ERROR_UNREACHABLE:
      return _ ("The office file cannot be opened.");
    case TD_STORE_ERROR_CONSTRAINT:
      return _ ("This change does not fit what is stored. Nothing was changed.");
    default:
      return _ ("The office file could not be read or written. Nothing was changed.");
    }
}

/**
 * _td_connection_fail:
 * @self: a connection
 * @code: what SQLite returned
 * @action: what was being done, for the log of the program
 * @error: return location
 *
 * Turns a failure of SQLite into an error a caller can act on.
 *
 * Returns: %FALSE
 */
gboolean
_td_connection_fail (TdConnection *self, int code, const char *action, GError **error)
{
  int store_code = code_for (code);

  if ((code & 0xff) == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  /* A full disk shows as a failed write in some places. */
  if ((code & 0xff) == SQLITE_IOERR && sqlite3_system_errno (self->db) == ENOSPC)
    store_code = TD_STORE_ERROR_FULL;
  g_debug ("%s: %s (%d)", action, sqlite3_errmsg (self->db), sqlite3_extended_errcode (self->db));
  if (store_code == TD_STORE_ERROR_FAILED || store_code == TD_STORE_ERROR_CONSTRAINT)
    g_set_error (error, TD_STORE_ERROR, store_code, "%s (%s)", sentence_for (store_code),
                 sqlite3_errmsg (self->db));
  else
    g_set_error_literal (error, TD_STORE_ERROR, store_code, sentence_for (store_code));
  return FALSE;
}

static int
progress_cb (gpointer data)
{
  TdConnection *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static void
words_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  sqlite3_result_text (context, td_text_words (text != NULL ? text : ""), -1, g_free);
}

static void
lent_words_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, td_text_lent_words (text), -1, g_free);
}

/* Called by the triggers of tables that lend words; a connection that only reads watches nothing. */
static void
search_touch_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  if (sqlite3_value_type (values[1]) != SQLITE_NULL)
    _td_search_touch (sqlite3_user_data (context), (const char *) sqlite3_value_text (values[0]), sqlite3_value_int64 (values[1]));
}

static void
sort_key_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *kind = (const char *) sqlite3_value_text (values[1]);
  g_autoptr (GBytes) key = _td_search_sort_key (text, kind);

  sqlite3_result_blob (context, g_bytes_get_data (key, NULL), g_bytes_get_size (key), SQLITE_TRANSIENT);
}

/* Whether every word of the second text begins a word of the first. Both are as td_text_words()
 * makes them, so this is cheap enough to walk a million rows; a walk that may take so many steps
 * only is interrupted after them. */
static void
words_match_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  TdConnection *self = sqlite3_user_data (context);
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *word = (const char *) sqlite3_value_text (values[1]);

  if (self->walk_left == 0)
    {
      sqlite3_result_error_code (context, SQLITE_INTERRUPT);
      return;
    }
  if (self->walk_left > 0)
    self->walk_left--;
  while (text != NULL && word != NULL && *word != '\0')
    {
      gsize length = strcspn (word, " ");
      const char *place = text;

      while (place != NULL && strncmp (place, word, length) != 0)
        {
          place = strchr (place, ' ');
          if (place != NULL)
            place++;
        }
      if (place == NULL)
        {
          sqlite3_result_int (context, 0);
          return;
        }
      word += length;
      word += strspn (word, " ");
    }
  sqlite3_result_int (context, text != NULL);
}

static void
add_functions (TdConnection *self)
{
  sqlite3 *db = self->db;
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  sqlite3_create_function (db, "td_words", 1, flags, NULL, words_function, NULL, NULL);
  sqlite3_create_function (db, "td_lent_words", 1, flags, NULL, lent_words_function, NULL, NULL);
  sqlite3_create_function (db, "td_search_touch", 2, SQLITE_UTF8 | SQLITE_INNOCUOUS, self, search_touch_function, NULL, NULL);
  sqlite3_create_function (db, "td_sort_key", 2, flags, NULL, sort_key_function, NULL, NULL);
  sqlite3_create_function (db, "td_words_match", 2, flags, self, words_match_function, NULL, NULL);
}

/* For the whole program, before SQLite is used.
 *
 * A statement that can be taken back alone keeps the pages it touches in memory, until there are
 * too many: then all of the transaction's statements write theirs into a file. The default is 15
 * pages, which deleting a record with its indexes can exceed. It cannot be more than 31: the pages
 * go into that file in one write, and SQLite's are cut at 128 KiB, so that a larger one ends as
 * "disk is full" (seen in 3.40.1). Nobody asks how much memory SQLite has, and counting it takes a
 * lock at every allocation. */
static void
configure_sqlite (void)
{
  static gsize configured = 0;

  if (!g_once_init_enter (&configured))
    return;
  sqlite3_config (SQLITE_CONFIG_STMTJRNL_SPILL, 128 * 1024 - 1);
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  _td_file_locks_hold ();
  g_once_init_leave (&configured, 1);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * _td_connection_open:
 * @path: the office file
 * @flags: SQLite's open flags
 * @immutable: whether nobody can write into the file, so that no other file beside it is needed
 * @error: return location
 *
 * Opens a handle that belongs to the calling thread. All settings of a connection are made here.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
TdConnection *
_td_connection_open (const char *path, int flags, gboolean immutable, GError **error)
{
  TdConnection *self = g_new0 (TdConnection, 1);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *full = NULL;
  int code;

  if (uri == NULL)
    {
      g_free (self);
      return NULL;
    }
  configure_sqlite ();
  full = g_strconcat (uri, immutable ? "?immutable=1" : "", NULL);
  self->owner = g_thread_self ();
  self->walk_first = TD_WALK_FIRST;
  self->walk_left = -1;
  self->many_hits = TD_MANY_HITS;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->mappings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) _td_mapping_free);
  self->watched = g_ptr_array_new_with_free_func (_td_search_watched_free);
  code = sqlite3_open_v2 (full, &self->db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      _td_connection_fail (self, code, "open", error);
      _td_connection_close (self);
      return NULL;
    }
  sqlite3_extended_result_codes (self->db, TRUE);
  sqlite3_busy_timeout (self->db, 5000);
  sqlite3_progress_handler (self->db, 10000, progress_cb, self);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  add_functions (self);
  /* Not temp_store = MEMORY: a statement journal in memory is walked from its beginning at every
   * row, so that undoing a large import would take time by the square of its size. */
  if (!_td_connection_exec (self,
                            "PRAGMA foreign_keys = ON;"
                            "PRAGMA synchronous = FULL;"
                            "PRAGMA cache_size = -2000;"
                            "PRAGMA journal_size_limit = 16777216",
                            error))
    {
      _td_connection_close (self);
      return NULL;
    }
  return self;
}

/**
 * _td_connection_close:
 * @self: (transfer full): a connection of this thread
 */
void
_td_connection_close (TdConnection *self)
{
  g_assert (self->owner == g_thread_self ());

  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->mappings, g_hash_table_unref);
  g_clear_pointer (&self->watched, g_ptr_array_unref);
  g_clear_pointer (&self->uuid_source, g_rand_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->action_name, g_free);
  g_clear_pointer (&self->barrier, g_free);
  sqlite3_close (self->db);
  g_free (self);
}

/**
 * _td_connection_exec:
 * @self: a connection of this thread
 * @sql: statements without parameters
 * @error: return location
 *
 * Returns: whether all went well
 */
gboolean
_td_connection_exec (TdConnection *self, const char *sql, GError **error)
{
  int code;

  g_assert (self->owner == g_thread_self ());

  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || _td_connection_fail (self, code, sql, error);
}

/* The same text in the same place is usually the statement that was taken from there last; so a
 * long one is compared but not hashed. */
static sqlite3_stmt *
find_statement (TdConnection *self, const char *sql)
{
  sqlite3_stmt **recent = &self->recent[(GPOINTER_TO_SIZE (sql) >> 4) % G_N_ELEMENTS (self->recent)];

  if (*recent == NULL || strcmp (sqlite3_sql (*recent), sql) != 0)
    *recent = g_hash_table_lookup (self->statements, sql);
  return *recent;
}

/**
 * _td_connection_prepare:
 * @self: a connection of this thread
 * @sql: one statement
 * @error: return location
 *
 * Prepares a statement, or takes it from those prepared before.
 *
 * Returns: (transfer none): the statement, reset and without values
 */
sqlite3_stmt *
_td_connection_prepare (TdConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement;
  int code;

  g_assert (self->owner == g_thread_self ());

  statement = find_statement (self, sql);
  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      _td_connection_fail (self, code, sql, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * _td_connection_step:
 * @self: a connection of this thread
 * @statement: one of its statements
 * @has_row: (out) (optional): whether there is a row
 * @error: return location
 *
 * Returns: whether all went well; the statement is reset when it has no further row
 */
gboolean
_td_connection_step (TdConnection *self, sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (statement);

  if (has_row != NULL)
    *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code == SQLITE_DONE)
    {
      sqlite3_reset (statement);
      return TRUE;
    }
  _td_connection_fail (self, code, sqlite3_sql (statement), error);
  sqlite3_reset (statement);
  return FALSE;
}

/**
 * _td_connection_query_number:
 * @self: a connection of this thread
 * @sql: a question with one number as its answer
 * @number: (out): the number, 0 for none
 * @error: return location
 *
 * Returns: whether it was answered
 */
gboolean
_td_connection_query_number (TdConnection *self, const char *sql, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, sql, error);
  gboolean has_row = FALSE;

  *number = 0;
  if (statement == NULL || !_td_connection_step (self, statement, &has_row, error))
    return FALSE;
  if (has_row)
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * _td_connection_set_cancellable:
 * @self: a connection of this thread
 * @cancellable: (nullable): what stops the statements that follow
 */
void
_td_connection_set_cancellable (TdConnection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/**
 * td_connection_is_cancelled:
 * @self: a connection of this thread
 * @error: return location
 *
 * For long work between two statements.
 *
 * Returns: whether the user has cancelled; sets @error then
 */
gboolean
td_connection_is_cancelled (TdConnection *self, GError **error)
{
  return g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * td_connection_get_cancellable:
 * @self: a connection of this thread
 *
 * For work beside the statements, such as reading a file.
 *
 * Returns: (transfer none) (nullable): what the user cancels with
 */
GCancellable *
td_connection_get_cancellable (TdConnection *self)
{
  return self->cancellable;
}

/**
 * td_connection_set_action_name:
 * @self: a connection inside a transaction
 * @format: printf format of what was done, translated: "Import 312 nominations"
 *
 * Gives the action its name once it is known how much it was.
 */
void
td_connection_set_action_name (TdConnection *self, const char *format, ...)
{
  va_list args;

  g_return_if_fail (self->session != NULL);

  g_free (self->action_name);
  va_start (args, format);
  self->action_name = g_strdup_vprintf (format, args);
  va_end (args);
}

/**
 * td_connection_set_barrier:
 * @self: a connection inside a transaction
 * @reason: translated: why the action cannot be undone, and what can be done instead
 *
 * Says that the result of this action leaves the program: undo will stop before it.
 */
void
td_connection_set_barrier (TdConnection *self, const char *reason)
{
  g_return_if_fail (self->session != NULL);

  g_free (self->barrier);
  self->barrier = g_strdup (reason);
}

/**
 * td_connection_seed_uuids:
 * @self: a connection
 * @seed: a number
 *
 * Makes the UUIDs of the records that follow depend on @seed alone. Only for the demo office,
 * which is the same for the same seed.
 */
void
td_connection_seed_uuids (TdConnection *self, guint32 seed)
{
  g_clear_pointer (&self->uuid_source, g_rand_free);
  self->uuid_source = g_rand_new_with_seed (seed);
}

/**
 * td_connection_set_log_time:
 * @self: a connection
 * @unix_time: seconds of UTC, 0 for the clock
 *
 * Dates the entries of the log that follow. The chain covers these dates, and a decision keeps its
 * head, so this is the rest of what seeding begins. Only for the demo office.
 */
void
td_connection_set_log_time (TdConnection *self, gint64 unix_time)
{
  self->log_time = unix_time;
}
