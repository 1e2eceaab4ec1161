/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-rest"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "td-list-rest.h"
#include "td-sheet.h"

/* The rows that go back to their sender, in the sender's own layout: titles, head and groups as they
 * were, the cells as they were written, and one column more with the reasons. Everything is text, so that
 * no program turns an id or a date into something else. */

#define REASON_HEADING "Lý do trả lại"
#define WIDEST         60 /* letters of a column */
#define LONGEST_NAME   31 /* letters of a sheet's name, says the format */

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *head, *cell, *title, *reason;
  TdListReason func;
  gpointer user_data;
  gboolean ok;
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
  if (*text != '\0')
    writer->ok = writer->ok && worksheet_write_string (sheet, row, column, text, format) == LXW_NO_ERROR;
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
  lxw_worksheet *sheet = workbook_add_worksheet (writer->workbook, name);
  guint n_columns = count_columns (table);
  guint row = 0;
  gboolean headed = FALSE;
  guint n_heads = 0;

  if (sheet == NULL)
    {
      writer->ok = FALSE;
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
          break;
        default:
          break;
        }
    }
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

static lxw_format *
add_format (lxw_workbook *workbook, gboolean bold, gboolean framed, gboolean red)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, "Times New Roman");
  format_set_font_size (format, 12);
  format_set_num_format (format, "@");
  if (bold)
    format_set_bold (format);
  if (framed)
    {
      format_set_border (format, LXW_BORDER_THIN);
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
    }
  if (red)
    format_set_font_color (format, LXW_COLOR_RED);
  return format;
}

/**
 * td_list_rest_write:
 * @reading: a list
 * @path: the .xlsx to make
 * @reason: says which rows go back, and why
 * @user_data: for @reason
 * @error: return location
 *
 * Writes the rows that go back to their sender, as the sender wrote them, with a column of reasons.
 *
 * Returns: whether it was written; a file that could not be written whole is not left behind
 */
gboolean
td_list_rest_write (TdListReading *reading, const char *path, TdListReason reason, gpointer user_data, GError **error)
{
  /* With the rows in memory no second temporary file is needed. */
  lxw_workbook_options options = { .constant_memory = LXW_FALSE };
  Writer writer = { .func = reason, .user_data = user_data, .ok = TRUE };
  GPtrArray *tables = td_list_reading_get_tables (reading);
  guint n = 0;
  lxw_error code;

  writer.workbook = workbook_new_opt (path, &options);
  if (writer.workbook == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The file “%s” could not be written."), path);
      return FALSE;
    }
  writer.title = add_format (writer.workbook, TRUE, FALSE, FALSE);
  writer.head = add_format (writer.workbook, TRUE, TRUE, FALSE);
  writer.cell = add_format (writer.workbook, FALSE, TRUE, FALSE);
  writer.reason = add_format (writer.workbook, FALSE, TRUE, TRUE);
  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      if (table->is_list && has_returned_row (&writer, table))
        write_table (&writer, table, n++);
    }
  code = workbook_close (writer.workbook);
  if (code == LXW_NO_ERROR && writer.ok && g_chmod (path, 0600) == 0)
    return TRUE;
  g_unlink (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The file “%s” could not be written."), path);
  return FALSE;
}
