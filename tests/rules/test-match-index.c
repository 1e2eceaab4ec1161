/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-made-people.h"
#include "td-match-index.h"

/* Finding among many: made people of whom it is known who is who. */

#define N_PEOPLE     20000
#define N_SAME       1400
#define N_LOOKALIKES 600
#define N_BEST       5

typedef struct
{
  TdSamples *samples;
  GRand *rand;
  GPtrArray *people; /* MadePerson; the id is the place + 1 */
  TdMatchIndex *index;
} Crowd;

static void
crowd_init (Crowd *crowd, guint n, guint32 seed)
{
  g_autoptr (GError) error = NULL;

  crowd->samples = td_samples_load (&error);
  g_assert_no_error (error);
  crowd->rand = g_rand_new_with_seed (seed);
  crowd->people = g_ptr_array_new_with_free_func ((GDestroyNotify) made_person_free);
  crowd->index = td_match_index_new ();
  for (guint i = 0; i < n; i++)
    {
      MadePerson *person = made_person_new (crowd->samples, crowd->rand, i);
      TdMatchSide side = made_person_side (person);

      g_ptr_array_add (crowd->people, person);
      td_match_index_add (crowd->index, &side, i + 1);
    }
}

static void
crowd_clear (Crowd *crowd)
{
  td_match_index_free (crowd->index);
  g_ptr_array_unref (crowd->people);
  g_rand_free (crowd->rand);
  td_samples_free (crowd->samples);
}

typedef struct
{
  guint n;
  guint certain;       /* the right one */
  guint proposed;      /* the right one, likely or certain, among the best */
  guint wrong_certain; /* someone else */
  guint wrong_likely;  /* queries with someone else among the best as likely */
} Score;

static void
score_query (Crowd *crowd, const MadePerson *query, gint64 right, Score *score)
{
  TdMatchSide side = made_person_side (query);
  g_autoptr (GArray) best = td_match_index_find (crowd->index, &side, 0, N_BEST);
  gboolean wrong_likely = FALSE;

  score->n++;
  for (guint i = 0; i < best->len; i++)
    {
      const TdMatchCandidate *candidate = &g_array_index (best, TdMatchCandidate, i);

      if (candidate->id == right)
        {
          score->certain += candidate->result.verdict == TD_MATCH_CERTAIN;
          score->proposed += candidate->result.verdict >= TD_MATCH_LIKELY;
          continue;
        }
      if (candidate->result.verdict == TD_MATCH_CERTAIN)
        {
          const MadePerson *other = g_ptr_array_index (crowd->people, candidate->id - 1);

          score->wrong_certain++;
          g_test_message ("taken for certain: %s %s %s and %s %s %s", query->name, query->birth, query->citizen_id, other->name, other->birth, other->citizen_id);
        }
      wrong_likely = wrong_likely || candidate->result.verdict == TD_MATCH_LIKELY;
    }
  score->wrong_likely += wrong_likely;
}

/* What a list leaves of a number: half of them nothing, some without their zero. */
static void
change_citizen_id (MadePerson *person, guint luck)
{
  if (luck < 50)
    g_clear_pointer (&person->citizen_id, g_free);
  else if (luck < 65)
    memmove (person->citizen_id, person->citizen_id + 1, strlen (person->citizen_id));
}

static void
add_score (Score *sum, const Score *score)
{
  sum->n += score->n;
  sum->certain += score->certain;
  sum->proposed += score->proposed;
  sum->wrong_certain += score->wrong_certain;
  sum->wrong_likely += score->wrong_likely;
}

static void
print_score (const char *what, const Score *score)
{
  g_test_message ("%s: %u, proposed %u (%.1f %%), certain %u; others certain %u, likely %u", what, score->n, score->proposed,
                  score->n > 0 ? 100.0 * score->proposed / score->n : 0.0, score->certain, score->wrong_certain, score->wrong_likely);
}

/* The same person, written otherwise in one or two ways. */
static Score
score_same (Crowd *crowd)
{
  Score by_change[MADE_N_CHANGES] = { { 0 } };
  Score one = { 0 }, two = { 0 }, sum = { 0 };

  for (guint i = 0; i < N_SAME; i++)
    {
      guint place = (guint) g_rand_int_range (crowd->rand, 0, N_PEOPLE);
      MadePerson *person = made_person_copy (g_ptr_array_index (crowd->people, place));
      MadeChange first = i % MADE_N_CHANGES;
      gboolean twice = i % 4 == 3;
      Score score = { 0 };

      /* Some names cannot be changed so; the next can. */
      while (!made_person_change (person, first, crowd->rand))
        {
          made_person_free (person);
          place = (place + 1) % N_PEOPLE;
          person = made_person_copy (g_ptr_array_index (crowd->people, place));
        }
      while (twice && !made_person_change (person, (MadeChange) g_rand_int_range (crowd->rand, 0, MADE_N_CHANGES), crowd->rand))
        ;
      change_citizen_id (person, (guint) g_rand_int_range (crowd->rand, 0, 100));
      score_query (crowd, person, place + 1, &score);
      add_score (twice ? &two : &by_change[first], &score);
      add_score (&sum, &score);
      made_person_free (person);
    }
  for (guint i = 0; i < MADE_N_CHANGES; i++)
    {
      print_score (made_change_to_text (i), &by_change[i]);
      add_score (&one, &by_change[i]);
    }
  print_score ("one change", &one);
  print_score ("two changes", &two);
  return sum;
}

/* Somebody else who is not there, but somebody like him is. */
static Score
score_lookalikes (Crowd *crowd)
{
  Score sum = { 0 };

  for (guint kind = 0; kind < MADE_N_LOOKALIKES; kind++)
    {
      Score score = { 0 };

      for (guint i = 0; i < N_LOOKALIKES / MADE_N_LOOKALIKES; i++)
        {
          guint place = (guint) g_rand_int_range (crowd->rand, 0, N_PEOPLE);
          MadePerson *other = made_person_lookalike (g_ptr_array_index (crowd->people, place), kind, crowd->samples, crowd->rand, N_PEOPLE + kind * 1000 + i);

          change_citizen_id (other, (guint) g_rand_int_range (crowd->rand, 0, 100));
          if (g_rand_int_range (crowd->rand, 0, 4) == 0)
            made_person_change (other, MADE_YEAR_ONLY, crowd->rand);
          score_query (crowd, other, 0, &score);
          made_person_free (other);
        }
      print_score (made_lookalike_to_text (kind), &score);
      add_score (&sum, &score);
    }
  return sum;
}

static void
test_corpus (void)
{
  Crowd crowd;
  Score same, lookalikes;

  crowd_init (&crowd, N_PEOPLE, 11);
  same = score_same (&crowd);
  lookalikes = score_lookalikes (&crowd);
  print_score ("the same", &same);
  print_score ("lookalikes", &lookalikes);
  g_assert_cmpuint (same.n + lookalikes.n, ==, 2000);
  g_assert_cmpuint (same.wrong_certain, ==, 0);
  g_assert_cmpuint (lookalikes.wrong_certain, ==, 0);
  g_assert_cmpuint (same.proposed * 100, >=, same.n * 95);
  crowd_clear (&crowd);
}

/* All that comparing each with each would propose is found without. */
static void
test_misses_nothing (void)
{
  Crowd crowd;
  guint n_likely = 0;

  crowd_init (&crowd, 1500, 12);
  for (guint i = 0; i < 300; i++)
    {
      MadePerson *query = made_person_copy (g_ptr_array_index (crowd.people, i));
      TdMatchSide side;
      g_autoptr (GArray) found = NULL;
      guint n_found = 0;

      made_person_change (query, i % MADE_N_CHANGES, crowd.rand);
      change_citizen_id (query, (guint) g_rand_int_range (crowd.rand, 0, 100));
      side = made_person_side (query);
      found = td_match_index_find (crowd.index, &side, 0, 100);
      for (guint f = 0; f < found->len; f++)
        n_found += g_array_index (found, TdMatchCandidate, f).result.verdict >= TD_MATCH_LIKELY;
      for (guint j = 0; j < crowd.people->len; j++)
        {
          TdMatchSide other = made_person_side (g_ptr_array_index (crowd.people, j));
          TdMatchResult result = td_match_compare (&side, &other);

          if (result.verdict < TD_MATCH_LIKELY)
            continue;
          n_likely++;
          n_found--;
        }
      g_assert_cmpuint (n_found, ==, 0);
      made_person_free (query);
    }
  g_assert_cmpuint (n_likely, >, 250);
  crowd_clear (&crowd);
}

/* Of two thousand of one name each finds itself first, and answers stay short. */
static void
test_namesakes (void)
{
  g_autoptr (TdMatchIndex) index = td_match_index_new ();

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 2000; i++)
      {
        g_autofree char *birth = g_strdup_printf ("%u-%02u-%02u", 1960 + i % 40, 1 + i / 40 % 12, 1 + i / 480);
        gint64 unit = i % 100 + 1;
        TdMatchSide side = { .name = "Nguyễn Thị Hương", .birth = birth, .unit_ids = &unit, .n_unit_ids = 1 };
        g_autoptr (GArray) found = NULL;

        if (round == 0)
          {
            td_match_index_add (index, &side, i + 1);
            continue;
          }
        found = td_match_index_find (index, &side, 0, N_BEST);
        g_assert_cmpuint (found->len, >, 0);
        g_assert_cmpuint (found->len, <=, N_BEST);
        g_assert_cmpint (g_array_index (found, TdMatchCandidate, 0).id, ==, i + 1);
        g_assert_cmpint (g_array_index (found, TdMatchCandidate, 0).result.verdict, ==, TD_MATCH_CERTAIN);
      }
}

static void
assert_same_answers (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_cmpint (g_array_index (a, TdMatchCandidate, i).id, ==, g_array_index (b, TdMatchCandidate, i).id);
      g_assert_cmpuint (g_array_index (a, TdMatchCandidate, i).result.score, ==, g_array_index (b, TdMatchCandidate, i).result.score);
    }
}

/* An import adds and asks in turn: the answers are those of an index made at once. */
static void
test_adding_between (void)
{
  Crowd crowd;
  g_autoptr (TdMatchIndex) grown = td_match_index_new ();

  crowd_init (&crowd, 6000, 13);
  for (guint i = 0; i < crowd.people->len; i++)
    {
      TdMatchSide side = made_person_side (g_ptr_array_index (crowd.people, i));
      g_autoptr (GArray) before = td_match_index_find (grown, &side, 0, N_BEST);

      for (guint f = 0; f < before->len; f++)
        g_assert_cmpint (g_array_index (before, TdMatchCandidate, f).id, <=, i);
      td_match_index_add (grown, &side, i + 1);
    }
  for (guint i = 0; i < crowd.people->len; i += 7)
    {
      TdMatchSide side = made_person_side (g_ptr_array_index (crowd.people, i));
      g_autoptr (GArray) at_once = td_match_index_find (crowd.index, &side, 0, N_BEST);
      g_autoptr (GArray) in_turn = td_match_index_find (grown, &side, 0, N_BEST);

      assert_same_answers (at_once, in_turn);
      g_assert_cmpint (g_array_index (in_turn, TdMatchCandidate, 0).id, ==, i + 1);
    }
  g_assert_cmpuint (td_match_index_get_n (grown), ==, 6000);
  g_assert_cmpuint (td_match_index_get_bytes (grown) / 6000, <, 450);
  crowd_clear (&crowd);
}

static void
test_other_kinds (void)
{
  const char *const former[] = { "Phòng Nội vụ - Lao động", NULL };
  gint64 units[] = { 3, 4 };
  TdMatchSide collective = { .kind = "collective", .name = "Phòng Nội vụ", .other_names = former, .unit_ids = units, .n_unit_ids = 2 };
  TdMatchSide household = { .kind = "household", .name = "Hộ gia đình ông Nguyễn Văn Hùng", .residence = "Thôn 3" };
  TdMatchSide asked = { .kind = "collective", .name = "PHÒNG NỘI VỤ", .unit_ids = units + 1, .n_unit_ids = 1 };
  g_autoptr (TdMatchIndex) index = td_match_index_new ();
  g_autoptr (GArray) none = td_match_index_find (index, &asked, 0, N_BEST);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) by_former = NULL;
  g_autoptr (GArray) house = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  td_match_index_add (index, &collective, 1);
  td_match_index_add (index, &household, 2);
  found = td_match_index_find (index, &asked, 0, N_BEST);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, TdMatchCandidate, 0).result.verdict, ==, TD_MATCH_CERTAIN);
  asked.name = "phòng nội vụ lao động";
  by_former = td_match_index_find (index, &asked, 0, N_BEST);
  g_assert_cmpuint (by_former->len, ==, 1);
  g_assert_cmpint (g_array_index (by_former, TdMatchCandidate, 0).result.verdict, ==, TD_MATCH_LIKELY);
  household.name = "Nguyễn Văn Hùng";
  house = td_match_index_find (index, &household, 0, N_BEST);
  g_assert_cmpuint (house->len, ==, 1);
  g_assert_cmpint (g_array_index (house, TdMatchCandidate, 0).id, ==, 2);
  g_assert_cmpint (g_array_index (house, TdMatchCandidate, 0).result.verdict, ==, TD_MATCH_LIKELY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match-index/corpus", test_corpus);
  g_test_add_func ("/match-index/misses-nothing", test_misses_nothing);
  g_test_add_func ("/match-index/namesakes", test_namesakes);
  g_test_add_func ("/match-index/adding-between", test_adding_between);
  g_test_add_func ("/match-index/other-kinds", test_other_kinds);
  return g_test_run ();
}
