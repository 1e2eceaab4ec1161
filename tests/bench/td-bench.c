/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "td-bench.h"
#include "td-demo.h"

/* TD_BENCH_CLOCK=cpu counts what the process works, for a machine that does other things beside. */
static double
now (void)
{
  gboolean cpu = g_strcmp0 (g_getenv ("TD_BENCH_CLOCK"), "cpu") == 0;
  struct timespec time;

  clock_gettime (cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

double
td_bench_seconds (TdBenchFunc func, gpointer data)
{
  double begin = now ();

  func (data);
  return now () - begin;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

double
td_bench_median (TdBenchFunc func, gpointer data, guint n)
{
  g_autofree double *times = g_new (double, n);

  for (guint i = 0; i < n; i++)
    times[i] = td_bench_seconds (func, data);
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

/* "what: ours, beside, ratio"; no comma or colon elsewhere. */
void
td_bench_print (const char *what, const char *unit, double ours, const char *beside, double other)
{
  g_print ("%s: %.4g %s, %s %.4g %s, %.2f\n", what, ours, unit, beside, other, unit, ours / other);
}

char *
td_bench_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("thidua-bench-XXXXXX", &error);

  if (folder == NULL)
    g_error ("%s", error->message);
  return folder;
}

void
td_bench_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* An office with a million subjects and as many nominations. It takes minutes to make, so it is
 * kept in the build folder. */
char *
td_bench_million (void)
{
  const char *folder = g_getenv ("G_TEST_BUILDDIR");
  char *path = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), "million.thidua", NULL);
  TdDemoOptions options = TD_DEMO_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  options.subjects = options.nominations = TD_DEMO_MAXIMUM;
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !td_demo_create (path, &options, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return path;
}
