/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-table"

#include "config.h"

#include "td-table.h"

#define PAD_X 1.4
#define PAD_Y 0.9

static const TdTextStyle head_style = { 13, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle group_style = { 13, TRUE, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.15 };
static const TdTextStyle cell_styles[] = {
  [TD_LETTER_ALIGN_LEFT] = { 13, FALSE, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.15 },
  [TD_LETTER_ALIGN_CENTER] = { 13, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 },
  [TD_LETTER_ALIGN_RIGHT] = { 13, FALSE, FALSE, PANGO_ALIGN_RIGHT, FALSE, 0, 1.15 },
};

static double
measure_word (TdTypesetter *typesetter, const char *word, const TdTextStyle *style)
{
  double width;

  td_typesetter_measure (typesetter, word, 0, style, 0, &width);
  return width;
}

/* What a column needs so that no word of its head and no number in it is broken. */
static double
get_least_width (TdTypesetter *typesetter, const TdLetterTable *table, guint n)
{
  const TdLetterColumn *column = g_ptr_array_index (table->columns, n);
  g_auto (GStrv) words = g_strsplit (column->title, " ", -1);
  const char *longest = NULL;
  double least = 0;

  for (guint i = 0; words[i] != NULL; i++)
    least = MAX (least, measure_word (typesetter, words[i], &head_style));

  for (guint i = 0; column->align != TD_LETTER_ALIGN_LEFT && i < table->rows->len; i++)
    {
      const TdLetterRow *row = g_ptr_array_index (table->rows, i);

      if (row->cells != NULL
          && (longest == NULL || g_utf8_strlen (row->cells[n], -1) > g_utf8_strlen (longest, -1)))
        longest = row->cells[n];
    }
  if (longest != NULL)
    least = MAX (least, measure_word (typesetter, longest, &cell_styles[column->align]));
  return least + 2 * PAD_X + 0.2;
}

/* Shares the width out as the columns ask, but gives each what it needs at least. */
static double *
share_width (TdTypesetter *typesetter, const TdLetterTable *table, double width)
{
  guint n = table->columns->len;
  double *widths = g_new0 (double, n);
  double room = width, shares = 0;
  gboolean changed = TRUE;

  for (guint i = 0; i < n; i++)
    shares += ((TdLetterColumn *) g_ptr_array_index (table->columns, i))->width;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < n; i++)
        {
          double share = ((TdLetterColumn *) g_ptr_array_index (table->columns, i))->width;
          double least = get_least_width (typesetter, table, i);

          /* A column that wants a third of the sheet for one word gets its share only. */
          if (widths[i] > 0 || least > width / 3 || room * share / shares >= least)
            continue;
          widths[i] = least;
          room -= least;
          shares -= share;
          changed = TRUE;
        }
    }
  for (guint i = 0; i < n; i++)
    if (widths[i] == 0)
      widths[i] = room * ((TdLetterColumn *) g_ptr_array_index (table->columns, i))->width / shares;
  return widths;
}

static const char *
get_cell (const TdLetterTable *table, const TdLetterRow *row, guint n)
{
  if (row != NULL)
    return row->cells[n];
  return ((const TdLetterColumn *) g_ptr_array_index (table->columns, n))->title;
}

static const TdTextStyle *
get_style (const TdLetterTable *table, const TdLetterRow *row, guint n)
{
  if (row == NULL)
    return &head_style;
  return &cell_styles[((const TdLetterColumn *) g_ptr_array_index (table->columns, n))->align];
}

/* A cell's frame; a piece of a row that was cut has no line where it was. */
static void
put_grid (TdFlow *flow, double x, double width, double height, gboolean top, gboolean bottom)
{
  if (top && bottom)
    {
      td_flow_put_frame (flow, x, 0, width, height, TD_FLOW_GRID);
      return;
    }
  td_flow_put_frame (flow, x, 0, 0, height, TD_FLOW_GRID);
  td_flow_put_frame (flow, x + width, 0, 0, height, TD_FLOW_GRID);
  if (top)
    td_flow_put_frame (flow, x, 0, width, 0, TD_FLOW_GRID);
  if (bottom)
    td_flow_put_frame (flow, x, height, width, 0, TD_FLOW_GRID);
}

/* One band of a row: lines @first to @first + @n_shown of the @tallest of its cells. */
static guint
add_piece (TdFlow *flow, const TdLetterTable *table, const TdLetterRow *row, const double *widths,
           const guint *n_lines, guint tallest, guint first, guint n_shown, double gap,
           gboolean may_begin_page)
{
  gboolean top = first == 0;
  gboolean bottom = first + n_shown == tallest;
  double above = top ? PAD_Y : 0;
  double height = above + n_shown * td_text_style_get_pitch (&head_style) + (bottom ? PAD_Y : 0);
  double x = 0;

  td_flow_begin (flow, gap, may_begin_page);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const TdTextStyle *style = get_style (table, row, i);
      guint n = first < n_lines[i] ? MIN (n_shown, n_lines[i] - first) : 0;
      double y = top && bottom ? (height - n * td_text_style_get_pitch (style)) / 2 : above;
      double room = widths[i] - 2 * PAD_X;
      double width = room;

      put_grid (flow, x, widths[i], height, top, bottom);
      if (row == NULL)
        width = td_typesetter_balance (td_flow_get_typesetter (flow), get_cell (table, row, i), style, room);
      if (n > 0)
        td_flow_put_lines (flow, get_cell (table, row, i), 0, style, x + PAD_X + (room - width) / 2,
                           y, width, first, n);
      x += widths[i];
    }
  return td_flow_end (flow, height);
}

/* Adds a row, or the head for %NULL; gives its first band. */
static guint
add_row (TdFlow *flow, const TdLetterTable *table, const TdLetterRow *row, const double *widths,
         double gap, gboolean may_begin_page, guint head)
{
  TdTypesetter *typesetter = td_flow_get_typesetter (flow);
  guint half_page = (guint) (td_flow_get_height (flow) / 2 / td_text_style_get_pitch (&head_style));
  g_autofree guint *n_lines = g_new0 (guint, table->columns->len);
  guint tallest = 1, band = 0, piece;

  for (guint i = 0; i < table->columns->len; i++)
    {
      n_lines[i] = td_typesetter_measure (typesetter, get_cell (table, row, i), 0,
                                          get_style (table, row, i), widths[i] - 2 * PAD_X, NULL);
      tallest = MAX (tallest, n_lines[i]);
      if (row != NULL)
        tallest = MAX (tallest, ((const TdLetterColumn *) g_ptr_array_index (table->columns, i))->room);
    }
  /* Only a row taller than half a page is cut, into pieces small enough to fill the page. */
  piece = tallest <= half_page ? tallest : MAX (half_page / 8, 1);
  for (guint first = 0; first < tallest; first += piece)
    {
      guint added = add_piece (flow, table, row, widths, n_lines, tallest, first,
                               MIN (piece, tallest - first), first == 0 ? gap : 0,
                               first > 0 || may_begin_page);

      band = first == 0 ? added : band;
      if (row != NULL)
        td_flow_set_head (flow, added, head);
    }
  return band;
}

static void
add_group (TdFlow *flow, const char *text, gboolean may_begin_page, guint head)
{
  double width = td_flow_get_width (flow);
  double height;

  td_flow_begin (flow, 0, may_begin_page);
  height = td_flow_put_text (flow, text, 0, &group_style, PAD_X, PAD_Y, width - 2 * PAD_X) + 2 * PAD_Y;
  td_flow_put_frame (flow, 0, 0, width, height, TD_FLOW_GRID);
  td_flow_set_head (flow, td_flow_end (flow, height), head);
}

/**
 * td_table_add:
 * @flow: a flow
 * @table: borrowed; outlives the flow
 * @gap: above it
 *
 * Adds a table over the whole width. Its head comes again on each page; a row stays whole; a
 * group's head stays with its first row, and the last row is never alone on a page.
 */
void
td_table_add (TdFlow *flow, const TdLetterTable *table, double gap)
{
  g_autofree double *widths = NULL;
  gboolean after_head = TRUE;
  guint head;

  g_return_if_fail (table->columns->len > 0);

  widths = share_width (td_flow_get_typesetter (flow), table, td_flow_get_width (flow));
  head = add_row (flow, table, NULL, widths, gap, FALSE, 0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TdLetterRow *row = g_ptr_array_index (table->rows, i);
      gboolean last = i + 1 == table->rows->len;

      if (row->head != NULL)
        add_group (flow, row->head, !after_head, head);
      else
        add_row (flow, table, row, widths, 0, !after_head && !last, head);
      after_head = row->head != NULL;
    }
}
