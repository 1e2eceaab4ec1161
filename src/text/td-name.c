/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-name"

#include "config.h"

#include <string.h>

#include "td-name.h"
#include "td-text-private.h"
#include "td-text-compose.h"
#include "td-text.h"

/* A slip in a shorter name would make another name of it: An, Ân, Anh. */
#define MIN_SLIP_LETTERS 6

/* Letters of other alphabets that look like ours. The keyboards of two scripts side by side make them. */
static const struct
{
  gunichar wrong;
  gunichar right;
} lookalikes[] = {
  { 0x00d0, 0x0110 },
  { 0x00f0, 0x0111 },
  { 0x0189, 0x0110 },
  { 0x0256, 0x0111 },
  { 0x0391, 'A' },
  { 0x0392, 'B' },
  { 0x0395, 'E' },
  { 0x0397, 'H' },
  { 0x0399, 'I' },
  { 0x039a, 'K' },
  { 0x039c, 'M' },
  { 0x039d, 'N' },
  { 0x039f, 'O' },
  { 0x03a1, 'P' },
  { 0x03a4, 'T' },
  { 0x03a7, 'X' },
  { 0x0410, 'A' },
  { 0x0412, 'B' },
  { 0x0415, 'E' },
  { 0x041a, 'K' },
  { 0x041c, 'M' },
  { 0x041d, 'H' },
  { 0x041e, 'O' },
  { 0x0420, 'P' },
  { 0x0421, 'C' },
  { 0x0422, 'T' },
  { 0x0425, 'X' },
  { 0x0430, 'a' },
  { 0x0435, 'e' },
  { 0x043e, 'o' },
  { 0x0440, 'p' },
  { 0x0441, 'c' },
  { 0x0443, 'y' },
  { 0x0445, 'x' },
};

static gunichar
right_letter (gunichar c)
{
  for (guint i = 0; c >= 0x80 && i < G_N_ELEMENTS (lookalikes); i++)
    if (lookalikes[i].wrong == c)
      return lookalikes[i].right;
  return c;
}

static TdNameFlaws
find_odd (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != ' ' && !_td_text_is_apostrophe (c)
          && (c >= 0x80 || strchr (".,-()/", (int) c) == NULL) && c != 0x2013 && c != 0x2010)
        return TD_NAME_FLAW_ODD;
    }
  return 0;
}

/* What td_text_normalize() leaves out or brings together. */
static TdNameFlaws
find_unseen (const char *name)
{
  TdNameFlaws flaws = 0;
  gboolean blank = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (_td_text_is_blank (c))
        {
          if (blank || c != ' ')
            flaws |= TD_NAME_FLAW_BLANKS;
          blank = TRUE;
          continue;
        }
      if (c == 0x00ad || g_unichar_type (c) == G_UNICODE_FORMAT)
        flaws |= TD_NAME_FLAW_INVISIBLE;
      if (g_unichar_ismark (c))
        flaws |= TD_NAME_FLAW_DECOMPOSED;
      blank = FALSE;
    }
  return blank && *name != '\0' ? flaws | TD_NAME_FLAW_BLANKS : flaws;
}

/**
 * td_name_clean:
 * @name: valid UTF-8, as typed
 * @flaws: (out) (optional): what was found
 *
 * Makes what the name should be stored as: NFC, single blanks, nothing unseen, our own letters. Letters and marks
 * are never corrected. Whatever differs is told, so that a person can look.
 *
 * Returns: (transfer full): the name
 */
char *
td_name_clean (const char *name, TdNameFlaws *flaws)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) clean = NULL;
  char *again;
  TdNameFlaws found;

  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  found = find_unseen (name);
  normal = td_text_normalize (name);
  clean = g_string_sized_new (strlen (normal));
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (right_letter (c) != c)
        found |= TD_NAME_FLAW_LOOKALIKE;
      if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (clean, right_letter (c));
    }
  /* Blanks may have stood about what is unseen. */
  again = td_text_normalize (clean->str);
  if (flaws != NULL)
    *flaws = found | find_odd (again);
  return again;
}

static gboolean
has_two_cases (const char *name)
{
  gboolean upper = FALSE, lower = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      upper = upper || g_unichar_isupper (g_utf8_get_char (p));
      lower = lower || g_unichar_islower (g_utf8_get_char (p));
    }
  return upper && lower;
}

/**
 * td_name_proper_case:
 * @name: valid UTF-8: the name of a person
 *
 * Writes a name that is in capitals, or without any, as names are written: "NGUYỄN THỊ HÀ" gives "Nguyễn Thị Hà",
 * "H’ĂNG" gives "H’Ăng", "LÊ-ANH" gives "Lê-Anh". To be offered, never applied silently: a name that needs another
 * spelling ("K’Să" or "K’să") is known by its bearer only.
 *
 * Returns: (transfer full) (nullable): the name; %NULL when there is nothing to offer
 */
char *
td_name_proper_case (const char *name)
{
  g_autofree char *composed = NULL;
  g_autoptr (GString) proper = NULL;
  gboolean begins = TRUE;

  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  if (has_two_cases (name))
    return NULL;
  composed = td_text_compose (name, -1);
  proper = g_string_sized_new (strlen (composed));
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (proper, begins ? g_unichar_toupper (c) : g_unichar_tolower (c));
      begins = !g_unichar_isalpha (c) && !g_unichar_ismark (c);
    }
  return g_str_equal (proper->str, composed) ? NULL : g_string_free (g_steal_pointer (&proper), FALSE);
}

static gboolean
is_tone (gunichar c)
{
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

static gboolean
is_plain_vowel (gunichar c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* Whether y may as well be written i: alone in its syllable (Lý, Lí), after qu (Quý, Quí) and inside one
 * (Huỳnh, Huình). In "Mây" and "Thúy" it may not: Mai and Thúi are others. */
static gboolean
is_loose_y (gunichar second_before, gunichar before, gunichar after)
{
  if (before == 'u')
    return second_before == 'q' || after != 0;
  return !is_plain_vowel (before);
}

/* The letters of a word from @word on, with y as i where both are written. */
static const char *
append_loose_word (GString *key, const char *word)
{
  gunichar before = 0, second_before = 0;
  const char *p = word;

  while (*p != '\0' && *p != ' ')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gunichar after;

      /* The tones stand at the word's end, so that letters are neighbours. */
      after = *next != '\0' && *next != ' ' && !is_tone (g_utf8_get_char (next)) ? g_utf8_get_char (next) : 0;
      g_string_append_unichar (key, c == 'y' && is_loose_y (second_before, before, after) ? 'i' : c);
      second_before = before;
      before = c;
      p = next;
    }
  return p;
}

static char *
loosen (const char *words)
{
  GString *key = g_string_sized_new (strlen (words));

  for (const char *p = words; *p != '\0';)
    {
      p = append_loose_word (key, p);
      if (*p == ' ')
        g_string_append_c (key, *p++);
    }
  return g_string_free (key, FALSE);
}

static char *
without_blanks (const char *words)
{
  char *compact = g_malloc (strlen (words) + 1);
  char *end = compact;

  for (const char *p = words; *p != '\0'; p++)
    if (*p != ' ')
      *end++ = *p;
  *end = '\0';
  return compact;
}

/* Folded but for the marks, decomposed, the tones of each word at its end: Hoà, Hòa and a misplaced Qúy are
 * what was meant. */
static char *
fold_tones (const char *name)
{
  g_autofree char *folded = td_text_fold_marks (name);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT);
  g_autoptr (GString) tones = g_string_new (NULL);
  GString *key = g_string_sized_new (strlen (apart));

  for (const char *p = apart;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_tone (c))
        {
          g_string_append_unichar (tones, c);
          continue;
        }
      if (c == ' ' || c == '\0')
        {
          g_string_append (key, tones->str);
          g_string_truncate (tones, 0);
        }
      if (c == '\0')
        return g_string_free (key, FALSE);
      g_string_append_unichar (key, c);
    }
}

/**
 * td_name_key:
 * @name: valid UTF-8
 *
 * Makes what finding a name again compares: td_text_fold(), with y as i where both are written. Hyphens are blanks.
 *
 * Returns: (transfer full): words with a blank between them
 */
char *
td_name_key (const char *name)
{
  g_autofree char *folded = td_text_fold (name);

  g_return_val_if_fail (folded != NULL, NULL);
  return loosen (folded);
}

/**
 * td_name_compact_key:
 * @name: valid UTF-8
 *
 * Returns: (transfer full): td_name_key() without blanks: "Pi Năng" and "Pinăng" both give "pinang"
 */
char *
td_name_compact_key (const char *name)
{
  g_autofree char *key = td_name_key (name);

  g_return_val_if_fail (key != NULL, NULL);
  return without_blanks (key);
}

/**
 * td_name_keys_slip:
 * @a: a key, valid UTF-8
 * @b: another
 *
 * Tells whether one slip of the fingers makes one key of the other: a letter missing, added, changed, or two
 * neighbours swapped. Short names are too near to each other to tell.
 *
 * Returns: whether they differ by exactly one slip
 */
gboolean
td_name_keys_slip (const char *a, const char *b)
{
  gsize length_a, length_b, same;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  length_a = strlen (a);
  length_b = strlen (b);
  if (length_a < length_b)
    return td_name_keys_slip (b, a);
  if (length_a - length_b > 1 || length_b < MIN_SLIP_LETTERS)
    return FALSE;
  for (same = 0; same < length_b && a[same] == b[same]; same++)
    ;
  if (length_a > length_b)
    return strcmp (a + same + 1, b + same) == 0;
  if (same == length_a)
    return FALSE;
  return strcmp (a + same + 1, b + same + 1) == 0
         || (a[same] == b[same + 1] && a[same + 1] == b[same] && a[same + 1] != '\0' && strcmp (a + same + 2, b + same + 2) == 0);
}

/* The letters without blanks, then all tones: where words are parted is not where tones end. */
static char *
without_words (const char *words)
{
  g_autoptr (GString) tones = g_string_new (NULL);
  GString *letters = g_string_sized_new (strlen (words));

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ')
      g_string_append_unichar (is_tone (g_utf8_get_char (p)) ? tones : letters, g_utf8_get_char (p));
  g_string_append (letters, tones->str);
  return g_string_free (letters, FALSE);
}

static TdNameLikeness
compare_marked (const char *a, const char *b)
{
  g_autofree char *marked_a = fold_tones (a);
  g_autofree char *marked_b = fold_tones (b);
  g_autofree char *loose_a = NULL;
  g_autofree char *loose_b = NULL;
  g_autofree char *compact_a = NULL;
  g_autofree char *compact_b = NULL;

  if (g_str_equal (marked_a, marked_b))
    return TD_NAME_EQUAL;
  loose_a = loosen (marked_a);
  loose_b = loosen (marked_b);
  if (g_str_equal (loose_a, loose_b))
    return TD_NAME_I_Y;
  compact_a = without_words (loose_a);
  compact_b = without_words (loose_b);
  if (g_str_equal (compact_a, compact_b))
    return TD_NAME_SPACING;
  return td_text_has_marks (a) && td_text_has_marks (b) ? TD_NAME_OTHER_MARKS : TD_NAME_UNMARKED;
}

/**
 * td_name_compare:
 * @a: valid UTF-8: a name
 * @b: another
 *
 * Returns: how alike they are; an empty name is like none
 */
TdNameLikeness
td_name_compare (const char *a, const char *b)
{
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, TD_NAME_DIFFERENT);

  if (*a != '\0' && strcmp (a, b) == 0)
    return TD_NAME_EQUAL;
  key_a = td_name_compact_key (a);
  key_b = td_name_compact_key (b);
  if (*key_a == '\0' || *key_b == '\0')
    return TD_NAME_DIFFERENT;
  if (g_str_equal (key_a, key_b))
    return compare_marked (a, b);
  return td_name_keys_slip (key_a, key_b) ? TD_NAME_SLIP : TD_NAME_DIFFERENT;
}
