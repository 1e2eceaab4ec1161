/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "td-random-jobs.h"

/* All jobs in random order, the office file closed and opened again in between: undoing gives
 * every earlier state back, redoing every later one, exactly. */

#define N_CHANGES 120 /* for each seed */

static const guint32 seeds[] = { 1, 2, 3, 20261120 };

typedef struct
{
  TdRandomOffice random;
  GPtrArray *states;  /* of text: the office after each change, the first before any */
  GHashTable *worked; /* constructors of jobs that changed something */
} Scenario;

static void
scenario_begin (Scenario *scenario, TdTestOffice *office, guint32 seed)
{
  td_random_office_begin (&scenario->random, office, seed);
  scenario->states = g_ptr_array_new_with_free_func (g_free);
  scenario->worked = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (scenario->states, td_random_office_dump (&scenario->random));
}

static void
scenario_end (Scenario *scenario)
{
  td_random_office_end (&scenario->random);
  g_ptr_array_unref (scenario->states);
  g_hash_table_unref (scenario->worked);
}

static const char *
state (Scenario *scenario, guint n)
{
  return g_ptr_array_index (scenario->states, n);
}

static void
assert_state (Scenario *scenario, guint n)
{
  g_autofree char *now = td_random_office_dump (&scenario->random);

  if (g_strcmp0 (now, state (scenario, n)) != 0)
    g_error ("the office is not as it was after change %u:\n%s\n--- but ---\n%s", n, state (scenario, n), now);
}

static void
reopen_sometimes (Scenario *scenario)
{
  if (g_rand_int_range (scenario->random.rand, 0, 8) == 0)
    td_test_office_reopen (scenario->random.office);
}

/* Undoes and redoes a few changes. */
static void
go_back_and_forth (Scenario *scenario)
{
  guint last = scenario->states->len - 1;
  guint wanted = g_rand_int_range (scenario->random.rand, 1, 5); /* MIN takes its arguments twice */
  guint n = MIN (last, wanted);

  for (guint i = 1; i <= n; i++)
    {
      td_test_office_undo (scenario->random.office);
      assert_state (scenario, last - i);
    }
  reopen_sometimes (scenario);
  for (guint i = 1; i <= n; i++)
    {
      td_test_office_redo (scenario->random.office);
      assert_state (scenario, last - n + i);
    }
}

/* Runs a job; remembers the office when it left an entry, and sees that nothing changed when it
 * did not. */
static void
step (Scenario *scenario, const TdRandomJob *job)
{
  gint64 head = td_random_office_head (&scenario->random);
  g_autofree char *now = NULL;

  if (job->before != NULL)
    {
      step (scenario, job->before);
      head = td_random_office_head (&scenario->random);
    }
  g_test_message ("%u: %s", scenario->states->len, job->constructor);
  td_random_office_run (&scenario->random, job);
  if (td_random_office_head (&scenario->random) == head)
    {
      assert_state (scenario, scenario->states->len - 1);
      return;
    }
  g_assert_true (job->writes);
  now = td_random_office_dump (&scenario->random);
  g_assert_cmpstr (now, !=, state (scenario, scenario->states->len - 1));
  g_ptr_array_add (scenario->states, g_steal_pointer (&now));
  g_hash_table_add (scenario->worked, (gpointer) job->constructor);
}

/* Now and then one that has not changed anything yet: the rarer ones get their turn. */
static const TdRandomJob *
choose (Scenario *scenario)
{
  guint first = td_random_below (&scenario->random, td_n_random_jobs);

  if (!td_random_one_in (&scenario->random, 3))
    return td_random_office_choose (&scenario->random);
  for (guint i = 0; i < td_n_random_jobs; i++)
    {
      const TdRandomJob *job = &td_random_jobs[(first + i) % td_n_random_jobs];

      if (job->writes && job->weight > 0 && !g_hash_table_contains (scenario->worked, job->constructor))
        return job;
    }
  return td_random_office_choose (&scenario->random);
}

static void
act (Scenario *scenario, guint n_states)
{
  while (scenario->states->len < n_states)
    {
      step (scenario, choose (scenario));
      reopen_sometimes (scenario);
      if (g_rand_int_range (scenario->random.rand, 0, 15) == 0 && scenario->states->len > 1)
        go_back_and_forth (scenario);
    }
}

/* The index of words answers for what is there, says FTS5 itself. */
static void
assert_index_fits (TdTestOffice *office)
{
  static const char *const tables[] = { "unit", "plan", "subject", "decision", "award", "giver", "bloc", "stock", "stock_sheet", "calibration", "ceremony", "kit_part" };
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (office->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *known = g_strdup_printf ("SELECT 1 FROM %s_fts", tables[i]);
      g_autofree char *check = g_strdup_printf ("INSERT INTO %s_fts (%s_fts, rank) VALUES ('integrity-check', 1)", tables[i], tables[i]);

      if (sqlite3_exec (db, known, NULL, NULL, NULL) == SQLITE_OK)
        g_assert_cmpint (sqlite3_exec (db, check, NULL, NULL, NULL), ==, SQLITE_OK);
    }
  sqlite3_close (db);
}

static void
assert_sound (Scenario *scenario)
{
  g_autofree char *found = td_random_office_check (&scenario->random, NULL);

  g_assert_cmpstr (found, ==, "");
  assert_index_fits (scenario->random.office);
}

static void
undo_to (Scenario *scenario, guint first)
{
  for (guint i = scenario->states->len - 1; i > first; i--)
    {
      td_test_office_undo (scenario->random.office);
      assert_state (scenario, i - 1);
      reopen_sometimes (scenario);
    }
}

static void
redo_from (Scenario *scenario, guint first)
{
  g_autoptr (GError) error = NULL;

  for (guint i = first + 1; i < scenario->states->len; i++)
    {
      td_test_office_redo (scenario->random.office);
      assert_state (scenario, i);
      reopen_sometimes (scenario);
    }
  g_assert_null (td_store_redo (scenario->random.office->store, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_NOTHING);
}

/* A job that has changed nothing yet with any seed. */
static const TdRandomJob *
find_idle (Scenario *scenario, GHashTable *worked_ever)
{
  for (guint i = 0; i < td_n_random_jobs; i++)
    {
      const TdRandomJob *job = &td_random_jobs[i];

      if (job->writes && job->weight > 0 && !g_hash_table_contains (worked_ever, job->constructor) && !g_hash_table_contains (scenario->worked, job->constructor))
        return job;
    }
  return NULL;
}

/* Some jobs rarely find something to do: with the last seed it goes on until each had its turn. */
static void
act_till_all_worked (Scenario *scenario, GHashTable *worked_ever)
{
  const TdRandomJob *idle;

  while ((idle = find_idle (scenario, worked_ever)) != NULL && scenario->states->len < 4 * N_CHANGES)
    {
      step (scenario, idle);
      act (scenario, scenario->states->len + 1);
    }
  if (idle != NULL)
    g_error ("%s never changed anything", idle->constructor);
}

static void
test_everything (TdTestOffice *office, gconstpointer data)
{
  static GHashTable *worked_ever;
  Scenario scenario;

  scenario_begin (&scenario, office, *(const guint32 *) data);
  act (&scenario, N_CHANGES + 1);
  if (worked_ever == NULL)
    worked_ever = g_hash_table_new (g_str_hash, g_str_equal);
  if (data == &seeds[G_N_ELEMENTS (seeds) - 1])
    act_till_all_worked (&scenario, worked_ever);
  assert_sound (&scenario);
  undo_to (&scenario, 0);
  assert_sound (&scenario);
  redo_from (&scenario, 0);
  assert_sound (&scenario);

  for (guint i = 0; i < td_n_random_jobs; i++)
    if (g_hash_table_contains (scenario.worked, td_random_jobs[i].constructor))
      g_hash_table_add (worked_ever, (gpointer) td_random_jobs[i].constructor);
  if (data == &seeds[G_N_ELEMENTS (seeds) - 1])
    g_clear_pointer (&worked_ever, g_hash_table_unref);
  scenario_end (&scenario);
}

/* What is issued stays issued: undo stops there and goes no further, before and after more work. */
static void
test_barrier (TdTestOffice *office, gconstpointer data)
{
  const TdRandomJob *issue = td_random_job_find ("td_decision_issue_job");
  g_autoptr (GError) error = NULL;
  Scenario scenario;
  guint issued = 0;

  scenario_begin (&scenario, office, *(const guint32 *) data);
  while (issued == 0)
    {
      guint before = scenario.states->len;

      step (&scenario, issue);
      if (scenario.states->len > before)
        issued = before;
      else
        act (&scenario, before + 10);
    }
  g_assert_null (td_store_undo (office->store, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_BARRIER);
  g_clear_error (&error);
  assert_state (&scenario, issued);

  for (guint i = 0; i < 20; i++)
    {
      step (&scenario, td_random_office_choose (&scenario.random));
      reopen_sometimes (&scenario);
    }
  undo_to (&scenario, issued);
  g_assert_null (td_store_undo (office->store, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_BARRIER);
  assert_state (&scenario, issued);
  assert_sound (&scenario);
  redo_from (&scenario, issued);
  assert_sound (&scenario);
  scenario_end (&scenario);
}

/* A new job fails here until it takes part. */
static void
test_table_is_complete (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "jobs", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("^TdJob \\*(td_[a-z_]+_job) \\(", G_REGEX_MULTILINE, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_str_has_suffix (name, ".h") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *constructor = g_match_info_fetch (match, 1);

          if (td_random_job_find (constructor) == NULL)
            g_error ("%s: add %s to the table of jobs", name, constructor);
          n++;
        }
    }
  g_assert_cmpuint (n, ==, td_n_random_jobs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo-property/table", test_table_is_complete);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *everything = g_strdup_printf ("/undo-property/everything/%u", seeds[i]);
      g_autofree char *barrier = g_strdup_printf ("/undo-property/barrier/%u", seeds[i]);

      g_test_add (everything, TdTestOffice, &seeds[i], td_test_office_set_up, test_everything, td_test_office_tear_down);
      if (i < 2)
        g_test_add (barrier, TdTestOffice, &seeds[i], td_test_office_set_up, test_barrier, td_test_office_tear_down);
    }
  return g_test_run ();
}
