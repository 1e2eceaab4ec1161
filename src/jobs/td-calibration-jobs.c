/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "td-calibration-file.h"
#include "td-calibration-jobs.h"
#include "td-calibration-target.h"
#include "td-date.h"
#include "td-mapped-document.h"
#include "td-model.h"

/* How a printer misses with one tray and one stock: measured, kept, found again. */

/* Sheets are cut to a millimetre or so. */
#define SAME_SIZE 1500 /* µm */

typedef struct
{
  char *printer;
  char *tray;
  gint64 stock_id;
  TdCalibrationReadings *readings; /* those of a search are empty and have the sheet's size */
  char *date;
  char *person;
  char *path;
  char *stock_name;
  guint days; /* from now on; 0: as before */
} Input;

static Input *
input_new (const TdCalibrationFor *what, TdCalibrationReadings *readings, const char *date)
{
  Input *input = g_new0 (Input, 1);

  input->printer = g_strstrip (g_strdup (what->printer != NULL ? what->printer : ""));
  input->tray = what->tray != NULL && *what->tray != '\0' ? g_strstrip (g_strdup (what->tray)) : NULL;
  input->stock_id = what->stock_id;
  input->readings = readings;
  input->date = g_strdup (date);
  return input;
}

static void
input_free (Input *input)
{
  g_free (input->printer);
  g_free (input->tray);
  td_calibration_readings_free (input->readings);
  g_free (input->date);
  g_free (input->person);
  g_free (input->path);
  g_free (input->stock_name);
  g_free (input);
}

static gint64
to_length (double mm)
{
  return llround (mm * 1000);
}

/**
 * td_calibration_get_values:
 * @calibration: a calibration
 * @values: (out): what it says the printer does
 */
void
td_calibration_get_values (const TdCalibration *calibration, TdCalibrationValues *values)
{
  *values = (TdCalibrationValues){ calibration->shift_x, calibration->shift_y, calibration->scale_x,
                                   calibration->scale_y, calibration->rotation, calibration->skew };
}

/**
 * td_calibration_get_age:
 * @calibration: a calibration
 * @date: an ISO day
 *
 * Returns: how many days before @date it was measured; 0 where one of them is no day
 */
gint64
td_calibration_get_age (const TdCalibration *calibration, const char *date)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *from = g_strconcat (calibration->measured_on != NULL ? calibration->measured_on : "", "T00:00:00Z", NULL);
  g_autofree char *until = g_strconcat (date != NULL ? date : "", "T00:00:00Z", NULL);
  g_autoptr (GDateTime) measured = g_date_time_new_from_iso8601 (from, utc);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (until, utc);

  return measured != NULL && day != NULL ? g_date_time_difference (day, measured) / G_TIME_SPAN_DAY : 0;
}

/**
 * td_calibration_correct:
 * @document: pages as they are shown
 * @calibration: how the printer misses
 *
 * Returns: (transfer full): the same pages as that printer must get them, so that everything
 *   stands where it should; %NULL for values that no printer has
 */
TdDocument *
td_calibration_correct (TdDocument *document, const TdCalibration *calibration)
{
  TdCalibrationValues values;
  cairo_matrix_t map;

  td_calibration_get_values (calibration, &values);
  return td_calibration_values_get_correction (&values, &map) ? td_mapped_document_new (document, &map) : NULL;
}

/**
 * td_calibration_write_target:
 * @what: printer and tray, as they are written on it
 * @stock_name: (nullable): the stock's name
 * @width: of the sheet as it lies before the reader, millimetres
 * @height: of the sheet
 * @date: (nullable): the ISO day
 * @values: (nullable): what the printer does: makes the proof that is printed through its correction
 * @path: the PDF to make or replace
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
td_calibration_write_target (const TdCalibrationFor *what, const char *stock_name, double width, double height, const char *date,
                             const TdCalibrationValues *values, const char *path, GError **error)
{
  g_autofree char *day = date != NULL ? td_date_to_display (date) : NULL;
  const TdCalibrationTargetWords words = { what->printer, what->tray, stock_name, day };
  g_autoptr (TdDocument) target = td_calibration_target_new (width, height, &words, values != NULL);
  g_autoptr (TdDocument) mapped = NULL;
  g_autoptr (GError) local = NULL;
  cairo_matrix_t map;

  if (values != NULL && td_calibration_values_get_correction (values, &map))
    mapped = td_mapped_document_new (target, &map);
  if (td_document_write_pdf (mapped != NULL ? mapped : target, path, values != NULL ? "Bản in thử sau căn chỉnh" : "Trang căn chỉnh máy in",
                             NULL, NULL, NULL, &local))
    return TRUE;
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The PDF could not be written: %s."), local->message);
  return FALSE;
}

static TdCalibration *
make_calibration (const Input *input, const TdCalibrationSolution *solution)
{
  g_autofree char *json = td_calibration_readings_to_json (input->readings);

  return g_object_new (TD_TYPE_CALIBRATION, "printer", input->printer, "tray", input->tray, "stock-id", input->stock_id,
                       "width", to_length (input->readings->width), "height", to_length (input->readings->height),
                       "shift-x", solution->values.shift_x, "shift-y", solution->values.shift_y,
                       "scale-x", solution->values.scale_x, "scale-y", solution->values.scale_y,
                       "rotation", solution->values.rotation, "skew", solution->values.skew,
                       "residual", to_length (solution->error_left), "n-readings", (gint64) input->readings->readings->len,
                       "readings", json, "measured-on", input->date, "measured-by", input->person, NULL);
}

static gboolean
refuse (TdJob *job, const char *rule, const char *where, const char *text, GError **error)
{
  td_job_take_finding (job, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), where, 0, 0));
  return td_job_refuse (job, error);
}

/* A blank that was measured at another size is another sheet than was calibrated with. */
static gboolean
check_stock (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdStock) stock = NULL;

  if (input->stock_id == 0)
    return TRUE;
  stock = td_connection_get (connection, TD_TYPE_STOCK, input->stock_id, error);
  if (stock == NULL)
    return FALSE;
  if (stock->width > 0 && stock->height > 0
      && (ABS (stock->width - to_length (input->readings->width)) > SAME_SIZE || ABS (stock->height - to_length (input->readings->height)) > SAME_SIZE))
    return refuse (job, "calibration-size", stock->name, _ ("The target page has another size than the stock."), error);
  input->stock_name = g_strdup (stock->name);
  return TRUE;
}

/* Hands the findings over; FALSE when the readings cannot be used. */
static gboolean
take_solution (TdJob *job, TdCalibrationSolution *solution, GError **error)
{
  gboolean good = td_calibration_solution_is_good (solution);

  td_job_take_findings (job, g_ptr_array_ref (solution->findings));
  return good || td_job_refuse (job, error);
}

static gboolean
keep_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  const TdCalibrationFor what = { input->printer, input->tray, input->stock_id };
  g_autoptr (TdCalibrationSolution) solution = NULL;
  g_autoptr (TdCalibration) calibration = NULL;

  if (*input->printer == '\0')
    return refuse (job, "calibration-printer", "printer", _ ("The printer has no name."), error);
  if (!td_date_is_day (input->date))
    return refuse (job, "calibration-date", "date", _ ("The day it was measured on is missing."), error);
  if (!check_stock (job, connection, input, error))
    return FALSE;
  solution = td_calibration_solve (input->readings);
  if (!take_solution (job, solution, error))
    return FALSE;
  calibration = make_calibration (input, solution);
  if (!td_connection_insert (connection, calibration, error) || (input->days > 0 && !td_calibration_keep_days (job, connection, input->days, error)))
    return FALSE;
  /* Still inside the transaction: without the proof nothing is kept. */
  if (input->path != NULL && !td_calibration_write_target (&what, input->stock_name, input->readings->width, input->readings->height, input->date, &solution->values, input->path, error))
    return FALSE;
  td_connection_set_action_name (connection, _ ("Calibrate “%s”"), input->printer);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (calibration)));
  td_job_take_object (job, g_steal_pointer (&calibration));
  return TRUE;
}

/**
 * td_calibration_keep_job:
 * @what: printer, tray and stock
 * @readings: what was read off the target page
 * @date: the ISO day it was measured on
 * @person: (nullable): who measured
 * @proof: (nullable): where the proof page goes
 * @days: after how many days a calibration is old from now on; 0: as it was
 *
 * Solves the readings and keeps what comes out, as one action. Earlier ones of the same printer
 * stay as they were.
 *
 * Returns: (transfer full): a job whose id and object are the #TdCalibration; refused with findings
 *   when the readings are nonsense
 */
TdJob *
td_calibration_keep_job (const TdCalibrationFor *what, const TdCalibrationReadings *readings, const char *date, const char *person, const char *proof, guint days)
{
  Input *input = input_new (what, td_calibration_readings_copy (readings), date);

  input->person = g_strdup (person);
  input->path = g_strdup (proof);
  input->days = days;
  return td_job_new_write (N_ ("Calibrate a printer"), keep_cb, input, (GDestroyNotify) input_free);
}

static gboolean
is_for (const TdCalibration *calibration, const TdCalibrationFor *what, gint64 width, gint64 height, const char *date)
{
  return g_strcmp0 (calibration->tray != NULL ? calibration->tray : "", what->tray != NULL ? what->tray : "") == 0
         && calibration->stock_id == what->stock_id && g_strcmp0 (calibration->measured_on, date) <= 0
         && ABS (calibration->width - width) <= SAME_SIZE && ABS (calibration->height - height) <= SAME_SIZE;
}

/* The latest of the day asked for. */
static TdCalibration *
find_latest (GPtrArray *calibrations, const TdCalibrationFor *what, gint64 width, gint64 height, const char *date)
{
  TdCalibration *latest = NULL;

  for (guint i = 0; i < calibrations->len; i++)
    {
      TdCalibration *calibration = g_ptr_array_index (calibrations, i);
      int order = latest != NULL ? g_strcmp0 (calibration->measured_on, latest->measured_on) : 1;

      if (is_for (calibration, what, width, height, date)
          && (order > 0 || (order == 0 && td_entity_get_id (TD_ENTITY (calibration)) > td_entity_get_id (TD_ENTITY (latest)))))
        latest = calibration;
    }
  return latest;
}

/**
 * td_calibration_find:
 * @connection: the office file
 * @what: printer, tray and stock
 * @width: of the sheet, millimetres
 * @height: of the sheet
 * @date: the ISO day it is to hold on
 * @findings: (element-type TdFinding): is told when there is none, or not the stock's own
 * @calibration: (out) (transfer full) (nullable): the latest that holds
 * @error: return location
 *
 * Returns: whether it could be looked for
 */
gboolean
td_calibration_find (TdConnection *connection, const TdCalibrationFor *what, double width, double height, const char *date, GPtrArray *findings, TdCalibration **calibration, GError **error)
{
  const TdCalibrationFor plain = { what->printer, what->tray, 0 };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CALIBRATION);
  g_autoptr (GPtrArray) calibrations = NULL;
  TdCalibration *found;

  *calibration = NULL;
  td_query_where_text (query, "printer", what->printer);
  calibrations = td_connection_list (connection, query, error);
  if (calibrations == NULL)
    return FALSE;
  found = find_latest (calibrations, what, to_length (width), to_length (height), date);
  if (found == NULL && what->stock_id != 0)
    {
      found = find_latest (calibrations, &plain, to_length (width), to_length (height), date);
      if (found != NULL)
        g_ptr_array_add (findings, td_finding_at (td_finding_new ("calibration-plain-paper", TD_SEVERITY_WARNING,
                                                                  _ ("The printer was calibrated with plain paper of this size, not with this stock.")),
                                                  what->printer, 0, 0));
    }
  if (found == NULL)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("calibration-none", TD_SEVERITY_WARNING,
                                                              _ ("The printer is not calibrated for this tray and sheet: lines may stand beside the dots.")),
                                              what->printer, 0, 0));
  else
    *calibration = g_object_ref (found);
  return TRUE;
}

/**
 * td_calibration_tell_age:
 * @calibration: a calibration
 * @findings: (element-type TdFinding): gets the finding
 * @date: ISO day on which it is used
 * @days: after how many it is old
 *
 * Says so when a printer must be measured again.
 */
void
td_calibration_tell_age (const TdCalibration *calibration, GPtrArray *findings, const char *date, guint days)
{
  gint64 age = td_calibration_get_age (calibration, date);

  if (age > days)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("calibration-old", TD_SEVERITY_WARNING,
                                                              ngettext ("The printer was calibrated %" PRId64 " day ago. Printers drift: measure it again.",
                                                                        "The printer was calibrated %" PRId64 " days ago. Printers drift: measure it again.", (gulong) age),
                                                              age),
                                              calibration->printer, 0, 0));
}

static gboolean
find_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  const TdCalibrationFor what = { input->printer, input->tray, input->stock_id };
  g_autoptr (TdCalibration) found = NULL;
  guint days;

  if (!td_calibration_read_days (connection, &days, error) || !td_calibration_find (connection, &what, input->readings->width, input->readings->height, input->date, td_job_get_findings (job), &found, error))
    return FALSE;
  if (found == NULL)
    return TRUE;
  td_calibration_tell_age (found, td_job_get_findings (job), input->date, days);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (found)));
  td_job_take_object (job, g_steal_pointer (&found));
  return TRUE;
}

/**
 * td_calibration_find_job:
 * @what: printer, tray and stock
 * @width: of the sheet, millimetres
 * @height: of the sheet
 * @date: the ISO day it is to hold on
 *
 * Returns: (transfer full): a job whose object is the latest #TdCalibration that holds, or %NULL; for
 *   a stock that has none, that of plain paper of its size. Its findings warn when there is none,
 *   when it is old, when it is not the stock's own
 */
TdJob *
td_calibration_find_job (const TdCalibrationFor *what, double width, double height, const char *date)
{
  return td_job_new_read (find_cb, input_new (what, td_calibration_readings_new (width, height), date), (GDestroyNotify) input_free);
}

static gboolean
read_stock_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdStock) stock = NULL;

  if (input->stock_id == 0)
    return TRUE;
  stock = td_connection_get (connection, TD_TYPE_STOCK, input->stock_id, error);
  if (stock == NULL)
    return FALSE;
  input->stock_name = g_strdup (stock->name);
  return TRUE;
}

static gboolean
target_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  const TdCalibrationFor what = { input->printer, input->tray, input->stock_id };
  g_autoptr (TdCalibrationSolution) solution = NULL;

  if (input->readings->readings->len > 0)
    {
      solution = td_calibration_solve (input->readings);
      if (!take_solution (job, solution, error))
        return FALSE;
    }
  return td_calibration_write_target (&what, input->stock_name, input->readings->width, input->readings->height, input->date,
                                      solution != NULL ? &solution->values : NULL, input->path, error);
}

/**
 * td_calibration_target_job:
 * @what: printer, tray and stock
 * @readings: the sheet, and what was read; with no readings the target page is made, else the proof
 *   through the correction that follows from them
 * @date: (nullable): the ISO day
 * @path: the PDF to make or replace
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_calibration_target_job (const TdCalibrationFor *what, const TdCalibrationReadings *readings, const char *date, const char *path)
{
  Input *input = input_new (what, td_calibration_readings_copy (readings), date);
  TdJob *job = td_job_new_read (read_stock_cb, input, (GDestroyNotify) input_free);

  input->path = g_strdup (path);
  td_job_set_after (job, target_after);
  return job;
}
