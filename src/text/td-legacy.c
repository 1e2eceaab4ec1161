/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-legacy"

#include "config.h"

#include <string.h>

#include "td-legacy.h"
#include "td-syllable.h"

/* Vietnamese from before Unicode. Files give such text as the letters of Windows-1252 that stand where the font had
 * its own: "NguyÔn" for Nguyễn. Both encodings only use the codes that are the same in Latin-1 and Unicode. */

#define FIRST_CODE  0x00a0
#define SOFT_HYPHEN 0x00ad
#define MICRO_SIGN  0x00b5
#define GREEK_MU    0x03bc

/* TCVN 5712:1993, VN3, from 0xA0 on. Capitals with a tone have no code: the fonts for capitals draw them. */
static const gunichar tcvn3[0x60] = {
  0, 0x0102, 0x00c2, 0x00ca, 0x00d4, 0x01a0, 0x01af, 0x0110, 0x0103, 0x00e2, 0x00ea, 0x00f4, 0x01a1, 0x01b0, 0x0111, 0,
  0, 0, 0, 0, 0, 0x00e0, 0x1ea3, 0x00e3, 0x00e1, 0x1ea1, 0, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0,
  0, 0, 0, 0, 0, 0, 0x1eb7, 0x1ea7, 0x1ea9, 0x1eab, 0x1ea5, 0x1ead, 0x00e8, 0, 0x1ebb, 0x1ebd,
  0x00e9, 0x1eb9, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7, 0x00ec, 0x1ec9, 0, 0, 0, 0x0129, 0x00ed, 0x1ecb, 0x00f2,
  0, 0x1ecf, 0x00f5, 0x00f3, 0x1ecd, 0x1ed3, 0x1ed5, 0x1ed7, 0x1ed1, 0x1ed9, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3, 0x00f9,
  0, 0x1ee7, 0x0169, 0x00fa, 0x1ee5, 0x1eeb, 0x1eed, 0x1eef, 0x1ee9, 0x1ef1, 0x1ef3, 0x1ef7, 0x1ef9, 0x00fd, 0x1ef5, 0
};

/* VNI writes a vowel and then a code for its marks: the codes, the vowels they may follow, the marks in the order
 * in which Unicode composes them. */
static const struct
{
  gunichar code;
  const char *vowels;
  gunichar marks[2];
} vni_marks[] = {
  { 0x00f8, "aeouyôö", { 0x0300 } },
  { 0x00f9, "aeouyôö", { 0x0301 } },
  { 0x00fb, "aeouyôö", { 0x0309 } },
  { 0x00f5, "aeouyôö", { 0x0303 } },
  { 0x00ef, "aeouyôö", { 0x0323 } },
  { 0x00e2, "aeo", { 0x0302 } },
  { 0x00e0, "aeo", { 0x0302, 0x0300 } },
  { 0x00e1, "aeo", { 0x0302, 0x0301 } },
  { 0x00e5, "aeo", { 0x0302, 0x0309 } },
  { 0x00e3, "aeo", { 0x0302, 0x0303 } },
  { 0x00e4, "aeo", { 0x0323, 0x0302 } },
  { 0x00ea, "a", { 0x0306 } },
  { 0x00e8, "a", { 0x0306, 0x0300 } },
  { 0x00e9, "a", { 0x0306, 0x0301 } },
  { 0x00fa, "a", { 0x0306, 0x0309 } },
  { 0x00fc, "a", { 0x0306, 0x0303 } },
  { 0x00eb, "a", { 0x0323, 0x0306 } },
};

/* What VNI writes with one code. */
static const gunichar vni_letters[][2] = {
  { 0x00ec, 0x00ec }, /* ì */
  { 0x00ed, 0x00ed }, /* í */
  { 0x00e6, 0x1ec9 }, /* ỉ */
  { 0x00f3, 0x0129 }, /* ĩ */
  { 0x00f2, 0x1ecb }, /* ị */
  { 0x00ee, 0x1ef5 }, /* ỵ */
  { 0x00f1, 0x0111 }, /* đ */
  { 0x00f4, 0x01a1 }, /* ơ */
  { 0x00f6, 0x01b0 }, /* ư */
};

/* No font has a longer name; a file may say anything. */
#define MOST_NAME 64

/**
 * td_legacy_from_font:
 * @family: (nullable): the name of a font, as a file gives it
 *
 * Returns: the encoding of text in that font
 */
TdLegacyEncoding
td_legacy_from_font (const char *family)
{
  g_autofree char *name = NULL;
  char *first;
  gsize length;

  if (family == NULL)
    return TD_LEGACY_NONE;
  /* Style sheets quote names and list several; LibreOffice numbers the variants of one family. */
  name = g_ascii_strdown (family, (gssize) strnlen (family, MOST_NAME));
  first = name + strspn (name, " '\"");
  length = strcspn (first, "'\",;");
  while (length > 0 && (first[length - 1] == ' ' || g_ascii_isdigit (first[length - 1])))
    length--;
  first[length] = '\0';

  if (g_str_has_prefix (first, ".vn"))
    return g_str_has_suffix (first, "h") ? TD_LEGACY_TCVN3_CAPITALS : TD_LEGACY_TCVN3;
  if (g_str_has_prefix (first, "vni-") || g_str_has_prefix (first, "vni "))
    return TD_LEGACY_VNI;
  return TD_LEGACY_NONE;
}

static gunichar
tcvn3_letter (gunichar c)
{
  if (c == GREEK_MU)
    c = MICRO_SIGN;
  return c >= FIRST_CODE && c < FIRST_CODE + G_N_ELEMENTS (tcvn3) ? tcvn3[c - FIRST_CODE] : 0;
}

static gunichar
vni_letter (gunichar c)
{
  gunichar small = g_unichar_tolower (c);

  for (guint i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    if (vni_letters[i][0] == small)
      return small == c ? vni_letters[i][1] : g_unichar_toupper (vni_letters[i][1]);
  return 0;
}

/* The letter that a vowel and the code after it make, 0 when they do not belong together. */
static gunichar
vni_pair (gunichar vowel, gunichar code)
{
  gunichar letter = vowel;

  code = g_unichar_tolower (code);
  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    {
      if (vni_marks[i].code != code || g_utf8_strchr (vni_marks[i].vowels, -1, g_unichar_tolower (vowel)) == NULL)
        continue;
      if (vni_letter (vowel) != 0)
        letter = vni_letter (vowel);
      for (guint m = 0; m < G_N_ELEMENTS (vni_marks[i].marks) && vni_marks[i].marks[m] != 0; m++)
        if (!g_unichar_compose (letter, vni_marks[i].marks[m], &letter))
          return 0;
      return letter;
    }
  return 0;
}

/* Converts; @complete tells whether every letter beyond ASCII was one of the encoding. */
static GString *
convert (const char *text, TdLegacyEncoding encoding, gboolean *complete)
{
  GString *converted = g_string_sized_new (strlen (text) * 2);

  *complete = TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar letter = 0;

      if (encoding != TD_LEGACY_VNI)
        letter = tcvn3_letter (c);
      else
        {
          const char *next = g_utf8_next_char (p);

          letter = *next != '\0' ? vni_pair (c, g_utf8_get_char (next)) : 0;
          if (letter != 0)
            p = next;
          else
            letter = vni_letter (c);
        }
      if (letter == 0 && c >= FIRST_CODE)
        *complete = FALSE;
      g_string_append_unichar (converted, letter != 0 ? letter : c);
    }
  return converted;
}

/* Whether ư belongs before the ơ at @at: "ơng" and "ơc" are no rimes of Vietnamese. They are in names of the highlands,
 * so that the word must be a syllable with it; P alone begins none of Vietnamese ("Pơng Drang"). */
static gboolean
lacks_u (const char *word, const char *at)
{
  const char *rest = g_utf8_next_char (at);
  const char *end = g_str_has_prefix (rest, "ng") ? rest + 2 : rest + 1;
  g_autofree char *before = g_strndup (word, at - word);
  g_autofree char *after = NULL;
  g_autofree char *whole = NULL;

  if ((*rest != 'c' && !g_str_has_prefix (rest, "ng")) || g_unichar_isalpha (g_utf8_get_char (end)))
    return FALSE;
  if (g_ascii_strcasecmp (before, "p") == 0 || g_str_has_suffix (before, "ư") || g_str_has_suffix (before, "Ư"))
    return FALSE;
  after = g_strndup (at, end - at);
  whole = g_strconcat (before, "ư", after, NULL);
  return td_syllable_is_vietnamese (whole);
}

/* Programs drop the soft hyphen, which is ư in TCVN3: "Hơng" was Hương. */
static void
restore_lost_u (GString *text)
{
  static const char o_horn[] = "ơờởỡớợ";
  gsize word = 0;

  for (gsize at = 0; at < text->len;)
    {
      gunichar c = g_utf8_get_char (text->str + at);

      if (c >= 0x80 && g_utf8_strchr (o_horn, -1, c) != NULL && lacks_u (text->str + word, text->str + at))
        {
          g_string_insert (text, (gssize) at, "ư");
          at += strlen ("ư");
        }
      at = (gsize) (g_utf8_next_char (text->str + at) - text->str);
      if (!g_unichar_isalpha (c))
        word = at;
    }
}

/* Someone who writes capitals without the font for them gets "NGUYễN". Where capitals are written and no small
 * letter of ASCII is, small letters that have no capital in the encoding are meant as capitals. */
static gboolean
is_in_capitals (const char *text)
{
  guint in_row = 0, longest = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_islower (c < 0x80 ? (char) c : 'A'))
        return FALSE;
      in_row = c < 0x80 && g_ascii_isupper ((char) c) ? in_row + 1 : 0;
      longest = MAX (longest, in_row);
    }
  return longest >= 2;
}

/* No g_utf8_strup(): that one asks the locale. */
static void
make_capitals (GString *text)
{
  g_autofree char *small = g_strdup (text->str);

  g_string_truncate (text, 0);
  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (p)));
}

/**
 * td_legacy_convert:
 * @text: valid UTF-8, as the file has it: before td_text_normalize(), which drops the soft hyphen that is ư
 * @encoding: what it is written in
 *
 * Brings text of an old encoding into Unicode, NFC. What is not of the encoding stays as it is.
 *
 * Returns: (transfer full): the text
 */
char *
td_legacy_convert (const char *text, TdLegacyEncoding encoding)
{
  GString *converted;
  gboolean complete;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  if (encoding == TD_LEGACY_NONE)
    return g_strdup (text);
  converted = convert (text, encoding, &complete);
  if (encoding != TD_LEGACY_VNI && g_utf8_strchr (text, -1, SOFT_HYPHEN) == NULL)
    restore_lost_u (converted);
  if (encoding == TD_LEGACY_TCVN3_CAPITALS || (encoding == TD_LEGACY_TCVN3 && is_in_capitals (text)))
    make_capitals (converted);
  return g_string_free (converted, FALSE);
}

/* What the words of a text say for one encoding. */
typedef struct
{
  guint good;    /* words that only make sense converted; clear ones count twice */
  guint strange; /* the same, but no syllables of Vietnamese: names of the highlands */
  guint strong;  /* those among them with letters no Vietnamese has */
  guint bad;     /* words that make no sense converted */
  guint foreign; /* words of plain ASCII that are no syllable */
} Tally;

/* Letters that occur in Vietnamese among those of Latin-1. */
static gboolean
is_vietnamese_latin (gunichar c)
{
  return g_utf8_strchr ("àáâãèéêìíòóôõùúý", -1, g_unichar_tolower (c)) != NULL;
}

/* Letters that Vietnamese does not have, or a capital after a small letter. */
static gboolean
has_foreign_code (const char *word)
{
  gboolean after_small = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= FIRST_CODE && (!is_vietnamese_latin (c) || (after_small && g_unichar_isupper (c))))
        return TRUE;
      after_small = g_unichar_islower (c);
    }
  return FALSE;
}

/* A sign between two letters, as in "C«ng": no language writes so. */
static gboolean
has_inner_sign (const char *word)
{
  gboolean after_letter = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (after_letter && c >= FIRST_CODE && c != SOFT_HYPHEN && !g_unichar_isalpha (c) && *next != '\0')
        return TRUE;
      after_letter = g_unichar_isalpha (c);
    }
  return FALSE;
}

/* A vowel with the code of its marks behind it; @clear: with one that no language of Europe writes there. */
static gboolean
has_vni_pair (const char *word, gboolean clear)
{
  gunichar before = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (before != 0 && vni_pair (before, c) != 0 && (!clear || g_utf8_strchr ("âøåä", -1, g_unichar_tolower (c)) != NULL))
        return TRUE;
      before = c;
    }
  return FALSE;
}

/* UBND, THPT, II: no words. */
static gboolean
is_abbreviation (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isupper (*p))
      return FALSE;
  return TRUE;
}

static void
judge_word (const char *word, TdLegacyEncoding encoding, Tally *tally)
{
  gboolean complete;
  g_autoptr (GString) converted = NULL;
  gboolean stands = td_syllable_is_vietnamese (word);
  gboolean clear;

  if (g_str_is_ascii (word))
    {
      tally->foreign += !stands && word[1] != '\0' && !is_abbreviation (word);
      return;
    }
  converted = convert (word, encoding, &complete);
  if (encoding == TD_LEGACY_TCVN3)
    restore_lost_u (converted);
  clear = encoding == TD_LEGACY_TCVN3 ? has_inner_sign (word) : has_vni_pair (word, TRUE);
  if (complete && td_syllable_is_vietnamese (converted->str))
    {
      /* One letter says nothing, and "5 µm" is no word. */
      if (stands || *g_utf8_next_char (word) == '\0' || g_utf8_get_char (word) == MICRO_SIGN)
        return;
      tally->good += clear ? 2 : 1;
      tally->strong += clear || has_foreign_code (word) || (encoding == TD_LEGACY_VNI && has_vni_pair (word, FALSE));
    }
  else if (!stands && complete && clear && td_syllable_is_pronounceable (converted->str))
    {
      tally->strange += 1;
      tally->strong++;
    }
  else
    tally->bad++;
}

static guint
weigh (const Tally *tally)
{
  guint found = tally->good + tally->strange;

  if ((tally->good == 0 && tally->strange < 2) || (tally->strong == 0 && tally->good < 2))
    return 0;
  if (found <= tally->bad || 2 * found <= 2 * tally->bad + tally->foreign || (found == 1 && tally->foreign > 0))
    return 0;
  return found - tally->bad;
}

/* Splits at blanks, signs and figures of ASCII, and typographic signs; the signs of Latin-1 may be letters. */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean letter = c == GREEK_MU || (c > FIRST_CODE && c <= 0x00ff) || (c < 0x80 && g_ascii_isalpha ((char) c));

      if (letter && start == NULL)
        start = p;
      else if (!letter && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, p - start));
          start = NULL;
        }
      if (c == '\0')
        return words;
    }
}

/* Only Unicode has letters beyond Latin-1. */
static gboolean
may_be_legacy (const char *text)
{
  gboolean beyond_ascii = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c > 0x00ff && c != GREEK_MU && (g_unichar_isalpha (c) || g_unichar_ismark (c)))
        return FALSE;
      beyond_ascii = beyond_ascii || (c > FIRST_CODE && c <= 0x00ff);
    }
  return beyond_ascii;
}

/**
 * td_legacy_guess:
 * @text: valid UTF-8, as the file has it: a cell, or better all cells of a column
 *
 * Recognises an old encoding without a font: by words that cannot be Vietnamese as they stand and are
 * once converted. Plain ASCII, Vietnamese in Unicode and names of other languages give none, and so does
 * what could be both. To be confirmed by a person. TCVN3 for capitals cannot be told from TCVN3.
 *
 * Returns: the encoding
 */
TdLegacyEncoding
td_legacy_guess (const char *text)
{
  g_autoptr (GPtrArray) words = NULL;
  Tally tcvn = { 0 }, vni = { 0 };
  guint for_tcvn, for_vni;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), TD_LEGACY_NONE);

  if (!may_be_legacy (text))
    return TD_LEGACY_NONE;
  words = split_words (text);
  for (guint i = 0; i < words->len; i++)
    {
      judge_word (g_ptr_array_index (words, i), TD_LEGACY_TCVN3, &tcvn);
      judge_word (g_ptr_array_index (words, i), TD_LEGACY_VNI, &vni);
    }
  for_tcvn = weigh (&tcvn);
  for_vni = weigh (&vni);
  if (for_tcvn == for_vni)
    return TD_LEGACY_NONE;
  return for_tcvn > for_vni ? TD_LEGACY_TCVN3 : TD_LEGACY_VNI;
}
