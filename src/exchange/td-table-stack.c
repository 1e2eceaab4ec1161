/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-table-stack"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-table-stack-private.h"

#define MOST_DEEP         32
#define MOST_PARAGRAPHS   1000 /* between two tables; of more the first and the last half */
#define LONGEST_PARAGRAPH 16384

typedef struct
{
  guint row, columns, last_row; /* columns 0: no merge is open */
} OpenMerge;

/* Text as it comes, of a cell or of a paragraph. */
typedef struct
{
  GString *text;
  gboolean blank; /* to come before the next word */
  gsize run;      /* where the text in this font begins */
  guint16 font, best_font;
  gsize best_length;
} Text;

typedef struct
{
  char *text;
  guint16 font;
} Paragraph;

typedef struct
{
  TdSheet *sheet;
  guint first;  /* how many paragraphs stand above */
  guint row;    /* of the sheet, from 1; first: before the first of the table */
  guint column; /* where the cell begins, or the next will */
  gboolean in_cell;
  guint rows, columns; /* of the cell */
  TdMerge merge;
  Text text;
  guint covered[TD_SHEET_MOST_COLUMNS]; /* for so many rows more */
  OpenMerge merges[TD_SHEET_MOST_COLUMNS];
} Table;

struct _TdTableStack
{
  TdBook *book;
  gboolean shifts; /* cells give way to what hangs down from above, as in web pages */
  GPtrArray *tables;
  Text outside;       /* of all tables */
  GArray *paragraphs; /* of Paragraph: since the last table */
  TdSheet *last;      /* the last table that stands in no other */
  guint last_line;
};

static void
table_free (Table *table)
{
  g_string_free (table->text.text, TRUE);
  g_free (table);
}

static void
paragraph_clear (gpointer paragraph)
{
  g_free (((Paragraph *) paragraph)->text);
}

TdTableStack *
_td_table_stack_new (TdBook *book, gboolean shifts)
{
  TdTableStack *self = g_new0 (TdTableStack, 1);

  self->book = book;
  self->shifts = shifts;
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  self->outside.text = g_string_new (NULL);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, paragraph_clear);
  return self;
}

void
_td_table_stack_free (TdTableStack *self)
{
  g_ptr_array_unref (self->tables);
  g_array_unref (self->paragraphs);
  g_string_free (self->outside.text, TRUE);
  g_free (self);
}

static Table *
innermost (TdTableStack *self)
{
  return self->tables->len > 0 ? g_ptr_array_index (self->tables, self->tables->len - 1) : NULL;
}

static Table *
cell_table (TdTableStack *self)
{
  Table *table = innermost (self);

  return table != NULL && table->in_cell ? table : NULL;
}

/* Where text goes now: into a cell, or into a paragraph of a document. */
static Text *
open_text (TdTableStack *self)
{
  Table *table = cell_table (self);

  if (table != NULL)
    return &table->text;
  return self->tables->len == 0 && self->book->format != TD_BOOK_ODS ? &self->outside : NULL;
}

gboolean
_td_table_stack_takes_text (TdTableStack *self)
{
  return open_text (self) != NULL;
}

static void
end_run (Text *text)
{
  if (text->text->len > text->run + text->best_length)
    {
      text->best_length = text->text->len - text->run;
      text->best_font = text->font;
    }
  text->run = text->text->len;
}

static void
begin_run_over (Text *text)
{
  text->blank = FALSE;
  text->run = text->best_length = 0;
  text->font = text->best_font = 0;
  g_string_truncate (text->text, 0);
}

/* The paragraph outside of tables ends. Of a long document its beginning and what stands nearest to the table are kept. */
void
_td_table_stack_end_paragraph (TdTableStack *self)
{
  Text *text = &self->outside;
  Paragraph paragraph;

  if (self->tables->len > 0)
    return;
  end_run (text);
  if (text->text->len > LONGEST_PARAGRAPH)
    g_string_truncate (text->text, LONGEST_PARAGRAPH);
  paragraph = (Paragraph){ g_strstrip (g_utf8_make_valid (text->text->str, text->text->len)), text->best_font };
  begin_run_over (text);
  if (*paragraph.text == '\0')
    {
      g_free (paragraph.text);
      return;
    }
  g_array_append_val (self->paragraphs, paragraph);
  if (self->paragraphs->len > MOST_PARAGRAPHS)
    g_array_remove_index (self->paragraphs, MOST_PARAGRAPHS / 2);
}

/* In a cell a new line, outside of tables another paragraph. */
void
_td_table_stack_begin_paragraph (TdTableStack *self)
{
  _td_table_stack_end_paragraph (self);
  if (cell_table (self) != NULL)
    _td_table_stack_break (self);
}

/* The paragraphs since the last table become rows of a sheet. */
static gboolean
keep_paragraphs (TdTableStack *self, TdSheet *sheet, guint line, GError **error)
{
  _td_table_stack_end_paragraph (self);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);

      if (!_td_sheet_begin_row (sheet, ++line, error)
          || !_td_sheet_set_text (sheet, 0, TD_CELL_TEXT, paragraph->text, strlen (paragraph->text), paragraph->font, error))
        return FALSE;
    }
  g_array_set_size (self->paragraphs, 0);
  return TRUE;
}

gboolean
_td_table_stack_begin_table (TdTableStack *self, const char *name, GError **error)
{
  Table *table;
  TdSheet *sheet;

  if (self->tables->len >= MOST_DEEP)
    {
      g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE, _ ("Too many tables stand inside one another."));
      return FALSE;
    }
  sheet = _td_book_add_sheet (self->book, name, error);
  if (sheet == NULL || (self->tables->len == 0 && !keep_paragraphs (self, sheet, 0, error)))
    return FALSE;
  _td_sheet_begin_table (sheet);
  table = g_new0 (Table, 1);
  table->sheet = sheet;
  table->first = table->row = td_sheet_get_n_rows (sheet);
  table->text.text = g_string_new (NULL);
  g_ptr_array_add (self->tables, table);
  return TRUE;
}

void
_td_table_stack_begin_row (TdTableStack *self)
{
  Table *table = innermost (self);

  if (table == NULL)
    return;
  table->row++;
  table->column = 0;
  table->in_cell = FALSE;
}

void
_td_table_stack_begin_cell (TdTableStack *self, guint rows, guint columns)
{
  Table *table = innermost (self);

  if (table == NULL)
    return;
  if (table->row == table->first)
    table->row++;
  while (self->shifts && table->column < TD_SHEET_MOST_COLUMNS && table->covered[table->column] > 0)
    table->covered[table->column++]--;
  table->in_cell = TRUE;
  table->rows = rows;
  table->columns = columns;
  table->merge = TD_MERGE_NONE;
  begin_run_over (&table->text);
}

/* Columns of the row without a cell; also cells that others cover. */
void
_td_table_stack_skip_columns (TdTableStack *self, guint n)
{
  Table *table = innermost (self);

  if (table != NULL)
    table->column = MIN (table->column + MIN (n, TD_SHEET_MOST_COLUMNS), TD_SHEET_MOST_COLUMNS);
}

void
_td_table_stack_set_columns (TdTableStack *self, guint columns)
{
  Table *table = cell_table (self);

  if (table != NULL)
    table->columns = MAX (columns, 1);
}

void
_td_table_stack_set_merge (TdTableStack *self, TdMerge merge)
{
  Table *table = cell_table (self);

  if (table != NULL)
    table->merge = merge;
}

/* The font of the text that follows; NULL: not told. */
void
_td_table_stack_set_font (TdTableStack *self, const char *family)
{
  Text *open = open_text (self);

  if (open == NULL)
    return;
  end_run (open);
  open->font = _td_cell_store_font (self->book->store, family);
}

void
_td_table_stack_add_text (TdTableStack *self, const char *text, gsize length)
{
  Text *open = open_text (self);

  if (open == NULL || open->text->len > (open == &self->outside ? LONGEST_PARAGRAPH : TD_CELL_MOST_TEXT))
    return;
  if (open->blank)
    g_string_append_c (open->text, ' ');
  open->blank = FALSE;
  g_string_append_len (open->text, text, length);
}

/* One blank between two words of a line, however often it is said. */
void
_td_table_stack_add_blank (TdTableStack *self)
{
  Text *open = open_text (self);

  if (open != NULL && open->text->len > 0 && open->text->str[open->text->len - 1] != '\n')
    open->blank = TRUE;
}

/* Text whose blanks and line ends are one blank each, as in web pages. */
void
_td_table_stack_add_words (TdTableStack *self, const char *text, gsize length)
{
  for (gsize i = 0; i < length;)
    {
      gsize begin = i;

      while (i < length && !g_ascii_isspace (text[i]))
        i++;
      if (i > begin)
        _td_table_stack_add_text (self, text + begin, i - begin);
      for (begin = i; i < length && g_ascii_isspace (text[i]); i++)
        ;
      if (i > begin)
        _td_table_stack_add_blank (self);
    }
}

/* A new line, unless the cell or the paragraph has just begun. */
void
_td_table_stack_break (TdTableStack *self)
{
  Text *open = open_text (self);

  if (open == NULL || open->text->len == 0 || open->text->len > TD_CELL_MOST_TEXT)
    return;
  open->blank = FALSE;
  g_string_append_c (open->text, '\n');
}

/* What the cell holds so far, for a reader that knows better. */
GString *
_td_table_stack_get_text (TdTableStack *self)
{
  Table *table = cell_table (self);

  return table != NULL ? table->text.text : NULL;
}

TdSheet *
_td_table_stack_get_sheet (TdTableStack *self)
{
  Table *table = innermost (self);

  return table != NULL ? table->sheet : NULL;
}

guint
_td_table_stack_get_column (TdTableStack *self)
{
  Table *table = innermost (self);

  return table != NULL ? table->column : 0;
}

/* The cell goes over others, which are in the file too and count for themselves. */
void
_td_table_stack_add_span (TdTableStack *self, guint rows, guint columns)
{
  Table *table = cell_table (self);

  if (table != NULL)
    _td_sheet_add_span (table->sheet, table->row - 1, table->column, rows, columns);
}

static void
close_merge (Table *table, guint column)
{
  OpenMerge *merge = &table->merges[column];

  if (merge->columns > 0)
    _td_sheet_add_span (table->sheet, merge->row - 1, column, merge->last_row - merge->row + 1, merge->columns);
  merge->columns = 0;
}

/* What hangs down from this cell, or what this cell hangs on to. */
static void
note_spans (TdTableStack *self, Table *table)
{
  guint column = table->column;

  if (column >= TD_SHEET_MOST_COLUMNS)
    return;
  if (table->merge == TD_MERGE_GOES_ON && table->merges[column].columns > 0)
    {
      table->merges[column].last_row = table->row;
      return;
    }
  close_merge (table, column);
  if (table->merge == TD_MERGE_BEGINS)
    table->merges[column] = (OpenMerge){ table->row, table->columns, table->row };
  else
    _td_sheet_add_span (table->sheet, table->row - 1, column, table->rows, table->columns);
  for (guint i = column; self->shifts && table->rows > 1 && i < MIN (column + table->columns, TD_SHEET_MOST_COLUMNS); i++)
    table->covered[i] = table->rows - 1;
}

static gboolean
keep_text (TdTableStack *self, Table *table, TdCellKind kind, guint n, GError **error)
{
  guint32 place;

  for (guint row = td_sheet_get_n_rows (table->sheet); row < table->row; row++)
    if (!_td_sheet_begin_row (table->sheet, row + 1, error))
      return FALSE;
  if (!_td_cell_store_add (self->book->store, table->text.text->str, table->text.text->len, &place, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!_td_sheet_set (table->sheet, table->column + i * table->columns, kind, place, table->text.best_font, error))
      return FALSE;
  return TRUE;
}

/* The cell ends; it stands there @n times, one beside the other. */
gboolean
_td_table_stack_end_cell (TdTableStack *self, TdCellKind kind, guint n, GError **error)
{
  Table *table = cell_table (self);
  GString *text = table != NULL ? table->text.text : NULL;
  gboolean ok = TRUE;

  if (table == NULL)
    return TRUE;
  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  end_run (&table->text);
  note_spans (self, table);
  table->in_cell = FALSE;
  if (text->len > 0 && table->merge != TD_MERGE_GOES_ON)
    ok = keep_text (self, table, kind, n, error);
  table->column += MIN ((guint64) n * table->columns, TD_SHEET_MOST_COLUMNS);
  return ok;
}

/* The row ends; it stands there @n times, one below the other. */
gboolean
_td_table_stack_end_row (TdTableStack *self, guint n, GError **error)
{
  Table *table = innermost (self);

  if (table == NULL || table->row == table->first)
    return TRUE;
  for (; self->shifts && table->column < TD_SHEET_MOST_COLUMNS; table->column++)
    table->covered[table->column] -= table->covered[table->column] > 0;
  if (n > 1 && td_sheet_get_n_rows (table->sheet) == table->row && !_td_sheet_repeat_row (table->sheet, n - 1, error))
    return FALSE;
  table->row = (guint) MIN ((guint64) table->row + n - 1, G_MAXINT);
  return TRUE;
}

void
_td_table_stack_end_table (TdTableStack *self)
{
  Table *table = innermost (self);

  if (table == NULL)
    return;
  for (guint i = 0; i < TD_SHEET_MOST_COLUMNS; i++)
    close_merge (table, i);
  _td_sheet_end_table (table->sheet);
  self->last = table->sheet;
  self->last_line = table->row;
  g_ptr_array_set_size (self->tables, self->tables->len - 1);
}

/* The document ends: what stands behind the last table is below it. */
gboolean
_td_table_stack_finish (TdTableStack *self, GError **error)
{
  while (self->tables->len > 0)
    _td_table_stack_end_table (self);
  return self->last == NULL || keep_paragraphs (self, self->last, self->last_line, error);
}
