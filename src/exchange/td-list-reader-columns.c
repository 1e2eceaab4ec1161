/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-columns"

#include "config.h"

#include <string.h>

#include "td-date.h"
#include "td-list-reader-private.h"
#include "td-text.h"

/* Columns whose heading says nothing are recognised by what stands in them. */

#define ROWS_SAMPLED    100
#define LEAST_FILLED    3 /* cells, before anything is concluded from them */
#define LEAST_OF_TEN    7 /* that must agree */
#define FIRST_BIRTHYEAR 1900

typedef struct
{
  guint n_filled, n_numbers, n_ids, n_births, n_sexes, n_forms, n_kinds, n_names, n_units, n_marks;
} Sample;

static gboolean
is_citizen_id (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return text[n] == '\0' && (n == 12 || n == 11 || n == 9);
}

static gboolean
is_birth (TdListReader *self, const char *text)
{
  TdDateDoubt doubts;
  g_autofree char *iso = strlen (text) <= 40 ? td_date_read (text, self->latest_year, &doubts) : NULL;
  int year = td_date_get_year (iso);

  /* Two digits, or a day alone, are too little to go by. */
  return iso != NULL && (doubts & (TD_DATE_DOUBT_SERIAL | TD_DATE_DOUBT_JOINED)) == 0 && strlen (text) >= 4
         && year >= FIRST_BIRTHYEAR && year <= self->latest_year - 5;
}

static void
sample_cell (TdListReader *self, const char *text, Sample *sample)
{
  const char *form, *giver;
  gboolean posthumous;
  g_autofree char *folded = NULL;

  if (*text == '\0' || strlen (text) > 300)
    return;
  sample->n_filled++;
  if (_td_list_is_number (text))
    {
      sample->n_numbers++;
      sample->n_births += strlen (text) == 4 && is_birth (self, text);
      sample->n_marks += g_str_equal (text, "1");
      return;
    }
  if (g_ascii_isdigit (*text))
    {
      sample->n_ids += is_citizen_id (text);
      sample->n_births += is_birth (self, text);
      return;
    }
  folded = td_text_fold (text);
  sample->n_marks += g_strcmp0 (td_list_phrases_find (self->words->yes_no, text), "yes") == 0;
  sample->n_sexes += td_list_phrases_find (self->words->sexes, text) != NULL;
  sample->n_kinds += td_list_phrases_find (self->words->kinds, text) != NULL;
  sample->n_forms += _td_list_form_read (self, text, &form, &giver, &posthumous);
  sample->n_units += td_list_phrases_find_start (self->words->collective_words, folded, NULL) != NULL;
  sample->n_names += _td_list_is_person_name (text) || td_list_phrases_find_start (self->words->households, folded, NULL) != NULL;
}

static Sample
sample_column (TdListReader *self, guint column, guint first, guint end)
{
  Sample sample = { 0 };

  while (first < end && _td_list_head_is_numbering (self, first))
    first++;
  for (guint row = first; row < end && row < first + ROWS_SAMPLED; row++)
    sample_cell (self, _td_list_cell (self, row, column, NULL), &sample);
  return sample;
}

static gboolean
most (guint n, const Sample *sample)
{
  return sample->n_filled >= LEAST_FILLED && n * 10 >= sample->n_filled * LEAST_OF_TEN;
}

static TdListRole
guess_role (const Sample *sample)
{
  if (most (sample->n_ids, sample))
    return TD_LIST_ROLE_CITIZEN_ID;
  if (most (sample->n_births, sample))
    return TD_LIST_ROLE_BIRTH;
  if (most (sample->n_sexes, sample))
    return TD_LIST_ROLE_SEX;
  if (most (sample->n_kinds, sample))
    return TD_LIST_ROLE_KIND;
  if (most (sample->n_forms, sample))
    return TD_LIST_ROLE_AWARD_FORM;
  if (most (sample->n_units, sample))
    return TD_LIST_ROLE_UNIT;
  if (most (sample->n_names, sample))
    return TD_LIST_ROLE_NAME;
  return TD_LIST_ROLE_NONE;
}

static gboolean
has (TdListTable *table, TdListRole role)
{
  return td_list_table_find (table, role) >= 0;
}

static gboolean
is_free (TdListTable *table, TdListRole role)
{
  switch (role)
    {
    case TD_LIST_ROLE_NONE:
      return FALSE;
    case TD_LIST_ROLE_BIRTH:
      return !has (table, role) && !has (table, TD_LIST_ROLE_BIRTH_MALE) && !has (table, TD_LIST_ROLE_BIRTH_FEMALE);
    case TD_LIST_ROLE_SEX:
      return !has (table, role) && !has (table, TD_LIST_ROLE_BIRTH_MALE) && !has (table, TD_LIST_ROLE_BIRTH_FEMALE);
    case TD_LIST_ROLE_NAME:
      return !has (table, role) && !has (table, TD_LIST_ROLE_NAME_POST);
    case TD_LIST_ROLE_UNIT:
      return !has (table, role) && !has (table, TD_LIST_ROLE_POST_UNIT) && !has (table, TD_LIST_ROLE_NAME_POST);
    default:
      return !has (table, role);
    }
}

/* "Bằng khen | Giấy khen" with crosses below: the heading is the award form. */
static gboolean
take_marked_form (TdListReader *self, TdListColumn *column, const Sample *sample)
{
  const char *form, *giver;
  gboolean posthumous;

  if (sample->n_filled == 0 || sample->n_marks * 10 < sample->n_filled * LEAST_OF_TEN || !_td_list_form_read (self, column->heading, &form, &giver, &posthumous))
    return FALSE;
  if (column->role != TD_LIST_ROLE_AWARD_FORM)
    column->source = TD_LIST_SOURCE_HEADING;
  column->role = TD_LIST_ROLE_AWARD_FORM;
  column->form = g_strdup (form);
  return TRUE;
}

/* "Danh hiệu" may hold what pupils are called by their school: where the titles say which award it is for, that is why
 * it is given. */
static gboolean
take_ground (TdListReader *self, TdListColumn *column, const Sample *sample)
{
  if (column->role != TD_LIST_ROLE_AWARD_FORM || sample->n_filled < LEAST_FILLED || sample->n_forms > 0 || sample->n_marks > 0 || self->context.award_form == NULL)
    return FALSE;
  column->role = has (self->table, TD_LIST_ROLE_ACHIEVEMENT) ? TD_LIST_ROLE_NOTE : TD_LIST_ROLE_ACHIEVEMENT;
  column->source = TD_LIST_SOURCE_CONTENT;
  return TRUE;
}

/* A column of combined cells shows it by its content when its heading does not. */
static void
refine (TdListReader *self, TdListColumn *column, guint number, guint first, guint end)
{
  guint n_filled = 0, n_commas = 0;

  if (column->role != TD_LIST_ROLE_NAME || column->source != TD_LIST_SOURCE_HEADING || has (self->table, TD_LIST_ROLE_UNIT)
      || has (self->table, TD_LIST_ROLE_POST_UNIT) || has (self->table, TD_LIST_ROLE_POST))
    return;
  for (guint row = first; row < end && row < first + ROWS_SAMPLED; row++)
    {
      const char *text = _td_list_cell (self, row, number, NULL);
      const char *comma = strchr (text, ',');
      g_autofree char *before = comma != NULL ? g_strndup (text, comma - text) : NULL;

      n_filled += *text != '\0';
      n_commas += before != NULL && strlen (text) < 400 && !_td_list_is_person_name (comma + 1 + strspn (comma + 1, " "));
    }
  if (n_filled >= LEAST_FILLED && n_commas * 10 >= n_filled * LEAST_OF_TEN)
    {
      column->role = TD_LIST_ROLE_NAME_POST;
      column->source = TD_LIST_SOURCE_CONTENT;
    }
}

/**
 * _td_list_columns_recognise:
 * @self: a reader with a table, its columns known by their headings
 * @end: the row behind the sheet
 *
 * Looks into the columns that headings do not tell.
 */
void
_td_list_columns_recognise (TdListReader *self, guint end)
{
  int number = td_list_table_find (self->table, TD_LIST_ROLE_NUMBER);
  int female = td_list_table_find (self->table, TD_LIST_ROLE_BIRTH_FEMALE);

  for (guint i = self->from; i < MIN (self->table->columns->len, self->to); i++)
    {
      TdListColumn *column = g_ptr_array_index (self->table->columns, i);
      Sample sample;
      TdListRole role;

      /* What a person said stands; yet a column of marks says its form by its heading. */
      if ((column->source == TD_LIST_SOURCE_HAND || column->source == TD_LIST_SOURCE_REMEMBERED) && column->role != TD_LIST_ROLE_AWARD_FORM)
        continue;
      if (column->role != TD_LIST_ROLE_NONE && column->role != TD_LIST_ROLE_AWARD_FORM)
        {
          refine (self, column, i, self->first_row, end);
          continue;
        }
      sample = sample_column (self, i, self->first_row, end);
      if (take_marked_form (self, column, &sample) || take_ground (self, column, &sample) || column->role != TD_LIST_ROLE_NONE)
        continue;
      role = guess_role (&sample);
      if (*column->heading == '\0' && i == 0 && role == TD_LIST_ROLE_NONE && number < 0 && most (sample.n_numbers, &sample))
        role = TD_LIST_ROLE_NUMBER;
      if (*column->heading != '\0' && role == TD_LIST_ROLE_BIRTH)
        role = TD_LIST_ROLE_NONE; /* other dates have headings that say so */
      if (!is_free (self->table, role))
        continue;
      column->role = role;
      column->source = TD_LIST_SOURCE_CONTENT;
    }
  if (female >= 0 && !has (self->table, TD_LIST_ROLE_BIRTH_MALE) && !has (self->table, TD_LIST_ROLE_SEX))
    {
      Sample sample = sample_column (self, female, self->first_row, end);

      self->marks_women = sample.n_filled > 0 && sample.n_marks == sample.n_filled;
    }
  number = td_list_table_find (self->table, TD_LIST_ROLE_NUMBER);
  self->numbered = FALSE;
  for (guint row = self->first_row; number >= 0 && !self->numbered && row < end && row < self->first_row + ROWS_SAMPLED; row++)
    self->numbered = _td_list_is_number (td_sheet_get (self->sheet, row, number));
}

/**
 * _td_list_columns_without_head:
 * @self: a reader
 * @head: (out): a head of no rows, to be cleared
 *
 * A list that begins with its first row is told by its columns alone, when names and something
 * else are plain in them.
 *
 * Returns: whether this is such a list
 */
gboolean
_td_list_columns_without_head (TdListReader *self, TdListHead *head)
{
  guint n_rows = self->bottom;
  gboolean taken[TD_N_LIST_ROLES] = { FALSE };
  guint n_roles = 0;

  memset (head, 0, sizeof *head);
  head->first = self->top;
  for (guint row = self->top; row < n_rows && row < self->top + ROWS_SAMPLED; row++)
    head->n_columns = MAX (head->n_columns, MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS));
  for (guint i = 0; i < head->n_columns; i++)
    {
      Sample sample = sample_column (self, i, self->top, n_rows);
      TdListRole role = guess_role (&sample);

      if (role == TD_LIST_ROLE_NONE && i == 0 && most (sample.n_numbers, &sample))
        role = TD_LIST_ROLE_NUMBER;
      head->headings[i] = g_strdup ("");
      if (role == TD_LIST_ROLE_NONE || taken[role])
        continue;
      head->roles[i] = role;
      taken[role] = TRUE;
      n_roles += role != TD_LIST_ROLE_NUMBER;
    }
  return n_roles >= 2 && taken[TD_LIST_ROLE_NAME];
}
