/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

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

/* Of this program alone: getrusage() counts what was there before it was started. */
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

int
main (int argc, char *argv[])
{
  double seconds = td_bench_seconds (read_book, argv[1]);

  g_print ("%.4f %ld %u\n", seconds, most_memory (), td_sheet_get_n_rows (td_book_get_main_sheet (book)));
  td_book_free (book);
  return 0;
}
