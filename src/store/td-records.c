/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-records"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-connection-private.h"

/* Records in and out: values are taken by the entity's description. */

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
  sqlite3_stmt *statement = _td_select_prepare (self, query, 0, -1, error);
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

/* The rows of a statement that gives these fields, and a number behind them when it counts. */
static gboolean
walk_values (TdConnection *self, TdQuery *query, sqlite3_stmt *statement, const char *const *fields, gboolean counts, TdValuesFunc func, gpointer user_data, GError **error)
{
  TdMapping *mapping = _td_mapping_for (self, td_query_get_entity_type (query));
  guint n = g_strv_length ((char **) fields);
  g_autofree TdValue *values = g_new0 (TdValue, n + 1);
  g_autofree gboolean *are_numbers = g_new0 (gboolean, n + 1);
  gboolean has_row = TRUE;

  for (guint i = 0; i < n; i++)
    are_numbers[i] = td_field_is_number (td_entity_class_find (mapping->klass, fields[i]));
  are_numbers[n] = TRUE;
  while (statement != NULL && _td_connection_step (self, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      for (guint i = 0; i < n + (counts ? 1 : 0); i++)
        if (are_numbers[i])
          values[i].number = sqlite3_column_int64 (statement, i);
        else
          values[i].text = (const char *) sqlite3_column_text (statement, i);
      if (!func (values, user_data, error))
        break;
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  return FALSE;
}

/**
 * td_connection_each_values:
 * @self: a connection
 * @query: which records, in which order
 * @fields: (array zero-terminated=1): which of their properties
 * @func: called with the values of each record, in the order of @fields; %FALSE stops
 * @user_data: for @func
 * @error: return location
 *
 * Walks records of which little is wanted, in bounded memory and without making an object of each: for whom all
 * records of an office are read. @func must not ask the same question again.
 *
 * Returns: whether all were seen
 */
gboolean
td_connection_each_values (TdConnection *self, TdQuery *query, const char *const *fields, TdValuesFunc func, gpointer user_data, GError **error)
{
  return walk_values (self, query, _td_select_prepare_values (self, query, fields, error), fields, FALSE, func, user_data, error);
}

/**
 * td_connection_each_count:
 * @self: a connection
 * @query: which records, without words to search for
 * @fields: (array zero-terminated=1): properties whose values make a group
 * @func: called for each group there is with its values, in the order of @fields, and one more whose number is how many
 *   records are in it; %FALSE stops
 * @user_data: for @func
 * @error: return location
 *
 * Counts records by what they have in common, in one question. @func must not ask the same question again.
 *
 * Returns: whether all were counted
 */
gboolean
td_connection_each_count (TdConnection *self, TdQuery *query, const char *const *fields, TdValuesFunc func, gpointer user_data, GError **error)
{
  return walk_values (self, query, _td_select_prepare_counts (self, query, fields, error), fields, TRUE, func, user_data, error);
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
  g_autoptr (GError) local = NULL;
  gboolean stopped;

  *rows = NULL;
  if (!_td_select_is_searched_in_order (self, query) || limit < 0 || offset + limit > self->walk_first)
    return TRUE;
  self->walk_left = self->walk_first;
  *rows = read_rows (self, query, _td_select_prepare_walk (self, query, offset, limit, &local), &local);
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
    rows = read_rows (self, query, _td_select_prepare (self, query, offset, limit, error), error);
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
  return _td_select_number (self, query, "count(*)", error);
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

  return _td_select_number (self, query, what, error);
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

static void
write_hex (char **end, guint32 number, guint n_digits)
{
  for (guint i = n_digits; i > 0; i--)
    *(*end)++ = "0123456789abcdef"[(number >> 4 * (i - 1)) & 15];
}

/* Version 4. GLib's own goes through printf, which costs as much as inserting a record. */
static void
make_uuid (TdConnection *self, char uuid[37])
{
  guint32 part[4];
  char *end = uuid;

  if (self->uuid_source == NULL)
    self->uuid_source = g_rand_new ();
  for (guint i = 0; i < 4; i++)
    part[i] = g_rand_int (self->uuid_source);
  write_hex (&end, part[0], 8);
  *end++ = '-';
  write_hex (&end, part[1] >> 16, 4);
  *end++ = '-';
  write_hex (&end, 0x4000 | (part[1] & 0xfff), 4);
  *end++ = '-';
  write_hex (&end, 0x8000 | (part[2] >> 18), 4);
  *end++ = '-';
  write_hex (&end, part[2] & 0xffff, 4);
  write_hex (&end, part[3], 8);
  *end = '\0';
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
      char uuid[37];

      make_uuid (self, uuid);
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
