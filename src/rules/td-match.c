/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-match"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-citizen-id.h"
#include "td-match.h"
#include "td-name.h"
#include "td-text.h"

/* Whether two records are one subject. Each reason has a weight; what they add up to is the score. Some reasons hold
 * the verdict down whatever the score: equal names alone are never certain, two CCCD numbers are two persons. */

#define CERTAIN_FROM  90
#define LIKELY_FROM   55
#define POSSIBLE_FROM 28

#define SAME_ID       (TD_MATCH_CITIZEN_ID | TD_MATCH_ZERO_LOST)
#define SPELLED_ALIKE (TD_MATCH_NAME | TD_MATCH_NAME_I_Y | TD_MATCH_NAME_SPACING)
#define SAME_NAME     (SPELLED_ALIKE | TD_MATCH_NAME_UNMARKED)
#define SAME_UNIT     (TD_MATCH_UNIT | TD_MATCH_UNIT_RELATED)
#define LIKE_BIRTH    (TD_MATCH_BIRTH | TD_MATCH_BIRTH_SWAPPED | TD_MATCH_BIRTH_MONTH | TD_MATCH_BIRTH_YEAR)
#define OTHER_BIRTH   (TD_MATCH_OTHER_DAY | TD_MATCH_OTHER_YEAR)

static const struct
{
  TdMatchReason reason;
  int weight;
  const char *nick;
  const char *text;
} reasons_table[] = {
  { TD_MATCH_CITIZEN_ID, 60, "citizen-id", N_ ("the same citizen id") },
  { TD_MATCH_ZERO_LOST, 55, "zero-lost", N_ ("the same citizen id, once the zero that was lost in front is put back") },
  { TD_MATCH_CITIZEN_ID_SLIP, 10, "citizen-id-slip", N_ ("citizen ids that differ in one digit") },
  { TD_MATCH_NAME, 30, "name", N_ ("the same name") },
  { TD_MATCH_NAME_I_Y, 30, "name-i-y", N_ ("the same name but for i and y") },
  { TD_MATCH_NAME_SPACING, 29, "name-spacing", N_ ("the same name but for blanks and hyphens") },
  { TD_MATCH_NAME_UNMARKED, 28, "name-unmarked", N_ ("the same name, once without tone marks") },
  { TD_MATCH_NAME_MARKS, 15, "name-marks", N_ ("the same letters in the name with other marks") },
  { TD_MATCH_NAME_SLIP, 15, "name-slip", N_ ("names that differ by one slip of typing") },
  { TD_MATCH_FORMER_NAME, -3, "former-name", N_ ("an earlier or other name") },
  { TD_MATCH_BIRTH, 30, "birth", N_ ("the same birth date") },
  { TD_MATCH_BIRTH_SWAPPED, 25, "birth-swapped", N_ ("the same birth date with day and month swapped") },
  { TD_MATCH_BIRTH_MONTH, 18, "birth-month", N_ ("the same month of birth, the day is not known") },
  { TD_MATCH_BIRTH_YEAR, 12, "birth-year", N_ ("the same year of birth, more is not known") },
  { TD_MATCH_UNIT, 18, "unit", N_ ("the same unit") },
  { TD_MATCH_UNIT_RELATED, 17, "unit-related", N_ ("a unit that came from the other") },
  { TD_MATCH_PARENT_UNIT, 6, "parent-unit", N_ ("units that belong to the same unit") },
  { TD_MATCH_RESIDENCE, 10, "residence", N_ ("the same address") },
  { TD_MATCH_OTHER_KIND, -100, "other-kind", N_ ("different kinds of subject") },
  { TD_MATCH_OTHER_NAME, -15, "other-name", N_ ("different names") },
  { TD_MATCH_OTHER_CITIZEN_ID, -35, "other-citizen-id", N_ ("different citizen ids") },
  { TD_MATCH_OTHER_SEX, -15, "other-sex", N_ ("different sexes") },
  { TD_MATCH_OTHER_DAY, -10, "other-day", N_ ("different birth dates in the same year") },
  { TD_MATCH_OTHER_YEAR, -13, "other-year", N_ ("different years of birth") },
};

typedef struct
{
  int year, month, day; /* 0 is not known */
} Birth;

static Birth
read_birth (const char *iso)
{
  Birth birth = { 0 };

  if (iso == NULL)
    return birth;
  for (guint i = 0; i < 3; i++)
    {
      int *part = i == 0 ? &birth.year : i == 1 ? &birth.month
                                                : &birth.day;

      while (g_ascii_isdigit (*iso) && *part < 10000)
        *part = *part * 10 + (*iso++ - '0');
      if (*iso++ != '-')
        break;
    }
  return birth;
}

static guint32
compare_births (const char *iso_a, const char *iso_b)
{
  Birth a = read_birth (iso_a), b = read_birth (iso_b);

  if (a.year == 0 || b.year == 0)
    return 0;
  if (a.year != b.year)
    return TD_MATCH_OTHER_YEAR;
  if (a.month == 0 || b.month == 0)
    return TD_MATCH_BIRTH_YEAR;
  if (a.month == b.month && (a.day == 0 || b.day == 0))
    return TD_MATCH_BIRTH_MONTH;
  if (a.month == b.month && a.day == b.day)
    return TD_MATCH_BIRTH;
  return a.day != 0 && a.month == b.day && a.day == b.month ? TD_MATCH_BIRTH_SWAPPED : TD_MATCH_OTHER_DAY;
}

/* CMND numbers changed with the province, so only two CCCD can be of two persons. */
static guint32
compare_citizen_ids (const char *text_a, const char *text_b)
{
  TdCitizenId a, b;

  if (text_a == NULL || text_b == NULL)
    return 0;
  td_citizen_id_parse (text_a, &a);
  td_citizen_id_parse (text_b, &b);
  if (a.kind == TD_CITIZEN_ID_MISSING || a.kind == TD_CITIZEN_ID_UNKNOWN || a.kind != b.kind)
    return 0;
  if (strcmp (a.number, b.number) == 0)
    return a.n_zeros_lost == b.n_zeros_lost ? TD_MATCH_CITIZEN_ID : TD_MATCH_ZERO_LOST;
  if (td_name_keys_slip (a.number, b.number))
    return TD_MATCH_CITIZEN_ID_SLIP;
  return a.kind == TD_CITIZEN_ID_CCCD ? TD_MATCH_OTHER_CITIZEN_ID : 0;
}

/* A second school of that name is another school. */
static gboolean
numbers_differ (const char *a, const char *b)
{
  while (TRUE)
    {
      while (*a != '\0' && !g_ascii_isdigit (*a))
        a++;
      while (*b != '\0' && !g_ascii_isdigit (*b))
        b++;
      if (*a == '\0' || *b == '\0')
        return *a != *b;
      if (*a++ != *b++)
        return TRUE;
    }
}

static guint32
likeness_to_reason (TdNameLikeness likeness)
{
  switch (likeness)
    {
    case TD_NAME_EQUAL:
      return TD_MATCH_NAME;
    case TD_NAME_I_Y:
      return TD_MATCH_NAME_I_Y;
    case TD_NAME_SPACING:
      return TD_MATCH_NAME_SPACING;
    case TD_NAME_UNMARKED:
      return TD_MATCH_NAME_UNMARKED;
    case TD_NAME_OTHER_MARKS:
      return TD_MATCH_NAME_MARKS;
    case TD_NAME_SLIP:
      return TD_MATCH_NAME_SLIP;
    case TD_NAME_DIFFERENT:
    default:
      return TD_MATCH_OTHER_NAME;
    }
}

/* Hồ and Bá are names, so marks count; "Ho" is only known by what follows. */
static gboolean
introduces_household (const char *word, const char *rest)
{
  static const char *const words[] = { "hộ", "gia", "đình", "dinh", "ông", "ong", "bà", NULL };
  g_autofree char *marked = td_text_fold_marks (word);

  return g_strv_contains (words, marked) || (g_str_equal (marked, "ho") && g_ascii_strncasecmp (rest, "gia ", 4) == 0);
}

/**
 * td_match_bare_name:
 * @kind: (nullable): kind of subject
 * @name: its name
 *
 * Returns: (transfer none): the name that is compared: of a household without "Hộ gia đình ông" in front
 */
const char *
td_match_bare_name (const char *kind, const char *name)
{
  const char *bare = name;

  while (g_strcmp0 (kind, "household") == 0)
    {
      gsize length = strcspn (bare, " :");
      const char *rest = bare + length + strspn (bare + length, " :");
      g_autofree char *word = g_strndup (bare, length);

      if (*rest == '\0' || !introduces_household (word, rest))
        break;
      bare = rest;
    }
  return bare;
}

static TdNameLikeness
compare_two_names (const TdMatchSide *a, const char *name_a, const TdMatchSide *b, const char *name_b)
{
  TdNameLikeness likeness = td_name_compare (td_match_bare_name (a->kind, name_a), td_match_bare_name (b->kind, name_b));

  return likeness == TD_NAME_SLIP && numbers_differ (name_a, name_b) ? TD_NAME_DIFFERENT : likeness;
}

/* The best of all names of one with all of the other. */
static guint32
compare_names (const TdMatchSide *a, const TdMatchSide *b)
{
  static const char *const none[] = { NULL };
  const char *const *others_a = a->other_names != NULL ? a->other_names : none;
  const char *const *others_b = b->other_names != NULL ? b->other_names : none;
  TdNameLikeness best = compare_two_names (a, a->name, b, b->name);
  gboolean former = FALSE;

  for (guint i = 0; i == 0 || others_a[i - 1] != NULL; i++)
    for (guint j = 0; j == 0 || others_b[j - 1] != NULL; j++)
      {
        TdNameLikeness likeness;

        if (i == 0 && j == 0)
          continue;
        likeness = compare_two_names (a, i == 0 ? a->name : others_a[i - 1], b, j == 0 ? b->name : others_b[j - 1]);
        former = former || likeness > best;
        best = MAX (best, likeness);
      }
  return likeness_to_reason (best) | (former ? TD_MATCH_FORMER_NAME : 0);
}

static gboolean
came_of (const TdMatchSide *side, gint64 unit_id)
{
  for (guint i = 1; i < side->n_unit_ids; i++)
    if (side->unit_ids[i] == unit_id)
      return TRUE;
  return FALSE;
}

/* Two units that were merged into one are not one: their people are others, though of like names. */
static guint32
compare_units (const TdMatchSide *a, const TdMatchSide *b)
{
  if (a->n_unit_ids > 0 && b->n_unit_ids > 0)
    {
      if (a->unit_ids[0] == b->unit_ids[0])
        return TD_MATCH_UNIT;
      if (came_of (a, b->unit_ids[0]) || came_of (b, a->unit_ids[0]))
        return TD_MATCH_UNIT_RELATED;
    }
  return a->parent_unit_id != 0 && a->parent_unit_id == b->parent_unit_id ? TD_MATCH_PARENT_UNIT : 0;
}

static guint32
compare_residences (const char *a, const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (a == NULL || b == NULL)
    return 0;
  folded_a = td_text_fold (a);
  folded_b = td_text_fold (b);
  return *folded_a != '\0' && g_str_equal (folded_a, folded_b) ? TD_MATCH_RESIDENCE : 0;
}

static TdMatchVerdict
verdict_of_score (int score)
{
  return score >= LIKELY_FROM ? TD_MATCH_LIKELY : score >= POSSIBLE_FROM ? TD_MATCH_POSSIBLE
                                                                         : TD_MATCH_NONE;
}

static gboolean
is_certain_person (guint32 reasons)
{
  if ((reasons & (OTHER_BIRTH | TD_MATCH_OTHER_SEX | TD_MATCH_OTHER_CITIZEN_ID | TD_MATCH_CITIZEN_ID_SLIP)) != 0)
    return FALSE;
  if ((reasons & SAME_ID) != 0)
    return (reasons & SAME_NAME) != 0;
  return (reasons & SPELLED_ALIKE) != 0 && (reasons & TD_MATCH_FORMER_NAME) == 0
         && (reasons & TD_MATCH_BIRTH) != 0 && (reasons & SAME_UNIT) != 0;
}

static TdMatchVerdict
judge_person (guint32 reasons, int score)
{
  gboolean same_id = (reasons & SAME_ID) != 0;
  TdMatchVerdict verdict = verdict_of_score (score);

  if (is_certain_person (reasons))
    return TD_MATCH_CERTAIN;
  /* Someone changed the name, or the number is another's. */
  if ((reasons & TD_MATCH_OTHER_NAME) != 0)
    return !same_id ? TD_MATCH_NONE : (reasons & TD_MATCH_BIRTH) != 0 ? TD_MATCH_LIKELY
                                                                      : TD_MATCH_POSSIBLE;
  if ((reasons & TD_MATCH_OTHER_CITIZEN_ID) != 0 && (reasons & OTHER_BIRTH) != 0)
    return TD_MATCH_NONE;
  if (same_id)
    return MAX (verdict, TD_MATCH_POSSIBLE);
  if ((reasons & (TD_MATCH_OTHER_CITIZEN_ID | TD_MATCH_OTHER_SEX | TD_MATCH_OTHER_YEAR)) != 0
      || (reasons & (LIKE_BIRTH | SAME_UNIT | TD_MATCH_CITIZEN_ID_SLIP)) == 0)
    return MIN (verdict, TD_MATCH_POSSIBLE);
  return verdict;
}

/* "Phòng Kế toán" is everywhere: a collective is known by its name in its unit. */
static TdMatchVerdict
judge_collective (guint32 reasons)
{
  gboolean same = (reasons & SAME_NAME) != 0;

  if ((reasons & TD_MATCH_OTHER_NAME) != 0)
    return TD_MATCH_NONE;
  if ((reasons & SAME_UNIT) != 0 && (reasons & (TD_MATCH_NAME | TD_MATCH_NAME_I_Y)) != 0)
    return (reasons & TD_MATCH_FORMER_NAME) == 0 ? TD_MATCH_CERTAIN : TD_MATCH_LIKELY;
  if (same && (reasons & (SAME_UNIT | TD_MATCH_PARENT_UNIT)) != 0)
    return TD_MATCH_LIKELY;
  return same || (reasons & SAME_UNIT) != 0 ? TD_MATCH_POSSIBLE : TD_MATCH_NONE;
}

/* In one village two heads of households may have one name: only the number of the head is certain. */
static TdMatchVerdict
judge_household (guint32 reasons)
{
  gboolean same = (reasons & SAME_NAME) != 0;

  if ((reasons & TD_MATCH_OTHER_NAME) != 0)
    return (reasons & SAME_ID) != 0 ? TD_MATCH_POSSIBLE : TD_MATCH_NONE;
  if ((reasons & TD_MATCH_OTHER_CITIZEN_ID) != 0)
    return TD_MATCH_NONE;
  if ((reasons & SAME_ID) != 0)
    return same && (reasons & OTHER_BIRTH) == 0 ? TD_MATCH_CERTAIN : TD_MATCH_LIKELY;
  if (same && (reasons & TD_MATCH_RESIDENCE) != 0)
    return TD_MATCH_LIKELY;
  return same || (reasons & (TD_MATCH_RESIDENCE | SAME_UNIT)) != 0 ? TD_MATCH_POSSIBLE : TD_MATCH_NONE;
}

/* The score stays within what the verdict means, so that sorting by it puts the better verdict first. */
static guint
fit_score (int score, TdMatchVerdict verdict)
{
  switch (verdict)
    {
    case TD_MATCH_CERTAIN:
      return (guint) CLAMP (score, CERTAIN_FROM, 100);
    case TD_MATCH_LIKELY:
      return (guint) CLAMP (score, LIKELY_FROM, CERTAIN_FROM - 1);
    case TD_MATCH_POSSIBLE:
      return (guint) CLAMP (score, POSSIBLE_FROM, LIKELY_FROM - 1);
    case TD_MATCH_NONE:
    default:
      return (guint) CLAMP (score, 0, POSSIBLE_FROM - 1);
    }
}

/**
 * td_match_compare:
 * @a: one record
 * @b: another
 *
 * Compares two records as a careful clerk would: numbers, names in all their spellings, births, sexes, units. Never
 * certain on a name alone; persons with different CCCD numbers and births are different persons.
 *
 * Returns: what is proposed and why; the same whichever comes first
 */
TdMatchResult
td_match_compare (const TdMatchSide *a, const TdMatchSide *b)
{
  TdMatchResult result = { 0 };
  const char *kind = a->kind != NULL ? a->kind : "person";
  gboolean collective = g_str_equal (kind, "collective");
  int score = 0;

  if (strcmp (kind, b->kind != NULL ? b->kind : "person") != 0)
    {
      result.reasons = TD_MATCH_OTHER_KIND;
      return result;
    }
  result.reasons = compare_names (a, b) | compare_units (a, b) | compare_residences (a->residence, b->residence);
  if (!collective)
    {
      result.reasons |= compare_births (a->birth, b->birth) | compare_citizen_ids (a->citizen_id, b->citizen_id);
      if (a->sex != NULL && b->sex != NULL && strcmp (a->sex, b->sex) != 0)
        result.reasons |= TD_MATCH_OTHER_SEX;
    }
  for (guint i = 0; i < G_N_ELEMENTS (reasons_table); i++)
    if ((result.reasons & reasons_table[i].reason) != 0)
      score += reasons_table[i].weight;
  if (collective)
    result.verdict = judge_collective (result.reasons);
  else if (g_str_equal (kind, "household"))
    result.verdict = judge_household (result.reasons);
  else
    result.verdict = judge_person (result.reasons, score);
  result.score = fit_score (score, result.verdict);
  return result;
}

/**
 * td_match_result_doubt:
 * @result: a result
 *
 * Takes back certainty that does not come from a number.
 */
void
td_match_result_doubt (TdMatchResult *result)
{
  if (result->verdict != TD_MATCH_CERTAIN || (result->reasons & SAME_ID) != 0)
    return;
  result->verdict = TD_MATCH_LIKELY;
  result->score = fit_score ((int) result->score, result->verdict);
}

/**
 * td_match_reasons_to_nicks:
 * @reasons: #TdMatchReason
 *
 * Returns: (transfer container) (element-type utf8): their ids, never translated, heaviest kind first
 */
GPtrArray *
td_match_reasons_to_nicks (guint32 reasons)
{
  GPtrArray *nicks = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons_table); i++)
    if ((reasons & reasons_table[i].reason) != 0)
      g_ptr_array_add (nicks, (char *) reasons_table[i].nick);
  return nicks;
}

/**
 * td_match_reasons_to_texts:
 * @reasons: #TdMatchReason
 *
 * Returns: (transfer container) (element-type utf8): what a clerk reads, for and then against
 */
GPtrArray *
td_match_reasons_to_texts (guint32 reasons)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons_table); i++)
    if ((reasons & reasons_table[i].reason) != 0)
      g_ptr_array_add (texts, (char *) _ (reasons_table[i].text));
  return texts;
}

/**
 * td_match_verdict_to_nick:
 * @verdict: a verdict
 *
 * Returns: "certain", "likely", "possible" or "none"
 */
const char *
td_match_verdict_to_nick (TdMatchVerdict verdict)
{
  static const char *const nicks[] = { "none", "possible", "likely", "certain" };

  return nicks[verdict];
}

/**
 * td_match_verdict_to_text:
 * @verdict: a verdict
 *
 * Returns: what a clerk reads
 */
const char *
td_match_verdict_to_text (TdMatchVerdict verdict)
{
  static const char *const texts[] = { N_ ("Another"), N_ ("Possibly the same"), N_ ("Likely the same"), N_ ("Certainly the same") };

  return _ (texts[verdict]);
}
