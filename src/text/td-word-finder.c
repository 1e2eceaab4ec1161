/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-word-finder"
#define _GNU_SOURCE  /* memmem */

#include "config.h"

#include <string.h>

#include "td-word-finder.h"

/* The text is held a second time as bare small letters with one blank between words, and with the place each of
 * them came from. */

struct _TdWordFinder
{
  GString *bare;
  GArray *places; /* of guint32: for each byte of bare its offset in the text, and one for the end */
  GArray *lines;  /* of guint32: where each begins */
  gsize length;
};

/* The letter that people mean: without marks, small, one kind of quotation mark and of dash. 0 for what is no letter
 * of its own. */
static gunichar
bare_letter (gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (letter == '*') /* what plain text is set bold with */
    return 0;
  if (letter < 0x80)
    return g_ascii_isspace (letter) ? ' ' : (gunichar) g_ascii_tolower ((char) letter);
  if (g_unichar_ismark (letter) || letter == 0x00ad || g_unichar_type (letter) == G_UNICODE_FORMAT)
    return 0;
  if (g_unichar_isspace (letter))
    return ' ';
  if (letter == 0x2018 || letter == 0x2019)
    return '\'';
  if (letter == 0x201c || letter == 0x201d || letter == 0x00ab || letter == 0x00bb)
    return '"';
  if (letter >= 0x2010 && letter <= 0x2015)
    return '-';
  g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  parts[0] = g_unichar_tolower (parts[0]);
  return parts[0] == 0x0111 ? 'd' : parts[0];
}

/* Appends @text as bare letters; @places may be %NULL. */
static void
append_bare (GString *bare, const char *text, GArray *places)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = bare_letter (g_utf8_get_char (p));
      gsize before = bare->len;
      guint32 place = (guint32) (p - text);

      if (letter == 0 || (letter == ' ' && (before == 0 || bare->str[before - 1] == ' ')))
        continue;
      g_string_append_unichar (bare, letter);
      for (gsize i = before; places != NULL && i < bare->len; i++)
        g_array_append_val (places, place);
    }
}

/**
 * td_word_finder_new:
 * @text: valid UTF-8, less than 4 GB; its lines end with a line feed
 *
 * Returns: (transfer full): a finder; it does not keep @text
 */
TdWordFinder *
td_word_finder_new (const char *text)
{
  TdWordFinder *self = g_new0 (TdWordFinder, 1);
  guint32 at = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self->length = strlen (text);
  self->bare = g_string_sized_new (self->length);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->length + 1);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  append_bare (self->bare, text, self->places);
  at = (guint32) self->length;
  g_array_append_val (self->places, at);
  at = 0;
  g_array_append_val (self->lines, at);
  for (const char *end = strchr (text, '\n'); end != NULL; end = strchr (end + 1, '\n'))
    {
      at = (guint32) (end + 1 - text);
      g_array_append_val (self->lines, at);
    }
  return self;
}

/**
 * td_word_finder_free:
 * @self: a finder
 */
void
td_word_finder_free (TdWordFinder *self)
{
  g_string_free (self->bare, TRUE);
  g_array_unref (self->places);
  g_array_unref (self->lines);
  g_free (self);
}

/* The first bare letter that came from @offset or behind it. */
static gsize
find_place (TdWordFinder *self, gsize offset)
{
  gsize low = 0, high = self->bare->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->places, guint32, middle) < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_part_of_word (char letter)
{
  return g_ascii_isalnum (letter) || (letter & 0x80) != 0;
}

/**
 * td_word_finder_find:
 * @self: a finder
 * @words: what to find: whole words
 * @from: where in the text to begin, in bytes
 * @to: where to end
 * @start: (out): where the words begin
 * @end: (out): where they end
 *
 * Returns: whether they stand there
 */
gboolean
td_word_finder_find (TdWordFinder *self, const char *words, gsize from, gsize to, gsize *start, gsize *end)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  gsize at = find_place (self, from), last = find_place (self, to);
  const char *found;

  append_bare (wanted, words, NULL);
  if (wanted->len > 0 && wanted->str[wanted->len - 1] == ' ')
    g_string_truncate (wanted, wanted->len - 1);
  if (wanted->len == 0 || last < at + wanted->len)
    return FALSE;
  for (; (found = memmem (self->bare->str + at, last - at, wanted->str, wanted->len)) != NULL; at = found + 1 - self->bare->str)
    {
      gsize place = found - self->bare->str;

      if ((place > 0 && is_part_of_word (found[-1]) && is_part_of_word (found[0]))
          || (is_part_of_word (found[wanted->len]) && is_part_of_word (found[wanted->len - 1])))
        continue;
      *start = g_array_index (self->places, guint32, place);
      *end = g_array_index (self->places, guint32, place + wanted->len);
      return TRUE;
    }
  return FALSE;
}

/**
 * td_word_finder_get_n_lines:
 * @self: a finder
 *
 * Returns: how many lines the text has
 */
guint
td_word_finder_get_n_lines (TdWordFinder *self)
{
  return self->lines->len;
}

/**
 * td_word_finder_get_lines:
 * @self: a finder
 * @first: from 1
 * @last: from 1
 * @start: (out): where the first begins, in bytes
 * @end: (out): where the last ends
 */
void
td_word_finder_get_lines (TdWordFinder *self, guint first, guint last, gsize *start, gsize *end)
{
  guint n = self->lines->len;

  first = CLAMP (first, 1, n);
  last = CLAMP (last, first, n);
  *start = g_array_index (self->lines, guint32, first - 1);
  *end = last < n ? g_array_index (self->lines, guint32, last) - 1 : self->length;
}

/**
 * td_word_finder_get_line_at:
 * @self: a finder
 * @offset: in bytes
 * @index: (out) (optional): how far in the line it is, in bytes
 *
 * Returns: the line of a place, from 1
 */
guint
td_word_finder_get_line_at (TdWordFinder *self, gsize offset, gsize *index)
{
  guint low = 0, high = self->lines->len;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  if (index != NULL)
    *index = offset - g_array_index (self->lines, guint32, low);
  return low + 1;
}
