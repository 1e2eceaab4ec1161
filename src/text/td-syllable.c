/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-syllable"

#include "config.h"

#include <string.h>

#include "td-syllable.h"

/* The longest is "nghiêng"; anything longer is no syllable. */
#define MAX_LETTERS 8
#define MAX_BYTES   (MAX_LETTERS * 6) /* a letter, two marks of two bytes, and one to spare */

/* What may follow the onset, without tone; sorted by bytes for the binary search. */
static const char *const rimes[] = {
  "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay",
  "e", "ec", "em", "en", "eng", "eo", "ep", "et",
  "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu",
  "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc", "oe", "oem",
  "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc", "oăm", "oăn", "oăng", "oăt",
  "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uy", "uya", "uych", "uyn", "uynh", "uyp", "uyt", "uyu",
  "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uên", "uênh", "uôc", "uôi", "uôm", "uôn", "uông",
  "uôt", "uơ",
  "y", "ych", "yn", "ynh", "yt", "yêm", "yên", "yêng", "yêt", "yêu",
  "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
  "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu",
  "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt",
  "ăc", "ăm", "ăn", "ăng", "ăp", "ăt",
  "ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
  "ư", "ưa", "ưc", "ưi", "ưng", "ưt", "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu"
};

/* The onsets and the vowels spelling lets follow them: every one, only i, e, ê (y), all but those. */
static const struct
{
  const char *onset;
  char before; /* '*' every vowel, 'f' front vowels, 'b' the others, 'g' the others and i */
} onsets[] = {
  { "", '*' },
  { "b", '*' },
  { "c", 'b' },
  { "ch", '*' },
  { "d", '*' },
  { "đ", '*' },
  { "g", 'g' },
  { "gh", 'f' },
  { "gi", '*' },
  { "h", '*' },
  { "k", 'f' },
  { "kh", '*' },
  { "l", '*' },
  { "m", '*' },
  { "n", '*' },
  { "ng", 'b' },
  { "ngh", 'f' },
  { "nh", '*' },
  { "p", '*' },
  { "ph", '*' },
  { "qu", '*' },
  { "r", '*' },
  { "s", '*' },
  { "t", '*' },
  { "th", '*' },
  { "tr", '*' },
  { "v", '*' },
  { "x", '*' },
};

/* A word as letters without tone, in small letters, and its tones. */
typedef struct
{
  char text[MAX_LETTERS * 2 + 1];
  guint n_letters;
  guint n_tones;
  gunichar tone;  /* the combining mark; 0 for none */
  gsize toned_at; /* where in @text the letter with it is */
} Letters;

static gboolean
is_tone (gunichar mark)
{
  return mark == 0x0300 || mark == 0x0301 || mark == 0x0303 || mark == 0x0309 || mark == 0x0323;
}

static gboolean
is_vietnamese_letter (gunichar c)
{
  return (c >= 'a' && c <= 'z') || c == 0x00e2 || c == 0x0103 || c == 0x00ea || c == 0x00f4
         || c == 0x01a1 || c == 0x01b0 || c == 0x0111;
}

static gboolean
is_vowel (gunichar c)
{
  return c >= 0x80 ? c != 0x0111 : strchr ("aeiouy", (int) c) != NULL;
}

static gboolean
read_letters (const char *word, Letters *letters)
{
  g_autofree char *composed = NULL;
  gsize length = 0;

  memset (letters, 0, sizeof *letters);
  if (strnlen (word, MAX_BYTES + 1) > MAX_BYTES)
    return FALSE;
  composed = g_utf8_normalize (word, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      gunichar base, mark;

      /* A dot below is under the hat, so that a letter with both may take two steps: ộ is ọ with a hat. */
      if (c >= 0x80 && g_unichar_decompose (c, &base, &mark) && mark != 0)
        {
          gunichar inner, other;

          if (is_tone (mark))
            {
              letters->tone = mark;
              letters->toned_at = length;
              letters->n_tones++;
              c = base;
              if (!is_vowel (c))
                return FALSE;
            }
          else if (g_unichar_decompose (base, &inner, &other) && is_tone (other))
            {
              letters->tone = other;
              letters->toned_at = length;
              letters->n_tones++;
              if (!g_unichar_compose (inner, mark, &c))
                return FALSE;
            }
        }
      if (!is_vietnamese_letter (c) || ++letters->n_letters > MAX_LETTERS)
        return FALSE;
      length += g_unichar_to_utf8 (c, letters->text + length);
    }
  letters->text[length] = '\0';
  return letters->n_letters > 0 && letters->n_tones <= 1;
}

static int
compare_rimes (gconstpointer key, gconstpointer rime)
{
  return strcmp (key, *(const char *const *) rime);
}

static gboolean
fits (char before, const char *rime)
{
  gboolean front = *rime == 'i' || *rime == 'e' || *rime == 'y' || g_str_has_prefix (rime, "ê");

  switch (before)
    {
    case 'f':
      return front;
    case 'b':
      return !front;
    case 'g':
      return !front || *rime == 'i';
    default:
      return TRUE;
    }
}

/* A syllable that ends in a stop has the tone sắc or nặng. None at all is taken for one not typed. */
static gboolean
tone_fits (const Letters *letters)
{
  gsize length = strlen (letters->text);
  char last = letters->text[length - 1];
  gboolean stop = last == 'c' || last == 'p' || last == 't'
                  || (last == 'h' && length > 1 && letters->text[length - 2] == 'c');

  return !stop || letters->tone == 0 || letters->tone == 0x0301 || letters->tone == 0x0323;
}

/* Whether a tone at @at is where one writes it: on ê, ô, ơ … where there is one, else on the middle of three vowels, the
 * second of two before a consonant, the first of two at the end; oa, oe and uy are written in both ways. */
static gboolean
tone_is_placed (const char *rime, gsize at)
{
  gsize vowels = strspn (rime, "aeiouy");

  if ((guchar) rime[vowels] >= 0x80)
    {
      const char *main = g_str_has_prefix (rime + vowels, "ươ") ? rime + vowels + strlen ("ư") : rime + vowels;

      return rime + at == main;
    }
  if (vowels == 1)
    return at == 0;
  if (vowels == 2 && rime[2] == '\0')
    return at == 0 || (at == 1 && (g_str_equal (rime, "oa") || g_str_equal (rime, "oe") || g_str_equal (rime, "uy")));
  return at == 1;
}

/**
 * td_syllable_is_vietnamese:
 * @utf8: valid UTF-8: a word, in letters of any case, composed or decomposed
 *
 * Tells whether a word is one syllable as Vietnamese spells them: an onset, a rime, at most one tone, which may
 * stand as in "hòa" or in "hoà". Loan words and the names of the highlands ("Đăk", "Kđăm") mostly are none.
 *
 * Returns: whether it can be Vietnamese
 */
gboolean
td_syllable_is_vietnamese (const char *utf8)
{
  Letters letters;

  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), FALSE);

  if (!read_letters (utf8, &letters) || !tone_fits (&letters))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    {
      const char *rime = letters.text + strlen (onsets[i].onset);

      if (g_str_has_prefix (letters.text, onsets[i].onset) && fits (onsets[i].before, rime)
          && bsearch (rime, rimes, G_N_ELEMENTS (rimes), sizeof rimes[0], compare_rimes) != NULL
          && (letters.tone == 0
              || (letters.toned_at >= (gsize) (rime - letters.text)
                  && tone_is_placed (rime, letters.toned_at - (gsize) (rime - letters.text)))))
        return TRUE;
    }
  return FALSE;
}

/**
 * td_syllable_is_pronounceable:
 * @utf8: valid UTF-8: a word
 *
 * Tells whether a word is one syllable in the letters of Vietnamese with no more than that: consonants, one
 * group of vowels, consonants, at most one tone. "Kđăm", "Niê" and "Bhiông" are.
 *
 * Returns: whether it is like a syllable
 */
gboolean
td_syllable_is_pronounceable (const char *utf8)
{
  Letters letters;
  guint vowels = 0, groups = 0, after = 0;
  gboolean in_vowels = FALSE;

  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), FALSE);

  if (!read_letters (utf8, &letters))
    return FALSE;
  for (const char *p = letters.text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean vowel = is_vowel (g_utf8_get_char (p));

      groups += vowel && !in_vowels;
      vowels += vowel;
      after = vowel ? 0 : after + 1;
      in_vowels = vowel;
    }
  return groups == 1 && vowels <= 3 && after <= 2;
}
