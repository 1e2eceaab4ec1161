/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-book-xls"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-number-format.h"
#include "td-reader-process.h"
#include "td-readers-private.h"

/* Workbooks of Excel before 2007, through thidua-reader: it gets the bytes, never a path, and what
 * it answers is taken for a stranger's word. */

typedef struct
{
  TdBook *book;
  GInputStream *stream;
  GCancellable *cancellable;
  TdSheet *sheet;
  GString *text, *shown;
  gboolean in_row;
} Reader;

static gboolean
fail (GError **error, TdSheetError code, const char *message)
{
  g_set_error_literal (error, TD_SHEET_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, TD_SHEET_ERROR_NOT_A_TABLE,
               _ ("The file is damaged, or larger than an old .xls can be. Open it in Excel or LibreOffice, save it as .xlsx, and read it again."));
}

static gboolean
read_all (Reader *self, gpointer buffer, gsize length, GError **error)
{
  gsize n = 0;

  if (!g_input_stream_read_all (self->stream, buffer, length, &n, self->cancellable, error))
    return FALSE;
  return n == length || fail_damaged (error);
}

static gboolean
begin_sheet (Reader *self, GError **error)
{
  g_autofree char *name = g_utf8_make_valid (self->text->str, self->text->len);

  self->in_row = FALSE;
  self->sheet = _td_book_add_sheet (self->book, name, error);
  return self->sheet != NULL;
}

static gboolean
begin_row (Reader *self, guint row, GError **error)
{
  guint n = self->sheet != NULL ? td_sheet_get_n_rows (self->sheet) : G_MAXUINT;

  if (n > row || row >= TD_SHEET_MOST_ROWS)
    return fail_damaged (error);
  for (; n <= row; n++)
    if (!_td_sheet_begin_row (self->sheet, n + 1, error))
      return FALSE;
  self->in_row = TRUE;
  return TRUE;
}

static gboolean
set_cell (Reader *self, TdReaderTag tag, guint column, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (self->text->str, self->text->len);
  TdCellKind kind = TD_CELL_TEXT;
  const char *text = valid;

  if (!self->in_row)
    return fail_damaged (error);
  if (tag == TD_READER_NUMBER)
    {
      g_string_truncate (self->shown, 0);
      td_number_show_plain (g_ascii_strtod (valid, NULL), self->shown);
      text = self->shown->str;
      kind = TD_CELL_NUMBER;
    }
  else if (tag == TD_READER_DATE)
    {
      if (g_str_has_suffix (valid, " 00:00:00"))
        valid[strlen (valid) - strlen (" 00:00:00")] = '\0';
      kind = strchr (valid, ' ') == NULL ? TD_CELL_DATE : TD_CELL_TEXT;
    }
  else if (_td_cell_is_error (valid))
    kind = TD_CELL_ERROR;
  return _td_sheet_set_text (self->sheet, column, kind, text, strlen (text), 0, error);
}

/* Until the reader says that all has been told. */
static gboolean
read_records (Reader *self, GError **error)
{
  TdReaderRecord record;

  while (read_all (self, &record, sizeof record, error))
    {
      gboolean ok;

      if (record.length > TD_CELL_MOST_TEXT)
        return fail_damaged (error);
      g_string_set_size (self->text, record.length);
      if (!read_all (self, self->text->str, record.length, error))
        return FALSE;
      switch (record.tag)
        {
        case TD_READER_SHEET:
          ok = begin_sheet (self, error);
          break;
        case TD_READER_ROW:
          ok = begin_row (self, record.number, error);
          break;
        case TD_READER_TEXT:
        case TD_READER_NUMBER:
        case TD_READER_DATE:
          ok = set_cell (self, record.tag, record.number, error);
          break;
        case TD_READER_PASSWORD:
          return fail (error, TD_SHEET_ERROR_PASSWORD,
                       _ ("The file is protected by a password. Open it in Excel or LibreOffice, remove the password, and read it again."));
        case TD_READER_END:
          return TRUE;
        case TD_READER_DAMAGED:
        default:
          ok = fail_damaged (error);
          break;
        }
      if (!ok)
        return FALSE;
    }
  return FALSE;
}

/* Reads the book that a reader tells of. */
TdBook *
_td_book_read_xls_records (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdBook) book = _td_book_new (TD_BOOK_XLS);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  Reader self = { .book = book, .stream = stream, .cancellable = cancellable, .text = text, .shown = shown };

  return read_records (&self, error) && _td_book_finish (book, error) ? g_steal_pointer (&book) : NULL;
}

TdBook *
_td_book_read_xls (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocess) process = _td_reader_process_start (TD_READER_BOOK, bytes, _ ("The part of the program that reads old .xls files is missing. Open the file in LibreOffice, save it as .xlsx, and read it again."), error);
  g_autoptr (GInputStream) stream = NULL;
  TdBook *book;

  if (process == NULL)
    return NULL;
  stream = g_buffered_input_stream_new_sized (g_subprocess_get_stdout_pipe (process), 65536);
  book = _td_book_read_xls_records (stream, cancellable, error);
  /* It may be in the middle of something: cancelled, or what it said made no sense. */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  return book;
}
