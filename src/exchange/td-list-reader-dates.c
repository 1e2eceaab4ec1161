/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-dates"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-list-reader-private.h"
#include "td-text.h"

/* Dates and periods of a list. Whether day or month stands first is told by a whole column. */

/* A column of dates tells in which order day and month stand in it. */
typedef struct
{
  guint n_swapped;    /* text that is a date only with the month first */
  guint n_late_text;  /* text whose day is behind the 12th */
  guint n_late_cells; /* the same kept as a day */
  GPtrArray *texts;   /* of TdListLine: which could be read either way */
  GPtrArray *cells;
} Dates;

static void
dates_free (gpointer data)
{
  Dates *dates = data;

  g_ptr_array_unref (dates->texts);
  g_ptr_array_unref (dates->cells);
  g_free (dates);
}

static Dates *
dates_of (TdListReader *self, guint column)
{
  Dates *dates;

  if (self->dates == NULL)
    self->dates = g_hash_table_new_full (NULL, NULL, NULL, dates_free);
  dates = g_hash_table_lookup (self->dates, GUINT_TO_POINTER (column));
  if (dates == NULL)
    {
      dates = g_new0 (Dates, 1);
      dates->texts = g_ptr_array_new ();
      dates->cells = g_ptr_array_new ();
      g_hash_table_insert (self->dates, GUINT_TO_POINTER (column), dates);
    }
  return dates;
}

static void
note_date (TdListReader *self, TdListLine *line, const char *iso, TdDateDoubt doubts, gboolean is_cell, guint column)
{
  Dates *dates;

  if (strlen (iso) < 10)
    return;
  dates = dates_of (self, column);
  if (doubts & TD_DATE_DOUBT_SWAPPED)
    dates->n_swapped++;
  else if (is_cell && g_ascii_strtoll (iso + 8, NULL, 10) > 12)
    dates->n_late_cells++;
  else if (is_cell)
    g_ptr_array_add (dates->cells, line);
  else if (doubts & TD_DATE_DOUBT_ORDER)
    g_ptr_array_add (dates->texts, line);
  else if (g_ascii_strtoll (iso + 8, NULL, 10) > 12)
    dates->n_late_text++;
}

static void
tell_doubts (TdListReader *self, TdListLine *line, const char *text, const char *iso, TdDateDoubt doubts)
{
  static const struct
  {
    TdDateDoubt doubt;
    const char *rule;
    const char *sentence;
  } kinds[] = {
    { TD_DATE_DOUBT_CENTURY, "date-century", N_ ("“%s” has a year of two digits; read as %s.") },
    { TD_DATE_DOUBT_SWAPPED, "date-swapped", N_ ("“%s” is a date only with the month first; read as %s.") },
    { TD_DATE_DOUBT_SERIAL, "date-serial", N_ ("“%s” is a spreadsheet's number of a day; read as %s.") },
    { TD_DATE_DOUBT_JOINED, "date-joined", N_ ("“%s” is read as the date %s.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (doubts & kinds[i].doubt)
      {
        g_autofree char *shown = td_date_to_display (iso);

        _td_list_take (self, line, td_finding_new (kinds[i].rule, TD_SEVERITY_BLOCK, _ (kinds[i].sentence), text, shown));
      }
}

/**
 * _td_list_date_read:
 * @self: a reader with a table
 * @line: a row
 * @role: what the date is
 * @text: the cell
 * @row: where it stands in the sheet
 * @column: where it stands in the row
 */
void
_td_list_date_read (TdListReader *self, TdListLine *line, TdListRole role, const char *text, guint row, int column)
{
  TdDateDoubt doubts;
  gboolean is_cell = self->formatted && td_sheet_get_kind (self->sheet, row, column) == TD_CELL_DATE;
  g_autofree char *iso = td_date_read (text, self->latest_year, &doubts);

  if (iso == NULL)
    {
      _td_list_take (self, line, td_finding_new ("date-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a date."), text));
      return;
    }
  if (is_cell)
    doubts = TD_DATE_DOUBT_NONE;
  td_list_row_set (line->row, role, td_list_reading_keep (self->reading, iso), TD_LIST_CHANGE_READ, column);
  note_date (self, line, iso, doubts, is_cell, column);
  tell_doubts (self, line, text, iso, doubts);
}

static void
doubt_orders (TdListReader *self, GPtrArray *lines, TdListRole role)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TdListLine *line = g_ptr_array_index (lines, i);
      const char *iso = line->row->values[role];
      g_autofree char *swapped = td_date_swap (iso);
      g_autofree char *shown = td_date_to_display (iso);
      g_autofree char *other = td_date_to_display (swapped);

      if (swapped != NULL)
        _td_list_take (self, line, td_finding_new ("date-order", TD_SEVERITY_BLOCK, _ ("Is it %s or %s? Other dates of this column have the month first."), shown, other));
    }
}

/**
 * _td_list_values_finish:
 * @self: a reader at the end of a table
 *
 * Tells what only a whole column shows.
 */
void
_td_list_values_finish (TdListReader *self)
{
  GHashTableIter iter;
  gpointer column;
  Dates *dates;

  if (self->dates == NULL)
    return;
  g_hash_table_iter_init (&iter, self->dates);
  while (g_hash_table_iter_next (&iter, &column, (gpointer *) &dates))
    {
      TdListRole role = ((TdListColumn *) g_ptr_array_index (self->table->columns, GPOINTER_TO_UINT (column)))->role;

      if (role == TD_LIST_ROLE_BIRTH_MALE || role == TD_LIST_ROLE_BIRTH_FEMALE)
        role = TD_LIST_ROLE_BIRTH;
      if (dates->n_swapped > 0)
        doubt_orders (self, dates->texts, role);
      /* A spreadsheet set to English keeps 2/1 as 1 February and leaves 13/1 as text. */
      if (dates->n_late_cells == 0 && dates->n_late_text > 0)
        doubt_orders (self, dates->cells, role);
    }
  g_clear_pointer (&self->dates, g_hash_table_unref);
}

static char *
dup_date_word (const char *text, gsize length, int latest_year)
{
  g_autofree char *part = g_strstrip (g_strndup (text, length));
  g_autofree char *folded = td_text_fold (part);
  TdDateDoubt doubts;
  const char *bare = part;

  for (guint i = 0; i < 4 && (g_str_has_prefix (folded, "tu ") || g_str_has_prefix (folded, "giai doan ") || g_str_has_prefix (folded, "nam hoc ") || g_str_has_prefix (folded, "den ")); i++)
    {
      g_autofree char *rest = NULL;

      bare = _td_list_skip_words (bare, g_str_has_prefix (folded, "giai doan ") || g_str_has_prefix (folded, "nam hoc ") ? 2 : 1);
      rest = td_text_fold (bare);
      g_free (folded);
      folded = g_steal_pointer (&rest);
    }
  return td_date_read (bare, latest_year, &doubts);
}

/**
 * _td_list_period_read:
 * @self: a reader with a table
 * @line: a row
 * @text: the cell: "2025-2026", "từ 01/2021 đến 12/2025", "năm học 2024 - 2025", "2025"
 * @column: where it stands in the row
 */
void
_td_list_period_read (TdListReader *self, TdListLine *line, const char *text, int column)
{
  static const char *const between[] = { " đến ", " - ", " – ", "–", "—", "-", "đến", NULL };
  int latest_year = self->latest_year + 20;
  g_autofree char *whole = dup_date_word (text, strlen (text), latest_year);

  if (whole != NULL)
    {
      const char *kept = td_list_reading_keep (self->reading, whole);

      td_list_row_set (line->row, TD_LIST_ROLE_PERIOD_FROM, kept, TD_LIST_CHANGE_SPLIT, column);
      td_list_row_set (line->row, TD_LIST_ROLE_PERIOD_TO, kept, TD_LIST_CHANGE_SPLIT, column);
      return;
    }
  for (guint i = 0; between[i] != NULL; i++)
    for (const char *place = strstr (text, between[i]); place != NULL; place = strstr (place + 1, between[i]))
      {
        g_autofree char *from = dup_date_word (text, place - text, latest_year);
        const char *rest = place + strlen (between[i]);
        g_autofree char *to = dup_date_word (rest, strlen (rest), latest_year);

        if (from == NULL || to == NULL)
          continue;
        td_list_row_set (line->row, TD_LIST_ROLE_PERIOD_FROM, td_list_reading_keep (self->reading, from), TD_LIST_CHANGE_SPLIT, column);
        td_list_row_set (line->row, TD_LIST_ROLE_PERIOD_TO, td_list_reading_keep (self->reading, to), TD_LIST_CHANGE_SPLIT, column);
        return;
      }
  _td_list_take (self, line, td_finding_new ("date-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a date."), text));
}
