/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "td-plan-extract.h"

/* Prints the text that is taken out of a file: the hand program of the tests of files. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPlanExtract) extract = argc == 2 ? td_plan_extract_read_file (argv[1], NULL, NULL, NULL, &error) : NULL;
  gsize length;
  const char *text;

  if (extract == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "usage: plan-lines FILE");
      return 3;
    }
  text = td_plan_extract_get_text (extract, &length);
  return fwrite (text, 1, length, stdout) == length ? 0 : 1;
}
