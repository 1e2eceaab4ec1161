/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "td-calibration-file.h"
#include "td-calibration-jobs.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-test-office.h"

static const char printer[] = "Máy in A3";

static TdCalibrationReadings *
read_shift (double width, double height, double right, double down)
{
  TdCalibrationReadings *readings = td_calibration_readings_new (width, height);

  for (guint mark = 1; mark <= TD_CALIBRATION_MARKS; mark++)
    td_calibration_readings_add (readings, mark, right, down);
  return readings;
}

/* Runs a job; NULL is what is expected of one that must go well, else the rule that refuses. */
static void
run (TdTestOffice *office, TdJob *job, const char *rule)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = td_job_run (job, office->store, NULL, &error);

  if (rule == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (ok);
      return;
    }
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
  g_assert_cmpstr (((TdFinding *) g_ptr_array_index (td_job_get_findings (job), 0))->rule, ==, rule);
}

static gint64
keep (TdTestOffice *office, const char *tray, gint64 stock_id, double width, double height, double right, const char *date)
{
  const TdCalibrationFor what = { printer, tray, stock_id };
  g_autoptr (TdCalibrationReadings) readings = read_shift (width, height, right, -1);
  g_autoptr (TdJob) job = td_calibration_keep_job (&what, readings, date, "Trần Văn Đo", NULL, 0);

  run (office, job, NULL);
  return td_job_get_id (job);
}

static gint64
add_stock (TdTestOffice *office, const char *name, gint64 width, gint64 height)
{
  g_autoptr (TdStock) stock = g_object_new (TD_TYPE_STOCK, "name", name, "width", width, "height", height, NULL);
  g_autoptr (TdJob) job = td_record_save_job (TD_ENTITY (stock));

  run (office, job, NULL);
  return td_job_get_id (job);
}

static void
test_keep (TdTestOffice *office, gconstpointer data)
{
  const TdCalibrationFor what = { printer, "Khay tay", 0 };
  g_autoptr (TdCalibrationReadings) readings = read_shift (420, 297, 2.3, -1.75), again = NULL;
  g_autofree char *proof = g_build_filename (office->folder, "proof.pdf", NULL);
  g_autoptr (TdJob) job = td_calibration_keep_job (&what, readings, "2026-09-01", "Trần Văn Đo", proof, 0);
  g_autoptr (TdJob) get = NULL;
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = td_test_office_dump (office), *after = NULL;
  TdCalibration *kept;
  TdCalibrationValues values;

  run (office, job, NULL);
  after = td_test_office_dump (office);
  g_assert_cmpstr (before, !=, after);
  get = td_record_get_job (TD_TYPE_CALIBRATION, td_job_get_id (job));
  run (office, get, NULL);
  kept = td_job_get_object (get);
  g_assert_cmpstr (kept->printer, ==, printer);
  g_assert_cmpstr (kept->tray, ==, "Khay tay");
  g_assert_cmpint (kept->width, ==, 420000);
  g_assert_cmpint (kept->shift_x, ==, 2300);
  g_assert_cmpint (kept->shift_y, ==, -1750);
  g_assert_cmpint (kept->scale_x, ==, 0);
  g_assert_cmpint (kept->n_readings, ==, 5);
  g_assert_cmpint (kept->residual, >, 0);
  g_assert_cmpstr (kept->measured_by, ==, "Trần Văn Đo");
  td_calibration_get_values (kept, &values);
  g_assert_cmpint (values.shift_y, ==, -1750);

  /* The readings kept give the same again. */
  again = td_calibration_readings_parse (kept->readings, strlen (kept->readings), 0, 0, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (again->readings->len, ==, 5);
  g_assert_true (again->width == 420 && again->height == 297);
  for (guint i = 0; i < 5; i++)
    {
      const TdCalibrationReading *one = &g_array_index (again->readings, TdCalibrationReading, i);
      const TdCalibrationReading *other = &g_array_index (readings->readings, TdCalibrationReading, i);

      g_assert_true (one->mark == other->mark && one->x == other->x && one->y == other->y && one->right == other->right && one->down == other->down);
    }

  g_assert_true (g_file_test (proof, G_FILE_TEST_EXISTS));
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
  td_test_office_redo (office);
  td_test_office_assert_dump (office, after);
}

/* What cannot be kept leaves nothing, also no proof. */
static void
test_refused (TdTestOffice *office, gconstpointer data)
{
  gint64 stock_id = add_stock (office, "Bằng khen A3", 420000, 297000);
  g_autofree char *before = td_test_office_dump (office);
  g_autofree char *proof = g_build_filename (office->folder, "proof.pdf", NULL);
  const struct
  {
    TdCalibrationFor what;
    double width, height, right;
    guint n;
    const char *date, *rule;
  } cases[] = {
    { { " ", NULL, 0 }, 420, 297, 1, 5, "2026-09-01", "calibration-printer" },
    { { NULL, NULL, 0 }, 420, 297, 1, 5, "2026-09-01", "calibration-printer" },
    { { printer, NULL, 0 }, 420, 297, 1, 5, "2026-09", "calibration-date" },
    { { printer, NULL, 0 }, 420, 297, 1, 5, NULL, "calibration-date" },
    { { printer, NULL, stock_id }, 297, 210, 1, 5, "2026-09-01", "calibration-size" },
    { { printer, NULL, stock_id }, 420, 297, 16, 5, "2026-09-01", "calibration-too-far" },
    { { printer, NULL, 0 }, 420, 297, 1, 2, "2026-09-01", "calibration-too-few" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdCalibrationReadings) readings = read_shift (cases[i].width, cases[i].height, cases[i].right, 0);
      g_autoptr (TdJob) job = NULL;

      g_array_set_size (readings->readings, cases[i].n);
      job = td_calibration_keep_job (&cases[i].what, readings, cases[i].date, NULL, proof, 0);
      g_test_message ("case %u", i);
      run (office, job, cases[i].rule);
      td_test_office_assert_dump (office, before);
      g_assert_false (g_file_test (proof, G_FILE_TEST_EXISTS));
    }
}

/* A proof that cannot be written keeps nothing in the office either. */
static void
test_no_proof (TdTestOffice *office, gconstpointer data)
{
  const TdCalibrationFor what = { printer, NULL, 0 };
  g_autoptr (TdCalibrationReadings) readings = read_shift (420, 297, 1, 1);
  g_autofree char *proof = g_build_filename (office->folder, "missing", "proof.pdf", NULL);
  g_autofree char *before = td_test_office_dump (office);
  g_autoptr (TdJob) job = td_calibration_keep_job (&what, readings, "2026-09-01", NULL, proof, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (td_job_run (job, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT);
  td_test_office_assert_dump (office, before);
}

static void
test_find (TdTestOffice *office, gconstpointer data)
{
  gint64 stock_id = add_stock (office, "Bằng khen A3", 420000, 297000), other_id = add_stock (office, "Giấy khen A3", 420000, 297000);
  gint64 plain = keep (office, NULL, 0, 420, 297, 1, "2026-05-01"), old = keep (office, NULL, stock_id, 420, 297, 2, "2026-06-01");
  gint64 newer = keep (office, NULL, stock_id, 420, 297, 3, "2026-08-01"), later = keep (office, NULL, stock_id, 420, 297, 4, "2026-10-01");
  gint64 tray = keep (office, "Khay tay", stock_id, 420, 297, 5, "2026-08-01"), small = keep (office, NULL, 0, 297, 210, 6, "2026-08-20");
  gint64 twice = keep (office, "Khay 2", 0, 297, 210, 6, "2026-08-20"), again = keep (office, "Khay 2", 0, 297, 210, 7, "2026-08-20");
  const struct
  {
    TdCalibrationFor what;
    double width, height;
    const char *date;
    gint64 id;
    const char *rule; /* of its one finding */
  } cases[] = {
    { { printer, NULL, stock_id }, 420, 297, "2026-08-31", newer, NULL },
    { { printer, "", stock_id }, 420, 297, "2026-08-31", newer, NULL },
    { { printer, NULL, stock_id }, 420.8, 296.5, "2026-08-31", newer, NULL },
    { { printer, NULL, stock_id }, 420, 297, "2026-09-01", newer, "calibration-old" },
    { { printer, NULL, stock_id }, 420, 297, "2026-07-01", old, NULL },
    { { printer, NULL, stock_id }, 420, 297, "2026-10-01", later, NULL },
    { { printer, NULL, stock_id }, 420, 297, "2026-04-01", 0, "calibration-none" },
    { { printer, "Khay tay", stock_id }, 420, 297, "2026-08-31", tray, NULL },
    { { printer, NULL, other_id }, 420, 297, "2026-05-20", plain, "calibration-plain-paper" },
    { { printer, NULL, 0 }, 297, 210, "2026-08-31", small, NULL },
    { { printer, NULL, 0 }, 210, 297, "2026-08-31", 0, "calibration-none" },
    { { printer, "Khay 2", 0 }, 297, 210, "2026-08-31", again, NULL },
    { { "Máy khác", NULL, 0 }, 297, 210, "2026-08-31", 0, "calibration-none" },
  };

  g_assert_cmpint (twice, !=, again);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdJob) job = td_calibration_find_job (&cases[i].what, cases[i].width, cases[i].height, cases[i].date);
      GPtrArray *findings;

      g_test_message ("case %u", i);
      run (office, job, NULL);
      g_assert_cmpint (td_job_get_id (job), ==, cases[i].id);
      g_assert_cmpint (td_job_get_object (job) != NULL, ==, cases[i].id != 0);
      findings = td_job_get_findings (job);
      g_assert_cmpuint (findings->len, ==, cases[i].rule != NULL ? 1 : 0);
      if (cases[i].rule != NULL)
        g_assert_cmpstr (((TdFinding *) g_ptr_array_index (findings, 0))->rule, ==, cases[i].rule);
    }
}

static void
assert_old (TdTestOffice *office, const char *date, gboolean old)
{
  const TdCalibrationFor what = { printer, NULL, 0 };
  g_autoptr (TdJob) job = td_calibration_find_job (&what, 420, 297, date);

  run (office, job, NULL);
  g_assert_cmpuint (td_job_get_findings (job)->len, ==, old);
}

static void
set_days (TdTestOffice *office, gint64 days, gint64 now, const char *rule)
{
  g_autoptr (TdJob) job = td_calibration_set_days_job (days);
  g_autoptr (TdJob) read = td_calibration_days_job ();

  run (office, job, rule);
  run (office, read, NULL);
  g_assert_cmpint (td_job_get_count (read), ==, now);
}

static gboolean
add_office (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdOffice) record = g_object_new (TD_TYPE_OFFICE, "name", "Sở Nội vụ", "place", "Đắk Lắk", NULL);

  return td_connection_insert (connection, record, error);
}

/* The office says when a printer is to be measured again. */
static void
test_days (TdTestOffice *office, gconstpointer data)
{
  td_test_office_write (office, add_office, NULL);
  keep (office, NULL, 0, 420, 297, 1, "2026-05-01");
  assert_old (office, "2026-05-31", FALSE);
  assert_old (office, "2026-06-01", TRUE);
  set_days (office, 90, 90, NULL);
  assert_old (office, "2026-07-30", FALSE);
  assert_old (office, "2026-07-31", TRUE);
  set_days (office, -1, 90, "calibration-days");
  set_days (office, 3651, 90, "calibration-days");
  set_days (office, 0, TD_CALIBRATION_DAYS, NULL);
  assert_old (office, "2026-06-01", TRUE);
  td_test_office_undo (office);
  assert_old (office, "2026-06-01", FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/calibration/keep", TdTestOffice, NULL, td_test_office_set_up, test_keep, td_test_office_tear_down);
  g_test_add ("/calibration/refused", TdTestOffice, NULL, td_test_office_set_up, test_refused, td_test_office_tear_down);
  g_test_add ("/calibration/no-proof", TdTestOffice, NULL, td_test_office_set_up, test_no_proof, td_test_office_tear_down);
  g_test_add ("/calibration/find", TdTestOffice, NULL, td_test_office_set_up, test_find, td_test_office_tear_down);
  g_test_add ("/calibration/days", TdTestOffice, NULL, td_test_office_set_up, test_days, td_test_office_tear_down);
  return g_test_run ();
}
