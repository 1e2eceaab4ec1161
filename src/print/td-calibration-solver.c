/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-solver"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-calibration-fit.h"
#include "td-calibration-solver.h"

/* Readings in, what the printer does out, or which reading to look at again. */

/**
 * td_calibration_values_get_printer:
 * @self: what a printer does
 * @matrix: (out): from where something should stand to where it prints it, millimetres from the
 *   sheet's top left corner
 */
void
td_calibration_values_get_printer (const TdCalibrationValues *self, cairo_matrix_t *matrix)
{
  const double angle = self->rotation / 1e6, skew = self->skew / 1e6;
  const double wide = 1 + self->scale_x / 1e6, high = 1 + self->scale_y / 1e6;

  cairo_matrix_init (matrix,
                     wide * cos (angle), wide * sin (angle),
                     high * (skew * cos (angle) - sin (angle)), high * (skew * sin (angle) + cos (angle)),
                     self->shift_x / 1e3, self->shift_y / 1e3);
}

/**
 * td_calibration_values_get_correction:
 * @self: what a printer does
 * @matrix: (out): from where something should stand to where it must be drawn so that the printer
 *   puts it there
 *
 * Returns: whether there is such a map
 */
gboolean
td_calibration_values_get_correction (const TdCalibrationValues *self, cairo_matrix_t *matrix)
{
  td_calibration_values_get_printer (self, matrix);
  return cairo_matrix_invert (matrix) == CAIRO_STATUS_SUCCESS;
}

/**
 * td_calibration_values_get_worst:
 * @self: what a printer does
 * @width: of the sheet, millimetres
 * @height: of the sheet
 * @x: (out) (optional): the corner where it is farthest off
 * @y: (out) (optional): the same
 *
 * Returns: how far off it prints there, millimetres
 */
double
td_calibration_values_get_worst (const TdCalibrationValues *self, double width, double height, double *x, double *y)
{
  cairo_matrix_t printer;
  double worst = -1;

  td_calibration_values_get_printer (self, &printer);
  /* How far off a place is grows evenly in every direction, so a corner has the most. */
  for (guint corner = 0; corner < 4; corner++)
    {
      const double left = corner % 2 * width, top = corner / 2 * height;
      double printed_x = left, printed_y = top, off;

      cairo_matrix_transform_point (&printer, &printed_x, &printed_y);
      off = hypot (printed_x - left, printed_y - top);
      if (off <= worst)
        continue;
      worst = off;
      if (x != NULL)
        *x = left;
      if (y != NULL)
        *y = top;
    }
  return worst;
}

/* What fingers do to a number, and what may be typed at the wrong place. */
typedef enum
{
  SLIP_SIGN_RIGHT,
  SLIP_SIGN_DOWN,
  SLIP_SIGNS,
  SLIP_TENTH_RIGHT,
  SLIP_TENTH_DOWN,
  SLIP_TENTHS,
  SLIP_TIMES_TEN_RIGHT,
  SLIP_TIMES_TEN_DOWN,
  SLIP_TIMES_TEN,
  SLIP_EXCHANGED,
  SLIP_UNKNOWN, /* some other number */
  N_SLIPS
} Slip;

/* A slip of no known kind explains anything, so it must explain more to be believed. */
#define SLIP_UNKNOWN_COST 8.0

/* Two explanations nearer than this cannot be told apart. */
#define SLIP_CLEAR_LEAD 5.0

/* Undoes a slip in @reading; FALSE when it would change nothing. */
static gboolean
undo_slip (TdCalibrationReading *reading, Slip slip)
{
  const TdCalibrationReading typed = *reading;

  switch (slip)
    {
    case SLIP_SIGN_RIGHT:
    case SLIP_SIGN_DOWN:
    case SLIP_SIGNS:
      reading->right *= slip == SLIP_SIGN_DOWN ? 1 : -1;
      reading->down *= slip == SLIP_SIGN_RIGHT ? 1 : -1;
      break;
    case SLIP_TENTH_RIGHT:
    case SLIP_TENTH_DOWN:
    case SLIP_TENTHS:
      reading->right /= slip == SLIP_TENTH_DOWN ? 1 : 10;
      reading->down /= slip == SLIP_TENTH_RIGHT ? 1 : 10;
      break;
    case SLIP_TIMES_TEN_RIGHT:
    case SLIP_TIMES_TEN_DOWN:
    case SLIP_TIMES_TEN:
      reading->right *= slip == SLIP_TIMES_TEN_DOWN ? 1 : 10;
      reading->down *= slip == SLIP_TIMES_TEN_RIGHT ? 1 : 10;
      break;
    case SLIP_EXCHANGED:
      reading->right = typed.down;
      reading->down = typed.right;
      break;
    case SLIP_UNKNOWN:
    case N_SLIPS:
    default:
      return FALSE;
    }
  return fabs (reading->right - typed.right) + fabs (reading->down - typed.down) > 1e-9;
}

static const TdCalibrationReading *
get_reading (const TdCalibrationReadings *readings, guint i)
{
  return &g_array_index (readings->readings, TdCalibrationReading, i);
}

/* Errors of reading may make the numbers of a small sheet larger than they are. */
static gboolean
is_plausible (const TdCalibrationValues *values, const TdCalibrationReadings *readings, const TdCalibrationFit *largest)
{
  const double doubt = td_calibration_fit_doubt (largest, readings, 0, 0) / hypot (readings->width / 2, readings->height / 2);
  const double most = TD_CALIBRATION_STEEPEST + doubt * 1e6;

  return ABS (values->scale_x) <= most && ABS (values->scale_y) <= most && ABS (values->rotation) <= most && ABS (values->skew) <= most;
}

static gboolean
is_far (const TdCalibrationReading *reading)
{
  /* Written so that what is no number is far. */
  return !(fabs (reading->right) <= TD_CALIBRATION_FARTHEST && fabs (reading->down) <= TD_CALIBRATION_FARTHEST);
}

typedef struct
{
  guint reading;
  Slip slip;
  TdCalibrationReading mended;
  double score; /* the smaller the likelier */
} Guess;

/* What would have been read at a cross. */
static TdCalibrationReading
predict (const TdCalibrationReading *reading, const TdCalibrationValues *values)
{
  TdCalibrationReading predicted = *reading;
  cairo_matrix_t printer;
  double x = reading->x, y = reading->y;

  td_calibration_values_get_printer (values, &printer);
  cairo_matrix_transform_point (&printer, &x, &y);
  predicted.right = round ((x - reading->x) * 10) / 10;
  predicted.down = round ((y - reading->y) * 10) / 10;
  return predicted;
}

/* Whether all the readings fit once one of them is mended, or left out. */
static gboolean
try_slip (const TdCalibrationReadings *readings, guint i, Slip slip, Guess *guess)
{
  g_autoptr (TdCalibrationReadings) mended = td_calibration_readings_copy (readings);
  TdCalibrationReading *reading = &g_array_index (mended->readings, TdCalibrationReading, i);
  TdCalibrationValues values;
  TdCalibrationFit fit, largest;

  *guess = (Guess){ .reading = i, .slip = slip };
  /* Distances are not mistaken in their sign or exchanged; any other number is. */
  if (readings->from_edges && slip != SLIP_UNKNOWN)
    return FALSE;
  if (slip == SLIP_UNKNOWN)
    g_array_remove_index (mended->readings, i);
  else if (!undo_slip (reading, slip) || is_far (reading))
    return FALSE;
  else
    guess->mended = *reading;
  for (guint k = 0; k < mended->readings->len; k++)
    if (is_far (get_reading (mended, k)))
      return FALSE;
  if (mended->readings->len < 3 || !td_calibration_marks_spread (mended))
    return FALSE;
  td_calibration_fit (mended, &fit, &largest);
  td_calibration_fit_get_values (&fit, mended->width, mended->height, &values);
  if (slip == SLIP_UNKNOWN)
    guess->mended = predict (get_reading (readings, i), &values);
  guess->score = fit.misfit + 2 * fit.n_unknowns + td_calibration_fit_unlikely (&fit) + (slip == SLIP_UNKNOWN ? SLIP_UNKNOWN_COST : 0);
  return td_calibration_fit_judge (&largest) != TD_SEVERITY_BLOCK && is_plausible (&values, mended, &largest);
}

/* The likeliest slip of each reading, likeliest first. */
static GArray *
guess_slips (const TdCalibrationReadings *readings)
{
  GArray *guesses = g_array_new (FALSE, FALSE, sizeof (Guess));

  for (guint i = 0; i < readings->readings->len; i++)
    {
      Guess best = { .score = G_MAXDOUBLE }, guess;
      guint place = 0;

      for (Slip slip = 0; slip < N_SLIPS; slip++)
        if (try_slip (readings, i, slip, &guess) && guess.score < best.score)
          best = guess;
      if (best.score == G_MAXDOUBLE)
        continue;
      while (place < guesses->len && g_array_index (guesses, Guess, place).score <= best.score)
        place++;
      g_array_insert_val (guesses, place, best);
    }
  return guesses;
}

static TdFinding *
at_reading (TdFinding *finding, const TdCalibrationReadings *readings, guint i)
{
  const TdCalibrationReading *reading = get_reading (readings, i);
  /* Translators: a numbered cross on a page printed to measure with. */
  g_autofree char *where = g_strdup_printf (_ ("Cross %u"), reading->mark);

  return td_finding_at (finding, where, 0, reading->line != 0 ? reading->line : i + 1);
}

/* As it was read: how far off, or how far from the nearest edges. */
static char *
describe (const TdCalibrationReadings *readings, const TdCalibrationReading *reading)
{
  const gboolean from_right = reading->x > readings->width / 2, from_bottom = reading->y > readings->height / 2;
  const double across = reading->x + reading->right, along = reading->y + reading->down;
  g_autofree char *x = td_calibration_dup_mm (!readings->from_edges ? reading->right : from_right ? readings->width - across
                                                                                                  : across,
                                              !readings->from_edges);
  g_autofree char *y = td_calibration_dup_mm (!readings->from_edges ? reading->down : from_bottom ? readings->height - along
                                                                                                  : along,
                                              !readings->from_edges);

  if (!readings->from_edges)
    /* Translators: how far to the right and down something lies, in millimetres with sign: "right +2,3, down -0,8". */
    return g_strdup_printf (_ ("right %s, down %s"), x, y);
  /* Translators: in these four, how far something lies from two edges of a sheet, in millimetres. */
  if (from_right)
    return g_strdup_printf (from_bottom ? _ ("from the right %s, from the bottom %s") : _ ("from the right %s, from the top %s"), x, y);
  return g_strdup_printf (from_bottom ? _ ("from the left %s, from the bottom %s") : _ ("from the left %s, from the top %s"), x, y);
}

/* What one is told of a reading that does not go with the others. */
static TdFinding *
make_slip_finding (const TdCalibrationReadings *readings, const Guess *guess, TdSeverity severity)
{
  g_autofree char *typed = describe (readings, get_reading (readings, guess->reading));
  g_autofree char *mended = describe (readings, &guess->mended);

  return td_finding_new ("calibration-mistyped", severity,
                         /* Translators: both are like "right +2,3, down -0,8". */
                         _ ("“%s” does not go well with the other crosses; “%s” would. Please read it again."), typed, mended);
}

/* Names the readings that are likely wrong, or rather might be when one cannot tell which; FALSE
 * when none alone can be. */
static gboolean
name_slips (GPtrArray *findings, const TdCalibrationReadings *readings, TdSeverity severity)
{
  g_autoptr (GArray) guesses = guess_slips (readings);
  guint n = 0;

  while (n < guesses->len && g_array_index (guesses, Guess, n).score < g_array_index (guesses, Guess, 0).score + SLIP_CLEAR_LEAD)
    n++;
  if (n > 1)
    g_ptr_array_add (findings, td_finding_new ("calibration-contradiction", severity,
                                               _ ("One of these readings is wrong; the others do not tell which.")));
  for (guint i = 0; i < n; i++)
    {
      const Guess *guess = &g_array_index (guesses, Guess, i);

      g_ptr_array_add (findings, at_reading (make_slip_finding (readings, guess, severity), readings, guess->reading));
    }
  return n > 0;
}

static void
check_far (GPtrArray *findings, const TdCalibrationReadings *readings)
{
  for (guint i = 0; i < readings->readings->len; i++)
    {
      const TdCalibrationReading *reading = get_reading (readings, i);
      g_autofree char *typed = NULL;

      if (!is_far (reading))
        continue;
      typed = describe (readings, reading);
      g_ptr_array_add (findings, at_reading (td_finding_new ("calibration-too-far", TD_SEVERITY_BLOCK,
                                                             /* Translators: %s is like "right +23, down -0,8". */
                                                             _ ("“%s”: no printer is off by more than 15 mm. Is the decimal comma missing, or was another edge measured from?"),
                                                             typed),
                                             readings, i));
    }
}

static void
check_marks (GPtrArray *findings, const TdCalibrationReadings *readings)
{
  for (guint i = 0; i < readings->readings->len; i++)
    {
      const TdCalibrationReading *reading = get_reading (readings, i);

      if (!(reading->x >= 0 && reading->x <= readings->width && reading->y >= 0 && reading->y <= readings->height))
        g_ptr_array_add (findings, at_reading (td_finding_new ("calibration-outside", TD_SEVERITY_BLOCK, _ ("This cross does not stand on the sheet.")),
                                               readings, i));
      for (guint k = 0; k < i; k++)
        if (get_reading (readings, k)->mark == reading->mark)
          {
            g_ptr_array_add (findings, at_reading (td_finding_new ("calibration-twice", TD_SEVERITY_BLOCK, _ ("This cross is given twice.")),
                                                   readings, i));
            break;
          }
    }
  if (findings->len > 0)
    return;
  if (readings->readings->len < 3)
    g_ptr_array_add (findings, td_finding_new ("calibration-too-few", TD_SEVERITY_BLOCK, _ ("At least three crosses must be read, better all five.")));
  else if (!td_calibration_marks_spread (readings))
    g_ptr_array_add (findings, td_finding_new ("calibration-in-a-line", TD_SEVERITY_BLOCK,
                                               _ ("The crosses read lie in a line or too near to each other. Read one more, near another corner.")));
}

/* What does not come from a printer, and which reading it may come from. */
static void
check_fit (GPtrArray *findings, const TdCalibrationReadings *readings, const TdCalibrationFit *largest, const TdCalibrationValues *values)
{
  TdSeverity severity = td_calibration_fit_judge (largest);

  if (severity == TD_SEVERITY_INFO && !is_plausible (values, readings, largest))
    severity = TD_SEVERITY_BLOCK;
  if (severity == TD_SEVERITY_INFO || name_slips (findings, readings, severity))
    return;
  if (!is_plausible (values, readings, largest))
    g_ptr_array_add (findings, td_finding_new ("calibration-not-a-printer", TD_SEVERITY_BLOCK,
                                               _ ("By these readings the printer would be wrong by more than 3 %% in size or angle. Was the page scaled to fit when it was printed, or is the sheet of another size?")));
  else
    g_ptr_array_add (findings, td_finding_new ("calibration-contradiction", severity,
                                               readings->readings->len > 3 ? _ ("The readings contradict each other. Please read all crosses again.")
                                                                           : _ ("The readings contradict each other. Please read them again, and a fourth and fifth cross.")));
}

static void
find_rest (TdCalibrationSolution *self, const TdCalibrationReadings *readings, const TdCalibrationFit *largest)
{
  cairo_matrix_t printer;

  td_calibration_values_get_printer (&self->values, &printer);
  self->before = td_calibration_values_get_worst (&self->values, readings->width, readings->height, &self->worst_x, &self->worst_y);
  for (guint i = 0; i < readings->readings->len; i++)
    {
      const TdCalibrationReading *reading = get_reading (readings, i);
      double x = reading->x, y = reading->y;
      TdCalibrationRest rest = { .mark = reading->mark };

      cairo_matrix_transform_point (&printer, &x, &y);
      rest.right = reading->x + reading->right - x;
      rest.down = reading->y + reading->down - y;
      g_array_append_val (self->rests, rest);
      if (hypot (rest.right, rest.down) > self->error_left)
        {
          self->error_left = hypot (rest.right, rest.down);
          self->worst_x = reading->x;
          self->worst_y = reading->y;
        }
    }
  for (guint corner = 0; corner < 4; corner++)
    {
      const double x = corner % 2 * readings->width, y = corner / 2 * readings->height;
      double doubt = td_calibration_fit_doubt (largest, readings, x, y);

      if (doubt > self->error_left)
        {
          self->error_left = doubt;
          self->worst_x = x;
          self->worst_y = y;
        }
    }
}

static void
tell (TdCalibrationSolution *self, const TdCalibrationReadings *readings)
{
  g_autofree char *left = td_calibration_dup_mm (self->error_left, FALSE);

  if (self->model == TD_CALIBRATION_TRUE)
    g_ptr_array_add (self->findings, td_finding_new ("calibration-true", TD_SEVERITY_INFO,
                                                     _ ("The printer prints where it should, as far as can be read. Nothing is corrected.")));
  if (readings->readings->len == 3)
    g_ptr_array_add (self->findings, td_finding_new ("calibration-three", TD_SEVERITY_WARNING,
                                                     _ ("With three crosses a slip may stay unnoticed, and a page printed askew is not put right. Better read all five.")));
  else if (self->error_left > TD_CALIBRATION_GOAL)
    g_ptr_array_add (self->findings, td_finding_new ("calibration-rough", TD_SEVERITY_WARNING,
                                                     /* Translators: %s is a length such as "0,6". */
                                                     _ ("Lines may still be off by %s mm in a corner of the sheet. Read more crosses, or read them more exactly."),
                                                     left));
}

/**
 * td_calibration_solve:
 * @readings: what a person has read at three to five crosses or more
 *
 * Finds what the printer does by least squares: shift and scale first, rotation and skew only as
 * far as the readings bear them out beyond their own errors.
 *
 * Returns: (transfer full): what it does and what will be left, or findings that block and name
 *   the reading to look at again
 */
TdCalibrationSolution *
td_calibration_solve (const TdCalibrationReadings *readings)
{
  TdCalibrationSolution *self = g_new0 (TdCalibrationSolution, 1);
  TdCalibrationFit fit, largest;
  TdCalibrationValues values;

  self->findings = td_findings_new ();
  self->rests = g_array_new (FALSE, TRUE, sizeof (TdCalibrationRest));
  check_far (self->findings, readings);
  check_marks (self->findings, readings);
  if (self->findings->len > 0)
    return self;
  td_calibration_fit (readings, &fit, &largest);
  td_calibration_fit_get_values (&fit, readings->width, readings->height, &values);
  check_fit (self->findings, readings, &largest, &values);
  if (td_findings_block (self->findings))
    return self;
  self->values = values;
  self->model = fit.model;
  find_rest (self, readings, &largest);
  tell (self, readings);
  return self;
}

/**
 * td_calibration_solution_is_good:
 * @self: a solution
 *
 * Returns: whether it can be applied
 */
gboolean
td_calibration_solution_is_good (const TdCalibrationSolution *self)
{
  return !td_findings_block (self->findings);
}

/**
 * td_calibration_solution_free:
 * @self: (transfer full): a solution
 */
void
td_calibration_solution_free (TdCalibrationSolution *self)
{
  g_array_unref (self->rests);
  g_ptr_array_unref (self->findings);
  g_free (self);
}
