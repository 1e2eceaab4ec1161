/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-date"

#include "config.h"

#include <string.h>

#include "td-date.h"
#include "td-text.h"

/* Earlier years are no dates of an office but typing errors: "0206", a two-digit year filled up. */
#define FIRST_YEAR 1000

typedef struct
{
  int year;
  int month; /* 0 when unknown */
  int day;   /* 0 when unknown */
} Date;

static gboolean
is_possible (const Date *date)
{
  if (date->year < FIRST_YEAR || date->year > 9999 || date->month < 0 || date->month > 12 || date->day < 0)
    return FALSE;
  if (date->month == 0)
    return date->day == 0;
  return date->day <= g_date_get_days_in_month (date->month, date->year);
}

static gboolean
read_digits (const char *text, guint n_digits, int *value)
{
  *value = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + g_ascii_digit_value (text[i]);
    }
  return TRUE;
}

static gboolean
read_iso (const char *iso, Date *date)
{
  gsize len = iso != NULL ? strlen (iso) : 0;

  *date = (Date){ 0 };
  if (len != 4 && len != 7 && len != 10)
    return FALSE;
  if (!read_digits (iso, 4, &date->year))
    return FALSE;
  if (len >= 7 && (iso[4] != '-' || !read_digits (iso + 5, 2, &date->month) || date->month == 0))
    return FALSE;
  if (len == 10 && (iso[7] != '-' || !read_digits (iso + 8, 2, &date->day) || date->day == 0))
    return FALSE;
  return is_possible (date);
}

/**
 * td_date_dup_today:
 *
 * Returns: (transfer full): the day it is here, ISO
 */
char *
td_date_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * td_date_is_valid:
 * @iso: (nullable): text
 *
 * Returns: whether @iso is a year, a month or a day that exists, written as ISO 8601 does
 */
gboolean
td_date_is_valid (const char *iso)
{
  Date date;

  return read_iso (iso, &date);
}

/**
 * td_date_is_day:
 * @iso: (nullable): text
 *
 * Returns: whether @iso is a full day that exists, not only a month or a year
 */
gboolean
td_date_is_day (const char *iso)
{
  return iso != NULL && strlen (iso) == strlen ("2026-01-20") && td_date_is_valid (iso);
}

/* The ways people write dates, after blanks are tidied and letters folded. The year has four digits in each:
 * "20/01/26" may be of any century and is refused. */
static const char *const patterns[] = {
  "^(?<y>\\d{4}) ?- ?(?<m>\\d{1,2})(?: ?- ?(?<d>\\d{1,2}))?$",
  "^(?:ngay ?)?(?<d>\\d{1,2}) ?([/.-]) ?(?<m>\\d{1,2}) ?\\2 ?(?<y>\\d{4})$",
  "^(?:ngay ?)?(?<d>\\d{1,2}) ?thang ?(?<m>\\d{1,2}) ?,? ?nam ?(?<y>\\d{4})$",
  "^(?:thang ?)?(?<m>\\d{1,2}) ?[/.-] ?(?<y>\\d{4})$",
  "^thang ?(?<m>\\d{1,2}) ?,? ?nam ?(?<y>\\d{4})$",
  "^(?:nam ?)?(?<y>\\d{4})$",
};

static GRegex *
get_regex (guint i)
{
  static GRegex *regexes[G_N_ELEMENTS (patterns)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint j = 0; j < G_N_ELEMENTS (patterns); j++)
        regexes[j] = g_regex_new (patterns[j], G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return regexes[i];
}

/* A part that is not written is 0; one written as 0 makes the date an impossible one. */
static gboolean
fetch_part (GMatchInfo *match, const char *name, int *part)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  *part = text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
  return text == NULL || *text == '\0' || *part > 0;
}

/* Folds the words and leaves the signs between them, which folding the whole text would turn into blanks. */
static char *
fold_words (const char *text)
{
  g_autofree char *normal = td_text_normalize (text);
  GString *folded = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      char letter[7] = { 0 };
      g_autofree char *base = NULL;

      if ((guchar) *p < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower (*p));
          continue;
        }
      memcpy (letter, p, g_utf8_next_char (p) - p);
      base = td_text_fold (letter);
      /* What folds to nothing must not vanish: the text is no date then. */
      g_string_append (folded, *base != '\0' ? base : "?");
    }
  return g_string_free (folded, FALSE);
}

static char *
write_iso (const Date *date)
{
  if (date->day != 0)
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
  if (date->month != 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);
  return g_strdup_printf ("%04d", date->year);
}

/* "20/01/2026", as lists have it in every row; the patterns would say the same. */
static gboolean
read_plain (const char *text, Date *date)
{
  return strlen (text) == 10 && strchr ("/.-", text[2]) != NULL && text[5] == text[2]
         && read_digits (text, 2, &date->day) && read_digits (text + 3, 2, &date->month)
         && read_digits (text + 6, 4, &date->year) && date->day > 0 && date->month > 0 && is_possible (date);
}

/**
 * td_date_parse:
 * @text: valid UTF-8
 *
 * Reads a date as people write it: "2/1/2026", "ngày 2 tháng 1 năm 2026", "10/2025", "năm 1975",
 * also ISO.
 *
 * Returns: (transfer full) (nullable): ISO text with the precision @text has, or %NULL when it is
 *   no date, an impossible one, or has a two-digit year
 */
char *
td_date_parse (const char *text)
{
  g_autofree char *folded = NULL;
  Date plain = { 0 };

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  if (read_plain (text, &plain))
    return write_iso (&plain);
  folded = fold_words (text);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      Date date;

      if (!g_regex_match (get_regex (i), folded, 0, &match))
        continue;
      if (!fetch_part (match, "y", &date.year) || !fetch_part (match, "m", &date.month)
          || !fetch_part (match, "d", &date.day))
        return NULL;
      return is_possible (&date) ? write_iso (&date) : NULL;
    }
  return NULL;
}

/* What is written around the numbers of a date in a list, folded, and says nothing more about it. */
static gboolean
is_filler (const char *word, gsize length)
{
  static const char *const fillers[] = { "ngay", "thang", "nam", "sinh", "sn" };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (strlen (fillers[i]) == length && strncmp (fillers[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

typedef struct
{
  int numbers[3];
  guint lengths[3];
  guint n;
} Numbers;

/* Dots, question marks and the like in the place of a number stand for one that is not known. */
static gboolean
is_blank_part (const char *p, gsize *length)
{
  const char *end = p;

  while (*end != '\0' && strchr ("?_x.", *end) != NULL)
    end++;
  *length = end - p;
  return (*length >= 2 || *p == '?' || *p == '_' || *p == 'x') && (*end == '/' || *end == '-' || *end == ' ');
}

/* Up to three numbers with signs or the usual words between them, and nothing else. */
static gboolean
scan_numbers (const char *folded, Numbers *found)
{
  const char *p = folded;

  *found = (Numbers){ 0 };
  while (*p != '\0')
    {
      gsize length = strspn (p, "0123456789");

      if (length > 0 || is_blank_part (p, &length))
        {
          gboolean known = g_ascii_isdigit (*p);

          if (found->n == 3 || length > 8)
            return FALSE;
          found->numbers[found->n] = known ? (int) g_ascii_strtoll (p, NULL, 10) : 0;
          found->lengths[found->n++] = known ? length : 2;
        }
      else if ((length = strspn (p, "abcdefghijklmnopqrstuvwxyz")) > 0)
        {
          if (!is_filler (p, length))
            return FALSE;
        }
      else if (strchr (" /.-\\,:", *p) != NULL)
        length = 1;
      else
        return FALSE;
      p += length;
    }
  return found->n > 0;
}

static void
fill_century (Date *date, guint length, int latest_year, TdDateDoubt *doubts)
{
  if (length > 2)
    return;
  date->year += 1900;
  if (date->year + 100 <= latest_year)
    date->year += 100;
  *doubts |= TD_DATE_DOUBT_CENTURY;
}

static gboolean
read_three (const Numbers *found, int latest_year, Date *date, TdDateDoubt *doubts)
{
  if (found->lengths[0] == 4)
    *date = (Date){ found->numbers[0], found->numbers[1], found->numbers[2] };
  else
    {
      *date = (Date){ found->numbers[2], found->numbers[1], found->numbers[0] };
      if (found->lengths[2] != 4 && found->lengths[2] != 2)
        return FALSE;
      fill_century (date, found->lengths[2], latest_year, doubts);
      if (date->month > 12 && date->day <= 12)
        {
          int day = date->month;

          date->month = date->day;
          date->day = day;
          *doubts |= TD_DATE_DOUBT_SWAPPED;
        }
      else if (date->day > 0 && date->day <= 12 && date->month != date->day)
        *doubts |= TD_DATE_DOUBT_ORDER;
    }
  return date->month > 0 || date->day == 0;
}

/* The first day a spreadsheet counts from; 1900 is taken for a leap year there, which moves what is before March. */
#define SERIAL_EPOCH 693594 /* 1899-12-30 as a Julian day of GDate */
#define FIRST_SERIAL 3654   /* 1910 */
#define LAST_SERIAL  58849  /* 2061 */

static gboolean
read_one (const Numbers *found, int latest_year, Date *date, TdDateDoubt *doubts)
{
  int number = found->numbers[0];

  switch (found->lengths[0])
    {
    case 2:
      *date = (Date){ number, 0, 0 };
      fill_century (date, 2, latest_year, doubts);
      return TRUE;
    case 4:
      *date = (Date){ number, 0, 0 };
      return number <= latest_year;
    case 5:
      if (number >= FIRST_SERIAL && number <= LAST_SERIAL)
        {
          GDate day;

          g_date_clear (&day, 1);
          g_date_set_julian (&day, SERIAL_EPOCH + number);
          *date = (Date){ g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day) };
          *doubts |= TD_DATE_DOUBT_SERIAL;
          return TRUE;
        }
      return FALSE;
    case 7:
    case 8:
      *doubts |= TD_DATE_DOUBT_JOINED;
      *date = (Date){ number % 10000, number / 10000 % 100, number / 1000000 };
      if (is_possible (date) && date->year <= latest_year)
        return TRUE;
      *date = (Date){ number / 10000, number / 100 % 100, number % 100 };
      return found->lengths[0] == 8;
    default:
      return FALSE;
    }
}

/**
 * td_date_read:
 * @text: valid UTF-8, from a list somebody made
 * @latest_year: no date of the list lies after it
 * @doubts: (out): what makes it doubtful
 *
 * Reads a date in every way lists have it: as td_date_parse() does, and "1.2.80", "00/00/1980",
 * "…/…/1980", "sinh năm 1980", "1980-02-01 00:00:00", "01021980", "2/13/1980", "29252".
 *
 * Returns: (transfer full) (nullable): ISO text with the precision @text has, or %NULL when it is
 *   no date or an impossible one
 */
char *
td_date_read (const char *text, int latest_year, TdDateDoubt *doubts)
{
  g_autofree char *folded = NULL;
  Numbers found;
  Date date = { 0 };
  gboolean read = FALSE;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  *doubts = TD_DATE_DOUBT_NONE;
  folded = fold_words (text);
  if (g_str_has_suffix (folded, " 00:00:00"))
    folded[strlen (folded) - strlen (" 00:00:00")] = '\0';
  else if (g_str_has_suffix (folded, ".0") && strspn (folded, "0123456789") + 2 == strlen (folded))
    folded[strlen (folded) - 2] = '\0';
  if (!scan_numbers (folded, &found))
    return NULL;
  if (found.n == 3)
    read = read_three (&found, latest_year, &date, doubts);
  else if (found.n == 2)
    {
      guint year = found.lengths[0] == 4 ? 0 : 1;

      date = (Date){ found.numbers[year], found.numbers[1 - year], 0 };
      read = found.lengths[year] == 4 && found.lengths[1 - year] <= 2;
    }
  else
    read = read_one (&found, latest_year, &date, doubts);
  return read && is_possible (&date) ? write_iso (&date) : NULL;
}

/**
 * td_date_swap:
 * @iso: (nullable): a date
 *
 * Returns: (transfer full) (nullable): the date with day and month changed, or %NULL when there is
 *   none or it would be the same
 */
char *
td_date_swap (const char *iso)
{
  Date date, swapped;

  if (!read_iso (iso, &date) || date.day == 0 || date.day == date.month)
    return NULL;
  swapped = (Date){ date.year, date.day, date.month };
  return swapped.month <= 12 && is_possible (&swapped) ? write_iso (&swapped) : NULL;
}

/**
 * td_date_to_display:
 * @iso: (nullable): a date
 *
 * Returns: (transfer full): "20/01/2026", "01/2026" or "2026"; what is no date comes back as it is
 */
char *
td_date_to_display (const char *iso)
{
  Date date;

  if (!read_iso (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  if (date.day != 0)
    return g_strdup_printf ("%02d/%02d/%04d", date.day, date.month, date.year);
  if (date.month != 0)
    return g_strdup_printf ("%02d/%04d", date.month, date.year);
  return g_strdup_printf ("%04d", date.year);
}

/**
 * td_date_to_words:
 * @iso: (nullable): a date
 *
 * Writes a date as Decree 30/2020 has it on documents: days under 10 and the months 1 and 2 get a
 * leading zero, against tampering; other months do not.
 *
 * Returns: (transfer full): "ngày 05 tháng 3 năm 2026", "tháng 01 năm 2026" or "năm 2026"; what is
 *   no date comes back as it is
 */
char *
td_date_to_words (const char *iso)
{
  Date date;
  const char *zero;

  if (!read_iso (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  zero = date.month <= 2 ? "0" : "";
  if (date.day != 0)
    return g_strdup_printf ("ngày %02d tháng %s%d năm %04d", date.day, zero, date.month, date.year);
  if (date.month != 0)
    return g_strdup_printf ("tháng %s%d năm %04d", zero, date.month, date.year);
  return g_strdup_printf ("năm %04d", date.year);
}

/* Days as numbers in the order of time; 0 when @iso is no date. */
static int
first_day (const char *iso)
{
  Date date;

  if (!read_iso (iso, &date))
    return 0;
  return date.year * 10000 + MAX (date.month, 1) * 100 + MAX (date.day, 1);
}

static int
last_day (const char *iso)
{
  Date date;

  if (!read_iso (iso, &date))
    return 0;
  return date.year * 10000 + (date.month != 0 ? date.month : 12) * 100 + (date.day != 0 ? date.day : 31);
}

/**
 * td_date_compare:
 * @a: (nullable): a date
 * @b: (nullable): a date
 *
 * Compares the first days the dates may mean. No date comes before all dates.
 *
 * Returns: less than, equal to or greater than 0
 */
int
td_date_compare (const char *a, const char *b)
{
  int day_a = first_day (a);
  int day_b = first_day (b);

  return (day_a > day_b) - (day_a < day_b);
}

/**
 * td_date_days_after:
 * @iso: a date, which is over when its day, month or year is
 * @day: a full date
 *
 * Returns: how many days @day comes after the end of @iso; less than 0 before it, 0 when either is no date
 */
int
td_date_days_after (const char *iso, const char *day)
{
  Date over;
  Date then;
  GDate a;
  GDate b;

  if (!read_iso (iso, &over) || !read_iso (day, &then) || then.day == 0)
    return 0;
  if (over.month == 0)
    over.month = 12;
  if (over.day == 0)
    over.day = g_date_get_days_in_month (over.month, over.year);
  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a, over.day, over.month, over.year);
  g_date_set_dmy (&b, then.day, then.month, then.year);
  return g_date_days_between (&a, &b);
}

/**
 * td_date_add_days:
 * @day: a full date
 * @n_days: how many
 *
 * Returns: (transfer full) (nullable): the day so much later; %NULL where @day is none
 */
char *
td_date_add_days (const char *day, guint n_days)
{
  Date from;
  GDate date;

  if (!read_iso (day, &from) || from.day == 0)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, from.day, from.month, from.year);
  g_date_add_days (&date, n_days);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * td_date_get_year:
 * @iso: (nullable): a date
 *
 * Returns: its year, or 0 when @iso is no date
 */
int
td_date_get_year (const char *iso)
{
  Date date;

  return read_iso (iso, &date) ? date.year : 0;
}

/**
 * td_date_ranges_overlap:
 * @from_a: (nullable): first date of a range, %NULL for no beginning
 * @to_a: (nullable): last date of it, %NULL for no end
 * @from_b: (nullable): first date of the other
 * @to_b: (nullable): last date of it
 *
 * Both ends belong to a range: "2025" to "2026-02" is 1 January 2025 to 28 February 2026. A range
 * that ends before it begins has no day and overlaps nothing.
 *
 * Returns: whether some day is in both ranges
 */
gboolean
td_date_ranges_overlap (const char *from_a, const char *to_a, const char *from_b, const char *to_b)
{
  int first = MAX (first_day (from_a), first_day (from_b));
  int last_a = last_day (to_a);
  int last_b = last_day (to_b);
  int last;

  if (last_a == 0)
    last_a = G_MAXINT;
  if (last_b == 0)
    last_b = G_MAXINT;
  last = MIN (last_a, last_b);
  return first <= last;
}
