/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-records"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-connection-private.h"
#include "td-text.h"

/* Records in and out: questions are made from a TdQuery, values from the entity's description. */

typedef struct
{
  GString *sql;
  GPtrArray *texts; /* parameters ?1 … as text, NULL where a number stands */
  GArray *numbers;
} Question;

/* How a search in the order of names is answered. */
typedef enum
{
  WAY_WALK, /* the list in its order, asking every record */
  WAY_HITS, /* the hits of the index of words, sorted */
} Way;

static void
question_clear (Question *question)
{
  g_string_free (question->sql, TRUE);
  g_ptr_array_unref (question->texts);
  g_array_unref (question->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static guint
add_text (Question *question, const char *text)
{
  gint64 none = 0;

  g_ptr_array_add (question->texts, g_strdup (text));
  g_array_append_val (question->numbers, none);
  return question->texts->len;
}

static guint
add_number (Question *question, gint64 number)
{
  g_ptr_array_add (question->texts, NULL);
  g_array_append_val (question->numbers, number);
  return question->texts->len;
}

static void
append_condition (Question *question, TdMapping *mapping, const TdCondition *condition)
{
  g_autofree char *column = _td_mapping_column (mapping, condition->field);
  const char *is = condition->negated ? "IS NOT" : "IS";
  const TdField *field = td_entity_class_find (mapping->klass, condition->field);

  if (condition->is_number && (condition->number != 0 || field->kind == TD_FIELD_BOOLEAN))
    g_string_append_printf (question->sql, " AND %s %s ?%u", column, is,
                            add_number (question, condition->number));
  else if (condition->text != NULL)
    g_string_append_printf (question->sql, " AND %s %s ?%u", column, is,
                            add_text (question, condition->text));
  else
    g_string_append_printf (question->sql, " AND %s %s NULL", column, is);
}

/* Where searched words are kept: of the entity itself, or of the record its name comes from. */
static char *
searched_table (TdMapping *mapping, char **id_column)
{
  for (guint i = 0; i < mapping->klass->n_fields; i++)
    {
      const TdField *field = &mapping->klass->fields[i];

      if ((field->flags & TD_FIELD_SEARCHED) == 0)
        continue;
      if (field->via == NULL)
        {
          *id_column = g_strdup ("t.id");
          return g_strconcat (mapping->klass->table, "_fts", NULL);
        }
      else
        {
          const TdField *way = td_entity_class_find (mapping->klass, field->via);
          g_autofree char *column = td_field_to_column (way);

          *id_column = g_strconcat ("t.", column, NULL);
          return g_strconcat (way->target, "_fts", NULL);
        }
    }
  return NULL;
}

/* Of several words the index is asked for the last: names are typed with the given name at the
 * end, which is the rarest. The others are compared. */
static char *
match_last_word (const char *typed)
{
  const char *last = strrchr (typed, ' ');

  return _td_search_match (last != NULL ? last + 1 : typed);
}

static gboolean
has_many_hits (TdConnection *self, const char *table, const char *match, gboolean *many, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM (SELECT rowid FROM %s WHERE %s MATCH ?1 LIMIT ?2)", table, table);
  sqlite3_stmt *statement = _td_connection_prepare (self, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, self->many_hits);
  if (!_td_connection_step (self, statement, &has_row, error))
    return FALSE;
  *many = sqlite3_column_int64 (statement, 0) >= self->many_hits;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
is_by_name (const TdField *order)
{
  return order != NULL && (order->flags & TD_FIELD_SORTED_AS_NAME) != 0;
}

/* The entity whose names an order goes by: its own, or the one the value comes from. */
static const char *
ordered_table (TdMapping *mapping, const TdField *order)
{
  return order->via != NULL ? td_entity_class_find (mapping->klass, order->via)->target : mapping->klass->table;
}

/* Whether the words searched for lie beside the keys of the order. */
static gboolean
is_searched_in_order (TdMapping *mapping, TdQuery *query, const TdField *order)
{
  g_autofree char *id_column = NULL;
  g_autofree char *table = NULL;
  g_autofree char *ordered = NULL;

  if (td_query_get_search (query) == NULL || !is_by_name (order))
    return FALSE;
  table = searched_table (mapping, &id_column);
  ordered = g_strconcat (ordered_table (mapping, order), "_fts", NULL);
  return g_strcmp0 (table, ordered) == 0;
}

/* FROM, driven by the stored keys: they lie in the list's order, or are found by the hits. */
static void
append_ordered_tables (Question *question, TdMapping *mapping, const TdField *order, Way way)
{
  const char *names = ordered_table (mapping, order);
  g_autofree char *column = order->via != NULL ? td_field_to_column (td_entity_class_find (mapping->klass, order->via)) : g_strdup ("id");

  g_string_append (question->sql, " FROM ");
  if (way == WAY_HITS)
    g_string_append_printf (question->sql, "%s_fts CROSS JOIN %s_fts_key k ON k.id = %s_fts.rowid", names, names, names);
  else
    g_string_append_printf (question->sql, "%s_fts_key k", names);
  g_string_append_printf (question->sql, " CROSS JOIN %s t ON t.%s = k.id%s", mapping->klass->table, column, mapping->joins);
}

static void
append_search (Question *question, TdMapping *mapping, TdQuery *query, const TdField *order, Way way)
{
  g_autofree char *typed = td_text_query_words (td_query_get_search (query));
  g_autofree char *match = _td_search_match (typed);
  g_autofree char *id_column = NULL;
  g_autofree char *table = searched_table (mapping, &id_column);

  if (match == NULL || table == NULL)
    g_string_append (question->sql, " AND 0"); /* nothing but signs was typed */
  else if (!is_searched_in_order (mapping, query, order))
    g_string_append_printf (question->sql, " AND %s IN (SELECT rowid FROM %s WHERE %s MATCH ?%u)", id_column, table,
                            table, add_text (question, match));
  else
    {
      g_autofree char *last = match_last_word (typed);

      if (way == WAY_HITS)
        g_string_append_printf (question->sql, " AND %s MATCH ?%u", table, add_text (question, last));
      if (way != WAY_HITS || strchr (typed, ' ') != NULL)
        g_string_append_printf (question->sql, " AND td_words_match(k.words, ?%u)", add_text (question, typed));
    }
}

static void
append_from (Question *question, TdMapping *mapping, TdQuery *query, const TdField *order, Way way)
{
  GPtrArray *conditions = td_query_get_conditions (query);

  if (is_by_name (order))
    append_ordered_tables (question, mapping, order, way);
  else
    g_string_append_printf (question->sql, " FROM %s t%s", mapping->klass->table, mapping->joins);
  g_string_append (question->sql, " WHERE 1");
  for (guint i = 0; i < conditions->len; i++)
    append_condition (question, mapping, g_ptr_array_index (conditions, i));
  if (td_query_get_search (query) != NULL)
    append_search (question, mapping, query, order, way);
}

static void
question_init (Question *question)
{
  question->sql = g_string_new (NULL);
  question->texts = g_ptr_array_new_with_free_func (g_free);
  question->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static sqlite3_stmt *
question_prepare (TdConnection *self, Question *question, GError **error)
{
  sqlite3_stmt *statement = _td_connection_prepare (self, question->sql->str, error);

  for (guint i = 0; statement != NULL && i < question->texts->len; i++)
    {
      const char *text = g_ptr_array_index (question->texts, i);

      if (text != NULL)
        sqlite3_bind_text (statement, i + 1, text, -1, SQLITE_TRANSIENT);
      else
        sqlite3_bind_int64 (statement, i + 1, g_array_index (question->numbers, gint64, i));
    }
  return statement;
}

/* Names the records whose ids come in the list's order, so that only a page of them is read. */
static void
append_hits_first (Question *question, TdMapping *mapping, TdQuery *query, gint64 n, const char *direction)
{
  const char *t = mapping->klass->table;
  g_autofree char *typed = td_text_query_words (td_query_get_search (query));
  g_autofree char *last = match_last_word (typed);

  g_string_append_printf (question->sql,
                          " FROM (SELECT k.id AS id, k.sort_key AS sort_key FROM %s_fts CROSS JOIN %s_fts_key k ON k.id = %s_fts.rowid"
                          " WHERE %s_fts MATCH ?%u",
                          t, t, t, t, add_text (question, last));
  if (strchr (typed, ' ') != NULL)
    g_string_append_printf (question->sql, " AND td_words_match(k.words, ?%u)", add_text (question, typed));
  g_string_append_printf (question->sql,
                          " ORDER BY k.sort_key%s, k.id%s LIMIT ?%u) k CROSS JOIN %s t ON t.id = k.id%s",
                          direction, direction, add_number (question, n), t, mapping->joins);
}

static const TdField *
get_order (TdMapping *mapping, TdQuery *query, gboolean *descending)
{
  const char *name = td_query_get_order (query, descending);

  return name != NULL ? td_entity_class_find (mapping->klass, name) : NULL;
}

static sqlite3_stmt *
prepare_way (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, Way way, GError **error)
{
  g_auto (Question) question = { NULL };
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  gboolean descending;
  const TdField *order = get_order (mapping, query, &descending);
  const char *direction = descending ? " DESC" : "";

  question_init (&question);
  g_string_append_printf (question.sql, "SELECT %s", mapping->columns);
  if (way == WAY_HITS && is_by_name (order) && order->via == NULL && limit >= 0 && td_query_get_conditions (query)->len == 0)
    append_hits_first (&question, mapping, query, offset + limit, direction);
  else
    append_from (&question, mapping, query, order, way);
  if (is_by_name (order))
    g_string_append_printf (question.sql, " ORDER BY k.sort_key%s, k.id%s, t.id%s", direction, direction, direction);
  else if (order != NULL)
    {
      g_autofree char *column = _td_mapping_column (mapping, order->name);

      g_string_append_printf (question.sql, " ORDER BY %s%s, t.id%s", column, direction, direction);
    }
  else
    g_string_append_printf (question.sql, " ORDER BY t.id%s", direction);
  g_string_append_printf (question.sql, " LIMIT ?%u", add_number (&question, limit));
  g_string_append_printf (question.sql, " OFFSET ?%u", add_number (&question, offset));
  return question_prepare (self, &question, error);
}

/* Few hits are sorted; for many the whole list is walked. */
static sqlite3_stmt *
prepare_select (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  gboolean descending;
  const TdField *order = get_order (mapping, query, &descending);
  const char *words = td_query_get_search (query);
  g_autofree char *typed = words != NULL ? td_text_query_words (words) : NULL;
  g_autofree char *match = typed != NULL ? match_last_word (typed) : NULL;
  g_autofree char *id_column = NULL;
  g_autofree char *table = searched_table (mapping, &id_column);
  gboolean many = TRUE;

  if (match != NULL && is_searched_in_order (mapping, query, order) && !has_many_hits (self, table, match, &many, error))
    return NULL;
  return prepare_way (self, query, offset, limit, many ? WAY_WALK : WAY_HITS, error);
}

static TdEntity *
entity_from_row (TdMapping *mapping, sqlite3_stmt *statement)
{
  TdEntity *entity = g_object_new (G_TYPE_FROM_CLASS (mapping->klass), NULL);

  g_object_freeze_notify (G_OBJECT (entity));
  for (guint i = 0; i < mapping->klass->n_fields; i++)
    {
      const TdField *field = &mapping->klass->fields[i];

      if (sqlite3_column_type (statement, i) == SQLITE_NULL)
        continue;
      if (td_field_is_number (field))
        td_entity_set_number (entity, field, sqlite3_column_int64 (statement, i));
      else
        td_entity_set_text (entity, field, (const char *) sqlite3_column_text (statement, i));
    }
  g_object_thaw_notify (G_OBJECT (entity));
  return entity;
}

/**
 * td_connection_each:
 * @self: a connection
 * @query: which records, in which order
 * @func: called with each record; %FALSE stops
 * @user_data: for @func
 * @error: return location
 *
 * Walks records one by one, in bounded memory. @func must not ask the same question again.
 *
 * Returns: whether all were seen
 */
gboolean
td_connection_each (TdConnection *self, TdQuery *query, TdEachFunc func, gpointer user_data, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  sqlite3_stmt *statement = prepare_select (self, query, 0, -1, error);
  gboolean has_row = TRUE;

  while (statement != NULL && _td_connection_step (self, statement, &has_row, error))
    {
      g_autoptr (TdEntity) entity = NULL;

      if (!has_row)
        return TRUE;
      entity = entity_from_row (mapping, statement);
      if (!func (entity, user_data, error))
        break;
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  return FALSE;
}

static GPtrArray *
read_rows (TdConnection *self, TdQuery *query, sqlite3_stmt *statement, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_row;

  while (statement != NULL && _td_connection_step (self, statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, entity_from_row (mapping, statement));
    }
  return NULL;
}

/* A page of a search in the order of names is first sought at the list's beginning: what is common
 * stands there. Only when the page is not filled are the words asked for. */
static gboolean
list_beginning (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GPtrArray **rows, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  g_autoptr (GError) local = NULL;
  gboolean descending;
  gboolean stopped;

  *rows = NULL;
  if (!is_searched_in_order (mapping, query, get_order (mapping, query, &descending)) || limit < 0 || offset + limit > self->walk_first)
    return TRUE;
  self->walk_left = self->walk_first;
  *rows = read_rows (self, query, prepare_way (self, query, offset, limit, WAY_WALK, &local), &local);
  stopped = self->walk_left == 0;
  self->walk_left = -1;
  if (local == NULL || (stopped && !td_connection_is_cancelled (self, NULL)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * td_connection_list_page:
 * @self: a connection
 * @query: which records, in which order
 * @offset: how many to pass over
 * @limit: how many at most, -1 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdEntity): the records, or %NULL
 */
GPtrArray *
td_connection_list_page (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!list_beginning (self, query, offset, limit, &rows, error))
    return NULL;
  if (rows == NULL)
    rows = read_rows (self, query, prepare_select (self, query, offset, limit, error), error);
  return g_steal_pointer (&rows);
}

/**
 * td_connection_list:
 * @self: a connection
 * @query: which records, in which order
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdEntity): all of them, or %NULL
 */
GPtrArray *
td_connection_list (TdConnection *self, TdQuery *query, GError **error)
{
  return td_connection_list_page (self, query, 0, -1, error);
}

/**
 * td_connection_find:
 * @self: a connection
 * @query: which record
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the first such record; %NULL without an error when there
 *   is none
 */
gpointer
td_connection_find (TdConnection *self, TdQuery *query, GError **error)
{
  g_autoptr (GPtrArray) rows = td_connection_list_page (self, query, 0, 1, error);

  return rows != NULL && rows->len > 0 ? g_object_ref (g_ptr_array_index (rows, 0)) : NULL;
}

/**
 * td_connection_get:
 * @self: a connection
 * @type: a kind of record
 * @id: its key
 * @error: return location
 *
 * Returns: (transfer full): the record, or %NULL with %TD_STORE_ERROR_NOT_FOUND
 */
gpointer
td_connection_get (TdConnection *self, GType type, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);
  g_autoptr (GError) local = NULL;
  gpointer entity;

  td_query_where_number (query, "id", id != 0 ? id : -1);
  entity = td_connection_find (self, query, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (entity == NULL)
    g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_FOUND,
                 /* Translators: what the record is, then its id: “Plan 12 is not …” */
                 _ ("%s %" PRId64 " is not in the office file."), _ (td_entity_class_of (type)->title), id);
  return entity;
}

static gint64
ask_number (TdConnection *self, TdQuery *query, const char *what, GError **error)
{
  g_auto (Question) question = { NULL };
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  sqlite3_stmt *statement;
  gboolean has_row;
  gint64 number;

  question_init (&question);
  g_string_append_printf (question.sql, "SELECT %s", what);
  append_from (&question, mapping, query, NULL, WAY_HITS);
  statement = question_prepare (self, &question, error);
  if (statement == NULL || !_td_connection_step (self, statement, &has_row, error))
    return -1;
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return number;
}

/**
 * td_connection_count:
 * @self: a connection
 * @query: which records
 * @error: return location
 *
 * Returns: how many there are, or -1
 */
gint64
td_connection_count (TdConnection *self, TdQuery *query, GError **error)
{
  return ask_number (self, query, "count(*)", error);
}

/**
 * td_connection_get_maximum:
 * @self: a connection
 * @query: which records
 * @field: a number property
 * @error: return location
 *
 * Returns: the largest value, 0 when there is none, -1 on failure
 */
gint64
td_connection_get_maximum (TdConnection *self, TdQuery *query, const char *field, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  g_autofree char *column = _td_mapping_column (mapping, field);
  g_autofree char *what = g_strdup_printf ("ifnull(max(%s), 0)", column);

  return ask_number (self, query, what, error);
}

static void
bind_own_columns (sqlite3_stmt *statement, TdEntity *entity, TdEntityClass *klass, int *n)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];

      if (field->via != NULL || g_str_equal (field->name, "id"))
        continue;
      *n += 1;
      if (!td_field_is_number (field))
        sqlite3_bind_text (statement, *n, td_entity_get_text (entity, field), -1, SQLITE_STATIC);
      else if (field->kind == TD_FIELD_BOOLEAN || td_entity_get_number (entity, field) != 0)
        sqlite3_bind_int64 (statement, *n, td_entity_get_number (entity, field));
      else
        sqlite3_bind_null (statement, *n); /* 0 is none */
    }
}

static char *
make_uuid (TdConnection *self)
{
  guint32 part[4];

  if (self->uuid_source == NULL)
    return g_uuid_string_random ();
  for (guint i = 0; i < 4; i++)
    part[i] = g_rand_int (self->uuid_source);
  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", part[0], part[1] >> 16, part[1] & 0xfff,
                          0x8000 | (part[2] >> 18), part[2] & 0xffff, part[3]);
}

/**
 * td_connection_insert:
 * @self: a connection inside a transaction
 * @entity: a new #TdEntity; gets its id and UUID
 * @error: return location
 *
 * Returns: whether it was stored
 */
gboolean
td_connection_insert (TdConnection *self, gpointer entity, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, G_OBJECT_TYPE (entity));
  sqlite3_stmt *statement;
  int n = 0;

  g_return_val_if_fail (self->session != NULL, FALSE);

  if (td_entity_get_uuid (entity) == NULL)
    {
      g_autofree char *uuid = make_uuid (self);

      td_entity_set_text (entity, &mapping->klass->fields[1], uuid);
    }
  statement = _td_connection_prepare (self, mapping->insert, error);
  if (statement == NULL)
    return FALSE;
  bind_own_columns (statement, entity, mapping->klass, &n);
  if (!_td_connection_step (self, statement, NULL, error))
    return FALSE;
  td_entity_set_number (entity, &mapping->klass->fields[0], sqlite3_last_insert_rowid (self->db));
  return TRUE;
}

/**
 * td_connection_update:
 * @self: a connection inside a transaction
 * @entity: a stored #TdEntity
 * @error: return location
 *
 * Returns: whether its values were stored
 */
gboolean
td_connection_update (TdConnection *self, gpointer entity, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, G_OBJECT_TYPE (entity));
  sqlite3_stmt *statement = NULL;
  int n = 0;

  g_return_val_if_fail (self->session != NULL && td_entity_get_id (entity) != 0, FALSE);

  statement = _td_connection_prepare (self, mapping->update, error);
  if (statement == NULL)
    return FALSE;
  bind_own_columns (statement, entity, mapping->klass, &n);
  sqlite3_bind_int64 (statement, n + 1, td_entity_get_id (entity));
  return _td_connection_step (self, statement, NULL, error);
}

/**
 * td_connection_delete:
 * @self: a connection inside a transaction
 * @entity: a stored #TdEntity
 * @error: return location
 *
 * Returns: whether it was removed; a record that others refer to cannot be
 */
gboolean
td_connection_delete (TdConnection *self, gpointer entity, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, G_OBJECT_TYPE (entity));
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", mapping->klass->table);
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (self->session != NULL && td_entity_get_id (entity) != 0, FALSE);

  statement = _td_connection_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, td_entity_get_id (entity));
  return _td_connection_step (self, statement, NULL, error);
}

/**
 * td_connection_delete_all:
 * @self: a connection inside a transaction
 * @query: which records; conditions on their own columns only
 * @error: return location
 *
 * Returns: whether they were removed
 */
gboolean
td_connection_delete_all (TdConnection *self, TdQuery *query, GError **error)
{
  g_autoptr (GPtrArray) rows = td_connection_list (self, query, error);

  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--)
    if (!td_connection_delete (self, g_ptr_array_index (rows, i - 1), error))
      return FALSE;
  return rows != NULL;
}
