/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"

/* Text with delimiters. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = td_book_parse_text ((const char *) data, size, &error);

  td_fuzz_look_at (book, error);
  return 0;
}
