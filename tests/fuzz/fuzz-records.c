/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-fuzz.h"
#include "td-plan-extract-private.h"
#include "td-reader-protocol.h"
#include "td-readers-private.h"

/* What thidua-reader may answer when a file has taken it over. The first letter says what it was asked: b a workbook, else a plan; then each
 * record: its tag, its number and its length of two bytes, and its text. */

static GByteArray *
make_records (const guint8 *data, gsize size)
{
  GByteArray *records = g_byte_array_new ();
  const guint8 *end = data + size;

  while (end - data >= 5)
    {
      TdReaderRecord record = { data[0], data[1] | (guint32) data[2] << 8, data[3] | (guint32) data[4] << 8 };
      gsize left = end - data - 5;

      g_byte_array_append (records, (const guint8 *) &record, sizeof record);
      /* It may say more than it tells. */
      g_byte_array_append (records, data + 5, MIN (left, record.length));
      data += 5 + MIN (left, record.length);
    }
  return records;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) records = size > 0 ? make_records (data + 1, size - 1) : g_byte_array_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (records->data, records->len, NULL);
  g_autoptr (GError) error = NULL;

  if (size > 0 && *data == 'b')
    {
      g_autoptr (TdBook) book = _td_book_read_xls_records (stream, NULL, &error);

      td_fuzz_look_at (book, error);
    }
  else
    {
      g_autoptr (TdPlanExtract) extract = _td_plan_extract_pdf_records (stream, NULL, NULL, NULL, &error);
      const char *text;
      gsize length;

      g_assert_true ((extract == NULL) == (error != NULL));
      if (extract == NULL)
        return 0;
      text = td_plan_extract_get_text (extract, &length);
      g_assert_true (g_utf8_validate_len (text, length, NULL));
    }
  return 0;
}
