/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-search-changes"

#include "config.h"

#include <string.h>

#include "td-collation.h"
#include "td-connection-private.h"
#include "td-text.h"

/* Keeps sort keys and searched words in step with their records. SQLite tells which records a
 * transaction touches, whoever touches them: jobs, undo and redo. Their keys and words follow at
 * its end, or before it asks for them itself. So each is made once however often its record
 * changes, keys are inserted in their own order, and FTS5, which writes a segment for whatever it
 * is given at a time, is given all. The tables themselves have no triggers for it: a statement with
 * one is journalled so that it can be taken back alone, which costs more than the statement. Only
 * the tables that lend words to others have, for nobody else knows whose words they were. */

/* So many records are held at a time while their keys are put into order. */
#define RECORDS_AT_ONCE 50000

typedef struct
{
  TdEntityClass *klass;
  gboolean borrows; /* words of other records, told in the last column of select_new */
  GArray *ids;      /* of gint64: touched by the transaction under way, some of them twice */
  char *select_old; /* statements, in the order in which they are used */
  char *select_new;
  char *delete_words;
  char *delete_key;
  char *insert_words;
  char *insert_key;
} Watched;

typedef struct
{
  gint64 id;
  GBytes *key;
  char *words;
} Entry;

/**
 * _td_search_watched_free:
 * @watched: (transfer full): what _td_search_watch() made
 */
void
_td_search_watched_free (gpointer watched)
{
  Watched *self = watched;

  g_array_unref (self->ids);
  g_free (self->select_old);
  g_free (self->select_new);
  g_free (self->delete_words);
  g_free (self->delete_key);
  g_free (self->insert_words);
  g_free (self->insert_key);
  g_free (self);
}

/**
 * _td_search_touch:
 * @self: the connection that writes
 * @table: an entity's table
 * @id: a record whose keys or words may be others now
 */
void
_td_search_touch (TdConnection *self, const char *table, gint64 id)
{
  for (guint i = 0; i < self->watched->len; i++)
    {
      Watched *watched = g_ptr_array_index (self->watched, i);

      if (strcmp (watched->klass->table, table) != 0)
        continue;
      g_array_append_val (watched->ids, id);
      return;
    }
}

static void
changed_cb (gpointer data, int operation, const char *database, const char *table, sqlite3_int64 id)
{
  _td_search_touch (data, table, id);
}

/* What it is sorted by, the kind or nothing, everything that is searched, and what others lend. */
static char *
columns_of (TdEntityClass *klass)
{
  const TdField *kind = _td_search_kind_field (klass);
  const TdField *before = td_entity_class_find_flag (klass, TD_FIELD_SORTED_BEFORE, NULL);
  GString *columns = g_string_new (NULL);
  g_autofree char *name_column = td_field_to_column (_td_search_name_field (klass));
  g_autofree char *kind_column = kind != NULL ? td_field_to_column (kind) : g_strdup ("''");
  g_autofree char *before_column = before != NULL ? td_field_to_column (before) : g_strdup ("NULL");
  g_autofree char *lent = _td_search_lent_sql (klass, "t");

  g_string_append_printf (columns, "ifnull(%s, %s), iif(%s IS NULL, %s, '')", before_column, name_column, before_column, kind_column);
  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TD_FIELD_SEARCHED) && klass->fields[i].via == NULL)
      {
        g_autofree char *column = td_field_to_column (&klass->fields[i]);

        g_string_append_printf (columns, ", %s", column);
      }
  if (lent != NULL)
    g_string_append_printf (columns, ", %s", lent);
  return g_string_free (columns, FALSE);
}

/**
 * _td_search_watch:
 * @self: the connection that writes
 * @klass: an entity with stored keys
 *
 * From now on what a transaction does to its records is followed by _td_search_flush().
 */
void
_td_search_watch (TdConnection *self, TdEntityClass *klass)
{
  const char *t = klass->table;
  g_autofree char *columns = NULL;
  g_autofree char *present = _td_search_present_sql (klass, "t");
  g_autofree char *lent = _td_search_lent_sql (klass, "t");
  Watched *watched;

  for (guint i = 0; i < self->watched->len; i++)
    if (((Watched *) g_ptr_array_index (self->watched, i))->klass == klass)
      return;
  columns = columns_of (klass);
  watched = g_new0 (Watched, 1);
  watched->klass = klass;
  watched->borrows = lent != NULL;
  watched->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  watched->select_old = g_strdup_printf ("SELECT sort_key, words FROM %s_fts_key WHERE id = ?1", t);
  watched->select_new = g_strdup_printf ("SELECT %s FROM %s t WHERE t.id = ?1 AND %s", columns, t, present);
  watched->delete_words = g_strdup_printf ("INSERT INTO %s_fts (%s_fts, rowid, words) VALUES ('delete', ?1, ?2)", t, t);
  watched->delete_key = g_strdup_printf ("DELETE FROM %s_fts_key WHERE id = ?1", t);
  watched->insert_words = g_strdup_printf ("INSERT INTO %s_fts (rowid, words) VALUES (?1, ?2)", t);
  watched->insert_key = g_strdup_printf ("INSERT INTO %s_fts_key (id, words, sort_key) VALUES (?1, ?2, ?3)", t);
  g_ptr_array_add (self->watched, watched);
  sqlite3_update_hook (self->db, changed_cb, self);
}

/**
 * _td_search_forget:
 * @self: a connection
 *
 * What was touched is as it was before: the transaction is taken back.
 */
void
_td_search_forget (TdConnection *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_array_set_size (((Watched *) g_ptr_array_index (self->watched, i))->ids, 0);
}

/**
 * _td_search_sort_key:
 * @text: (nullable): what a record is sorted by
 * @kind: (nullable): "person" for whom the given name counts first
 *
 * Returns: (transfer full): its key
 */
GBytes *
_td_search_sort_key (const char *text, const char *kind)
{
  g_autofree char *turned = NULL;

  if (text == NULL)
    text = "";
  if (g_strcmp0 (kind, "person") == 0)
    text = turned = td_name_sort_text (text);
  return td_collation_key (text);
}

static sqlite3_stmt *
prepare (TdConnection *self, const char *sql, const Entry *entry, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, entry->id);
  if (entry->words != NULL)
    sqlite3_bind_text (statement, 2, entry->words, -1, SQLITE_STATIC);
  if (entry->key != NULL)
    sqlite3_bind_blob (statement, 3, g_bytes_get_data (entry->key, NULL), g_bytes_get_size (entry->key), SQLITE_STATIC);
  return statement;
}

static gboolean
run (TdConnection *self, const char *sql, const Entry *entry, GError **error)
{
  sqlite3_stmt *statement = prepare (self, sql, entry, error);

  return statement != NULL && _td_connection_step (self, statement, NULL, error);
}

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->key, g_bytes_unref);
  g_clear_pointer (&entry->words, g_free);
}

/* What is stored for a record; nothing when its words are NULL. */
static gboolean
read_old (TdConnection *self, Watched *watched, Entry *old, GError **error)
{
  sqlite3_stmt *statement = prepare (self, watched->select_old, old, error);
  gboolean has_row;

  if (statement == NULL || !_td_connection_step (self, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  old->key = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  old->words = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  sqlite3_reset (statement);
  return TRUE;
}

/* What belongs to it now; nothing when it is gone. */
static gboolean
read_new (TdConnection *self, Watched *watched, Entry *entry, GError **error)
{
  sqlite3_stmt *statement = prepare (self, watched->select_new, entry, error);
  g_autoptr (GString) text = NULL;
  gboolean has_row;
  int n_own;

  if (statement == NULL || !_td_connection_step (self, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  text = g_string_new (NULL);
  n_own = sqlite3_column_count (statement) - (watched->borrows ? 1 : 0);
  for (int i = 2; i < n_own; i++)
    {
      if (i > 2)
        g_string_append_c (text, ' ');
      if (sqlite3_column_type (statement, i) != SQLITE_NULL)
        g_string_append (text, (const char *) sqlite3_column_text (statement, i));
    }
  entry->words = td_text_words (text->str);
  if (watched->borrows && sqlite3_column_type (statement, n_own) != SQLITE_NULL)
    {
      g_autofree char *own = entry->words;
      g_autofree char *lent = td_text_lent_words ((const char *) sqlite3_column_text (statement, n_own));

      entry->words = g_strconcat (own, " ", lent, NULL);
    }
  entry->key = _td_search_sort_key ((const char *) sqlite3_column_text (statement, 0), (const char *) sqlite3_column_text (statement, 1));
  sqlite3_reset (statement);
  return TRUE;
}

/* Brings the words of a record up to date, and takes its key out when it is another now. The new
 * key is left to insert_keys(). */
static gboolean
follow (TdConnection *self, Watched *watched, gint64 id, gboolean may_be_stored, GArray *entries, GError **error)
{
  Entry old = { id, NULL, NULL };
  Entry entry = { id, NULL, NULL };
  gboolean ok = (!may_be_stored || read_old (self, watched, &old, error)) && read_new (self, watched, &entry, error);

  if (ok && old.words != NULL && entry.words != NULL && g_str_equal (old.words, entry.words) && g_bytes_equal (old.key, entry.key))
    {
      entry_clear (&old);
      entry_clear (&entry);
      return TRUE;
    }
  g_clear_pointer (&old.key, g_bytes_unref);
  if (ok && old.words != NULL)
    {
      ok = run (self, watched->delete_words, &old, error);
      g_clear_pointer (&old.words, g_free);
      ok = ok && run (self, watched->delete_key, &old, error);
    }
  entry_clear (&old);
  if (ok && entry.words != NULL)
    {
      const Entry words = { id, NULL, entry.words };

      ok = run (self, watched->insert_words, &words, error);
      if (ok)
        g_array_append_val (entries, entry);
    }
  if (!ok)
    entry_clear (&entry);
  return ok;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;
  int order = g_bytes_compare (left->key, right->key);

  return order != 0 ? order : compare_ids (&left->id, &right->id);
}

static gboolean
insert_keys (TdConnection *self, Watched *watched, GArray *entries, GError **error)
{
  g_array_sort (entries, compare_keys);
  for (guint i = 0; i < entries->len; i++)
    if (!run (self, watched->insert_key, &g_array_index (entries, Entry, i), error))
      return FALSE;
  g_array_set_size (entries, 0);
  return TRUE;
}

static gboolean
flush_one (TdConnection *self, Watched *watched, GError **error)
{
  g_autofree char *question = g_strdup_printf ("SELECT max(id) FROM %s_fts_key", watched->klass->table);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GArray *ids = watched->ids;
  gboolean suspended;
  gint64 newest;

  g_array_set_clear_func (entries, entry_clear);
  if (!_td_search_is_suspended (self, watched->klass->table, &suspended, error) || !_td_connection_query_number (self, question, &newest, error))
    return FALSE;
  /* FTS5 takes rows in ascending order without writing in between. */
  g_array_sort (ids, compare_ids);
  for (guint i = 0; !suspended && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (i > 0 && id == g_array_index (ids, gint64, i - 1))
        continue;
      if (!follow (self, watched, id, id <= newest, entries, error))
        return FALSE;
      if (entries->len >= RECORDS_AT_ONCE && !insert_keys (self, watched, entries, error))
        return FALSE;
    }
  g_array_set_size (ids, 0);
  return insert_keys (self, watched, entries, error);
}

/**
 * _td_search_flush:
 * @self: a connection inside a transaction
 * @error: return location
 *
 * Takes what the transaction changed into the keys and the words to search, before it is
 * committed.
 *
 * Returns: whether it went well
 */
gboolean
_td_search_flush (TdConnection *self, GError **error)
{
  for (guint i = 0; i < self->watched->len; i++)
    {
      Watched *watched = g_ptr_array_index (self->watched, i);

      if (watched->ids->len > 0 && !flush_one (self, watched, error))
        return FALSE;
    }
  return TRUE;
}
