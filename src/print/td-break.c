/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-break"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-break.h"

/* Costs are in squares of a line's deviation from the mean width: 0.02 is worth two lines that are
 * each a tenth too long or too short. */
#define COST_PLAIN 0.04 /* a break that no comma invites */
#define COST_NAME  0.06 /* between two capitalised words, mostly parts of one name */
#define COST_SOFT  0.08 /* inside a phrase that is better kept */

typedef struct
{
  char **tokens; /* "#" any number, "*" any word */
  gboolean soft;
} Phrase;

/**
 * TdGlue:
 *
 * Phrases that stay on one line.
 */
struct _TdGlue
{
  GHashTable *by_first; /* first token → GPtrArray of Phrase */
};

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_strfreev (phrase->tokens);
  g_free (phrase);
}

/**
 * td_glue_new:
 * @phrases: (nullable): words that stay together, as in data/catalogue/keep-together.txt: "#" stands
 *   for a number, "*" for any word, a leading "~" makes it a wish
 *
 * Returns: (transfer full): the phrases, ready for marking
 */
TdGlue *
td_glue_new (const char *const *phrases)
{
  TdGlue *self = g_new0 (TdGlue, 1);

  self->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; phrases != NULL && phrases[i] != NULL; i++)
    {
      const char *text = phrases[i];
      gboolean soft = text[0] == '~';
      g_autofree char *normal = g_utf8_normalize (soft ? text + 1 : text, -1, G_NORMALIZE_NFC);
      g_autofree char *folded = normal != NULL ? g_utf8_casefold (g_strstrip (normal), -1) : NULL;
      g_auto (GStrv) tokens = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
      GPtrArray *list;
      Phrase *phrase;

      if (tokens == NULL || g_strv_length (tokens) < 2)
        continue;
      list = g_hash_table_lookup (self->by_first, tokens[0]);
      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (phrase_free);
          g_hash_table_insert (self->by_first, g_strdup (tokens[0]), list);
        }
      phrase = g_new0 (Phrase, 1);
      phrase->tokens = g_steal_pointer (&tokens);
      phrase->soft = soft;
      g_ptr_array_add (list, phrase);
    }
  return self;
}

/**
 * td_glue_free:
 * @self: (transfer full): phrases
 */
void
td_glue_free (TdGlue *self)
{
  g_hash_table_unref (self->by_first);
  g_free (self);
}

typedef struct
{
  char *folded; /* without the punctuation around it */
  gboolean number;
  gboolean closes; /* a comma or the like follows: no phrase goes on */
  gboolean capital;
} Token;

static void
token_init (Token *token, const char *text, const TdBreakWord *word)
{
  const char *start = text + word->start;
  const char *end = text + word->end;

  while (start < end && strchr ("(\"'", *start) != NULL)
    start++;
  while (end > start && strchr (",.;:)\"!?", end[-1]) != NULL)
    end--;
  token->closes = end < text + word->end && strchr (",;:.)", *end) != NULL;
  token->folded = g_utf8_casefold (start, end - start);
  token->number = start < end && g_ascii_isdigit (*start);
  for (const char *at = start; at < end; at++)
    if (!g_ascii_isdigit (*at) && strchr (".,/-%", *at) == NULL)
      token->number = FALSE;
  token->capital = start < end && g_unichar_isupper (g_utf8_get_char (start));
}

static gboolean
token_is (const Token *token, const char *pattern)
{
  if (strcmp (pattern, "#") == 0)
    return token->number;
  return strcmp (pattern, "*") == 0 || strcmp (pattern, token->folded) == 0;
}

static void
mark_phrases (GPtrArray *list, const Token *tokens, TdBreakWord *words, guint at, guint n_words)
{
  for (guint p = 0; list != NULL && p < list->len; p++)
    {
      const Phrase *phrase = g_ptr_array_index (list, p);
      guint length = g_strv_length (phrase->tokens);
      gboolean match = at + length <= n_words;

      for (guint i = 0; match && i < length; i++)
        match = token_is (&tokens[at + i], phrase->tokens[i]) && (i + 1 == length || !tokens[at + i].closes);
      for (guint i = 1; match && i < length; i++)
        if (phrase->soft)
          words[at + i].cost += COST_SOFT;
        else
          words[at + i].glued = TRUE;
    }
}

/**
 * td_glue_mark:
 * @self: phrases
 * @text: the text
 * @words: (inout) (array length=n_words): its words; glued and cost are set
 * @n_words: how many
 *
 * Says between which words a line should not be broken, and where a break would be good.
 */
void
td_glue_mark (TdGlue *self, const char *text, TdBreakWord *words, guint n_words)
{
  g_autofree Token *tokens = g_new0 (Token, n_words);

  for (guint i = 0; i < n_words; i++)
    token_init (&tokens[i], text, &words[i]);
  for (guint i = 1; i < n_words; i++)
    {
      if (tokens[i - 1].closes)
        continue;
      words[i].cost += COST_PLAIN;
      if (tokens[i - 1].capital && tokens[i].capital)
        words[i].cost += COST_NAME;
      /* A dash stands at the end of a line, never at its beginning. */
      if (words[i].end - words[i].start == 1 && text[words[i].start] == '-')
        words[i].glued = TRUE;
    }
  for (guint i = 0; i < n_words; i++)
    {
      mark_phrases (g_hash_table_lookup (self->by_first, tokens[i].folded), tokens, words, i, n_words);
      if (tokens[i].number)
        mark_phrases (g_hash_table_lookup (self->by_first, "#"), tokens, words, i, n_words);
    }
  for (guint i = 0; i < n_words; i++)
    g_free (tokens[i].folded);
}

/* Whether a line may begin at word i. */
static gboolean
may_begin (const TdBreakWord *words, guint n_words, guint i, gboolean loose)
{
  if (words[i].forced || loose)
    return TRUE;
  /* One syllable alone on the last line is a widow. */
  return !words[i].glued && !(i == n_words - 1 && n_words > 3);
}

/* Fills best[line][i]: the least that words 0 … i-1 cost on `line` lines, and from[line][i]: where
 * the last of these lines begins. With a limit costs are squares of deviation, without they are the
 * width of the widest line. Inner loops stop at the first line that is too long. */
static double
solve (const TdBreakWord *words, guint n_words, guint n_lines, double limit, gboolean loose,
       gboolean balance, guint *starts)
{
  const guint stride = n_words + 1;
  g_autofree double *best = g_new (double, (gsize) (n_lines + 1) * stride);
  g_autofree guint *from = g_new0 (guint, (gsize) (n_lines + 1) * stride);
  const double mean = (words[n_words - 1].right - words[0].left) / n_lines;
  double result;

  for (gsize i = 0; i < (gsize) (n_lines + 1) * stride; i++)
    best[i] = INFINITY;
  best[0] = 0;
  for (guint line = 1; line <= n_lines; line++)
    for (guint end = line; end <= n_words; end++)
      {
        double *cell = &best[line * stride + end];

        for (guint begin = end; begin-- > line - 1;)
          {
            double width = words[end - 1].right - words[begin].left;
            double before = best[(line - 1) * stride + begin];
            double cost;

            if (width > limit)
              break;
            if (!isinf (before) && (begin == 0 || may_begin (words, n_words, begin, loose)))
              {
                double off = (width - mean) / mean;

                cost = balance ? before + off * off + (begin > 0 && !words[begin].forced ? words[begin].cost : 0)
                               : MAX (before, width);
                if (cost < *cell)
                  {
                    *cell = cost;
                    from[line * stride + end] = begin;
                  }
              }
            if (words[begin].forced)
              break;
          }
      }
  result = best[n_lines * stride + n_words];
  if (starts != NULL && !isinf (result))
    for (guint line = n_lines, end = n_words; line > 0; line--)
      {
        end = from[line * stride + end];
        starts[line - 1] = end;
      }
  return result;
}

/**
 * td_break_narrowest:
 * @words: words
 * @n_words: how many, at least 1
 * @n_lines: on how many lines they are to stand
 * @loose: break even inside glued phrases
 *
 * Returns: the width of the widest line when it is as narrow as can be; infinity when @n_lines is
 *   not possible
 */
double
td_break_narrowest (const TdBreakWord *words, guint n_words, guint n_lines, gboolean loose)
{
  g_return_val_if_fail (n_words > 0 && n_lines > 0, INFINITY);

  if (n_lines > n_words)
    return INFINITY;
  return solve (words, n_words, n_lines, INFINITY, loose, FALSE, NULL);
}

/**
 * td_break_balance:
 * @words: words
 * @n_words: how many, at least 1
 * @n_lines: on how many lines they are to stand
 * @limit: no line is wider
 * @loose: break even inside glued phrases
 * @starts: (out caller-allocates) (array length=n_lines): the first word of each line
 *
 * Finds the lines that are most alike in length and break at the best places.
 *
 * Returns: whether there is a solution
 */
gboolean
td_break_balance (const TdBreakWord *words, guint n_words, guint n_lines, double limit, gboolean loose,
                  guint *starts)
{
  g_return_val_if_fail (n_words > 0 && n_lines > 0 && starts != NULL, FALSE);

  return n_lines <= n_words && !isinf (solve (words, n_words, n_lines, limit, loose, TRUE, starts));
}
