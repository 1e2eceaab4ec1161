/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-sheet"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "td-sheet.h"

/* Comma separated values (RFC 4180), with the liberties offices take: comma, semicolon or tab,
 * a byte order mark, lines ended in any way. All cells lie in one block of memory. */

#define LARGEST_FILE (64 * 1024 * 1024)
#define MOST_COLUMNS 256

typedef struct
{
  guint first; /* of its cells */
  guint n_cells;
  guint line; /* 1-based, where it begins in the file */
} Row;

struct _TdTable
{
  GString *text; /* every cell, each ended by a zero */
  GArray *cells; /* of gsize: where each begins in text */
  GArray *rows;  /* of Row */
};

G_DEFINE_QUARK (td - table - error - quark, td_sheet_error)

/**
 * td_file_read_limited:
 * @path: a file chosen by a person
 * @limit: the most bytes it may have
 * @error: return location
 *
 * Reads a whole file from outside in bounded memory; folders, devices and pipes are refused.
 *
 * Returns: (transfer full): its bytes, or %NULL with %TD_SHEET_ERROR
 */
GBytes *
td_file_read_limited (const char *path, gsize limit, GError **error)
{
  g_autofree char *data = NULL;
  struct stat status;
  gsize length = 0;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, _ ("The file cannot be opened: %s."), g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (!S_ISREG (status.st_mode) || (guint64) status.st_size > limit)
    {
      close (fd);
      if (!S_ISREG (status.st_mode))
        g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, _ ("This is a folder or a device, not a file."));
      else
        g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE,
                     _ ("The file is too large: at most %u MB are read."), (guint) (limit / (1024 * 1024)));
      return NULL;
    }
  data = g_malloc (status.st_size + 1);
  while (length < (gsize) status.st_size)
    {
      gssize n = read (fd, data + length, status.st_size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE, _ ("The file cannot be read: %s."), g_strerror (errno));
          close (fd);
          return NULL;
        }
      if (n == 0)
        break;
      length += n;
    }
  close (fd);
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/* The delimiter is what the first line has most of, outside quotes. */
static char
guess_delimiter (const char *text, const char *end)
{
  const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = text; p < end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *p == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static const char *
parse_quoted (TdSheet *self, const char *p, const char *end, guint *line)
{
  for (p++; p < end; p++)
    {
      if (*p == '"' && p + 1 < end && p[1] == '"')
        p++;
      else if (*p == '"')
        return p + 1;
      *line += *p == '\n';
      g_string_append_c (self->text, *p);
    }
  return NULL;
}

/* One cell; blanks around it are dropped. Returns where the next begins. */
static const char *
parse_cell (TdSheet *self, const char *p, const char *end, char delimiter, guint *line)
{
  gsize start = self->text->len;

  while (p < end && *p == ' ')
    p++;
  if (p < end && *p == '"')
    p = parse_quoted (self, p, end, line);
  while (p != NULL && p < end && *p != delimiter && *p != '\n' && *p != '\r')
    g_string_append_c (self->text, *p++);
  while (self->text->len > start && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->cells, start);
  return p;
}

static gboolean
fail (GError **error, guint line, const char *what)
{
  g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE, _ ("This is not a list that can be read: line %u: %s."), line, what);
  return FALSE;
}

static gboolean
parse (TdSheet *self, const char *text, const char *end, GError **error)
{
  char delimiter = guess_delimiter (text, end);
  guint line = 1;

  for (const char *p = text; p < end;)
    {
      Row row = { self->cells->len, 0, line };
      gboolean more = TRUE;

      while (more)
        {
          p = parse_cell (self, p, end, delimiter, &line);
          if (p == NULL)
            return fail (error, row.line, _ ("a quotation mark is not closed"));
          if (++row.n_cells > MOST_COLUMNS)
            return fail (error, row.line, _ ("there are too many columns"));
          more = p < end && *p == delimiter;
          p += more;
        }
      if (p < end && *p == '\r')
        p++;
      if (p < end && *p == '\n')
        p++;
      line++;
      g_array_append_val (self->rows, row);
    }
  return TRUE;
}

/**
 * td_sheet_parse_csv:
 * @text: the contents of a file
 * @length: in bytes
 * @error: return location
 *
 * Returns: (transfer full): its rows, or %NULL with %TD_SHEET_ERROR
 */
TdSheet *
td_sheet_parse_csv (const char *text, gsize length, GError **error)
{
  g_autoptr (TdSheet) self = g_new0 (TdSheet, 1);
  const char *end = text + length;
  const char *bad;

  self->text = g_string_sized_new (length + 16);
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3;
  if (!g_utf8_validate_len (text, end - text, &bad))
    {
      guint line = 1;

      for (const char *p = text; p < bad; p++)
        line += *p == '\n';
      fail (error, line, _ ("the text is not UTF-8; save the file as “CSV UTF-8”"));
      return NULL;
    }
  if (text == end)
    {
      g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE, _ ("The file is empty."));
      return NULL;
    }
  return parse (self, text, end, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * td_sheet_read_csv:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full): its rows, or %NULL with %TD_SHEET_ERROR
 */
TdSheet *
td_sheet_read_csv (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = td_file_read_limited (path, LARGEST_FILE, error);

  return bytes != NULL ? td_sheet_parse_csv (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) : NULL;
}

/**
 * td_sheet_free:
 * @self: (transfer full): a sheet
 */
void
td_sheet_free (TdSheet *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * td_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows it has, empty ones and the head included
 */
guint
td_sheet_get_n_rows (TdSheet *self)
{
  return self->rows->len;
}

/**
 * td_sheet_get_n_cells:
 * @self: a sheet
 * @row: from 0
 *
 * Returns: how many cells that row has
 */
guint
td_sheet_get_n_cells (TdSheet *self, guint row)
{
  return g_array_index (self->rows, Row, row).n_cells;
}

/**
 * td_sheet_get:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: the cell's text; "" where the row is too short
 */
const char *
td_sheet_get (TdSheet *self, guint row, guint column)
{
  const Row *place = &g_array_index (self->rows, Row, row);

  return column < place->n_cells ? self->text->str + g_array_index (self->cells, gsize, place->first + column) : "";
}

/**
 * td_sheet_get_line:
 * @self: a sheet
 * @row: from 0
 *
 * Returns: the line of the file where it begins, from 1
 */
guint
td_sheet_get_line (TdSheet *self, guint row)
{
  return g_array_index (self->rows, Row, row).line;
}
