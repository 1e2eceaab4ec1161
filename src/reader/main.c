/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "td-reader.h"

/* thidua-reader: reads an .xls or a picture from its standard input and writes the cells, or the codes on
 * it, to its standard output (td-reader-protocol.h). A library that parses files of strangers and knows
 * no cancel runs here, where it can be killed and can neither eat the machine nor reach a file. */

#define MOST_MEMORY      (1024UL * 1024 * 1024)
#define MOST_CPU_SECONDS 30
#define MOST_FILES       8

static void
limit (int what, rlim_t most)
{
  struct rlimit bounds = { most, most };

  setrlimit (what, &bounds);
}

static void
set_limits (void)
{
#ifndef __SANITIZE_ADDRESS__
  /* The sanitizer reserves more than any machine has. */
  limit (RLIMIT_AS, MOST_MEMORY);
#endif
  limit (RLIMIT_CPU, MOST_CPU_SECONDS);
  limit (RLIMIT_NOFILE, MOST_FILES);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CORE, 0);
}

/**
 * td_reader_put:
 * @tag: what it is
 * @number: what the tag says
 * @text: what the tag says
 *
 * Tells the program one thing.
 */
void
td_reader_put (TdReaderTag tag, guint number, const char *text)
{
  TdReaderRecord record = { tag, number, (guint32) strlen (text) };

  fwrite (&record, sizeof record, 1, stdout);
  fwrite (text, 1, record.length, stdout);
}

int
main (int argc, char *argv[])
{
  TdReaderTag end = TD_READER_DAMAGED;

  set_limits ();
  if (argc == 2 && strcmp (argv[1], TD_READER_BOOK) == 0)
    end = td_reader_read_book ();
  else if (argc == 2 && strcmp (argv[1], TD_READER_PICTURE) == 0)
    end = td_reader_read_picture ();
  td_reader_put (end, 0, "");
  return fflush (stdout) == 0 ? 0 : 1;
}
