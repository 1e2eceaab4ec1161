/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-table-csv"

#include "config.h"

#include <string.h>

#include "td-table-csv.h"
#include "td-table-writer-private.h"

/* A list as text (RFC 4180): UTF-8 with the mark by which Excel knows it, lines ended by CR LF.
 *
 * CSV has no kinds: a spreadsheet takes a cell beginning with = + - @ for a formula, also one that a
 * unit has sent. Such text gets an apostrophe in front, as people type one in Excel; our reader
 * takes it off again. Text that already is an apostrophe (or several) before such a sign gets one
 * more, so that every text comes back as it was. */

#define FLUSH_AT 65536
#define MARK     "\xef\xbb\xbf"

typedef struct
{
  GString *text;
} Csv;

static gboolean
begins_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

/**
 * td_csv_needs_guard:
 * @text: the text of a cell
 *
 * Returns: whether a spreadsheet could take it for a formula, or our reader take its apostrophe off
 */
gboolean
td_csv_needs_guard (const char *text)
{
  return begins_formula (text + strspn (text, "'"));
}

/**
 * td_csv_unguard:
 * @text: the text of a cell, as read
 *
 * Returns: (transfer none): @text without the apostrophe that kept it from being a formula
 */
const char *
td_csv_unguard (const char *text)
{
  return *text == '\'' && td_csv_needs_guard (text) ? text + 1 : text;
}

static void
append (GString *csv, const char *text)
{
  gboolean quoted = strpbrk (text, ",;\"\r\n\t") != NULL;

  if (quoted)
    g_string_append_c (csv, '"');
  if (td_csv_needs_guard (text))
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
}

static gboolean
flush (TdTableWriter *writer, gsize at_least, GError **error)
{
  GString *text = ((Csv *) writer->state)->text;
  gboolean ok;

  if (text->len < at_least)
    return TRUE;
  ok = td_output_write (writer->output, text->str, text->len, error);
  g_string_truncate (text, 0);
  return ok;
}

static gpointer
csv_open (TdTableWriter *writer, GError **error)
{
  Csv *csv = g_new0 (Csv, 1);

  csv->text = g_string_new (MARK);
  for (guint i = 0; i < writer->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (csv->text, ',');
      append (csv->text, writer->columns[i].title);
    }
  g_string_append (csv->text, "\r\n");
  return csv;
}

static gboolean
csv_add (TdTableWriter *writer, const TdTableCell *cells, GError **error)
{
  GString *text = ((Csv *) writer->state)->text;

  for (guint i = 0; i < writer->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      if (cells[i].kind == TD_TABLE_NUMBER && writer->columns[i].kind != TD_FIELD_LENGTH) /* as programs read it, ungrouped */
        g_string_append_printf (text, "%" G_GINT64_FORMAT, cells[i].number);
      else
        {
          g_autofree char *shown = _td_table_cell_to_display (&cells[i], writer->columns[i].kind);

          append (text, shown);
        }
    }
  g_string_append (text, "\r\n");
  return flush (writer, FLUSH_AT, error);
}

static gboolean
csv_finish (TdTableWriter *writer, GError **error)
{
  return flush (writer, 0, error);
}

static void
csv_free (gpointer state)
{
  g_string_free (((Csv *) state)->text, TRUE);
  g_free (state);
}

const TdTableBackend _td_table_csv = { csv_open, csv_add, csv_finish, csv_free };
