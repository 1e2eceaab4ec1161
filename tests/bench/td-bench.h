/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the benchmarks share. */

typedef void (*TdBenchFunc) (gpointer data);

double td_bench_seconds (TdBenchFunc func, gpointer data);
double td_bench_median (TdBenchFunc func, gpointer data, guint n);
void td_bench_print (const char *what, const char *unit, double ours, const char *beside, double other);
char *td_bench_folder (void);
void td_bench_remove_folder (const char *folder);
char *td_bench_million (void);
