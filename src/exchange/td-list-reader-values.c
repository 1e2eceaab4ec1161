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

typedef struct
{
  const char *form;
  const char *giver;
  gboolean posthumous;
} FormText;

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

static void
set (TdListReader *self, TdListLine *line, TdListRole role, const char *text, TdListChange change, int column)
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

/**
 * _td_list_skip_words:
 * @text: some words
 * @n: how many of them to pass
 *
 * Returns: the text behind them
 */
const char *
_td_list_skip_words (const char *text, guint n)
{
  while (n-- > 0)
    {
      text += strcspn (text, " ");
      text += strspn (text, " ");
    }
  return text;
}

static guint
count_words (const char *folded, gsize length)
{
  guint n = length > 0;

  for (gsize i = 0; i < length; i++)
    n += folded[i] == ' ';
  return n;
}

/* Who gives, up to where it is said to whom and what for. */
static char *
dup_giver (TdListReader *self, const char *text)
{
  gsize length = strcspn (text, "(,;\n");

  for (const char *p = text; p != NULL && p < text + length; p = strchr (p, ' '))
    {
      g_autofree char *folded = NULL;

      p += *p == ' ';
      folded = td_text_fold (p);
      if (td_list_phrases_find_start (self->words->giver_ends, folded, NULL) != NULL)
        length = p - text;
    }
  while (length > 0 && strchr (" .:", text[length - 1]) != NULL)
    length--;
  return g_strndup (text, length);
}

/* "Tặng Bằng khen của Chủ tịch UBND tỉnh": the form, and who gives it. */
static FormText *
parse_form (TdListReader *self, const char *text)
{
  FormText *result = g_new0 (FormText, 1);
  g_autofree char *normal = td_text_normalize (text);
  g_autofree char *folded = td_text_fold (normal);
  const char *form = NULL, *place = folded;
  gsize length = 0;

  result->posthumous = strstr (folded, "truy tang") != NULL;
  for (const char *p = folded; form == NULL && p != NULL; p = strchr (p, ' '))
    {
      p += *p == ' ';
      form = td_list_phrases_find_start (self->words->forms, p, &length);
      place = p;
    }
  if (form == NULL)
    return result;
  result->form = form;
  /* Words are counted: the folded text is not as long as the one that is written. Signs between words
   * count for none of them, so the giver is only taken where both have as many. */
  if (place[length] == ' ' && count_words (folded, strlen (folded)) == count_words (normal, strlen (normal)))
    {
      const char *rest = _td_list_skip_words (normal, count_words (folded, place + length - folded));
      g_autofree char *first = td_text_fold (rest);
      g_autofree char *giver = NULL;

      if (g_str_has_prefix (first, "cua "))
        rest = _td_list_skip_words (rest, 1);
      giver = dup_giver (self, rest);
      if (*giver != '-' && *giver != '\0')
        result->giver = td_list_reading_keep (self->reading, giver);
    }
  return result;
}

/**
 * _td_list_form_read:
 * @self: a reader
 * @text: as written
 * @form: (out): the award form's name in the catalogue, or %NULL
 * @giver: (out): who gives it, as written, or %NULL
 * @posthumous: (out): whether it is given to somebody dead
 *
 * Returns: whether an award form is named
 */
gboolean
_td_list_form_read (TdListReader *self, const char *text, const char **form, const char **giver, gboolean *posthumous)
{
  FormText *known;

  if (self->forms == NULL)
    self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known = g_hash_table_lookup (self->forms, text);
  if (known == NULL)
    {
      known = parse_form (self, text);
      g_hash_table_insert (self->forms, g_strdup (text), known);
    }
  *form = known->form;
  *giver = known->giver;
  *posthumous = known->posthumous;
  return known->form != NULL;
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
    set (self, line, TD_LIST_ROLE_CITIZEN_ID, text, TD_LIST_CHANGE_NONE, column);
  else
    set (self, line, TD_LIST_ROLE_CITIZEN_ID, id.number, id.n_zeros_lost > 0 ? TD_LIST_CHANGE_ZERO : TD_LIST_CHANGE_NONE, column);
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

  set (self, line, TD_LIST_ROLE_DECISION_NUMBER, kept, TD_LIST_CHANGE_SPLIT, column);
  if (iso != NULL)
    td_list_row_set (line->row, TD_LIST_ROLE_DECISION_DATE, td_list_reading_keep (self->reading, iso), TD_LIST_CHANGE_SPLIT, column);
  else if (*rest != '\0')
    _td_list_take (self, line, td_finding_new ("date-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a date."), rest));
}

/* Where the unit begins in "Hiệu trưởng Trường THCS Ea Kar": at a capital word units begin with. */
static const char *
find_unit (TdListReader *self, const char *text)
{
  static const char *const heads[] = { "truong", "pho", "pho truong", NULL };

  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *rest = NULL;
      g_autofree char *before = NULL;
      g_autofree char *folded_before = NULL;

      if (!g_unichar_isupper (g_utf8_get_char (p + 1)))
        continue;
      rest = td_text_fold (p + 1);
      before = g_strndup (text, p - text);
      folded_before = td_text_fold (before);
      if (td_list_phrases_find_start (self->words->collective_words, rest, NULL) != NULL && !g_strv_contains (heads, folded_before))
        return p + 1;
    }
  return NULL;
}

/* Post and unit in one cell: at the first comma, dash or line end, else where a unit begins. */
static void
read_post_unit (TdListReader *self, TdListLine *line, const char *text, int column)
{
  g_autofree char *copy = g_strdup (text);
  char *p = strpbrk (copy, ",;\n");
  char *dash = strstr (copy, " - ");
  const char *unit = NULL;
  const char *kind = line->row->values[TD_LIST_ROLE_KIND] != NULL ? line->row->values[TD_LIST_ROLE_KIND] : self->context.kind;

  if (kind != NULL && !g_str_equal (kind, "person"))
    {
      /* Neither collectives nor households have a post. */
      set (self, line, g_str_equal (kind, "collective") ? TD_LIST_ROLE_UNIT : TD_LIST_ROLE_RESIDENCE, text, TD_LIST_CHANGE_SPLIT, column);
      return;
    }
  if (p == NULL && dash != NULL)
    p = dash + 1;
  if (p != NULL)
    {
      unit = p + 1;
      *p = '\0';
    }
  else if ((unit = find_unit (self, text)) != NULL)
    copy[unit - text] = '\0';
  if (unit == NULL && self->words != NULL)
    {
      g_autofree char *folded = td_text_fold (text);

      /* Only a unit, without a post. */
      if (g_unichar_isupper (g_utf8_get_char (text)) && td_list_phrases_find_start (self->words->collective_words, folded, NULL) != NULL && strstr (folded, "truong ") != folded)
        {
          set (self, line, TD_LIST_ROLE_UNIT, text, TD_LIST_CHANGE_SPLIT, column);
          return;
        }
    }
  set (self, line, TD_LIST_ROLE_POST, g_strstrip (copy), TD_LIST_CHANGE_SPLIT, column);
  if (unit != NULL)
    set (self, line, TD_LIST_ROLE_UNIT, unit + strspn (unit, " \n"), TD_LIST_CHANGE_SPLIT, column);
}

static void
read_name_post (TdListReader *self, TdListLine *line, const char *text, int column, TdListChange change)
{
  g_autofree char *copy = g_strdup (text);
  char *p = strpbrk (copy, ",;\n");
  char *dash = strstr (copy, " - ");

  if (dash != NULL && (p == NULL || dash < p))
    p = dash + 1;
  if (p == NULL)
    {
      _td_list_name_read (self, line, text, column, change);
      return;
    }
  *p = '\0';
  _td_list_name_read (self, line, g_strstrip (copy), column, TD_LIST_CHANGE_SPLIT);
  read_post_unit (self, line, p + 1 + strspn (p + 1, " \n"), column);
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

        _td_list_name_read (self, line, both != NULL ? both : text, column, both != NULL ? TD_LIST_CHANGE_READ : change);
        break;
      }
    case TD_LIST_ROLE_NAME_POST:
      read_name_post (self, line, text, column, change);
      break;
    case TD_LIST_ROLE_POST_UNIT:
      read_post_unit (self, line, text, column);
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
      set (self, line, role, text, change, column);
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

  if (values[TD_LIST_ROLE_AWARD_FORM] == NULL)
    {
      fill (line, TD_LIST_ROLE_AWARD_FORM, document->award_form, document->award_form);
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
