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
 * Both follow at the end of a transaction: see td-search-changes.c. Records of other tables may lend
 * their words to those of X (TD_FIELD_FINDS, TD_FIELD_LENT): other names, units of the past; triggers
 * on their tables touch the record of X. A record that has retired has no key. All of it is derived: no
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
  const TdField *before = td_entity_class_find_flag (klass, TD_FIELD_SORTED_BEFORE, NULL);
  g_autofree char *name = td_field_to_column (_td_search_name_field (klass));
  g_autofree char *kind = _td_search_kind_field (klass) != NULL ? td_field_to_column (_td_search_kind_field (klass)) : NULL;
  g_autofree char *own = kind != NULL ? g_strdup_printf ("td_sort_key(%s.%s, %s.%s)", row, name, row, kind)
                                      : g_strdup_printf ("td_sort_key(%s.%s, '')", row, name);
  g_autofree char *column = before != NULL ? td_field_to_column (before) : NULL;

  return before != NULL ? g_strdup_printf ("iif(%s.%s IS NULL, %s, td_sort_key(%s.%s, ''))", row, column, own, row, column)
                        : g_steal_pointer (&own);
}

/**
 * _td_search_lent_sql:
 * @klass: an entity
 * @row: the name of a row of its table in a statement
 *
 * Returns: (transfer full) (nullable): a question for one text: all that finds the record of the row
 *   beside its own words, in an order that does not depend on when it was entered
 */
char *
_td_search_lent_sql (TdEntityClass *klass, const char *row)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < n_types; i++)
    {
      TdEntityClass *lender = td_entity_class_of (types[i]);
      const TdField *way = td_entity_class_find_flag (lender, TD_FIELD_FINDS, klass->table);
      g_autofree char *way_column = way != NULL ? td_field_to_column (way) : NULL;

      for (guint j = 0; way != NULL && j < lender->n_fields; j++)
        if (lender->fields[j].flags & TD_FIELD_LENT)
          {
            g_autofree char *column = td_field_to_column (&lender->fields[j]);

            g_string_append_printf (texts, "%sSELECT %s AS text FROM %s WHERE %s = %s.id", texts->len > 0 ? " UNION " : "",
                                    column, lender->table, way_column, row);
          }
    }
  return texts->len > 0 ? g_strdup_printf ("(SELECT group_concat(text, ' ') FROM (%s))", texts->str) : NULL;
}

static char *
words_expression (TdEntityClass *klass, const char *row)
{
  GString *text = g_string_new (NULL);
  g_autofree char *lent = _td_search_lent_sql (klass, row);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TD_FIELD_SEARCHED) && klass->fields[i].via == NULL)
      {
        g_autofree char *column = td_field_to_column (&klass->fields[i]);

        g_string_append_printf (text, "%sifnull(%s.%s, '')", text->len > 0 ? " || ' ' || " : "", row, column);
      }
  g_string_prepend (text, "td_words(");
  g_string_append (text, ")");
  if (lent != NULL)
    g_string_append_printf (text, " || ifnull(' ' || td_lent_words(%s), '')", lent);
  return g_string_free (text, FALSE);
}

/**
 * _td_search_present_sql:
 * @klass: an entity
 * @row: the name of a row of its table in a statement
 *
 * Returns: (transfer full): a condition: whether the record of the row may stand in lists
 */
char *
_td_search_present_sql (TdEntityClass *klass, const char *row)
{
  const TdField *retires = td_entity_class_find_flag (klass, TD_FIELD_RETIRES, NULL);
  g_autofree char *column = retires != NULL ? td_field_to_column (retires) : NULL;

  return column != NULL ? g_strdup_printf ("%s.%s IS NULL", row, column) : g_strdup ("1");
}

static char *
changed_condition (TdEntityClass *lender, const char *way_column)
{
  GString *condition = g_string_new (NULL);

  g_string_append_printf (condition, "old.%s IS NOT new.%s", way_column, way_column);
  for (guint i = 0; i < lender->n_fields; i++)
    if (lender->fields[i].flags & TD_FIELD_LENT)
      {
        g_autofree char *lent = td_field_to_column (&lender->fields[i]);

        g_string_append_printf (condition, " OR old.%s IS NOT new.%s", lent, lent);
      }
  return g_string_free (condition, FALSE);
}

/* What changes in a lender's table touches the record it leads to, before and after. */
static void
append_lender_triggers (GString *ddl, TdEntityClass *klass, TdEntityClass *lender)
{
  const TdField *way = td_entity_class_find_flag (lender, TD_FIELD_FINDS, klass->table);
  g_autofree char *column = way != NULL ? td_field_to_column (way) : NULL;
  g_autofree char *changed = way != NULL ? changed_condition (lender, column) : NULL;
  const char *t = klass->table;
  const char *l = lender->table;

  if (way == NULL)
    return;
  g_string_append_printf (ddl,
                          "CREATE TRIGGER %s_fts_%s_insert AFTER INSERT ON %s BEGIN SELECT td_search_touch('%s', new.%s); END;"
                          "CREATE TRIGGER %s_fts_%s_delete AFTER DELETE ON %s BEGIN SELECT td_search_touch('%s', old.%s); END;"
                          "CREATE TRIGGER %s_fts_%s_update AFTER UPDATE ON %s WHEN %s"
                          " BEGIN SELECT td_search_touch('%s', old.%s), td_search_touch('%s', new.%s); END;",
                          t, l, l, t, column, t, l, l, t, column, t, l, l, changed, t, column, t, column);
}

/* Words come folded and with blanks between them, so the plainest tokenizer takes them as they are. */
static char *
derived_ddl (TdEntityClass *klass)
{
  const char *t = klass->table;
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  g_autofree char *key = key_expression (klass, "t");
  g_autofree char *words = words_expression (klass, "t");
  g_autofree char *present = _td_search_present_sql (klass, "t");
  GString *ddl = g_string_new (NULL);

  g_string_append_printf (
      ddl,
      "CREATE TABLE %s_fts_key (sort_key BLOB NOT NULL, id INTEGER NOT NULL, words TEXT NOT NULL,"
      " PRIMARY KEY (sort_key, id)) STRICT, WITHOUT ROWID;"
      "CREATE VIRTUAL TABLE %s_fts USING fts5 (words, content = '%s_fts_key', content_rowid = 'id',"
      " tokenize = 'ascii', detail = none, columnsize = 0);"
      "INSERT INTO %s_fts_key (sort_key, id, words) SELECT %s, t.id, %s FROM %s t WHERE %s ORDER BY 1, 2;"
      "CREATE UNIQUE INDEX %s_fts_key_id ON %s_fts_key (id);"
      "INSERT INTO %s_fts (%s_fts) VALUES ('rebuild');",
      t, t, t, t, key, words, t, present, t, t, t, t);
  for (guint i = 0; i < n_types; i++)
    append_lender_triggers (ddl, klass, td_entity_class_of (types[i]));
  return g_string_free (ddl, FALSE);
}

/* Also those that an earlier description made. */
static gboolean
drop_triggers (TdConnection *self, const char *table, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB ?1 || '_fts_*'", error);
  g_autoptr (GString) drop = g_string_new (NULL);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  while (has_row)
    {
      if (!_td_connection_step (self, statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_string_append_printf (drop, "DROP TRIGGER %s;", (const char *) sqlite3_column_text (statement, 0));
    }
  sqlite3_reset (statement);
  return _td_connection_exec (self, drop->str, error);
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
  g_autofree char *present = _td_search_present_sql (klass, "t");

  return g_strdup_printf ("SELECT (SELECT count(*) FROM %s_fts_key WHERE id NOT IN (SELECT t.id FROM %s t WHERE %s)) +"
                          " (SELECT count(*) FROM %s t LEFT JOIN %s_fts_key k ON k.id = t.id"
                          " WHERE %s AND (k.words IS NOT %s OR k.sort_key IS NOT %s))",
                          t, t, present, t, t, present, words, key);
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
  /* Files of earlier versions of the program have one table more. */
  drop = g_strdup_printf ("DROP TABLE IF EXISTS %s_fts; DROP TABLE IF EXISTS %s_fts_key; DROP TABLE IF EXISTS %s_fts_pending;", t, t, t);
  return drop_triggers (self, t, error) && _td_connection_exec (self, drop, error) && _td_connection_exec (self, ddl, error) && store_state (self, t, state, error);
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
