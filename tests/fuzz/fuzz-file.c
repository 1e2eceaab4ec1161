/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-book-private.h"
#include "td-fuzz.h"

/* A whole file of any kind: zip containers with their directory, web pages, text. Old .xls are left
 * out: a process for each would take all the time. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = NULL;

  if (size > 0 && (data[0] == 0xd0 || data[0] == 0x09))
    return 0;
  book = _td_book_parse (bytes, NULL, &error);
  td_fuzz_look_at (book, error);
  return 0;
}
