/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>

#include "td-change-log.h"
#include "td-finding.h"
#include "td-model.h"
#include "td-test-office.h"

typedef struct
{
  const char *name;
  const char *bytes;
  char *hash;
} Given;

static gboolean
attach_cb (TdConnection *connection, gpointer data, GError **error)
{
  Given *given = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (given->bytes, strlen (given->bytes));
  g_autoptr (TdUnderlay) underlay = NULL;

  g_free (given->hash);
  given->hash = td_connection_attach (connection, bytes, error);
  if (given->hash == NULL)
    return FALSE;
  underlay = g_object_new (TD_TYPE_UNDERLAY, "template-name", given->name, "image", given->hash, NULL);
  return td_connection_insert (connection, underlay, error);
}

static gboolean
read_cb (TdConnection *connection, gpointer data, GError **error)
{
  Given *given = data;
  g_autoptr (GBytes) bytes = td_connection_get_attachment (connection, given->hash, error);

  if (bytes == NULL)
    return FALSE;
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), given->bytes, strlen (given->bytes));
  return TRUE;
}

static void
assert_kept (TdTestOffice *office, Given *given, gboolean kept)
{
  g_autoptr (GError) error = NULL;

  if (kept)
    {
      td_store_read (office->store, read_cb, given, NULL, &error);
      g_assert_no_error (error);
      return;
    }
  g_assert_false (td_store_read (office->store, read_cb, given, NULL, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_FOUND);
}

/* With SQLite alone: what the store itself says is not asked. */
static gint64
ask (const char *path, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 number = -1;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

static void
test_share (TdTestOffice *office, gconstpointer data)
{
  Given first = { "a", "picture", NULL };
  Given second = { "b", "picture", NULL };

  td_test_office_write (office, attach_cb, &first);
  td_test_office_write (office, attach_cb, &second);
  /* sha256sum of "picture" */
  g_assert_cmpstr (first.hash, ==, "2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97");
  g_assert_cmpstr (first.hash, ==, second.hash);
  assert_kept (office, &first, TRUE);
  td_test_office_close (office);
  g_assert_cmpint (ask (office->path, "SELECT count(*) FROM attachment"), ==, 1);
  /* the bytes are not in the log */
  g_assert_cmpint (ask (office->path, "SELECT count(*) FROM change_entry WHERE instr(changeset, CAST('picture' AS BLOB))"), ==, 0);
  td_test_office_reopen (office);
  g_free (first.hash);
  g_free (second.hash);
}

static gboolean
check_cb (TdConnection *connection, gpointer data, GError **error)
{
  return td_integrity_check (connection, data, error);
}

/* Undone, noted, kept for a month, dropped. */
static void
test_collect (TdTestOffice *office, gconstpointer data)
{
  Given given = { "a", "scan", NULL };
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (GError) error = NULL;

  td_test_office_write (office, attach_cb, &given);
  td_test_office_reopen (office);
  td_test_office_undo (office);
  assert_kept (office, &given, TRUE);
  td_test_office_close (office);
  g_assert_cmpint (ask (office->path, "SELECT count(*) FROM attachment WHERE unused_since IS NULL"), ==, 1);
  td_test_office_reopen (office);
  td_test_office_close (office);
  g_assert_cmpint (ask (office->path, "SELECT count(*) FROM attachment WHERE unused_since = date('now')"), ==, 1);

  /* brought back: in use again */
  td_test_office_reopen (office);
  td_test_office_redo (office);
  td_test_office_reopen (office);
  td_test_office_close (office);
  g_assert_cmpint (ask (office->path, "SELECT count(*) FROM attachment WHERE unused_since IS NULL"), ==, 1);
  td_test_office_reopen (office);
  td_test_office_undo (office);
  td_test_office_close (office);
  ask (office->path, "UPDATE attachment SET unused_since = date('now', '-30 days')");
  td_test_office_reopen (office);
  assert_kept (office, &given, TRUE);
  td_test_office_close (office);
  ask (office->path, "UPDATE attachment SET unused_since = date('now', '-31 days')");
  td_test_office_reopen (office);
  assert_kept (office, &given, FALSE);

  td_test_office_redo (office);
  td_store_read (office->store, check_cb, findings, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((const TdFinding *) g_ptr_array_index (findings, 0))->rule, ==, "attachment-missing");
  g_free (given.hash);
}

#define ADD(name, func) g_test_add (name, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/attachments/share", test_share);
  ADD ("/attachments/collect", test_collect);
  return g_test_run ();
}
