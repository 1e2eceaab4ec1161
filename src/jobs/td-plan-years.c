/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-years"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-date.h"
#include "td-plan-years.h"

/* Last year's plan for this year: its own years become the next ones, a date a year later; a plan from November to March
 * has two. What cites another document, and periods of years such as "2021 - 2025", stay as they are: they do not move
 * with the plan. */

/* A document is cited: its number stands shortly before, with nothing but its day between. */
static gboolean
is_cited (const char *text, const char *at)
{
  static gsize ready = 0;
  static GRegex *cited = NULL;
  const char *from = at;

  if (g_once_init_enter (&ready))
    {
      cited = g_regex_new ("(?:số\\s*[^\\s]+|[0-9]+[-/][\\p{Lu}Đ][^\\s]*),?\\s+ngày\\s+[0-9]{1,2}\\s*(?:[/.-]|tháng)\\s*[0-9]{1,2}\\s*(?:[/.-]|năm)\\s*$", 0, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  for (guint i = 0; i < 80 && from > text; i++)
    from = g_utf8_prev_char (from);
  return g_regex_match_full (cited, from, at - from, 0, 0, NULL, NULL);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2013 || c == 0x2014;
}

/* The year of four digits that stands here by itself; 0 where there is none. */
static int
read_year (const char *text, const char *at)
{
  if (at > text && g_ascii_isalnum (at[-1]))
    return 0;
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (at[i]))
      return 0;
  return g_ascii_isalnum (at[4]) ? 0 : atoi (at);
}

/* "2021 - 2025", "2021-2025", also "02025/QĐ-UBND"; but "năm học 2025-2026" is of the plan itself. */
static gboolean
is_of_another (const char *text, const char *at, TdPlanYears years)
{
  const char *before = at;
  const char *behind = at + 4;
  int other = 0;

  while (before > text && g_ascii_isspace (before[-1]))
    before--;
  while (g_ascii_isspace (*behind))
    behind++;
  if (before > text && is_dash (g_utf8_get_char (g_utf8_prev_char (before))))
    {
      before = g_utf8_prev_char (before);
      while (before > text && g_ascii_isspace (before[-1]))
        before--;
      other = before - text >= 4 ? read_year (text, before - 4) : 0;
    }
  else if (is_dash (g_utf8_get_char (behind)))
    {
      behind = g_utf8_next_char (behind);
      while (g_ascii_isspace (*behind))
        behind++;
      if (!g_ascii_isdigit (*behind))
        return FALSE;
      other = read_year (text, behind);
    }
  else
    return at[4] == '/';
  return other < years.first || other > years.last;
}

/**
 * td_plan_years_move_text:
 * @text: (nullable): words of a plan
 * @years: the years it goes through
 * @n_left: (inout): counts the places where a year was left as it is
 *
 * Returns: (transfer full) (nullable): the words for the year after
 */
char *
td_plan_years_move_text (const char *text, TdPlanYears years, guint *n_left)
{
  GString *moved;
  const char *from = text;

  if (text == NULL || years.first <= 0)
    return g_strdup (text);
  moved = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      int year = g_ascii_isdigit (*at) ? read_year (text, at) : 0;

      if (year < years.first || year > years.last)
        continue;
      if (is_of_another (text, at, years) || is_cited (text, at))
        {
          ++*n_left;
          continue;
        }
      g_string_append_len (moved, from, at - from);
      g_string_append_printf (moved, "%d", year + 1);
      from = at + 4;
    }
  g_string_append (moved, from);
  return g_string_free (moved, FALSE);
}

/**
 * td_plan_years_move_date:
 * @iso: (nullable): a date as exact as it is known
 *
 * Returns: (transfer full) (nullable): the same a year later; 29 February becomes the 28th
 */
char *
td_plan_years_move_date (const char *iso)
{
  g_autofree char *later = NULL;

  if (iso == NULL || !td_date_is_valid (iso))
    return g_strdup (iso);
  later = g_strdup_printf ("%04d%s", td_date_get_year (iso) + 1, iso + 4);
  if (!td_date_is_valid (later))
    memcpy (later + strlen (later) - 2, "28", 2);
  return g_steal_pointer (&later);
}

/**
 * td_plan_days_earlier:
 * @iso: (nullable): a date as exact as it is known
 * @days: how many days
 *
 * Returns: (transfer full) (nullable): a day this much earlier; a month or year stays as it is
 */
char *
td_plan_days_earlier (const char *iso, guint days)
{
  GDate date;
  char text[16];

  if (!td_date_is_day (iso))
    return g_strdup (iso);
  g_date_clear (&date, 1);
  g_date_set_parse (&date, iso);
  if (!g_date_valid (&date) || g_date_get_julian (&date) <= days)
    return g_strdup (iso);
  g_date_subtract_days (&date, days);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}
