/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-calibrate"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "td-calibration-file.h"
#include "td-calibration-jobs.h"
#include "td-cli.h"
#include "td-date.h"
#include "td-entity-text.h"
#include "td-length.h"

/* printer calibrate: the page to measure with, and what the readings make. */

/* What is asked for, with the sheet's size understood. */
typedef struct
{
  TdCliArgs *args;
  TdCalibrationFor what;
  double width;
  double height;
  char *today;
} Calibrating;

static gboolean
parse_size (const char *text, double *width, double *height)
{
  gint64 lengths[2];

  if (!td_length_parse_sheet (text, &lengths[0], &lengths[1]))
    return FALSE;
  *width = lengths[0] / 1000.0;
  *height = lengths[1] / 1000.0;
  return td_calibration_is_sheet (*width, *height);
}

static gboolean
is_text (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL);
}

static void
print_json (const TdCalibrationReadings *readings, const TdCalibrationSolution *solution, gint64 id)
{
  const TdCalibrationValues *values = &solution->values;
  JsonObject *object = json_object_new ();
  JsonArray *rests = json_array_new ();
  JsonArray *findings = json_array_new ();
  g_autofree char *text = NULL;

  if (id != 0)
    json_object_set_int_member (object, "id", id);
  json_object_set_int_member (object, "width", llround (readings->width * 1000));
  json_object_set_int_member (object, "height", llround (readings->height * 1000));
  json_object_set_int_member (object, "shift_x", values->shift_x);
  json_object_set_int_member (object, "shift_y", values->shift_y);
  json_object_set_int_member (object, "scale_x", values->scale_x);
  json_object_set_int_member (object, "scale_y", values->scale_y);
  json_object_set_int_member (object, "rotation", values->rotation);
  json_object_set_int_member (object, "skew", values->skew);
  json_object_set_int_member (object, "residual", llround (solution->error_left * 1000));
  json_object_set_int_member (object, "before", llround (solution->before * 1000));
  json_object_set_int_member (object, "n_readings", readings->readings->len);
  for (guint i = 0; i < solution->rests->len; i++)
    {
      const TdCalibrationRest *rest = &g_array_index (solution->rests, TdCalibrationRest, i);
      JsonObject *mark = json_object_new ();

      json_object_set_int_member (mark, "mark", rest->mark);
      json_object_set_int_member (mark, "right", llround (rest->right * 1000));
      json_object_set_int_member (mark, "down", llround (rest->down * 1000));
      json_array_add_object_element (rests, mark);
    }
  json_object_set_array_member (object, "rests", rests);
  for (guint i = 0; i < solution->findings->len; i++)
    json_array_add_object_element (findings, td_finding_to_json (g_ptr_array_index (solution->findings, i)));
  json_object_set_array_member (object, "findings", findings);
  text = td_json_object_to_text (object, FALSE);
  g_print ("%s\n", text);
}

static void
print_length (const char *label, double mm, gboolean sign)
{
  g_autofree char *length = td_calibration_dup_mm (mm, sign);

  g_print ("%s: %s mm\n", label, length);
}

/* What slopes and scales make over the whole sheet says more than millionths. */
static void
print_plain (const TdCalibrationReadings *readings, const TdCalibrationSolution *solution)
{
  const TdCalibrationValues *values = &solution->values;

  print_length (_ ("Shift to the right"), values->shift_x / 1e3, TRUE);
  print_length (_ ("Shift down"), values->shift_y / 1e3, TRUE);
  print_length (_ ("Too wide, over the sheet"), values->scale_x / 1e6 * readings->width, TRUE);
  print_length (_ ("Too high, over the sheet"), values->scale_y / 1e6 * readings->height, TRUE);
  print_length (_ ("Turned clockwise, over the sheet's width"), values->rotation / 1e6 * readings->width, TRUE);
  print_length (_ ("Slanted, over the sheet's height"), values->skew / 1e6 * readings->height, TRUE);
  print_length (_ ("Worst corner before"), solution->before, FALSE);
  print_length (_ ("Error left at most"), solution->error_left, FALSE);
}

/* Keeps it in the office, and makes the proof: both or none. */
static int
keep (const Calibrating *self, const TdCalibrationReadings *readings, gint64 *id)
{
  g_autoptr (TdJob) job = td_calibration_keep_job (&self->what, readings, self->today, self->args->actor, self->args->proof, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_DONE;
  gboolean ok;

  store = td_cli_open (self->args, TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  ok = td_job_run (job, store, NULL, &error);
  td_store_close (store);
  *id = td_job_get_id (job);
  return ok ? TD_CLI_DONE : td_cli_finish (job, ok, error);
}

static int
apply (const Calibrating *self, const TdCalibrationReadings *readings, TdCalibrationSolution *solution)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  int code = TD_CLI_DONE;

  if (self->args->office != NULL)
    code = keep (self, readings, &id);
  else if (self->args->proof != NULL
           && !td_calibration_write_target (&self->what, NULL, readings->width, readings->height, self->today, &solution->values, self->args->proof, &error))
    code = td_cli_fail (error);
  if (code != TD_CLI_DONE)
    return code;
  if (self->args->json)
    print_json (readings, solution, id);
  else
    {
      td_cli_print_findings (solution->findings);
      print_plain (readings, solution);
    }
  return TD_CLI_DONE;
}

static int
read_and_solve (const Calibrating *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdCalibrationReadings) readings = td_calibration_file_read (self->args->readings, self->width, self->height, findings, &error);
  g_autoptr (TdCalibrationSolution) solution = NULL;

  if (readings == NULL)
    return td_cli_fail (error);
  if (findings->len == 0)
    {
      solution = td_calibration_solve (readings);
      if (td_calibration_solution_is_good (solution))
        return apply (self, readings, solution);
    }
  if (self->args->json)
    td_cli_print_json_findings (solution != NULL ? solution->findings : findings);
  else
    td_cli_print_findings (solution != NULL ? solution->findings : findings);
  return TD_CLI_REFUSED;
}

int
td_cli_printer_calibrate (TdCliArgs *args)
{
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (GError) error = NULL;
  Calibrating self = { args, { args->printer, args->tray, args->stock }, 420, 297, today };

  if ((args->target == NULL) == (args->readings == NULL))
    return td_cli_usage ("%s", _ ("Either --target OUT.pdf makes the page to measure with, or --readings FILE says what was read on it."));
  if (args->size != NULL && !parse_size (args->size, &self.width, &self.height))
    return td_cli_usage ("%s", _ ("The size of a sheet is written as 420x297: millimetres, 50 to 700 each way."));
  if (!is_text (self.what.printer) || !is_text (args->tray))
    return td_cli_usage ("%s", _ ("The name of the printer or tray is not text."));
  if (args->target == NULL)
    {
      if (args->office != NULL && self.what.printer == NULL)
        return td_cli_usage ("%s", _ ("To keep it in the office, the printer is needed: --printer NAME."));
      return read_and_solve (&self);
    }
  if (!td_calibration_write_target (&self.what, NULL, self.width, self.height, today, NULL, args->target, &error))
    return td_cli_fail (error);
  g_print ("%s\n", args->target);
  return TD_CLI_DONE;
}

int
td_cli_printer_reminder (TdCliArgs *args)
{
  gint64 days = 0;
  g_autoptr (TdJob) job = NULL;
  int code;

  if (args->n_words > 0 && !g_ascii_string_to_signed (args->words[0], 10, 0, G_MAXINT32, &days, NULL))
    return td_cli_usage (_ ("“%s” is not a number of days."), args->words[0]);
  job = args->n_words > 0 ? td_calibration_set_days_job (days) : td_calibration_days_job ();
  code = td_cli_run_job (args, job, args->n_words > 0);
  if (code == TD_CLI_DONE && args->json)
    g_print ("{\"days\": %" G_GINT64_FORMAT "}\n", td_job_get_count (job));
  else if (code == TD_CLI_DONE)
    g_print ("%" G_GINT64_FORMAT "\n", td_job_get_count (job));
  return code;
}
