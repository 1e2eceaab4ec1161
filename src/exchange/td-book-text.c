/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-book-text"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-book-private.h"
#include "td-table-csv.h"

/* Cells as text (RFC 4180), with the liberties offices take: comma, semicolon, tab or bar between
 * them, UTF-8 with or without a byte order mark, UTF-16 with one, lines ended in any way. */

#define LINES_TO_GUESS 20

typedef struct
{
  TdSheet *sheet;
  GString *cell;
  const char *end;
  char delimiter;
  guint line;
} Parser;

/* The delimiter is what most of the first lines have outside quotes; in doubt a tab, which no
 * sentence has, and then what the first line has most of. */
static char
guess_delimiter (const char *text, const char *end)
{
  const char candidates[] = { '\t', ',', ';', '|' };
  guint lines[G_N_ELEMENTS (candidates)] = { 0 }, head[G_N_ELEMENTS (candidates)] = { 0 };
  guint n_lines = 0, best = 0;
  gboolean quoted = FALSE;
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };

  for (const char *p = text; n_lines < LINES_TO_GUESS && p < end; p++)
    {
      gboolean ends = p + 1 == end || (!quoted && (*p == '\n' || *p == '\r'));

      /* A quotation mark opens at the beginning of a cell only; elsewhere it may mean inches. */
      if (*p == '"')
        quoted = !quoted && (p == text || strchr (" ,;\t|\r\n", p[-1]) != NULL);
      for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
        {
          counts[i] += !quoted && *p == candidates[i];
          if (!ends)
            continue;
          lines[i] += counts[i] > 0;
          head[i] += n_lines == 0 ? counts[i] : 0;
          counts[i] = 0;
        }
      n_lines += ends;
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (lines[i] > lines[best] || (lines[i] == lines[best] && candidates[best] != '\t' && head[i] > head[best]))
      best = i;
  return candidates[best];
}

static const char *
parse_quoted (Parser *self, const char *p)
{
  for (p++; p < self->end; p++)
    {
      if (*p == '"' && p + 1 < self->end && p[1] == '"')
        p++;
      else if (*p == '"')
        return p + 1;
      self->line += *p == '\n';
      g_string_append_c (self->cell, *p);
    }
  return NULL;
}

static gboolean
fail (GError **error, guint line, const char *what)
{
  g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE, _ ("This is not a list that can be read: line %u: %s."), line, what);
  return FALSE;
}

/* One cell; blanks around it are dropped. Returns where the next begins. */
static const char *
parse_cell (Parser *self, const char *p, guint column, GError **error)
{
  guint line = self->line;
  const char *plain, *text;

  g_string_truncate (self->cell, 0);
  while (p < self->end && *p == ' ')
    p++;
  if (p < self->end && *p == '"' && (p = parse_quoted (self, p)) == NULL)
    {
      fail (error, line, _ ("a quotation mark is not closed"));
      return NULL;
    }
  for (plain = p; p < self->end && *p != self->delimiter && *p != '\n' && *p != '\r'; p++)
    ;
  g_string_append_len (self->cell, plain, p - plain);
  while (self->cell->len > 0 && g_ascii_isspace (self->cell->str[self->cell->len - 1]))
    g_string_truncate (self->cell, self->cell->len - 1);
  text = td_csv_unguard (self->cell->str);
  return _td_sheet_set_text (self->sheet, column, TD_CELL_TEXT, text, self->cell->str + self->cell->len - text, 0, error) ? p : NULL;
}

static gboolean
parse_rows (Parser *self, const char *p, GError **error)
{
  while (p < self->end)
    {
      gboolean more = TRUE;

      if (!_td_sheet_begin_row (self->sheet, self->line, error))
        return FALSE;
      for (guint column = 0; more; column++)
        {
          p = parse_cell (self, p, column, error);
          if (p == NULL)
            return FALSE;
          more = p < self->end && *p == self->delimiter;
          p += more;
        }
      if (p < self->end && *p == '\r')
        p++;
      if (p < self->end && *p == '\n')
        p++;
      self->line++;
    }
  return TRUE;
}

static TdBook *
parse_utf8 (const char *text, gsize length, GError **error)
{
  g_autoptr (TdBook) book = NULL;
  g_autoptr (GString) cell = g_string_new (NULL);
  Parser parser = { .cell = cell, .line = 1 };
  const char *bad;

  if (length == 0)
    {
      g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE, _ ("The file is empty."));
      return NULL;
    }
  parser.end = text + length;
  if (!g_utf8_validate_len (text, length, &bad))
    {
      for (const char *p = text; p < bad; p++)
        parser.line += *p == '\n';
      fail (error, parser.line, _ ("the text is not UTF-8; save the file as “CSV UTF-8”"));
      return NULL;
    }
  parser.delimiter = guess_delimiter (text, parser.end);
  book = _td_book_new (TD_BOOK_TEXT);
  parser.sheet = _td_book_add_sheet (book, NULL, NULL);
  return parse_rows (&parser, text, error) && _td_book_finish (book, error) ? g_steal_pointer (&book) : NULL;
}

static TdBook *
parse_utf16 (const char *text, gsize length, const char *encoding, GError **error)
{
  gsize n_read = 0, n_written = 0;
  g_autofree char *utf8 = g_convert (text, length, "UTF-8", encoding, &n_read, &n_written, NULL);

  if (utf8 != NULL && n_read == length)
    return parse_utf8 (utf8, n_written, error);
  g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE,
                       _ ("The text of the file is damaged; save it again as “CSV UTF-8”."));
  return NULL;
}

/**
 * td_book_parse_text:
 * @text: the contents of a text file, or what was pasted
 * @length: in bytes
 * @error: return location
 *
 * Returns: (transfer full): a book of one sheet, or %NULL with %TD_SHEET_ERROR
 */
TdBook *
td_book_parse_text (const char *text, gsize length, GError **error)
{
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    return parse_utf8 (text + 3, length - 3, error);
  if (length >= 2 && memcmp (text, "\xff\xfe", 2) == 0)
    return parse_utf16 (text + 2, length - 2, "UTF-16LE", error);
  if (length >= 2 && memcmp (text, "\xfe\xff", 2) == 0)
    return parse_utf16 (text + 2, length - 2, "UTF-16BE", error);
  return parse_utf8 (text, length, error);
}
