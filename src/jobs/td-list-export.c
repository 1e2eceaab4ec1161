/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-list-export.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-table-writer.h"

/* A list as a file: which records a query says, which columns the fields. Records go from the office
 * file into the list one by one. */

#define REPORT_EVERY 256

typedef struct
{
  TdQuery *query;
  GPtrArray *fields; /* of const TdField */
  char *title;
  char *path;
} Input;

static void
input_free (Input *input)
{
  td_query_unref (input->query);
  g_ptr_array_unref (input->fields);
  g_free (input->title);
  g_free (input->path);
  g_free (input);
}

/**
 * td_list_export_offers:
 * @field: a field
 *
 * Returns: whether it can be a column of a list
 */
gboolean
td_list_export_offers (const TdField *field)
{
  return !(field->flags & TD_FIELD_HIDDEN);
}

static const TdField *
find_field (TdEntityClass *klass, const char *name)
{
  g_autofree char *property = g_strdelimit (g_strdup (name), "_", '-');
  const TdField *field = td_entity_class_find (klass, property);

  return field != NULL && td_list_export_offers (field) ? field : NULL;
}

static char *
known_names (TdEntityClass *klass)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    if (td_list_export_offers (&klass->fields[i]))
      {
        g_autofree char *name = td_field_to_column (&klass->fields[i]);

        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      }
  return g_string_free (names, FALSE);
}

/**
 * td_list_export_find_fields:
 * @type: a kind of record
 * @names: (nullable): names of properties with commas between them, `_` for `-`; %NULL for those
 *   that are listed, among which is nothing private
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdField): the columns, or %NULL with %TD_JOB_ERROR_INPUT
 */
GPtrArray *
td_list_export_find_fields (GType type, const char *names, GError **error)
{
  TdEntityClass *klass = td_entity_class_of (type);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_auto (GStrv) words = names != NULL ? g_strsplit (names, ",", -1) : NULL;

  for (guint i = 0; names == NULL && i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TD_FIELD_LISTED) && !(klass->fields[i].flags & (TD_FIELD_HIDDEN | TD_FIELD_PRIVATE)))
      g_ptr_array_add (fields, &klass->fields[i]);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const TdField *field = find_field (klass, g_strstrip (words[i]));
      g_autofree char *known = field == NULL ? known_names (klass) : NULL;

      if (field == NULL)
        {
          g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("There is no column “%s”; there are: %s."), words[i], known);
          return NULL;
        }
      g_ptr_array_add (fields, (gpointer) field);
    }
  if (fields->len > 0)
    return g_steal_pointer (&fields);
  g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("No column is named."));
  return NULL;
}

/* The walk over the records */

typedef struct
{
  TdJob *job;
  TdConnection *connection;
  Input *input;
  TdTableWriter *writer;
  TdTableCell *cells;
  GHashTable **labels; /* for each column that points at records: id → what people call the record */
  gint64 n_all;
} Walk;

static const char *
find_label (Walk *walk, guint column, const TdField *field, gint64 id, GError **error)
{
  const char *label = g_hash_table_lookup (walk->labels[column], &id);
  g_autoptr (TdEntity) target = NULL;
  char *made;

  if (label != NULL)
    return label;
  target = td_connection_get (walk->connection, td_model_type_of_table (field->target), id, error);
  if (target == NULL)
    return NULL;
  made = td_record_dup_label (target);
  g_hash_table_insert (walk->labels[column], g_memdup2 (&id, sizeof id), made);
  return made;
}

static gboolean
fill_cell (Walk *walk, guint column, TdEntity *entity, GError **error)
{
  const TdField *field = g_ptr_array_index (walk->input->fields, column);
  TdTableCell *cell = &walk->cells[column];
  const char *text = td_field_is_number (field) ? NULL : td_entity_get_text (entity, field);
  gint64 number = td_field_is_number (field) ? td_entity_get_number (entity, field) : 0;
  const TdChoice *choice;

  *cell = (TdTableCell){ text != NULL ? TD_TABLE_TEXT : TD_TABLE_EMPTY, text, number };
  switch (field->kind)
    {
    case TD_FIELD_TEXT:
    case TD_FIELD_LONG_TEXT:
      return TRUE;
    case TD_FIELD_DATE:
      cell->kind = text != NULL ? TD_TABLE_DATE : TD_TABLE_EMPTY;
      return TRUE;
    case TD_FIELD_CHOICE:
      choice = td_field_find_choice (field, text);
      cell->text = choice != NULL ? _ (choice->label) : text;
      return TRUE;
    case TD_FIELD_INTEGER:
    case TD_FIELD_MONEY:
    case TD_FIELD_LENGTH:
      cell->kind = number != 0 ? TD_TABLE_NUMBER : TD_TABLE_EMPTY;
      return TRUE;
    case TD_FIELD_BOOLEAN:
      cell->kind = number != 0 ? TD_TABLE_TEXT : TD_TABLE_EMPTY;
      cell->text = _ ("Yes");
      return TRUE;
    case TD_FIELD_REFERENCE:
      cell->kind = number != 0 ? TD_TABLE_TEXT : TD_TABLE_EMPTY;
      cell->text = number != 0 ? find_label (walk, column, field, number, error) : NULL;
      return number == 0 || cell->text != NULL;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
output_failed (GError *local, GError **error)
{
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The list could not be written: %s."), local->message);
  g_error_free (local);
  return FALSE;
}

static gboolean
row_cb (TdEntity *entity, gpointer data, GError **error)
{
  Walk *walk = data;
  GError *local = NULL;
  guint n_rows;

  for (guint i = 0; i < walk->input->fields->len; i++)
    if (!fill_cell (walk, i, entity, error))
      return FALSE;
  if (!td_table_writer_add (walk->writer, walk->cells, &local))
    return output_failed (local, error);
  n_rows = td_table_writer_get_n_rows (walk->writer);
  if (n_rows % REPORT_EVERY == 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("%u of %u rows"), n_rows, (guint) walk->n_all);

      td_job_report (walk->job, walk->n_all > 0 ? (double) n_rows / walk->n_all : 0, text);
    }
  return !td_connection_is_cancelled (walk->connection, error);
}

static gboolean
write_rows (Walk *walk, GError **error)
{
  GError *local = NULL;

  if (!td_connection_each (walk->connection, walk->input->query, row_cb, walk, error))
    return FALSE;
  td_job_set_count (walk->job, td_table_writer_get_n_rows (walk->writer));
  td_job_report (walk->job, 1, _ ("Writing the file…"));
  return td_table_writer_finish (walk->writer, &local) || output_failed (local, error);
}

static TdTableWriter *
open_writer (Input *input, GError **error)
{
  g_autofree TdTableColumn *columns = g_new0 (TdTableColumn, input->fields->len);
  TdTableInfo info = { input->title, input->title, g_get_real_time () / G_USEC_PER_SEC };
  TdTableFormat format;
  TdTableWriter *writer;
  GError *local = NULL;

  if (!td_table_format_of (input->path, &format))
    {
      g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The name of the list must end with .xlsx, .ods or .csv."));
      return NULL;
    }
  for (guint i = 0; i < input->fields->len; i++)
    {
      const TdField *field = g_ptr_array_index (input->fields, i);

      columns[i] = (TdTableColumn){ _ (field->label), field->kind, 0 };
    }
  writer = td_table_writer_new (input->path, format, &info, columns, input->fields->len, &local);
  if (writer == NULL)
    output_failed (local, error);
  return writer;
}

static gboolean
export_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  Walk walk = { job, connection, input, NULL, NULL, NULL, 0 };
  g_autoptr (TdTableWriter) writer = NULL;
  gboolean ok;

  walk.n_all = td_connection_count (connection, input->query, error);
  if (walk.n_all < 0)
    return FALSE;
  walk.writer = writer = open_writer (input, error);
  if (writer == NULL)
    return FALSE;
  walk.cells = g_new0 (TdTableCell, input->fields->len);
  walk.labels = g_new0 (GHashTable *, input->fields->len);
  for (guint i = 0; i < input->fields->len; i++)
    walk.labels[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  ok = write_rows (&walk, error);
  for (guint i = 0; i < input->fields->len; i++)
    g_hash_table_unref (walk.labels[i]);
  g_free (walk.labels);
  g_free (walk.cells);
  return ok;
}

/**
 * td_list_export_job:
 * @query: which records, in which order; not changed any more
 * @fields: (element-type TdField): the columns, at least one
 * @title: of the list, translated
 * @path: the .xlsx, .ods or .csv to make or replace
 *
 * Writes what a list shows into a file: words for choices, names for what points at records. What
 * is private is only in it when it is among @fields.
 *
 * Returns: (transfer full): the job; its count is the number of rows
 */
TdJob *
td_list_export_job (TdQuery *query, GPtrArray *fields, const char *title, const char *path)
{
  Input *input = g_new0 (Input, 1);

  input->query = td_query_ref (query);
  input->fields = g_ptr_array_ref (fields);
  input->title = g_strdup (title);
  input->path = g_strdup (path);
  return td_job_new_read (export_cb, input, (GDestroyNotify) input_free);
}
