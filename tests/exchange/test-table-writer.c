/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "td-book.h"
#include "td-table-csv.h"
#include "td-table-writer.h"

/* What our own reader makes of what we write. Other programs read it in tests/cli/test-lists.py. */

static const TdTableColumn columns[] = {
  { "Tên", TD_FIELD_TEXT },
  { "Ngày", TD_FIELD_DATE },
  { "Tiền", TD_FIELD_MONEY },
};
static const TdTableInfo info = { "Danh sách thử", NULL, 1767225600 };
static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static TdTableWriter *
open_writer (const char *path)
{
  g_autoptr (GError) error = NULL;
  TdTableFormat format;
  TdTableWriter *writer;

  g_assert_true (td_table_format_of (path, &format));
  writer = td_table_writer_new (path, format, &info, columns, G_N_ELEMENTS (columns), &error);
  g_assert_no_error (error);
  return writer;
}

static void
add (TdTableWriter *writer, const char *name, const char *date, gint64 money)
{
  const TdTableCell cells[] = {
    { TD_TABLE_TEXT, name, 0 },
    { TD_TABLE_DATE, date, 0 },
    { money != 0 ? TD_TABLE_NUMBER : TD_TABLE_EMPTY, NULL, money },
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (td_table_writer_add (writer, cells, &error));
  g_assert_no_error (error);
}

static void
finish (TdTableWriter *writer)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (td_table_writer_finish (writer, &error));
  g_assert_no_error (error);
  td_table_writer_free (writer);
}

static const char *const endings[] = { "xlsx", "ods", "csv" };

static char *
contents (const char *path, gsize *length)
{
  char *data;

  g_assert_true (g_file_get_contents (path, &data, length, NULL));
  return data;
}

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    gboolean known;
    TdTableFormat format;
  } cases[] = {
    { "a.xlsx", TRUE, TD_TABLE_XLSX },
    { "/x/Danh sách.ODS", TRUE, TD_TABLE_ODS },
    { "b.CsV", TRUE, TD_TABLE_CSV },
    { ".csv", FALSE, 0 },
    { "a.xls", FALSE, 0 },
    { "csv", FALSE, 0 },
    { "", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdTableFormat format = 0;

      g_assert_cmpint (td_table_format_of (cases[i].path, &format), ==, cases[i].known);
      g_assert_cmpint (format, ==, cases[i].format);
    }
}

static void
test_guard (void)
{
  static const struct
  {
    const char *text;
    gboolean guarded;
  } cases[] = {
    { "Nguyễn Văn An", FALSE },
    { "", FALSE },
    { "'", FALSE },
    { "'Tư", FALSE },
    { "''", FALSE },
    { "=1+1", TRUE },
    { "=HYPERLINK(\"http://x\",\"y\")", TRUE },
    { "+84912", TRUE },
    { "-5", TRUE },
    { "@SUM(A1)", TRUE },
    { "\t=1", TRUE },
    { "'=1", TRUE },
    { "''=1", TRUE },
    { "a=1", FALSE },
    { " =1", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guarded = g_strconcat (cases[i].guarded ? "'" : "", cases[i].text, NULL);

      g_assert_cmpint (td_csv_needs_guard (cases[i].text), ==, cases[i].guarded);
      g_assert_cmpstr (td_csv_unguard (guarded), ==, cases[i].text);
    }
}

/* Every text comes back as it was; a day is a day where the format knows days. */
static void
test_comes_back (gconstpointer data)
{
  const char *ending = data;
  gboolean typed = !g_str_equal (ending, "csv");
  static const char *const texts[] = {
    "Nguyễn Thị Ánh Nguyệt",
    "H’Ăng Niê Kđăm",
    "“Trích” \"dẫn\"",
    "một, hai; ba",
    "dòng một\ndòng hai",
    "=1+1",
    "'=1+1",
    "''-x",
    "+84 912",
    "-",
    "@x",
    "'Tư",
    "'",
    "0123",
  };
  g_autofree char *name = g_strconcat ("back.", ending, NULL);
  g_autofree char *path = path_of (name);
  TdTableWriter *writer = open_writer (path);
  g_autoptr (TdBook) book = NULL;
  g_autoptr (GError) error = NULL;
  TdSheet *sheet;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add (writer, texts[i], i % 2 == 0 ? "2026-02-01" : "2026-02", 1000 * i);
  finish (writer);
  book = td_book_read (path, NULL, &error);
  g_assert_no_error (error);
  sheet = td_book_get_main_sheet (book);
  g_assert_cmpuint (td_sheet_get_n_rows (sheet), ==, G_N_ELEMENTS (texts) + 1);
  g_assert_cmpstr (td_sheet_get (sheet, 0, 2), ==, "Tiền");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *money = i > 0 ? g_strdup_printf ("%" G_GSIZE_FORMAT, 1000 * i) : g_strdup ("");

      g_assert_cmpstr (td_sheet_get (sheet, i + 1, 0), ==, texts[i]);
      g_assert_cmpstr (td_sheet_get (sheet, i + 1, 1), ==, i % 2 != 0 ? "02/2026" : typed ? "2026-02-01"
                                                                                          : "01/02/2026");
      g_assert_cmpint (td_sheet_get_kind (sheet, i + 1, 1), ==, typed && i % 2 == 0 ? TD_CELL_DATE : TD_CELL_TEXT);
      g_assert_cmpstr (td_sheet_get (sheet, i + 1, 2), ==, money);
    }
}

static void
test_composed (void)
{
  g_autofree char *path = path_of ("composed.csv");
  g_autofree char *text = NULL;
  TdTableWriter *writer = open_writer (path);
  gsize length;

  add (writer, "Nguye\xcc\x82\xcc\x83n", NULL, 0);
  finish (writer);
  text = contents (path, &length);
  g_assert_cmpstr (text, ==, "\xef\xbb\xbfTên,Ngày,Tiền\r\nNguyễn,,\r\n");
}

static void
test_same_bytes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *data[2] = { NULL, NULL };
      gsize lengths[2];

      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *name = g_strdup_printf ("same-%u.%s", j, endings[i]);
          g_autofree char *path = path_of (name);
          TdTableWriter *writer = open_writer (path);

          add (writer, "Lê Thị Bưởi", "1980-03-05", 2340000);
          finish (writer);
          data[j] = contents (path, &lengths[j]);
        }
      g_assert_cmpmem (data[0], lengths[0], data[1], lengths[1]);
      g_free (data[1]);
    }
}

/* The file belongs to its owner; what is given up leaves nothing, what is replaced stays until then. */
static void
test_whole_or_not_at_all (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *own = g_dir_make_tmp (NULL, NULL);
      g_autofree char *name = g_strconcat ("list.", endings[i], NULL);
      g_autofree char *path = g_build_filename (own, name, NULL);
      g_autofree char *data = NULL;
      TdTableWriter *writer;
      g_autoptr (GDir) dir = NULL;
      struct stat status;
      gsize length;

      g_assert_true (g_file_set_contents (path, "yesterday's", -1, NULL));
      writer = open_writer (path);
      for (guint j = 0; j < 3000; j++)
        add (writer, "Trần Văn Cam", "1975", 10);
      td_table_writer_free (writer);
      data = contents (path, &length);
      g_assert_cmpstr (data, ==, "yesterday's");
      finish (open_writer (path));
      g_assert_cmpint (stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
      g_assert_cmpint (status.st_size, >, 11);
      dir = g_dir_open (own, 0, NULL);
      g_assert_cmpstr (g_dir_read_name (dir), ==, name);
      g_assert_null (g_dir_read_name (dir));
      g_unlink (path);
      g_rmdir (own);
    }
}

static void
test_no_place (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat ("nowhere/list.", endings[i], NULL);
      g_autofree char *path = path_of (name);
      g_autoptr (GError) error = NULL;

      g_assert_null (td_table_writer_new (path, (TdTableFormat) i, &info, columns, 3, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
}

/* Excel keeps no longer text: that is said, not cut. */
static void
test_too_long_for_xlsx (void)
{
  g_autofree char *path = path_of ("long.xlsx");
  g_autofree char *ods = path_of ("long.ods");
  g_autofree char *text = g_strnfill (40000, 'a');
  TdTableWriter *writer = open_writer (path);
  const TdTableCell cells[3] = { { TD_TABLE_TEXT, text, 0 } };
  g_autoptr (GError) error = NULL;

  g_assert_false (td_table_writer_add (writer, cells, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "Tên"));
  td_table_writer_free (writer);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  writer = open_writer (ods);
  add (writer, text, NULL, 0);
  finish (writer);
}

int
main (int argc, char *argv[])
{
  g_autofree char *command = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp (NULL, NULL);
  g_test_add_func ("/table-writer/formats", test_formats);
  g_test_add_func ("/table-writer/guard", test_guard);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat ("/table-writer/comes-back/", endings[i], NULL);

      g_test_add_data_func (name, endings[i], test_comes_back);
    }
  g_test_add_func ("/table-writer/composed", test_composed);
  g_test_add_func ("/table-writer/same-bytes", test_same_bytes);
  g_test_add_func ("/table-writer/whole-or-not-at-all", test_whole_or_not_at_all);
  g_test_add_func ("/table-writer/no-place", test_no_place);
  g_test_add_func ("/table-writer/too-long-for-xlsx", test_too_long_for_xlsx);
  result = g_test_run ();
  command = g_strdup_printf ("rm -rf '%s'", folder);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (folder);
  return result;
}
