/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-words"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"
#include "td-plan-words.h"
#include "td-text.h"

/* What a person points at in the text of a plan, as a value. */

/**
 * td_plan_words_to_text:
 * @words: a stretch of a plan
 *
 * Joins lines, leaves out the mark of a list in front and the stops of an enumeration behind.
 *
 * Returns: (transfer full) (nullable): the words as one line in NFC, %NULL when nothing is left
 */
char *
td_plan_words_to_text (const char *words)
{
  g_autofree char *normal = td_text_normalize (words);
  g_autofree char *low = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) parts = NULL;
  GString *line = g_string_new (NULL);
  TdPlanMark mark;

  parts = g_strsplit_set (normal, " \t\r\n\f\v", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", parts[i]);
  joined = g_string_free (line, FALSE);
  low = _td_plan_dup_lower (joined);
  mark = _td_plan_scan_mark (joined, low);
  if (mark.length > 0 && mark.length < strlen (joined))
    memmove (joined, joined + mark.length, strlen (joined + mark.length) + 1);
  g_strstrip (joined);
  while (*joined != '\0' && strchr (";,", joined[strlen (joined) - 1]) != NULL)
    {
      joined[strlen (joined) - 1] = '\0';
      g_strchomp (joined);
    }
  return *joined != '\0' ? g_steal_pointer (&joined) : NULL;
}

/* Where the names behind "phối hợp với" end: before the first verb, else with the sentence. */
static gsize
measure_names (const char *text, const char *low)
{
  gsize length = _td_plan_name_length (text, low);

  if (length == 0)
    length = strcspn (text, ".;:");
  while (length > 0 && strchr (" ,", text[length - 1]) != NULL)
    length--;
  return length;
}

/**
 * td_plan_words_find_partners:
 * @task: what somebody is told to do
 *
 * Returns: (transfer full) (nullable): with whom: the names behind "phối hợp với", as they are written
 */
char *
td_plan_words_find_partners (const char *task)
{
  static const char words[] = "phối hợp với ";
  g_autofree char *text = td_text_normalize (task);
  g_autofree char *low = _td_plan_dup_lower (text);
  const char *at = strstr (low, words);
  gsize length;

  if (at == NULL)
    return NULL;
  at += strlen (words);
  length = measure_names (text + (at - low), at);
  return length > 0 ? g_strndup (text + (at - low), length) : NULL;
}

/**
 * td_plan_words_to_date:
 * @words: a stretch of a plan
 * @precision: (out): how exact the date is
 *
 * Returns: (transfer full) (nullable): the first date the words name, as ISO text
 */
char *
td_plan_words_to_date (const char *words, TdPlanPrecision *precision)
{
  g_autofree char *text = td_plan_words_to_text (words);
  /* Who chooses "05 tháng 3" with the eye leaves "ngày" away. */
  g_autofree char *whole = text != NULL && g_ascii_isdigit (*text) ? g_strconcat ("ngày ", text, NULL) : g_strdup (text);
  g_autofree char *low = whole != NULL ? _td_plan_dup_lower (whole) : NULL;

  for (const char *at = low; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      TdPlanDate date = { 0 };

      if (at > low && !_td_plan_is_boundary (at - 1))
        continue;
      date = _td_plan_scan_date (at);
      if (date.length > 0 && date.year > 0)
        return _td_plan_date_to_iso (&date, precision);
    }
  return NULL;
}
