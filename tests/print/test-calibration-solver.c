/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "td-calibration-solver.h"

/* Printers are simulated by plain trigonometry, apart from what the program computes: a page is
 * scaled, leaned, turned about its top left corner and shifted. */

typedef struct
{
  const char *name;
  double shift_x, shift_y; /* mm */
  double scale_x, scale_y; /* factors */
  double rotation, skew;   /* degrees */
} Printer;

static const Printer printers[] = {
  { "of the issue", 2.3, -1.7, 1.004, 1.004, 0, 0.3 },
  { "of the issue, turned", 2.3, 2.3, 1.004, 1.004, 0.3, 0 },
  { "shifted", 0.6, -0.9, 1, 1, 0, 0 },
  { "far off", -7.5, 6.2, 1, 1, 0, 0 },
  { "to the printable area", 4.2, 4.2, 0.972, 0.972, 0, 0 },
  { "laser, paper shrunk by heat", 0.4, 1.1, 0.9975, 0.9990, 0, 0 },
  { "feeds too fast", 0, 0.3, 1, 1.006, 0, 0 },
  { "feeds askew", 0.5, 0.2, 1, 1, 0.45, 0 },
  { "feeds askew, the other way", -0.5, 1.2, 1.001, 0.999, -0.3, 0 },
  { "scan line leans", 0.2, 0.1, 1, 1, 0, -0.25 },
  { "everything", -2.1, 3.4, 1.006, 0.995, 0.35, -0.2 },
  { "hardly anything", 0.15, -0.1, 1.0004, 1.0002, 0.01, 0.01 },
  { "a little askew", 0.2, 0.1, 1.0006, 1.0003, 0.05, 0.03 },
};

static const Printer true_printer = { "true", 0, 0, 1, 1, 0, 0 };

static const struct
{
  const char *name;
  double width, height;
} sheets[] = { { "A3", 420, 297 }, { "A4", 297, 210 }, { "A4 upright", 210, 297 }, { "A3+", 483, 329 }, { "A5", 210, 148 }, { "card", 90, 55 } };

static void
print_point (const Printer *printer, double *x, double *y)
{
  const double turn = printer->rotation * G_PI / 180, lean = tan (printer->skew * G_PI / 180);
  const double high = *y * printer->scale_y, wide = *x * printer->scale_x + lean * high;

  *x = wide * cos (turn) - high * sin (turn) + printer->shift_x;
  *y = wide * sin (turn) + high * cos (turn) + printer->shift_y;
}

static double
one_error (GRand *rand, double error)
{
  return error > 0 ? g_rand_double_range (rand, -error, error) : 0;
}

static TdCalibrationReadings *
read_sheet (const Printer *printer, double width, double height, guint n, double error, GRand *rand)
{
  static const guint orders[3][5] = { { 1, 2, 3 }, { 1, 2, 3, 4 }, { 1, 2, 3, 4, 5 } };
  TdCalibrationReadings *readings = td_calibration_readings_new (width, height);

  for (guint i = 0; i < n; i++)
    {
      guint mark = orders[n - 3][i];
      double x, y, right, down;

      g_assert_true (td_calibration_get_mark (width, height, mark, &x, &y));
      right = -x;
      down = -y;
      print_point (printer, &x, &y);
      right += x + one_error (rand, error);
      down += y + one_error (rand, error);
      /* People type hundredths at most. */
      td_calibration_readings_add (readings, mark, round (right * 100) / 100, round (down * 100) / 100);
    }
  return readings;
}

/* How far off anything on the sheet lies that is drawn through the correction: in a corner most, as
 * lines stay straight. */
static double
get_left (const Printer *printer, const TdCalibrationValues *values, double width, double height)
{
  cairo_matrix_t correction;
  double worst = 0;

  g_assert_true (td_calibration_values_get_correction (values, &correction));
  for (guint i = 0; i <= 1; i++)
    for (guint k = 0; k <= 1; k++)
      {
        double x = width * i, y = height * k;

        cairo_matrix_transform_point (&correction, &x, &y);
        print_point (printer, &x, &y);
        worst = MAX (worst, hypot (x - width * i, y - height * k));
      }
  return worst;
}

typedef struct
{
  double worst;
  double mean;
  guint over;      /* more than half a millimetre left */
  guint beyond;    /* more left than was told */
  guint untouched; /* nothing corrected */
} Outcome;

#define RUNS 200

static Outcome
run_printer (const Printer *printer, double width, double height, guint n, double error, GRand *rand)
{
  Outcome outcome = { 0 };

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (TdCalibrationReadings) readings = read_sheet (printer, width, height, n, error, rand);
      g_autoptr (TdCalibrationSolution) solution = td_calibration_solve (readings);
      double left;

      g_assert_true (td_calibration_solution_is_good (solution));
      left = get_left (printer, &solution->values, width, height);
      outcome.worst = MAX (outcome.worst, left);
      outcome.mean += left / RUNS;
      outcome.over += left > 0.5;
      outcome.beyond += left > solution->error_left;
      outcome.untouched += solution->model == TD_CALIBRATION_TRUE;
    }
  return outcome;
}

/* On A3 and A4 what is left is under half a millimetre everywhere; with readings off by up to a
 * quarter it may be a little more once in a thousand. */
static void
test_printers (void)
{
  static const double errors[] = { 0, 0.1, 0.25 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260117);

  for (guint n = 4; n <= 5; n++)
    for (guint e = 0; e < G_N_ELEMENTS (errors); e++)
      for (guint s = 0; s < G_N_ELEMENTS (sheets); s++)
        {
          guint over = 0, beyond = 0;

          for (guint p = 0; p < G_N_ELEMENTS (printers); p++)
            {
              Outcome outcome = run_printer (&printers[p], sheets[s].width, sheets[s].height, n, errors[e], rand);

              over += outcome.over;
              beyond += outcome.beyond;
              g_test_message ("%u crosses ±%g mm, %s, %s: at worst %.3f mm left, %.3f in the mean", n, errors[e], sheets[s].name, printers[p].name,
                              outcome.worst, outcome.mean);
              if (errors[e] <= 0.1 && sheets[s].width > 200)
                g_assert_cmpfloat (outcome.worst, <, 0.5);
              g_assert_cmpfloat (outcome.worst, <, 0.8);
            }
          g_test_message ("%u crosses ±%g mm, %s: of %u more than 0.5 mm left in %u, more than told in %u", n, errors[e], sheets[s].name,
                          (guint) (RUNS * G_N_ELEMENTS (printers)), over, beyond);
          if (n == 5)
            g_assert_cmpuint (over, <=, sheets[s].width > 210 ? RUNS * G_N_ELEMENTS (printers) / 1000 : RUNS * G_N_ELEMENTS (printers) / 200);
          g_assert_cmpuint (beyond, <=, RUNS * G_N_ELEMENTS (printers) / 20);
        }
}

/* Three crosses are enough for a printer that does not turn the page. */
static void
test_three (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint p = 0; p < G_N_ELEMENTS (printers); p++)
    if (printers[p].rotation == 0 && printers[p].skew == 0)
      for (guint s = 0; s < 2; s++)
        {
          Outcome outcome = run_printer (&printers[p], sheets[s].width, sheets[s].height, 3, 0.1, rand);

          g_test_message ("3 crosses, %s, %s: at worst %.3f mm left", sheets[s].name, printers[p].name, outcome.worst);
          g_assert_cmpfloat (outcome.worst, <, 0.5);
        }
}

/* A printer that is true stays so: errors of reading are not corrected into it. */
static void
test_noise (void)
{
  static const double errors[] = { 0.1, 0.25 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint e = 0; e < G_N_ELEMENTS (errors); e++)
    for (guint s = 0; s < G_N_ELEMENTS (sheets); s++)
      {
        Outcome outcome = run_printer (&true_printer, sheets[s].width, sheets[s].height, 5, errors[e], rand);

        g_test_message ("±%g mm, %s: left alone %u of %u, at worst %.3f mm made wrong, %.3f in the mean", errors[e], sheets[s].name, outcome.untouched,
                        RUNS, outcome.worst, outcome.mean);
        g_assert_cmpuint (outcome.untouched, >=, RUNS * 85 / 100);
        g_assert_cmpfloat (outcome.worst, <, 0.5);
        g_assert_cmpfloat (outcome.mean, <, 0.05);
      }
}

/* What the numbers for people mean, and that they are kept whole. */
static void
test_values (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint p = 0; p < G_N_ELEMENTS (printers); p++)
    {
      const Printer *printer = &printers[p];
      g_autoptr (TdCalibrationReadings) readings = read_sheet (printer, 420, 297, 5, 0, rand);
      g_autoptr (TdCalibrationSolution) solution = NULL;
      cairo_matrix_t map;

      readings->accuracy = TD_CALIBRATION_ACCURACY_MIN;
      solution = td_calibration_solve (readings);
      if (solution->model != TD_CALIBRATION_SKEW)
        continue;
      /* Typed hundredths are the only error. */
      g_assert_cmpfloat_with_epsilon (solution->values.shift_x / 1e3, printer->shift_x, 0.02);
      g_assert_cmpfloat_with_epsilon (solution->values.shift_y / 1e3, printer->shift_y, 0.02);
      g_assert_cmpfloat_with_epsilon (1 + solution->values.scale_x / 1e6, printer->scale_x, 5e-5);
      g_assert_cmpfloat_with_epsilon (1 + solution->values.scale_y / 1e6, printer->scale_y, 5e-5);
      g_assert_cmpfloat_with_epsilon (solution->values.rotation / 1e6, printer->rotation * G_PI / 180, 5e-5);
      g_assert_cmpfloat_with_epsilon (solution->values.skew / 1e6, tan (printer->skew * G_PI / 180), 5e-5);
      td_calibration_values_get_printer (&solution->values, &map);
      for (guint i = 0; i < 4; i++)
        {
          double x = i % 2 * 420, y = i / 2 * 297, wanted_x = x, wanted_y = y;

          cairo_matrix_transform_point (&map, &x, &y);
          print_point (printer, &wanted_x, &wanted_y);
          g_assert_cmpfloat (hypot (x - wanted_x, y - wanted_y), <, 0.03);
        }
    }
}

typedef enum
{
  TYPED_SIGN,
  TYPED_SIGNS,
  TYPED_TENFOLD,
  TYPED_TENTH,
  TYPED_EXCHANGED,
  TYPED_OTHER,
  N_TYPED
} Typed;

static const char *const typed_names[N_TYPED] = { "sign", "both signs", "tenfold", "a tenth", "exchanged", "another number" };

static void
mistype (TdCalibrationReading *reading, Typed typed, GRand *rand)
{
  const double right = reading->right, down = reading->down;

  if (typed == TYPED_SIGN || typed == TYPED_SIGNS)
    reading->right = -right;
  if (typed == TYPED_SIGNS)
    reading->down = -down;
  if (typed == TYPED_TENFOLD)
    reading->down = down * 10;
  if (typed == TYPED_TENTH)
    reading->right = right / 10;
  if (typed == TYPED_EXCHANGED)
    {
      reading->right = down;
      reading->down = right;
    }
  if (typed == TYPED_OTHER)
    reading->right += g_rand_boolean (rand) ? 3 : -3;
}

typedef struct
{
  guint all;
  guint alone;  /* it, and no other, was named */
  guint among;  /* it was named beside others */
  guint other;  /* only others were named */
  guint silent; /* it was taken without a word */
} Naming;

static void
judge_slip (const TdCalibrationSolution *solution, guint line, Naming *naming)
{
  guint named = 0;
  gboolean hit = FALSE;

  for (guint i = 0; i < solution->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (solution->findings, i);

      named += finding->line != 0;
      hit |= finding->line == line;
    }
  naming->all++;
  naming->alone += hit && named == 1;
  naming->among += hit && named > 1;
  naming->other += !hit && named > 0;
  naming->silent += solution->findings->len == 0;
}

static Naming
run_slips (guint n, double error, Typed typed, GRand *rand)
{
  Naming naming = { 0 };

  while (naming.all < 300)
    {
      const Printer *printer = &printers[g_rand_int_range (rand, 0, G_N_ELEMENTS (printers))];
      guint s = g_rand_int_range (rand, 0, 2), at = g_rand_int_range (rand, 0, n);
      g_autoptr (TdCalibrationReadings) readings = read_sheet (printer, sheets[s].width, sheets[s].height, n, error, rand);
      TdCalibrationReading *reading = &g_array_index (readings->readings, TdCalibrationReading, at);
      const TdCalibrationReading good = *reading;
      g_autoptr (TdCalibrationSolution) solution = NULL;

      readings->accuracy = error;
      mistype (reading, typed, rand);
      if (hypot (reading->right - good.right, reading->down - good.down) < 2)
        continue;
      solution = td_calibration_solve (readings);
      judge_slip (solution, at + 1, &naming);
      /* What is taken all the same is no worse than what was told. */
      if (n > 3)
        g_assert_false (td_calibration_solution_is_good (solution));
    }
  return naming;
}

static void
test_slips (void)
{
  static const double errors[] = { 0.1, 0.25 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint n = 3; n <= 5; n++)
    for (guint e = 0; e < G_N_ELEMENTS (errors); e++)
      for (Typed typed = 0; typed < N_TYPED; typed++)
        {
          Naming naming = run_slips (n, errors[e], typed, rand);

          g_test_message ("%u crosses ±%g mm, %s: named alone %u, beside others %u, another named %u, of %u", n, errors[e], typed_names[typed], naming.alone,
                          naming.among, naming.other, naming.all);
          g_assert_cmpuint (naming.silent, ==, 0);
          if (n == 5)
            {
              g_assert_cmpuint (naming.alone + naming.among, >=, naming.all * 99 / 100);
              g_assert_cmpuint (naming.alone, >=, naming.all * (typed == TYPED_OTHER ? 85 : 93) / 100);
            }
          if (n == 4 && typed != TYPED_OTHER)
            g_assert_cmpuint (naming.alone + naming.among, >=, naming.all * 94 / 100);
        }
}

/* Nonsense. */
static void
test_refused (void)
{
  static const struct
  {
    const char *rule;
    guint line; /* 0: of no reading */
    struct
    {
      guint mark;
      double right, down;
    } readings[6];
  } cases[] = {
    { "calibration-too-few", 0, { { 0, 0, 0 } } },
    { "calibration-too-few", 0, { { 1, 1, 1 }, { 4, 1, 1 } } },
    { "calibration-in-a-line", 0, { { 1, 1, 1 }, { 5, 1, 1 }, { 4, 1, 1 } } },
    { "calibration-twice", 3, { { 1, 1, 1 }, { 2, 1, 1 }, { 2, 1, 1 }, { 3, 1, 1 } } },
    { "calibration-too-far", 2, { { 1, 1, 1 }, { 2, 15.1, 1 }, { 3, 1, 1 } } },
    { "calibration-too-far", 3, { { 1, 1, 1 }, { 2, 1, 1 }, { 3, 1, -400 } } },
    { "calibration-too-far", 1, { { 1, NAN, 1 }, { 2, 1, 1 }, { 3, 1, 1 } } },
    { "calibration-too-far", 1, { { 1, 0, INFINITY }, { 2, 1, 1 }, { 3, 1, 1 } } },
    { "calibration-not-a-printer", 0, { { 1, -6, -5 }, { 2, 6, -5 }, { 3, -6, 5 }, { 4, 6, 5 }, { 5, 0, 0 } } },
    { "calibration-contradiction", 0, { { 1, 3, -5 }, { 2, -4, 2 }, { 3, 0, 5 }, { 4, 6, -3 }, { 5, -5, 4 } } },
    { "calibration-mistyped", 4, { { 1, 2.3, 0.5 }, { 2, 2.3, 0.5 }, { 3, 2.3, 0.5 }, { 4, -2.3, 0.5 }, { 5, 2.3, 0.5 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdCalibrationReadings) readings = td_calibration_readings_new (420, 297);
      g_autoptr (TdCalibrationSolution) solution = NULL;
      TdFinding *finding;

      for (guint k = 0; cases[i].readings[k].mark > 0; k++)
        td_calibration_readings_add (readings, cases[i].readings[k].mark, cases[i].readings[k].right, cases[i].readings[k].down);
      solution = td_calibration_solve (readings);
      g_test_message ("case %u", i);
      g_assert_false (td_calibration_solution_is_good (solution));
      finding = g_ptr_array_index (solution->findings, 0);
      g_assert_cmpstr (finding->rule, ==, cases[i].rule);
      g_assert_cmpuint (finding->line, ==, cases[i].line);
      g_assert_cmpuint (solution->rests->len, ==, 0);
      g_assert_cmpint (solution->values.shift_x, ==, 0);
    }
}

static void
test_millimetres (void)
{
  static const struct
  {
    const char *typed;
    gboolean good;
    double mm;
    const char *shown;
  } cases[] = {
    { "2,3", TRUE, 2.3, "+2,3" },
    { " -0.25 mm ", TRUE, -0.25, "-0,25" },
    { "−1,0", TRUE, -1, "-1" },
    { "+12", TRUE, 12, "+12" },
    { "0", TRUE, 0, "0" },
    { "-0,001", TRUE, -0.001, "0" },
    { "0,5mm", TRUE, 0.5, "+0,5" },
    { "+-1", FALSE, 0, NULL },
    { "", FALSE, 0, NULL },
    { "mm", FALSE, 0, NULL },
    { "2,3,4", FALSE, 0, NULL },
    { "nan", FALSE, 0, NULL },
    { "0x10", FALSE, 0, NULL },
    { "1e3", FALSE, 0, NULL },
    { "--1", FALSE, 0, NULL },
    { "hai", FALSE, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;
      double mm = 0;

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (td_calibration_parse_mm (cases[i].typed, &mm), ==, cases[i].good);
      if (!cases[i].good)
        continue;
      g_assert_cmpfloat_with_epsilon (mm, cases[i].mm, 1e-9);
      shown = td_calibration_dup_mm (mm, TRUE);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calibration-solver/printers", test_printers);
  g_test_add_func ("/calibration-solver/three", test_three);
  g_test_add_func ("/calibration-solver/noise", test_noise);
  g_test_add_func ("/calibration-solver/values", test_values);
  g_test_add_func ("/calibration-solver/slips", test_slips);
  g_test_add_func ("/calibration-solver/refused", test_refused);
  g_test_add_func ("/calibration-solver/millimetres", test_millimetres);
  return g_test_run ();
}
