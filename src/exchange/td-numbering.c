/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-numbering"

#include "config.h"

#include <string.h>

#include "td-plan-extract-private.h"

/* The marks of automatic lists, as the program that wrote the file shows them. */

#define MOST_VALUE 32767

/* The bullets of fonts of symbols as letters that others have. */
static const char *
bullet_text (const char *text)
{
  gunichar c = g_utf8_get_char_validated (text, -1);

  if (*text == '\0' || *g_utf8_next_char (text) != '\0')
    return text;
  switch (c)
    {
    case 0xf02d: return "-";
    case 0xf02b: return "+";
    case 'o': return "○";
    case 0x00a7: return "▪";
    case 0x00d8: return "➢";
    case 0x00fc: return "✓";
    case 0x00b7: return "•";
    default: return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE ? "•" : text;
    }
}

/* No mark is longer; it stands before each of a list's paragraphs, so that a long one would be there without end. */
#define MOST_LETTERS 50

void
_td_numbering_level_set_text (TdNumberingLevel *self, const char *text)
{
  g_free (self->text);
  self->text = text != NULL ? g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_LETTERS)) : NULL;
}

static char *
roman (gint value)
{
  static const struct
  {
    gint value;
    const char *text;
  } digits[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    for (; value >= digits[i].value; value -= digits[i].value)
      g_string_append (text, digits[i].text);
  return g_string_free (text, FALSE);
}

/* a … z, aa, bb: the letter as often as the alphabet has gone round. */
static char *
letters (gint value, char first)
{
  gint n = MIN ((value - 1) / 26 + 1, 10);

  return g_strnfill (n, first + (value - 1) % 26);
}

/* @value as a list writes it; "" when it writes none. */
char *
_td_numbering_number_text (TdNumbering numbering, gint value)
{
  g_autofree char *text = NULL;

  value = CLAMP (value, 0, MOST_VALUE);
  switch (numbering)
    {
    case TD_NUMBERING_UPPER_ROMAN:
      return roman (MIN (value, 4999));
    case TD_NUMBERING_LOWER_ROMAN:
      text = roman (MIN (value, 4999));
      return g_ascii_strdown (text, -1);
    case TD_NUMBERING_UPPER_LETTER:
      return value > 0 ? letters (value, 'A') : g_strdup ("");
    case TD_NUMBERING_LOWER_LETTER:
      return value > 0 ? letters (value, 'a') : g_strdup ("");
    case TD_NUMBERING_DECIMAL:
      return g_strdup_printf ("%d", value);
    case TD_NUMBERING_NONE:
    case TD_NUMBERING_BULLET:
    default:
      return g_strdup ("");
    }
}

static void
append_level (GString *mark, const TdNumberingCounter *self, const TdNumberingLevel *levels, guint level, gboolean decimal)
{
  gint value = self->begun[level] ? self->values[level] : levels[level].start;
  g_autofree char *text = _td_numbering_number_text (decimal && levels[level].numbering != TD_NUMBERING_NONE ? TD_NUMBERING_DECIMAL : levels[level].numbering, value);

  g_string_append (mark, text);
}

/**
 * _td_numbering_next:
 * @self: where the list is
 * @levels: %TD_NUMBERING_LEVELS of them
 * @level: from 0
 *
 * Goes to the next item of a list.
 *
 * Returns: (transfer full): its mark as it is seen, "" for none
 */
char *
_td_numbering_next (TdNumberingCounter *self, const TdNumberingLevel *levels, guint level)
{
  const TdNumberingLevel *look = &levels[level];
  GString *mark;

  self->values[level] = self->begun[level] ? MIN (self->values[level] + 1, MOST_VALUE) : look->start;
  self->begun[level] = TRUE;
  for (guint i = level + 1; i < TD_NUMBERING_LEVELS; i++)
    self->begun[i] = self->begun[i] && levels[i].keeps;
  if (look->text == NULL)
    return g_strdup ("");
  if (look->numbering == TD_NUMBERING_BULLET)
    return g_strdup (bullet_text (look->text));
  mark = g_string_new (NULL);
  for (const char *p = look->text; *p != '\0'; p++)
    {
      guint other = 0;

      if (*p != '%' || !g_ascii_isdigit (p[1]))
        {
          g_string_append_c (mark, *p);
          continue;
        }
      for (p++; g_ascii_isdigit (*p) && other < 100; p++)
        other = other * 10 + (*p - '0');
      p--;
      if (other >= 1 && other <= TD_NUMBERING_LEVELS)
        append_level (mark, self, levels, other - 1, look->decimal);
    }
  return g_string_free (mark, FALSE);
}
