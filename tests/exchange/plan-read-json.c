/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <gio/gio.h>

#include "td-plan-json.h"
#include "td-plan-reader.h"

/* Prints what the reader makes of each file: the hand program of the tests that score readings. */
int
main (int argc, char **argv)
{
  int status = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdPlanReading) reading = td_plan_reader_read_file (argv[i], NULL, &error);
      g_autofree char *json = reading != NULL ? td_plan_reading_to_json (reading) : NULL;

      if (json != NULL)
        puts (json); /* g_print would turn it into the charset of the locale */
      else
        {
          g_printerr ("%s: %s\n", argv[i], error->message);
          status = 3;
        }
    }
  return status;
}
