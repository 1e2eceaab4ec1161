/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-book-odf"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-odf-private.h"
#include "td-readers-private.h"
#include "td-table-stack-private.h"

/* Sheets of Calc, and tables of Writer with the paragraphs around them (OpenDocument 1.3, part 3, 9): the content is one long part
 * that is read as it comes. Cells and rows may be told once and counted. */

typedef enum
{
  VALUE_TEXT,
  VALUE_NUMBER,
  VALUE_PERCENT,
  VALUE_DATE,
  VALUE_TIME,
  VALUE_BOOLEAN,
  VALUE_ERROR,
} ValueType;

typedef struct
{
  TdPart *part;
  TdBook *book;
  TdTableStack *stack;
  TdOdfStyles *styles;
  GHashTable *looks; /* name of a cell's style → TdOdfLook */
  const TdOdfLook *columns[TD_SHEET_MOST_COLUMNS];
  guint n_columns;
  const TdOdfLook *row_look;
  guint row_repeat;

  ValueType type;
  GString *value; /* the cell's, as programs read it */
  GString *number;
  const TdOdfLook *look;
  guint cell_repeat;
  gboolean has_formula;
  guint paragraphs; /* how many are open */
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->stack, _td_table_stack_free);
  g_clear_pointer (&self->styles, _td_odf_styles_free);
  g_hash_table_unref (self->looks);
  g_string_free (self->value, TRUE);
  g_string_free (self->number, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
is (Reader *self, const char *name)
{
  return g_str_equal (td_part_get_name (self->part), name);
}

static guint
parse_count (const char *text)
{
  return (guint) CLAMP (atol (text), 1, 100 * 1000 * 1000);
}

static const TdOdfLook *
cell_look (Reader *self, const char *name)
{
  TdOdfLook *look = g_hash_table_lookup (self->looks, name);

  if (look == NULL)
    {
      TdOdfLook found = _td_odf_styles_look_up (self->styles, "table-cell", name);

      look = g_memdup2 (&found, sizeof found);
      if (g_hash_table_size (self->looks) < 65536)
        g_hash_table_insert (self->looks, g_strdup (name), look);
      else
        g_clear_pointer (&look, g_free);
    }
  return look;
}

static gboolean
begin_table (Reader *self, GError **error)
{
  g_autofree char *name = td_part_dup_attribute (self->part, "name");
  g_autofree char *style = td_part_dup_attribute (self->part, "style-name");

  self->n_columns = 0;
  if (!_td_table_stack_begin_table (self->stack, name, error))
    return FALSE;
  if (style != NULL)
    _td_sheet_set_hidden (_td_table_stack_get_sheet (self->stack), _td_odf_styles_look_up (self->styles, "table", style).hidden);
  return TRUE;
}

static void
read_column (Reader *self)
{
  g_autofree char *style = td_part_dup_attribute (self->part, "default-cell-style-name");
  g_autofree char *repeated = td_part_dup_attribute (self->part, "number-columns-repeated");
  const TdOdfLook *look = style != NULL ? cell_look (self, style) : NULL;
  guint n = repeated != NULL ? parse_count (repeated) : 1;

  for (; n > 0 && self->n_columns < TD_SHEET_MOST_COLUMNS; n--)
    self->columns[self->n_columns++] = look;
}

static void
begin_row (Reader *self)
{
  g_autofree char *style = td_part_dup_attribute (self->part, "default-cell-style-name");
  g_autofree char *repeated = td_part_dup_attribute (self->part, "number-rows-repeated");

  self->row_look = style != NULL ? cell_look (self, style) : NULL;
  self->row_repeat = repeated != NULL ? parse_count (repeated) : 1;
  _td_table_stack_begin_row (self->stack);
}

static ValueType
parse_value_type (const char *text)
{
  static const struct
  {
    const char *name;
    ValueType type;
  } types[] = {
    { "float", VALUE_NUMBER },
    { "currency", VALUE_NUMBER },
    { "percentage", VALUE_PERCENT },
    { "date", VALUE_DATE },
    { "time", VALUE_TIME },
    { "boolean", VALUE_BOOLEAN },
    { "error", VALUE_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, text))
      return types[i].type;
  return VALUE_TEXT;
}

static void
begin_cell (Reader *self)
{
  guint column = _td_table_stack_get_column (self->stack);
  guint rows = 1, columns = 1;
  const char *name, *value;

  self->type = VALUE_TEXT;
  self->cell_repeat = 1;
  self->has_formula = FALSE;
  self->paragraphs = 0;
  self->look = self->row_look;
  if (self->look == NULL && column < self->n_columns)
    self->look = self->columns[column];
  g_string_truncate (self->value, 0);
  while (td_part_next_attribute (self->part, &name, &value))
    {
      if (g_str_equal (name, "value-type") && self->type != VALUE_ERROR && self->book->format == TD_BOOK_ODS)
        self->type = parse_value_type (value);
      else if (g_str_equal (name, "value") || g_str_equal (name, "date-value") || g_str_equal (name, "boolean-value"))
        g_string_assign (self->value, value);
      else if (g_str_equal (name, "style-name"))
        self->look = cell_look (self, value);
      else if (g_str_equal (name, "number-columns-repeated"))
        self->cell_repeat = parse_count (value);
      else if (g_str_equal (name, "number-columns-spanned"))
        columns = parse_count (value);
      else if (g_str_equal (name, "number-rows-spanned"))
        rows = parse_count (value);
      else if (g_str_equal (name, "formula"))
        self->has_formula = TRUE;
    }
  _td_table_stack_begin_cell (self->stack, 1, 1);
  _td_table_stack_add_span (self->stack, rows, columns);
}

/* The number as a person sees it, but without what differs from country to country; zeros in front
 * that are only shown stay. */
static TdCellKind
show_number (Reader *self, GString *text)
{
  double value = g_ascii_strtod (self->value->str, NULL);
  gboolean percent = self->type == VALUE_PERCENT;
  const char *digits = text->str + strspn (text->str, "0");

  /* Calc keeps truth values as numbers in a format of their own; Gnumeric does so with hundredths. */
  if ((value == 0 || value == 1) && g_unichar_isalpha (g_utf8_get_char (text->str)) && strpbrk (text->str, "0123456789") == NULL)
    {
      g_string_assign (text, value == 1 ? "TRUE" : "FALSE");
      return TD_CELL_BOOLEAN;
    }
  percent |= g_str_has_suffix (text->str, "%");
  g_string_truncate (self->number, 0);
  td_number_show_plain (percent ? value * 100 : value, self->number);
  if (percent)
    g_string_append_c (self->number, '%');
  if (!g_str_equal (digits, self->number->str))
    g_string_assign (text, self->number->str);
  return TD_CELL_NUMBER;
}

/* "1980-05-12", or with "T08:30:00" after it. What shows only a part of the day is text. */
static TdCellKind
show_date (Reader *self, GString *text)
{
  const TdDateParts whole = TD_DATE_PART_YEAR | TD_DATE_PART_MONTH | TD_DATE_PART_DAY;
  TdDateParts parts = self->look != NULL ? self->look->parts : 0;
  char *time = strchr (self->value->str, 'T');
  gboolean with_time = time != NULL && strspn (time, "T0:.Z") < strlen (time);

  if (parts != 0 && (parts & whole) != whole)
    return TD_CELL_TEXT;
  if (with_time && (parts == 0 || (parts & TD_DATE_PART_TIME) != 0))
    {
      *time = ' ';
      g_string_assign (text, self->value->str);
      return TD_CELL_TEXT;
    }
  if (time != NULL)
    g_string_truncate (self->value, time - self->value->str);
  g_string_assign (text, self->value->str);
  return TD_CELL_DATE;
}

static TdCellKind
show_value (Reader *self, GString *text)
{
  switch (self->type)
    {
    case VALUE_NUMBER:
    case VALUE_PERCENT:
      return self->value->len > 0 ? show_number (self, text) : TD_CELL_TEXT;
    case VALUE_DATE:
      return self->value->len > 0 ? show_date (self, text) : TD_CELL_TEXT;
    case VALUE_BOOLEAN:
      g_string_assign (text, g_str_equal (self->value->str, "true") ? "TRUE" : "FALSE");
      return TD_CELL_BOOLEAN;
    case VALUE_ERROR:
      return TD_CELL_ERROR;
    case VALUE_TIME:
    case VALUE_TEXT:
    default:
      return self->has_formula && _td_cell_is_error (text->str) ? TD_CELL_ERROR : TD_CELL_TEXT;
    }
}

static gboolean
end_cell (Reader *self, GError **error)
{
  GString *text = _td_table_stack_get_text (self->stack);

  return text == NULL || _td_table_stack_end_cell (self->stack, show_value (self, text), self->cell_repeat, error);
}

/* Covered cells are not seen, whatever is left in them. */
static void
skip_covered (Reader *self)
{
  g_autofree char *repeated = td_part_dup_attribute (self->part, "number-columns-repeated");

  td_part_skip (self->part);
  _td_table_stack_skip_columns (self->stack, repeated != NULL ? parse_count (repeated) : 1);
}

static void
set_font (Reader *self, const char *family, const char *style)
{
  TdOdfLook look = { NULL };

  if (style != NULL)
    look = _td_odf_styles_look_up (self->styles, family, style);
  _td_table_stack_set_font (self->stack, look.font != NULL ? look.font : self->look != NULL ? self->look->font
                                                                                            : NULL);
}

static void
begin_text (Reader *self)
{
  g_autofree char *style = NULL;

  if (is (self, "p") || is (self, "h"))
    {
      style = td_part_dup_attribute (self->part, "style-name");
      _td_table_stack_begin_paragraph (self->stack);
      set_font (self, "paragraph", style);
      self->paragraphs += !td_part_is_empty (self->part);
    }
  else if (is (self, "span") && (style = td_part_dup_attribute (self->part, "style-name")) != NULL)
    set_font (self, "text", style);
  else if (is (self, "s") || is (self, "tab"))
    _td_table_stack_add_blank (self->stack);
  else if (is (self, "line-break"))
    _td_table_stack_break (self->stack);
}

/* Notes, pictures, readings: they stand in a cell or a paragraph but are not what it says. Titles may stand in a frame. */
static gboolean
is_aside (Reader *self, gboolean in_cell)
{
  static const char *const asides[] = { "annotation", "note", "ruby-text", "tracked-changes", "control", "title", "desc", "forms", NULL };
  static const char *const in_cells[] = { "frame", "custom-shape", "shapes", "g", NULL };
  const char *name = td_part_get_name (self->part);

  return g_strv_contains (asides, name) || (in_cell && g_strv_contains (in_cells, name));
}

static gboolean
end_element (Reader *self, GError **error)
{
  if (is (self, "table-cell"))
    return end_cell (self, error);
  if (is (self, "table-row"))
    return _td_table_stack_end_row (self->stack, self->row_repeat, error);
  if (is (self, "table"))
    {
      /* The cell and the row around it go on. */
      self->row_repeat = self->cell_repeat = 1;
      _td_table_stack_end_table (self->stack);
      if (_td_table_stack_get_sheet (self->stack) == NULL)
        self->look = NULL;
    }
  else if (is (self, "p") || is (self, "h"))
    {
      self->paragraphs -= self->paragraphs > 0;
      _td_table_stack_end_paragraph (self->stack);
    }
  else if (is (self, "span"))
    set_font (self, "text", NULL);
  return TRUE;
}

static gboolean
begin_element (Reader *self, GError **error)
{
  gboolean in_cell = _td_table_stack_get_text (self->stack) != NULL;

  if (is (self, "tracked-changes") || (_td_table_stack_takes_text (self->stack) && is_aside (self, in_cell)))
    td_part_skip (self->part);
  else if (is (self, "covered-table-cell"))
    skip_covered (self);
  else if (is (self, "table"))
    return begin_table (self, error);
  else if (is (self, "table-column"))
    read_column (self);
  else if (is (self, "table-row"))
    begin_row (self);
  else if (is (self, "table-cell"))
    begin_cell (self);
  else if (_td_table_stack_takes_text (self->stack))
    begin_text (self);
  /* What was skipped stands at its end now. */
  return TRUE;
}

/* Line ends are how the file is written, not what it says. */
static void
add_text (Reader *self, const char *text)
{
  if (strpbrk (text, "\n\r\t") != NULL)
    _td_table_stack_add_words (self->stack, text, strlen (text));
  else
    _td_table_stack_add_text (self->stack, text, strlen (text));
}

static gboolean
read_content (Reader *self, GError **error)
{
  gboolean in_body = FALSE;
  int type;

  while ((type = td_part_next (self->part)) != 0)
    {
      if (type == XML_READER_TYPE_ELEMENT && !in_body)
        {
          in_body = is (self, "body");
          if (!in_body)
            _td_odf_styles_read (self->styles, self->part);
        }
      else if (type == XML_READER_TYPE_ELEMENT)
        {
          gboolean empty = td_part_is_empty (self->part);

          if (!begin_element (self, error) || (empty && (is (self, "table-cell") || is (self, "table-row")) && !end_element (self, error)))
            return FALSE;
        }
      else if (type == XML_READER_TYPE_END_ELEMENT && in_body)
        {
          if (!end_element (self, error))
            return FALSE;
        }
      else if (self->paragraphs > 0 && td_part_get_text (self->part) != NULL)
        add_text (self, td_part_get_text (self->part));
    }
  return td_part_finish (self->part, error);
}

static gboolean
read_styles (Reader *self, TdPackage *package, GError **error)
{
  g_autoptr (TdPart) part = td_package_open_part (package, "styles.xml", error);
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    if (type == XML_READER_TYPE_ELEMENT)
      _td_odf_styles_read (self->styles, part);
  return part != NULL && td_part_finish (part, error);
}

/* @format: ODS or ODT */
TdBook *
_td_book_read_odf (TdPackage *package, TdBookFormat format, GError **error)
{
  g_autoptr (TdBook) book = _td_book_new (format);
  g_autoptr (TdPart) part = NULL;
  g_auto (Reader) self = { .book = book };

  self.styles = _td_odf_styles_new ();
  self.stack = _td_table_stack_new (book, FALSE);
  self.looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.value = g_string_new (NULL);
  self.number = g_string_new (NULL);
  if (td_package_has (package, "styles.xml") && !read_styles (&self, package, error))
    return NULL;
  part = td_package_open_part (package, "content.xml", error);
  self.part = part;
  if (part == NULL || !read_content (&self, error) || !_td_table_stack_finish (self.stack, error))
    return NULL;
  return _td_book_finish (book, error) ? g_steal_pointer (&book) : NULL;
}
