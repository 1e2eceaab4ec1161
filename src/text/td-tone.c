/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-tone"

#include "config.h"

#include <string.h>

#include "td-tone.h"

#define N_TONES 6

/* The longest onset is "ngh"; longer words are none of ours. */
#define MAX_LETTERS 5

typedef struct
{
  gunichar base;        /* without its tone */
  guint tone;           /* index into the tables, 0 for none */
  gboolean combining;   /* the tone is a character of its own */
  gboolean other_marks; /* carries marks that are no tone: another vowel */
  const char *end;
} Letter;

/* Only the vowels that stand in oa, oe and uy; â, ê, ơ and so on are other vowels and keep their tone. */
static const gunichar vowels[][N_TONES] = {
  { 'a', 0x00e0, 0x1ea3, 0x00e3, 0x00e1, 0x1ea1 },
  { 'e', 0x00e8, 0x1ebb, 0x1ebd, 0x00e9, 0x1eb9 },
  { 'o', 0x00f2, 0x1ecf, 0x00f5, 0x00f3, 0x1ecd },
  { 'u', 0x00f9, 0x1ee7, 0x0169, 0x00fa, 0x1ee5 },
  { 'y', 0x1ef3, 0x1ef7, 0x1ef9, 0x00fd, 0x1ef5 },
  { 'A', 0x00c0, 0x1ea2, 0x00c3, 0x00c1, 0x1ea0 },
  { 'E', 0x00c8, 0x1eba, 0x1ebc, 0x00c9, 0x1eb8 },
  { 'O', 0x00d2, 0x1ece, 0x00d5, 0x00d3, 0x1ecc },
  { 'U', 0x00d9, 0x1ee6, 0x0168, 0x00da, 0x1ee4 },
  { 'Y', 0x1ef2, 0x1ef6, 0x1ef8, 0x00dd, 0x1ef4 },
};

static const gunichar tone_marks[N_TONES] = { 0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323 };

/* Without q: in "quý" u belongs to the consonant. Foreign onsets are not listed either, so "Chloé" stays. */
static const char *const onsets[] = {
  "", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
  "p", "ph", "r", "s", "t", "th", "tr", "v", "x", NULL
};

static void
read_letter (Letter *letter, gunichar c)
{
  letter->base = c;
  letter->tone = 0;
  letter->combining = FALSE;
  letter->other_marks = FALSE;
  if (c < 0xc0 || (c > 0xff && c < 0x168) || (c > 0x169 && c < 0x1ea0) || c > 0x1ef9)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (vowels); i++)
    for (guint tone = 0; tone < N_TONES; tone++)
      if (vowels[i][tone] == c)
        {
          letter->base = vowels[i][0];
          letter->tone = tone;
          return;
        }
}

static void
read_mark (Letter *letter, gunichar c)
{
  for (guint tone = 1; tone < N_TONES; tone++)
    if (tone_marks[tone] == c && letter->tone == 0)
      {
        letter->tone = tone;
        letter->combining = TRUE;
        return;
      }
  letter->other_marks = TRUE;
}

/* Reads the word at @word; gives its end, and 0 letters when it is too long to be a syllable with a movable tone. */
static const char *
read_word (const char *word, Letter letters[MAX_LETTERS], guint *n_letters)
{
  const char *p = word;
  guint n = 0;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        {
          if (n < MAX_LETTERS)
            read_letter (&letters[n], c);
          n++;
        }
      else if (g_unichar_ismark (c) && n > 0)
        {
          if (n <= MAX_LETTERS)
            read_mark (&letters[n - 1], c);
        }
      else
        break;
      p = g_utf8_next_char (p);
      if (n > 0 && n <= MAX_LETTERS)
        letters[n - 1].end = p;
    }
  *n_letters = n <= MAX_LETTERS ? n : 0;
  return p;
}

static gboolean
is_onset (const Letter *letters, guint n_letters)
{
  char onset[MAX_LETTERS * 6 + 1];
  gsize len = 0;

  for (guint i = 0; i < n_letters; i++)
    {
      if (letters[i].tone != 0 || letters[i].other_marks)
        return FALSE;
      len += g_unichar_to_utf8 (g_unichar_tolower (letters[i].base), onset + len);
    }
  onset[len] = '\0';
  return g_strv_contains (onsets, onset);
}

static gboolean
is_pair (const Letter *first, const Letter *second)
{
  gunichar a = g_unichar_tolower (first->base);
  gunichar b = g_unichar_tolower (second->base);

  if (first->other_marks || second->other_marks)
    return FALSE;
  return (a == 'o' && (b == 'a' || b == 'e')) || (a == 'u' && b == 'y');
}

static void
append_vowel (GString *text, gunichar base, guint tone, gboolean combining)
{
  if (combining || tone == 0)
    {
      g_string_append_unichar (text, base);
      if (tone != 0)
        g_string_append_unichar (text, tone_marks[tone]);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (vowels); i++)
    if (vowels[i][0] == base)
      g_string_append_unichar (text, vowels[i][tone]);
}

/* Appends the word with its tone moved, or does nothing when it has to stay where it is. */
static gboolean
append_moved (GString *text, const char *word, const Letter *letters, guint n_letters, TdTonePlacement placement)
{
  gboolean on_first = placement == TD_TONE_PLACEMENT_OLD;
  const Letter *first;
  const Letter *second;
  const Letter *toned;

  if (n_letters < 2)
    return FALSE;
  first = &letters[n_letters - 2];
  second = &letters[n_letters - 1];
  toned = on_first ? second : first;
  if (!is_pair (first, second) || toned->tone == 0 || (first->tone != 0 && second->tone != 0))
    return FALSE;
  if (!is_onset (letters, n_letters - 2))
    return FALSE;

  if (n_letters > 2)
    g_string_append_len (text, word, letters[n_letters - 3].end - word);
  append_vowel (text, first->base, on_first ? toned->tone : 0, toned->combining);
  append_vowel (text, second->base, on_first ? 0 : toned->tone, toned->combining);
  return TRUE;
}

/**
 * td_tone_place:
 * @utf8: valid UTF-8, composed or decomposed
 * @placement: where the tone shall stand
 *
 * Moves the tone in open syllables with oa, oe or uy. "Quý" and "hoàn" are written in one way only
 * and stay, as does every other byte.
 *
 * Returns: (transfer full): the text
 */
char *
td_tone_place (const char *utf8, TdTonePlacement placement)
{
  GString *text;
  const char *p = utf8;

  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), NULL);

  text = g_string_sized_new (strlen (utf8));
  while (*p != '\0')
    {
      Letter letters[MAX_LETTERS];
      guint n_letters;
      const char *end = read_word (p, letters, &n_letters);

      if (end == p)
        end = g_utf8_next_char (p);
      if (!append_moved (text, p, letters, n_letters, placement))
        g_string_append_len (text, p, end - p);
      p = end;
    }
  return g_string_free (text, FALSE);
}
