/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-proposals"

#include "config.h"

#include <string.h>

#include "td-certificate-proposals.h"

/* What should stand on a certificate in place of a slip of the keyboard. Only proposed: a person agrees to it. */

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

static gboolean
keeps_no_space_before (gunichar c)
{
  return c < 0x80 && c != 0 && strchr (",.;:)!?", (int) c) != NULL;
}

/* One space, or one end of a line, between words; none before a comma or after a bracket. */
static char *
dup_tidy (const char *text)
{
  GString *tidy = g_string_new (NULL);
  gboolean space = FALSE, line = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_space (c))
        {
          space = TRUE;
          line |= c == '\n';
          continue;
        }
      if (space && tidy->len > 0 && !keeps_no_space_before (c) && tidy->str[tidy->len - 1] != '(')
        g_string_append_c (tidy, line ? '\n' : ' ');
      g_string_append_unichar (tidy, c);
      space = line = FALSE;
    }
  return g_string_free (tidy, FALSE);
}

/**
 * td_certificate_is_slip:
 * @from: first byte of a piece of a word: letters alone
 * @to: byte after its last
 *
 * Returns: whether it is written as nobody writes: "THành", "nguyỄn"; not "UBND", "ThS", "TPHCM"
 */
gboolean
td_certificate_is_slip (const char *from, const char *to)
{
  guint n_letters = 0, n_upper = 0, n_lower = 0;
  gboolean first_upper = FALSE, lower_then_upper = FALSE, two_upper_then_lower = FALSE;
  gunichar before = 0, before_that = 0;

  for (const char *at = from; at < to; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c))
        continue;
      first_upper |= n_letters == 0 && g_unichar_isupper (c);
      n_upper += g_unichar_isupper (c) != 0;
      n_lower += g_unichar_islower (c) != 0;
      lower_then_upper |= g_unichar_islower (before) && g_unichar_isupper (c);
      two_upper_then_lower |= g_unichar_isupper (before_that) && g_unichar_isupper (before) && g_unichar_islower (c);
      before_that = before;
      before = c;
      n_letters++;
    }
  return n_letters > 3 && ((two_upper_then_lower && n_lower > 1) || (lower_then_upper && n_upper < n_lower && !first_upper));
}

typedef gboolean (*PieceFunc) (const char *from, const char *to);

static gboolean
is_any (const char *from, const char *to)
{
  return TRUE;
}

/* The pieces that are meant get one capital, or stay without. */
static char *
dup_cased (const char *text, PieceFunc is_meant, gboolean capital)
{
  GString *cased = g_string_new (NULL);
  const char *from = text;

  while (*from != '\0')
    {
      const char *to = from;
      gboolean meant;

      while (*to != '\0' && (g_unichar_isalpha (g_utf8_get_char (to)) || g_unichar_ismark (g_utf8_get_char (to))))
        to = g_utf8_next_char (to);
      meant = to > from && is_meant (from, to);
      for (const char *at = from; at < to; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (meant)
            c = at > from ? g_unichar_tolower (c) : capital ? g_unichar_toupper (c)
                                                            : c;
          g_string_append_unichar (cased, c);
        }
      if (*to == '\0')
        break;
      g_string_append_unichar (cased, g_utf8_get_char (to));
      from = g_utf8_next_char (to);
    }
  return g_string_free (cased, FALSE);
}

static char *
dup_upper_first (const char *text)
{
  GString *whole = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (whole, g_unichar_toupper (g_utf8_get_char (text)));
      g_string_append (whole, g_utf8_next_char (text));
    }
  return g_string_free (whole, FALSE);
}

/**
 * td_certificate_propose_text:
 * @text: what a part of a certificate says
 *
 * Returns: (transfer full) (nullable): it without doubled spaces and with capitals where they belong; %NULL when
 *   that changes nothing
 */
char *
td_certificate_propose_text (const char *text)
{
  g_autofree char *tidy = dup_tidy (text);
  g_autofree char *cased = dup_cased (tidy, td_certificate_is_slip, FALSE);
  g_autofree char *proposal = dup_upper_first (cased);

  return *proposal == '\0' || strcmp (proposal, text) == 0 ? NULL : g_steal_pointer (&proposal);
}

/* Where the words of the name stand in what is printed, whatever capitals and spaces they have. */
static gboolean
find_words (char **words, char **name, guint *first, guint *n)
{
  *n = g_strv_length (name);
  for (*first = 0; *n > 0 && *first + *n <= g_strv_length (words); (*first)++)
    {
      guint same = 0;

      while (same < *n)
        {
          g_autofree char *left = g_utf8_casefold (words[*first + same], -1);
          g_autofree char *right = g_utf8_casefold (name[same], -1);

          if (strcmp (left, right) != 0)
            break;
          same++;
        }
      if (same == *n)
        return TRUE;
    }
  return FALSE;
}

static char **
split_words (const char *text)
{
  g_autofree char *tidy = dup_tidy (text);

  return g_strsplit_set (tidy, " \n", -1);
}

/**
 * td_certificate_find_name:
 * @printed: a name as it stands on a certificate, "Ông Nguyễn Văn An"
 * @name: the name itself, maybe with other capitals
 *
 * Returns: (transfer full) (nullable): the name as it is printed there; %NULL when it is not to be found
 */
char *
td_certificate_find_name (const char *printed, const char *name)
{
  g_auto (GStrv) words = split_words (printed);
  g_auto (GStrv) wanted = split_words (name);
  guint first, n;

  if (!find_words (words, wanted, &first, &n))
    return NULL;
  for (guint i = g_strv_length (words); i > first + n; i--)
    g_clear_pointer (&words[i - 1], g_free);
  return g_strjoinv (" ", words + first);
}

/**
 * td_certificate_propose_name:
 * @printed: a person's name as it stands on a certificate
 * @name: the name itself
 *
 * Returns: (transfer full) (nullable): it with one capital for each piece of the name; what stands before the name
 *   stays. %NULL when that changes nothing, or the name is not to be found
 */
char *
td_certificate_propose_name (const char *printed, const char *name)
{
  g_auto (GStrv) words = split_words (printed);
  g_auto (GStrv) wanted = split_words (name);
  g_autofree char *joined = NULL;
  g_autofree char *proposal = NULL;
  guint first, n;

  if (!find_words (words, wanted, &first, &n))
    return NULL;
  for (guint i = first; i < first + n; i++)
    {
      char *cased = dup_cased (words[i], is_any, TRUE);

      g_free (words[i]);
      words[i] = cased;
    }
  joined = g_strjoinv (" ", words);
  proposal = dup_upper_first (joined);
  return strcmp (proposal, printed) == 0 ? NULL : g_steal_pointer (&proposal);
}

static gboolean
is_address (const char *word)
{
  static const char *const words[] = { "ông", "bà", "ông/bà", NULL };
  g_autofree char *small = g_utf8_strdown (word, -1);

  return g_strv_contains (words, small);
}

/**
 * td_certificate_propose_address:
 * @printed: a name with an address before it that is doubtful
 * @sex: (nullable): as entered
 *
 * Returns: (transfer full) (nullable): it with the address of that sex alone; %NULL when that changes nothing
 */
char *
td_certificate_propose_address (const char *printed, const char *sex)
{
  g_auto (GStrv) words = split_words (printed);
  g_autofree char *rest = NULL;
  g_autofree char *proposal = NULL;
  guint n = 0;

  /* the last word is never an address */
  while (words[n] != NULL && words[n + 1] != NULL && is_address (words[n]))
    n++;
  rest = g_strjoinv (" ", words + n);
  proposal = sex == NULL ? g_strdup (rest) : g_strdup_printf ("%s %s", strcmp (sex, "female") == 0 ? "Bà" : "Ông", rest);
  return strcmp (proposal, printed) == 0 ? NULL : g_steal_pointer (&proposal);
}
