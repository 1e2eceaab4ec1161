/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-values"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-citizen-id.h"
#include "td-date.h"
#include "td-list-reader-private.h"
#include "td-text.h"

/* What the cells of a row say. Nothing is corrected in silence: where a value is not what stands in
 * the cell, it says how it came to be, and a finding asks for a look where that is not certain. */

/**
 * _td_list_take:
 * @self: a reader with a table
 * @line: a row
 * @finding: (transfer full): what is wrong with it
 */
void
_td_list_take (TdListReader *self, TdListLine *line, TdFinding *finding)
{
  g_autofree char *where = td_list_reading_dup_where (self->reading, self->table, line->line);

  td_list_row_take_finding (line->row, td_finding_at (finding, where, 0, line->line));
}

/**
 * _td_list_set:
 * @self: a reader with a table
 * @line: a row
 * @role: what is said
 * @text: as written
 * @change: how it came to be
 * @column: where it stands
 *
 * Keeps a value in the form in which text is stored.
 */
void
_td_list_set (TdListReader *self, TdListLine *line, TdListRole role, const char *text, TdListChange change, int column)
{
  g_autofree char *normal = NULL;

  if (*text == '\0')
    return;
  normal = td_text_normalize (text);
  /* Most cells are as they should be: their text is kept once. */
  if (column >= 0 && (guint) column < line->n_cells && g_str_equal (normal, line->cells[column]))
    td_list_row_set (line->row, role, line->cells[column], change, column);
  else
    td_list_row_set (line->row, role, td_list_reading_keep (self->reading, normal), change, column);
}

static void
read_word (TdListReader *self, TdListLine *line, TdListRole role, const TdListPhrases *words, const char *rule, const char *text, int column)
{
  g_autofree char *folded = td_text_fold (text);
  const char *bare = g_str_has_prefix (folded, "khen thuong ") ? folded + strlen ("khen thuong ") : folded;
  const char *nick = td_list_phrases_find (words, bare);

  if (nick == NULL)
    _td_list_take (self, line, td_finding_new (rule, TD_SEVERITY_BLOCK, _ ("“%s” is not understood."), text));
  else
    td_list_row_set (line->row, role, nick, TD_LIST_CHANGE_READ, column);
}

/* "CCCD 066 081 000 111, cấp ngày 10/5/2021": the only number among the words that is as long as one of a citizen. */
static char *
dup_only_number (const char *text)
{
  char *found = NULL;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = g_ascii_isdigit (*p) ? strspn (p, "0123456789 .") : 0;
      g_autofree char *part = g_strndup (p, length);
      TdCitizenId id;

      p += MAX (length, 1);
      td_citizen_id_parse (part, &id);
      if (length == 0 || (id.n_digits != 9 && id.n_digits != 12) || id.kind == TD_CITIZEN_ID_UNKNOWN)
        continue;
      if (found != NULL)
        {
          g_free (found);
          return NULL;
        }
      found = g_strdup (id.number);
    }
  return found;
}

/* Zeros that a spreadsheet dropped are put back here; whether that is believable is for the rules to say, who
 * know birth and sex. The number itself is never quoted. */
static void
read_citizen_id (TdListReader *self, TdListLine *line, const char *text, int column)
{
  TdCitizenId id;

  td_citizen_id_parse (text, &id);
  if (id.kind == TD_CITIZEN_ID_MISSING)
    return;
  if (id.kind == TD_CITIZEN_ID_UNKNOWN)
    {
      g_autofree char *only = dup_only_number (text);

      _td_list_set (self, line, TD_LIST_ROLE_CITIZEN_ID, only != NULL ? only : text, only != NULL ? TD_LIST_CHANGE_SPLIT : TD_LIST_CHANGE_NONE, column);
    }
  else
    _td_list_set (self, line, TD_LIST_ROLE_CITIZEN_ID, id.number, id.n_zeros_lost > 0 ? TD_LIST_CHANGE_ZERO : TD_LIST_CHANGE_NONE, column);
}

/* A column for men or for women holds their birth, or a mark. */
static void
read_birth_by_sex (TdListReader *self, TdListLine *line, TdListRole role, const char *text, guint row, int column)
{
  const char *sex = role == TD_LIST_ROLE_BIRTH_MALE ? "male" : "female";
  const char *known = line->row->values[TD_LIST_ROLE_SEX];
  const char *answer = td_list_phrases_find (self->words->yes_no, text);

  if (g_strcmp0 (answer, "no") == 0)
    return;
  if (known != NULL && !g_str_equal (known, sex))
    {
      _td_list_take (self, line, td_finding_new ("sex-wrong", TD_SEVERITY_BLOCK, _ ("The row stands in the column of men and in the column of women.")));
      return;
    }
  if (answer != NULL || td_list_phrases_find (self->words->sexes, text) != NULL)
    {
      td_list_row_set (line->row, TD_LIST_ROLE_SEX, sex, TD_LIST_CHANGE_READ, column);
      return;
    }
  _td_list_date_read (self, line, TD_LIST_ROLE_BIRTH, text, row, column);
  if (line->row->values[TD_LIST_ROLE_BIRTH] != NULL)
    td_list_row_set (line->row, TD_LIST_ROLE_SEX, sex, TD_LIST_CHANGE_READ, column);
}

static void
read_form (TdListReader *self, TdListLine *line, const char *text, int column)
{
  const TdListColumn *head = g_ptr_array_index (self->table->columns, column);
  const char *form = NULL, *giver = NULL;
  gboolean posthumous = FALSE;

  if (head->form != NULL)
    {
      const char *answer = td_list_phrases_find (self->words->yes_no, text);

      if (g_strcmp0 (answer, "no") == 0)
        return;
      if (line->row->values[TD_LIST_ROLE_AWARD_FORM] != NULL)
        {
          _td_list_take (self, line, td_finding_new ("form-several", TD_SEVERITY_BLOCK, _ ("Two award forms are marked: “%s” and “%s”. Write one row for each."), line->row->values[TD_LIST_ROLE_AWARD_FORM], head->form));
          return;
        }
      td_list_row_set (line->row, TD_LIST_ROLE_AWARD_FORM, head->form, TD_LIST_CHANGE_READ, column);
      return;
    }
  if (!_td_list_form_read (self, text, &form, &giver, &posthumous))
    {
      _td_list_take (self, line, td_finding_new ("form-unknown", TD_SEVERITY_BLOCK, _ ("“%s” is not in the catalogue of award forms."), text));
      return;
    }
  td_list_row_set (line->row, TD_LIST_ROLE_AWARD_FORM, form, TD_LIST_CHANGE_READ, column);
  if (giver != NULL && line->row->values[TD_LIST_ROLE_GIVER] == NULL)
    td_list_row_set (line->row, TD_LIST_ROLE_GIVER, giver, TD_LIST_CHANGE_SPLIT, column);
  if (posthumous)
    td_list_row_set (line->row, TD_LIST_ROLE_POSTHUMOUS, "yes", TD_LIST_CHANGE_SPLIT, column);
}

/* "123/QĐ-UBND ngày 01/02/2010". */
static void
read_decision (TdListReader *self, TdListLine *line, const char *text, int column)
{
  g_autofree char *normal = td_text_normalize (text);
  const char *number = normal + strcspn (normal, "0123456789");
  gsize length = strcspn (number, " ,;");
  g_autofree char *kept = g_strndup (number, length);
  const char *rest = number + length + strspn (number + length, " ,;-");
  TdDateDoubt doubts;
  g_autofree char *iso = *rest != '\0' ? td_date_read (rest, self->latest_year, &doubts) : NULL;

  _td_list_set (self, line, TD_LIST_ROLE_DECISION_NUMBER, kept, TD_LIST_CHANGE_SPLIT, column);
  if (iso != NULL)
    td_list_row_set (line->row, TD_LIST_ROLE_DECISION_DATE, td_list_reading_keep (self->reading, iso), TD_LIST_CHANGE_SPLIT, column);
  else if (*rest != '\0')
    _td_list_take (self, line, td_finding_new ("date-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a date."), rest));
}

/* The cell of a row: as it stands, from the cell it is merged with, or from the row above where a
 * sign says so. */
static const char *
find_cell (TdListReader *self, guint row, guint column, TdListRole role, TdListChange *change)
{
  const char *text = _td_list_cell (self, row, column, change);
  TdListAbove *above = &g_array_index (self->above, TdListAbove, column);
  guint rows = 1, columns = 1;

  if (*text == '\0')
    {
      if (above->text == NULL || row >= above->end)
        return "";
      *change = TD_LIST_CHANGE_DITTO;
      return above->text;
    }
  if (strlen (text) <= 10 && td_list_phrases_find (self->words->nothing, text) != NULL)
    return "";
  if (strlen (text) <= 10 && above->text != NULL && role != TD_LIST_ROLE_NAME && role != TD_LIST_ROLE_NUMBER && td_list_phrases_find (self->words->ditto, text) != NULL)
    {
      *change = TD_LIST_CHANGE_DITTO;
      return above->text;
    }
  if (self->formatted)
    td_sheet_get_span (self->sheet, row, column, &rows, &columns);
  *above = (TdListAbove){ row + rows, text };
  return text;
}

static void
read_cell (TdListReader *self, TdListLine *line, guint row, int column, TdListRole role)
{
  TdListChange change = TD_LIST_CHANGE_NONE;
  const char *text = find_cell (self, row, column, role, &change);

  if (*text == '\0' || role == TD_LIST_ROLE_NONE)
    return;
  self->converted = self->converted || change == TD_LIST_CHANGE_LETTERS;
  if (self->formatted && td_sheet_get_kind (self->sheet, row, column) == TD_CELL_ERROR)
    {
      _td_list_take (self, line, td_finding_new ("cell-error", TD_SEVERITY_BLOCK, _ ("A formula failed in this row: “%s”."), text));
      return;
    }
  switch (role)
    {
    case TD_LIST_ROLE_NAME:
      {
        int given = td_list_table_find (self->table, TD_LIST_ROLE_GIVEN_NAME);
        const char *last = given >= 0 ? _td_list_cell (self, row, given, NULL) : "";
        g_autofree char *both = *last != '\0' ? g_strconcat (text, " ", last, NULL) : NULL;

        if (both == NULL && _td_list_has_post (self, line, text))
          _td_list_name_post_read (self, line, text, column, change);
        else
          _td_list_name_read (self, line, both != NULL ? both : text, column, both != NULL ? TD_LIST_CHANGE_READ : change);
        break;
      }
    case TD_LIST_ROLE_NAME_POST:
      _td_list_name_post_read (self, line, text, column, change);
      break;
    case TD_LIST_ROLE_POST_UNIT:
      _td_list_post_unit_read (self, line, text, column);
      break;
    case TD_LIST_ROLE_KIND:
      read_word (self, line, role, self->words->kinds, "subject-kind-wrong", text, column);
      break;
    case TD_LIST_ROLE_SEX:
      read_word (self, line, role, self->words->sexes, "sex-wrong", text, column);
      break;
    case TD_LIST_ROLE_COMMENDATION_KIND:
      read_word (self, line, role, self->words->commendation_kinds, "kind-wrong", text, column);
      break;
    case TD_LIST_ROLE_POSTHUMOUS:
      read_word (self, line, role, self->words->yes_no, "posthumous-wrong", text, column);
      break;
    case TD_LIST_ROLE_BIRTH:
    case TD_LIST_ROLE_PERIOD_FROM:
    case TD_LIST_ROLE_PERIOD_TO:
    case TD_LIST_ROLE_DECISION_DATE:
      _td_list_date_read (self, line, role, text, row, column);
      break;
    case TD_LIST_ROLE_BIRTH_MALE:
    case TD_LIST_ROLE_BIRTH_FEMALE:
      read_birth_by_sex (self, line, role, text, row, column);
      break;
    case TD_LIST_ROLE_CITIZEN_ID:
      read_citizen_id (self, line, text, column);
      break;
    case TD_LIST_ROLE_AWARD_FORM:
      read_form (self, line, text, column);
      break;
    case TD_LIST_ROLE_PERIOD:
      _td_list_period_read (self, line, text, column);
      break;
    case TD_LIST_ROLE_DECISION:
      read_decision (self, line, text, column);
      break;
    case TD_LIST_ROLE_GIVEN_NAME:
      break;
    default:
      _td_list_set (self, line, role, text, change, column);
    }
}

static void
fill (TdListLine *line, TdListRole role, const char *value, const char *from_title)
{
  if (line->row->values[role] == NULL && value != NULL)
    td_list_row_set (line->row, role, value, value == from_title ? TD_LIST_CHANGE_TITLE : TD_LIST_CHANGE_GROUP, -1);
}

/* Who a row is about when no column says so: what its group says, what only people have, the name itself. */
static void
settle_kind (TdListReader *self, TdListLine *line)
{
  const char *const *values = line->row->values;
  g_autofree char *folded = NULL;

  if (values[TD_LIST_ROLE_KIND] != NULL || values[TD_LIST_ROLE_NAME] == NULL)
    return;
  fill (line, TD_LIST_ROLE_KIND, self->context.kind, self->title.kind);
  if (values[TD_LIST_ROLE_KIND] != NULL)
    return;
  if (values[TD_LIST_ROLE_BIRTH] != NULL || values[TD_LIST_ROLE_SEX] != NULL)
    return;
  folded = td_text_fold (values[TD_LIST_ROLE_NAME]);
  if (td_list_phrases_find_start (self->words->collective_words, folded, NULL) != NULL && !_td_list_is_person_name (values[TD_LIST_ROLE_NAME]))
    td_list_row_set (line->row, TD_LIST_ROLE_KIND, "collective", TD_LIST_CHANGE_READ, -1);
}

/* What neither the row nor the titles of its list say, the text of the decision does. */
static void
settle_by_document (TdListReader *self, TdListLine *line)
{
  const TdListContext *document = &self->document;
  const char *const *values = line->row->values;

  fill (line, TD_LIST_ROLE_AWARD_FORM, document->award_form, document->award_form);
  if (document->award_form != NULL && g_str_equal (values[TD_LIST_ROLE_AWARD_FORM], document->award_form))
    {
      fill (line, TD_LIST_ROLE_GIVER, document->giver, document->giver);
      if (g_strcmp0 (document->posthumous, "yes") == 0)
        fill (line, TD_LIST_ROLE_POSTHUMOUS, document->posthumous, document->posthumous);
    }
  fill (line, TD_LIST_ROLE_ACHIEVEMENT, document->achievement, document->achievement);
  if (document->decision_number != NULL && (values[TD_LIST_ROLE_DECISION_NUMBER] == NULL || g_str_equal (values[TD_LIST_ROLE_DECISION_NUMBER], document->decision_number)))
    {
      fill (line, TD_LIST_ROLE_DECISION_NUMBER, document->decision_number, document->decision_number);
      fill (line, TD_LIST_ROLE_DECISION_DATE, document->decision_date, document->decision_date);
    }
  /* Who issued the decision gave what is in it. */
  if (values[TD_LIST_ROLE_AWARD_FORM] != NULL)
    fill (line, TD_LIST_ROLE_GIVER, self->context.issuer, self->context.issuer);
}

static void
settle (TdListReader *self, TdListLine *line)
{
  const TdListContext *context = &self->context;
  TdListRow *row = line->row;

  settle_kind (self, line);
  fill (line, TD_LIST_ROLE_AWARD_FORM, context->award_form, self->title.award_form);
  if (row->columns[TD_LIST_ROLE_AWARD_FORM] < 0)
    fill (line, TD_LIST_ROLE_GIVER, context->giver, self->title.giver);
  fill (line, TD_LIST_ROLE_UNIT, context->unit, NULL);
  fill (line, TD_LIST_ROLE_POSTHUMOUS, context->posthumous, self->title.posthumous);
  fill (line, TD_LIST_ROLE_ACHIEVEMENT, context->achievement, self->title.achievement);
  fill (line, TD_LIST_ROLE_DECISION_NUMBER, context->decision_number, self->title.decision_number);
  if (context->decision_number != NULL || self->document.decision_number == NULL)
    fill (line, TD_LIST_ROLE_DECISION_DATE, context->decision_date, self->title.decision_date);
  settle_by_document (self, line);
  if (self->marks_women && row->values[TD_LIST_ROLE_SEX] == NULL && (row->values[TD_LIST_ROLE_KIND] == NULL || g_str_equal (row->values[TD_LIST_ROLE_KIND], "person")))
    td_list_row_set (row, TD_LIST_ROLE_SEX, "male", TD_LIST_CHANGE_READ, td_list_table_find (self->table, TD_LIST_ROLE_BIRTH_FEMALE));
  if (row->values[TD_LIST_ROLE_NAME] == NULL)
    _td_list_take (self, line, td_finding_new ("name-missing", TD_SEVERITY_BLOCK, _ ("The name is missing.")));
}

/* In a text file a row shorter or longer than the head has its values in the wrong columns. */
static void
check_length (TdListReader *self, TdListLine *line)
{
  if (self->delimited && line->n_cells != self->n_head_cells)
    _td_list_take (self, line, td_finding_new ("row-length", TD_SEVERITY_BLOCK, ngettext ("The row has %u cell, the head has %u.", "The row has %u cells, the head has %u.", line->n_cells), line->n_cells, self->n_head_cells));
}

/**
 * _td_list_values_read:
 * @self: a reader with a table
 * @line: a row
 * @row: where it stands in the sheet
 */
void
_td_list_values_read (TdListReader *self, TdListLine *line, guint row)
{
  check_length (self, line);
  self->converted = FALSE;
  for (guint i = 0; i < self->table->columns->len; i++)
    read_cell (self, line, row, i, ((TdListColumn *) g_ptr_array_index (self->table->columns, i))->role);
  settle (self, line);
  if (self->converted)
    _td_list_take (self, line, td_finding_new ("encoding-guessed", TD_SEVERITY_BLOCK, _ ("This text looks like an old Vietnamese encoding and was converted: “%s”."), line->row->values[TD_LIST_ROLE_NAME] != NULL ? line->row->values[TD_LIST_ROLE_NAME] : ""));
}

/* What a text goes on with: a new sentence, or the same one. A row may go on over thousands of lines: its value grows
 * where it is. */
static const char *
join (TdListReader *self, TdListRole role, const char *before, const char *text)
{
  g_autofree char *normal = td_text_normalize (text);
  GString *growing = self->growing[role];
  gboolean anew;

  if (growing == NULL)
    {
      g_autofree char *start = td_text_normalize (before);

      growing = self->growing[role] = td_list_reading_grow (self->reading, start);
    }
  anew = role == TD_LIST_ROLE_ACHIEVEMENT && !g_unichar_islower (g_utf8_get_char (normal)) && growing->len > 0 && strchr (",;:.", growing->str[growing->len - 1]) == NULL;
  if (*normal != '\0')
    g_string_append_printf (growing, "%s%s", growing->len == 0 ? "" : anew ? "; "
                                                                           : " ",
                            normal);
  return growing->str;
}

/* Puts a line behind those the last row went on with. */
static void
add_more (TdListReader *self, TdListLine *line)
{
  if (self->grown != self->last)
    {
      memset (self->growing, 0, sizeof self->growing);
      self->grown = self->tail = self->last;
    }
  self->tail->more = line;
  self->tail = line;
}

/**
 * _td_list_values_go_on:
 * @self: a reader with a table, in which a row was read last
 * @line: a line that goes on with that row
 * @row: where it stands in the sheet
 *
 * Joins the words of the line with those above them.
 */
void
_td_list_values_go_on (TdListReader *self, TdListLine *line, guint row)
{
  TdListLine *last = self->last;

  add_more (self, line);
  for (guint i = self->from; i < MIN (self->table->columns->len, self->to); i++)
    {
      TdListRole role = ((TdListColumn *) g_ptr_array_index (self->table->columns, i))->role;
      const char *text = _td_list_cell (self, row, i, NULL);

      if (*text == '\0' || role == TD_LIST_ROLE_NONE)
        continue;
      if (role == TD_LIST_ROLE_POST_UNIT)
        role = TD_LIST_ROLE_UNIT;
      if (last->row->values[role] == NULL || last->row->columns[role] < 0)
        _td_list_set (self, last, role, text, TD_LIST_CHANGE_SPLIT, i);
      else
        td_list_row_set (last->row, role, join (self, role, last->row->values[role], text), TD_LIST_CHANGE_SPLIT, i);
    }
}
