/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <sqlite3.h>

#include "td-change-log.h"
#include "td-random-jobs.h"

/* The check of an office finds nothing in an honest file and names what was done to another. */

#define LAST_FREE "(SELECT max(n.id) FROM nomination n WHERE NOT EXISTS (SELECT 1 FROM award WHERE nomination_id = n.id))"

static const struct
{
  const char *what;
  const char *sql;   /* done behind the program's back; NULL: nothing */
  const char *found; /* rules, without an anchor */
} cases[] = {
  { "honest", NULL, "" },
  { "the money of an award", "UPDATE award SET money = money + 10000 WHERE id = (SELECT min(id) FROM award WHERE money > 0)", "records-changed" },
  { "the name of a subject", "UPDATE subject SET post = 'Giám đốc' WHERE id = (SELECT min(id) FROM subject)", "records-changed" },
  { "a nomination removed", "DELETE FROM list_row WHERE nomination_id = " LAST_FREE "; DELETE FROM nomination WHERE id = " LAST_FREE "", "records-changed" },
  { "the name of an entry", "UPDATE change_entry SET name = 'Other' WHERE seq = 2", "log-chain" },
  { "the time of an entry", "UPDATE change_entry SET made_at = '2020-01-01T00:00:00Z' WHERE seq = 2", "log-chain" },
  { "who made the entries", "UPDATE change_actor SET name = 'Somebody else'", "log-chain" },
  { "the account of who made them", "UPDATE change_actor SET system_user = 'nobody'", "log-chain" },
  { "one entry given to another", "INSERT INTO change_actor (id, name, system_user) VALUES (99, 'X', 'x'); UPDATE change_entry SET actor_id = 99 WHERE seq = 2", "log-chain" },
  { "the reason of a barrier", "UPDATE change_entry SET barrier = NULL WHERE seq = (SELECT max(seq) FROM change_entry WHERE barrier IS NOT NULL)", "log-chain" },
  { "what an entry changed", "UPDATE change_entry SET changeset = x'' WHERE seq = 2", "log-chain, log-replay" },
  { "an entry undone that was not", "UPDATE change_entry SET state = 'undone' WHERE seq = (SELECT max(seq) FROM change_entry)", "records-changed" },
  { "an entry taken out", "DELETE FROM change_entry WHERE seq = 2", "log-gap, log-chain, log-replay" },
  { "the log's end cut off", "DELETE FROM change_entry WHERE seq = (SELECT max(seq) FROM change_entry)", "records-changed" },
  { "the log emptied", "DELETE FROM change_entry", "records-changed" },
  { "words to search taken out", "DELETE FROM subject_fts_key WHERE id = (SELECT min(id) FROM subject_fts_key)", "search-words" },
  { "words to search of another name", "UPDATE subject_fts_key SET words = 'khac' WHERE id = (SELECT min(id) FROM subject_fts_key)", "search-words" },
  { "a second office", "INSERT INTO office (uuid, name, place) VALUES ('x', 'Khác', 'Khác')", "office-record, records-changed" },
  { "a reference to nothing", "UPDATE nomination SET unit_id = 999999 WHERE id = (SELECT min(id) FROM nomination)", "reference-broken" },
};

/* Whether there is what the cases reach for: money, a nomination without an award, a barrier. */
static gboolean
has_all (TdTestOffice *office)
{
  sqlite3_stmt *statement;
  gboolean all;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (office->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT EXISTS (SELECT 1 FROM award WHERE money > 0) AND " LAST_FREE " IS NOT NULL AND EXISTS (SELECT 1 FROM change_entry WHERE barrier IS NOT NULL)", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  all = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return all;
}

/* An office that has issued something and worked on. */
static void
prepare (TdRandomOffice *random, TdTestOffice *office)
{
  td_random_office_begin (random, office, 9);
  for (guint i = 0; i < 40 || !has_all (office); i++)
    {
      td_random_office_run (random, td_random_office_choose (random));
      if (i >= 40)
        {
          td_random_office_run (random, td_random_job_find ("td_decision_issue_job"));
          td_random_office_run (random, td_random_job_find ("td_nomination_import_job"));
        }
    }
}

/* Another program has no search to keep. */
static void
touch_nothing (sqlite3_context *context, int n, sqlite3_value **values)
{
}

static void
tamper (TdTestOffice *office, const char *sql)
{
  char *message = NULL;
  sqlite3 *db;

  td_test_office_close (office);
  g_assert_cmpint (sqlite3_open_v2 (office->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_create_function (db, "td_search_touch", 2, SQLITE_UTF8, NULL, touch_nothing, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_total_changes (db), >, 0);
  sqlite3_close (db);
  td_test_office_reopen (office);
}

static gboolean
head_cb (TdConnection *connection, gpointer data, GError **error)
{
  *(char **) data = td_connection_dup_head (connection, error);
  return *(char **) data != NULL;
}

static char *
dup_head (TdTestOffice *office)
{
  char *head = NULL;

  g_assert_true (td_store_read (office->store, head_cb, &head, NULL, NULL));
  return head;
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  g_assert_true (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
}

/* One office for all cases; each works on a copy of it. */
static void
test_tampering (TdTestOffice *office, gconstpointer data)
{
  TdRandomOffice random;
  g_autofree char *honest = NULL;

  prepare (&random, office);
  honest = g_strconcat (office->path, ".honest", NULL);
  td_test_office_close (office);
  copy_file (office->path, honest);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].what);
      td_test_office_close (office);
      copy_file (honest, office->path);
      if (cases[i].sql != NULL)
        tamper (office, cases[i].sql);
      else
        td_test_office_reopen (office);
      found = td_random_office_check (&random, NULL);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
  td_random_office_end (&random);
}

/* An older copy is sound in itself; only an anchor noted later tells that the end is missing. */
static void
test_anchor (TdTestOffice *office, gconstpointer data)
{
  TdRandomOffice random;
  g_autofree char *older = NULL;
  g_autofree char *early = NULL;
  g_autofree char *late = NULL;
  g_autofree char *shouted = NULL;
  const struct
  {
    gboolean replaced;
    const char **anchor;
    const char *found;
  } questions[] = {
    { FALSE, (const char **) &early, "" },
    { FALSE, (const char **) &late, "" },
    { FALSE, (const char **) &shouted, "" },
    { TRUE, NULL, "" },
    { TRUE, (const char **) &early, "" },
    { TRUE, (const char **) &late, "log-anchor" },
  };

  prepare (&random, office);
  early = dup_head (office);
  older = g_strconcat (office->path, ".older", NULL);
  td_test_office_close (office);
  copy_file (office->path, older);
  td_test_office_reopen (office);
  while (!td_random_office_run (&random, td_random_job_find ("td_nomination_save_job")))
    ;
  late = dup_head (office);
  shouted = g_ascii_strup (late, -1);
  g_assert_cmpstr (early, !=, late);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *found = NULL;

      if (questions[i].replaced)
        {
          td_test_office_close (office);
          copy_file (older, office->path);
          td_test_office_reopen (office);
        }
      found = td_random_office_check (&random, questions[i].anchor != NULL ? *questions[i].anchor : NULL);
      g_assert_cmpstr (found, ==, questions[i].found);
    }
  td_random_office_end (&random);
}

#define add(path, func) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/office-check/tampering", test_tampering);
  add ("/office-check/anchor", test_anchor);
  return g_test_run ();
}
