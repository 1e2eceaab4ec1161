/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-search"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-collation.h"
#include "td-connection-private.h"
#include "td-model.h"
#include "td-text.h"

/* Stored sort keys and searched words. For an entity with searched or name-sorted fields there are
 *
 *   X_fts_key (sort_key, id, words)      one row per record, kept in the order of the list
 *   X_fts                                FTS5 over words
 *
 * Both follow at the end of a transaction: see td-search-changes.c. All of it is derived: no
 * migration knows it, no changeset holds it, and it is made anew when the collation's version, the
 * description of the entity or the version of the file changes. */

#define STATE_TABLE "office_fts_state"

/**
 * _td_search_name_field:
 * @klass: an entity
 *
 * Returns: (nullable): what its list is ordered by; an entity that is only searched keeps the
 *   order of what is searched first
 */
const TdField *
_td_search_name_field (TdEntityClass *klass)
{
  const TdField *searched = NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];

      if (field->via == NULL && (field->flags & TD_FIELD_SORTED_AS_NAME))
        return field;
      if (field->via == NULL && searched == NULL && (field->flags & TD_FIELD_SEARCHED))
        searched = field;
    }
  return searched;
}

/**
 * _td_search_kind_field:
 * @klass: an entity
 *
 * Returns: (nullable): what says that it is a person, who sorts by the given name
 */
const TdField *
_td_search_kind_field (TdEntityClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].choices == td_choices_subject_kind && klass->fields[i].via == NULL)
      return &klass->fields[i];
  return NULL;
}

/**
 * _td_search_key_table:
 * @klass: an entity
 *
 * Returns: (transfer full) (nullable): the table of its keys, or %NULL when it has none
 */
char *
_td_search_key_table (TdEntityClass *klass)
{
  return _td_search_name_field (klass) != NULL ? g_strconcat (klass->table, "_fts_key", NULL) : NULL;
}

/**
 * _td_search_match:
 * @query_words: from td_text_query_words()
 *
 * Returns: (transfer full) (nullable): the question to FTS5: every word as a prefix; %NULL when
 *   there is no word in it
 */
char *
_td_search_match (const char *query_words)
{
  g_auto (GStrv) parts = g_strsplit (query_words, " ", -1);
  GString *match = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && strchr (parts[i], '"') == NULL)
      g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", parts[i]);
  return g_string_free (match, match->len == 0);
}

static char *
key_expression (TdEntityClass *klass, const char *row)
{
  g_autofree char *name = td_field_to_column (_td_search_name_field (klass));
  g_autofree char *kind = _td_search_kind_field (klass) != NULL ? td_field_to_column (_td_search_kind_field (klass)) : NULL;

  return kind != NULL ? g_strdup_printf ("td_sort_key(%s.%s, %s.%s)", row, name, row, kind)
                      : g_strdup_printf ("td_sort_key(%s.%s, '')", row, name);
}

static char *
words_expression (TdEntityClass *klass, const char *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TD_FIELD_SEARCHED) && klass->fields[i].via == NULL)
      {
        g_autofree char *column = td_field_to_column (&klass->fields[i]);

        g_string_append_printf (text, "%sifnull(%s.%s, '')", text->len > 0 ? " || ' ' || " : "", row, column);
      }
  g_string_prepend (text, "td_words(");
  g_string_append (text, ")");
  return g_string_free (text, FALSE);
}

/* Words come folded and with blanks between them, so the plainest tokenizer takes them as they are. */
static char *
derived_ddl (TdEntityClass *klass)
{
  const char *t = klass->table;
  g_autofree char *key = key_expression (klass, "t");
  g_autofree char *words = words_expression (klass, "t");

  return g_strdup_printf (
      "CREATE TABLE %s_fts_key (sort_key BLOB NOT NULL, id INTEGER NOT NULL, words TEXT NOT NULL,"
      " PRIMARY KEY (sort_key, id)) STRICT, WITHOUT ROWID;"
      "CREATE VIRTUAL TABLE %s_fts USING fts5 (words, content = '%s_fts_key', content_rowid = 'id',"
      " tokenize = 'ascii', detail = none, columnsize = 0);"
      "INSERT INTO %s_fts_key (sort_key, id, words) SELECT %s, t.id, %s FROM %s t ORDER BY 1, 2;"
      "CREATE UNIQUE INDEX %s_fts_key_id ON %s_fts_key (id);"
      "INSERT INTO %s_fts (%s_fts) VALUES ('rebuild');",
      t, t, t, t, key, words, t, t, t, t, t);
}

/**
 * _td_search_wrong_sql:
 * @klass: an entity with stored keys
 *
 * Returns: (transfer full): a question for the number of records whose key or words lack, exceed
 *   or do not fit them
 */
char *
_td_search_wrong_sql (TdEntityClass *klass)
{
  const char *t = klass->table;
  g_autofree char *key = key_expression (klass, "t");
  g_autofree char *words = words_expression (klass, "t");

  return g_strdup_printf ("SELECT (SELECT count(*) FROM %s_fts_key WHERE id NOT IN (SELECT id FROM %s)) +"
                          " (SELECT count(*) FROM %s t LEFT JOIN %s_fts_key k ON k.id = t.id"
                          " WHERE k.words IS NOT %s OR k.sort_key IS NOT %s)",
                          t, t, t, t, words, key);
}

static char *
stored_state (TdConnection *self, const char *table, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, "SELECT state FROM " STATE_TABLE " WHERE name = ?1", error);
  gboolean has_row;
  char *state = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  if (!_td_connection_step (self, statement, &has_row, error))
    return NULL;
  if (has_row)
    state = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return state != NULL ? state : g_strdup ("");
}

static gboolean
store_state (TdConnection *self, const char *table, const char *state, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, "INSERT OR REPLACE INTO " STATE_TABLE " (name, state) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, state, -1, SQLITE_TRANSIENT);
  return _td_connection_step (self, statement, NULL, error);
}

/**
 * _td_search_ensure:
 * @self: the connection that writes
 * @type: a kind of record
 * @error: return location
 *
 * Makes or remakes the derived tables of one entity when they are missing or of another version.
 *
 * Returns: whether they are there now
 */
gboolean
_td_search_ensure (TdConnection *self, GType type, GError **error)
{
  TdEntityClass *klass = td_entity_class_of (type);
  g_autofree char *ddl = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *state = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *drop = NULL;
  const char *t = klass->table;
  gint64 version;

  if (_td_search_name_field (klass) == NULL)
    return TRUE;
  ddl = derived_ddl (klass);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ddl, -1);
  if (!_td_connection_query_number (self, "PRAGMA user_version", &version, error))
    return FALSE;
  /* A migration may have changed what is searched. */
  state = g_strdup_printf ("%s %.16s %d", td_collation_version (), hash, (int) version);
  stored = stored_state (self, t, error);
  if (stored == NULL)
    return FALSE;
  _td_search_watch (self, klass);
  if (g_str_equal (stored, state))
    return TRUE;
  /* Files of earlier versions of the program have triggers and one table more. */
  drop = g_strdup_printf ("DROP TRIGGER IF EXISTS %s_fts_insert; DROP TRIGGER IF EXISTS %s_fts_delete;"
                          "DROP TRIGGER IF EXISTS %s_fts_update; DROP TABLE IF EXISTS %s_fts;"
                          "DROP TABLE IF EXISTS %s_fts_key; DROP TABLE IF EXISTS %s_fts_pending;",
                          t, t, t, t, t, t);
  return _td_connection_exec (self, drop, error) && _td_connection_exec (self, ddl, error) && store_state (self, t, state, error);
}

/**
 * _td_search_prepare:
 * @self: the connection that writes
 * @error: return location
 *
 * Checks the derived tables of every entity in one transaction.
 *
 * Returns: whether they are all there and of this version
 */
gboolean
_td_search_prepare (TdConnection *self, GError **error)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  gboolean ok;

  if (!_td_connection_exec (self, "BEGIN IMMEDIATE;"
                                  "CREATE TABLE IF NOT EXISTS " STATE_TABLE " (name TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL) STRICT",
                            error))
    return FALSE;
  ok = TRUE;
  for (guint i = 0; ok && i < n_types; i++)
    ok = _td_search_ensure (self, types[i], error);
  if (!_td_connection_exec (self, ok ? "COMMIT" : "ROLLBACK", ok ? error : NULL))
    return FALSE;
  return ok;
}

/**
 * _td_search_is_suspended:
 * @self: the connection that writes
 * @table: of an entity with stored keys
 * @suspended: (out): whether its keys and words are not kept until the file is opened again
 * @error: return location
 *
 * Returns: whether it is known
 */
gboolean
_td_search_is_suspended (TdConnection *self, const char *table, gboolean *suspended, GError **error)
{
  g_autofree char *state = stored_state (self, table, error);

  *suspended = state != NULL && *state == '\0';
  return state != NULL;
}

/**
 * td_connection_suspend_search:
 * @self: a connection inside a transaction
 * @type: a kind of record with searched words
 * @error: return location
 *
 * From now on records of this kind are stored without their sort keys and searched words, which
 * takes most of the time of a large insertion. The next opening for writing makes all of them at
 * once; until then lists in the order of names lack the new records.
 *
 * Returns: whether it went well
 */
gboolean
td_connection_suspend_search (TdConnection *self, GType type, GError **error)
{
  TdEntityClass *klass = td_entity_class_of (type);

  g_return_val_if_fail (self->session != NULL && _td_search_name_field (klass) != NULL, FALSE);

  return _td_search_flush (self, error) && store_state (self, klass->table, "", error);
}
