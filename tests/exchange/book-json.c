/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "td-book.h"

/* book-json FILE: what is read from a file with tables, for tests written in Python. Every cell is
 * [text, kind, font or null, rows, columns]. */

static void
add_cell (JsonBuilder *json, TdSheet *sheet, guint row, guint column)
{
  static const char *const kinds[] = { "empty", "text", "number", "date", "boolean", "error" };
  const char *font = td_sheet_get_font (sheet, row, column);
  guint rows, columns;

  td_sheet_get_span (sheet, row, column, &rows, &columns);
  json_builder_begin_array (json);
  json_builder_add_string_value (json, td_sheet_get (sheet, row, column));
  json_builder_add_string_value (json, kinds[td_sheet_get_kind (sheet, row, column)]);
  if (font != NULL)
    json_builder_add_string_value (json, font);
  else
    json_builder_add_null_value (json);
  json_builder_add_int_value (json, rows);
  json_builder_add_int_value (json, columns);
  json_builder_end_array (json);
}

static void
add_sheet (JsonBuilder *json, TdSheet *sheet)
{
  guint first, end;

  td_sheet_get_table (sheet, &first, &end);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, td_sheet_get_name (sheet));
  json_builder_set_member_name (json, "hidden");
  json_builder_add_boolean_value (json, td_sheet_is_hidden (sheet));
  json_builder_set_member_name (json, "table");
  json_builder_begin_array (json);
  json_builder_add_int_value (json, first);
  json_builder_add_int_value (json, end);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint row = 0; row < td_sheet_get_n_rows (sheet); row++)
    {
      json_builder_begin_array (json);
      for (guint column = 0; column < td_sheet_get_n_cells (sheet, row); column++)
        add_cell (json, sheet, row, column);
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

int
main (int argc, char *argv[])
{
  static const char *const formats[] = { "text", "xlsx", "xls", "ods", "docx", "odt", "html" };
  static const char *const codes[] = { "unreadable", "not-a-table", "too-large", "password", "format" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = td_book_read (argv[1], NULL, &error);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, book != NULL ? "format" : "code");
  if (book == NULL)
    {
      json_builder_add_string_value (json, error->domain == TD_SHEET_ERROR ? codes[error->code] : g_quark_to_string (error->domain));
      json_builder_set_member_name (json, "message");
      json_builder_add_string_value (json, error->message);
    }
  else
    {
      json_builder_add_string_value (json, formats[td_book_get_format (book)]);
      json_builder_set_member_name (json, "sheets");
      json_builder_begin_array (json);
      for (guint i = 0; i < td_book_get_n_sheets (book); i++)
        add_sheet (json, td_book_get_sheet (book, i));
      json_builder_end_array (json);
    }
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  puts (text);
  return 0;
}
