/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-preprinted"

#include "config.h"

#include <string.h>

#include "td-preprinted.h"

/* The words a blank carries, beside the words a certificate has in the same place: "TẶNG" says it all;
 * "Quyết định số … ngày …" leaves on its dots what must be written. */

/* Bytes of the gap that begins here: an ellipsis, or three dots and more, and what goes on with them. */
static gsize
gap_length (const char *words)
{
  const char *at = words;
  guint n_dots = 0;

  for (;;)
    {
      if (g_str_has_prefix (at, "…"))
        {
          n_dots += 3;
          at += strlen ("…");
        }
      else if (*at == '.')
        {
          n_dots++;
          at++;
        }
      else
        return n_dots >= 3 ? (gsize) (at - words) : 0;
    }
}

/**
 * td_preprinted_has_gaps:
 * @words: what a blank carries in one place
 *
 * Returns: whether it leaves dots to write on
 */
gboolean
td_preprinted_has_gaps (const char *words)
{
  g_return_val_if_fail (words != NULL, FALSE);

  for (const char *at = words; *at != '\0'; at++)
    if (gap_length (at) > 0)
      return TRUE;
  return FALSE;
}

static const char *
skip_spaces (const char *at)
{
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* How far @text goes on as the words do, up to their end or the next dots. Capitals and the width of
 * spaces say nothing. NULL: it does not. */
static const char *
follow (const char **words, const char *text)
{
  const char *w = *words;

  while (*w != '\0' && gap_length (w) == 0)
    {
      gunichar wanted = g_utf8_get_char (w), found = g_utf8_get_char (text);

      if (g_unichar_isspace (wanted))
        {
          w = skip_spaces (w);
          /* a space before dots, and one at an end, are not looked for */
          if (!g_unichar_isspace (found) && found != 0 && *w != '\0' && gap_length (w) == 0)
            return NULL;
          text = skip_spaces (text);
          continue;
        }
      if (found == 0 || g_unichar_tolower (wanted) != g_unichar_tolower (found))
        return NULL;
      w = g_utf8_next_char (w);
      text = g_utf8_next_char (text);
    }
  *words = w;
  return text;
}

static void
add_gap (GArray *gaps, const char *text, const char *start, const char *end)
{
  TdPreprintedGap gap;

  start = skip_spaces (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  gap.start = start - text;
  gap.end = MAX (start, end) - text;
  g_array_append_val (gaps, gap);
}

/**
 * td_preprinted_match:
 * @words: what a blank carries: "TẶNG", "Quyết định số … ngày … tháng … năm …"; dots or an ellipsis are what is left
 *   to be written
 * @text: what a certificate says in that place, NFC
 * @gaps: (out) (optional) (element-type TdPreprintedGap) (transfer full): what is to be written, a piece of @text for
 *   each run of dots, in order, maybe empty; %NULL when the words are others
 *
 * Returns: whether the certificate says nothing else than the blank
 */
gboolean
td_preprinted_match (const char *words, const char *text, GArray **gaps)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (TdPreprintedGap));
  const char *at;

  g_return_val_if_fail (words != NULL && text != NULL, FALSE);

  if (gaps != NULL)
    *gaps = NULL;
  words = skip_spaces (words);
  at = follow (&words, skip_spaces (text));
  while (at != NULL && *words != '\0')
    {
      const char *rest = words + gap_length (words);
      const char *start = at, *next = NULL;

      if (*skip_spaces (rest) == '\0')
        {
          add_gap (found, text, start, text + strlen (text));
          at = text + strlen (text);
          break;
        }
      /* the words go on at the first place where they can */
      for (rest = skip_spaces (rest); next == NULL && *at != '\0';)
        {
          words = rest;
          next = follow (&words, at);
          if (next == NULL)
            at = g_utf8_next_char (at);
        }
      if (next == NULL)
        return FALSE;
      add_gap (found, text, start, at);
      at = next;
    }
  if (at == NULL || *skip_spaces (at) != '\0')
    return FALSE;
  if (gaps != NULL)
    *gaps = g_steal_pointer (&found);
  return TRUE;
}
