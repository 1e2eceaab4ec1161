/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-findings"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "td-data.h"
#include "td-plan-reader-private.h"

/* What a person should look at: what is missing, what contradicts itself, what is misprinted. */

/* Of one misprint, and of all together. */
#define MAX_SAME  5
#define MAX_TOTAL 100

typedef struct
{
  char *wrong;
  char *right;
  guint n_found;
} Misprint;

typedef struct
{
  guint from;
  guint to;
  guint line;
} Period;

/* Words before "2021 - 2025" that make it the period of a plan. The term of a Party congress runs
 * a year apart from the plan's five years, so terms are not compared. */
static const char *const period_words[] = {
  "giai đoạn", "kế hoạch", "năm", "kế hoạch 5 năm", "kế hoạch 05 năm", NULL
};

static void
misprint_free (gpointer data)
{
  Misprint *misprint = data;

  g_free (misprint->wrong);
  g_free (misprint->right);
  g_free (misprint);
}

/* The list as it is shipped, by the first word; %NULL when it cannot be read. */
static GHashTable *
load_misprints (void)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/misprints.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) table
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  JsonArray *list;
  JsonObject *root;

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  root = json_node_get_object (json_parser_get_root (parser));
  if (!json_object_has_member (root, "misprints"))
    return NULL;
  list = json_object_get_array_member (root, "misprints");
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonArray *pair = json_array_get_array_element (list, i);
      Misprint *misprint;
      GPtrArray *same;
      g_autofree char *first = NULL;

      if (pair == NULL || json_array_get_length (pair) != 2)
        continue;
      misprint = g_new0 (Misprint, 1);
      misprint->wrong = _td_plan_dup_lower (json_array_get_string_element (pair, 0));
      misprint->right = g_strdup (json_array_get_string_element (pair, 1));
      first = g_strndup (misprint->wrong, strcspn (misprint->wrong, " "));
      same = g_hash_table_lookup (table, first);
      if (same == NULL)
        {
          same = g_ptr_array_new_with_free_func (misprint_free);
          g_hash_table_insert (table, g_steal_pointer (&first), same);
        }
      g_ptr_array_add (same, misprint);
    }
  return g_steal_pointer (&table);
}

static void
find_misprints (TdPlanReader *self, GHashTable *table, const TdPlanParagraph *paragraph)
{
  char word[32];

  for (const char *at = paragraph->low; *at != '\0';)
    {
      gsize length = 0;
      GPtrArray *same;

      while (!_td_plan_is_boundary (at + length))
        length++;
      if (length > 0 && length < sizeof word)
        {
          memcpy (word, at, length);
          word[length] = '\0';
          same = g_hash_table_lookup (table, word);
          for (guint i = 0; same != NULL && i < same->len; i++)
            {
              Misprint *misprint = g_ptr_array_index (same, i);

              if (!_td_plan_starts (at, misprint->wrong) || misprint->n_found++ >= MAX_SAME
                  || self->reading->findings->len >= MAX_TOTAL)
                continue;
              g_ptr_array_add (
                  self->reading->findings,
                  td_finding_at (
                      td_finding_new (
                          "plan-misprint", TD_SEVERITY_WARNING,
                          /* Translators: both %s are words of a document, the second as it should be */
                          _ ("The text says “%s”; probably “%s” is meant."), misprint->wrong,
                          misprint->right),
                      NULL, 0, paragraph->lines.first));
            }
        }
      at += MAX (length, 1);
    }
}

/* "2021 - 2025" at a place; 0 bytes when there is none. */
static gsize
scan_years (const char *low, guint *from, guint *to)
{
  gsize at = 4;

  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (low[i]))
      return 0;
  *from = g_ascii_strtoull (low, NULL, 10);
  while (low[at] == ' ')
    at++;
  if (low[at] == '-')
    at++;
  else if (strncmp (low + at, "–", 3) == 0)
    at += 3;
  else
    return 0;
  while (low[at] == ' ')
    at++;
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (low[at + i]))
      return 0;
  *to = g_ascii_strtoull (low + at, NULL, 10);
  return *from >= 1900 && *to > *from && *to - *from <= 20 ? at + 4 : 0;
}

static void
find_periods (GArray *periods, const TdPlanParagraph *paragraph)
{
  const char *low = paragraph->low;

  for (gsize i = 0; low[i] != '\0'; i++)
    {
      Period period = { 0 };
      gsize length, end = i;

      if ((low[i] != '1' && low[i] != '2') || (i > 0 && g_ascii_isalnum (low[i - 1])))
        continue;
      length = scan_years (low + i, &period.from, &period.to);
      if (length == 0)
        continue;
      while (end > 0 && strchr (" (", low[end - 1]) != NULL)
        end--;
      if (_td_plan_ends_any (low, end, period_words)
          && !_td_plan_ends_any (low, end, (const char *[]){ "nhiệm kỳ năm", NULL }))
        {
          period.line = paragraph->lines.first;
          g_array_append_val (periods, period);
        }
      i += length - 1;
    }
}

/* Two periods that end together but do not begin together. */
static void
compare_periods (TdPlanReader *self, GArray *periods)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      const Period *period = &g_array_index (periods, Period, i);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (first, GUINT_TO_POINTER (period->to)));
      const Period *other;

      if (index == 0)
        {
          g_hash_table_insert (first, GUINT_TO_POINTER (period->to), GUINT_TO_POINTER (i + 1));
          continue;
        }
      other = &g_array_index (periods, Period, index - 1);
      if (other->from == period->from || g_hash_table_contains (told, GUINT_TO_POINTER (period->to)))
        continue;
      g_hash_table_add (told, GUINT_TO_POINTER (period->to));
      g_ptr_array_add (
          self->reading->findings,
          td_finding_at (
              td_finding_new ("plan-period-contradiction", TD_SEVERITY_WARNING,
                              /* Translators: years, then the line where the first pair stands */
                              _ ("The period is written in two ways: %u - %u and %u - %u (line %u)."),
                              period->from, period->to, other->from, other->to, other->line),
              NULL, 0, period->line));
    }
}

static void
check_head (TdPlanReader *self)
{
  TdPlanReading *reading = self->reading;
  GPtrArray *findings = reading->findings;

  if (reading->number == NULL)
    g_ptr_array_add (findings, td_finding_new ("plan-number-missing", TD_SEVERITY_WARNING,
                                               _ ("The document has no number.")));
  if (reading->date == NULL && reading->date_partial != NULL)
    g_ptr_array_add (findings, td_finding_new ("plan-date-partial", TD_SEVERITY_WARNING,
                                               /* Translators: %s is a month or a year, as "2026-03" */
                                               _ ("The date of the document is not complete: %s."),
                                               reading->date_partial));
  else if (reading->date == NULL)
    g_ptr_array_add (
        findings, td_finding_new ("plan-date-missing", TD_SEVERITY_WARNING, _ ("The document has no date.")));
  if (reading->issuer == NULL)
    g_ptr_array_add (findings, td_finding_new ("plan-issuer-missing", TD_SEVERITY_WARNING,
                                               _ ("The document does not say who issued it.")));
  if (reading->sections->len == 0)
    g_ptr_array_add (findings, td_finding_new ("plan-body-missing", TD_SEVERITY_WARNING,
                                               _ ("The document has no text below its head.")));
  if (reading->start.iso != NULL && reading->end.iso != NULL
      && strncmp (reading->end.iso, reading->start.iso,
                  MIN (strlen (reading->end.iso), strlen (reading->start.iso)))
             < 0)
    g_ptr_array_add (findings, td_finding_new ("plan-period-reversed", TD_SEVERITY_WARNING,
                                               /* Translators: two ISO dates */
                                               _ ("The plan ends (%s) before it begins (%s)."),
                                               reading->end.iso, reading->start.iso));
}

/* Looks at the whole reading. */
void
_td_plan_read_findings (TdPlanReader *self)
{
  g_autoptr (GHashTable) misprints = load_misprints ();
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (Period));
  GPtrArray *lists[] = { self->preamble, self->body };

  check_head (self);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const TdPlanParagraph *paragraph = g_ptr_array_index (lists[i], j);

        find_periods (periods, paragraph);
        if (misprints != NULL)
          find_misprints (self, misprints, paragraph);
      }
  compare_periods (self, periods);
}
