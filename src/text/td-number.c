/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-number"

#include "config.h"

#include <string.h>

#include "td-number.h"
#include "td-text.h"

static const char *const digits[] = { "không", "một", "hai", "ba", "bốn",
                                      "năm", "sáu", "bảy", "tám", "chín" };

static void
append_word (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

/* Below a thousand. @full: hundreds are said even when there are none, since something stands before. */
static void
append_group (GString *words, guint group, gboolean full)
{
  guint hundreds = group / 100;
  guint tens = group / 10 % 10;
  guint ones = group % 10;

  if (hundreds > 0 || full)
    {
      append_word (words, digits[hundreds]);
      append_word (words, "trăm");
      if (tens == 0 && ones > 0)
        append_word (words, "linh");
    }
  if (tens == 1)
    append_word (words, "mười");
  else if (tens > 1)
    {
      append_word (words, digits[tens]);
      append_word (words, "mươi");
    }

  if (ones == 1 && tens > 1)
    append_word (words, "mốt");
  else if (ones == 4 && tens > 1)
    append_word (words, "tư");
  else if (ones == 5 && tens > 0)
    append_word (words, "lăm");
  else if (ones > 0)
    append_word (words, digits[ones]);
}

/* Above a billion the count of billions is itself such a number: "một nghìn hai trăm tỷ". */
static void
append_number (GString *words, guint64 number, gboolean full)
{
  static const struct
  {
    guint64 value;
    const char *name;
  } units[] = { { 1000000, "triệu" }, { 1000, "nghìn" }, { 1, NULL } };

  if (number >= 1000000000)
    {
      append_number (words, number / 1000000000, full);
      append_word (words, "tỷ");
      number %= 1000000000;
      full = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      guint group = number / units[i].value % 1000;

      if (group == 0)
        continue;
      append_group (words, group, full);
      if (units[i].name != NULL)
        append_word (words, units[i].name);
      full = TRUE;
    }
}

static guint64
magnitude (gint64 number)
{
  /* Not -number: the least gint64 has no positive twin. */
  return number < 0 ? -(guint64) number : (guint64) number;
}

/**
 * td_number_to_words:
 * @number: a number
 *
 * Writes a number out as money is written on decisions: "ba triệu tám trăm nghìn". Groups without
 * a digit are left out, inner hundreds are always said: "một nghìn không trăm linh năm".
 *
 * Returns: (transfer full): the words, in small letters
 */
char *
td_number_to_words (gint64 number)
{
  GString *words;

  if (number == 0)
    return g_strdup (digits[0]);

  words = g_string_new (NULL);
  if (number < 0)
    append_word (words, "âm");
  append_number (words, magnitude (number), FALSE);
  return g_string_free (words, FALSE);
}

/**
 * td_number_to_display:
 * @number: a number
 *
 * Returns: (transfer full): the digits in groups of three, "3.800.000"
 */
char *
td_number_to_display (gint64 number)
{
  char plain[32];
  GString *text = g_string_new (number < 0 ? "-" : NULL);
  gsize len;

  g_snprintf (plain, sizeof plain, "%" G_GUINT64_FORMAT, magnitude (number));
  len = strlen (plain);
  for (gsize i = 0; i < len; i++)
    {
      if (i > 0 && (len - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, plain[i]);
    }
  return g_string_free (text, FALSE);
}

/* Copies the digits of @text; FALSE when something else is among them. A separator is a dot or one blank and has
 * three digits behind it, so that "3.8" and "0.500", which mean a fraction, are not taken for 38 and 500. */
static gboolean
read_digits (const char *text, GString *plain)
{
  char separator = '\0';
  guint in_group = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          g_string_append_c (plain, *p);
          in_group++;
          continue;
        }
      if (*p != ' ' && *p != '.')
        return FALSE;
      if (separator == '\0')
        {
          if (in_group == 0 || in_group > 3 || plain->str[0] == '0')
            return FALSE;
          separator = *p;
        }
      else if (separator != *p || in_group != 3)
        return FALSE;
      in_group = 0;
    }
  return plain->len > 0 && (separator == '\0' || in_group == 3);
}

/**
 * td_number_parse:
 * @text: valid UTF-8
 * @number: (out): the number; untouched on failure
 *
 * Reads a whole number as people write it: "3800000", "3.800.000", "3 800 000", "-5".
 *
 * Returns: whether @text is such a number and fits
 */
gboolean
td_number_parse (const char *text, gint64 *number)
{
  g_autoptr (GString) plain = NULL;
  g_autofree char *trimmed = NULL;
  gboolean negative;
  gint64 value;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  trimmed = td_text_normalize (text);
  negative = *trimmed == '-';
  plain = g_string_new (NULL);
  if (!read_digits (trimmed + negative, plain))
    return FALSE;
  if (negative)
    g_string_prepend_c (plain, '-');
  if (!g_ascii_string_to_signed (plain->str, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return FALSE;
  *number = value;
  return TRUE;
}
