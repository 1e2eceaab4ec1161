/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <zip.h>

#include "td-book-private.h"
#include "td-fuzz.h"
#include "td-plan-json.h"
#include "td-plan-reader.h"

static void
look_at_sheet (TdSheet *sheet)
{
  g_assert_true (g_utf8_validate (td_sheet_get_name (sheet), -1, NULL));
  for (guint row = 0; row < MIN (td_sheet_get_n_rows (sheet), 2000); row++)
    {
      g_assert_cmpuint (td_sheet_get_line (sheet, row), >, row == 0 ? 0 : td_sheet_get_line (sheet, row - 1));
      for (guint column = 0; column < td_sheet_get_n_cells (sheet, row); column++)
        {
          const char *text = td_sheet_get (sheet, row, column);
          guint rows, columns;

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_true ((td_sheet_get_kind (sheet, row, column) == TD_CELL_EMPTY) == (*text == '\0'));
          td_sheet_get_span (sheet, row, column, &rows, &columns);
          g_assert_cmpuint (rows * columns, >, 0);
          if (td_sheet_get_font (sheet, row, column) != NULL)
            g_assert_true (g_utf8_validate (td_sheet_get_font (sheet, row, column), -1, NULL));
        }
    }
}

/* A book holds something, whatever it was made of; without one there is one clear message. */
void
td_fuzz_look_at (TdBook *book, const GError *error)
{
  g_assert_true ((book == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == TD_SHEET_ERROR);
      g_assert_true (*error->message != '\0');
      return;
    }
  g_assert_nonnull (td_book_get_main_sheet (book));
  for (guint i = 0; i < td_book_get_n_sheets (book); i++)
    look_at_sheet (td_book_get_sheet (book, i));
}

static void
add_part (zip_t *zip, const char *name, const void *text, gsize length)
{
  zip_source_t *source = zip_source_buffer (zip, text, length, 0);
  zip_int64_t index = zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);

  zip_set_file_compression (zip, index, ZIP_CM_STORE, 0);
}

/* A container of the fixed parts and of those of the input, which zeros divide. */
GBytes *
td_fuzz_pack (const TdFuzzPart *fixed, guint n_fixed, const TdFuzzPart *parts, guint n_parts, const guint8 *data, gsize size)
{
  zip_source_t *memory = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (memory, ZIP_TRUNCATE, NULL);
  const guint8 *end = data + size;
  zip_stat_t status;
  GBytes *bytes;
  char *buffer;

  zip_source_keep (memory);
  for (guint i = 0; i < n_fixed; i++)
    add_part (zip, fixed[i].name, fixed[i].text, strlen (fixed[i].text));
  for (guint i = 0; i < n_parts; i++)
    {
      const guint8 *stop = data < end ? memchr (data, '\0', end - data) : NULL;

      if (stop == NULL)
        stop = end;
      if (stop > data)
        add_part (zip, parts[i].name, data, stop - data);
      else
        add_part (zip, parts[i].name, parts[i].text, strlen (parts[i].text));
      data = stop < end ? stop + 1 : end;
    }
  g_assert_true (zip_close (zip) == 0);
  g_assert_true (zip_source_stat (memory, &status) == 0);
  buffer = g_malloc (status.size);
  g_assert_true (zip_source_open (memory) == 0 && zip_source_read (memory, buffer, status.size) == (zip_int64_t) status.size);
  zip_source_close (memory);
  zip_source_free (memory);
  bytes = g_bytes_new_take (buffer, status.size);
  return bytes;
}

/* Plain text is read as a plan, which may be none; without a text there is one clear message. */
static void
look_at_plan (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPlanExtract) extract = td_plan_extract_read (bytes, NULL, NULL, NULL, &error);
  g_autoptr (TdPlanReading) reading = NULL;
  g_autofree char *json = NULL;
  const char *text;
  gsize length;

  g_assert_true ((extract == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_true (*error->message != '\0');
      return;
    }
  text = td_plan_extract_get_text (extract, &length);
  g_assert_true (g_utf8_validate_len (text, length, NULL));
  reading = td_plan_reader_read_text (text, length, NULL, &error);
  g_assert_true ((reading == NULL) == (error != NULL));
  json = reading != NULL ? td_plan_reading_to_json (reading) : NULL;
  g_assert_true (json == NULL || g_utf8_validate (json, -1, NULL));
}

void
td_fuzz_read_plan (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  look_at_plan (bytes);
}

void
td_fuzz_read_plan_parts (const TdFuzzPart *fixed, guint n_fixed, const TdFuzzPart *parts, guint n_parts, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = td_fuzz_pack (fixed, n_fixed, parts, n_parts, data, size);

  look_at_plan (bytes);
}

/* Reads such a container as a list. */
void
td_fuzz_read_parts (const TdFuzzPart *fixed, guint n_fixed, const TdFuzzPart *parts, guint n_parts, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = td_fuzz_pack (fixed, n_fixed, parts, n_parts, data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = _td_book_parse (bytes, NULL, &error);

  td_fuzz_look_at (book, error);
}
