/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-dates"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Blanks, and the dots or underscores of a place left to be filled by hand. */
static gsize
skip_blank (const char *low)
{
  gsize i = 0;

  for (;;)
    {
      if (low[i] == ' ' || low[i] == '.' || low[i] == '_')
        i++;
      else if (strncmp (low + i, "…", strlen ("…")) == 0)
        i += strlen ("…");
      else
        return i;
    }
}

static gsize
skip_spaces (const char *low)
{
  gsize i = 0;

  while (low[i] == ' ')
    i++;
  return i;
}

static gsize
scan_number (const char *low, guint max_digits, guint *value)
{
  gsize i = 0;

  *value = 0;
  while (g_ascii_isdigit (low[i]))
    {
      if (i == max_digits)
        return 0;
      *value = *value * 10 + (low[i++] - '0');
    }
  return i;
}

static gsize
scan_year (const char *low, guint *year)
{
  gsize length = scan_number (low, 4, year);

  return length == 4 && *year >= 1900 && *year <= 2999 ? length : 0;
}

/* A word of a date, for a scanner's sake also without its marks: "thang 5 nam 2027". */
static gsize
scan_word (const char *low, const char *word)
{
  gsize skipped = skip_spaces (low), length = _td_plan_starts_loosely (low + skipped, (const char *[]){ word, NULL });

  return length > 0 ? skipped + length : 0;
}

/* "tháng 4 năm 2026", "tháng 4/2026" from "tháng" on; the month may be left blank. */
static gsize
scan_month_year (const char *low, TdPlanDate *date)
{
  gsize at = scan_word (low, "tháng"), length, number;
  guint value;

  if (at == 0)
    return 0;
  at += skip_blank (low + at);
  number = scan_number (low + at, 2, &value);
  if (number > 0 && (value < 1 || value > 12))
    return 0;
  date->month = number > 0 ? value : 0;
  at += number;
  length = scan_word (low + at + skip_blank (low + at), "năm");
  if (length > 0)
    {
      gsize rest = at + skip_blank (low + at) + length;

      rest += skip_blank (low + rest);
      length = scan_year (low + rest, &date->year);
      if (length > 0)
        return rest + length;
    }
  if (number > 0)
    {
      gsize rest = at + skip_spaces (low + at);

      if (low[rest] == '/' || low[rest] == '-')
        {
          rest++;
          rest += skip_spaces (low + rest);
          length = scan_year (low + rest, &date->year);
          if (length > 0)
            return rest + length;
        }
    }
  return number > 0 ? at : 0;
}

/* "15/4/2026", "15/4", "4/2026". */
static gsize
scan_slashes (const char *low, TdPlanDate *date)
{
  guint first, second;
  gsize at = scan_number (low, 2, &first), length, mark;
  char separator;

  if (at == 0)
    return 0;
  mark = at + skip_spaces (low + at);
  separator = low[mark];
  if (separator == '\0' || strchr ("/-.", separator) == NULL)
    return 0;
  mark++;
  mark += separator == '.' ? 0 : skip_spaces (low + mark);
  length = scan_year (low + mark, &date->year);
  if (length > 0 && first >= 1 && first <= 12 && separator != '.')
    {
      date->month = first;
      return mark + length;
    }
  date->year = 0;
  length = scan_number (low + mark, 2, &second);
  if (length == 0 || first < 1 || first > 31 || second < 1 || second > 12)
    return 0;
  mark += length;
  if (low[mark] == separator)
    {
      gsize rest = mark + 1 + skip_spaces (low + mark + 1);

      length = scan_year (low + rest, &date->year);
      if (length > 0)
        {
          date->day = first;
          date->month = second;
          return rest + length;
        }
    }
  if (separator != '/' || g_ascii_isalnum (low[mark]))
    return 0;
  date->day = first;
  date->month = second;
  return mark;
}

/* "quý I/2026", "quý 2 năm 2026". */
static gsize
scan_quarter (const char *low, TdPlanDate *date)
{
  static const char *const quarters[] = { "iv", "iii", "ii", "i", "4", "3", "2", "1" };
  gsize at = scan_word (low, "quý"), length;

  if (at == 0)
    return 0;
  at += skip_spaces (low + at);
  for (guint i = 0; i < G_N_ELEMENTS (quarters) && date->quarter == 0; i++)
    if (_td_plan_starts (low + at, quarters[i]))
      {
        date->quarter = 4 - i % 4;
        at += strlen (quarters[i]);
      }
  if (date->quarter == 0)
    return 0;
  at += skip_spaces (low + at);
  if (low[at] == '/' || low[at] == '-' || low[at] == ',')
    at++;
  length = scan_word (low + at, "năm");
  at += length;
  at += skip_spaces (low + at);
  length = scan_year (low + at, &date->year);
  date->month = date->quarter * 3 - 2;
  return length > 0 ? at + length : 0;
}

/* Reads the date that begins here, as far as it is written: a day, a month or a year may miss. */
TdPlanDate
_td_plan_scan_date (const char *low)
{
  TdPlanDate date = { 0 };
  gsize at, length;
  guint value;

  if (*low == 'q')
    {
      date.length = scan_quarter (low, &date);
      return date.length > 0 ? date : (TdPlanDate){ 0 };
    }
  at = *low == 'n' ? _td_plan_starts_loosely (low, (const char *[]){ "ngày", NULL }) : 0;
  if (at > 0)
    at += skip_blank (low + at);
  length = scan_slashes (low + at, &date);
  if (length > 0 && _td_plan_is_boundary (low + at + length))
    {
      date.length = at + length;
      return date;
    }

  date = (TdPlanDate){ 0 };
  length = at > 0 ? scan_number (low + at, 2, &value) : 0;
  if (length > 0 && value >= 1 && value <= 31)
    {
      date.day = value;
      at += length;
      date.length = at;
      at += skip_blank (low + at);
    }
  length = scan_month_year (low + at, &date);
  if (length > 0)
    date.length = at + length;
  else if (date.length == 0)
    {
      length = scan_word (low, "năm");
      if (length > 0)
        {
          at = length + skip_spaces (low + length);
          length = scan_year (low + at, &date.year);
          date.length = length > 0 ? at + length : 0;
        }
    }
  return date;
}

/* Of a quarter its last month is meant where something ends. */
void
_td_plan_date_to_end (TdPlanDate *date)
{
  if (date->quarter > 0)
    date->month = date->quarter * 3;
}

/* The date as ISO text with the precision it has, NULL without a year or for no day of the calendar. */
char *
_td_plan_date_to_iso (const TdPlanDate *date, TdPlanPrecision *precision)
{
  if (date->year == 0)
    return NULL;
  if (date->month == 0)
    {
      *precision = TD_PLAN_PRECISION_YEAR;
      return g_strdup_printf ("%04u", date->year);
    }
  if (date->day == 0)
    {
      *precision = TD_PLAN_PRECISION_MONTH;
      return g_strdup_printf ("%04u-%02u", date->year, date->month);
    }
  if (!g_date_valid_dmy (date->day, date->month, date->year))
    return NULL;
  *precision = TD_PLAN_PRECISION_DAY;
  return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
}
