/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-table-xlsx"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "td-table-writer-private.h"
#include "td-xlsx-writer-private.h"

/* A list as a workbook of Excel. */

#define MOST_ROWS LXW_ROW_MAX
#define MOST_TEXT 32767 /* characters Excel keeps in a cell */

typedef struct
{
  TdXlsxWriter *xlsx;
  lxw_worksheet *sheet;
  lxw_format *text;
  lxw_format *number;
  lxw_format *money;
  lxw_format *length;
  lxw_format *day;
} State;

static void
make_formats (State *state)
{
  state->text = _td_xlsx_writer_add_format (state->xlsx);
  format_set_num_format (state->text, "@"); /* what is typed over an id stays text, too */
  format_set_text_wrap (state->text);
  state->number = _td_xlsx_writer_add_format (state->xlsx);
  format_set_num_format (state->number, "0");
  format_set_align (state->number, LXW_ALIGN_RIGHT);
  state->money = _td_xlsx_writer_add_format (state->xlsx);
  format_set_num_format (state->money, "#,##0");
  format_set_align (state->money, LXW_ALIGN_RIGHT);
  state->length = _td_xlsx_writer_add_format (state->xlsx);
  format_set_num_format (state->length, "0.0##");
  format_set_align (state->length, LXW_ALIGN_RIGHT);
  state->day = _td_xlsx_writer_add_format (state->xlsx);
  format_set_num_format (state->day, "dd/mm/yyyy");
  format_set_align (state->day, LXW_ALIGN_CENTER);
}

static void
xlsx_free (gpointer data)
{
  State *state = data;

  _td_xlsx_writer_free (state->xlsx);
  g_free (state);
}

static gpointer
xlsx_open (TdTableWriter *writer, GError **error)
{
  TdXlsxWriter *xlsx = _td_xlsx_writer_new (TRUE, writer->title, writer->made_at, error);
  lxw_format *head;
  State *state;

  if (xlsx == NULL)
    return NULL;
  state = g_new0 (State, 1);
  state->xlsx = xlsx;
  state->sheet = workbook_add_worksheet (xlsx->workbook, writer->sheet);
  if (state->sheet == NULL || state->sheet->optimize_tmpfile == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, lxw_strerror (LXW_ERROR_CREATING_TMPFILE));
      xlsx_free (state);
      return NULL;
    }
  make_formats (state);
  head = _td_xlsx_writer_add_head_format (xlsx);
  worksheet_set_row (state->sheet, 0, 2 * LXW_DEF_ROW_HEIGHT + 4, NULL);
  for (guint i = 0; i < writer->n_columns; i++)
    worksheet_write_string (state->sheet, 0, i, writer->columns[i].title, head);
  worksheet_freeze_panes (state->sheet, 1, 0);
  worksheet_ignore_errors (state->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  _td_xlsx_writer_set_page (state->sheet, writer->title, 0);
  return state;
}

static lxw_error
write_cell (State *state, guint row, guint column, const TdTableCell *cell, TdFieldKind kind)
{
  g_autofree char *shown = NULL;
  lxw_datetime day = { 0 };

  switch (cell->kind)
    {
    case TD_TABLE_EMPTY:
      return LXW_NO_ERROR;
    case TD_TABLE_NUMBER:
      if (kind == TD_FIELD_LENGTH)
        return worksheet_write_number (state->sheet, row, column, cell->number / 1000.0, state->length);
      return worksheet_write_number (state->sheet, row, column, cell->number, kind == TD_FIELD_MONEY ? state->money : state->number);
    case TD_TABLE_TEXT:
      return worksheet_write_string (state->sheet, row, column, cell->text, state->text);
    case TD_TABLE_DATE:
      if (_td_table_is_day (cell) && sscanf (cell->text, "%d-%d-%d", &day.year, &day.month, &day.day) == 3)
        return worksheet_write_datetime (state->sheet, row, column, &day, state->day);
      shown = _td_table_cell_to_display (cell, kind);
      return worksheet_write_string (state->sheet, row, column, shown, state->text);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
xlsx_add (TdTableWriter *writer, const TdTableCell *cells, GError **error)
{
  State *state = writer->state;

  if (writer->n_rows >= MOST_ROWS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("an .xlsx holds at most %u rows; narrow the list, or write .csv"), (guint) MOST_ROWS - 1);
      return FALSE;
    }
  for (guint i = 0; i < writer->n_columns; i++)
    {
      lxw_error code = write_cell (state, writer->n_rows, i, &cells[i], writer->columns[i].kind);

      if (code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("row %u, “%s”: an .xlsx holds at most %u characters in a cell; write .ods"),
                       writer->n_rows, writer->columns[i].title, MOST_TEXT);
          return FALSE;
        }
      if (!_td_xlsx_writer_check (code, error))
        return FALSE;
    }
  return _td_xlsx_writer_check_stream (state->sheet, error);
}

static gboolean
xlsx_finish (TdTableWriter *writer, GError **error)
{
  State *state = writer->state;

  for (guint i = 0; i < writer->n_columns; i++)
    worksheet_set_column (state->sheet, i, i, writer->widths[i] * 1.15, NULL); /* widths are told for a smaller font */
  worksheet_autofilter (state->sheet, 0, 0, writer->n_rows, writer->n_columns - 1);
  return _td_xlsx_writer_finish (state->xlsx, writer->output, error);
}

const TdTableBackend _td_table_xlsx = { xlsx_open, xlsx_add, xlsx_finish, xlsx_free };
