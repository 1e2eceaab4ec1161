/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-head"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-list-reader-private.h"
#include "td-text.h"

/* The head of a list: one to three rows anywhere in a sheet, with merged cells. Each window of rows
 * is weighed by how well its columns are called; the best one is the head. */

#define MOST_HEAD_ROWS  3
#define LONGEST_HEADING 160 /* letters; longer text is no heading */
#define ROWS_LOOKED_AT  200 /* that are not empty, from where a head is looked for */
#define LEAST_SCORE     TD_LIST_SCORE_WITHIN

static guint
count_filled (TdListReader *self, guint row)
{
  guint n_cells = MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS);
  guint n = 0;

  for (guint i = 0; i < n_cells; i++)
    n += *td_sheet_get (self->sheet, row, i) != '\0';
  return n;
}

/* The heading that a merged cell to the left stretches over this column, or NULL. In text files
 * nothing is merged: there an empty cell belongs to the heading before it when something stands below both. */
static const char *
find_stretched (TdListReader *self, guint first, guint n_rows, guint row, guint column)
{
  for (guint i = column; i > 0; i--)
    {
      const char *text = _td_list_cell (self, row, i - 1, NULL);
      guint rows = 1, columns = 1;

      if (*text == '\0')
        continue;
      if (self->formatted)
        td_sheet_get_span (self->sheet, row, i - 1, &rows, &columns);
      if (i - 1 + columns > column)
        return text;
      if (self->formatted || row + 1 >= first + n_rows)
        return NULL;
      for (guint below = row + 1; below < first + n_rows; below++)
        if (*td_sheet_get (self->sheet, below, column) != '\0' && *td_sheet_get (self->sheet, below, i - 1) != '\0')
          return text;
      return NULL;
    }
  return NULL;
}

static char *
dup_heading (TdListReader *self, guint first, guint n_rows, guint column)
{
  GString *heading = g_string_new (NULL);
  const char *last = "";

  for (guint row = first; row < first + n_rows; row++)
    {
      const char *text = _td_list_cell (self, row, column, NULL);

      if (_td_list_head_is_numbering (self, row))
        continue;
      if (*text == '\0')
        text = find_stretched (self, first, n_rows, row, column);
      if (text == NULL || *text == '\0' || g_str_equal (text, last))
        continue;
      g_string_append_printf (heading, "%s%s", heading->len > 0 ? " " : "", text);
      last = text;
    }
  return g_string_free (heading, FALSE);
}

/* What stands in brackets explains a heading and is no part of it, unless it is all of it. */
static char *
dup_bare (const char *heading)
{
  GString *bare = g_string_new (NULL);
  guint depth = 0;
  char *normal;

  for (const char *p = heading; *p != '\0'; p++)
    if (*p == '(')
      depth++;
    else if (*p == ')' && depth > 0)
      depth--;
    else if (depth == 0)
      g_string_append_c (bare, *p == '*' || *p == '\n' ? ' ' : *p);
  if (*g_strstrip (bare->str) == '\0')
    g_string_assign (bare, heading);
  normal = td_text_normalize (bare->str);
  g_string_free (bare, TRUE);
  return normal;
}

typedef struct
{
  guint column;
  TdListRole role;
  guint score;
} Fit;

static int
compare_fits (gconstpointer a, gconstpointer b)
{
  const Fit *first = a, *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  return first->column < second->column ? -1 : first->column > second->column;
}

/* Each column gets the role it fits best among those that no better one has taken. */
static void
assign_roles (TdListHead *head, GArray *fits)
{
  gboolean column_taken[TD_LIST_MOST_COLUMNS] = { FALSE };
  gboolean role_taken[TD_N_LIST_ROLES] = { FALSE };

  g_array_sort (fits, compare_fits);
  for (guint i = 0; i < fits->len; i++)
    {
      const Fit *fit = &g_array_index (fits, Fit, i);

      if (column_taken[fit->column] || (role_taken[fit->role] && fit->role != TD_LIST_ROLE_NONE))
        continue;
      column_taken[fit->column] = TRUE;
      if (fit->role == TD_LIST_ROLE_NONE)
        continue; /* known not to be wanted */
      role_taken[fit->role] = TRUE;
      head->roles[fit->column] = fit->role;
      head->score += fit->score;
      head->n_roles++;
    }
}

static gboolean
has_role (const TdListRole *roles, guint n_columns, TdListRole role)
{
  for (guint i = 0; i < n_columns; i++)
    if (roles[i] == role)
      return TRUE;
  return FALSE;
}

static gboolean
folds_to (const char *text, const char *const *folded)
{
  g_autofree char *own = td_text_fold (text);

  return g_strv_contains (folded, own);
}

/* A name in two columns: below one heading, or below "Họ và" and "Tên". */
static void
join_names (TdListHead *head)
{
  static const char *const family[] = { "ho", "ho va", "ho dem", "ho va dem", "ho va ten dem", "ho va chu dem", "ho lot", NULL };
  static const char *const given[] = { "ten", "ten goi", NULL };

  for (guint i = 0; i + 1 < head->n_columns; i++)
    {
      const char *first = head->headings[i], *second = head->headings[i + 1];

      if (head->roles[i] == TD_LIST_ROLE_NAME && head->roles[i + 1] == TD_LIST_ROLE_NONE && *second != '\0'
          && (g_str_equal (first, second) || (folds_to (first, family) && folds_to (second, given))))
        head->roles[i + 1] = TD_LIST_ROLE_GIVEN_NAME;
    }
}

/* "Tập thể/cá nhân" is the kind only beside names. */
static gboolean
speaks_of_both (const char *heading)
{
  g_autofree char *folded = td_text_fold (heading);

  return strstr (folded, "ca nhan") != NULL && strstr (folded, "tap the") != NULL;
}

/* In a list of collectives the column of units holds the names. */
static void
settle_roles (TdListHead *head)
{
  join_names (head);
  if (has_role (head->roles, head->n_columns, TD_LIST_ROLE_NAME) || has_role (head->roles, head->n_columns, TD_LIST_ROLE_NAME_POST))
    return;
  for (guint i = 0; i < head->n_columns; i++)
    if (head->roles[i] == TD_LIST_ROLE_UNIT || (head->roles[i] == TD_LIST_ROLE_KIND && speaks_of_both (head->headings[i])))
      {
        head->roles[i] = TD_LIST_ROLE_NAME;
        return;
      }
}

/* What a heading says of two things at once: "Chức vụ, đơn vị". */
static void
join_scores (guint scores[TD_N_LIST_ROLES])
{
  if (scores[TD_LIST_ROLE_POST] > 0 && scores[TD_LIST_ROLE_UNIT] > 0)
    scores[TD_LIST_ROLE_POST_UNIT] = MAX (scores[TD_LIST_ROLE_POST], scores[TD_LIST_ROLE_UNIT]);
  if (scores[TD_LIST_ROLE_POST_UNIT] > 0 || scores[TD_LIST_ROLE_NAME_POST] > 0)
    scores[TD_LIST_ROLE_POST] = scores[TD_LIST_ROLE_UNIT] = 0;
  /* "Cấp bậc, họ và tên": ranks before names are known as such. */
  if (scores[TD_LIST_ROLE_NAME] > 0)
    scores[TD_LIST_ROLE_ADDRESS_FORM] = 0;
  if (scores[TD_LIST_ROLE_NAME_POST] > 0)
    scores[TD_LIST_ROLE_NAME] = scores[TD_LIST_ROLE_POST_UNIT] = 0;
}

/**
 * _td_list_head_clear:
 * @head: a head
 */
void
_td_list_head_clear (TdListHead *head)
{
  for (guint i = 0; i < TD_LIST_MOST_COLUMNS; i++)
    g_clear_pointer (&head->headings[i], g_free);
  memset (head, 0, sizeof *head);
}

/* Lists beside one another have the same headings; a merged one stands over several columns. */
static gboolean
is_repeated (const TdListHead *head, guint column)
{
  for (guint i = 0; i < column; i++)
    if (g_str_equal (head->headings[i], head->headings[column]))
      return TRUE;
  return FALSE;
}

static gboolean
weigh (TdListReader *self, guint first, guint n_rows, TdListHead *head)
{
  g_autoptr (GArray) fits = g_array_new (FALSE, FALSE, sizeof (Fit));
  guint n_filled = 0;

  memset (head, 0, sizeof *head);
  head->first = first;
  head->n_rows = n_rows;
  for (guint row = first; row < first + n_rows; row++)
    head->n_columns = MAX (head->n_columns, MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS));
  for (guint i = 0; i < head->n_columns; i++)
    {
      g_autofree char *bare = NULL;
      TdListRole known;
      guint scores[TD_N_LIST_ROLES];
      TdListRole said;

      head->headings[i] = dup_heading (self, first, n_rows, i);
      if (*head->headings[i] == '\0')
        continue;
      n_filled += !is_repeated (head, i);
      if (self->mappings != NULL && td_list_headings_find (self->mappings->headings, head->headings[i], &said))
        {
          g_array_append_val (fits, ((Fit){ i, said, 2 * TD_LIST_SCORE_EXACT }));
          continue;
        }
      if (strlen (head->headings[i]) > LONGEST_HEADING * 3 || g_utf8_strlen (head->headings[i], -1) > LONGEST_HEADING)
        continue;
      bare = dup_bare (head->headings[i]);
      if (strchr (head->headings[i], '(') != NULL && td_list_words_find (self->words, head->headings[i], &known))
        g_array_append_val (fits, ((Fit){ i, known, TD_LIST_SCORE_EXACT + 1 }));
      td_list_words_score (self->words, bare, scores);
      join_scores (scores);
      for (guint role = 0; role < TD_N_LIST_ROLES; role++)
        if (scores[role] >= LEAST_SCORE)
          g_array_append_val (fits, ((Fit){ i, role, scores[role] }));
    }
  assign_roles (head, fits);
  settle_roles (head);
  return _td_list_head_is_sound (head->roles, head->n_columns, n_filled);
}

/**
 * _td_list_head_is_sound:
 * @roles: (array length=n_columns): what columns hold
 * @n_columns: how many
 * @n_cells: how many of them are called something
 *
 * Text that speaks of names and units is no head yet: most of its cells must be headings.
 *
 * Returns: whether this is the head of a list of somebody
 */
gboolean
_td_list_head_is_sound (const TdListRole *roles, guint n_columns, guint n_cells)
{
  guint n = 0;

  for (guint i = 0; i < n_columns; i++)
    n += roles[i] != TD_LIST_ROLE_NONE;
  return n >= 2 && (n * 2 > n_cells || n >= 4)
         && (has_role (roles, n_columns, TD_LIST_ROLE_NAME) || has_role (roles, n_columns, TD_LIST_ROLE_NAME_POST));
}

/* A cell that is a number or a marker of one letter: "1", "(2)", "[3]", "A", "4=2+3". */
static gboolean
is_numbering_cell (const char *text)
{
  gsize length = strspn (text, "0123456789()[].=+-x ABCDabcd");

  return text[length] == '\0' && length <= 12;
}

/**
 * _td_list_head_is_numbering:
 * @self: a reader
 * @row: of the sheet
 *
 * Returns: whether the row numbers the columns below a head
 */
gboolean
_td_list_head_is_numbering (TdListReader *self, guint row)
{
  guint n_cells = MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS);
  guint n = 0;
  int last = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = td_sheet_get (self->sheet, row, i);
      int number;

      if (*text == '\0')
        continue;
      if (!is_numbering_cell (text))
        return FALSE;
      number = atoi (text + strspn (text, "([ "));
      if (number != 0 && (number <= last || number > last + 3))
        return FALSE;
      last = MAX (last, number);
      n++;
    }
  return n >= 3 && last >= 2;
}

/* Whether a row may be a lower row of a head: something stands below an empty or stretched heading,
 * and below a heading there is nothing. What has a running number is a row of the list. */
static gboolean
may_be_lower (TdListReader *self, guint first, guint row)
{
  guint n_cells = MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS);
  guint n_new = 0, n_free = 0;

  if (_td_list_head_is_numbering (self, row))
    return TRUE;
  for (guint i = 0; i < n_cells; i++)
    {
      gboolean filled = *td_sheet_get (self->sheet, row, i) != '\0';
      gboolean above = FALSE;

      if (filled && _td_list_is_number (td_sheet_get (self->sheet, row, i)))
        return FALSE;
      for (guint upper = first; upper < row; upper++)
        above = above || *td_sheet_get (self->sheet, upper, i) != '\0';
      n_new += filled && !above;
      n_free += above && !filled;
    }
  return n_new > 0 && n_free > 0;
}

/**
 * _td_list_head_at:
 * @self: a reader
 * @row: of the sheet
 * @head: (out): the head, to be cleared
 *
 * Returns: whether a head begins in that row
 */
gboolean
_td_list_head_at (TdListReader *self, guint row, TdListHead *head)
{
  gboolean found = FALSE;

  memset (head, 0, sizeof *head);
  for (guint n_rows = 1; n_rows <= MOST_HEAD_ROWS && row + n_rows <= self->bottom; n_rows++)
    {
      TdListHead candidate;

      if (n_rows > 1 && !may_be_lower (self, row, row + n_rows - 1))
        break;
      if (weigh (self, row, n_rows, &candidate) && (!found || candidate.n_roles > head->n_roles || (candidate.n_roles == head->n_roles && candidate.score > head->score)))
        {
          if (found)
            _td_list_head_clear (head);
          *head = candidate;
          found = TRUE;
        }
      else
        _td_list_head_clear (&candidate);
    }
  return found;
}

/**
 * _td_list_head_find:
 * @self: a reader
 * @first: where to begin
 * @end: the row behind the last to look at
 * @head: (out): the head, to be cleared
 *
 * Returns: whether there is one
 */
gboolean
_td_list_head_find (TdListReader *self, guint first, guint end, TdListHead *head)
{
  guint looked = 0;

  for (guint row = first; row < end && looked < ROWS_LOOKED_AT; row++)
    {
      guint n_filled = count_filled (self, row);
      TdListHead next;

      looked += n_filled > 0;
      if (n_filled < 2 || !_td_list_head_at (self, row, head))
        continue;
      /* A line above the head may speak of the same things: the next one is then the better head. */
      if (row + 1 < end && head->n_rows == 1 && _td_list_head_at (self, row + 1, &next))
        {
          if (next.n_roles > head->n_roles)
            {
              _td_list_head_clear (head);
              *head = next;
            }
          else
            _td_list_head_clear (&next);
        }
      return TRUE;
    }
  return FALSE;
}

/**
 * _td_list_head_may_begin:
 * @self: a reader with a table
 * @row: below its head
 *
 * Returns: whether another head might begin there: asked of every row, so only one or two cells
 *   are looked at
 */
gboolean
_td_list_head_may_begin (TdListReader *self, guint row)
{
  int number = td_list_table_find (self->table, TD_LIST_ROLE_NUMBER);
  const char *text = td_sheet_get (self->sheet, row, number >= 0 ? number : 0);
  TdListRole role;

  for (guint i = 0; number < 0 && *text == '\0' && i < 4; i++)
    text = td_sheet_get (self->sheet, row, i);
  if (*text == '\0' || g_ascii_isdigit (*text) || strlen (text) > 60)
    return FALSE;
  return td_list_words_find (self->words, text, &role) && (role == TD_LIST_ROLE_NUMBER || role == TD_LIST_ROLE_NAME);
}

/**
 * _td_list_head_dup_fingerprint:
 * @head: a head
 *
 * Returns: (transfer full): the same for every head of the same columns
 */
char *
_td_list_head_dup_fingerprint (const TdListHead *head)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < head->n_columns; i++)
    {
      g_autofree char *folded = td_text_fold (head->headings[i] != NULL ? head->headings[i] : "");

      g_checksum_update (sum, (const guchar *) folded, strlen (folded) + 1);
    }
  return g_strndup (g_checksum_get_string (sum), 32);
}
