/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-years"

#include "config.h"

#include <string.h>

#include "td-date.h"
#include "td-plan-years.h"

/* Last year's plan for this year: its own year becomes the next, a date a year later. What cites another document, and
 * periods of years such as "2021 - 2025", stay as they are: they do not move with the plan. */

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

/* "2021 - 2025", "2021-2025", also "02025/QĐ-UBND". */
static gboolean
is_of_another (const char *text, const char *at)
{
  const char *before = at;
  const char *behind = at + 4;

  while (before > text && g_ascii_isspace (before[-1]))
    before--;
  if (before > text && is_dash (g_utf8_get_char (g_utf8_prev_char (before))))
    return TRUE;
  while (g_ascii_isspace (*behind))
    behind++;
  if (is_dash (g_utf8_get_char (behind)))
    {
      behind = g_utf8_next_char (behind);
      while (g_ascii_isspace (*behind))
        behind++;
      return g_ascii_isdigit (*behind);
    }
  return *behind == '/' && behind == at + 4;
}

/**
 * td_plan_years_move_text:
 * @text: (nullable): words of a plan
 * @year: its year
 * @n_left: (inout): counts the places where the year was left as it is
 *
 * Returns: (transfer full) (nullable): the words for the year after
 */
char *
td_plan_years_move_text (const char *text, int year, guint *n_left)
{
  g_autofree char *word = g_strdup_printf ("%d", year);
  GString *moved;
  const char *from = text;
  const char *at;

  if (text == NULL || year <= 0)
    return g_strdup (text);
  moved = g_string_new (NULL);
  for (at = strstr (text, word); at != NULL; at = strstr (at + 4, word))
    {
      gboolean alone = (at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[4]);
      gboolean stays = is_of_another (text, at) || is_cited (text, at);

      if (!alone)
        continue;
      if (stays)
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

  if (iso == NULL || strlen (iso) != 10 || !td_date_is_valid (iso))
    return g_strdup (iso);
  g_date_clear (&date, 1);
  g_date_set_parse (&date, iso);
  if (!g_date_valid (&date) || g_date_get_julian (&date) <= days)
    return g_strdup (iso);
  g_date_subtract_days (&date, days);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}
