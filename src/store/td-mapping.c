/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-mapping"

#include "config.h"

#include "td-connection-private.h"

/* The statements of an entity, made from its description. Nothing here knows a single table:
 * a new field is a property and a column. */

/* The column of the reference that leads to the record a value belongs to. */
static char *
way_column (const TdField *field)
{
  return field->via != NULL ? g_strdelimit (g_strdup (field->via), "-", '_') : NULL;
}

static gboolean
is_own_column (const TdField *field)
{
  return field->via == NULL && !g_str_equal (field->name, "id");
}

static void
append_columns (GString *columns, TdEntityClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autofree char *column = td_field_to_column (field);
      g_autofree char *way = way_column (field);

      if (columns->len > 0)
        g_string_append (columns, ", ");
      if (way != NULL)
        g_string_append_printf (columns, "j_%s.%s", way, field->source);
      else
        g_string_append_printf (columns, "t.%s", column);
    }
}

static void
append_joins (GString *joins, TdEntityClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *reference = &klass->fields[i];
      gboolean used = FALSE;

      for (guint j = 0; j < klass->n_fields && !used; j++)
        used = g_strcmp0 (klass->fields[j].via, reference->name) == 0;
      if (used)
        {
          g_autofree char *column = td_field_to_column (reference);

          g_string_append_printf (joins, " LEFT JOIN %s j_%s ON j_%s.id = t.%s",
                                  reference->target, column, column, column);
        }
    }
}

static TdMapping *
mapping_new (GType type)
{
  TdMapping *mapping = g_new0 (TdMapping, 1);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) joins = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) sets = g_string_new (NULL);

  mapping->klass = td_entity_class_of (type);
  append_columns (columns, mapping->klass);
  append_joins (joins, mapping->klass);
  for (guint i = 0; i < mapping->klass->n_fields; i++)
    if (is_own_column (&mapping->klass->fields[i]))
      {
        g_autofree char *column = td_field_to_column (&mapping->klass->fields[i]);
        const char *comma = names->len > 0 ? ", " : "";

        g_string_append_printf (names, "%s%s", comma, column);
        g_string_append_printf (values, "%s?", comma);
        g_string_append_printf (sets, "%s%s = ?", comma, column);
      }
  mapping->columns = g_string_free (g_steal_pointer (&columns), FALSE);
  mapping->joins = g_string_free (g_steal_pointer (&joins), FALSE);
  mapping->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", mapping->klass->table,
                                     names->str, values->str);
  mapping->update = g_strdup_printf ("UPDATE %s SET %s WHERE id = ?", mapping->klass->table, sets->str);
  mapping->selects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mapping->key_table = _td_search_key_table (mapping->klass);
  return mapping;
}

/**
 * _td_mapping_free:
 * @mapping: (transfer full): a mapping
 */
void
_td_mapping_free (TdMapping *mapping)
{
  g_free (mapping->columns);
  g_free (mapping->joins);
  g_free (mapping->insert);
  g_free (mapping->update);
  g_free (mapping->key_table);
  g_hash_table_unref (mapping->selects);
  g_free (mapping);
}

/**
 * _td_mapping_for:
 * @self: a connection
 * @type: a kind of record
 *
 * Returns: (transfer none): its statements
 */
TdMapping *
_td_mapping_for (TdConnection *self, GType type)
{
  TdMapping *mapping = g_hash_table_lookup (self->mappings, GSIZE_TO_POINTER (type));

  if (mapping == NULL)
    {
      mapping = mapping_new (type);
      g_hash_table_insert (self->mappings, GSIZE_TO_POINTER (type), mapping);
    }
  return mapping;
}

/**
 * _td_mapping_column:
 * @mapping: a mapping
 * @field_name: a property's name
 *
 * Returns: (transfer full): where its value stands in a select: "t.name", "j_unit_id.name"
 */
char *
_td_mapping_column (TdMapping *mapping, const char *field_name)
{
  const TdField *field = td_entity_class_find (mapping->klass, field_name);
  g_autofree char *column = NULL;
  g_autofree char *way = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  column = td_field_to_column (field);
  way = way_column (field);
  return way != NULL ? g_strdup_printf ("j_%s.%s", way, field->source)
                     : g_strdup_printf ("t.%s", column);
}

static void
append_column_ddl (GString *ddl, const TdField *field)
{
  g_autofree char *column = td_field_to_column (field);
  gboolean needed = (field->flags & TD_FIELD_REQUIRED) != 0;

  g_string_append_printf (ddl, ",\n  %s %s", column, td_field_is_number (field) ? "INTEGER" : "TEXT");
  if (field->kind == TD_FIELD_BOOLEAN)
    g_string_append_printf (ddl, " NOT NULL DEFAULT 0 CHECK (%s IN (0, 1))", column);
  else if (needed)
    g_string_append (ddl, " NOT NULL");
  if (field->kind == TD_FIELD_REFERENCE)
    g_string_append_printf (ddl, " REFERENCES %s (id)", field->target);
}

/**
 * _td_mapping_ddl:
 * @type: a kind of record
 *
 * Writes the statement that makes its table. Migrations are made from it once and then stand as
 * they are; a test compares the tables with the descriptions.
 *
 * Returns: (transfer full): a CREATE TABLE statement
 */
char *
_td_mapping_ddl (GType type)
{
  TdEntityClass *klass = td_entity_class_of (type);
  GString *ddl = g_string_new (NULL);

  g_string_append_printf (ddl, "CREATE TABLE %s (\n  id INTEGER PRIMARY KEY NOT NULL,\n"
                               "  uuid TEXT NOT NULL UNIQUE",
                          klass->table);
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_own_column (&klass->fields[i]) && !g_str_equal (klass->fields[i].name, "uuid"))
      append_column_ddl (ddl, &klass->fields[i]);
  g_string_append (ddl, "\n) STRICT;\n");
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TD_FIELD_REFERENCE && klass->fields[i].via == NULL)
      {
        g_autofree char *column = td_field_to_column (&klass->fields[i]);

        g_string_append_printf (ddl, "CREATE INDEX %s_%s ON %s (%s);\n", klass->table, column,
                                klass->table, column);
      }
  return g_string_free (ddl, FALSE);
}
