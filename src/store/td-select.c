/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-select"

#include "config.h"

#include <string.h>

#include "td-question-private.h"
#include "td-text.h"

/* How a TdQuery becomes a statement: conditions, order and search, made from the entity's
 * description. */

/* How a search in the order of names is answered. */
typedef enum
{
  WAY_WALK, /* the list in its order, asking every record */
  WAY_HITS, /* the hits of the index of words, sorted */
} Way;

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
append_ordered_tables (TdQuestion *question, TdMapping *mapping, const TdField *order, Way way)
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
append_search (TdQuestion *question, TdMapping *mapping, TdQuery *query, const TdField *order, Way way)
{
  g_autofree char *typed = td_text_query_words (td_query_get_search (query));
  g_autofree char *match = _td_search_match (typed);
  g_autofree char *id_column = NULL;
  g_autofree char *table = searched_table (mapping, &id_column);

  if (match == NULL || table == NULL)
    g_string_append (question->sql, " AND 0"); /* nothing but signs was typed */
  else if (!is_searched_in_order (mapping, query, order))
    g_string_append_printf (question->sql, " AND %s IN (SELECT rowid FROM %s WHERE %s MATCH ?%u)", id_column, table,
                            table, _td_question_add_text (question, match));
  else
    {
      g_autofree char *last = match_last_word (typed);

      if (way == WAY_HITS)
        g_string_append_printf (question->sql, " AND %s MATCH ?%u", table, _td_question_add_text (question, last));
      if (way != WAY_HITS || strchr (typed, ' ') != NULL)
        g_string_append_printf (question->sql, " AND td_words_match(k.words, ?%u)", _td_question_add_text (question, typed));
    }
}

/* A record whose place another one took stands in no list, unless it is asked for. The keys of the
 * order and the words lack it already. */
static void
append_present (TdQuestion *question, TdMapping *mapping, TdQuery *query, const TdField *order)
{
  const TdField *retires = td_entity_class_find_flag (mapping->klass, TD_FIELD_RETIRES, NULL);
  GPtrArray *conditions = td_query_get_conditions (query);
  g_autofree char *column = NULL;

  if (retires == NULL || td_query_is_with_retired (query) || (is_by_name (order) && order->via == NULL))
    return;
  for (guint i = 0; i < conditions->len; i++)
    {
      const TdCondition *condition = g_ptr_array_index (conditions, i);

      if (g_str_equal (condition->field, retires->name) || (condition->kind == TD_CONDITION_NUMBER && g_str_equal (condition->field, "id")))
        return;
    }
  column = _td_mapping_column (mapping, retires->name);
  /* Nearly every record is present: beside other conditions the index of this one is the worst
   * to choose, and the sign keeps SQLite from it. */
  g_string_append_printf (question->sql, " AND %s%s IS NULL", conditions->len > 0 || td_query_get_search (query) != NULL ? "+" : "", column);
}

static void
append_where (TdQuestion *question, TdMapping *mapping, TdQuery *query, const TdField *order)
{
  GPtrArray *conditions = td_query_get_conditions (query);

  g_string_append (question->sql, " WHERE 1");
  for (guint i = 0; i < conditions->len; i++)
    _td_question_append_condition (question, mapping, g_ptr_array_index (conditions, i));
  append_present (question, mapping, query, order);
}

static void
append_from (TdQuestion *question, TdMapping *mapping, TdQuery *query, const TdField *order, Way way)
{
  if (is_by_name (order))
    append_ordered_tables (question, mapping, order, way);
  else
    g_string_append_printf (question->sql, " FROM %s t%s", mapping->klass->table, mapping->joins);
  append_where (question, mapping, query, order);
  if (td_query_get_search (query) != NULL)
    append_search (question, mapping, query, order, way);
}

/* Names the records whose ids come in the list's order, so that only a page of them is read. */
static void
append_hits_first (TdQuestion *question, TdMapping *mapping, TdQuery *query, gint64 n, const char *direction)
{
  const char *t = mapping->klass->table;
  g_autofree char *typed = td_text_query_words (td_query_get_search (query));
  g_autofree char *last = match_last_word (typed);

  g_string_append_printf (question->sql,
                          " FROM (SELECT k.id AS id, k.sort_key AS sort_key FROM %s_fts CROSS JOIN %s_fts_key k ON k.id = %s_fts.rowid"
                          " WHERE %s_fts MATCH ?%u",
                          t, t, t, t, _td_question_add_text (question, last));
  if (strchr (typed, ' ') != NULL)
    g_string_append_printf (question->sql, " AND td_words_match(k.words, ?%u)", _td_question_add_text (question, typed));
  g_string_append_printf (question->sql,
                          " ORDER BY k.sort_key%s, k.id%s LIMIT ?%u) k CROSS JOIN %s t ON t.id = k.id%s",
                          direction, direction, _td_question_add_number (question, n), t, mapping->joins);
}

static const TdField *
get_order (TdMapping *mapping, TdQuery *query, gboolean *descending)
{
  const char *name = td_query_get_order (query, descending);

  return name != NULL ? td_entity_class_find (mapping->klass, name) : NULL;
}

static sqlite3_stmt *
prepare_columns (TdConnection *self, TdQuery *query, const char *columns, gint64 offset, gint64 limit, Way way, GError **error)
{
  g_auto (TdQuestion) question = { NULL };
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  gboolean descending;
  const TdField *order = get_order (mapping, query, &descending);
  const char *direction = descending ? " DESC" : "";

  _td_question_init (&question);
  g_string_append_printf (question.sql, "SELECT %s", columns);
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
  g_string_append_printf (question.sql, " LIMIT ?%u", _td_question_add_number (&question, limit));
  g_string_append_printf (question.sql, " OFFSET ?%u", _td_question_add_number (&question, offset));
  return _td_question_prepare (self, &question, error);
}

static sqlite3_stmt *
prepare_way (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, Way way, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));

  return prepare_columns (self, query, mapping->columns, offset, limit, way, error);
}

/* What tells two questions without search apart but for their values, in characters. */
static char *
shape_of (TdMapping *mapping, TdQuery *query)
{
  GPtrArray *conditions = td_query_get_conditions (query);
  GString *shape = g_string_new (NULL);
  gboolean descending;
  const TdField *order = get_order (mapping, query, &descending);

  for (guint i = 0; i < conditions->len; i++)
    _td_question_describe_condition (shape, mapping, g_ptr_array_index (conditions, i));
  g_string_append_printf (shape, "%c%c%s", td_query_is_with_retired (query) ? '+' : '-', descending ? '>' : '<', order != NULL ? order->name : "");
  return g_string_free (shape, FALSE);
}

static void
bind_values (sqlite3_stmt *statement, TdMapping *mapping, TdQuery *query, gint64 offset, gint64 limit)
{
  GPtrArray *conditions = td_query_get_conditions (query);
  int n = 0;

  for (guint i = 0; i < conditions->len; i++)
    n = _td_question_bind_condition (statement, n, mapping, g_ptr_array_index (conditions, i));
  sqlite3_bind_int64 (statement, ++n, limit);
  sqlite3_bind_int64 (statement, ++n, offset);
}

/* A job asks the same question for every row of a list: its words are made once. */
static sqlite3_stmt *
prepare_without_search (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  g_autofree char *shape = shape_of (mapping, query);
  sqlite3_stmt *statement = g_hash_table_lookup (mapping->selects, shape);

  if (statement == NULL)
    {
      statement = prepare_way (self, query, offset, limit, WAY_WALK, error);
      if (statement != NULL)
        g_hash_table_insert (mapping->selects, g_steal_pointer (&shape), statement);
      return statement;
    }
  sqlite3_reset (statement);
  bind_values (statement, mapping, query, offset, limit);
  return statement;
}

/* Keys and words follow at the end of a transaction, or when it asks for them. */
static gboolean
take_in_changes (TdConnection *self, TdQuery *query, const TdField *order, GError **error)
{
  if (self->session == NULL || (td_query_get_search (query) == NULL && !is_by_name (order)))
    return TRUE;
  return _td_search_flush (self, error);
}

/**
 * _td_select_prepare:
 * @self: a connection
 * @query: which records, in which order
 * @offset: how many to pass over
 * @limit: how many at most, -1 for all
 * @error: return location
 *
 * Of a search in the order of names few hits are sorted; for many the whole list is walked.
 *
 * Returns: (transfer none): a statement that gives every field in the class's order
 */
sqlite3_stmt *
_td_select_prepare (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  gboolean descending;
  const TdField *order = get_order (mapping, query, &descending);
  const char *words = td_query_get_search (query);
  g_autofree char *typed = NULL;
  g_autofree char *match = NULL;
  g_autofree char *id_column = NULL;
  g_autofree char *table = NULL;
  gboolean many = TRUE;

  if (!take_in_changes (self, query, order, error))
    return NULL;
  if (words == NULL)
    return prepare_without_search (self, query, offset, limit, error);
  typed = td_text_query_words (words);
  match = match_last_word (typed);
  table = searched_table (mapping, &id_column);
  if (match != NULL && is_searched_in_order (mapping, query, order) && !has_many_hits (self, table, match, &many, error))
    return NULL;
  return prepare_way (self, query, offset, limit, many ? WAY_WALK : WAY_HITS, error);
}

/**
 * _td_select_prepare_values:
 * @self: a connection
 * @query: which records, in which order; without words to search for
 * @fields: (array zero-terminated=1): which of their properties
 * @error: return location
 *
 * Returns: (transfer none): a statement that gives only these; what is not asked of other tables is not looked up there
 */
sqlite3_stmt *
_td_select_prepare_values (TdConnection *self, TdQuery *query, const char *const *fields, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  g_autoptr (GString) columns = g_string_new (NULL);
  gboolean descending;

  g_return_val_if_fail (td_query_get_search (query) == NULL, NULL);

  if (!take_in_changes (self, query, get_order (mapping, query, &descending), error))
    return NULL;
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *column = _td_mapping_column (mapping, fields[i]);

      g_string_append_printf (columns, "%s%s", i > 0 ? ", " : "", column);
    }
  return prepare_columns (self, query, columns->str, 0, -1, WAY_WALK, error);
}

/* Whether a question asks other tables: what it does not need of them costs much where all records are walked. */
static gboolean
needs_joins (TdMapping *mapping, TdQuery *query, const char *const *fields)
{
  GPtrArray *conditions = td_query_get_conditions (query);
  gboolean needs = FALSE;

  for (guint i = 0; fields[i] != NULL; i++)
    needs |= td_entity_class_find (mapping->klass, fields[i])->via != NULL;
  for (guint i = 0; i < conditions->len; i++)
    {
      const TdCondition *condition = g_ptr_array_index (conditions, i);

      needs |= td_entity_class_find (mapping->klass, condition->field)->via != NULL || condition->until != NULL;
    }
  return needs;
}

/**
 * _td_select_prepare_counts:
 * @self: a connection
 * @query: which records; without words to search for
 * @fields: (array zero-terminated=1): the properties whose values make a group
 * @error: return location
 *
 * Returns: (transfer none): a statement that gives these and how many records have them, for every group there is
 */
sqlite3_stmt *
_td_select_prepare_counts (TdConnection *self, TdQuery *query, const char *const *fields, GError **error)
{
  g_auto (TdQuestion) question = { NULL };
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  g_autoptr (GString) places = g_string_new (NULL);

  g_return_val_if_fail (td_query_get_search (query) == NULL, NULL);

  _td_question_init (&question);
  g_string_append (question.sql, "SELECT ");
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *column = _td_mapping_column (mapping, fields[i]);

      g_string_append_printf (question.sql, "%s, ", column);
      g_string_append_printf (places, "%s%u", i > 0 ? ", " : "", i + 1);
    }
  g_string_append_printf (question.sql, "count(*) FROM %s t%s", mapping->klass->table, needs_joins (mapping, query, fields) ? mapping->joins : "");
  append_where (&question, mapping, query, NULL);
  g_string_append_printf (question.sql, " GROUP BY %s ORDER BY %s", places->str, places->str);
  return _td_question_prepare (self, &question, error);
}

/**
 * _td_select_is_searched_in_order:
 * @self: a connection
 * @query: a query
 *
 * Returns: whether it searches, and what is searched lies beside the keys of its order
 */
gboolean
_td_select_is_searched_in_order (TdConnection *self, TdQuery *query)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  gboolean descending;

  return is_searched_in_order (mapping, query, get_order (mapping, query, &descending));
}

/**
 * _td_select_prepare_walk:
 * @self: a connection
 * @query: a query that is searched in order
 * @offset: how many to pass over
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer none): as _td_select_prepare(), walking the list from its beginning
 */
sqlite3_stmt *
_td_select_prepare_walk (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  gboolean descending;
  const TdField *order = get_order (mapping, query, &descending);

  return take_in_changes (self, query, order, error) ? prepare_way (self, query, offset, limit, WAY_WALK, error) : NULL;
}

/**
 * _td_select_number:
 * @self: a connection
 * @query: which records
 * @what: one expression over all of them
 * @error: return location
 *
 * Returns: its value, -1 on failure
 */
gint64
_td_select_number (TdConnection *self, TdQuery *query, const char *what, GError **error)
{
  g_auto (TdQuestion) question = { NULL };
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  sqlite3_stmt *statement;
  gboolean has_row;
  gint64 number;

  _td_question_init (&question);
  if (!take_in_changes (self, query, NULL, error))
    return -1;
  g_string_append_printf (question.sql, "SELECT %s", what);
  append_from (&question, mapping, query, NULL, WAY_HITS);
  statement = _td_question_prepare (self, &question, error);
  if (statement == NULL || !_td_connection_step (self, statement, &has_row, error))
    return -1;
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return number;
}
