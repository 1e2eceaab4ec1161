/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "td-reader.h"

/* thidua-reader: reads an .xls, a picture, a PDF or a drawing from its standard input and writes the cells, the codes
 * on it, its words, or whether it can be drawn to its standard output (td-reader-protocol.h). A library that parses files
 * of strangers and knows no cancel runs here, where it can be killed and can neither eat the machine nor reach
 * a file. */

#define MOST_MEMORY      (1024UL * 1024 * 1024)
#define MOST_CPU_SECONDS 30
/* A drawing that takes longer is none: it is drawn again whenever something is printed with it. */
#define MOST_DRAWING_SECONDS 2
#define MOST_FILES           8

typedef struct
{
  const char *name;
  TdReaderTag (*read) (void);
  rlim_t cpu_seconds;
} Mode;

static const Mode modes[] = {
  { TD_READER_BOOK, td_reader_read_book, MOST_CPU_SECONDS },
  { TD_READER_PICTURE, td_reader_read_picture, MOST_CPU_SECONDS },
  { TD_READER_PLAN, td_reader_read_plan, MOST_CPU_SECONDS },
  { TD_READER_DRAWING, td_reader_try_drawing, MOST_DRAWING_SECONDS },
};

static void
limit (int what, rlim_t most)
{
  struct rlimit bounds = { most, most };

  setrlimit (what, &bounds);
}

static void
set_limits (rlim_t cpu_seconds)
{
#ifndef __SANITIZE_ADDRESS__
  /* The sanitizer reserves more than any machine has. */
  limit (RLIMIT_AS, MOST_MEMORY);
#endif
  limit (RLIMIT_CPU, cpu_seconds);
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

  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (modes); i++)
    if (strcmp (argv[1], modes[i].name) == 0)
      {
        set_limits (modes[i].cpu_seconds);
        end = modes[i].read ();
      }
  td_reader_put (end, 0, "");
  return fflush (stdout) == 0 ? 0 : 1;
}
