/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "td-test-office.h"

void
td_test_office_reopen (TdTestOffice *office)
{
  g_autoptr (GError) error = NULL;

  td_test_office_close (office);
  office->store = td_store_open (office->path, TD_STORE_WRITE, "Tester", &error);
  g_assert_no_error (error);
}

void
td_test_office_set_up (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  office->folder = g_dir_make_tmp ("thidua-XXXXXX", &error);
  g_assert_no_error (error);
  office->path = g_build_filename (office->folder, "test.thidua", NULL);
  td_store_create (office->path, &error);
  g_assert_no_error (error);
  td_test_office_reopen (office);
}

void
td_test_office_close (TdTestOffice *office)
{
  if (office->store == NULL)
    return;
  /* Let "changed" be told, so that nothing holds the store any more. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  td_store_close (office->store);
  g_assert_finalize_object (g_steal_pointer (&office->store));
}

void
td_test_office_tear_down (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  td_test_office_close (office);
  dir = g_dir_open (office->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (office->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (office->folder);
  g_free (office->path);
  g_free (office->folder);
}

void
td_test_office_write (TdTestOffice *office, TdStoreFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  td_store_write (office->store, "Test", func, data, NULL, &error);
  g_assert_no_error (error);
}

void
td_test_office_undo (TdTestOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = td_store_undo (office->store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (name);
}

void
td_test_office_redo (TdTestOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = td_store_redo (office->store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (name);
}

static void
dump_table (sqlite3 *db, const char *table, GString *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_string_append_printf (dump, "== %s\n", table);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (dump, "%s|", sqlite3_column_text (statement, i) != NULL ? (const char *) sqlite3_column_text (statement, i) : "NULL");
      g_string_append_c (dump, '\n');
    }
  sqlite3_finalize (statement);
}

/* Everything in the file but the log, the search tables and the private keys, which undo does not reach;
 * read by SQLite alone. */
char *
td_test_office_dump (TdTestOffice *office)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  GString *dump = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (office->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db,
                      /* Attachments and secrets are outside what is undone. */
                      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'change@_%' ESCAPE '@' AND name NOT IN ('attachment', 'signing_secret')"
                      " AND name NOT LIKE '%@_fts%' ESCAPE '@' ORDER BY name",
                      -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    dump_table (db, (const char *) sqlite3_column_text (statement, 0), dump);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free (dump, FALSE);
}

void
td_test_office_assert_dump (TdTestOffice *office, const char *expected)
{
  g_autofree char *dump = td_test_office_dump (office);

  g_assert_cmpstr (dump, ==, expected);
}
