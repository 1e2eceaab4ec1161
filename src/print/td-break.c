/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-break"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-break.h"

/* One syllable alone on the last line is a widow; in a text of two words it may be. */
#define WIDOW_WORDS 3
/* What a widow costs where nothing else is possible, see the costs of td-glue.c. */
#define COST_WIDOW 0.5

/**
 * TdBreaker:
 *
 * Breaks words into lines. It keeps its tables from one text to the next, for speed.
 */
struct _TdBreaker
{
  const TdBreakWord *words;
  guint n_words;
  TdBreakHold most;
  guint n_rows; /* lines so far, while lines are added one by one */
  GArray *rows; /* double: what words 0 … i-1 cost on so many lines */
  GArray *from; /* guint: where the last of these lines begins */
  GArray *last; /* guint: where the paragraph that a word belongs to begins */
};

/**
 * td_breaker_new:
 *
 * Returns: (transfer full): a breaker
 */
TdBreaker *
td_breaker_new (void)
{
  TdBreaker *self = g_new0 (TdBreaker, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (double));
  self->from = g_array_new (FALSE, FALSE, sizeof (guint));
  self->last = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * td_breaker_free:
 * @self: (transfer full): a breaker
 */
void
td_breaker_free (TdBreaker *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->from);
  g_array_unref (self->last);
  g_free (self);
}

/* A row of costs; no row has moved before the next is asked for. */
static double *
get_row (TdBreaker *self, guint n)
{
  return &g_array_index (self->rows, double, (gsize) n *(self->n_words + 1));
}

static void
clear_row (double *row, guint n)
{
  for (guint i = 0; i <= n; i++)
    row[i] = INFINITY;
}

/**
 * td_breaker_begin:
 * @self: a breaker
 * @words: (array length=n_words): words; they must stay as they are while lines are made of them
 * @n_words: how many, at least 1
 * @most: the strongest hold that may be broken
 *
 * Begins with a text.
 */
void
td_breaker_begin (TdBreaker *self, const TdBreakWord *words, guint n_words, TdBreakHold most)
{
  guint first = 0;

  g_return_if_fail (self != NULL && words != NULL && n_words > 0);

  self->words = words;
  self->n_words = n_words;
  self->most = most;
  self->n_rows = 0;
  g_array_set_size (self->last, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      if (words[i].forced)
        first = i;
      g_array_index (self->last, guint, i) = first;
    }
}

/* A line of the word i alone at the end of a paragraph. */
static gboolean
is_widow (const TdBreaker *self, guint i)
{
  return (i + 1 == self->n_words || self->words[i + 1].forced) && i + 1 - g_array_index (self->last, guint, i) >= WIDOW_WORDS;
}

static gboolean
may_begin (const TdBreaker *self, guint i)
{
  const TdBreakWord *word = &self->words[i];

  if (word->forced || i == 0 || self->most == TD_BREAK_NAME)
    return TRUE;
  return word->hold <= self->most && !is_widow (self, i);
}

/**
 * td_breaker_narrow:
 * @self: a breaker that has begun
 *
 * Adds a line: the first call answers for one line, the next for two, and so on.
 *
 * Returns: the width of the widest line when it is as narrow as can be; infinity when the words
 *   cannot stand on so many lines
 */
double
td_breaker_narrow (TdBreaker *self)
{
  const TdBreakWord *words = self->words;
  const guint n_words = self->n_words;
  const guint line = ++self->n_rows;
  double *before, *row;

  /* Two rows are enough: only the last one is looked back at. */
  g_array_set_size (self->rows, 2 * (n_words + 1));
  before = get_row (self, (line + 1) % 2);
  row = get_row (self, line % 2);
  if (line == 1)
    {
      clear_row (before, n_words);
      before[0] = 0;
    }
  clear_row (row, n_words);
  for (guint end = line; end <= n_words; end++)
    for (guint begin = end; begin-- > line - 1;)
      {
        double width = words[end - 1].right - words[begin].left;

        if (width >= row[end])
          break;
        if (before[begin] < row[end] && may_begin (self, begin))
          row[end] = MAX (before[begin], width);
        if (words[begin].forced)
          break;
      }
  return row[n_words];
}

static double
get_cost (const TdBreaker *self, guint begin)
{
  const TdBreakWord *word = &self->words[begin];

  if (begin == 0 || word->forced)
    return 0;
  return word->cost + (is_widow (self, begin) ? COST_WIDOW : 0);
}

/**
 * td_breaker_balance:
 * @self: a breaker that has begun
 * @n_lines: on how many lines the words are to stand
 * @limit: no line is wider
 * @starts: (out caller-allocates) (array length=n_lines): the first word of each line
 *
 * Finds the lines that are most alike in length and break at the best places.
 *
 * Returns: whether there is a solution
 */
gboolean
td_breaker_balance (TdBreaker *self, guint n_lines, double limit, guint *starts)
{
  const TdBreakWord *words = self->words;
  const guint n_words = self->n_words;
  const guint stride = n_words + 1;
  const double mean = MAX (words[n_words - 1].right - words[0].left, 1) / n_lines;

  g_return_val_if_fail (n_lines > 0 && starts != NULL, FALSE);

  if (n_lines > n_words)
    return FALSE;
  g_array_set_size (self->rows, (n_lines + 1) * stride);
  g_array_set_size (self->from, (n_lines + 1) * stride);
  clear_row (get_row (self, 0), n_words);
  *get_row (self, 0) = 0;
  for (guint line = 1; line <= n_lines; line++)
    {
      const double *before = get_row (self, line - 1);
      double *row = get_row (self, line);
      guint *from = &g_array_index (self->from, guint, (gsize) line * stride);

      clear_row (row, n_words);
      for (guint end = line; end <= n_words; end++)
        for (guint begin = end; begin-- > line - 1;)
          {
            double width = words[end - 1].right - words[begin].left;
            double off = (width - mean) / mean;

            if (width > limit)
              break;
            if (before[begin] < row[end] && may_begin (self, begin))
              {
                double cost = before[begin] + off * off + get_cost (self, begin);

                if (cost < row[end])
                  {
                    row[end] = cost;
                    from[end] = begin;
                  }
              }
            if (words[begin].forced)
              break;
          }
    }
  if (isinf (get_row (self, n_lines)[n_words]))
    return FALSE;
  for (guint line = n_lines, end = n_words; line > 0; line--)
    starts[line - 1] = end = g_array_index (self->from, guint, (gsize) line * stride + end);
  return TRUE;
}
