/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-change-log"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-change-log.h"
#include "td-connection-private.h"
#include "td-finding.h"
#include "td-model.h"

/* Every write is a named transaction. What it changed is recorded by SQLite's session extension
 * and kept as one entry of a log whose entries are chained by SHA-256. Undo applies the inverse
 * of the last entry, redo the entry itself; both are entries of their own, so the log only grows.
 * Derived tables are not recorded: their triggers run when a changeset is applied. */

/* The words under which the chain begins. */
#define CHAIN_SEED "org.thidua.ThiDua change log 1"

#define ENTRY_COLUMNS "e.seq, e.made_at, a.name, a.system_user, e.kind, e.target, e.name, e.barrier, " \
                      "e.state, e.n_changes, lower(hex(e.hash))"
#define FROM_ENTRIES " FROM change_entry e JOIN change_actor a ON a.id = e.actor_id "

/**
 * td_change_free:
 * @change: (transfer full): an entry
 */
void
td_change_free (TdChange *change)
{
  g_free (change->made_at);
  g_free (change->actor);
  g_free (change->system_user);
  g_free (change->kind);
  g_free (change->name);
  g_free (change->barrier);
  g_free (change->state);
  g_free (change->hash);
  g_free (change);
}

static char *
dup_column (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

static TdChange *
change_from_row (sqlite3_stmt *statement)
{
  TdChange *change = g_new0 (TdChange, 1);

  change->seq = sqlite3_column_int64 (statement, 0);
  change->made_at = dup_column (statement, 1);
  change->actor = dup_column (statement, 2);
  change->system_user = dup_column (statement, 3);
  change->kind = dup_column (statement, 4);
  change->target = sqlite3_column_int64 (statement, 5);
  change->name = dup_column (statement, 6);
  change->barrier = dup_column (statement, 7);
  change->state = dup_column (statement, 8);
  change->n_changes = sqlite3_column_int64 (statement, 9);
  change->hash = dup_column (statement, 10);
  return change;
}

/* The hash covers every part of an entry but its state, which later entries change; who did it
 * goes in by name, so that nobody can be renamed afterwards. Each part goes in with its length, so
 * that no two entries give the same bytes. */
static void
hash_part (GChecksum *checksum, const void *data, gsize length)
{
  guint64 size = GUINT64_TO_BE ((guint64) length);

  g_checksum_update (checksum, (const guchar *) &size, sizeof size);
  if (length > 0)
    g_checksum_update (checksum, data, length);
}

static void
hash_text (GChecksum *checksum, const char *text)
{
  hash_part (checksum, text, text != NULL ? strlen (text) : 0);
}

static void
hash_entry (const guint8 previous[32], const TdChange *change, const void *changeset, gsize length, guint8 hash[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 numbers[] = { change->seq, change->target, change->n_changes };
  gsize size = 32;

  g_checksum_update (checksum, previous, 32);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = GINT64_TO_BE (numbers[i]);
  hash_part (checksum, numbers, sizeof numbers);
  hash_text (checksum, change->made_at);
  hash_text (checksum, change->actor);
  hash_text (checksum, change->system_user);
  hash_text (checksum, change->kind);
  hash_text (checksum, change->name);
  hash_text (checksum, change->barrier);
  hash_part (checksum, changeset, length);
  g_checksum_get_digest (checksum, hash, &size);
}

static void
hash_seed (guint8 hash[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = 32;

  g_checksum_update (checksum, (const guchar *) CHAIN_SEED, -1);
  g_checksum_get_digest (checksum, hash, &size);
}

static gboolean
read_head (TdConnection *self, gint64 *seq, guint8 hash[32], GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, "SELECT seq, hash FROM change_entry ORDER BY seq DESC LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL || !_td_connection_step (self, statement, &has_row, error))
    return FALSE;
  *seq = 0;
  hash_seed (hash);
  if (has_row)
    {
      *seq = sqlite3_column_int64 (statement, 0);
      if (sqlite3_column_bytes (statement, 1) == 32)
        memcpy (hash, sqlite3_column_blob (statement, 1), 32);
    }
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
read_actor (TdConnection *self, gint64 id, char **name, char **system_user, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, "SELECT name, system_user FROM change_actor WHERE id = ?1", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!_td_connection_step (self, statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *name = dup_column (statement, 0);
      *system_user = dup_column (statement, 1);
    }
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * td_connection_dup_head:
 * @self: a connection
 * @error: return location
 *
 * Returns: (transfer full): the hash of the last entry in hexadecimal: an anchor to print
 */
char *
td_connection_dup_head (TdConnection *self, GError **error)
{
  guint8 hash[32];
  gint64 seq;
  GString *text;

  if (!read_head (self, &seq, hash, error))
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < sizeof hash; i++)
    g_string_append_printf (text, "%02x", hash[i]);
  return g_string_free (text, FALSE);
}

static gboolean
append_entry (TdConnection *self, const char *kind, gint64 target, const char *name, const char *barrier,
              gint64 n_changes, gint64 actor_id, const void *changeset, gsize length, GError **error)
{
  g_autoptr (GDateTime) now = self->log_time != 0 ? g_date_time_new_from_unix_utc (self->log_time) : g_date_time_new_now_utc ();
  g_autofree char *made_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *actor = NULL;
  g_autofree char *system_user = NULL;
  TdChange change = { 0, made_at, NULL, NULL, (char *) kind, target, (char *) name, (char *) barrier, NULL, n_changes, NULL };
  guint8 previous[32], hash[32];
  sqlite3_stmt *statement;

  if (!read_head (self, &change.seq, previous, error) || !read_actor (self, actor_id, &actor, &system_user, error))
    return FALSE;
  change.seq++;
  change.actor = actor;
  change.system_user = system_user;
  hash_entry (previous, &change, changeset, length, hash);
  statement = _td_connection_prepare (self,
                                      "INSERT INTO change_entry (seq, made_at, actor_id, kind, target, name, barrier,"
                                      " n_changes, changeset, state, hash)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'done', ?10)",
                                      error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change.seq);
  sqlite3_bind_text (statement, 2, made_at, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, actor_id);
  sqlite3_bind_text (statement, 4, kind, -1, SQLITE_STATIC);
  if (target != 0)
    sqlite3_bind_int64 (statement, 5, target);
  sqlite3_bind_text (statement, 6, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, barrier, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 8, n_changes);
  sqlite3_bind_blob64 (statement, 9, length > 0 ? changeset : "", length, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 10, hash, sizeof hash, SQLITE_STATIC);
  return _td_connection_step (self, statement, NULL, error);
}

/**
 * _td_log_begin:
 * @self: the connection that writes
 * @name: what is going to be done, translated
 * @error: return location
 *
 * Begins a named transaction and records what it changes.
 *
 * Returns: whether it has begun
 */
gboolean
_td_log_begin (TdConnection *self, const char *name, GError **error)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  int code;

  g_assert (self->session == NULL);

  if (!_td_connection_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  code = sqlite3session_create (self->db, "main", &self->session);
  for (guint i = 0; code == SQLITE_OK && i < n_types; i++)
    code = sqlite3session_attach (self->session, td_entity_class_of (types[i])->table);
  if (code != SQLITE_OK)
    {
      _td_connection_fail (self, code, "session", error);
      _td_log_rollback (self);
      return FALSE;
    }
  self->action_name = g_strdup (name);
  return TRUE;
}

/**
 * _td_log_commit:
 * @self: a connection inside a transaction
 * @actor_id: who did it
 * @error: return location
 *
 * Writes the entry and ends the transaction. A transaction that changed nothing leaves no entry.
 * On failure nothing is kept.
 *
 * Returns: whether it is on the disk
 */
gboolean
_td_log_commit (TdConnection *self, gint64 actor_id, GError **error)
{
  void *changeset = NULL;
  int length = 0;
  int code = sqlite3session_changeset (self->session, &length, &changeset);
  gboolean ok = code == SQLITE_OK || _td_connection_fail (self, code, "changeset", error);

  /* The log's own tables are not part of the changeset. */
  g_clear_pointer (&self->session, sqlite3session_delete);
  if (ok && length > 0)
    {
      /* What was undone before cannot be redone after something new. */
      ok = _td_connection_exec (self, "UPDATE change_entry SET state = 'dropped' WHERE state = 'undone'", error) && append_entry (self, "do", 0, self->action_name, self->barrier, _td_changeset_count (changeset, length), actor_id, changeset, length, error);
    }
  sqlite3_free (changeset);
  ok = ok && _td_search_flush (self, error) && _td_connection_exec (self, "COMMIT", error);
  if (!ok)
    _td_log_rollback (self);
  g_clear_pointer (&self->action_name, g_free);
  g_clear_pointer (&self->barrier, g_free);
  return ok;
}

/**
 * _td_log_rollback:
 * @self: a connection inside a transaction
 *
 * Ends the transaction as if it had never been.
 */
void
_td_log_rollback (TdConnection *self)
{
  _td_search_forget (self);
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->action_name, g_free);
  g_clear_pointer (&self->barrier, g_free);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static TdChange *
find_entry (TdConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, sql, error);
  TdChange *change = NULL;
  gboolean has_row;

  if (statement == NULL || !_td_connection_step (self, statement, &has_row, error))
    return NULL;
  if (has_row)
    change = change_from_row (statement);
  sqlite3_reset (statement);
  return change;
}

/**
 * td_change_log_get_next:
 * @connection: a connection
 * @undo: (out) (nullable) (transfer full): what undo would take back, %NULL for nothing
 * @redo: (out) (nullable) (transfer full): what redo would do again, %NULL for nothing
 * @error: return location
 *
 * An entry with a barrier is given too: undo refuses it and says why.
 *
 * Returns: whether the log could be read
 */
gboolean
td_change_log_get_next (TdConnection *connection, TdChange **undo, TdChange **redo, GError **error)
{
  g_autoptr (GError) local = NULL;

  *redo = NULL;
  *undo = find_entry (connection, "SELECT " ENTRY_COLUMNS FROM_ENTRIES "WHERE e.kind = 'do' AND e.state = 'done' ORDER BY e.seq DESC LIMIT 1", &local);
  if (local == NULL)
    *redo = find_entry (connection, "SELECT " ENTRY_COLUMNS FROM_ENTRIES "WHERE e.kind = 'do' AND e.state = 'undone' ORDER BY e.seq LIMIT 1", &local);
  if (local == NULL)
    return TRUE;
  g_clear_pointer (undo, td_change_free);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static int
conflict_cb (void *context, int conflict, sqlite3_changeset_iter *iter)
{
  /* The log is followed strictly in order, so a conflict means that somebody else wrote. */
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_changeset (TdConnection *self, gint64 seq, gboolean inverted, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, "SELECT changeset FROM change_entry WHERE seq = ?1", error);
  void *turned = NULL;
  const void *changeset;
  int length, code = SQLITE_OK;
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  if (!_td_connection_step (self, statement, &has_row, error) || !has_row)
    return FALSE;
  changeset = sqlite3_column_blob (statement, 0);
  length = sqlite3_column_bytes (statement, 0);
  if (inverted)
    {
      code = sqlite3changeset_invert (length, changeset, &length, &turned);
      changeset = turned;
    }
  if (code == SQLITE_OK)
    /* No savepoint of its own: what fails here takes the whole transaction back, and every page
     * touched would be copied for it once more. */
    code = sqlite3changeset_apply_v2 (self->db, length, (void *) changeset, NULL, conflict_cb, NULL, NULL, NULL, SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
  sqlite3_reset (statement);
  sqlite3_free (turned);
  if (code == SQLITE_ABORT)
    {
      g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_DAMAGED,
                           _ ("The records are not as the log left them; something else has changed the office file. "
                              "Nothing was changed. Check the office file."));
      return FALSE;
    }
  return code == SQLITE_OK || _td_connection_fail (self, code, "apply changeset", error);
}

static gboolean
set_state (TdConnection *self, gint64 seq, const char *state, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, "UPDATE change_entry SET state = ?2 WHERE seq = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  sqlite3_bind_text (statement, 2, state, -1, SQLITE_STATIC);
  return _td_connection_step (self, statement, NULL, error);
}

/**
 * _td_change_log_apply:
 * @connection: the connection that writes
 * @redo: whether to redo, else undo
 * @actor_id: who asks for it
 * @name: (out) (transfer full): what was undone or redone
 * @error: return location
 *
 * Returns: whether it was done; otherwise nothing changed
 */
gboolean
_td_change_log_apply (TdConnection *connection, gboolean redo, gint64 actor_id, char **name, GError **error)
{
  g_autoptr (TdChange) last = NULL;
  g_autoptr (TdChange) next = NULL;
  TdChange *change;

  if (!_td_connection_exec (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!td_change_log_get_next (connection, &last, &next, error))
    goto fail;
  change = redo ? next : last;
  if (change == NULL)
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_NOTHING,
                         redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  else if (!redo && change->barrier != NULL)
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_BARRIER, change->barrier);
  else if (apply_changeset (connection, change->seq, !redo, error)
           && set_state (connection, change->seq, redo ? "done" : "undone", error)
           && append_entry (connection, redo ? "redo" : "undo", change->seq, change->name, NULL, change->n_changes,
                            actor_id, NULL, 0, error)
           && _td_search_flush (connection, error)
           && _td_connection_exec (connection, "COMMIT", error))
    {
      *name = g_strdup (change->name);
      return TRUE;
    }
fail:
  _td_log_rollback (connection);
  return FALSE;
}

/**
 * _td_change_log_actor:
 * @connection: the connection that writes, outside a transaction
 * @name: shown name
 * @system_user: account
 * @error: return location
 *
 * Finds or enters who works with the file. Actors belong to the log and are never undone.
 *
 * Returns: the actor's id, 0 on failure
 */
gint64
_td_change_log_actor (TdConnection *connection, const char *name, const char *system_user, GError **error)
{
  static const char *const sql[] = {
    "SELECT id FROM change_actor WHERE name = ?1 AND system_user = ?2",
    "INSERT INTO change_actor (name, system_user) VALUES (?1, ?2) RETURNING id",
  };
  gint64 id = 0;

  for (guint i = 0; id == 0 && i < G_N_ELEMENTS (sql); i++)
    {
      sqlite3_stmt *statement = _td_connection_prepare (connection, sql[i], error);
      gboolean has_row;

      if (statement == NULL)
        return 0;
      sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 2, system_user, -1, SQLITE_TRANSIENT);
      if (!_td_connection_step (connection, statement, &has_row, error))
        return 0;
      if (has_row)
        id = sqlite3_column_int64 (statement, 0);
      /* Only its last step puts the new row on the disk. */
      if (has_row && !_td_connection_step (connection, statement, NULL, error))
        return 0;
    }
  return id;
}

/**
 * td_change_log_list:
 * @connection: a connection
 * @limit: how many at most, -1 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdChange): the entries, newest first
 */
GPtrArray *
td_change_log_list (TdConnection *connection, gint64 limit, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (connection, "SELECT " ENTRY_COLUMNS FROM_ENTRIES "ORDER BY e.seq DESC LIMIT ?1", error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) td_change_free);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit);
  while (_td_connection_step (connection, statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&changes);
      g_ptr_array_add (changes, change_from_row (statement));
    }
  return NULL;
}

static void
verify_entry (const TdChange *change, gint64 expected_seq, gboolean hash_fits, GPtrArray *findings)
{
  if (change->seq != expected_seq)
    g_ptr_array_add (findings, td_finding_new ("log-gap", TD_SEVERITY_BLOCK,
                                               _ ("The log lacks entries before number %" PRId64 "."), change->seq));
  if (!hash_fits)
    g_ptr_array_add (findings, td_finding_new ("log-chain", TD_SEVERITY_BLOCK,
                                               _ ("Entry %" PRId64 " of the log (“%s”) was changed after it was written."),
                                               change->seq, change->name));
}

/**
 * td_change_log_verify:
 * @connection: a connection
 * @anchor: (nullable): a head hash noted earlier, in hexadecimal
 * @findings: (element-type TdFinding): where to add what is wrong
 * @error: return location
 *
 * Recomputes the chain from its beginning, and looks for @anchor in it.
 *
 * Returns: whether the log could be read
 */
gboolean
td_change_log_verify (TdConnection *connection, const char *anchor, GPtrArray *findings, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (connection, "SELECT " ENTRY_COLUMNS ", e.hash, e.changeset" FROM_ENTRIES "ORDER BY e.seq", error);
  guint8 previous[32], hash[32];
  gboolean anchored = anchor == NULL;
  gint64 seq = 0;
  gboolean has_row;

  hash_seed (previous);
  while (statement != NULL && _td_connection_step (connection, statement, &has_row, error))
    {
      g_autoptr (TdChange) change = NULL;
      gboolean fits;

      if (!has_row)
        {
          if (!anchored)
            g_ptr_array_add (findings, td_finding_new ("log-anchor", TD_SEVERITY_BLOCK,
                                                       _ ("The log does not contain the anchor %s: it was replaced or cut."), anchor));
          return TRUE;
        }
      change = change_from_row (statement);
      hash_entry (previous, change, sqlite3_column_blob (statement, 12), sqlite3_column_bytes (statement, 12), hash);
      fits = sqlite3_column_bytes (statement, 11) == 32 && memcmp (hash, sqlite3_column_blob (statement, 11), 32) == 0;
      verify_entry (change, ++seq, fits, findings);
      /* One finding per break: go on from what is stored. */
      if (sqlite3_column_bytes (statement, 11) == 32)
        memcpy (previous, sqlite3_column_blob (statement, 11), 32);
      seq = change->seq;
      anchored = anchored || g_ascii_strcasecmp (change->hash, anchor) == 0;
    }
  return FALSE;
}
