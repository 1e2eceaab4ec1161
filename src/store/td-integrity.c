/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-integrity"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-change-log.h"
#include "td-connection-private.h"
#include "td-finding.h"
#include "td-model.h"

/* Whether an office file is sound, and whether its records are those the log tells of. */

static gboolean
take_lines (TdConnection *self, const char *sql, const char *rule, const char *good, GPtrArray *findings, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, sql, error);
  gboolean has_row;

  while (statement != NULL && _td_connection_step (self, statement, &has_row, error))
    {
      const char *line;

      if (!has_row)
        return TRUE;
      line = (const char *) sqlite3_column_text (statement, 0);
      if (g_strcmp0 (line, good) != 0)
        g_ptr_array_add (findings, td_finding_new (rule, TD_SEVERITY_BLOCK, _ ("The office file is damaged: %s. Restore the last backup."), line));
    }
  return FALSE;
}

/* Every record with words to search has its words, no words are left over, and searching works. */
static gboolean
check_derived (TdConnection *self, TdMapping *mapping, GPtrArray *findings, GError **error)
{
  const char *t = mapping->klass->table;
  g_autofree char *sql = NULL;
  g_autofree char *search = NULL;
  gint64 n;

  if (mapping->key_table == NULL)
    return TRUE;
  search = g_strdup_printf ("SELECT count(*) FROM %s_fts WHERE %s_fts MATCH 'a'", t, t);
  if (!_td_connection_query_number (self, search, &n, error))
    return FALSE;
  sql = _td_search_wrong_sql (mapping->klass);
  if (!_td_connection_query_number (self, sql, &n, error))
    return FALSE;
  if (n > 0)
    g_ptr_array_add (findings, td_finding_new ("search-words", TD_SEVERITY_BLOCK,
                                               ngettext ("The words to search lack or exceed %" PRId64 " record of “%s”.",
                                                         "The words to search lack or exceed %" PRId64 " records of “%s”.", n),
                                               n, _ (mapping->klass->title)));
  return TRUE;
}

/**
 * td_integrity_check:
 * @connection: a connection
 * @findings: (element-type TdFinding): where to add what is wrong
 * @error: return location
 *
 * Asks SQLite for the soundness of pages and references, and compares counts.
 *
 * Returns: whether the file could be read
 */
gboolean
td_integrity_check (TdConnection *connection, GPtrArray *findings, GError **error)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  g_autoptr (GError) local = NULL;

  if (!take_lines (connection, "PRAGMA integrity_check(20)", "file-damaged", "ok", findings, &local) || !take_lines (connection, "SELECT \"table\" || ' ' || ifnull(rowid, '') || ' → ' || parent FROM pragma_foreign_key_check LIMIT 20", "reference-broken", NULL, findings, &local))
    {
      if (!g_error_matches (local, TD_STORE_ERROR, TD_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_ptr_array_add (findings, td_finding_new ("file-damaged", TD_SEVERITY_BLOCK, "%s", local->message));
      return TRUE;
    }
  for (guint i = 0; i < n_types; i++)
    if (!check_derived (connection, _td_mapping_for (connection, types[i]), findings, error))
      return FALSE;
  return _td_attachments_check (connection, findings, error);
}

static int
conflict_cb (void *context, int conflict, sqlite3_changeset_iter *iter)
{
  gboolean *broken = context;

  *broken = TRUE;
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
make_replica (TdConnection *self, sqlite3 **replica, GError **error)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  /* A nameless database: SQLite keeps it in memory and lets it spill to a file of its own. */
  if (sqlite3_open ("", replica) != SQLITE_OK)
    return _td_connection_fail (self, SQLITE_NOMEM, "replica", error);
  sqlite3_exec (*replica, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF", NULL, NULL, NULL);
  for (guint i = 0; i < n_types; i++)
    {
      sqlite3_stmt *statement = _td_connection_prepare (self, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", error);
      gboolean has_row;

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_text (statement, 1, td_entity_class_of (types[i])->table, -1, SQLITE_TRANSIENT);
      if (!_td_connection_step (self, statement, &has_row, error))
        return FALSE;
      if (has_row)
        sqlite3_exec (*replica, (const char *) sqlite3_column_text (statement, 0), NULL, NULL, NULL);
      sqlite3_reset (statement);
    }
  return TRUE;
}

/* Only what still holds is applied: what was undone or dropped cancels out. */
static gboolean
replay (TdConnection *self, sqlite3 *replica, gint64 *broken_seq, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, "SELECT seq, changeset FROM change_entry WHERE kind = 'do' AND state = 'done' ORDER BY seq", error);
  gboolean has_row;

  *broken_seq = 0;
  while (statement != NULL && _td_connection_step (self, statement, &has_row, error))
    {
      gboolean broken = FALSE;
      int code;

      if (!has_row)
        return TRUE;
      code = sqlite3changeset_apply (replica, sqlite3_column_bytes (statement, 1), (void *) sqlite3_column_blob (statement, 1),
                                     NULL, conflict_cb, &broken);
      if (code != SQLITE_OK || broken)
        {
          *broken_seq = sqlite3_column_int64 (statement, 0);
          sqlite3_reset (statement);
          return TRUE;
        }
    }
  return FALSE;
}

/* A sum over all values of a table in the order of its key. */
static char *
table_digest (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *statement = NULL;
  gint64 n = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    return g_strdup ("");
  for (; sqlite3_step (statement) == SQLITE_ROW; n++)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        int type = sqlite3_column_type (statement, i);
        const char *text = (const char *) sqlite3_column_text (statement, i);

        g_checksum_update (checksum, (const guchar *) &type, sizeof type);
        if (text != NULL)
          g_checksum_update (checksum, (const guchar *) text, strlen (text) + 1);
      }
  sqlite3_finalize (statement);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", n, g_checksum_get_string (checksum));
}

/**
 * td_change_log_replay:
 * @connection: a connection
 * @findings: (element-type TdFinding): where to add what differs
 * @error: return location
 *
 * Builds all records anew from the log alone and compares them with those stored: a record
 * changed behind the program's back shows here.
 *
 * Returns: whether the log could be read
 */
gboolean
td_change_log_replay (TdConnection *connection, GPtrArray *findings, GError **error)
{
  sqlite3 *replica = NULL;
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  gint64 broken_seq = 0;
  gboolean ok = make_replica (connection, &replica, error) && replay (connection, replica, &broken_seq, error);

  if (ok && broken_seq != 0)
    g_ptr_array_add (findings, td_finding_new ("log-replay", TD_SEVERITY_BLOCK,
                                               _ ("Entry %" PRId64 " of the log does not follow from those before it."), broken_seq));
  for (guint i = 0; ok && broken_seq == 0 && i < n_types; i++)
    {
      const char *table = td_entity_class_of (types[i])->table;
      g_autofree char *stored = table_digest (connection->db, table);
      g_autofree char *told = table_digest (replica, table);

      if (!g_str_equal (stored, told))
        g_ptr_array_add (findings, td_finding_new ("records-changed", TD_SEVERITY_BLOCK,
                                                   _ ("Records of “%s” were changed behind the program's back: they differ from the log."),
                                                   _ (td_entity_class_of (types[i])->title)));
    }
  sqlite3_close (replica);
  return ok;
}
