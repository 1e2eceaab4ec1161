/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-lines"

#include "config.h"

#include <string.h>

#include "td-date.h"
#include "td-list-reader-private.h"
#include "td-text.h"

/* What each line of a sheet is: somebody, a group, a sum, signatures; and what titles and groups
 * say about the rows below them. */

/* The kinds of markers groups have. */
enum
{
  MARKER_NONE,
  MARKER_CAPITAL,
  MARKER_ROMAN,
  MARKER_ARABIC,
};

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

/* "I", "I.", "IV)", "A.": which kind it is, and how long. */
static guint
find_marker (const char *text, gsize *length)
{
  gsize n = strspn (text, "IVXLC");
  guint kind = MARKER_NONE;

  if (n > 0)
    kind = MARKER_ROMAN;
  else if (g_ascii_isupper (*text) && !g_ascii_isalpha (text[1]))
    {
      n = 1;
      kind = MARKER_CAPITAL;
    }
  else if ((n = strspn (text, "0123456789")) > 0 && n <= 2)
    kind = MARKER_ARABIC;
  /* A single C, D, I, L … among A. and B. would be a letter; Roman numbers are by far the commoner. */
  if (kind == MARKER_ROMAN && n == 1 && (*text == 'C' || *text == 'L'))
    kind = MARKER_CAPITAL;
  *length = n;
  if (kind == MARKER_NONE || (text[n] != '\0' && strchr (".)/: -", text[n]) == NULL) || (guchar) text[n] >= 0x80)
    return MARKER_NONE;
  if (text[n] == ' ' && kind == MARKER_ARABIC)
    return MARKER_NONE;
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

static Shape
look_at (TdListReader *self, guint row)
{
  guint n_cells = MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS);
  Shape shape = { .span = 1 };

  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = td_sheet_get (self->sheet, row, i);
      gsize length;

      if (*text == '\0')
        continue;
      shape.n_filled++;
      if (shape.text == NULL && strlen (text) < 8 && (_td_list_is_number (text) || (find_marker (text, &length) != MARKER_NONE && text[length] == '\0')))
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

/* Whether the words before any name speak of a group: kinds of subjects, award forms, lists. */
static gboolean
speaks_of_group (TdListReader *self, const char *text)
{
  g_autofree char *folded = td_text_fold (text);

  return g_str_has_prefix (folded, "danh sach") || td_list_phrases_find (self->words->kinds, text) != NULL
         || td_list_phrases_find_start (self->words->forms, folded, NULL) != NULL || g_str_has_prefix (folded, "danh hieu ")
         || g_str_has_prefix (folded, "truy tang") || g_str_has_prefix (folded, "hinh thuc ") || g_str_has_prefix (folded, "doi voi ")
         || g_str_has_prefix (folded, "tang ");
}

static gboolean
is_group (TdListReader *self, const Shape *shape)
{
  int number = td_list_table_find (self->table, TD_LIST_ROLE_NUMBER);
  int name = td_list_table_find (self->table, TD_LIST_ROLE_NAME);
  gsize length;
  guint marker;

  if (shape->n_texts != 1 || shape->text == NULL || strlen (shape->text) > 400)
    return FALSE;
  marker = find_marker (shape->text, &length);
  if (shape->marker != NULL)
    {
      gsize own;
      guint kind = find_marker (shape->marker, &own);

      return kind == MARKER_ROMAN || kind == MARKER_CAPITAL || speaks_of_group (self, shape->text);
    }
  if (marker == MARKER_ROMAN || marker == MARKER_CAPITAL)
    return TRUE;
  if (speaks_of_group (self, shape->text + (marker != MARKER_NONE ? length : 0)))
    return TRUE;
  if (shape->span >= 3 && shape->span * 2 > self->n_columns)
    return TRUE;
  /* A unit standing alone where the rows below have their running number, or before the names. */
  return self->n_columns >= 3 && ((number >= 0 && shape->column == (guint) number) || (number >= 0 && self->numbered && name >= 0 && shape->column == (guint) name));
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
  if (self->below && !is_plain_row (self, row, &shape))
    return is_group (self, &shape) && speaks_of_group (self, shape.text) ? TD_LIST_LINE_GROUP : TD_LIST_LINE_FOOT;
  self->below = FALSE;
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
      if (is_group (self, &shape))
        return TD_LIST_LINE_GROUP;
    }
  if (shape.n_texts == 0)
    return _td_list_head_is_numbering (self, row) ? TD_LIST_LINE_HEAD : shape.n_filled == 1 ? TD_LIST_LINE_EMPTY
                                                                                            : TD_LIST_LINE_ROW;
  return TD_LIST_LINE_ROW;
}

/* What a title or the name of a group says. Gives whether it says anything known. */
static gboolean
take_words (TdListReader *self, const char *text, TdListContext *context)
{
  g_autofree char *folded = td_text_fold (text);
  static const char *const kinds[][2] = { { "ho gia dinh", "household" }, { "tap the", "collective" }, { "ca nhan", "person" } };
  const char *kind = NULL, *form = NULL, *giver = NULL;
  gboolean posthumous = FALSE;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (folded, kinds[i][0]) != NULL)
      {
        kind = kinds[i][1];
        n++;
      }
  /* "Tập thể lao động xuất sắc" is an award form, not a kind of subject. */
  if (_td_list_form_read (self, text, &form, &giver, &posthumous) && strstr (form, "ập thể") != NULL && n == 1 && strstr (folded, "cho tap the") == NULL)
    kind = "collective";
  if (n == 1)
    context->kind = kind;
  if (form != NULL)
    {
      context->award_form = form;
      context->giver = giver;
    }
  if (strstr (folded, "truy tang") != NULL)
    context->posthumous = "yes";
  return n > 0 || form != NULL || context->posthumous != NULL;
}

/* A group that says nothing known names the unit of the rows below. */
static void
take_group_words (TdListReader *self, const char *text)
{
  g_autofree char *folded = td_text_fold (text);
  gboolean known = take_words (self, text, &self->context);

  if (!known && td_list_phrases_find_start (self->words->collective_words, folded, NULL) != NULL)
    {
      g_autofree char *unit = td_text_normalize (text);

      self->context.unit = td_list_reading_keep (self->reading, unit);
    }
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
  guint marker = find_marker (shape.marker != NULL ? shape.marker : shape.text, &length);
  const char *text = shape.marker != NULL || marker == MARKER_NONE ? shape.text : shape.text + length;
  TdListLevel level = { marker, self->context };

  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, TdListLevel, i).marker == marker)
      {
        self->context = level.before = g_array_index (self->levels, TdListLevel, i).before;
        g_array_set_size (self->levels, i);
        break;
      }
  g_array_append_val (self->levels, level);
  take_group_words (self, text);
}

/* "Kèm theo Quyết định số 123/QĐ-UBND ngày 01/02/2026 của …" */
static void
take_decision (TdListReader *self, const char *text)
{
  static GRegex *regex;
  static gsize once;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("(?:quyết\\s+định|\\bqđ)\\s*(?:số)?\\s*:?\\s*(\\d+\\s*/[^\\s,;:()]+)"
                           "(?:[\\s,;]*(ngày\\s+\\d{1,2}\\s*(?:[/.-]\\s*\\d{1,2}\\s*[/.-]|tháng\\s*\\d{1,2}\\s*năm)\\s*\\d{4}))?",
                           G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (g_regex_match (regex, text, 0, &match))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      g_autofree char *day = g_match_info_fetch (match, 2);
      g_autofree char *iso = day != NULL && *day != '\0' ? td_date_parse (day) : NULL;

      self->title.decision_number = td_list_reading_keep (self->reading, number);
      self->title.decision_date = iso != NULL ? td_list_reading_keep (self->reading, iso) : NULL;
    }
}

static void
take_title (TdListReader *self, const char *text)
{
  g_autofree char *normal = td_text_normalize (text);
  g_autofree char *folded = td_text_fold (normal);

  if (g_str_has_prefix (folded, "da co thanh tich") || g_str_has_prefix (folded, "vi da co thanh tich") || g_str_has_prefix (folded, "co thanh tich"))
    self->title.achievement = td_list_reading_keep (self->reading, normal);
  else if (strstr (folded, "danh sach") != NULL || strstr (folded, "tang ") != NULL || strstr (folded, "khen thuong") != NULL)
    {
      /* Letters and laws are not what the list is about. */
      if (strstr (folded, "luat ") == NULL && strstr (folded, "kinh gui") == NULL && strstr (folded, "hoi dong") == NULL)
        take_words (self, normal, &self->title);
    }
  take_decision (self, normal);
}

/**
 * _td_list_line_take_titles:
 * @self: a reader
 * @first: the first row above a head
 * @end: the row behind the last
 *
 * Keeps what the titles say about the whole list.
 */
void
_td_list_line_take_titles (TdListReader *self, guint first, guint end)
{
  self->title = (TdListContext){ 0 };
  for (guint row = first; row < end; row++)
    {
      guint n_cells = MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS);

      for (guint i = 0; i < n_cells; i++)
        {
          const char *text = _td_list_cell (self, row, i, NULL);

          if (*text != '\0' && strlen (text) < 4000)
            take_title (self, text);
        }
    }
  self->context = self->title;
}
