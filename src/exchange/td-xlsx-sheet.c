/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-xlsx-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "td-xlsx-private.h"

/* One worksheet (ECMA-376 part 1, 18.3): rows and cells that may be missing, numbers of shared
 * texts and looks, merged cells. */

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_INLINE,
  CELL_FORMULA_TEXT,
  CELL_BOOLEAN,
  CELL_ERROR,
  CELL_ISO_DATE,
} CellType;

typedef struct
{
  TdPart *part;
  TdSheet *sheet;
  TdCellStore *store;
  GArray *strings, *styles;
  gboolean from_1904;
  TdXlsxRuns runs;
  GString *shown;
  guint row, column; /* from 1: the last one seen; 0: none yet */
  CellType type;
  guint style;
  GError **error;
} Reader;

static gboolean
is (Reader *self, const char *name)
{
  return g_str_equal (td_part_get_name (self->part), name);
}

/* "BC12": the column and the row from 1; 0 where they are missing or out of every bound. */
static const char *
parse_reference (const char *text, guint *column, guint *row)
{
  guint64 number = 0;

  *column = *row = 0;
  for (; g_ascii_isalpha (*text) && *column < 100000; text++)
    *column = *column * 26 + g_ascii_toupper (*text) - 'A' + 1;
  for (; g_ascii_isdigit (*text) && number < 100000000; text++)
    number = number * 10 + *text - '0';
  *row = (guint) number;
  return text;
}

static CellType
parse_type (const char *text)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = {
    { "s", CELL_SHARED },
    { "n", CELL_NUMBER },
    { "inlineStr", CELL_INLINE },
    { "str", CELL_FORMULA_TEXT },
    { "b", CELL_BOOLEAN },
    { "e", CELL_ERROR },
    { "d", CELL_ISO_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, text))
      return types[i].type;
  return CELL_NUMBER;
}

static void
begin_row (Reader *self)
{
  g_autofree char *number = td_part_dup_attribute (self->part, "r");
  guint row = number != NULL ? (guint) CLAMP (atol (number), 0, G_MAXINT / 2) : 0;

  self->row = row > 0 ? row : self->row + 1;
  self->column = 0;
}

static void
begin_cell (Reader *self)
{
  const char *name, *value;
  guint column = 0, row;

  self->type = CELL_NUMBER;
  self->style = 0;
  g_string_truncate (self->runs.text, 0);
  while (td_part_next_attribute (self->part, &name, &value))
    {
      if (*name == 'r' && name[1] == '\0')
        parse_reference (value, &column, &row);
      else if (*name == 's' && name[1] == '\0')
        self->style = (guint) CLAMP (atol (value), 0, G_MAXINT);
      else if (*name == 't' && name[1] == '\0')
        self->type = parse_type (value);
    }
  self->column = column > 0 ? column : self->column + 1;
  self->runs.best_font = 0;
}

/* Rows that are not in the file are empty; those after the last filled cell never come. */
static gboolean
reach_row (Reader *self)
{
  guint n = td_sheet_get_n_rows (self->sheet);

  if (n > self->row)
    {
      g_set_error (self->error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE,
                   _ ("The rows of the sheet “%s” are out of order. Open the file in Excel or LibreOffice and save it anew."),
                   td_sheet_get_name (self->sheet));
      return FALSE;
    }
  for (; n < self->row; n++)
    if (!_td_sheet_begin_row (self->sheet, n + 1, self->error))
      return FALSE;
  return TRUE;
}

static gboolean
set (Reader *self, TdCellKind kind, const char *text, gsize length, guint16 font)
{
  return length == 0
         || (reach_row (self) && _td_sheet_set_text (self->sheet, self->column - 1, kind, text, length, font, self->error));
}

static gboolean
set_shared (Reader *self, const TdXlsxStyle *style)
{
  const char *text = self->runs.text->str;
  char *end;
  guint64 number = g_ascii_strtoull (text, &end, 10);
  const TdXlsxString *string;

  /* A number without its text is a broken file; the cell says so as formulas that fail do. */
  if (end == text || number >= self->strings->len)
    return set (self, TD_CELL_ERROR, "#REF!", 5, 0);
  string = &g_array_index (self->strings, TdXlsxString, number);
  return string->place == 0
         || (reach_row (self)
             && _td_sheet_set (self->sheet, self->column - 1, TD_CELL_TEXT, string->place,
                               string->font != 0 ? string->font : style->font, self->error));
}

static gboolean
set_number (Reader *self, const TdXlsxStyle *style)
{
  const GString *text = self->runs.text;
  TdCellKind kind = TD_CELL_NUMBER;
  double value;
  char *end;

  /* Most numbers are short and whole, and shown as they are. */
  if (style->format.parts == 0 && !style->format.percent && style->format.n_decimals == 0 && *style->format.pattern == '\0'
      && text->len < 16 && strspn (text->str, "0123456789") == text->len)
    return set (self, kind, text->str, text->len, style->font);
  value = g_ascii_strtod (text->str, &end);
  g_string_truncate (self->shown, 0);
  if (end == text->str || *end != '\0' || !(value > -1e308 && value < 1e308))
    return set (self, TD_CELL_TEXT, text->str, text->len, style->font);
  kind = td_number_format_show (&style->format, value, self->from_1904, self->shown);
  return set (self, kind, self->shown->str, self->shown->len, style->font);
}

/* "2024-05-01T00:00:00" is a day, with hours it is text. */
static gboolean
set_iso_date (Reader *self, const TdXlsxStyle *style)
{
  GString *text = self->runs.text;
  char *time = strchr (text->str, 'T');

  if (time != NULL && strspn (time + 1, "0:.Z") == strlen (time + 1))
    g_string_truncate (text, time - text->str);
  time = strchr (text->str, 'T');
  if (time != NULL)
    *time = ' ';
  return set (self, time == NULL ? TD_CELL_DATE : TD_CELL_TEXT, text->str, text->len, style->font);
}

static gboolean
end_cell (Reader *self)
{
  static const TdXlsxStyle plain = { .font = 0 };
  const TdXlsxStyle *style = self->style < self->styles->len ? &g_array_index (self->styles, TdXlsxStyle, self->style) : &plain;
  const GString *text = self->runs.text;

  if (text->len == 0)
    return TRUE;
  switch (self->type)
    {
    case CELL_SHARED:
      return set_shared (self, style);
    case CELL_BOOLEAN:
      return text->str[0] == '1' ? set (self, TD_CELL_BOOLEAN, "TRUE", 4, style->font) : set (self, TD_CELL_BOOLEAN, "FALSE", 5, style->font);
    case CELL_ERROR:
      return set (self, TD_CELL_ERROR, text->str, text->len, style->font);
    case CELL_ISO_DATE:
      return set_iso_date (self, style);
    case CELL_INLINE:
    case CELL_FORMULA_TEXT:
      return set (self, TD_CELL_TEXT, text->str, text->len, self->runs.best_font != 0 ? self->runs.best_font : style->font);
    case CELL_NUMBER:
    default:
      return set_number (self, style);
    }
}

static gboolean
read_cell (Reader *self)
{
  gboolean in_value = FALSE;
  int type;

  begin_cell (self);
  if (td_part_is_empty (self->part))
    return TRUE;
  while ((type = td_part_next (self->part)) != 0)
    {
      if (type == XML_READER_TYPE_ELEMENT)
        {
          if (is (self, "is"))
            _td_xlsx_read_runs (self->part, "is", self->store, &self->runs);
          else
            in_value = is (self, "v") && !td_part_is_empty (self->part);
        }
      else if (type == XML_READER_TYPE_END_ELEMENT)
        {
          in_value = FALSE;
          if (is (self, "c"))
            return end_cell (self);
        }
      else if (in_value && td_part_get_text (self->part) != NULL)
        g_string_append (self->runs.text, td_part_get_text (self->part));
    }
  return TRUE;
}

/* "A1:C2" */
static void
read_span (Reader *self)
{
  g_autofree char *reference = td_part_dup_attribute (self->part, "ref");
  guint column, row, last_column, last_row;
  const char *p = reference != NULL ? parse_reference (reference, &column, &row) : NULL;

  if (p == NULL || *p != ':')
    return;
  parse_reference (p + 1, &last_column, &last_row);
  if (column > 0 && row > 0 && last_column >= column && last_row >= row)
    _td_sheet_add_span (self->sheet, row - 1, column - 1, last_row - row + 1, last_column - column + 1);
}

/* Reads a worksheet into a sheet that is empty. */
gboolean
_td_xlsx_read_sheet (TdPart *part, TdSheet *sheet, TdCellStore *store, GArray *strings, GArray *styles, gboolean from_1904,
                     GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  Reader self = { part, sheet, store, strings, styles, from_1904, { .text = text }, shown, .error = error };
  int type;

  while ((type = td_part_next (part)) != 0)
    {
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      if (is (&self, "row"))
        begin_row (&self);
      else if (is (&self, "mergeCell"))
        read_span (&self);
      else if (is (&self, "c") && self.row > 0 && !read_cell (&self))
        return FALSE;
    }
  return td_part_finish (part, error);
}
