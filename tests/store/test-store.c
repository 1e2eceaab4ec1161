/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "td-change-log.h"
#include "td-model.h"
#include "td-store.h"
#include "td-test-office.h"

/* The store with real files: records, search, order, transactions, undo and redo. */

typedef struct
{
  TdConnection *connection;
  const char *const *names;
} Names;

static gboolean
insert_people (TdConnection *connection, gpointer data, GError **error)
{
  for (const char *const *name = data; *name != NULL; name++)
    {
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", *name, NULL);

      if (!td_connection_insert (connection, subject, error))
        return FALSE;
      g_assert_cmpint (td_entity_get_id (TD_ENTITY (subject)), >, 0);
    }
  return TRUE;
}

typedef struct
{
  TdQuery *query;
  GString *names;
} Listing;

static gboolean
collect_names (TdConnection *connection, gpointer data, GError **error)
{
  Listing *listing = data;
  g_autoptr (GPtrArray) rows = td_connection_list (connection, listing->query, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_string_append_printf (listing->names, "%s%s", i > 0 ? "; " : "",
                            ((TdSubject *) g_ptr_array_index (rows, i))->name);
  return rows != NULL;
}

static char *
list_names (TdStore *store, const char *search, const char *order, gboolean descending)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  g_autoptr (GError) error = NULL;
  Listing listing = { query, g_string_new (NULL) };

  td_query_search (query, search);
  td_query_order_by (query, order, descending);
  td_store_read (store, collect_names, &listing, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (listing.names, FALSE);
}

static const char *const people[] = {
  "Nguyễn Văn Đạt",
  "Trần Thị Hòa",
  "Lê Hoà",
  "Y Bhiông Niê",
  "H’Ăng Niê",
  "Đặng Thị Ánh",
  "Phạm An",
  NULL,
};

static void
test_order (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  td_test_office_write (office, insert_people, (gpointer) people);
  up = list_names (office->store, NULL, "name", FALSE);
  g_assert_cmpstr (up, ==, "Phạm An; Đặng Thị Ánh; Nguyễn Văn Đạt; H’Ăng Niê; Lê Hoà; Trần Thị Hòa; Y Bhiông Niê");
  down = list_names (office->store, NULL, "name", TRUE);
  g_assert_true (g_str_has_prefix (down, "Y Bhiông Niê; Trần Thị Hòa"));
}

static const struct
{
  const char *typed;
  const char *found; /* in the order of the list */
} searches[] = {
  { "hoa", "Lê Hoà; Trần Thị Hòa" },
  { "hoà", "Lê Hoà; Trần Thị Hòa" },
  { "hòa", "Lê Hoà; Trần Thị Hòa" },
  { "hóa", "" },
  { "dat", "Nguyễn Văn Đạt" },
  { "d", "Đặng Thị Ánh; Nguyễn Văn Đạt" },
  { "đ", "Đặng Thị Ánh; Nguyễn Văn Đạt" },
  { "h'ang", "H’Ăng Niê" },
  { "H’Ăng", "H’Ăng Niê" },
  { "nie", "H’Ăng Niê; Y Bhiông Niê" },
  { "thi anh", "Đặng Thị Ánh" },
  { "anh thi", "Đặng Thị Ánh" },
  { "nobody", "" },
  { "\"*()", "" },
};

static void
test_search (TdTestOffice *office, gconstpointer data)
{
  td_test_office_write (office, insert_people, (gpointer) people);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *found = list_names (office->store, searches[i].typed, "name", FALSE);

      g_assert_cmpstr (found, ==, searches[i].found);
    }
}

static void
test_undo_redo (TdTestOffice *office, gconstpointer data)
{
  static const char *const more[] = { "Vũ Minh", NULL };
  g_autofree char *empty = td_test_office_dump (office);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autoptr (GError) error = NULL;

  td_test_office_write (office, insert_people, (gpointer) people);
  one = td_test_office_dump (office);
  td_test_office_write (office, insert_people, (gpointer) more);
  two = td_test_office_dump (office);

  td_test_office_undo (office);
  td_test_office_assert_dump (office, one);
  td_test_office_reopen (office);
  td_test_office_undo (office);
  td_test_office_assert_dump (office, empty);
  {
    g_autofree char *name = td_store_undo (office->store, &error);

    g_assert_null (name);
    g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_NOTHING);
    g_clear_error (&error);
  }
  td_test_office_redo (office);
  td_test_office_assert_dump (office, one);
  td_test_office_reopen (office);
  td_test_office_redo (office);
  td_test_office_assert_dump (office, two);
  g_assert_null (td_store_redo (office->store, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_NOTHING);
  /* The derived tables followed. */
  g_clear_error (&error);
  {
    g_autofree char *found = list_names (office->store, "minh", "name", FALSE);

    g_assert_cmpstr (found, ==, "Vũ Minh");
  }
}

static void
test_redo_is_dropped_by_new_work (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  td_test_office_write (office, insert_people, (gpointer) people);
  td_test_office_undo (office);
  td_test_office_write (office, insert_people, (gpointer) people);
  g_assert_null (td_store_redo (office->store, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_NOTHING);
}

static gboolean
insert_with_barrier (TdConnection *connection, gpointer data, GError **error)
{
  td_connection_set_barrier (connection, "issued");
  return insert_people (connection, data, error);
}

static void
test_barrier (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  td_test_office_write (office, insert_with_barrier, (gpointer) people);
  before = td_test_office_dump (office);
  g_assert_null (td_store_undo (office->store, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_BARRIER);
  g_assert_cmpstr (error->message, ==, "issued");
  td_test_office_assert_dump (office, before);
}

static gboolean
insert_then_fail (TdConnection *connection, gpointer data, GError **error)
{
  if (!insert_people (connection, data, error))
    return FALSE;
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED, "on purpose");
  return FALSE;
}

static void
test_failure_leaves_nothing (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *before = td_test_office_dump (office);
  g_autoptr (GError) error = NULL;

  g_assert_false (td_store_write (office->store, "Fails", insert_then_fail, (gpointer) people, NULL, &error));
  g_assert_cmpstr (error->message, ==, "on purpose");
  td_test_office_assert_dump (office, before);
}

static void
test_one_writer (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) second = td_store_open (office->path, TD_STORE_WRITE, "Second", &error);

  g_assert_null (second);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_HELD);
  g_assert_nonnull (strstr (error->message, "Tester"));
  g_clear_error (&error);

  second = td_store_open (office->path, TD_STORE_WRITE_IF_FREE, "Second", &error);
  g_assert_no_error (error);
  g_assert_true (td_store_is_read_only (second));
  g_assert_false (td_store_write (second, "No", insert_people, (gpointer) people, NULL, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY);
  td_store_close (second);
}

static void
test_one_file_when_closed (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  td_test_office_write (office, insert_people, (gpointer) people);
  td_test_office_close (office);
  dir = g_dir_open (office->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
  {
    GStatBuf status;

    g_assert_cmpint (g_stat (office->path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  }
}

static void
set_header (const char *path, const char *pragma)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, pragma, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_newer_file_is_refused (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  td_test_office_close (office);
  set_header (office->path, "PRAGMA user_version = 9999");
  g_file_get_contents (office->path, &before, &n_before, NULL);
  g_assert_null (td_store_open (office->path, TD_STORE_WRITE, "Tester", &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_TOO_NEW);
  g_file_get_contents (office->path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
assert_finds (TdConnection *connection, const char *search, const char *order, const char *expected)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Listing listing = { query, names };

  td_query_search (query, search);
  td_query_order_by (query, order, FALSE);
  collect_names (connection, &listing, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (names->str, ==, expected);
}

static gboolean
work_on_people (TdConnection *connection, gpointer data, GError **error)
{
  static const char *const first[] = { "Vũ Minh", "Lê Hoà", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  g_autoptr (TdSubject) minh = NULL;
  g_autoptr (TdSubject) hoa = NULL;

  g_assert_true (insert_people (connection, (gpointer) first, error));
  assert_finds (connection, NULL, "name", "Lê Hoà; Vũ Minh");
  assert_finds (connection, "minh", NULL, "Vũ Minh");
  td_query_where_text (query, "name", "Vũ Minh");
  minh = td_connection_find (connection, query, error);
  g_object_set (minh, "name", "Vũ Ánh", NULL);
  g_assert_true (td_connection_update (connection, minh, error));
  assert_finds (connection, NULL, "name", "Vũ Ánh; Lê Hoà");
  assert_finds (connection, "minh", "name", "");
  assert_finds (connection, "anh", NULL, "Vũ Ánh");
  hoa = td_connection_get (connection, TD_TYPE_SUBJECT, 2, error);
  g_assert_true (td_connection_delete (connection, hoa, error));
  assert_finds (connection, "hoa", "name", "");
  assert_finds (connection, "hoa", NULL, "");
  return TRUE;
}

/* A transaction finds what it has done itself, and the office what it left. */
static void
test_search_inside (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *found = NULL;

  td_test_office_write (office, work_on_people, NULL);
  all = list_names (office->store, NULL, "name", FALSE);
  found = list_names (office->store, "ánh", "name", FALSE);
  g_assert_cmpstr (all, ==, "Vũ Ánh");
  g_assert_cmpstr (found, ==, "Vũ Ánh");
}

/* How many changes SQLite itself finds in the changeset of the last entry. */
static guint
count_by_sqlite (const char *path)
{
  sqlite3_changeset_iter *iter;
  sqlite3_stmt *statement;
  sqlite3 *db;
  guint n = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT changeset FROM change_entry ORDER BY seq DESC LIMIT 1", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3changeset_start (&iter, sqlite3_column_bytes (statement, 0), (void *) sqlite3_column_blob (statement, 0)), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    n++;
  sqlite3changeset_finalize (iter);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return n;
}

/* Names of every length of a length: of one byte, of two, of three. */
static gboolean
insert_long (TdConnection *connection, gpointer data, GError **error)
{
  const guint lengths[] = { 1, 127, 128, 16383, 16384, 70000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = g_strnfill (lengths[i], 'T');
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", name, NULL);
      g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", name, NULL);

      if (!td_connection_insert (connection, subject, error) || !td_connection_insert (connection, unit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_and_delete (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdSubject) first = td_connection_get (connection, TD_TYPE_SUBJECT, 1, error);
  g_autoptr (TdSubject) second = td_connection_get (connection, TD_TYPE_SUBJECT, 2, error);

  g_object_set (first, "name", "T", "post", "Giám đốc", NULL);
  return td_connection_update (connection, first, error) && td_connection_delete (connection, second, error)
         && insert_people (connection, (gpointer) people, error);
}

static gboolean
get_last (TdConnection *connection, gpointer data, GError **error)
{
  *(GPtrArray **) data = td_change_log_list (connection, 1, error);
  return *(GPtrArray **) data != NULL;
}

static void
test_counted_changes (TdTestOffice *office, gconstpointer data)
{
  const TdStoreFunc steps[] = { insert_long, change_and_delete };
  const guint expected[] = { 12, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GError) error = NULL;

      td_test_office_write (office, steps[i], NULL);
      td_store_read (office->store, get_last, &changes, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (((TdChange *) g_ptr_array_index (changes, 0))->n_changes, ==, expected[i]);
      g_assert_cmpuint (count_by_sqlite (office->path), ==, expected[i]);
    }
}

static gboolean
insert_placed (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", "Sở Y tế", NULL);
  g_autoptr (TdSubject) placed = NULL;

  if (!td_connection_insert (connection, unit, error) || !insert_people (connection, (gpointer) people, error))
    return FALSE;
  placed = td_connection_get (connection, TD_TYPE_SUBJECT, 2, error);
  g_object_set (placed, "unit-id", td_entity_get_id (TD_ENTITY (unit)), "birth", "1980", NULL);
  return td_connection_update (connection, placed, error);
}

static gboolean
append_values (const TdValue *values, gpointer data, GError **error)
{
  g_string_append_printf (data, "%s %d %s %s\n", values[0].text, (int) values[1].number, values[2].text != NULL ? values[2].text : "-",
                          values[3].text != NULL ? values[3].text : "-");
  return TRUE;
}

static gboolean
append_entity (TdEntity *entity, gpointer data, GError **error)
{
  const TdSubject *subject = TD_SUBJECT (entity);
  const TdValue values[] = { { .text = subject->name }, { .number = td_entity_get_id (entity) }, { .text = subject->unit_name }, { .text = subject->birth } };

  return append_values (values, data, error);
}

static gboolean
walk_both_ways (TdConnection *connection, gpointer data, GError **error)
{
  static const char *const fields[] = { "name", "id", "unit-name", "birth", NULL };
  static const char *const orders[] = { NULL, "name", "unit-name" };
  GString **texts = data;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);

      if (orders[i] != NULL)
        td_query_order_by (query, orders[i], i == 1);
      td_query_where_text (query, "kind", "person");
      if (!td_connection_each (connection, query, append_entity, texts[0], error)
          || !td_connection_each_values (connection, query, fields, append_values, texts[1], error))
        return FALSE;
    }
  return TRUE;
}

/* What is read without objects is what objects hold. */
static void
test_values (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  GString *texts[] = { objects, values };
  g_autoptr (GError) error = NULL;

  td_test_office_write (office, insert_placed, NULL);
  td_store_read (office->store, walk_both_ways, texts, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (objects->str, " 2 Sở Y tế 1980\n"));
  g_assert_cmpstr (values->str, ==, objects->str);
}

#define add(path, func) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/order", test_order);
  add ("/store/values", test_values);
  add ("/store/search", test_search);
  add ("/store/search-inside", test_search_inside);
  add ("/store/counted-changes", test_counted_changes);
  add ("/store/undo-redo", test_undo_redo);
  add ("/store/redo-dropped", test_redo_is_dropped_by_new_work);
  add ("/store/barrier", test_barrier);
  add ("/store/failure", test_failure_leaves_nothing);
  add ("/store/one-writer", test_one_writer);
  add ("/store/one-file", test_one_file_when_closed);
  add ("/store/newer", test_newer_file_is_refused);
  return g_test_run ();
}
