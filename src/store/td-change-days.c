/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-change-days"

#include "config.h"

#include "td-change-log.h"
#include "td-connection-private.h"

/* Since when a record has been as it is: the log knows, so that no column has to. */

/* What is asked about changes one record at a time; an import of thousands is not looked into, and what is older than
 * so many actions is told as unknown. */
#define MOST_CHANGES "100"
#define MOST_ENTRIES "5000"

typedef struct
{
  TdConnection *connection;
  const char *table;
  const char *value;
  int column;         /* of the value, in the table */
  GHashTable *wanted; /* gint64 id → char *, the time, %NULL until it is found */
  guint n_left;
} Search;

/* A changeset names columns by their place in the table. */
static gboolean
find_column (Search *search, const char *column, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT cid FROM pragma_table_info('%s') WHERE name = ?1", search->table);
  sqlite3_stmt *statement = _td_connection_prepare (search->connection, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, column, -1, SQLITE_TRANSIENT);
  if (!_td_connection_step (search->connection, statement, &has_row, error))
    return FALSE;
  search->column = has_row ? sqlite3_column_int (statement, 0) : -1;
  sqlite3_reset (statement);
  return TRUE;
}

static void
take_change (Search *search, sqlite3_changeset_iter *iter, int op, const char *made_at)
{
  sqlite3_value *value = NULL;
  sqlite3_value *key = NULL;
  gpointer found;
  gint64 id;

  if (op == SQLITE_DELETE || sqlite3changeset_new (iter, search->column, &value) != SQLITE_OK || value == NULL
      || g_strcmp0 ((const char *) sqlite3_value_text (value), search->value) != 0)
    return;
  if ((op == SQLITE_INSERT ? sqlite3changeset_new (iter, 0, &key) : sqlite3changeset_old (iter, 0, &key)) != SQLITE_OK || key == NULL)
    return;
  id = sqlite3_value_int64 (key);
  if (!g_hash_table_lookup_extended (search->wanted, &id, NULL, &found) || found != NULL)
    return;
  g_hash_table_insert (search->wanted, g_memdup2 (&id, sizeof id), g_strdup (made_at));
  search->n_left--;
}

static void
look_into (Search *search, const void *changeset, int length, const char *made_at)
{
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, length, (void *) changeset) != SQLITE_OK)
    return;
  while (search->n_left > 0 && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op;

      if (sqlite3changeset_op (iter, &table, &n_columns, &op, NULL) == SQLITE_OK && g_str_equal (table, search->table) && search->column < n_columns)
        take_change (search, iter, op, made_at);
    }
  sqlite3changeset_finalize (iter);
}

/**
 * td_change_log_find_times:
 * @connection: an office file
 * @type: a kind of record
 * @ids: (element-type gint64): some of them
 * @field: a property
 * @value: what it is now
 * @error: return location
 *
 * Asks the log when each record came to have a value.
 *
 * Returns: (transfer full): id → UTC, ISO with seconds; %NULL for what the log does not tell
 */
GHashTable *
td_change_log_find_times (TdConnection *connection, GType type, GArray *ids, const char *field, const char *value, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  TdMapping *mapping = _td_mapping_for (connection, type);
  g_autofree char *column = g_strdelimit (g_strdup (field), "-", '_');
  Search search = { connection, mapping->klass->table, value, -1, wanted, 0 };
  sqlite3_stmt *statement;
  gboolean has_row = TRUE;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (wanted, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)), NULL);
  search.n_left = g_hash_table_size (wanted);
  if (search.n_left == 0)
    return g_steal_pointer (&wanted);
  if (!find_column (&search, column, error))
    return NULL;
  statement = _td_connection_prepare (connection, "SELECT made_at, changeset FROM change_entry WHERE kind = 'do' AND state = 'done' AND n_changes <= " MOST_CHANGES " ORDER BY seq DESC LIMIT " MOST_ENTRIES, error);
  if (statement == NULL)
    return NULL;
  while (search.column >= 0 && search.n_left > 0 && has_row)
    {
      if (!_td_connection_step (connection, statement, &has_row, error))
        return NULL;
      if (has_row)
        look_into (&search, sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1), (const char *) sqlite3_column_text (statement, 0));
    }
  sqlite3_reset (statement);
  return g_steal_pointer (&wanted);
}
