/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "td-bench.h"
#include "td-book.h"
#include "td-list-preview.h"
#include "td-made-people.h"
#include "td-model.h"
#include "td-store.h"
#include "td-table-writer.h"

/* bench-list [ROWS]: a list of 50,000 rows and 8 columns, matched against an office of 200,000 persons, previewed and
 * taken in, beside reading it alone plus raw inserts of as many records into the same tables. Every step is a process
 * of its own, so that its memory is its own: bench-list STEP OFFICE LIST prints "SECONDS KILOBYTES ROWS". */

#define N_PEOPLE 200000
#define N_ROWS   50000
#define N_SHORT  400

/* Asserts are compiled out here. */
static void
must (gboolean ok, GError *error)
{
  if (!ok)
    g_error ("%s", error != NULL ? error->message : "the benchmark itself failed");
}

/* What is measured. */

typedef struct
{
  const char *office, *list;
  TdStore *store;
  TdBook *book;
  guint n_rows;
} Step;

static void
do_nothing (gpointer data)
{
}

static void
read_alone (gpointer data)
{
  Step *step = data;
  g_autoptr (GError) error = NULL;

  step->book = td_book_read (step->list, NULL, &error);
  must (step->book != NULL, error);
  step->n_rows = td_sheet_get_n_rows (td_book_get_main_sheet (step->book)) - 1;
}

static void
exec (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static void
bind_cells (sqlite3_stmt *statement, TdSheet *sheet, guint row, const int *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    sqlite3_bind_text (statement, i + 1, td_sheet_get (sheet, row, columns[i]), -1, SQLITE_STATIC);
}

static void
finish_insert (sqlite3_stmt *statement)
{
  must (sqlite3_step (statement) == SQLITE_DONE, NULL);
  sqlite3_reset (statement);
}

/* A subject, a nomination and the row as it was sent for each row, by SQLite alone. */
static void
insert_alone (TdSheet *sheet, sqlite3 *db)
{
  static const int subject_columns[] = { 1, 2, 3, 4 }, nomination_columns[] = { 6, 7 }, record_columns[] = { 7 };
  sqlite3_stmt *subject = NULL, *nomination = NULL, *record = NULL;

  sqlite3_prepare_v2 (db, "INSERT INTO subject (uuid, kind, name, birth, sex, citizen_id, unit_id) VALUES (?5, 'person', ?1, ?2, ?3, ?4, 1)", -1, &subject, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO nomination (uuid, subject_id, plan_id, award_form, giver_id, kind, unit_id, achievement, state, position)"
                          " VALUES (?3, ?4, 1, ?1, 1, 'movement', 1, ?2, 'new', ?4)",
                      -1, &nomination, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO list_row (uuid, import_id, line, cells, fingerprint, subject_id, nomination_id) VALUES (?2, 1, ?3, ?1, ?2, ?4, ?5)", -1, &record, NULL);
  for (guint row = 1; row < td_sheet_get_n_rows (sheet); row++)
    {
      g_autofree char *uuid = g_uuid_string_random ();
      gint64 id;

      bind_cells (subject, sheet, row, subject_columns, G_N_ELEMENTS (subject_columns));
      sqlite3_bind_text (subject, 5, uuid, -1, SQLITE_STATIC);
      finish_insert (subject);
      id = sqlite3_last_insert_rowid (db);
      bind_cells (nomination, sheet, row, nomination_columns, G_N_ELEMENTS (nomination_columns));
      sqlite3_bind_text (nomination, 3, uuid, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (nomination, 4, id);
      finish_insert (nomination);
      bind_cells (record, sheet, row, record_columns, G_N_ELEMENTS (record_columns));
      sqlite3_bind_text (record, 2, uuid, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (record, 3, row + 1);
      sqlite3_bind_int64 (record, 4, id);
      sqlite3_bind_int64 (record, 5, sqlite3_last_insert_rowid (db));
      finish_insert (record);
    }
  sqlite3_finalize (subject);
  sqlite3_finalize (nomination);
  sqlite3_finalize (record);
}

static void
read_and_insert_alone (gpointer data)
{
  Step *step = data;
  sqlite3 *db;

  read_alone (step);
  must (sqlite3_open (step->office, &db) == SQLITE_OK, NULL);
  exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; BEGIN;"
            "INSERT INTO list_import (id, uuid, file_name, sha256, purpose) VALUES (1, 'i', 'list.xlsx', '', 'nominations')");
  insert_alone (td_book_get_main_sheet (step->book), db);
  exec (db, "COMMIT");
  sqlite3_close (db);
}

static void
run_job (Step *step, TdJob *job)
{
  g_autoptr (GError) error = NULL;

  if (!td_job_run (job, step->store, NULL, &error))
    g_error ("%s %s", error->message, td_job_get_findings (job)->len > 0 ? ((TdFinding *) g_ptr_array_index (td_job_get_findings (job), 0))->text : "");
  step->n_rows = td_job_get_count (job);
}

static void
preview (gpointer data)
{
  Step *step = data;
  TdListTaking taking = { .path = step->list, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = 1 } };
  g_autoptr (TdJob) job = td_list_preview_job (&taking, NULL);

  run_job (step, job);
}

static void
take_in (gpointer data)
{
  Step *step = data;
  TdListTaking taking = { .path = step->list, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = 1 } };
  g_autoptr (TdJob) job = td_list_import_job (&taking);

  run_job (step, job);
}

static const struct
{
  const char *name;
  TdBenchFunc func;
  gboolean opens_office;
} steps[] = {
  { "nothing", do_nothing, TRUE },
  { "read", read_alone, FALSE },
  { "raw", read_and_insert_alone, FALSE },
  { "preview", preview, TRUE },
  { "take", take_in, TRUE },
};

/* Of this process alone, with what it has given back meanwhile. */
static long
most_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? atol (line + strlen ("VmHWM:")) : 0;
}

static int
run_step (const char *name, const char *office, const char *list)
{
  Step step = { office, list };
  guint number = 0;

  while (number < G_N_ELEMENTS (steps) && !g_str_equal (steps[number].name, name))
    number++;
  must (number < G_N_ELEMENTS (steps), NULL);
  if (steps[number].opens_office)
    {
      g_autoptr (GError) error = NULL;

      step.store = td_store_open (office, TD_STORE_WRITE, "Bench", &error);
      must (step.store != NULL, error);
    }
  {
    double seconds = td_bench_seconds (steps[number].func, &step);

    g_print ("%.4f %ld %u\n", seconds, most_memory (), step.n_rows);
  }
  if (step.store != NULL)
    {
      td_store_close (step.store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_object_unref (step.store);
    }
  return 0;
}

/* What it is measured with. */

typedef struct
{
  GPtrArray *people; /* MadePerson */
} Made;

static gboolean
fill_office (TdConnection *connection, gpointer data, GError **error)
{
  Made *made = data;
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Phong trào thi đua", NULL);
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", NULL);

  if (!td_connection_insert (connection, plan, error) || !td_connection_insert (connection, giver, error))
    return FALSE;
  for (guint i = 1; i <= MADE_N_UNITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ủy ban nhân dân xã Ea Kar %u", i);
      g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", name, NULL);

      if (!td_connection_insert (connection, unit, error))
        return FALSE;
    }
  for (guint i = 0; i < made->people->len; i++)
    {
      const MadePerson *person = g_ptr_array_index (made->people, i);
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", person->name, "birth", person->birth, "sex", person->sex,
                                                    "citizen-id", person->citizen_id, "unit-id", person->units[0], NULL);

      if (!td_connection_insert (connection, subject, error))
        return FALSE;
    }
  return TRUE;
}

/* The list of a sender who writes units short and dates in full. */
static void
write_list (const char *path, GPtrArray *people)
{
  static const TdTableColumn columns[] = {
    { "STT", TD_FIELD_INTEGER, 6 },
    { "Họ và tên", TD_FIELD_TEXT, 30 },
    { "Ngày sinh", TD_FIELD_DATE, 12 },
    { "Giới tính", TD_FIELD_TEXT, 8 },
    { "Số CCCD", TD_FIELD_TEXT, 14 },
    { "Đơn vị", TD_FIELD_TEXT, 30 },
    { "Hình thức khen thưởng", TD_FIELD_TEXT, 20 },
    { "Thành tích", TD_FIELD_TEXT, 60 },
  };
  TdTableInfo info = { "Danh sách", NULL, 1750000000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTableWriter) writer = td_table_writer_new (path, TD_TABLE_XLSX, &info, columns, G_N_ELEMENTS (columns), &error);

  must (writer != NULL, error);
  for (guint i = 0; i < people->len; i++)
    {
      const MadePerson *person = g_ptr_array_index (people, i);
      g_autofree char *unit = g_strdup_printf ("UBND xã Ea Kar %" G_GINT64_FORMAT, person->units[0]);
      TdTableCell cells[] = {
        { TD_TABLE_NUMBER, NULL, i + 1 },
        { TD_TABLE_TEXT, person->name },
        { TD_TABLE_DATE, person->birth },
        { TD_TABLE_TEXT, g_str_equal (person->sex, "female") ? "Nữ" : "Nam" },
        { person->citizen_id != NULL ? TD_TABLE_TEXT : TD_TABLE_EMPTY, person->citizen_id },
        { TD_TABLE_TEXT, unit },
        { TD_TABLE_TEXT, "Giấy khen" },
        { TD_TABLE_TEXT, "Đã có thành tích xuất sắc trong phong trào thi đua năm 2026" },
      };

      must (td_table_writer_add (writer, cells, &error), error);
    }
  must (td_table_writer_finish (writer, &error), error);
}

/* Half of them are known, changed as lists change people and half of those without a number; half are new. */
static GPtrArray *
make_rows (GPtrArray *people, const TdSamples *samples, GRand *rand, guint n, gboolean known)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) made_person_free);

  for (guint i = 0; i < n; i++)
    {
      MadePerson *row;

      if (known && i % 2 == 0)
        {
          row = made_person_copy (g_ptr_array_index (people, g_rand_int_range (rand, 0, (int) people->len)));
          made_person_change (row, i / 4 % MADE_NEW_UNIT, rand);
          if (i % 4 == 0)
            g_clear_pointer (&row->citizen_id, g_free);
        }
      else
        row = made_person_new (samples, rand, people->len + i);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
make_lists (const char *folder, guint n_rows)
{
  static const struct
  {
    const char *name;
    gboolean known, is_short;
  } lists[] = { { "list.xlsx", TRUE, FALSE }, { "new.xlsx", FALSE, FALSE }, { "short.xlsx", TRUE, TRUE } };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSamples) samples = td_samples_load (&error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *office = g_build_filename (folder, "office.thidua", NULL);
  Made made = { g_ptr_array_new_with_free_func ((GDestroyNotify) made_person_free) };
  TdStore *store;

  must (samples != NULL, error);
  for (guint i = 0; i < N_PEOPLE; i++)
    g_ptr_array_add (made.people, made_person_new (samples, rand, i));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) rows = make_rows (made.people, samples, rand, lists[i].is_short ? N_SHORT : n_rows, lists[i].known);
      g_autofree char *path = g_build_filename (folder, lists[i].name, NULL);

      write_list (path, rows);
    }
  must (td_store_create (office, &error), error);
  store = td_store_open (office, TD_STORE_WRITE, "Bench", &error);
  must (store != NULL && td_store_write (store, "Setup", fill_office, &made, NULL, &error), error);
  td_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (store);
  g_ptr_array_unref (made.people);
}

typedef struct
{
  double seconds;
  double megabytes;
  guint n_rows;
} Measure;

/* A step that writes has an office of its own. */
static Measure
measure (const char *program, const char *folder, const char *name, const char *list)
{
  g_autofree char *office = g_build_filename (folder, "office.thidua", NULL);
  g_autofree char *own = g_strdup_printf ("%s/%s.thidua", folder, name);
  g_autofree char *path = g_build_filename (folder, list, NULL);
  const char *argv[] = { program, name, own, path, NULL };
  g_autoptr (GFile) from = g_file_new_for_path (office);
  g_autoptr (GFile) to = g_file_new_for_path (own);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) words = NULL;
  int status;

  must (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error), error);
  must (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error) && g_spawn_check_wait_status (status, &error), error);
  g_unlink (own);
  words = g_strsplit_set (output, " \n", -1);
  must (g_strv_length (words) >= 3, NULL);
  return (Measure){ g_ascii_strtod (words[0], NULL), g_ascii_strtod (words[1], NULL) / 1024, atoi (words[2]) };
}

int
main (int argc, char *argv[])
{
  guint n_rows = argc == 2 ? atoi (argv[1]) : N_ROWS;
  g_autofree char *program = NULL;
  g_autofree char *folder = NULL;
  Measure nothing, reading, raw, previewing, raw_new, taking, judging;

  if (argc == 4)
    return run_step (argv[1], argv[2], argv[3]);
  program = g_file_read_link ("/proc/self/exe", NULL);
  folder = td_bench_folder ();
  make_lists (folder, n_rows);
  nothing = measure (program, folder, "nothing", "list.xlsx");
  reading = measure (program, folder, "read", "list.xlsx");
  raw = measure (program, folder, "raw", "list.xlsx");
  previewing = measure (program, folder, "preview", "list.xlsx");
  raw_new = measure (program, folder, "raw", "new.xlsx");
  taking = measure (program, folder, "take", "new.xlsx");
  judging = measure (program, folder, "preview", "short.xlsx");
  must (reading.n_rows == n_rows && previewing.n_rows == n_rows && taking.n_rows == n_rows && judging.n_rows == N_SHORT, NULL);

  g_print ("%u rows among %u persons\n", n_rows, N_PEOPLE);
  td_bench_print ("preview of 50000 rows among 200000 persons (goal 2.2)", "s", previewing.seconds, "reading and raw inserts", raw.seconds);
  td_bench_print ("the same", "s", previewing.seconds, "reading alone", reading.seconds);
  td_bench_print ("memory of the preview (goal 1)", "MB", previewing.megabytes - nothing.megabytes, "goal", 150);
  td_bench_print ("memory of reading alone", "MB", reading.megabytes - nothing.megabytes, "goal", 150);
  td_bench_print ("taking in 50000 new rows among 200000 persons", "s", taking.seconds, "reading and raw inserts", raw_new.seconds);
  td_bench_print ("memory of taking in", "MB", taking.megabytes - nothing.megabytes, "goal of the preview", 150);
  td_bench_print ("preview of 400 rows among 200000 persons (goal 1)", "s", judging.seconds, "goal", 1);
  td_bench_remove_folder (folder);
  return 0;
}
