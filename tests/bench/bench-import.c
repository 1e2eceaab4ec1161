/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "td-bench.h"
#include "td-book.h"
#include "td-connection-private.h"
#include "td-demo.h"
#include "td-model.h"
#include "td-nomination-jobs.h"
#include "td-store.h"

/* bench-import [ROWS]: a list of 100000 nominations read, matched, checked and inserted with log and search, beside
 * reading alone plus raw inserts into the same tables; its undo beside its insertion. */

#define N_COLUMNS 9

static guint n_rows = 100000;

/* Asserts are compiled out here. */
static void
must (gboolean ok)
{
  if (!ok)
    g_error ("the benchmark itself failed");
}

typedef struct
{
  char *folder, *office, *list, *bare;
  TdStore *store;
  gint64 plan_id;
  gboolean redo;
} Bench;

static gboolean
setup_cb (TdConnection *connection, gpointer data, GError **error)
{
  Bench *bench = data;
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Phong trào thi đua", NULL);
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", NULL);

  if (!td_connection_insert (connection, plan, error) || !td_connection_insert (connection, giver, error))
    return FALSE;
  bench->plan_id = td_entity_get_id (TD_ENTITY (plan));
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ủy ban nhân dân xã Ea Kar %u", i);
      g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", name, NULL);

      if (!td_connection_insert (connection, unit, error))
        return FALSE;
    }
  return TRUE;
}

static void
write_list (const char *path)
{
  static const char *const family[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Y Bhiông", "Hoàng" };
  static const char *const middle[] = { "Thị", "Văn", "Thanh", "Quốc", "Ngọc" };
  static const char *const given[] = { "An", "Ánh", "Phương", "Phượng", "Tuấn", "Hòa", "Hương", "Niê", "Đạt", "Quý", "Dũng" };
  g_autoptr (GString) text = g_string_new ("Họ và tên,Ngày sinh,Giới tính,Số CCCD,Chức vụ,Đơn vị,Hình thức khen thưởng,Loại hình,Thành tích\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%s %s %s,%02u/%02u/19%u,%s,066%09u,Chuyên viên,UBND xã Ea Kar %u,Giấy khen,Phong trào,Đã có thành tích xuất sắc trong phong trào thi đua năm 2026\n",
                            family[i % 7], middle[i % 5], given[i % 11], 1 + i % 28, 1 + i % 12, 60 + i % 40, i % 2 != 0 ? "Nam" : "Nữ",
                            (i * 7919u) % 1000000000u, i % 400);
  must (g_file_set_contents (path, text->str, text->len, NULL));
}

static void
import (gpointer data)
{
  Bench *bench = data;
  g_autoptr (TdJob) job = td_nomination_import_job (bench->list, bench->plan_id, FALSE);
  g_autoptr (GError) error = NULL;

  if (!td_job_run (job, bench->store, NULL, &error))
    g_error ("%s %s", error->message, td_job_get_findings (job)->len > 0 ? ((TdFinding *) g_ptr_array_index (td_job_get_findings (job), 0))->text : "");
}

static void
undo (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = bench->redo ? td_store_redo (bench->store, &error) : td_store_undo (bench->store, &error);

  if (name == NULL)
    g_error ("%s", error->message);
}

static void
exec (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static void
insert_bare (TdSheet *sheet, sqlite3 *db)
{
  static const int subject_columns[] = { 0, 1, 2, 3, 4 };
  sqlite3_stmt *subject = NULL, *nomination = NULL, *record = NULL;

  sqlite3_prepare_v2 (db, "INSERT INTO subject (uuid, kind, name, birth, sex, citizen_id, post, unit_id) VALUES (?6, 'person', ?1, ?2, ?3, ?4, ?5, 1)", -1, &subject, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO nomination (uuid, subject_id, plan_id, award_form, giver_id, kind, unit_id, post, achievement, state, position)"
                          " VALUES (?1, ?2, 1, ?3, 1, 'movement', 1, ?4, ?5, 'new', ?2)",
                      -1, &nomination, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO list_row (uuid, import_id, line, cells, fingerprint, subject_id, nomination_id) VALUES (?2, 1, ?3, ?1, ?2, ?4, ?5)", -1, &record, NULL);
  for (guint row = 1; row < td_sheet_get_n_rows (sheet); row++)
    {
      g_autofree char *first = g_uuid_string_random ();
      g_autofree char *second = g_uuid_string_random ();

      for (guint i = 0; i < G_N_ELEMENTS (subject_columns); i++)
        sqlite3_bind_text (subject, i + 1, td_sheet_get (sheet, row, subject_columns[i]), -1, SQLITE_STATIC);
      sqlite3_bind_text (subject, 6, first, -1, SQLITE_STATIC);
      must (sqlite3_step (subject) == SQLITE_DONE);
      sqlite3_reset (subject);
      sqlite3_bind_text (nomination, 1, second, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (nomination, 2, sqlite3_last_insert_rowid (db));
      sqlite3_bind_text (nomination, 3, td_sheet_get (sheet, row, 6), -1, SQLITE_STATIC);
      sqlite3_bind_text (nomination, 4, td_sheet_get (sheet, row, 4), -1, SQLITE_STATIC);
      sqlite3_bind_text (nomination, 5, td_sheet_get (sheet, row, 8), -1, SQLITE_STATIC);
      must (sqlite3_step (nomination) == SQLITE_DONE);
      sqlite3_reset (nomination);
      sqlite3_bind_text (record, 1, td_sheet_get (sheet, row, 8), -1, SQLITE_STATIC);
      sqlite3_bind_text (record, 2, second, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (record, 3, row + 1);
      sqlite3_bind_int64 (record, 4, row);
      sqlite3_bind_int64 (record, 5, sqlite3_last_insert_rowid (db));
      must (sqlite3_step (record) == SQLITE_DONE);
      sqlite3_reset (record);
    }
  sqlite3_finalize (subject);
  sqlite3_finalize (nomination);
  sqlite3_finalize (record);
}

/* The same list into the same tables with their indexes, by SQLite alone. */
static void
import_bare (gpointer data)
{
  Bench *bench = data;
  g_autoptr (TdBook) book = td_book_read (bench->list, NULL, NULL);
  TdSheet *sheet = book != NULL ? td_book_get_main_sheet (book) : NULL;
  sqlite3 *db;

  must (sheet != NULL && td_sheet_get_n_cells (sheet, 1) == N_COLUMNS);
  sqlite3_open (bench->bare, &db);
  exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; BEGIN");
  insert_bare (sheet, db);
  exec (db, "COMMIT");
  sqlite3_close (db);
}

static void
make_bare (Bench *bench)
{
  const GType types[] = { TD_TYPE_UNIT, TD_TYPE_PLAN, TD_TYPE_GIVER, TD_TYPE_SUBJECT, TD_TYPE_NOMINATION, TD_TYPE_EARLIER_AWARD, TD_TYPE_LIST_IMPORT, TD_TYPE_LIST_RECORD };
  sqlite3 *db;

  sqlite3_open (bench->bare, &db);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *ddl = _td_mapping_ddl (types[i]);

      exec (db, ddl);
    }
  exec (db, "CREATE INDEX subject_citizen_id ON subject (citizen_id); CREATE INDEX subject_name ON subject (name);"
            "INSERT INTO unit (uuid, name) VALUES ('u', 'Xã'); INSERT INTO plan (uuid, title) VALUES ('p', 'Kế hoạch');"
            "INSERT INTO giver (uuid, name, level) VALUES ('g', 'Giám đốc', 'department');"
            "INSERT INTO list_import (uuid, file_name, sha256, purpose) VALUES ('i', 'list.csv', '', 'nominations')");
  sqlite3_close (db);
}

int
main (int argc, char *argv[])
{
  Bench bench = { td_bench_folder () };
  g_autoptr (GError) error = NULL;
  double ours, bare, back, again;

  if (argc > 1)
    n_rows = atoi (argv[1]); /* under an instrument that slows it down */
  bench.office = g_build_filename (bench.folder, "bench.thidua", NULL);
  bench.list = g_build_filename (bench.folder, "list.csv", NULL);
  bench.bare = g_build_filename (bench.folder, "bare.db", NULL);
  write_list (bench.list);
  if (!td_store_create (bench.office, &error) || (bench.store = td_store_open (bench.office, TD_STORE_WRITE, "Bench", &error)) == NULL
      || !td_store_write (bench.store, "Setup", setup_cb, &bench, NULL, &error))
    g_error ("%s", error->message);
  make_bare (&bench); /* after the program has set SQLite up, for both */

  ours = td_bench_seconds (import, &bench);
  bare = td_bench_seconds (import_bare, &bench);
  td_bench_print ("import of 100000 rows (goal 2.2)", "s", ours, "reading and raw inserts", bare);
  back = td_bench_seconds (undo, &bench);
  td_bench_print ("undo of 100000 rows (goal 1.5)", "s", back, "their import", ours);
  td_bench_print ("undo of 100000 rows", "s", back, "raw inserts", bare);
  bench.redo = TRUE;
  again = td_bench_seconds (undo, &bench);
  td_bench_print ("redo of 100000 rows", "s", again, "their import", ours);

  td_store_close (bench.store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (bench.store);
  td_bench_remove_folder (bench.folder);
  return 0;
}
