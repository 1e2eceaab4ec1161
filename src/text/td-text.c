/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-text"

#include "config.h"

#include <string.h>

#include "td-text-compose.h"
#include "td-text-private.h"
#include "td-text.h"
#include "td-tone.h"

/* What the fast path of folding says about a character besides a letter or digit to write. */
#define FOLD_DROP  '\0'
#define FOLD_BLANK ' '
#define FOLD_SLOW  '*'

/* Base letters of the precomposed Latin letters, so that a Vietnamese name is folded without being decomposed.
 * Eth is here as d: old keyboards write Ð where Đ is meant. B with stroke is a letter of Ê Đê and Gia Rai. */
static const char latin_bases[] =
    /* U+00C0 */ "aaaaaa*ceeeeiiii"
                 /* U+00D0 */ "dnooooo *uuuuy**"
                 /* U+00E0 */ "aaaaaa*ceeeeiiii"
                 /* U+00F0 */ "dnooooo *uuuuy*y"
                 /* U+0100 */ "aaaaaaccccccccdd"
                 /* U+0110 */ "ddeeeeeeeeeegggg"
                 /* U+0120 */ "gggghh**iiiiiiii"
                 /* U+0130 */ "i***jjkk*llllll*"
                 /* U+0140 */ "***nnnnnn***oooo"
                 /* U+0150 */ "oo**rrrrrrssssss"
                 /* U+0160 */ "sstttt**uuuuuuuu"
                 /* U+0170 */ "uuuuwwyyyzzzzzzs"
                 /* U+0180 */ "b********d******"
                 /* U+0190 */ "****************"
                 /* U+01A0 */ "oo*************u"
                 /* U+01B0 */ "u";

static const char vietnamese_bases[] =
    /* U+1EA0 */ "aaaaaaaaaaaaaaaa"
                 /* U+1EB0 */ "aaaaaaaaeeeeeeee"
                 /* U+1EC0 */ "eeeeeeeeiiiioooo"
                 /* U+1ED0 */ "oooooooooooooooo"
                 /* U+1EE0 */ "oooouuuuuuuuuuuu"
                 /* U+1EF0 */ "uuyyyyyyyy";

G_STATIC_ASSERT (sizeof latin_bases - 1 == 0x01b0 - 0x00c0 + 1);
G_STATIC_ASSERT (sizeof vietnamese_bases - 1 == 0x1ef9 - 0x1ea0 + 1);

/* Control characters count as blanks: none can be printed, and XML refuses them. */
gboolean
_td_text_is_blank (gunichar c)
{
  return c <= 0x20 || (c >= 0x7f && c <= 0xa0) || (c > 0xff && g_unichar_isspace (c));
}

/* All that stands for the apostrophe in H’Ăng; keyboards, word processors and old fonts each write another one. */
gboolean
_td_text_is_apostrophe (gunichar c)
{
  switch (c)
    {
    case '\'':
    case '`':
    case 0x00b4:
    case 0x02b9:
    case 0x02bb:
    case 0x02bc:
    case 0x02bd:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2032:
    case 0xff07:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Characters of no width that come with text pasted from web pages and word processors.
 * The joiners U+200C and U+200D stay: other scripts spell with them. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00ad || c == 0x200b || c == 0x200e || c == 0x200f || c == 0x2060 || c == 0xfeff;
}

/* Letters before the combining marks, and the precomposed letters of Vietnamese, are what NFC makes
 * of them already. */
static gboolean
is_composed (gunichar c)
{
  return c < 0x300 || (c >= 0x1e00 && c <= 0x1eff);
}

/* Whether text is already as td_text_normalize() makes it; most is. */
static gboolean
is_normal (const char *utf8)
{
  guchar before = ' ';

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      guchar first = *p;

      if (first < 0x80)
        {
          if (first < 0x20 || first == 0x7f || (first == ' ' && before == ' '))
            return FALSE;
        }
      else
        {
          gunichar c = g_utf8_get_char (p);

          if (!is_composed (c) || _td_text_is_blank (c) || is_invisible (c))
            return FALSE;
        }
      before = first;
    }
  return before != ' ' || *utf8 == '\0';
}

/**
 * td_text_normalize:
 * @utf8: valid UTF-8
 *
 * Brings text into the one form in which it is stored: NFC, every run of blanks one space,
 * none at the ends, no characters of zero width.
 *
 * Returns: (transfer full): the text
 */
char *
td_text_normalize (const char *utf8)
{
  g_autoptr (GString) text = NULL;
  gboolean blank = FALSE;
  gboolean composed = TRUE;

  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), NULL);

  if (is_normal (utf8))
    return g_strdup (utf8);
  text = g_string_sized_new (strlen (utf8));
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;
      if (_td_text_is_blank (c))
        {
          blank = text->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (text, ' ');
      blank = FALSE;
      composed = composed && is_composed (c);
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
    }

  if (composed)
    return g_string_free (g_steal_pointer (&text), FALSE);
  return td_text_compose (text->str, text->len);
}

static char
fold_ascii (guchar c)
{
  if (g_ascii_isalnum (c))
    return g_ascii_tolower (c);
  return c == '\'' || c == '`' ? FOLD_DROP : FOLD_BLANK;
}

static char
fold_char (gunichar c)
{
  if (c < 0x80)
    return fold_ascii (c);
  if (c >= 0x1ea0 && c <= 0x1ef9)
    return vietnamese_bases[c - 0x1ea0];
  if (c >= 0x00c0 && c <= 0x01b0)
    return latin_bases[c - 0x00c0];
  if (c >= 0x0300 && c <= 0x036f)
    return FOLD_DROP;
  if (_td_text_is_blank (c))
    return FOLD_BLANK;
  if (is_invisible (c) || _td_text_is_apostrophe (c))
    return FOLD_DROP;
  /* Dashes, quotation marks, the ellipsis. */
  if (c >= 0x2010 && c <= 0x2027)
    return FOLD_BLANK;
  return FOLD_SLOW;
}

/* Copies what searching compares: letters and digits, a space for each run of anything else.
 * @text must be casefolded. */
static char *
keep_words (const char *text, gboolean keep_marks)
{
  GString *words = g_string_sized_new (strlen (text));
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x00f0 || c == 0x0256)
        c = 0x0111;
      if (_td_text_is_apostrophe (c) || g_unichar_type (c) == G_UNICODE_FORMAT
          || (!keep_marks && g_unichar_ismark (c)))
        continue;
      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          blank = words->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (words, ' ');
      blank = FALSE;
      if (!keep_marks && (c == 0x0111 || c == 0x0180))
        c = c == 0x0111 ? 'd' : 'b';
      g_string_append_unichar (words, c);
    }
  return g_string_free (words, FALSE);
}

static void
drop_marks (char *text)
{
  char *end = text;

  for (char *p = text, *next; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (g_unichar_ismark (g_utf8_get_char (p)))
        continue;
      memmove (end, p, next - p);
      end += next - p;
    }
  *end = '\0';
}

/* For scripts and letters the tables do not know. Marks go before casefolding, which makes a letter of one of
 * them (iota subscript), and again after it, which makes letters with marks. */
static char *
fold_slowly (const char *utf8)
{
  g_autofree char *decomposed = g_utf8_normalize (utf8, -1, G_NORMALIZE_DEFAULT);
  g_autofree char *cased = NULL;
  g_autofree char *again = NULL;

  drop_marks (decomposed);
  cased = g_utf8_casefold (decomposed, -1);
  again = g_utf8_normalize (cased, -1, G_NORMALIZE_DEFAULT);
  return keep_words (again, FALSE);
}

/**
 * td_text_fold:
 * @utf8: valid UTF-8
 *
 * Makes the text that wide searching compares: no marks, đ as d, no case, no apostrophes,
 * other punctuation as blanks. "H’Ăng" gives "hang", "Đặng Thị Ánh" gives "dang thi anh".
 *
 * Returns: (transfer full): the folded text
 */
char *
td_text_fold (const char *utf8)
{
  g_autofree char *folded = NULL;
  gsize len = 0;
  gboolean blank = FALSE;

  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), NULL);

  /* A character never folds to more bytes than it has: blanks only shrink, letters give one byte. */
  folded = g_malloc (strlen (utf8) + 1);
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      char c = fold_char (g_utf8_get_char (p));

      if (c == FOLD_SLOW)
        return fold_slowly (utf8);
      if (c == FOLD_DROP)
        continue;
      if (c == FOLD_BLANK)
        {
          blank = len > 0;
          continue;
        }
      if (blank)
        folded[len++] = ' ';
      blank = FALSE;
      folded[len++] = c;
    }
  folded[len] = '\0';
  return g_steal_pointer (&folded);
}

static char *
fold_marks_slowly (const char *utf8, TdTonePlacement placement)
{
  g_autofree char *cased = g_utf8_casefold (utf8, -1);
  g_autofree char *words = keep_words (cased, TRUE);
  g_autofree char *composed = td_text_compose (words, -1);

  return td_tone_place (composed, placement);
}

/* The small letter of one that folding knows, with its marks; 0 for what has to be folded slowly. */
static gunichar
lower_letter (gunichar c)
{
  /* Dotted I and long s are other letters when casefolded. */
  if (c == 0x0130 || c == 0x017f)
    return 0;
  if (c == 0x00d0 || c == 0x00f0 || c == 0x0189)
    return 0x0111;
  return g_unichar_tolower (c);
}

/* The words of text in letters whose marks are composed; %NULL when there is another sign in it. */
static char *
keep_known_words (const char *utf8)
{
  g_autoptr (GString) words = g_string_sized_new (strlen (utf8));
  gboolean blank = FALSE;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char base = fold_char (c);

      if (base == FOLD_SLOW || (c >= 0x0300 && c <= 0x036f))
        return NULL;
      if (base == FOLD_DROP)
        continue;
      if (base == FOLD_BLANK)
        {
          blank = words->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (words, ' ');
      blank = FALSE;
      if (c < 0x80)
        g_string_append_c (words, base);
      else
        {
          gunichar lower = lower_letter (c);

          if (lower == 0)
            return NULL;
          g_string_append_unichar (words, lower);
        }
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
fold_marks (const char *utf8, TdTonePlacement placement)
{
  g_autofree char *known = keep_known_words (utf8);

  return known != NULL ? td_tone_place (known, placement) : fold_marks_slowly (utf8, placement);
}

/**
 * td_text_fold_marks:
 * @utf8: valid UTF-8
 *
 * Makes the text that exact searching compares: as td_text_fold(), but letters keep their marks,
 * and tones stand in their old place. "Hoà" and "hòa" both give "hòa", "hoa" stays "hoa".
 *
 * Returns: (transfer full): the folded text
 */
char *
td_text_fold_marks (const char *utf8)
{
  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), NULL);

  return fold_marks (utf8, TD_TONE_PLACEMENT_OLD);
}

static gboolean
is_vietnamese_mark (gunichar c)
{
  switch (c)
    {
    case 0x0300: /* huyền */
    case 0x0301: /* sắc */
    case 0x0302: /* â ê ô */
    case 0x0303: /* ngã */
    case 0x0306: /* ă */
    case 0x0309: /* hỏi */
    case 0x031b: /* ơ ư */
    case 0x0323: /* nặng */
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * td_text_has_marks:
 * @utf8: valid UTF-8
 *
 * Returns: whether a letter carries one of the marks Vietnamese is written with, or is đ
 */
gboolean
td_text_has_marks (const char *utf8)
{
  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), FALSE);

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar mark;

      if (c < 0x80)
        continue;
      if (c == 0x0110 || c == 0x0111 || is_vietnamese_mark (c))
        return TRUE;
      while (g_unichar_decompose (c, &c, &mark) && mark != 0)
        if (is_vietnamese_mark (mark))
          return TRUE;
    }
  return FALSE;
}

static gboolean
has_word_with_prefix (const char *words, const char *prefix)
{
  for (const char *p = strstr (words, prefix); p != NULL; p = strstr (p + 1, prefix))
    if (p == words || p[-1] == ' ')
      return TRUE;
  return FALSE;
}

/**
 * td_text_matches:
 * @haystack: valid UTF-8
 * @query: valid UTF-8
 *
 * The rule of searching: every word of @query must begin some word of @haystack. A word typed
 * with marks is compared with marks, wherever the tone stands; a word without, folded.
 *
 * Returns: whether @query finds @haystack; a query without a word finds everything
 */
gboolean
td_text_matches (const char *haystack, const char *query)
{
  g_autofree char *exact_query = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *wide = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (haystack != NULL && g_utf8_validate (haystack, -1, NULL), FALSE);
  g_return_val_if_fail (query != NULL && g_utf8_validate (query, -1, NULL), FALSE);

  /* The new placement, for the sake of prefixes: "hoà" begins "hoàn", "hòa" does not. */
  exact_query = fold_marks (query, TD_TONE_PLACEMENT_NEW);
  words = g_strsplit (exact_query, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (td_text_has_marks (words[i]))
        {
          if (exact == NULL)
            exact = fold_marks (haystack, TD_TONE_PLACEMENT_NEW);
          if (!has_word_with_prefix (exact, words[i]))
            return FALSE;
        }
      else
        {
          g_autofree char *folded = td_text_fold (words[i]);

          if (wide == NULL)
            wide = td_text_fold (haystack);
          if (!has_word_with_prefix (wide, folded))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * td_text_words:
 * @utf8: valid UTF-8
 *
 * Makes the words an index of td_text_matches() keeps: all of them folded, then those with other
 * letters than folding leaves as they are. A word typed with marks is the beginning of one of
 * the latter, a word without of one of the former.
 *
 * Returns: (transfer full): words with a blank between them
 */
char *
td_text_words (const char *utf8)
{
  g_autofree char *folded = td_text_fold (utf8);
  g_autofree char *exact = NULL;
  GString *words = NULL;
  gsize length;

  g_return_val_if_fail (folded != NULL, NULL);

  /* Citizens' ids, years and numbers have no second form. */
  if (g_str_is_ascii (utf8))
    return g_steal_pointer (&folded);
  exact = fold_marks (utf8, TD_TONE_PLACEMENT_NEW);
  words = g_string_sized_new (strlen (folded) + 1 + strlen (exact));
  g_string_append (words, folded);
  for (const char *word = exact; *word != '\0'; word += length + (word[length] == ' '))
    {
      gboolean ascii = TRUE;

      length = strcspn (word, " ");
      for (gsize i = 0; i < length; i++)
        ascii = ascii && (guchar) word[i] < 0x80;
      if (ascii)
        continue;
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_len (words, word, length);
    }
  return g_string_free (words, FALSE);
}

/**
 * td_text_query_words:
 * @query: valid UTF-8, as typed
 *
 * Returns: (transfer full): its words with a blank between them, each as td_text_words() keeps
 *   what it may begin: with marks where it has some, else folded
 */
char *
td_text_query_words (const char *query)
{
  g_autofree char *exact = NULL;
  g_auto (GStrv) parts = NULL;
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (query != NULL && g_utf8_validate (query, -1, NULL), NULL);

  exact = fold_marks (query, TD_TONE_PLACEMENT_NEW);
  parts = g_strsplit (exact, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = td_text_has_marks (parts[i]) ? g_strdup (parts[i]) : td_text_fold (parts[i]);

      if (*word != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
    }
  return g_string_free (words, FALSE);
}

/* Words for kinds of place and unit that nobody is called, but that look like names once folded. */
static gboolean
is_place_word (const char *exact)
{
  static const char *const words[] = { "xã", "phường", "huyện", "quận", "tỉnh", "sở", "ban", "uỷ", "nhân", "dân",
                                       "trường", "phòng", "hội", "đoàn", "viện", "báo", NULL };

  return g_strv_contains (words, exact);
}

/**
 * td_text_lent_words:
 * @utf8: valid UTF-8: other names of somebody, and units he was with
 *
 * As td_text_words(), but a word such as "phường" or "huyện" is only found as it is spelled: else
 * everybody who was in a ward would be found by "phuong", among those called Phương.
 *
 * Returns: (transfer full): words with a blank between them
 */
char *
td_text_lent_words (const char *utf8)
{
  g_autofree char *exact = NULL;
  g_auto (GStrv) parts = NULL;
  GString *rest = g_string_new (NULL);
  GString *places = g_string_new (NULL);
  g_autofree char *words = NULL;

  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), NULL);

  exact = fold_marks (utf8, TD_TONE_PLACEMENT_NEW);
  parts = g_strsplit (exact, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      GString *to = is_place_word (parts[i]) ? places : rest;

      g_string_append_printf (to, "%s%s", to->len > 0 ? " " : "", parts[i]);
    }
  words = td_text_words (rest->str);
  g_string_assign (rest, words);
  g_string_append_printf (rest, "%s%s", rest->len > 0 && places->len > 0 ? " " : "", places->str);
  g_string_free (places, TRUE);
  return g_string_free (rest, FALSE);
}
