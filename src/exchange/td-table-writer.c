/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-table-writer"

#include "config.h"

#include <string.h>

#include "td-date.h"
#include "td-length.h"
#include "td-number.h"
#include "td-table-writer-private.h"

/* What the three formats share: the columns, the widths, composed text, the file. */

/* The narrowest and widest a column gets by its contents, in characters. */
#define LEAST_WIDTH     5
#define MOST_WIDTH      36
#define MOST_LONG_WIDTH 60

static const struct
{
  const char *ending;
  TdTableFormat format;
  const TdTableBackend *backend;
} formats[] = {
  { ".xlsx", TD_TABLE_XLSX, &_td_table_xlsx },
  { ".ods", TD_TABLE_ODS, &_td_table_ods },
  { ".csv", TD_TABLE_CSV, &_td_table_csv },
};

/**
 * td_table_format_of:
 * @path: a file's name
 * @format: (out): what its ending says
 *
 * Returns: whether it ends with .xlsx, .ods or .csv, in letters of any case
 */
gboolean
td_table_format_of (const char *path, TdTableFormat *format)
{
  gsize length = strlen (path);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gsize n = strlen (formats[i].ending);

      if (length > n && g_ascii_strcasecmp (path + length - n, formats[i].ending) == 0)
        {
          *format = formats[i].format;
          return TRUE;
        }
    }
  return FALSE;
}

/* Only text with a combining mark, which begins with the bytes CC or CD, can be other than
 * composed (NFC). */
static char *
compose (const char *text)
{
  return strpbrk (text, "\xcc\xcd") != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;
}

/* Names of sheets hold no []:*?/\ and at most 31 characters. */
static char *
sheet_name (const char *text)
{
  g_autofree char *name = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *cut = NULL;

  g_strdelimit (name, "[]:*?/\\'", ' ');
  cut = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 31));
  return g_strdup (g_strstrip (cut));
}

static guint
longest_line (const char *text)
{
  guint longest = 0;

  while (*text != '\0')
    {
      gsize n = strcspn (text, "\n");

      longest = MAX (longest, g_utf8_strlen (text, n));
      text += n + (text[n] == '\n');
    }
  return longest;
}

static void
widen (TdTableWriter *self, guint column, guint width)
{
  guint most = self->columns[column].kind == TD_FIELD_LONG_TEXT ? MOST_LONG_WIDTH : MOST_WIDTH;

  self->widths[column] = MAX (self->widths[column], MIN (width, most));
}

/**
 * _td_table_is_day:
 * @cell: a cell
 *
 * Returns: whether it is a date known to the day, which a spreadsheet can calculate with; its
 *   calendar begins in 1900
 */
gboolean
_td_table_is_day (const TdTableCell *cell)
{
  return cell->kind == TD_TABLE_DATE && td_date_is_day (cell->text) && td_date_get_year (cell->text) > 1900;
}

/**
 * _td_table_cell_to_display:
 * @cell: a cell
 * @kind: of its column
 *
 * Returns: (transfer full): the cell as people read it
 */
char *
_td_table_cell_to_display (const TdTableCell *cell, TdFieldKind kind)
{
  switch (cell->kind)
    {
    case TD_TABLE_TEXT: return g_strdup (cell->text != NULL ? cell->text : "");
    case TD_TABLE_DATE: return cell->text != NULL ? td_date_to_display (cell->text) : g_strdup ("");
    case TD_TABLE_NUMBER:
      if (kind == TD_FIELD_LENGTH)
        return td_length_to_display (cell->number);
      return kind == TD_FIELD_MONEY ? td_number_to_display (cell->number) : g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
    case TD_TABLE_EMPTY: return g_strdup ("");
    default: g_assert_not_reached ();
    }
}

/**
 * _td_table_is_right:
 * @kind: of a column
 *
 * Returns: whether its cells stand right
 */
gboolean
_td_table_is_right (TdFieldKind kind)
{
  return kind == TD_FIELD_INTEGER || kind == TD_FIELD_MONEY || kind == TD_FIELD_LENGTH;
}

/**
 * td_table_writer_new:
 * @path: the file to make or replace; it appears whole or not at all (#TdOutput)
 * @format: how it is written
 * @info: about the document; copied
 * @columns: (array length=n_columns): its columns; copied
 * @n_columns: at least one
 * @error: return location
 *
 * Returns: (transfer full): a writer that has written the headings, or %NULL with a %G_IO_ERROR
 */
TdTableWriter *
td_table_writer_new (const char *path, TdTableFormat format, const TdTableInfo *info, const TdTableColumn *columns,
                     guint n_columns, GError **error)
{
  g_autoptr (TdTableWriter) self = NULL;

  g_return_val_if_fail (path != NULL && columns != NULL && n_columns > 0, NULL);

  self = g_new0 (TdTableWriter, 1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      self->backend = formats[i].backend;
  self->title = g_utf8_normalize (info->title, -1, G_NORMALIZE_NFC);
  self->sheet = sheet_name (info->sheet != NULL ? info->sheet : info->title);
  self->made_at = info->made_at;
  self->n_columns = n_columns;
  self->columns = g_new0 (TdTableColumn, n_columns);
  self->widths = g_new0 (guint, n_columns);
  self->cells = g_new0 (TdTableCell, n_columns);
  self->composed = g_new0 (char *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].title = g_utf8_normalize (columns[i].title, -1, G_NORMALIZE_NFC);
      widen (self, i, MAX (LEAST_WIDTH, longest_line (columns[i].title) + 3)); /* beside the filter's button */
    }
  self->output = td_output_open (path, error);
  if (self->output == NULL)
    return NULL;
  self->state = self->backend->open (self, error);
  return self->state != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * td_table_writer_add:
 * @self: a writer
 * @cells: (array): one for each column
 * @error: return location
 *
 * Writes a row.
 *
 * Returns: whether it went well; if not, the writer can only be freed
 */
gboolean
td_table_writer_add (TdTableWriter *self, const TdTableCell *cells, GError **error)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *shown = NULL;

      self->cells[i] = cells[i];
      g_clear_pointer (&self->composed[i], g_free);
      if (cells[i].text == NULL)
        self->cells[i].kind = cells[i].kind == TD_TABLE_NUMBER ? TD_TABLE_NUMBER : TD_TABLE_EMPTY;
      else if ((self->composed[i] = compose (cells[i].text)) != NULL)
        self->cells[i].text = self->composed[i];
      if (self->cells[i].kind == TD_TABLE_TEXT)
        widen (self, i, longest_line (self->cells[i].text) + 1);
      else if (self->cells[i].kind != TD_TABLE_EMPTY)
        {
          shown = _td_table_cell_to_display (&self->cells[i], self->columns[i].kind);
          widen (self, i, strlen (shown) + 1);
        }
    }
  self->n_rows++;
  return self->backend->add (self, self->cells, error);
}

/**
 * td_table_writer_finish:
 * @self: a writer with all rows
 * @error: return location
 *
 * Puts the file in its place, once.
 *
 * Returns: whether it is there
 */
gboolean
td_table_writer_finish (TdTableWriter *self, GError **error)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].width > 0)
      self->widths[i] = self->columns[i].width;
  return self->backend->finish (self, error) && td_output_finish (self->output, error);
}

/**
 * td_table_writer_get_n_rows:
 * @self: a writer
 *
 * Returns: how many rows have been added
 */
guint
td_table_writer_get_n_rows (TdTableWriter *self)
{
  return self->n_rows;
}

/**
 * td_table_writer_free:
 * @self: (transfer full): a writer
 *
 * What has not been finished is removed.
 */
void
td_table_writer_free (TdTableWriter *self)
{
  if (self->state != NULL)
    self->backend->free (self->state);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free ((char *) self->columns[i].title);
      g_free (self->composed[i]);
    }
  g_free (self->composed);
  g_free (self->cells);
  g_free (self->widths);
  g_free (self->columns);
  g_free (self->title);
  g_free (self->sheet);
  g_clear_pointer (&self->output, td_output_free);
  g_free (self);
}
