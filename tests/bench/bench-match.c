/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <malloc.h>

#include "td-bench.h"
#include "td-made-people.h"
#include "td-match-index.h"
#include "td-text.h"

/* A list of 50000 rows matched against 200000 persons, beside joining them by folded name with a hash table, which
 * finds no slip, no lost zero and no number. */

#define N_PEOPLE 200000
#define N_ROWS   50000
#define N_BEST   5

typedef struct
{
  GPtrArray *people; /* MadePerson */
  GPtrArray *rows;   /* the same, as a list has them */
  TdMatchIndex *index;
  GHashTable *join; /* folded name → GArray of places */
  gsize index_bytes;
  gsize join_bytes;
  guint n_matched;
  guint n_joined;
} Bench;

static gsize
bytes_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static void
build_index (gpointer data)
{
  Bench *bench = data;
  gsize before = bytes_in_use ();
  TdMatchSide side = made_person_side (g_ptr_array_index (bench->rows, 0));

  bench->index = td_match_index_new ();
  for (guint i = 0; i < bench->people->len; i++)
    {
      TdMatchSide person = made_person_side (g_ptr_array_index (bench->people, i));

      td_match_index_add (bench->index, &person, i + 1);
    }
  /* The first question sorts. */
  g_array_unref (td_match_index_find (bench->index, &side, 0, 1));
  bench->index_bytes = bytes_in_use () - before;
}

static void
match_rows (gpointer data)
{
  Bench *bench = data;

  bench->n_matched = 0;
  for (guint i = 0; i < bench->rows->len; i++)
    {
      TdMatchSide side = made_person_side (g_ptr_array_index (bench->rows, i));
      g_autoptr (GArray) best = td_match_index_find (bench->index, &side, 0, N_BEST);

      bench->n_matched += best->len > 0 && g_array_index (best, TdMatchCandidate, 0).result.verdict >= TD_MATCH_LIKELY;
    }
}

static void
build_join (gpointer data)
{
  Bench *bench = data;
  gsize before = bytes_in_use ();

  bench->join = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < bench->people->len; i++)
    {
      char *name = td_text_fold (((MadePerson *) g_ptr_array_index (bench->people, i))->name);
      GArray *places = g_hash_table_lookup (bench->join, name);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (bench->join, g_strdup (name), places);
        }
      g_array_append_val (places, i);
      g_free (name);
    }
  bench->join_bytes = bytes_in_use () - before;
}

/* A namesake of the same birth is taken; whatever else there is. */
static void
join_rows (gpointer data)
{
  Bench *bench = data;

  bench->n_joined = 0;
  for (guint i = 0; i < bench->rows->len; i++)
    {
      const MadePerson *row = g_ptr_array_index (bench->rows, i);
      g_autofree char *name = td_text_fold (row->name);
      GArray *places = g_hash_table_lookup (bench->join, name);

      for (guint p = 0; places != NULL && p < places->len; p++)
        {
          const MadePerson *person = g_ptr_array_index (bench->people, g_array_index (places, guint, p));

          if (g_str_equal (person->birth, row->birth))
            {
              bench->n_joined++;
              break;
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSamples) samples = td_samples_load (&error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Bench bench = { 0 };
  double indexing, matching, joining;
  g_autofree char *what = NULL;

  if (samples == NULL)
    g_error ("%s", error->message);
  bench.people = g_ptr_array_new_with_free_func ((GDestroyNotify) made_person_free);
  bench.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) made_person_free);
  for (guint i = 0; i < N_PEOPLE; i++)
    g_ptr_array_add (bench.people, made_person_new (samples, rand, i));
  for (guint i = 0; i < N_ROWS; i++)
    {
      MadePerson *row = made_person_copy (g_ptr_array_index (bench.people, g_rand_int_range (rand, 0, N_PEOPLE)));

      made_person_change (row, i % MADE_N_CHANGES, rand);
      if (i % 2 == 0)
        g_clear_pointer (&row->citizen_id, g_free);
      g_ptr_array_add (bench.rows, row);
    }

  indexing = td_bench_seconds (build_index, &bench);
  joining = td_bench_seconds (build_join, &bench);
  td_bench_print ("filing 200000 persons to be matched", "s", indexing, "in a hash table by folded name", joining);
  td_bench_print ("memory of that", "MB", bench.index_bytes / 1e6, "hash table", bench.join_bytes / 1e6);
  matching = td_bench_seconds (match_rows, &bench);
  joining = td_bench_seconds (join_rows, &bench);
  what = g_strdup_printf ("matching 50000 rows, of which %u are known", bench.n_matched);
  g_print ("a hash join by folded name and birth knows %u\n", bench.n_joined);
  td_bench_print (what, "s", matching, "hash join", joining);

  td_match_index_free (bench.index);
  g_hash_table_unref (bench.join);
  g_ptr_array_unref (bench.rows);
  g_ptr_array_unref (bench.people);
  return 0;
}
