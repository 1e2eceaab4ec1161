/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-lines"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-date.h"
#include "td-list-reader-private.h"
#include "td-text.h"

/* What each line of a sheet is: somebody, a group, a sum, signatures. */

/**
 * _td_list_is_number:
 * @text: of a cell
 *
 * Returns: whether it is a running number: "1", "01", "12.", "3)"
 */
gboolean
_td_list_is_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  return digits > 0 && digits <= 6 && (*rest == '\0' || g_str_equal (rest, ".") || g_str_equal (rest, ")") || g_str_equal (rest, ".0"));
}

/**
 * _td_list_marker_find:
 * @text: of a cell
 * @length: (out): how long it is, with what divides it from the words behind it
 *
 * Returns: the marker the text begins with: "I", "I.", "IV)", "A."
 */
TdListMarker
_td_list_marker_find (const char *text, gsize *length)
{
  gsize n = strspn (text, "IVXLC");
  TdListMarker kind = TD_LIST_MARKER_NONE;

  if (n > 0)
    kind = TD_LIST_MARKER_ROMAN;
  else if (g_ascii_isupper (*text) && !g_ascii_isalpha (text[1]))
    {
      n = 1;
      kind = TD_LIST_MARKER_CAPITAL;
    }
  else if ((n = strspn (text, "0123456789")) > 0 && n <= 2)
    kind = TD_LIST_MARKER_ARABIC;
  /* A single C, D, I, L … among A. and B. would be a letter; Roman numbers are by far the commoner. */
  if (kind == TD_LIST_MARKER_ROMAN && n == 1 && (*text == 'C' || *text == 'L'))
    kind = TD_LIST_MARKER_CAPITAL;
  *length = n;
  if (kind == TD_LIST_MARKER_NONE || (text[n] != '\0' && strchr (".)/: -", text[n]) == NULL) || (guchar) text[n] >= 0x80)
    return TD_LIST_MARKER_NONE;
  if (text[n] == ' ' && kind == TD_LIST_MARKER_ARABIC)
    return TD_LIST_MARKER_NONE;
  /* "Y Thun Êban" is somebody. */
  if (text[n] == ' ' && kind == TD_LIST_MARKER_CAPITAL && text[n + 1] != '-')
    return TD_LIST_MARKER_NONE;
  while (text[*length] == '.' && g_ascii_isdigit (text[*length + 1]))
    {
      kind = TD_LIST_MARKER_PART;
      *length += 1 + strspn (text + *length + 1, "0123456789");
    }
  while (text[*length] != '\0' && strchr (".)/: -", text[*length]) != NULL)
    ++*length;
  return kind;
}

typedef struct
{
  guint n_filled;
  guint n_texts; /* more than a marker or a number */
  guint column;  /* of the first text */
  const char *text;
  const char *marker; /* a marker in a cell of its own, before the text */
  guint span;         /* columns the text is merged over */
} Shape;

/* Whether a merged cell to the left goes over the columns looked at. */
static gboolean
reaches (TdListReader *self, guint row, guint column)
{
  guint rows = 1, columns = 1;

  if (self->formatted)
    td_sheet_get_span (self->sheet, row, column, &rows, &columns);
  return column + columns > self->from;
}

static Shape
look_at (TdListReader *self, guint row)
{
  guint n_cells = MIN (td_sheet_get_n_cells (self->sheet, row), self->to);
  Shape shape = { .span = 1 };

  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = td_sheet_get (self->sheet, row, i);
      gsize length;

      if (*text == '\0' || (i < self->from && !reaches (self, row, i)))
        continue;
      shape.n_filled++;
      if (shape.text == NULL && strlen (text) < 8 && (_td_list_is_number (text) || (_td_list_marker_find (text, &length) != TD_LIST_MARKER_NONE && text[length] == '\0')))
        {
          shape.marker = text;
          continue;
        }
      shape.n_texts++;
      if (shape.text == NULL)
        {
          guint rows;

          shape.text = _td_list_cell (self, row, i, NULL);
          shape.column = i;
          if (self->formatted)
            td_sheet_get_span (self->sheet, row, i, &rows, &shape.span);
        }
    }
  return shape;
}

/**
 * _td_list_speaks_of_group:
 * @self: a reader
 * @text: of a line
 *
 * Returns: whether its first words speak of a group: kinds of subjects, award forms, lists
 */
gboolean
_td_list_speaks_of_group (TdListReader *self, const char *text)
{
  g_autofree char *folded = td_text_fold (text);

  return g_str_has_prefix (folded, "danh sach") || td_list_phrases_find (self->words->kinds, text) != NULL
         || td_list_phrases_find_start (self->words->forms, folded, NULL) != NULL || g_str_has_prefix (folded, "danh hieu ")
         || g_str_has_prefix (folded, "truy tang") || g_str_has_prefix (folded, "hinh thuc ") || g_str_has_prefix (folded, "doi voi ")
         || g_str_has_prefix (folded, "tang ");
}

/* "1 | UBND xã Ea Kao" in a list of people: the numbers below begin anew, or are parts of this one. */
static gboolean
is_numbered_unit (TdListReader *self, guint row, const Shape *shape)
{
  int number = td_list_table_find (self->table, TD_LIST_ROLE_NUMBER);
  g_autofree char *folded = td_text_fold (shape->text);
  g_autofree char *part = NULL;
  const char *next = "";
  guint i;

  if (number < 0 || td_list_table_find (self->table, TD_LIST_ROLE_NAME) < 0 || !_td_list_is_number (shape->marker)
      || g_strcmp0 (self->context.kind, "collective") == 0 || td_list_phrases_find_start (self->words->collective_words, folded, NULL) == NULL)
    return FALSE;
  for (i = row + 1; i < self->bottom && i < row + 4 && *next == '\0'; i++)
    next = td_sheet_get (self->sheet, i, number);
  part = g_strdup_printf ("%.*s.", (int) strspn (shape->marker, "0123456789"), shape->marker);
  return (g_str_has_prefix (next, part) && g_ascii_isdigit (next[strlen (part)])) || (_td_list_is_number (next) && atoi (next) == 1 && look_at (self, i - 1).n_texts > 1);
}

/* "Chi đoàn 1" alone among "Họ và tên" of a list without numbers. */
static gboolean
is_unit_among_names (TdListReader *self, guint row, const Shape *shape)
{
  int name = td_list_table_find (self->table, TD_LIST_ROLE_NAME);
  g_autofree char *heading = name >= 0 ? td_text_fold (((TdListColumn *) g_ptr_array_index (self->table->columns, name))->heading) : NULL;
  g_autofree char *folded = td_text_fold (shape->text);

  return name >= 0 && shape->column == (guint) name && self->n_columns >= 3 && g_str_has_prefix (heading, "ho ") && strstr (heading, "tap the") == NULL && strstr (heading, "don vi") == NULL
         && g_strcmp0 (self->context.kind, "collective") != 0 && td_list_phrases_find_start (self->words->collective_words, folded, NULL) != NULL && !_td_list_is_person_name (shape->text)
         && row + 1 < self->bottom && look_at (self, row + 1).n_texts > 1;
}

static gboolean
is_group (TdListReader *self, guint row, const Shape *shape)
{
  int number = td_list_table_find (self->table, TD_LIST_ROLE_NUMBER);
  int name = td_list_table_find (self->table, TD_LIST_ROLE_NAME);
  gsize length;
  TdListMarker marker;

  if (shape->n_texts != 1 || shape->text == NULL || strlen (shape->text) > 400)
    return FALSE;
  /* An award form in the column of award forms is somebody's. */
  if (shape->marker == NULL && shape->span == 1 && shape->column > 0 && td_list_table_find (self->table, TD_LIST_ROLE_AWARD_FORM) == (int) shape->column)
    return FALSE;
  marker = _td_list_marker_find (shape->text, &length);
  if (shape->marker != NULL)
    {
      gsize own;
      TdListMarker kind = _td_list_marker_find (shape->marker, &own);

      return kind == TD_LIST_MARKER_ROMAN || kind == TD_LIST_MARKER_CAPITAL || _td_list_speaks_of_group (self, shape->text)
             || is_numbered_unit (self, row, shape);
    }
  if (marker == TD_LIST_MARKER_ROMAN || marker == TD_LIST_MARKER_CAPITAL)
    return TRUE;
  if (_td_list_speaks_of_group (self, shape->text + (marker != TD_LIST_MARKER_NONE ? length : 0)))
    return TRUE;
  if (shape->span >= 3 && shape->span * 2 > self->n_columns)
    return TRUE;
  if (number < 0)
    return is_unit_among_names (self, row, shape);
  /* A unit standing alone where the rows below have their running number, or before the names. */
  return self->n_columns >= 3 && (shape->column == (guint) number || (self->numbered && name >= 0 && shape->column == (guint) name));
}

static gboolean
is_total (TdListReader *self, const Shape *shape)
{
  g_autofree char *folded = NULL;

  if (shape->text == NULL || shape->marker != NULL || shape->n_texts > 4 || strlen (shape->text) > 600)
    return FALSE;
  folded = td_text_fold (shape->text);
  return td_list_phrases_find_start (self->words->totals, folded, NULL) != NULL;
}

/* "Ea Kar, ngày 20 tháng 11 năm 2026", also with the numbers left open. */
static gboolean
is_dated_place (const char *folded)
{
  const char *day = strstr (folded, "ngay ");
  const char *month = day != NULL ? strstr (day, " thang ") : NULL;

  return month != NULL && strstr (month, " nam") != NULL;
}

static gboolean
is_foot (TdListReader *self, const Shape *shape)
{
  g_autofree char *folded = NULL;

  if (shape->text == NULL || shape->marker != NULL || shape->n_texts > 3 || strlen (shape->text) > 1000)
    return FALSE;
  folded = td_text_fold (shape->text);
  if (is_dated_place (folded) && td_list_phrases_find_start (self->words->collective_words, folded, NULL) == NULL)
    return TRUE;
  return td_list_phrases_find_start (self->words->foot, folded, NULL) != NULL;
}

/* Below the signatures only what is plainly a row of the list still is one. */
static gboolean
is_plain_row (TdListReader *self, guint row, const Shape *shape)
{
  int number = td_list_table_find (self->table, TD_LIST_ROLE_NUMBER);
  int name = td_list_table_find (self->table, TD_LIST_ROLE_NAME);

  return number >= 0 && name >= 0 && _td_list_is_number (td_sheet_get (self->sheet, row, number))
         && *td_sheet_get (self->sheet, row, name) != '\0' && shape->n_filled >= 3;
}

static int
name_column (TdListReader *self)
{
  int name = td_list_table_find (self->table, TD_LIST_ROLE_NAME);

  return name >= 0 ? name : td_list_table_find (self->table, TD_LIST_ROLE_NAME_POST);
}

/* Whether the name of the row above is merged over this one too. */
static gboolean
is_under_name (TdListReader *self, guint row)
{
  int name = name_column (self);

  return self->last != NULL && name >= 0 && *td_sheet_get (self->sheet, row, name) == '\0' && row < g_array_index (self->above, TdListAbove, name).end;
}

/* Whether all there is in a row are words that could go on with those above them. */
static gboolean
has_only_words (TdListReader *self, guint row)
{
  guint n_cells = MIN (td_sheet_get_n_cells (self->sheet, row), self->to);

  for (guint i = self->from; i < n_cells; i++)
    {
      TdListRole role = i < self->table->columns->len ? ((TdListColumn *) g_ptr_array_index (self->table->columns, i))->role : TD_LIST_ROLE_NONE;

      if (*td_sheet_get (self->sheet, row, i) != '\0' && role != TD_LIST_ROLE_ACHIEVEMENT && role != TD_LIST_ROLE_NOTE && role != TD_LIST_ROLE_POST && role != TD_LIST_ROLE_UNIT
          && role != TD_LIST_ROLE_POST_UNIT && role != TD_LIST_ROLE_RESIDENCE && role != TD_LIST_ROLE_NONE)
        return FALSE;
    }
  return TRUE;
}

/* A line without a number and a name, in a list that has both, belongs to the row above. */
static gboolean
goes_on (TdListReader *self, guint row)
{
  int number = td_list_table_find (self->table, TD_LIST_ROLE_NUMBER);
  int name = name_column (self);

  return self->last != NULL && number >= 0 && self->numbered && name >= 0 && *td_sheet_get (self->sheet, row, number) == '\0'
         && *td_sheet_get (self->sheet, row, name) == '\0' && has_only_words (self, row);
}

/**
 * _td_list_line_recognise:
 * @self: a reader with a table
 * @row: below its head
 *
 * Returns: what the line is
 */
TdListLineKind
_td_list_line_recognise (TdListReader *self, guint row)
{
  Shape shape = look_at (self, row);

  if (shape.n_filled == 0)
    return TD_LIST_LINE_EMPTY;
  if (row >= self->bottom)
    return is_total (self, &shape) ? TD_LIST_LINE_TOTAL : TD_LIST_LINE_FOOT;
  if (self->below && !is_plain_row (self, row, &shape))
    return is_group (self, row, &shape) && _td_list_speaks_of_group (self, shape.text) ? TD_LIST_LINE_GROUP : TD_LIST_LINE_FOOT;
  self->below = FALSE;
  if (is_under_name (self, row))
    return has_only_words (self, row) ? TD_LIST_LINE_MORE : TD_LIST_LINE_ROW;
  /* Most lines have much in them. */
  if (shape.n_texts <= 4)
    {
      if (is_total (self, &shape))
        return TD_LIST_LINE_TOTAL;
      if (is_foot (self, &shape) && (shape.n_texts == 1 || self->n_columns > shape.n_texts + 1))
        {
          self->below = TRUE;
          return TD_LIST_LINE_FOOT;
        }
      if (is_group (self, row, &shape))
        return TD_LIST_LINE_GROUP;
      if (shape.marker == NULL && goes_on (self, row))
        return TD_LIST_LINE_MORE;
    }
  if (shape.n_texts == 0)
    return _td_list_head_is_numbering (self, row) ? TD_LIST_LINE_HEAD : shape.n_filled == 1 ? TD_LIST_LINE_EMPTY
                                                                                            : TD_LIST_LINE_ROW;
  return TD_LIST_LINE_ROW;
}

/**
 * _td_list_line_take_group:
 * @self: a reader with a table
 * @row: a group
 *
 * Keeps what the group says until the next of its kind: markers may be nested.
 */
void
_td_list_line_take_group (TdListReader *self, guint row)
{
  Shape shape = look_at (self, row);
  gsize length = 0;
  TdListMarker marker = _td_list_marker_find (shape.marker != NULL ? shape.marker : shape.text, &length);

  _td_list_group_take (self, marker, shape.marker != NULL || marker == TD_LIST_MARKER_NONE ? shape.text : shape.text + length);
}
