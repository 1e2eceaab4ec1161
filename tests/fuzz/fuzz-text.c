/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"
#include "td-sheet-reader.h"

enum
{
  COLUMN_NAME,
  COLUMN_DAY,
  N_COLUMNS
};

static const TdSheetHeading headings[] = {
  { COLUMN_NAME, "ten" },
  { COLUMN_DAY, "ngay" },
};

/* The table below a head, as a list of units is read. */
static void
read_table (TdSheet *sheet)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdSheetReader) reader = td_sheet_reader_new (sheet, N_COLUMNS, headings, G_N_ELEMENTS (headings), findings);

  while (td_sheet_reader_next (reader) && td_sheet_reader_get_line (reader) < 2000)
    {
      g_free (td_sheet_reader_dup_date (reader, COLUMN_DAY));
      td_sheet_reader_check_length (reader);
      g_assert_true (g_utf8_validate (td_sheet_reader_get (reader, COLUMN_NAME), -1, NULL));
    }
}

/* Text with delimiters. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = td_book_parse_text ((const char *) data, size, &error);

  td_fuzz_look_at (book, error);
  if (book != NULL)
    read_table (td_book_get_main_sheet (book));
  return 0;
}
