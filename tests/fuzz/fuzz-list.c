/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-book-private.h"
#include "td-fuzz.h"
#include "td-list-json.h"
#include "td-list-reader.h"

/* What is understood of a list. The input is a book as text: its first letter is the kind of file (t text, x a workbook, d a
 * document), then a row on each line, with tabs between its cells. "=" alone begins another sheet, "~" a paragraph of a document, above its table or below.
 * "^", some of 1…9 (rows, then columns it goes over), d (a day), n (a number), e (a failed formula), v and i (old fonts), and
 * "|" may stand before the text of a cell. */

#define MOST_ROWS 2000

typedef struct
{
  TdBook *book;
  TdSheet *sheet;
  guint line;
} Maker;

static void
add_cell (Maker *self, guint column, const char *text, gsize length)
{
  guint spans[2] = { 1, 1 }, n_spans = 0;
  TdCellKind kind = TD_CELL_TEXT;
  const char *font = NULL;
  const char *bar = length > 1 && *text == '^' ? memchr (text, '|', MIN (length, 6)) : NULL;
  g_autofree char *valid = NULL;

  for (const char *p = text + 1; bar != NULL && p < bar; p++)
    if (*p >= '1' && *p <= '9' && n_spans < 2)
      spans[n_spans++] = *p - '0';
    else
      switch (*p)
        {
        case 'd':
          kind = TD_CELL_DATE;
          break;
        case 'n':
          kind = TD_CELL_NUMBER;
          break;
        case 'e':
          kind = TD_CELL_ERROR;
          break;
        case 'v':
          font = ".VnTime";
          break;
        case 'i':
          font = "VNI-Times";
          break;
        default:
          break;
        }
  if (bar != NULL)
    {
      length -= bar + 1 - text;
      text = bar + 1;
    }
  valid = g_utf8_make_valid (text, length);
  g_assert_true (_td_sheet_set_text (self->sheet, column, kind, valid, strlen (valid), _td_cell_store_font (self->book->store, font), NULL));
  _td_sheet_add_span (self->sheet, td_sheet_get_n_rows (self->sheet) - 1, column, spans[0], spans[1]);
}

/* Paragraphs are one cell. */
static void
add_row (Maker *self, const char *text, gsize length, gboolean paragraph)
{
  const char *end = text + length;
  guint column = 0;

  g_assert_true (_td_sheet_begin_row (self->sheet, ++self->line, NULL));
  for (const char *p = text; p <= end && column < (paragraph ? 1 : 40); column++)
    {
      const char *stop = p < end ? memchr (p, '\t', end - p) : NULL;

      if (stop == NULL)
        stop = end;
      add_cell (self, column, p, stop - p);
      p = stop + 1;
    }
}

static void
begin_sheet (Maker *self)
{
  self->sheet = _td_book_add_sheet (self->book, "A", NULL);
  self->line = 0;
}

static TdBook *
make_book (const guint8 *data, gsize size)
{
  TdBookFormat format = size == 0 || *data == 't' ? TD_BOOK_TEXT : *data == 'd' ? TD_BOOK_DOCX
                                                                                : TD_BOOK_XLSX;
  Maker maker = { .book = _td_book_new (format) };
  const char *end = (const char *) data + size;
  gboolean in_table = FALSE, ended = FALSE;

  begin_sheet (&maker);
  for (const char *p = (const char *) data + 1; p < end && maker.line < MOST_ROWS;)
    {
      const char *stop = memchr (p, '\n', end - p);
      gsize length = (stop != NULL ? stop : end) - p;
      gboolean paragraph = format == TD_BOOK_DOCX && length > 0 && *p == '~';

      if (length == 1 && *p == '=' && td_book_get_n_sheets (maker.book) < 20)
        {
          begin_sheet (&maker);
          in_table = ended = FALSE;
        }
      else
        {
          if (!in_table && !paragraph && !ended)
            {
              _td_sheet_begin_table (maker.sheet);
              in_table = TRUE;
            }
          else if (in_table && paragraph)
            {
              _td_sheet_end_table (maker.sheet);
              in_table = FALSE;
              ended = TRUE;
            }
          add_row (&maker, p + paragraph, length - paragraph, paragraph || ended);
        }
      p += length + 1;
    }
  return maker.book;
}

static void
look_at_row (TdListTable *table, const TdListLine *line)
{
  g_autoptr (JsonObject) json = td_list_line_to_json (line);

  for (guint i = 0; i < TD_N_LIST_ROLES; i++)
    {
      g_assert_true (line->row->values[i] == NULL || g_utf8_validate (line->row->values[i], -1, NULL));
      g_assert_cmpint (line->row->columns[i], <, (int) table->columns->len);
    }
  for (guint i = 0; line->row->findings != NULL && i < line->row->findings->len; i++)
    g_assert_true (g_utf8_validate (((TdFinding *) g_ptr_array_index (line->row->findings, i))->text, -1, NULL));
  for (const TdListLine *more = line->more; more != NULL; more = more->more)
    g_assert_cmpint (more->kind, ==, TD_LIST_LINE_MORE);
  g_assert_nonnull (json);
}

/* Every row that holds something is a line of some table of its sheet. */
static void
look_at_sheet (TdListReading *reading, TdBook *book, guint number)
{
  TdSheet *sheet = td_book_get_sheet (book, number);
  GPtrArray *tables = td_list_reading_get_tables (reading);
  guint n_lines = 0;
  gboolean is_list = FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      if (table->sheet_number != number)
        continue;
      is_list = is_list || table->is_list;
      n_lines += table->lines->len;
      for (guint j = 0; j < table->lines->len; j++)
        {
          const TdListLine *line = g_ptr_array_index (table->lines, j);

          g_assert_true ((line->row != NULL) == (line->kind == TD_LIST_LINE_ROW));
          if (line->row != NULL)
            look_at_row (table, line);
        }
    }
  g_assert_true (!is_list || n_lines >= td_sheet_get_n_rows (sheet));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  TdBook *book = make_book (data, size);
  g_autoptr (TdListReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  if (_td_book_finish (book, &error))
    {
      reading = td_list_reader_read (book, NULL, NULL, NULL);
      g_assert_nonnull (reading);
      for (guint i = 0; i < td_book_get_n_sheets (book); i++)
        look_at_sheet (reading, book, i);
    }
  td_book_free (book);
  return 0;
}
