/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-papers"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-list.h"
#include "td-award-wording.h"
#include "td-catalogue-reader.h"
#include "td-ceremony-papers.h"
#include "td-date.h"
#include "td-number.h"

/* What the papers of a ceremony say, row by row: all of them in its one order. Official text, not translated. */

#define LINES "lines"
#define UNITS "units"

static void
put (GHashTable *row, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (row, g_strdup (name), g_strdup (value));
}

static void
put_flag (GHashTable *row, const char *name, gboolean on)
{
  g_hash_table_insert (row, g_strdup (name), g_strdup (on ? "yes" : ""));
}

/* A row hides what the whole letter says under the same name: also what it does not have itself. */
static GHashTable *
begin_row (TdLetterCase *letter, const char *table)
{
  static const char *const own[] = { "form", "unit-head", "counts", "decision", "giver", "fund", "post", "seat", "receiver", "register", "money", "posthumous", "title", "by-unit" };
  GHashTable *row = td_letter_case_add_row (letter, table);

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    put_flag (row, own[i], FALSE);
  return row;
}

static char *
dup_name (const TdCeremonyEntry *entry)
{
  const char *name = entry->award->printed_name != NULL ? entry->award->printed_name : entry->award->subject_name;

  return g_strdelimit (g_strdup (name), "\n", ' ');
}

static gboolean
is_title (const TdCeremonyEntry *entry)
{
  const TdAwardForm *form = td_catalogue_find_form (td_catalogue_get_shipped (), entry->award->award_form, entry->giver->level);

  return form != NULL && form->is_title;
}

/* Written in full; what nobody knows how to read is told, so that somebody asks before the day. */
static char *
read_aloud (TdSpeech *speech, TdJob *job, const TdCeremonyEntry *entry, const char *text)
{
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func (g_free);
  char *spoken;

  if (speech == NULL)
    return g_strdup (text);
  spoken = td_speech_read (speech, text, doubts);
  for (guint i = 0; i < doubts->len; i++)
    td_job_take_finding (job, td_finding_at (td_finding_new ("abbreviation-unknown", TD_SEVERITY_WARNING, _ ("Ask how “%s” is read; it is written as “%s”."), (char *) g_ptr_array_index (doubts, i), spoken),
                                             entry->award->subject_name, td_entity_get_id (TD_ENTITY (entry->line)), 0));
  return spoken;
}

static void
put_name (GHashTable *row, const TdCeremonyEntry *entry, TdSpeech *speech, TdJob *job)
{
  g_autofree char *name = dup_name (entry);
  g_autofree char *post = td_award_wording_post_line (entry->award, entry->subject);
  g_autofree char *spoken_post = read_aloud (speech, job, entry, post);
  gboolean is_person = g_strcmp0 (entry->award->subject_kind, "person") == 0;
  g_autofree char *spoken_name = is_person ? g_strdup (name) : read_aloud (speech, job, entry, name);
  g_autofree char *receiver = entry->line->receiver != NULL ? read_aloud (speech, job, entry, entry->line->receiver) : NULL;

  put (row, "name", spoken_name);
  put (row, "post", spoken_post);
  put (row, "receiver", receiver);
}

static void
put_award (GHashTable *row, const TdCeremonyEntry *entry)
{
  g_autofree char *form = entry->award->posthumous ? g_strdup_printf ("%s (truy tặng)", entry->award->award_form) : g_strdup (entry->award->award_form);
  g_autofree char *money = entry->award->money > 0 ? td_number_to_display (entry->award->money) : NULL;
  g_autofree char *number = entry->award->register_number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->award->register_number) : NULL;

  put (row, "form", form);
  put (row, "form-name", entry->award->award_form);
  put (row, "register", number);
  put (row, "money", money);
  put_flag (row, "posthumous", entry->award->posthumous);
  put_flag (row, "title", is_title (entry));
}

static GHashTable *
add_line (TdLetterCase *letter, const TdCeremonyEntry *entry, TdSpeech *speech, TdJob *job)
{
  GHashTable *row = begin_row (letter, LINES);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->line->position);
  g_autofree char *giver = read_aloud (speech, job, entry, entry->giver->name);

  put (row, "number", number);
  put_name (row, entry, speech, job);
  put_award (row, entry);
  put (row, "giver", giver);
  put (row, "unit", entry->award->unit_name);
  put (row, "seat", entry->line->seat);
  return row;
}

/* Counts */

static TdAwardeeKind
get_kind (const TdCeremonyEntry *entry)
{
  if (g_strcmp0 (entry->award->subject_kind, "collective") == 0)
    return TD_AWARDEE_COLLECTIVE;
  return g_strcmp0 (entry->award->subject_kind, "household") == 0 ? TD_AWARDEE_HOUSEHOLD : TD_AWARDEE_PERSON;
}

static char *
count_entries (const TdCeremonySet *set, GPtrArray *entries, guint first, guint end, gboolean aloud)
{
  guint counts[TD_N_AWARDEE_KINDS] = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    counts[get_kind (g_ptr_array_index (entries, i))]++;
  if (!aloud)
    return td_award_counts_phrase (counts, set->persons_first);
  for (guint i = 0; i < TD_N_AWARDEE_KINDS; i++)
    {
      TdAwardeeKind kind = td_awardee_kind_nth (i, set->persons_first);
      g_autofree char *number = counts[kind] > 0 ? td_number_to_words (counts[kind]) : NULL;

      if (number != NULL)
        g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", number, td_awardee_kind_name (kind));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The calling list */

static gboolean
same_form (const TdCeremonyEntry *a, const TdCeremonyEntry *b)
{
  return a->award->decision_id == b->award->decision_id && a->award->giver_id == b->award->giver_id && a->award->posthumous == b->award->posthumous
         && g_strcmp0 (a->award->award_form, b->award->award_form) == 0;
}

static gboolean
same_unit (const TdCeremonyEntry *a, const TdCeremonyEntry *b)
{
  return g_strcmp0 (a->award->unit_name, b->award->unit_name) == 0;
}

typedef gboolean (*Same) (const TdCeremonyEntry *a, const TdCeremonyEntry *b);

static guint
find_end (GPtrArray *entries, guint first, Same same)
{
  guint end = first + 1;

  while (end < entries->len && same (g_ptr_array_index (entries, first), g_ptr_array_index (entries, end)))
    end++;
  return end;
}

static guint
count_groups (GPtrArray *entries, Same same)
{
  guint n = 0;

  for (guint first = 0; first < entries->len; first = find_end (entries, first, same))
    n++;
  return n;
}

static void
add_form_head (TdLetterCase *letter, const TdCeremonySet *set, guint first, guint end, TdSpeech *speech, TdJob *job)
{
  const TdCeremonyEntry *entry = g_ptr_array_index (set->entries, first);
  GHashTable *row = begin_row (letter, LINES);
  g_autofree char *counts = count_entries (set, set->entries, first, end, TRUE);
  g_autofree char *giver = read_aloud (speech, job, entry, entry->giver->name);
  g_autofree char *date = entry->decision->date != NULL ? td_date_to_words (entry->decision->date) : NULL;
  g_autofree char *decision = g_strdup_printf ("Quyết định số %s %s", entry->decision->number != NULL ? entry->decision->number : "……", date != NULL ? date : "");

  put_flag (row, "head", TRUE);
  put_flag (row, "posthumous", entry->award->posthumous);
  put_flag (row, "title", is_title (entry));
  put (row, "form", entry->award->award_form);
  put (row, "giver", giver);
  put (row, "counts", counts);
  put (row, "decision", g_strstrip (decision));
}

static void
add_unit_head (TdLetterCase *letter, const TdCeremonyEntry *entry, const char *counts, TdSpeech *speech, TdJob *job)
{
  GHashTable *row = begin_row (letter, LINES);
  g_autofree char *unit = read_aloud (speech, job, entry, entry->award->unit_name != NULL ? entry->award->unit_name : "Không ghi đơn vị");

  put_flag (row, "head", TRUE);
  put (row, "unit-head", unit);
  put (row, "counts", counts);
}

static void
check_receiver (TdJob *job, const TdCeremonyEntry *entry)
{
  if (entry->award->posthumous && entry->line->receiver == NULL)
    td_job_take_finding (job, td_finding_at (td_finding_new ("receiver-missing", TD_SEVERITY_WARNING, _ ("Nobody is named who receives this award in place of the deceased.")), entry->award->subject_name, td_entity_get_id (TD_ENTITY (entry->line)), 0));
}

/* Heads say what the order puts together: forms, or units. */
static void
fill_calling (TdCeremonySet *set, TdSpeech *speech, TdLetterCase *letter, TdJob *job)
{
  gboolean by_unit = count_groups (set->entries, same_unit) < count_groups (set->entries, same_form);
  Same same = by_unit ? same_unit : same_form;

  for (guint first = 0, end; first < set->entries->len; first = end)
    {
      end = find_end (set->entries, first, same);
      if (by_unit)
        {
          g_autofree char *counts = count_entries (set, set->entries, first, end, TRUE);

          add_unit_head (letter, g_ptr_array_index (set->entries, first), counts, speech, job);
        }
      else
        add_form_head (letter, set, first, end, speech, job);
      for (guint i = first; i < end; i++)
        {
          put_flag (add_line (letter, g_ptr_array_index (set->entries, i), speech, job), "by-unit", by_unit);
          check_receiver (job, g_ptr_array_index (set->entries, i));
        }
    }
}

/* Lists that put together what the order may not */

static GPtrArray *
group_entries (GPtrArray *entries, Same same)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      TdCeremonyEntry *entry = g_ptr_array_index (entries, i);
      GPtrArray *group = NULL;

      for (guint j = 0; j < groups->len && group == NULL; j++)
        if (same (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (groups, j), 0), entry))
          group = g_ptr_array_index (groups, j);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group, entry);
    }
  return groups;
}

static void
add_unit (TdLetterCase *letter, guint n, const TdCeremonyEntry *entry, const char *counts)
{
  GHashTable *row = begin_row (letter, UNITS);
  g_autofree char *number = g_strdup_printf ("%u", n);

  put (row, "number", number);
  put (row, "unit", entry->award->unit_name);
  put (row, "counts", counts);
}

/* Units follow one another as they are called first, and inside a unit people do. */
static void
fill_hand_over (TdCeremonySet *set, TdLetterCase *letter, TdJob *job)
{
  g_autoptr (GPtrArray) groups = group_entries (set->entries, same_unit);
  g_autofree char *all = count_entries (set, set->entries, 0, set->entries->len, FALSE);
  gboolean any_register = FALSE;
  guint n_units = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);
      g_autofree char *counts = count_entries (set, group, 0, group->len, FALSE);
      const TdCeremonyEntry *first = g_ptr_array_index (group, 0);

      add_unit_head (letter, first, counts, NULL, job);
      if (first->award->unit_name != NULL)
        add_unit (letter, ++n_units, first, counts);
      for (guint j = 0; j < group->len; j++)
        {
          add_line (letter, g_ptr_array_index (group, j), NULL, job);
          any_register = any_register || ((const TdCeremonyEntry *) g_ptr_array_index (group, j))->award->register_number > 0;
        }
    }
  td_letter_case_set (letter, "counts", all);
  td_letter_case_set (letter, "any-register", any_register ? "yes" : NULL);
}

static gboolean
same_giver (const TdCeremonyEntry *a, const TdCeremonyEntry *b)
{
  return a->award->giver_id == b->award->giver_id;
}

static void
add_sum (TdLetterCase *letter, gint64 sum)
{
  GHashTable *row = begin_row (letter, LINES);
  g_autofree char *money = td_number_to_display (sum);

  put (row, "name", "Cộng");
  put (row, "money", money);
}

static gint64
add_paid_lines (TdLetterCase *letter, GPtrArray *group, TdJob *job)
{
  gint64 sum = 0;

  for (guint i = 0; i < group->len; i++)
    {
      const TdCeremonyEntry *entry = g_ptr_array_index (group, i);

      add_line (letter, entry, NULL, job);
      sum += entry->award->money;
      if (entry->award->money == 0)
        td_job_take_finding (job, td_finding_at (td_finding_new ("money-unknown", TD_SEVERITY_WARNING, _ ("The money of this award is not known.")), entry->award->subject_name, td_entity_get_id (TD_ENTITY (entry->award)), 0));
    }
  add_sum (letter, sum);
  return sum;
}

/* Each giver pays from its own fund. */
static void
fill_money (TdCeremonySet *set, TdLetterCase *letter, TdJob *job)
{
  g_autoptr (GPtrArray) groups = group_entries (set->entries, same_giver);
  g_autofree char *total = NULL;
  g_autofree char *words = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);
      const TdGiver *giver = ((const TdCeremonyEntry *) g_ptr_array_index (group, 0))->giver;
      GHashTable *row = begin_row (letter, LINES);

      put_flag (row, "head", TRUE);
      put (row, "giver", giver->name);
      put (row, "fund", giver->fund);
      sum += add_paid_lines (letter, group, job);
    }
  total = td_number_to_display (sum);
  words = td_number_to_words (sum);
  td_letter_case_set (letter, "paid-total", total);
  td_letter_case_set (letter, "paid-words", words);
}

static void
fill_plain (TdCeremonySet *set, TdCeremonyPaper paper, TdLetterCase *letter, TdJob *job)
{
  gboolean any_receiver = FALSE;

  for (guint i = 0; i < set->entries->len; i++)
    {
      const TdCeremonyEntry *entry = g_ptr_array_index (set->entries, i);

      add_line (letter, entry, NULL, job);
      any_receiver = any_receiver || entry->line->receiver != NULL;
      if (paper == TD_CEREMONY_PAPER_SEATING && entry->line->seat == NULL)
        td_job_take_finding (job, td_finding_at (td_finding_new ("seat-missing", TD_SEVERITY_WARNING, _ ("No seat was given.")), entry->award->subject_name, td_entity_get_id (TD_ENTITY (entry->line)), 0));
    }
  td_letter_case_set (letter, "any-receiver", any_receiver ? "yes" : NULL);
  td_letter_case_set (letter, "envelope", paper == TD_CEREMONY_PAPER_ENVELOPES ? "yes" : NULL);
  td_letter_case_set (letter, "label", paper == TD_CEREMONY_PAPER_LABELS ? "yes" : NULL);
}

/**
 * td_ceremony_papers_fill:
 * @set: a ceremony
 * @paper: what is made
 * @speech: reads posts and units aloud, for the calling list
 * @letter: a case with the office's letterhead; gets the ceremony and its rows
 * @job: takes what a person should look at
 *
 * Returns: whether there is a line
 */
gboolean
td_ceremony_papers_fill (TdCeremonySet *set, TdCeremonyPaper paper, TdSpeech *speech, TdLetterCase *letter, TdJob *job)
{
  g_autofree char *day = set->ceremony->day != NULL ? td_date_to_words (set->ceremony->day) : NULL;

  td_letter_case_set (letter, "ceremony", set->ceremony->name);
  td_letter_case_set (letter, "ceremony-day", day);
  td_letter_case_set (letter, "hour", set->ceremony->hour);
  td_letter_case_set (letter, "ceremony-place", set->ceremony->place);
  td_letter_case_set (letter, "host", set->ceremony->host);
  if (paper == TD_CEREMONY_PAPER_CALLING)
    fill_calling (set, speech, letter, job);
  else if (paper == TD_CEREMONY_PAPER_HAND_OVER)
    fill_hand_over (set, letter, job);
  else if (paper == TD_CEREMONY_PAPER_MONEY)
    fill_money (set, letter, job);
  else
    fill_plain (set, paper, letter, job);
  return set->entries->len > 0;
}
