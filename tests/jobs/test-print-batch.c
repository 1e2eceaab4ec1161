/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "td-print-batch-jobs.h"
#include "td-random-jobs.h"
#include "td-stock-jobs.h"

/* Batches at random: send, lose, settle, spoil, give up, print again, in any order, undone and redone, the office
 * closed and opened in between. SQLite alone sees after each step that no sheet is lost and none is counted
 * twice. */

#define N_STEPS  300
#define N_AWARDS 7
#define N_SHEETS 60

typedef struct
{
  TdRandomOffice random;
  GPtrArray *states; /* of text */
} Scenario;

static GHashTable *worked; /* constructors of jobs that changed something, with any seed */

static const char *const constructors[] = {
  "td_print_batch_begin_job", "td_print_batch_begin_job", "td_print_batch_sending_job", "td_print_batch_sending_job", "td_print_batch_sent_job", "td_print_batch_sent_job",
  "td_print_batch_returned_job", "td_print_batch_finished_job", "td_print_batch_finished_job", "td_print_batch_unclear_job", "td_print_batch_pause_job",
  "td_print_batch_settle_job", "td_print_batch_settle_job", "td_print_batch_give_up_job", "td_print_batch_reprint_job", "td_stock_spoil_job"
};

/* What must hold: each of these finds nothing. */
static const struct
{
  const char *what;
  const char *sql;
} laws[] = {
  { "a certificate on two good sheets", "SELECT award_id FROM stock_sheet WHERE state IN ('printed', 'reserved') GROUP BY award_id HAVING count(*) > 1" },
  { "a certificate twice in one batch", "SELECT award_id FROM print_page WHERE state IN ('waiting', 'sent', 'printed') GROUP BY batch_id, award_id HAVING count(*) > 1" },
  { "a certificate in two open batches", "SELECT award_id FROM print_page WHERE state IN ('waiting', 'sent') GROUP BY award_id HAVING count(*) > 1" },
  { "a sheet of two live pages", "SELECT sheet_id FROM print_page WHERE sheet_id IS NOT NULL AND state <> 'dropped' GROUP BY sheet_id HAVING count(*) > 1" },
  { "a sheet kept for nobody", "SELECT id FROM stock_sheet s WHERE state = 'reserved' AND NOT EXISTS (SELECT 1 FROM print_page p WHERE p.sheet_id = s.id AND p.award_id = s.award_id AND p.state IN ('waiting', 'sent'))" },
  { "a free sheet with a name on it", "SELECT id FROM stock_sheet WHERE state = 'free' AND (award_id IS NOT NULL OR used_on IS NOT NULL)" },
  { "a printed page whose sheet is not", "SELECT p.id FROM print_page p JOIN stock_sheet s ON s.id = p.sheet_id WHERE p.state = 'printed' AND (s.state NOT IN ('printed', 'spoiled') OR s.award_id <> p.award_id)" },
  { "a printed sheet without its page", "SELECT id FROM stock_sheet s WHERE state = 'printed' AND NOT EXISTS (SELECT 1 FROM print_page p WHERE p.sheet_id = s.id AND p.state = 'printed')" },
  { "a spoiled page whose sheet is not", "SELECT p.id FROM print_page p JOIN stock_sheet s ON s.id = p.sheet_id WHERE p.state = 'spoiled' AND s.state <> 'spoiled'" },
  { "sheets not in the order of the pages", "SELECT a.id FROM print_page a JOIN print_page b ON a.batch_id = b.batch_id AND a.position < b.position AND a.state = 'waiting' AND b.state = 'waiting'"
                                            " JOIN stock_sheet x ON x.id = a.sheet_id JOIN stock_sheet y ON y.id = b.sheet_id WHERE x.number > y.number" },
  { "a waiting page in no prepared chunk", "SELECT p.id FROM print_page p LEFT JOIN print_chunk c ON c.id = p.chunk_id WHERE p.state = 'waiting' AND coalesce(c.state, '') NOT IN ('prepared', 'sending')" },
  { "an empty prepared chunk", "SELECT id FROM print_chunk c WHERE state = 'prepared' AND NOT EXISTS (SELECT 1 FROM print_page p WHERE p.chunk_id = c.id)" },
  { "a wrong count", "SELECT id FROM print_batch b WHERE coalesce(n_printed, 0) <> (SELECT count(*) FROM print_page p WHERE p.batch_id = b.id AND state = 'printed')"
                     " OR coalesce(n_sent, 0) <> (SELECT count(*) FROM print_page p WHERE p.batch_id = b.id AND state = 'sent')" },
  { "a batch that is done and is not", "SELECT id FROM print_batch b WHERE state IN ('done', 'given_up') AND EXISTS (SELECT 1 FROM print_page p WHERE p.batch_id = b.id AND state IN ('waiting', 'sent'))" },
  { "sheets lost", "SELECT 1 WHERE (SELECT count(*) FROM stock_sheet) <> 60" },
};

static void
assert_laws (Scenario *scenario)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (scenario->random.office->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (laws); i++)
    {
      sqlite3_stmt *statement;

      g_assert_cmpint (sqlite3_prepare_v2 (db, laws[i].sql, -1, &statement, NULL), ==, SQLITE_OK);
      if (sqlite3_step (statement) != SQLITE_DONE)
        g_error ("%s: %s", laws[i].what, sqlite3_column_text (statement, 0));
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
}

static void
run (TdTestOffice *office, TdJob *job)
{
  g_autoptr (TdJob) own = job;
  g_autoptr (GError) error = NULL;

  td_job_run (own, office->store, NULL, &error);
  g_assert_no_error (error);
}

/* The decision that is issued; nothing before it can be undone. */
static gboolean
add_decision (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_GIVER);
  g_autoptr (TdGiver) giver = td_connection_find (connection, query, error);
  gint64 giver_id = td_entity_get_id (TD_ENTITY (giver));
  g_autoptr (TdDecision) decision = g_object_new (TD_TYPE_DECISION, "giver-id", giver_id, "state", "issued", "title", "Tặng Bằng khen", "number", "87/QĐ-UBND", "date", "2026-02-10", "achievement", "Đã có thành tích", "signer-capacity", "CHỦ TỊCH", "signer-position", "CHỦ TỊCH", "signer-name", "Người Ký", NULL);

  if (!td_connection_insert (connection, decision, error))
    return FALSE;
  for (int i = 1; i <= N_AWARDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Người Thử %d", i);
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", name, NULL);
      g_autoptr (TdAward) award = NULL;

      if (!td_connection_insert (connection, subject, error))
        return FALSE;
      award = g_object_new (TD_TYPE_AWARD, "decision-id", td_entity_get_id (TD_ENTITY (decision)), "subject-id", td_entity_get_id (TD_ENTITY (subject)), "giver-id", giver_id, "position", (gint64) i,
                            "subject-name", name, "printed-name", name, "award-form", "Bằng khen", "register-year", (gint64) 2026, "register-number", (gint64) i, NULL);
      if (!td_connection_insert (connection, award, error))
        return FALSE;
    }
  td_connection_set_barrier (connection, "issued");
  return TRUE;
}

static void
begin (Scenario *scenario, TdTestOffice *office, guint32 seed)
{
  g_autoptr (TdStock) stock = g_object_new (TD_TYPE_STOCK, "name", "Phôi", "width", (gint64) 420000, "height", (gint64) 297000, NULL);
  g_autoptr (TdStockPack) pack = g_object_new (TD_TYPE_STOCK_PACK, "stock-id", (gint64) 1, "received-on", "2026-01-01", "n-sheets", (gint64) N_SHEETS, NULL);

  td_random_office_begin (&scenario->random, office, seed);
  td_test_office_write (office, add_decision, NULL);
  run (office, td_stock_add_job (stock, NULL));
  run (office, td_stock_receive_job (pack));
  scenario->states = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (scenario->states, td_random_office_dump (&scenario->random));
}

static void
end (Scenario *scenario)
{
  td_random_office_end (&scenario->random);
  g_ptr_array_unref (scenario->states);
}

static void
assert_state (Scenario *scenario, guint n)
{
  g_autofree char *now = td_random_office_dump (&scenario->random);

  if (g_strcmp0 (now, g_ptr_array_index (scenario->states, n)) != 0)
    g_error ("the office is not as it was after change %u", n);
}

static void
step (Scenario *scenario, const char *constructor)
{
  gint64 head = td_random_office_head (&scenario->random);

  td_random_office_run (&scenario->random, td_random_job_find (constructor));
  assert_laws (scenario);
  if (td_random_office_head (&scenario->random) == head)
    {
      assert_state (scenario, scenario->states->len - 1);
      return;
    }
  g_ptr_array_add (scenario->states, td_random_office_dump (&scenario->random));
  g_hash_table_add (worked, (gpointer) constructor);
}

static void
go_back (Scenario *scenario)
{
  guint last = scenario->states->len - 1;
  guint wanted = 1 + td_random_below (&scenario->random, 6); /* MIN takes its arguments twice */
  guint n = MIN (last, wanted);
  guint n_redone = td_random_one_in (&scenario->random, 2) ? n : td_random_below (&scenario->random, n + 1);

  for (guint i = 1; i <= n; i++)
    {
      td_test_office_undo (scenario->random.office);
      assert_state (scenario, last - i);
      assert_laws (scenario);
    }
  if (td_random_one_in (&scenario->random, 4))
    td_test_office_reopen (scenario->random.office);
  for (guint i = 1; i <= n_redone; i++)
    {
      td_test_office_redo (scenario->random.office);
      assert_state (scenario, last - n + i);
    }
  g_ptr_array_set_size (scenario->states, (int) (last - n + n_redone + 1));
}

static void
test_random (TdTestOffice *office, gconstpointer data)
{
  Scenario scenario = { 0 };

  begin (&scenario, office, GPOINTER_TO_UINT (data));
  assert_laws (&scenario);
  for (guint i = 0; i < N_STEPS; i++)
    {
      step (&scenario, constructors[td_random_below (&scenario.random, G_N_ELEMENTS (constructors))]);
      if (td_random_one_in (&scenario.random, 20) && scenario.states->len > 1)
        go_back (&scenario);
    }
  end (&scenario);
}

static void
assert_worked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (constructors); i++)
    if (!g_hash_table_contains (worked, constructors[i]))
      g_error ("%s never changed anything", constructors[i]);
}

int
main (int argc, char *argv[])
{
  int code;

  g_test_init (&argc, &argv, NULL);
  worked = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/print-batch/random/%u", seed);

      g_test_add (name, TdTestOffice, GUINT_TO_POINTER (seed), td_test_office_set_up, test_random, td_test_office_tear_down);
    }
  code = g_test_run ();
  if (code == 0)
    assert_worked ();
  g_hash_table_unref (worked);
  return code;
}
