/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"

/* A plan as text in any encoding, or as a web page. Other files would only be told apart, and a PDF starts a process. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (g_strstr_len ((const char *) data, MIN (size, 1024), "%PDF-") == NULL)
    td_fuzz_read_plan (data, size);
  return 0;
}
