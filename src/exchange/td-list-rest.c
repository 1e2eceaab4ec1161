/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-rest"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-list-rest.h"
#include "td-xlsx-writer-private.h"

/* The rows that go back to their sender, in the sender's own layout: titles, head and groups as they
 * were, the cells as they were written, and one column more with the reasons. Everything is text, so that
 * no program turns an id or a date into something else. */

#define REST_TITLE     "Danh sách trả lại"
#define REASON_HEADING "Lý do trả lại"
#define WIDEST         60 /* letters of a column */
#define LONGEST_NAME   31 /* letters of a sheet's name, says the format */

typedef struct
{
  TdXlsxWriter *xlsx;
  lxw_format *head, *cell, *title, *reason;
  TdListReason func;
  gpointer user_data;
  GError *error; /* the first */
} Writer;

/* The names of sheets are limited, and each must differ from the others. */
static char *
dup_sheet_name (const char *name, guint number)
{
  g_autofree char *clean = g_strdelimit (g_strdup (name), "[]:*?/\\'", ' ');
  const char *end = clean;

  for (guint i = 0; i < LONGEST_NAME - 5 && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  clean[end - clean] = '\0';
  return number == 0 && *g_strstrip (clean) != '\0' ? g_strdup (clean) : g_strdup_printf ("%s %u", g_strstrip (clean), number + 1);
}

static void
write_cell (Writer *writer, lxw_worksheet *sheet, guint row, guint column, const char *text, lxw_format *format)
{
  if (*text != '\0' && writer->error == NULL)
    _td_xlsx_writer_check (worksheet_write_string (sheet, row, column, text, format), &writer->error);
}

static guint
count_columns (TdListTable *table)
{
  guint n = table->columns->len;

  for (guint i = 0; i < table->lines->len; i++)
    {
      const TdListLine *line = g_ptr_array_index (table->lines, i);

      if (line->kind == TD_LIST_LINE_ROW)
        n = MAX (n, line->n_cells);
    }
  return n;
}

static void
set_widths (lxw_worksheet *sheet, TdListTable *table, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      glong width = 6;

      for (guint j = 0; j < table->lines->len; j++)
        {
          const TdListLine *line = g_ptr_array_index (table->lines, j);

          if (line->kind == TD_LIST_LINE_ROW && i < line->n_cells)
            width = MAX (width, MIN (g_utf8_strlen (line->cells[i], -1), WIDEST));
        }
      worksheet_set_column (sheet, i, i, width + 2, NULL);
    }
  worksheet_set_column (sheet, n_columns, n_columns, WIDEST, NULL);
}

static void
write_line (Writer *writer, lxw_worksheet *sheet, const TdListLine *line, guint row, lxw_format *format)
{
  for (guint i = 0; i < line->n_cells; i++)
    write_cell (writer, sheet, row, i, line->cells[i], format);
}

/* Groups are written when a row of theirs is: what they say counts for it. */
static void
write_table (Writer *writer, TdListTable *table, guint number)
{
  g_autofree char *name = dup_sheet_name (table->sheet, number);
  lxw_worksheet *sheet = workbook_add_worksheet (writer->xlsx->workbook, name);
  guint n_columns = count_columns (table);
  guint row = 0;
  gboolean headed = FALSE;
  guint n_heads = 0;

  if (sheet == NULL)
    {
      g_set_error (&writer->error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("There is no room for a sheet “%s”"), name);
      return;
    }
  set_widths (sheet, table, n_columns);
  for (guint i = 0; i < table->lines->len; i++)
    {
      const TdListLine *line = g_ptr_array_index (table->lines, i);
      g_autofree char *reason = line->kind == TD_LIST_LINE_ROW ? writer->func (line, writer->user_data) : NULL;

      switch (line->kind)
        {
        case TD_LIST_LINE_TITLE:
          write_line (writer, sheet, line, row++, writer->title);
          break;
        case TD_LIST_LINE_HEAD:
          /* The head that a page repeats below rows is written once. */
          if (headed)
            break;
          write_line (writer, sheet, line, row, writer->head);
          write_cell (writer, sheet, row++, n_columns, n_heads++ == 0 ? REASON_HEADING : "", writer->head);
          break;
        case TD_LIST_LINE_GROUP:
          write_line (writer, sheet, line, row++, writer->head);
          headed = TRUE;
          break;
        case TD_LIST_LINE_ROW:
          headed = TRUE;
          if (reason == NULL)
            break;
          write_line (writer, sheet, line, row, writer->cell);
          write_cell (writer, sheet, row++, n_columns, reason, writer->reason);
          for (const TdListLine *more = line->more; more != NULL; more = more->more)
            write_line (writer, sheet, more, row++, writer->cell);
          break;
        default:
          break;
        }
    }
  if (writer->error == NULL)
    _td_xlsx_writer_check_stream (sheet, &writer->error);
}

static gboolean
has_returned_row (Writer *writer, TdListTable *table)
{
  for (guint i = 0; i < table->lines->len; i++)
    {
      const TdListLine *line = g_ptr_array_index (table->lines, i);
      g_autofree char *reason = line->kind == TD_LIST_LINE_ROW ? writer->func (line, writer->user_data) : NULL;

      if (reason != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Text that no program takes for anything else. */
static lxw_format *
add_format (Writer *writer, gboolean framed)
{
  lxw_format *format = _td_xlsx_writer_add_format (writer->xlsx);

  format_set_num_format (format, "@");
  if (framed)
    {
      format_set_border (format, LXW_BORDER_THIN);
      format_set_text_wrap (format);
    }
  return format;
}

static void
add_formats (Writer *writer)
{
  writer->head = _td_xlsx_writer_add_head_format (writer->xlsx);
  writer->title = add_format (writer, FALSE);
  format_set_bold (writer->title);
  writer->cell = add_format (writer, TRUE);
  writer->reason = add_format (writer, TRUE);
  format_set_font_color (writer->reason, LXW_COLOR_RED);
}

/**
 * td_list_rest_write:
 * @reading: a list
 * @output: the .xlsx to make; it is not finished here
 * @reason: says which rows go back, and why
 * @user_data: for @reason
 * @error: return location
 *
 * Writes the rows that go back to their sender, as the sender wrote them, with a column of reasons.
 *
 * Returns: whether all of it was written
 */
gboolean
td_list_rest_write (TdListReading *reading, TdOutput *output, TdListReason reason, gpointer user_data, GError **error)
{
  Writer writer = { .func = reason, .user_data = user_data };
  GPtrArray *tables = td_list_reading_get_tables (reading);
  gboolean ok;
  guint n = 0;

  writer.xlsx = _td_xlsx_writer_new (TRUE, REST_TITLE, g_get_real_time () / G_USEC_PER_SEC, error);
  if (writer.xlsx == NULL)
    return FALSE;
  add_formats (&writer);
  for (guint i = 0; i < tables->len && writer.error == NULL; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      if (table->is_list && has_returned_row (&writer, table))
        write_table (&writer, table, n++);
    }
  ok = writer.error == NULL && _td_xlsx_writer_finish (writer.xlsx, output, &writer.error);
  _td_xlsx_writer_free (writer.xlsx);
  if (!ok)
    g_propagate_error (error, writer.error);
  return ok;
}
