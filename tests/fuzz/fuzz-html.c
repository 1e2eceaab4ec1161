/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"
#include "td-readers-private.h"

/* A web page. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = _td_book_read_html (bytes, NULL, &error);

  td_fuzz_look_at (book, error);
  return 0;
}
