/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-page"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-plan-page-rows-private.h"
#include "td-plan-reader-private.h"

/* From rows to lines: the two columns of head and foot come one after the other, and lines that the margin broke are joined.
 * Where a line ends although the next word would have had room, somebody ended it. */

/* In sizes of the font. */
#define LEAST_GUTTER 0.6
#define TAB_SPACE    2.5
/* In lines. */
#define MOST_APART  1.3  /* within a paragraph */
#define BLANK_LINE  1.55 /* something empty between */
#define MOST_BLANKS 3
#define FOOT_APART  9 /* room to sign */
/* In tenths of a point. */
#define ALIGNED 30
#define HANGING 700

typedef struct
{
  TdPlanPages *pages;
  GArray *rows;
  TdPageLook look;
  TdPlanExtract *extract;
  GString *text;          /* of the paragraph under way */
  const TdPageRow *last;  /* its last row, or NULL */
  const TdPageRow *above; /* the last row written at all */
  gint first_x, next_x;   /* where its first and its other rows begin; next_x -1 while there is one */
  gboolean marked;        /* it begins with a mark */
} Writer;

static const TdPageWord *
word_at (Writer *self, guint index)
{
  return &g_array_index (self->pages->words, TdPageWord, index);
}

static TdPageRow *
row_at (Writer *self, guint index)
{
  return &g_array_index (self->rows, TdPageRow, index);
}

static void
finish_paragraph (Writer *self)
{
  if (self->last == NULL)
    return;
  _td_plan_extract_add_line (self->extract, self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
  self->last = NULL;
}

static void
write_blank (Writer *self)
{
  finish_paragraph (self);
  _td_plan_extract_add_line (self->extract, "", 0);
}

/* What a row has left of its words, with a tab where columns part. */
static char *
dup_row_text (Writer *self, const TdPageRow *row)
{
  GString *text = g_string_new (NULL);
  const TdPageWord *last = NULL;

  for (guint i = row->from; i < row->to; i++)
    {
      const TdPageWord *word = word_at (self, i);

      if (*word->text == '\0')
        continue;
      if (last != NULL)
        g_string_append_c (text, i >= row->split && row->split > 0 && word->x1 - last->x2 > TAB_SPACE * row->size ? '\t' : ' ');
      g_string_append (text, word->text);
      last = word;
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_marked (const char *text)
{
  g_autofree char *low = _td_plan_dup_lower (text);

  return _td_plan_scan_mark (text, low).length > 0;
}

/* Whether a row begins where the rows of the paragraph do. */
static gboolean
is_aligned (const Writer *self, const TdPageRow *row)
{
  if (self->next_x >= 0)
    return ABS (row->x1 - self->next_x) <= ALIGNED;
  if (ABS (row->x1 - self->look.left) <= ALIGNED)
    return TRUE;
  if (self->marked)
    return row->x1 > self->first_x - ALIGNED && row->x1 < self->first_x + HANGING;
  /* Two rows that are both drawn in begin two paragraphs. */
  return row->x1 < self->first_x - ALIGNED;
}

/* Whether a row goes on with the paragraph under way because the margin broke it. */
static gboolean
goes_on (Writer *self, const TdPageRow *row, const char *text)
{
  const TdPageRow *last = self->last;
  const TdPageWord *first = word_at (self, row->from);

  if (last == NULL || last->split > 0 || row->split > 0)
    return FALSE;
  if (abs (row->size - last->size) * 6 > self->look.size)
    return FALSE;
  if (row->page == last->page && row->y2 - last->y2 > self->look.pitch * MOST_APART * MAX (row->size, self->look.size) / self->look.size)
    return FALSE;
  if (last->x2 + row->size / 5 + first->x2 - first->x1 <= self->look.right)
    return FALSE;
  return is_aligned (self, row) && !is_marked (text);
}

static void
write_blanks (Writer *self, const TdPageRow *row)
{
  gint apart = self->above != NULL && self->above->page == row->page ? row->y2 - self->above->y2 : 0;

  if (apart <= self->look.pitch * BLANK_LINE)
    return;
  for (gint n = CLAMP ((apart + self->look.pitch / 2) / self->look.pitch - 1, 1, MOST_BLANKS); n > 0; n--)
    write_blank (self);
}

static void
write_row (Writer *self, const TdPageRow *row)
{
  g_autofree char *text = dup_row_text (self, row);

  if (goes_on (self, row, text))
    {
      self->next_x = self->next_x < 0 ? row->x1 : self->next_x;
      g_string_append_c (self->text, ' ');
    }
  else
    {
      finish_paragraph (self);
      write_blanks (self, row);
      self->first_x = row->x1;
      self->next_x = -1;
      self->marked = is_marked (text);
    }
  g_string_append (self->text, text);
  self->last = self->above = row;
}

/* The space between two columns, and the rows that have it. */
typedef struct
{
  gint from_x, to_x;
  guint from, to; /* rows */
} Columns;

/* The first word of the right column; @row->to for none. */
static guint
find_right (Writer *self, const TdPageRow *row, const Columns *columns)
{
  gint middle = (columns->from_x + columns->to_x) / 2;
  guint i = row->from;

  while (i < row->to && (word_at (self, i)->x1 + word_at (self, i)->x2) / 2 < middle)
    i++;
  return i;
}

/* Narrows the space to what a row leaves of it; FALSE when it leaves none. */
static gboolean
narrow (Writer *self, const TdPageRow *row, Columns *columns)
{
  guint right = find_right (self, row, columns);
  gint from_x = right > row->from ? MAX (columns->from_x, word_at (self, right - 1)->x2) : columns->from_x;
  gint to_x = right < row->to ? MIN (columns->to_x, word_at (self, right)->x1) : columns->to_x;

  if (to_x - from_x < LEAST_GUTTER * row->size)
    return FALSE;
  columns->from_x = from_x;
  columns->to_x = to_x;
  return TRUE;
}

/* A line in the middle of the page is a title, and of no column. */
static gboolean
is_centred (Writer *self, const TdPageRow *row)
{
  gint middle = (self->look.from + self->look.to) / 2;

  return row->split == 0 && abs ((row->x1 + row->x2) / 2 - middle) * 25 < self->look.to - self->look.from;
}

/* What only head and foot hold. */
static gboolean
is_of_head_or_foot (Writer *self, guint from, guint to)
{
  g_autofree char *text = _td_plan_pages_dup_text (self->pages, from, to);
  g_autofree char *low = _td_plan_dup_lower (text);

  if (_td_plan_is_motto (low) || _td_plan_starts (low, "nơi nhận") || _td_plan_is_signature (text, low))
    return TRUE;
  return _td_plan_starts (low, "số") && strchr (low, '/') != NULL && strlen (low) < 60;
}

/* Rows of a head or a foot; a page of a hundred thousand rows is looked at no further for each. */
#define MOST_OF_HEAD 200

/* The columns that the row at @index begins, if it is of a head or a foot. */
static gboolean
find_columns (Writer *self, guint index, Columns *columns)
{
  const TdPageRow *row = row_at (self, index);
  gboolean known = FALSE;

  if (row->split == 0 || row->gone)
    return FALSE;
  *columns = (Columns){ word_at (self, row->split - 1)->x2, word_at (self, row->split)->x1, index, index };
  for (guint i = index; i < self->rows->len && i - index < MOST_OF_HEAD; i++)
    {
      const TdPageRow *next = row_at (self, i);
      guint right;

      if (next->page != row->page || (i > index && next->y2 - row_at (self, i - 1)->y2 > FOOT_APART * self->look.pitch))
        break;
      if (!next->gone && (is_centred (self, next) || !narrow (self, next, columns)))
        break;
      right = find_right (self, next, columns);
      known = known || (!next->gone && (is_of_head_or_foot (self, next->from, right) || is_of_head_or_foot (self, right, next->to)));
      columns->to = i + 1;
    }
  return known;
}

/* The words of one column, of which rows are made anew: what stands beside them in larger letters had drawn two of them into one. */
static TdPlanPages *
pick_column (Writer *self, const Columns *columns, gboolean right)
{
  TdPlanPages *column = _td_plan_pages_new ();

  for (guint i = columns->from; i < columns->to; i++)
    {
      const TdPageRow *row = row_at (self, i);
      guint middle = find_right (self, row, columns);

      for (guint j = right ? middle : row->from; !row->gone && j < (right ? row->to : middle); j++)
        {
          TdPageWord word = *word_at (self, j);

          word.text = g_strdup (word.text);
          _td_plan_pages_take_word (column, word);
        }
    }
  return column;
}

static void
write_column (Writer *self, const Columns *columns, gboolean right)
{
  g_autoptr (TdPlanPages) column = pick_column (self, columns, right);
  g_autoptr (GArray) rows = _td_plan_pages_make_rows (column);

  for (guint i = 0; i < rows->len; i++)
    {
      const TdPageRow *row = &g_array_index (rows, TdPageRow, i);
      g_autofree char *text = _td_plan_pages_dup_text (column, row->from, row->to);

      _td_plan_extract_add_line (self->extract, text, strlen (text));
    }
  write_blank (self);
}

/* A post that stands higher than the recipients beside it was written before. */
static void
write_columns (Writer *self, const Columns *columns)
{
  finish_paragraph (self);
  write_blank (self);
  write_column (self, columns, FALSE);
  write_column (self, columns, TRUE);
  self->above = row_at (self, columns->to - 1);
}

TdPlanExtract *
_td_plan_pages_write (TdPlanPages *pages)
{
  g_autoptr (GArray) rows = _td_plan_pages_make_rows (pages);
  g_autoptr (GString) text = g_string_new (NULL);
  Writer self = { .pages = pages, .rows = rows, .text = text, .extract = _td_plan_extract_new () };

  self.look = _td_plan_pages_measure (rows);
  _td_plan_pages_drop_furniture (pages, rows, self.look.size);
  self.look = _td_plan_pages_measure (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      Columns columns;

      if (row_at (&self, i)->gone)
        continue;
      if (find_columns (&self, i, &columns))
        {
          write_columns (&self, &columns);
          i = columns.to - 1;
        }
      else
        write_row (&self, row_at (&self, i));
    }
  finish_paragraph (&self);
  return self.extract;
}
