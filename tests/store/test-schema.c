/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "td-connection-private.h"
#include "td-model.h"
#include "td-test-office.h"

/* The tables of an office file are what the descriptions say, and a migration either arrives or
 * leaves the file as it was. */

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return db;
}

/* Rows as lines, cells joined by "|". */
static char *
ask (sqlite3 *db, const char *sql)
{
  GString *answer = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        const char *text = (const char *) sqlite3_column_text (statement, i);

        g_string_append_printf (answer, "%s%s", text != NULL ? text : "", i + 1 < sqlite3_column_count (statement) ? "|" : "\n");
      }
  sqlite3_finalize (statement);
  return g_string_free (answer, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What PRAGMA table_info gives for the table a description asks for. */
static char *
described_columns (TdEntityClass *klass)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autofree char *column = td_field_to_column (field);
      gboolean key = i < 2; /* id and uuid */

      if (field->via != NULL)
        continue;
      g_ptr_array_add (lines, g_strdup_printf ("%s|%s|%d|%d\n", column, td_field_is_number (field) ? "INTEGER" : "TEXT",
                                               key || field->kind == TD_FIELD_BOOLEAN || (field->flags & TD_FIELD_REQUIRED) != 0, i == 0));
    }
  /* A form shows the fields in another order than later versions of the file added them. */
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

static char *
described_references (TdEntityClass *klass)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *column = td_field_to_column (&klass->fields[i]);

      if (klass->fields[i].kind == TD_FIELD_REFERENCE && klass->fields[i].via == NULL)
        g_ptr_array_add (lines, g_strdup_printf ("%s|%s|id|%s_%s\n", column, klass->fields[i].target, klass->table, column));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

static void
test_tables (TdTestOffice *office, gconstpointer data)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  sqlite3 *db = open_bare (office->path);

  for (guint i = 0; i < n_types; i++)
    {
      TdEntityClass *klass = td_entity_class_of (types[i]);
      g_autofree char *columns_sql = g_strdup_printf ("SELECT name, type, \"notnull\", pk FROM pragma_table_info ('%s') ORDER BY name || '|'", klass->table);
      g_autofree char *references_sql = g_strdup_printf (
          "SELECT f.\"from\", f.\"table\", f.\"to\", (SELECT l.name FROM pragma_index_list ('%s') l, pragma_index_info (l.name) c"
          " WHERE c.seqno = 0 AND c.name = f.\"from\" AND l.name = '%s_' || f.\"from\") FROM pragma_foreign_key_list ('%s') f ORDER BY 1",
          klass->table, klass->table, klass->table);
      g_autofree char *columns = ask (db, columns_sql);
      g_autofree char *references = ask (db, references_sql);
      g_autofree char *columns_told = described_columns (klass);
      g_autofree char *references_told = described_references (klass);

      g_assert_cmpstr (columns, ==, columns_told);
      g_assert_cmpstr (references, ==, references_told);
    }
  sqlite3_close (db);
}

/* No table is there that nobody described. */
static void
test_no_more_tables (TdTestOffice *office, gconstpointer data)
{
  sqlite3 *db = open_bare (office->path);
  g_autofree char *tables = ask (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%@_fts%' ESCAPE '@'"
                                     " AND name NOT LIKE 'change@_%' ESCAPE '@' AND name NOT IN ('attachment', 'signing_secret')");
  g_auto (GStrv) names = g_strsplit (tables, "\n", -1);
  guint n_types;

  td_model_get_types (&n_types);
  for (guint i = 0; names[i][0] != '\0'; i++)
    g_assert_cmpuint (td_model_type_of_table (names[i]), !=, G_TYPE_INVALID);
  g_assert_cmpuint (g_strv_length (names) - 1, ==, n_types);
  sqlite3_close (db);
}

/* A file in the hands of a program that knows the steps up to @last. */
static TdConnection *
open_old (const char *path, const TdMigrationStep *steps, guint last)
{
  g_autoptr (GError) error = NULL;
  TdConnection *connection = _td_connection_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (_td_connection_exec (connection, "PRAGMA journal_mode = WAL", NULL));
  _td_migration_run_steps (connection, NULL, steps, last, &error);
  g_assert_no_error (error);
  g_assert_true (_td_connection_exec (connection, "INSERT INTO thing (id, name) VALUES (1, 'cũ')", NULL));
  return connection;
}

static GBytes *
sql (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

typedef struct
{
  char *path;
  char *aside;
  TdMigrationStep steps[4];
} Migration;

static void
migration_set_up (Migration *migration, TdTestOffice *office)
{
  static const char *const texts[] = {
    "CREATE TABLE thing (id INTEGER PRIMARY KEY NOT NULL, name TEXT) STRICT",
    "ALTER TABLE thing ADD COLUMN colour TEXT; CREATE TABLE other (id INTEGER PRIMARY KEY NOT NULL) STRICT",
    "ALTER TABLE thing ADD COLUMN size INTEGER",
    "ALTER TABLE thing ADD COLUMN weight INTEGER; INSERT INTO thing (id, name) VALUES (1, 'twice')",
  };

  migration->path = g_build_filename (office->folder, "old.thidua", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    migration->steps[i] = (TdMigrationStep){ i + 1, sql (texts[i]) };
}

static void
migration_clear (Migration *migration)
{
  for (guint i = 0; i < G_N_ELEMENTS (migration->steps); i++)
    g_bytes_unref (migration->steps[i].sql);
  g_free (migration->path);
  g_free (migration->aside);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Migration, migration_clear)

static char *
whole_schema (const char *path)
{
  sqlite3 *db = open_bare (path);
  char *text = ask (db, "SELECT (SELECT user_version FROM pragma_user_version), group_concat(sql, ';') FROM sqlite_schema");

  sqlite3_close (db);
  return text;
}

static void
test_steps_arrive (TdTestOffice *office, gconstpointer data)
{
  g_auto (Migration) migration = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *row = NULL;
  TdConnection *connection;
  GStatBuf status;
  sqlite3 *db;

  migration_set_up (&migration, office);
  connection = open_old (migration.path, migration.steps, 1);
  before = whole_schema (migration.path);

  _td_migration_run_steps (connection, migration.path, migration.steps, 3, &error);
  g_assert_no_error (error);
  db = open_bare (migration.path);
  row = ask (db, "SELECT id, name, colour, size, (SELECT user_version FROM pragma_user_version) FROM thing");
  g_assert_cmpstr (row, ==, "1|cũ|||3\n");
  sqlite3_close (db);

  /* What it was lies beside it, private as the file itself. */
  migration.aside = g_strconcat (migration.path, ".before-version-3", NULL);
  aside = whole_schema (migration.aside);
  g_assert_cmpstr (aside, ==, before);
  g_assert_cmpint (g_stat (migration.aside, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_clear_pointer (&row, g_free);
  db = open_bare (migration.aside);
  row = ask (db, "SELECT * FROM thing");
  g_assert_cmpstr (row, ==, "1|cũ\n");
  sqlite3_close (db);

  /* A file that is up to date is not copied again. */
  g_unlink (migration.aside);
  g_assert_true (_td_migration_run_steps (connection, migration.path, migration.steps, 3, NULL));
  g_assert_false (g_file_test (migration.aside, G_FILE_TEST_EXISTS));
  _td_connection_close (connection);
}

/* The fourth step fails after two good ones: none of them stays. */
static void
test_failing_step (TdTestOffice *office, gconstpointer data)
{
  g_auto (Migration) migration = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  TdConnection *connection;

  migration_set_up (&migration, office);
  _td_connection_close (open_old (migration.path, migration.steps, 1));
  g_assert_true (g_file_get_contents (migration.path, &before, &n_before, NULL));

  connection = _td_connection_open (migration.path, SQLITE_OPEN_READWRITE, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (_td_migration_run_steps (connection, migration.path, migration.steps, 4, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_CONSTRAINT);
  _td_connection_close (connection);

  g_assert_true (g_file_get_contents (migration.path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  migration.aside = g_strconcat (migration.path, ".before-version-4", NULL);
  g_assert_true (g_file_test (migration.aside, G_FILE_TEST_EXISTS));
}

/* The same through the door everybody uses: the steps meet tables that are there already. */
static void
test_store_refuses (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  sqlite3 *db;

  td_test_office_close (office);
  db = open_bare (office->path);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 0", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (office->path, &before, &n_before, NULL));
  g_assert_null (td_store_open (office->path, TD_STORE_WRITE, "Tester", &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_OFFICE);
  g_assert_true (g_file_get_contents (office->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

#define add(path, func) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/schema/tables", test_tables);
  add ("/schema/no-more-tables", test_no_more_tables);
  add ("/schema/steps-arrive", test_steps_arrive);
  add ("/schema/failing-step", test_failing_step);
  add ("/schema/store-refuses", test_store_refuses);
  return g_test_run ();
}
