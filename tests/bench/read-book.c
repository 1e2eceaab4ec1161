/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/resource.h>

#include "td-bench.h"
#include "td-book.h"

/* read-book FILE: prints how many seconds the reading takes, and the most memory in kilobytes. */

static TdBook *book;

static void
read_book (gpointer path)
{
  g_autoptr (GError) error = NULL;

  book = td_book_read (path, NULL, &error);
  if (book == NULL)
    g_error ("%s", error->message);
}

int
main (int argc, char *argv[])
{
  double seconds = td_bench_seconds (read_book, argv[1]);
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.4f %ld %u\n", seconds, usage.ru_maxrss, td_sheet_get_n_rows (td_book_get_main_sheet (book)));
  td_book_free (book);
  return 0;
}
