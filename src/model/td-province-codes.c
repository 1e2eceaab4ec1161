/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-province-codes"

#include "config.h"

#include <string.h>

#include "td-data.h"
#include "td-province-codes.h"

#define N_CODES 100

/* One table for all: names by code, %NULL where there is no province. */
static char **
read_codes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/province-codes-2021.csv", &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  char **names = g_new0 (char *, N_CODES);

  if (bytes == NULL)
    g_error ("%s", error->message); /* it is compiled in */
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *name = strchr (lines[i], ',');
      guint64 code;

      if (*lines[i] == '#' || name == NULL)
        continue;
      *name++ = '\0';
      if (g_ascii_string_to_unsigned (lines[i], 10, 0, N_CODES - 1, &code, NULL) && names[code] == NULL)
        names[code] = g_strdup (name);
    }
  return names;
}

/**
 * td_province_codes_find:
 * @code: the first three digits of a CCCD number
 *
 * Knows the 63 provinces of before July 2025: the numbers of then stay valid.
 *
 * Returns: (nullable): the province; %NULL when there is none of that code
 */
const char *
td_province_codes_find (guint code)
{
  static char **names = NULL;

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, read_codes ());
  return code < N_CODES ? names[code] : NULL;
}
