/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "td-book.h"

/* Comma separated values as offices write them. Rows are shown as cells joined by "|", with the
 * line they begin on in front. */

static const struct
{
  const char *what, *text, *rows;
  gsize length; /* 0: of the text */
} sheets[] = {
  { "one cell", "a", "1: a\n" },
  { "commas", "a,b\n1,2\n", "1: a|b\n2: 1|2\n" },
  { "semicolons", "a;b\n1,5;2\n", "1: a|b\n2: 1,5|2\n" },
  { "tabs", "a\tb\n1,5;x\t2\n", "1: a|b\n2: 1,5;x|2\n" },
  { "the head's separator counts, not the rows'", "a,b,c\n1;2;3;4;5\n", "1: a|b|c\n2: 1;2;3;4;5\n" },
  { "separators in quotes do not count", "\"a;b;c;d\",e\n1,2\n", "1: a;b;c;d|e\n2: 1|2\n" },
  { "lines of DOS", "a,b\r\n1,2\r\n", "1: a|b\n2: 1|2\n" },
  { "lines of old Macs", "a,b\r1,2\r", "1: a|b\n2: 1|2\n" },
  { "a byte order mark", "\xef\xbb\xbf"
                         "a,b\n",
    "1: a|b\n" },
  { "only a cell in quotes", "\"a\"", "1: a\n" },
  { "quotes in quotes", "\"a \"\"b\"\" c\",d\n", "1: a \"b\" c|d\n" },
  { "a line break in quotes", "\"a\nb\",c\n1,2\n", "1: a\nb|c\n3: 1|2\n" },
  { "a line break of DOS in quotes", "\"a\r\nb\",c\r\n1,2\r\n", "1: a\r\nb|c\n3: 1|2\n" },
  { "a quote inside a cell", "a 15\" b,c\n", "1: a 15\" b|c\n" },
  { "text after a closing quote", "\"a\"b,c\n", "1: ab|c\n" },
  { "blanks around cells", " a , \"b\" ,  c  \n", "1: a|b|c\n" },
  { "empty cells", ",,\n", "1: ||\n" },
  { "an empty cell at the end", "a,b\n1,\n", "1: a|b\n2: 1|\n" },
  { "empty lines", "a,b\n\n1,2\n\n", "1: a|b\n2: \n3: 1|2\n4: \n" },
  { "rows of other lengths", "a,b\n1\n1,2,3\n", "1: a|b\n2: 1\n3: 1|2|3\n" },
  { "bars", "a|b\n1,5|2;3\n", "1: a|b\n2: 1,5|2;3\n" },
  { "a title above the head", "Danh sách, kèm theo\nTên\tĐơn vị\nA, B\tC\n", "1: Danh sách, kèm theo\n2: Tên|Đơn vị\n3: A, B|C\n" },
  { "UTF-16 of Windows", "\xff\xfe"
                         "a\0\t\0\x10\x01\n\0",
    "1: a|Đ\n", 10 },
  { "UTF-16 the other way round", "\xfe\xff"
                                  "\0a\0,\x01\x10\0\n",
    "1: a|Đ\n", 10 },
  { "Vietnamese", "Họ và tên,Đơn vị\nY Bhiông Niê,Buôn Akõ Dhông\n", "1: Họ và tên|Đơn vị\n2: Y Bhiông Niê|Buôn Akõ Dhông\n" },
  { "no line end", "a,b\n1,2", "1: a|b\n2: 1|2\n" },
};

static const struct
{
  const char *what, *text;
  gsize length; /* 0: of the text */
  const char *says;
} refused[] = {
  { "an empty file", "", 0, "empty" },
  { "a byte order mark alone", "\xef\xbb\xbf", 0, "empty" },
  { "a quote that is not closed", "a,b\n1,\"2\n3,4\n", 0, "line 2" },
  { "Latin letters", "a,b\nH\xe0,1\n", 0, "line 2" },
  { "a zero", "a,b\n1,\0002\n", 9, "line 2" },
  { "UTF-16 cut in a letter", "\xff\xfe"
                              "a\0b",
    5, "damaged" },
  { "UTF-16 with half a pair", "\xff\xfe"
                               "a\0\0\xd8",
    6, "damaged" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = sheets[i].length != 0 ? sheets[i].length : strlen (sheets[i].text);
      g_autoptr (TdBook) book = td_book_parse_text (sheets[i].text, length, &error);
      TdSheet *sheet;
      g_autoptr (GString) rows = g_string_new (NULL);

      g_test_message ("%s", sheets[i].what);
      g_assert_no_error (error);
      g_assert_cmpuint (td_book_get_n_sheets (book), ==, 1);
      sheet = td_book_get_main_sheet (book);
      for (guint row = 0; row < td_sheet_get_n_rows (sheet); row++)
        {
          g_string_append_printf (rows, "%u: ", td_sheet_get_line (sheet, row));
          for (guint cell = 0; cell < td_sheet_get_n_cells (sheet, row); cell++)
            g_string_append_printf (rows, "%s%s", cell > 0 ? "|" : "", td_sheet_get (sheet, row, cell));
          g_string_append_c (rows, '\n');
          g_assert_cmpstr (td_sheet_get (sheet, row, 1000), ==, "");
        }
      g_assert_cmpstr (rows->str, ==, sheets[i].rows);
    }
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = refused[i].length != 0 ? refused[i].length : strlen (refused[i].text);

      g_test_message ("%s", refused[i].what);
      g_assert_null (td_book_parse_text (refused[i].text, length, &error));
      g_assert_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE);
      g_assert_nonnull (strstr (error->message, refused[i].says));
    }
}

static void
test_limits (void)
{
  static const struct
  {
    const char *what, *part;
    guint most; /* so many are read, and not one more */
  } limits[] = {
    { "columns", "a,", 255 },
    { "rows", "a\n", 1048576 },
    { "letters in a cell", "x", 1048576 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (TdBook) book = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", limits[i].what);
      for (guint n = 0; n < limits[i].most; n++)
        g_string_append (text, limits[i].part);
      book = td_book_parse_text (text->str, text->len, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (td_sheet_get_n_cells (td_book_get_main_sheet (book), 0), ==, i == 0 ? 256 : 1);
      g_string_append (text, limits[i].part);
      g_assert_null (td_book_parse_text (text->str, text->len, &error));
      g_assert_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE);
    }
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.csv", NULL);
  const char *const paths[] = { folder, missing, "/dev/null", "/dev/zero" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (td_book_read (paths[i], NULL, &error));
      g_assert_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE);
    }
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/book-text/rows", test_rows);
  g_test_add_func ("/book-text/refused", test_refused);
  g_test_add_func ("/book-text/limits", test_limits);
  g_test_add_func ("/book-text/files", test_files);
  return g_test_run ();
}
