/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-number-format"

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "td-number-format.h"

/* Number formats of spreadsheets (ECMA-376 part 1, 18.8.31), as far as they change what a list
 * says: days and hours, hundredths, zeros in front. Separators of thousands are left out, since
 * they differ from country to country; decimals that a format hides are not lost. */

/* The first of the sections, which is for positive numbers. */
typedef struct
{
  TdNumberFormat *format;
  GString *pattern;
  gboolean after_point, has_digits, has_literals;
  gboolean minutes; /* whether an "m" that follows counts minutes */
  guint n_months;   /* how often "m" may mean the month */
  gboolean is_m;    /* whether the last letters are one of these */
} Parser;

/* A zero in front or a dash among digits belongs to the number; "đồng" after it does not. */
static void
add_literal (Parser *self, const char *letter, gsize length)
{
  if (self->after_point || strspn (letter, "0123456789-/.") < length)
    return;
  self->has_literals = TRUE;
  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (self->pattern, '=');
      g_string_append_c (self->pattern, letter[i]);
    }
}

static void
add_digit (Parser *self, char digit)
{
  self->has_digits = TRUE;
  if (self->after_point)
    self->format->n_decimals += digit == '0';
  else
    g_string_append_c (self->pattern, digit == '0' ? '0' : '#');
}

/* [h] counts hours on; [Red], [>5] and [$-42A] do not matter. */
static const char *
parse_bracket (Parser *self, const char *p)
{
  const char *end = strchr (p, ']');

  if (end == NULL)
    return p + strlen (p);
  if (strspn (p + 1, "hHmMsS") == (gsize) (end - p - 1) && end > p + 1)
    {
      self->format->parts |= TD_DATE_PART_TIME | TD_DATE_PART_ELAPSED;
      self->minutes = TRUE;
    }
  return end + 1;
}

static const char *
parse_quoted (Parser *self, const char *p)
{
  const char *end = strchr (p + 1, '"');

  if (end == NULL)
    end = p + strlen (p);
  add_literal (self, p + 1, end - p - 1);
  return *end == '"' ? end + 1 : end;
}

/* A run of one letter, such as "yyyy". */
static const char *
parse_letters (Parser *self, const char *p)
{
  char letter = g_ascii_tolower (*p);
  const char *end = p;

  while (g_ascii_tolower (*end) == letter)
    end++;
  if (letter == 's' && self->is_m)
    self->n_months--; /* mm:ss */
  self->is_m = letter == 'm' && !self->minutes;
  self->n_months += self->is_m;
  if (letter == 'h' || letter == 's')
    self->format->parts |= TD_DATE_PART_TIME;
  else if (letter == 'y' || letter == 'b' || letter == 'e')
    self->format->parts |= TD_DATE_PART_YEAR;
  else if (letter == 'd')
    self->format->parts |= TD_DATE_PART_DAY;
  self->minutes = letter == 'h';
  return end;
}

static const char *
parse_token (Parser *self, const char *p)
{
  if (g_ascii_strncasecmp (p, "General", 7) == 0)
    return p + 7;
  if (g_ascii_strncasecmp (p, "AM/PM", 5) == 0)
    return p + 5;
  if (g_ascii_strncasecmp (p, "A/P", 3) == 0)
    return p + 3;
  if (self->has_digits && (*p == 'E' || *p == 'e') && (p[1] == '+' || p[1] == '-'))
    return p + 2;
  switch (*p)
    {
    case '[':
      return parse_bracket (self, p);
    case '"':
      return parse_quoted (self, p);
    case '\\':
      if (p[1] == '\0')
        return p + 1;
      add_literal (self, p + 1, g_utf8_next_char (p + 1) - p - 1);
      return g_utf8_next_char (p + 1);
    case '_':
    case '*':
      return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
    case '0':
    case '#':
    case '?':
      add_digit (self, *p);
      return p + 1;
    case '.':
      self->after_point = TRUE;
      return p + 1;
    case '%':
      self->format->percent = TRUE;
      return p + 1;
    default:
      if (strchr ("yYmMdDhHsSbBeE", *p) != NULL)
        return parse_letters (self, p);
      if (*p == '-' || *p == '/')
        add_literal (self, p, 1);
      return g_utf8_next_char (p);
    }
}

/**
 * td_number_format_parse:
 * @self: (out): the format
 * @code: as spreadsheets write it: "dd/mm/yyyy", "000000000000"
 */
void
td_number_format_parse (TdNumberFormat *self, const char *code)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  Parser parser = { .format = self, .pattern = pattern };
  const char *p = code;

  *self = (TdNumberFormat){ 0 };
  while (*p != '\0' && *p != ';')
    p = parse_token (&parser, p);
  if (parser.n_months > 0)
    self->parts |= TD_DATE_PART_MONTH;
  /* "0" alone and "#,##0" leave a number as it is. */
  if (self->parts == 0 && parser.has_digits && pattern->len < sizeof self->pattern
      && (parser.has_literals || strstr (pattern->str, "00") != NULL))
    g_strlcpy (self->pattern, pattern->str, sizeof self->pattern);
}

/**
 * td_number_format_init_builtin:
 * @self: (out): the format
 * @id: of a format every program knows, below 164
 */
void
td_number_format_init_builtin (TdNumberFormat *self, guint id)
{
  static const struct
  {
    guint first, last;
    const char *code;
  } formats[] = {
    { 2, 2, "0.00" },
    { 4, 4, "#,##0.00" },
    { 9, 9, "0%" },
    { 10, 10, "0.00%" },
    { 14, 15, "dd/mm/yyyy" },
    { 16, 16, "d/m" },
    { 17, 17, "m/yyyy" },
    { 18, 21, "h:mm:ss" },
    { 22, 22, "dd/mm/yyyy h:mm" },
    { 27, 31, "dd/mm/yyyy" },
    { 32, 35, "h:mm:ss" },
    { 36, 36, "dd/mm/yyyy" },
    { 45, 47, "[h]:mm:ss" },
    { 50, 58, "dd/mm/yyyy" },
  };

  *self = (TdNumberFormat){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (id >= formats[i].first && id <= formats[i].last)
      td_number_format_parse (self, formats[i].code);
}

/**
 * td_number_show_plain:
 * @value: a number
 * @text: where to append it
 *
 * An integer has no decimals, and nothing a person can read has an exponent: the number of an
 * identity card is its digits.
 */
void
td_number_show_plain (double value, GString *text)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *exponent;

  if (value == 0)
    {
      g_string_append_c (text, '0');
      return;
    }
  if (fabs (value) < 1e15 && value == floor (value))
    {
      g_string_append_printf (text, "%.0f", value);
      return;
    }
  /* Fifteen digits are what spreadsheets keep: 0.1 + 0.2 is 0.3. */
  g_ascii_formatd (digits, sizeof digits, "%.15g", value);
  exponent = strchr (digits, 'e');
  if (exponent != NULL && fabs (value) < 1e21 && fabs (value) > 1e-7)
    {
      int n = atoi (exponent + 1);
      char all[64];
      char *end;

      g_ascii_formatd (all, sizeof all, n > 0 ? "%.0f" : "%.21f", value);
      if (n < 0)
        for (end = all + strlen (all) - 1; *end == '0'; end--)
          *end = '\0';
      g_string_append (text, all);
      return;
    }
  g_string_append (text, digits);
}

/* 60 is the 29th of February 1900, which never was: the first spreadsheet counted it. */
static gboolean
day_of (double value, gboolean from_1904, GDate *date)
{
  double day = floor (value) + (from_1904 ? 1462 : 0);

  if (!(day >= 1 && day < 2958466) || day == 60)
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, 31, G_DATE_DECEMBER, 1899);
  g_date_add_days (date, (guint) day - (day > 60));
  return TRUE;
}

static void
show_time (const TdNumberFormat *self, double value, GString *text)
{
  guint seconds = (guint) floor ((value - floor (value)) * 86400 + 0.5);
  double hours = seconds / 3600 + ((self->parts & TD_DATE_PART_ELAPSED) != 0 ? floor (value) * 24 : 0);

  g_string_append_printf (text, "%02.0f:%02u", hours, seconds / 60 % 60);
  if (seconds % 60 != 0)
    g_string_append_printf (text, ":%02u", seconds % 60);
}

static TdCellKind
show_date (const TdNumberFormat *self, double value, const GDate *date, GString *text)
{
  const TdDateParts whole = TD_DATE_PART_YEAR | TD_DATE_PART_MONTH | TD_DATE_PART_DAY;
  gboolean with_time = (self->parts & TD_DATE_PART_TIME) != 0 && value - floor (value) >= 0.5 / 86400;

  if ((self->parts & whole) == whole)
    {
      g_string_append_printf (text, "%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
      if (!with_time)
        return TD_CELL_DATE;
      g_string_append_c (text, ' ');
      show_time (self, value, text);
      return TD_CELL_TEXT;
    }
  if ((self->parts & TD_DATE_PART_DAY) != 0)
    g_string_append_printf (text, "%02u/", g_date_get_day (date));
  if ((self->parts & TD_DATE_PART_MONTH) != 0)
    g_string_append_printf (text, "%02u/", g_date_get_month (date));
  if ((self->parts & TD_DATE_PART_YEAR) != 0)
    g_string_append_printf (text, "%04u/", g_date_get_year (date));
  g_string_truncate (text, text->len - 1);
  return TD_CELL_TEXT;
}

/* The digits of a whole number into the places of the pattern, from the right. */
static void
fill_pattern (const TdNumberFormat *self, double value, GString *text)
{
  g_autofree char *digits = g_strdup_printf ("%.0f", value);
  gsize n_digits = strlen (digits), n_places = 0, n_shown = 0;

  for (const char *p = self->pattern; *p != '\0'; p++)
    {
      if (*p == '=')
        p++;
      else
        n_places++;
    }
  for (const char *p = self->pattern; *p != '\0'; p++)
    {
      if (*p == '=')
        {
          g_string_append_c (text, *++p);
          continue;
        }
      /* More digits than places come before the first place. */
      for (; n_digits > n_places; n_digits--)
        g_string_append_c (text, digits[n_shown++]);
      if (n_digits == n_places)
        {
          g_string_append_c (text, digits[n_shown++]);
          n_digits--;
        }
      else if (*p == '0')
        g_string_append_c (text, '0');
      n_places--;
    }
}

static void
show_number (const TdNumberFormat *self, double value, GString *text)
{
  double shown = self->percent ? value * 100 : value;
  char fixed[64];

  if (*self->pattern != '\0' && shown >= 0 && shown < 1e15 && shown == floor (shown))
    fill_pattern (self, shown, text);
  else if (self->n_decimals > 0 && self->n_decimals < 16 && fabs (shown) < 1e15)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%uf", self->n_decimals);
      g_ascii_formatd (fixed, sizeof fixed, format, shown);
      /* Decimals that the format hides stay. */
      if (fabs (g_ascii_strtod (fixed, NULL) - shown) <= fabs (shown) * 1e-14)
        g_string_append (text, fixed);
      else
        td_number_show_plain (shown, text);
    }
  else
    td_number_show_plain (shown, text);
  if (self->percent)
    g_string_append_c (text, '%');
}

/**
 * td_number_format_show:
 * @self: a format
 * @value: what the cell holds
 * @from_1904: whether days are counted from 1904, as old Macs do
 * @text: where to append what a person sees
 *
 * A day is shown as its ISO date. Where the format shows only a part of it, such as the month and
 * the year, that part is text: nothing is told that the list does not tell.
 *
 * Returns: the kind of the cell
 */
TdCellKind
td_number_format_show (const TdNumberFormat *self, double value, gboolean from_1904, GString *text)
{
  const TdDateParts day = TD_DATE_PART_YEAR | TD_DATE_PART_MONTH | TD_DATE_PART_DAY;
  GDate date;

  if ((self->parts & day) != 0 && day_of (value, from_1904, &date))
    return show_date (self, value, &date, text);
  if ((self->parts & day) == 0 && self->parts != 0 && value >= 0 && value < 1e6)
    {
      show_time (self, value, text);
      return TD_CELL_TEXT;
    }
  if (self->parts != 0)
    td_number_show_plain (value, text);
  else
    show_number (self, value, text);
  return TD_CELL_NUMBER;
}
