/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-book"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-book-private.h"
#include "td-file.h"

#define LARGEST_FILE (64 * 1024 * 1024)
#define MOST_SHEETS  1000

/**
 * td_book_read:
 * @path: a file with a list; its name does not matter
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads every table of a file in bounded time and memory.
 *
 * Returns: (transfer full): the book, or %NULL with %TD_SHEET_ERROR, or with
 *   %G_IO_ERROR_CANCELLED
 */
TdBook *
td_book_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = td_file_read_limited (path, LARGEST_FILE, error);

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return _td_book_parse (bytes, cancellable, error);
}

TdBook *
_td_book_new (TdBookFormat format)
{
  TdBook *self = g_new0 (TdBook, 1);

  self->format = format;
  self->store = _td_cell_store_new ();
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) _td_sheet_free);
  return self;
}

/* The sheet belongs to the book. */
TdSheet *
_td_book_add_sheet (TdBook *self, const char *name, GError **error)
{
  TdSheet *sheet;

  if (self->sheets->len >= MOST_SHEETS)
    {
      g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE,
                           _ ("There are more than a thousand tables in the file. Split it and read the parts one after the other."));
      return NULL;
    }
  sheet = _td_sheet_new (self->store, name);
  if (self->format != TD_BOOK_TEXT)
    _td_sheet_set_grid (sheet);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

static gboolean
has_table (TdSheet *sheet)
{
  guint first, end;

  td_sheet_get_table (sheet, &first, &end);
  return first < end;
}

/* Nothing is added any more. A book without a filled cell is none. */
gboolean
_td_book_finish (TdBook *self, GError **error)
{
  gboolean filled = FALSE;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      _td_sheet_finish (g_ptr_array_index (self->sheets, i));
      filled |= has_table (g_ptr_array_index (self->sheets, i));
    }
  if (!filled)
    g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE,
                         _ ("There is no table in the file, or all its cells are empty."));
  return filled;
}

/**
 * td_book_free:
 * @self: (transfer full): a book
 */
void
td_book_free (TdBook *self)
{
  g_ptr_array_unref (self->sheets);
  _td_cell_store_free (self->store);
  g_free (self);
}

/**
 * td_book_get_format:
 * @self: a book
 *
 * Returns: what the file is
 */
TdBookFormat
td_book_get_format (TdBook *self)
{
  return self->format;
}

/**
 * td_book_get_n_sheets:
 * @self: a book
 *
 * Returns: how many sheets it has, hidden and empty ones included
 */
guint
td_book_get_n_sheets (TdBook *self)
{
  return self->sheets->len;
}

/**
 * td_book_get_sheet:
 * @self: a book
 * @position: from 0, in the order of the file
 *
 * Returns: (transfer none): a sheet, which lives as long as the book
 */
TdSheet *
td_book_get_sheet (TdBook *self, guint position)
{
  g_return_val_if_fail (position < self->sheets->len, NULL);

  return g_ptr_array_index (self->sheets, position);
}

/**
 * td_book_get_main_sheet:
 * @self: a book
 *
 * Returns: (transfer none): the first sheet that can be seen and holds something; where there is
 *   none, the first that holds something
 */
TdSheet *
td_book_get_main_sheet (TdBook *self)
{
  TdSheet *found = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      TdSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (has_table (sheet) && (found == NULL || (td_sheet_is_hidden (found) && !td_sheet_is_hidden (sheet))))
        found = sheet;
    }
  return found;
}
