/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-blocks"

#include "config.h"

#include <string.h>

#include "td-list-reader-private.h"
#include "td-text.h"

/* Two lists beside one another, to save paper: the same headings once more. Each is read by itself, through a
 * window over its columns. */

static gboolean
is_same_heading (const TdListHead *head, guint a, guint b)
{
  g_autofree char *first = td_text_fold (a < head->n_columns ? head->headings[a] : "");
  g_autofree char *second = td_text_fold (b < head->n_columns ? head->headings[b] : "");

  return g_str_equal (first, second);
}

static gboolean
repeats (const TdListHead *head, guint first, guint width, guint block)
{
  for (guint i = 0; i < width; i++)
    if (!is_same_heading (head, first + i, first + block * width + i))
      return FALSE;
  return TRUE;
}

static gboolean
has_list (const TdListHead *head, guint first, guint width)
{
  guint n = 0;
  gboolean named = FALSE;

  for (guint i = first; i < first + width; i++)
    {
      n += head->roles[i] != TD_LIST_ROLE_NONE;
      named = named || head->roles[i] == TD_LIST_ROLE_NAME || head->roles[i] == TD_LIST_ROLE_NAME_POST;
    }
  return named && n >= 2;
}

/**
 * _td_list_blocks_count:
 * @head: a head
 * @width: (out): of each list, in columns
 *
 * Returns: how many lists of the same columns stand beside one another: nearly always one
 */
guint
_td_list_blocks_count (const TdListHead *head, guint *width)
{
  guint first = 0;

  while (first < head->n_columns && *head->headings[first] == '\0')
    first++;
  for (*width = 2; first + *width < head->n_columns; ++*width)
    {
      guint n = 1;

      if (*head->headings[first + *width] == '\0' || !has_list (head, first, *width))
        continue;
      while (first + n * *width < head->n_columns && repeats (head, first, *width, n))
        n++;
      if (n > 1 && first + n * *width >= head->n_columns)
        return n;
    }
  *width = head->n_columns;
  return 1;
}

/**
 * _td_list_blocks_look:
 * @self: a reader
 * @head: a head of several lists
 * @width: of each, in columns
 * @block: which of them, from 0
 *
 * Looks at one of them alone: its columns hold what those of the first do.
 */
void
_td_list_blocks_look (TdListReader *self, TdListHead *head, guint width, guint block)
{
  guint first = 0;

  while (*head->headings[first] == '\0')
    first++;
  first += block * width;
  self->block = block;
  self->from = block > 0 ? first : 0;
  self->to = MIN (first + width, TD_LIST_MOST_COLUMNS);
  for (guint i = first; block > 0 && i < self->to; i++)
    {
      if (i < head->n_columns)
        head->roles[i] = head->roles[i - width];
      head->roles[i - width] = TD_LIST_ROLE_NONE;
    }
}

/**
 * _td_list_blocks_look_at_all:
 * @self: a reader
 *
 * Looks at all columns again.
 */
void
_td_list_blocks_look_at_all (TdListReader *self)
{
  self->block = self->from = 0;
  self->to = TD_LIST_MOST_COLUMNS;
}
