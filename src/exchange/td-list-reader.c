/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-list-reader-private.h"

/* Finds the lists in a file's sheets: head, groups, rows, sums, signatures. */

#define ROWS_BETWEEN_LOOKS 1024 /* at whether the reading is to stop */

static TdListLine *
add_line (TdListReader *self, TdListLineKind kind, guint row)
{
  guint n_cells = td_sheet_get_n_cells (self->sheet, row);
  TdListLine *line;

  /* Sheets are wider than what is in them. */
  while (!self->delimited && n_cells > 0 && *td_sheet_get (self->sheet, row, n_cells - 1) == '\0')
    n_cells--;
  line = td_list_reading_add_line (self->reading, self->table, kind, td_sheet_get_line (self->sheet, row), kind == TD_LIST_LINE_EMPTY ? 0 : n_cells);
  for (guint i = 0; i < line->n_cells; i++)
    line->cells[i] = td_list_reading_keep (self->reading, td_sheet_get (self->sheet, row, i));
  return line;
}

static void
apply_mapping (TdListTable *table, GHashTable *mappings, TdListSource source)
{
  const char *mapping = mappings != NULL ? g_hash_table_lookup (mappings, table->fingerprint) : NULL;
  g_auto (GStrv) nicks = mapping != NULL ? g_strsplit (mapping, ",", -1) : NULL;

  for (guint i = 0; nicks != NULL && nicks[i] != NULL && i < table->columns->len; i++)
    {
      TdListColumn *column = g_ptr_array_index (table->columns, i);
      TdListRole role;

      if (!td_list_role_from_nick (nicks[i], &role))
        continue;
      column->role = role;
      column->source = source;
    }
}

/* Each role has one column: the first of two with the heading a person named, and none that was only recognised. */
static void
apply_headings (TdListReader *self, const TdListHeadings *headings)
{
  TdListTable *table = self->table;
  gboolean taken[TD_N_LIST_ROLES] = { FALSE };

  for (guint i = self->from; headings != NULL && i < MIN (table->columns->len, self->to); i++)
    {
      TdListColumn *column = g_ptr_array_index (table->columns, i);
      TdListRole role;

      if (!td_list_headings_find (headings, column->heading, &role) || (taken[role] && role != TD_LIST_ROLE_NONE))
        continue;
      taken[role] = TRUE;
      column->role = role;
      column->source = TD_LIST_SOURCE_HAND;
    }
  for (guint i = self->from; headings != NULL && i < MIN (table->columns->len, self->to); i++)
    {
      TdListColumn *column = g_ptr_array_index (table->columns, i);

      if (column->source != TD_LIST_SOURCE_HAND && taken[column->role])
        column->role = TD_LIST_ROLE_NONE;
    }
}

/* Lists beside one another have one head. */
static char *
dup_fingerprint (TdListReader *self, const TdListHead *head)
{
  g_autofree char *fingerprint = _td_list_head_dup_fingerprint (head);

  return self->block > 0 ? g_strdup_printf ("%s-%u", fingerprint, self->block) : g_steal_pointer (&fingerprint);
}

/* A table begins at a head; what stands above it belongs to it. */
static void
begin_table (TdListReader *self, const TdListHead *head, guint first_line)
{
  self->table = td_list_reading_add_table (self->reading, td_sheet_get_name (self->sheet), self->sheet_number);
  self->table->is_list = TRUE;
  self->table->fingerprint = dup_fingerprint (self, head);
  self->n_columns = head->n_columns;
  for (guint i = 0; i < head->n_columns; i++)
    {
      TdListColumn *column = g_new0 (TdListColumn, 1);

      column->role = head->roles[i];
      column->source = column->role == TD_LIST_ROLE_NONE ? TD_LIST_SOURCE_NONE : head->n_rows > 0 ? TD_LIST_SOURCE_HEADING
                                                                                                  : TD_LIST_SOURCE_CONTENT;
      column->heading = g_strdup (head->headings[i] != NULL ? head->headings[i] : "");
      g_ptr_array_add (self->table->columns, column);
    }
  apply_mapping (self->table, self->mappings != NULL ? self->mappings->remembered : NULL, TD_LIST_SOURCE_REMEMBERED);
  apply_headings (self, self->mappings != NULL ? self->mappings->headings : NULL);
  apply_mapping (self->table, self->mappings != NULL ? self->mappings->by_hand : NULL, TD_LIST_SOURCE_HAND);
  self->first_row = head->first + head->n_rows;
  self->n_head_cells = head->n_rows > 0 ? td_sheet_get_n_cells (self->sheet, head->first) : head->n_columns;
  self->marks_women = FALSE;
  self->last = NULL;
  self->below = FALSE;
  g_array_set_size (self->above, 0);
  g_array_set_size (self->above, head->n_columns);
  _td_list_titles_take (self, first_line, head->first, head);
  for (guint row = first_line; row < head->first; row++)
    add_line (self, TD_LIST_LINE_TITLE, row);
  for (guint row = head->first; row < self->first_row; row++)
    add_line (self, TD_LIST_LINE_HEAD, row);
  _td_list_columns_recognise (self, self->bottom);
}

static void
end_table (TdListReader *self)
{
  if (self->table != NULL)
    _td_list_values_finish (self);
  self->table = NULL;
}

/* Groups and notes behind the last row stand above the next table and are taken back for it. */
static guint
take_back (TdListReader *self, guint row)
{
  GPtrArray *lines = self->table->lines;

  while (lines->len > 0)
    {
      const TdListLine *line = g_ptr_array_index (lines, lines->len - 1);

      if (line->kind == TD_LIST_LINE_ROW || line->kind == TD_LIST_LINE_MORE || line->kind == TD_LIST_LINE_HEAD || line->kind == TD_LIST_LINE_TOTAL)
        break;
      g_ptr_array_set_size (lines, lines->len - 1);
      row--;
    }
  return row;
}

static void
read_line (TdListReader *self, guint row)
{
  TdListLineKind kind = _td_list_line_recognise (self, row);
  TdListLine *line = add_line (self, kind, row);

  if (kind == TD_LIST_LINE_MORE)
    {
      _td_list_values_go_on (self, line, row);
      return;
    }
  self->last = NULL;
  if (kind == TD_LIST_LINE_GROUP)
    _td_list_line_take_group (self, row);
  else if (kind == TD_LIST_LINE_ROW)
    {
      td_list_reading_add_row (self->reading, self->table, line);
      _td_list_values_read (self, line, row);
      self->last = line;
    }
}

/* The head again, as it stands on every page: the same columns, with nothing but groups since the last row. */
static gboolean
is_same_head (TdListReader *self, const TdListHead *head)
{
  GPtrArray *columns = self->table->columns;
  GPtrArray *lines = self->table->lines;
  g_autofree char *fingerprint = dup_fingerprint (self, head);
  gboolean same = head->n_columns == columns->len;

  if (g_str_equal (fingerprint, self->table->fingerprint))
    return TRUE;
  for (guint i = 0; same && i < columns->len; i++)
    same = head->roles[i] == ((TdListColumn *) g_ptr_array_index (columns, i))->role;
  for (guint i = lines->len; same && i > 0; i--)
    {
      TdListLineKind kind = ((TdListLine *) g_ptr_array_index (lines, i - 1))->kind;

      if (kind == TD_LIST_LINE_ROW || kind == TD_LIST_LINE_MORE || kind == TD_LIST_LINE_HEAD)
        break;
      same = kind == TD_LIST_LINE_GROUP || kind == TD_LIST_LINE_EMPTY;
    }
  return same;
}

static gboolean
read_rows (TdListReader *self, GCancellable *cancellable, GError **error)
{
  guint n_rows = td_sheet_get_n_rows (self->sheet);
  guint row = self->first_row;

  while (row < n_rows)
    {
      TdListHead head;

      if (row == self->first_row && _td_list_head_is_numbering (self, row))
        {
          add_line (self, TD_LIST_LINE_HEAD, row++);
          continue;
        }

      if (row % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!_td_list_head_may_begin (self, row) || !_td_list_head_at (self, row, &head))
        {
          read_line (self, row++);
          continue;
        }
      if (is_same_head (self, &head))
        {
          self->last = NULL;
          for (guint i = 0; i < head.n_rows; i++)
            add_line (self, TD_LIST_LINE_HEAD, row++);
        }
      else if (self->block > 0)
        row = n_rows; /* read with the first list */
      else
        {
          _td_list_blocks_look_at_all (self);
          guint above = take_back (self, row);

          end_table (self);
          begin_table (self, &head, above);
          row = self->first_row;
        }
      _td_list_head_clear (&head);
    }
  end_table (self);
  return TRUE;
}

/* The letterhead of a decision is a table too. */
static void
add_no_list (TdListReader *self, const char *why_not)
{
  TdListTable *table = td_list_reading_add_table (self->reading, td_sheet_get_name (self->sheet), self->sheet_number);

  table->why_not = g_strdup (why_not);
  if (self->in_document)
    _td_list_titles_learn (self, 0, td_sheet_get_n_rows (self->sheet));
}

static gboolean
is_empty (TdListReader *self)
{
  for (guint row = self->top; row < self->bottom; row++)
    for (guint i = 0; i < td_sheet_get_n_cells (self->sheet, row); i++)
      if (*td_sheet_get (self->sheet, row, i) != '\0')
        return FALSE;
  return TRUE;
}

static guint
count_columns (TdListReader *self)
{
  guint n = 0;

  for (guint row = self->top; row < self->bottom; row++)
    n = MAX (n, MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS));
  return n;
}

/* In documents a long list is often cut into several tables, of which only the first has a head: the others go on with
 * its columns. What they go on with is the last list, when they are as wide and their running numbers stand in its place. */
static gboolean
goes_on (TdListReader *self, TdListHead *head)
{
  GPtrArray *tables = td_list_reading_get_tables (self->reading);
  TdListTable *last = NULL;
  int number;

  for (guint i = tables->len; last == NULL && i > 0; i--)
    if (((TdListTable *) g_ptr_array_index (tables, i - 1))->is_list)
      last = g_ptr_array_index (tables, i - 1);
  number = last != NULL ? td_list_table_find (last, TD_LIST_ROLE_NUMBER) : -1;
  if (!self->in_document || number < 0 || count_columns (self) != last->columns->len || !_td_list_is_number (td_sheet_get (self->sheet, self->top, number)))
    return FALSE;
  memset (head, 0, sizeof *head);
  head->first = self->top;
  head->n_columns = last->columns->len;
  for (guint i = 0; i < head->n_columns; i++)
    {
      const TdListColumn *column = g_ptr_array_index (last->columns, i);

      head->roles[i] = column->role;
      head->headings[i] = g_strdup (column->heading);
    }
  return TRUE;
}

/* All lists below a head: those beside one another one after the other. */
static gboolean
read_lists (TdListReader *self, TdListHead *head, GCancellable *cancellable, GError **error)
{
  guint width, n_blocks = _td_list_blocks_count (head, &width);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < n_blocks; i++)
    {
      _td_list_blocks_look_at_all (self);
      if (n_blocks > 1)
        _td_list_blocks_look (self, head, width, i);
      begin_table (self, head, i == 0 ? 0 : head->first);
      ok = read_rows (self, cancellable, error);
    }
  _td_list_blocks_look_at_all (self);
  return ok;
}

static gboolean
read_sheet (TdListReader *self, GCancellable *cancellable, GError **error)
{
  TdListHead head;
  gboolean ok = TRUE;

  td_sheet_get_table (self->sheet, &self->top, &self->bottom);
  _td_list_blocks_look_at_all (self);
  _td_list_titles_begin (self);
  if (td_sheet_is_hidden (self->sheet))
    add_no_list (self, _ ("The sheet is hidden."));
  else if (is_empty (self))
    add_no_list (self, _ ("The sheet is empty."));
  else if (goes_on (self, &head) || _td_list_head_find (self, self->top, self->bottom, &head) || _td_list_columns_without_head (self, &head))
    {
      ok = read_lists (self, &head, cancellable, error);
      _td_list_head_clear (&head);
    }
  else
    {
      _td_list_head_clear (&head);
      add_no_list (self, _ ("No row names the columns, with “họ và tên” among them."));
    }
  return ok;
}

static int
get_latest_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

/**
 * td_list_reader_read:
 * @book: a file
 * @mappings: (nullable): what is known about its columns
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads every list of a file: where its head is, what its columns hold, what its rows say. A sheet
 * that is no list is told as such and is no error.
 *
 * Returns: (transfer full): the reading, or %NULL when it was stopped
 */
TdListReading *
td_list_reader_read (TdBook *book, const TdListMappings *mappings, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdListReading) reading = td_list_reading_new ();
  TdListReader self = { .reading = reading, .mappings = mappings, .words = td_list_words_get (), .latest_year = get_latest_year () };
  gboolean ok = TRUE;

  self.delimited = td_book_get_format (book) == TD_BOOK_TEXT;
  self.formatted = !self.delimited;
  self.in_document = td_book_get_format (book) == TD_BOOK_DOCX || td_book_get_format (book) == TD_BOOK_ODT || td_book_get_format (book) == TD_BOOK_HTML;
  self.levels = g_array_new (FALSE, TRUE, sizeof (TdListLevel));
  self.above = g_array_new (FALSE, TRUE, sizeof (TdListAbove));
  for (guint i = 0; ok && i < td_book_get_n_sheets (book); i++)
    {
      self.sheet = td_book_get_sheet (book, i);
      self.sheet_number = i;
      _td_list_cells_begin (&self);
      ok = read_sheet (&self, cancellable, error);
    }
  g_array_unref (self.levels);
  g_array_unref (self.above);
  g_clear_pointer (&self.forms, g_hash_table_unref);
  g_clear_pointer (&self.dates, g_hash_table_unref);
  g_clear_pointer (&self.converted_texts, g_hash_table_unref);
  return ok ? g_steal_pointer (&reading) : NULL;
}
