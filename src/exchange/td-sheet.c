/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-sheet-private.h"

/* Cells lie flat in one array, eight bytes each, and all texts of a book in one block: 50,000 rows
 * of eight columns are three megabytes and their letters. */

#define MOST_SPANS 500000

typedef struct
{
  guint32 text; /* in the store; 0: empty */
  guint16 font; /* of the store's, from 1; 0: not told */
  guint8 kind;
  guint8 spans; /* whether it is the first cell of a span */
} Cell;

typedef struct
{
  guint32 first; /* of its cells */
  guint16 n_cells;
  guint32 line; /* 1-based, where it begins in the file */
} Row;

typedef struct
{
  guint row, column, rows, columns;
} Span;

struct _TdCellStore
{
  GString *text; /* every text, each ended by a zero; the first is "" */
  GPtrArray *fonts;
  GHashTable *font_places;
  gsize n_rows, n_cells, n_spans; /* of all sheets */
};

struct _TdSheet
{
  TdCellStore *store; /* the book's */
  char *name;
  gboolean hidden;
  gboolean grid; /* all rows are of one width */
  guint n_columns;
  guint first, end; /* rows of the table; outside of it stand paragraphs */
  GArray *cells;    /* of Cell */
  GArray *rows;     /* of Row */
  GArray *spans;    /* of Span, in order once finished */
};

G_DEFINE_QUARK (td - sheet - error - quark, td_sheet_error)

TdCellStore *
_td_cell_store_new (void)
{
  TdCellStore *self = g_new0 (TdCellStore, 1);

  self->text = g_string_new (NULL);
  g_string_append_c (self->text, '\0');
  self->fonts = g_ptr_array_new_with_free_func (g_free);
  self->font_places = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
_td_cell_store_free (TdCellStore *self)
{
  g_string_free (self->text, TRUE);
  g_hash_table_unref (self->font_places);
  g_ptr_array_unref (self->fonts);
  g_free (self);
}

static gboolean
too_large (GError **error, const char *why)
{
  g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE, why);
  return FALSE;
}

/* A text for cells; what a book may hold is bounded here. */
gboolean
_td_cell_store_add (TdCellStore *self, const char *text, gsize length, guint32 *place, GError **error)
{
  if (length > TD_CELL_MOST_TEXT)
    return too_large (error, _ ("A cell of the list holds more than a million letters. Shorten it and read the file again."));
  if (self->text->len + length > TD_BOOK_MOST_TEXT)
    return too_large (error, _ ("There is too much text in the file. Split it and read the parts one after the other."));
  *place = 0;
  if (length == 0)
    return TRUE;
  *place = self->text->len;
  g_string_append_len (self->text, text, length);
  g_string_append_c (self->text, '\0');
  return TRUE;
}

const char *
_td_cell_store_get (TdCellStore *self, guint32 place)
{
  return self->text->str + place;
}

/* The number of a font for _td_sheet_set(); 0 for none. */
guint16
_td_cell_store_font (TdCellStore *self, const char *family)
{
  guint place;

  if (family == NULL || *family == '\0')
    return 0;
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->font_places, family));
  if (place == 0 && self->fonts->len < 1000)
    {
      char *own = g_utf8_make_valid (family, MIN (strlen (family), 100));

      g_ptr_array_add (self->fonts, own);
      place = self->fonts->len;
      g_hash_table_insert (self->font_places, own, GUINT_TO_POINTER (place));
    }
  return place;
}

/* What a formula that failed shows. */
gboolean
_td_cell_is_error (const char *text)
{
  static const char *const errors[] = { "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", NULL };

  return *text == '#' && g_strv_contains (errors, text);
}

TdSheet *
_td_sheet_new (TdCellStore *store, const char *name)
{
  TdSheet *self = g_new0 (TdSheet, 1);

  self->store = store;
  self->name = g_strdup (name != NULL ? name : "");
  self->end = G_MAXUINT;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->spans = g_array_new (FALSE, TRUE, sizeof (Span));
  return self;
}

void
_td_sheet_free (TdSheet *self)
{
  g_free (self->name);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->spans);
  g_free (self);
}

void
_td_sheet_set_name (TdSheet *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

void
_td_sheet_set_hidden (TdSheet *self, gboolean hidden)
{
  self->hidden = hidden;
}

/* Its rows have no ends of their own, as in a spreadsheet. */
void
_td_sheet_set_grid (TdSheet *self)
{
  self->grid = TRUE;
}

/* The rows so far are paragraphs above the table. */
void
_td_sheet_begin_table (TdSheet *self)
{
  self->first = self->rows->len;
}

/* The rows from here on are paragraphs below the table. */
void
_td_sheet_end_table (TdSheet *self)
{
  self->end = self->rows->len;
}

gboolean
_td_sheet_begin_row (TdSheet *self, guint line, GError **error)
{
  Row row = { self->cells->len, 0, line };

  if (self->rows->len >= TD_SHEET_MOST_ROWS || self->store->n_rows >= TD_BOOK_MOST_ROWS)
    return too_large (error, _ ("The list is too long: at most 1,048,576 rows are read."));
  self->store->n_rows++;
  g_array_append_val (self->rows, row);
  return TRUE;
}

/* A cell of the row begun last, with a text of the store. */
gboolean
_td_sheet_set (TdSheet *self, guint column, TdCellKind kind, guint32 place, guint16 font, GError **error)
{
  Row *row = &g_array_index (self->rows, Row, self->rows->len - 1);
  Cell *cell;

  if (column >= TD_SHEET_MOST_COLUMNS)
    {
      g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE,
                   _ ("This is not a list that can be read: line %u: there are too many columns."), row->line);
      return FALSE;
    }
  if (column >= row->n_cells)
    {
      if (self->store->n_cells + column + 1 - row->n_cells > TD_BOOK_MOST_CELLS)
        return too_large (error, _ ("There are too many cells in the file. Split it and read the parts one after the other."));
      self->store->n_cells += column + 1 - row->n_cells;
      row->n_cells = column + 1;
      g_array_set_size (self->cells, row->first + row->n_cells);
    }
  cell = &g_array_index (self->cells, Cell, row->first + column);
  cell->text = place;
  cell->font = font;
  cell->kind = place != 0 ? kind : TD_CELL_EMPTY;
  return TRUE;
}

gboolean
_td_sheet_set_text (TdSheet *self, guint column, TdCellKind kind, const char *text, gsize length, guint16 font, GError **error)
{
  guint32 place;

  return _td_cell_store_add (self->store, text, length, &place, error)
         && _td_sheet_set (self, column, kind, place, font, error);
}

/* The row begun last stands there @n more times. The copies share its cells. */
gboolean
_td_sheet_repeat_row (TdSheet *self, guint n, GError **error)
{
  Row row = g_array_index (self->rows, Row, self->rows->len - 1);

  for (guint i = 0; i < n; i++)
    {
      row.line++;
      if (!_td_sheet_begin_row (self, row.line, error))
        return FALSE;
      g_array_index (self->rows, Row, self->rows->len - 1) = row;
    }
  return TRUE;
}

/* A cell that goes over others. What no list has so many of is left out in the end. */
void
_td_sheet_add_span (TdSheet *self, guint row, guint column, guint rows, guint columns)
{
  Span span = { row, column, MIN (rows, TD_SHEET_MOST_ROWS), MIN (columns, TD_SHEET_MOST_COLUMNS) };

  if ((rows <= 1 && columns <= 1) || rows == 0 || columns == 0 || self->store->n_spans >= MOST_SPANS)
    return;
  self->store->n_spans++;
  g_array_append_val (self->spans, span);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *left = a, *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return (left->column > right->column) - (left->column < right->column);
}

static Cell *
find_cell (TdSheet *self, guint row, guint column)
{
  const Row *place;

  if (row >= self->rows->len)
    return NULL;
  place = &g_array_index (self->rows, Row, row);
  return column < place->n_cells ? &g_array_index (self->cells, Cell, place->first + column) : NULL;
}

/* What lies under a merged cell is not seen, so it is not there. */
static void
cover (TdSheet *self, const Span *span, gsize *budget)
{
  for (guint row = span->row; row < MIN (span->row + span->rows, MIN (self->rows->len, self->end)); row++)
    {
      guint n = MIN (span->column + span->columns, g_array_index (self->rows, Row, row).n_cells);

      for (guint column = span->column; column < n; column++)
        if (row != span->row || column != span->column)
          memset (find_cell (self, row, column), 0, sizeof (Cell));
      n = n > span->column ? n - span->column + 1 : 1;
      if (*budget < n)
        return;
      *budget -= n;
    }
}

static gboolean
last_row_is_empty (TdSheet *self)
{
  const Row *row = &g_array_index (self->rows, Row, self->rows->len - 1);

  for (guint i = 0; i < row->n_cells; i++)
    if (g_array_index (self->cells, Cell, row->first + i).kind != TD_CELL_EMPTY)
      return FALSE;
  return TRUE;
}

static void
finish_grid (TdSheet *self)
{
  /* Spans of a broken file may lie over each other a thousand times; honest ones do not. */
  gsize budget = (gsize) 2 * self->cells->len + self->rows->len + 1000;

  g_array_sort (self->spans, compare_spans);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);
      Cell *cell = find_cell (self, span->row, span->column);

      if (cell != NULL)
        cell->spans = TRUE;
      cover (self, span, &budget);
    }
  while (self->rows->len > 0 && last_row_is_empty (self))
    g_array_set_size (self->rows, self->rows->len - 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      guint n = row->n_cells;

      while (n > self->n_columns && g_array_index (self->cells, Cell, row->first + n - 1).kind == TD_CELL_EMPTY)
        n--;
      self->n_columns = MAX (self->n_columns, n);
    }
}

/* Nothing is added any more. */
void
_td_sheet_finish (TdSheet *self)
{
  if (self->grid)
    finish_grid (self);
}

/**
 * td_sheet_get_name:
 * @self: a sheet
 *
 * Returns: (transfer none): its name in the file; "" where it has none
 */
const char *
td_sheet_get_name (TdSheet *self)
{
  return self->name;
}

/**
 * td_sheet_is_hidden:
 * @self: a sheet
 *
 * Returns: whether its author hid it
 */
gboolean
td_sheet_is_hidden (TdSheet *self)
{
  return self->hidden;
}

/**
 * td_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows it has, empty ones, the head and paragraphs around a table included
 */
guint
td_sheet_get_n_rows (TdSheet *self)
{
  return self->rows->len;
}

/**
 * td_sheet_get_table:
 * @self: a sheet
 * @first: (out): the first row of its table, from 0
 * @end: (out): the row behind the last
 *
 * Tells which rows are those of the table; the others are paragraphs of a document, each in the first cell.
 */
void
td_sheet_get_table (TdSheet *self, guint *first, guint *end)
{
  *first = MIN (self->first, self->rows->len);
  *end = MIN (self->end, self->rows->len);
}

/**
 * td_sheet_get_n_cells:
 * @self: a sheet
 * @row: from 0
 *
 * Returns: how many cells that row has: in a spreadsheet as many as the widest row, in a text
 *   file its own number
 */
guint
td_sheet_get_n_cells (TdSheet *self, guint row)
{
  return self->grid ? self->n_columns : g_array_index (self->rows, Row, row).n_cells;
}

/**
 * td_sheet_get:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the cell's text as a person sees it: an integer has no decimals and no
 *   exponent, a day is an ISO date; "" where there is nothing
 */
const char *
td_sheet_get (TdSheet *self, guint row, guint column)
{
  const Cell *cell = find_cell (self, row, column);

  return cell != NULL ? self->store->text->str + cell->text : "";
}

/**
 * td_sheet_get_kind:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: what the cell holds
 */
TdCellKind
td_sheet_get_kind (TdSheet *self, guint row, guint column)
{
  const Cell *cell = find_cell (self, row, column);

  return cell != NULL ? (TdCellKind) cell->kind : TD_CELL_EMPTY;
}

/**
 * td_sheet_get_font:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the family of the font most of the cell is set in, such as
 *   ".VnTime"; %NULL where the file does not say
 */
const char *
td_sheet_get_font (TdSheet *self, guint row, guint column)
{
  const Cell *cell = find_cell (self, row, column);

  return cell != NULL && cell->font != 0 ? g_ptr_array_index (self->store->fonts, cell->font - 1) : NULL;
}

/**
 * td_sheet_get_span:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 * @rows: (out): how many rows the cell goes over, itself included
 * @columns: (out): how many columns
 *
 * Of merged cells only the first one holds something; the others are empty.
 */
void
td_sheet_get_span (TdSheet *self, guint row, guint column, guint *rows, guint *columns)
{
  const Span wanted = { row, column, 1, 1 };
  const Cell *cell = find_cell (self, row, column);
  guint place;

  *rows = *columns = 1;
  if (cell == NULL || !cell->spans || !g_array_binary_search (self->spans, &wanted, compare_spans, &place))
    return;
  *rows = g_array_index (self->spans, Span, place).rows;
  *columns = g_array_index (self->spans, Span, place).columns;
}

/**
 * td_sheet_get_line:
 * @self: a sheet
 * @row: from 0
 *
 * Returns: the row's number in the file, from 1: in a text file the line where it begins
 */
guint
td_sheet_get_line (TdSheet *self, guint row)
{
  return g_array_index (self->rows, Row, row).line;
}
