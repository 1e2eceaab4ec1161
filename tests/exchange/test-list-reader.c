/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "td-list-json.h"
#include "td-list-reader.h"

/* Lists as units send them, each beside what a person reads in it: the columns, and for every row
 * what is understood, how it came to be, and the rules that find fault. Nobody in them exists. */

#define FOLDER "fixtures/lists"

static void
append_columns (GString *text, TdListTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const TdListColumn *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", column->role != TD_LIST_ROLE_NONE ? td_list_role_to_nick (column->role) : "?");
      if (column->form != NULL)
        g_string_append_printf (text, "=%s", column->form);
      if (column->source == TD_LIST_SOURCE_CONTENT)
        g_string_append (text, "*");
    }
  g_string_append_c (text, '\n');
}

static void
append_row (GString *text, const TdListLine *line)
{
  g_string_append_printf (text, "%u:", line->line);
  for (guint i = 1; i < TD_N_LIST_ROLES; i++)
    if (line->row->values[i] != NULL && i != TD_LIST_ROLE_NUMBER)
      g_string_append_printf (text, " %s=%s%s%s;", td_list_role_to_nick (i), line->row->values[i],
                              line->row->changes[i] > TD_LIST_CHANGE_READ ? "@" : "",
                              line->row->changes[i] > TD_LIST_CHANGE_READ ? td_list_change_to_nick (line->row->changes[i]) : "");
  for (guint i = 0; line->row->findings != NULL && i < line->row->findings->len; i++)
    g_string_append_printf (text, " !%s", ((TdFinding *) g_ptr_array_index (line->row->findings, i))->rule);
  g_string_append_c (text, '\n');
}

static char *
dump (TdListReading *reading)
{
  GPtrArray *tables = td_list_reading_get_tables (reading);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      if (!table->is_list)
        g_string_append (text, "no list\n");
      else
        append_columns (text, table);
      for (guint j = 0; j < table->lines->len; j++)
        if (((TdListLine *) g_ptr_array_index (table->lines, j))->row != NULL)
          append_row (text, g_ptr_array_index (table->lines, j));
    }
  return g_string_free (text, FALSE);
}

static TdListReading *
read_fixture (const char *name, const TdListMappings *mappings)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdBook) book = td_book_read (path, NULL, &error);
  TdListReading *reading;

  g_assert_no_error (error);
  reading = td_list_reader_read (book, mappings, NULL, &error);
  g_assert_no_error (error);
  return reading;
}

static void
test_fixture (gconstpointer name)
{
  g_autofree char *expected_name = g_strconcat (name, ".expected", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, FOLDER, expected_name, NULL);
  g_autoptr (TdListReading) reading = read_fixture (name, NULL);
  g_autofree char *got = dump (reading);
  g_autofree char *expected = NULL;

  if (!g_file_get_contents (path, &expected, NULL, NULL))
    expected = g_strdup ("");
  if (!g_str_equal (got, expected))
    {
      g_auto (GStrv) lines = g_strsplit (got, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        g_test_message ("%s", lines[i]);
    }
  g_assert_cmpstr (got, ==, expected);
}

/* Every line of the file is somewhere in the reading, with all its cells. */
static void
test_nothing_lost (gconstpointer name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, FOLDER, name, NULL);
  g_autoptr (TdBook) book = td_book_read (path, NULL, NULL);
  g_autoptr (TdListReading) reading = read_fixture (name, NULL);
  GPtrArray *tables = td_list_reading_get_tables (reading);
  TdSheet *sheet = NULL;
  guint row = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      if (sheet != td_book_get_sheet (book, table->sheet_number))
        row = 0;
      sheet = td_book_get_sheet (book, table->sheet_number);
      for (guint j = 0; table->is_list && j < table->lines->len; j++, row++)
        {
          const TdListLine *line = g_ptr_array_index (table->lines, j);

          g_assert_cmpuint (line->line, ==, td_sheet_get_line (sheet, row));
          for (guint k = 0; k < td_sheet_get_n_cells (sheet, row); k++)
            g_assert_cmpstr (k < line->n_cells ? line->cells[k] : "", ==, td_sheet_get (sheet, row, k));
        }
      /* A second table of a sheet goes on where the first ended. */
      if (table->is_list && (i + 1 == tables->len || ((TdListTable *) g_ptr_array_index (tables, i + 1))->sheet_number != table->sheet_number))
        g_assert_cmpuint (row, ==, td_sheet_get_n_rows (sheet));
    }
}

/* What one row goes on with over many lines is joined once, not anew for each. */
static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new ("STT,Họ và tên,Đơn vị,Thành tích\n1,Nguyễn Văn An,Thôn 1,Làm đường\n2,Lê Thị Bình,Thôn 2,Trồng cây\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdListReading) reading = NULL;
  TdBook *book;
  TdListTable *table;
  const TdListLine *line;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, ",,,và dọn vệ sinh đường làng\n");
  book = td_book_parse_text (text->str, text->len, &error);
  g_assert_no_error (error);
  reading = td_list_reader_read (book, NULL, NULL, &error);
  g_assert_no_error (error);
  table = g_ptr_array_index (td_list_reading_get_tables (reading), 0);
  g_assert_cmpuint (table->n_rows, ==, 2);
  line = g_ptr_array_index (table->lines, 2);
  g_assert_true (g_str_has_prefix (line->row->values[TD_LIST_ROLE_ACHIEVEMENT], "Trồng cây và dọn vệ sinh đường làng và dọn"));
  td_book_free (book);
}

/* A person's word on the columns counts more than their headings, and is remembered by the head. */
static void
test_mapping (void)
{
  g_autoptr (TdListReading) first = read_fixture ("register.csv", NULL);
  TdListTable *table = g_ptr_array_index (td_list_reading_get_tables (first), 0);
  g_autofree char *mapping = td_list_table_dup_mapping (table);
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TdListReading) second = NULL;
  TdListMappings mappings = { .remembered = changed };
  const TdListColumn *column;

  g_assert_cmpstr (mapping, ==, "decision-number,decision-date,name,unit,award-form,achievement");
  g_hash_table_insert (changed, table->fingerprint, (gpointer) "register-number,decision-date,name,post,award-form,");
  second = read_fixture ("register.csv", &mappings);
  table = g_ptr_array_index (td_list_reading_get_tables (second), 0);
  g_free (mapping);
  mapping = td_list_table_dup_mapping (table);
  g_assert_cmpstr (mapping, ==, "register-number,decision-date,name,post,award-form,");
  column = g_ptr_array_index (table->columns, 0);
  g_assert_cmpint (column->source, ==, TD_LIST_SOURCE_REMEMBERED);
  g_assert_cmpint (td_list_table_find (table, TD_LIST_ROLE_UNIT), ==, -1);
}

/* The cells of a row are kept as the JSON that another writer makes of them. */
static void
test_cells (void)
{
  const char *cells[] = { "", "Nguyễn “Ba” \"Tư\"", "C:\\lists\\\n\t\r\b\f", "\x01\x1e\x7f", "H’Ăng / ‘A’ </b>\u2028", "\\" };

  for (guint n = 0; n <= G_N_ELEMENTS (cells); n++)
    {
      TdListLine line = { .n_cells = n, .cells = cells };
      g_autofree char *text = td_list_line_dup_cells (&line);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (text, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, n);
      for (guint i = 0; i < n; i++)
        g_assert_cmpstr (json_array_get_string_element (json_node_get_array (node), i), ==, cells[i]);
      again = json_to_string (node, FALSE);
      g_assert_cmpstr (text, ==, again);
    }
}

/* What is said of columns by their headings, and what cannot be said. */
static void
test_headings (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
  } cases[] = {
    { "Họ và tên/Tên tập thể=name", TRUE },
    { "don vi = post", TRUE },
    { "HÌNH THỨC KHEN THƯỞNG=none", TRUE },
    { "Số=1 = register_number", TRUE },
    { "họ và tên/tên tập thể=post-unit", FALSE }, /* said before */
    { "Ghi chú=name", FALSE },                    /* the role is taken */
    { "Ghi chú", FALSE },
    { "Ghi chú=", FALSE },
    { "=note", FALSE },
    { "Ghi chú=notes", FALSE },
    { "", FALSE },
  };
  g_autoptr (TdListHeadings) headings = td_list_headings_new ();
  TdListMappings mappings = { .headings = headings };
  g_autoptr (TdListReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *mapping = NULL;
  TdListTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) local = NULL;

      g_assert_cmpint (td_list_headings_add (headings, cases[i].text, &local), ==, cases[i].good);
      g_assert_cmpint (local == NULL, ==, cases[i].good);
    }
  reading = read_fixture ("register.csv", &mappings);
  table = g_ptr_array_index (td_list_reading_get_tables (reading), 0);
  mapping = td_list_table_dup_mapping (table);
  g_assert_cmpstr (mapping, ==, "decision-number,decision-date,name,post,,achievement");
  g_assert_cmpint (((TdListColumn *) g_ptr_array_index (table->columns, 3))->source, ==, TD_LIST_SOURCE_HAND);
  g_assert_false (td_list_headings_check (headings, reading, &error));
  g_assert_nonnull (strstr (error->message, "Số=1"));
}

/* A heading nobody has thought of makes a head when a person says what it means. */
static void
test_unknown_head (void)
{
  static const char text[] = "Đ/c,Chỗ,Phần\nĐào Văn Thử,Sở Y tế,Giấy khen\n";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "unknown-head.csv", NULL);
  g_autoptr (TdListHeadings) headings = td_list_headings_new ();
  TdListMappings mappings = { .headings = headings };
  g_autoptr (TdBook) book = NULL;
  g_autoptr (TdListReading) before = NULL;
  g_autoptr (TdListReading) after = NULL;
  const TdListLine *line;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  book = td_book_read (path, NULL, NULL);
  before = td_list_reader_read (book, NULL, NULL, NULL);
  g_assert_false (td_list_reading_has_list (before));
  g_assert_true (td_list_headings_add (headings, "Đ/c=name", NULL));
  g_assert_true (td_list_headings_add (headings, "Chỗ=unit", NULL));
  g_assert_true (td_list_headings_add (headings, "Phần=award-form", NULL));
  after = td_list_reader_read (book, &mappings, NULL, NULL);
  g_assert_cmpuint (td_list_reading_get_n_rows (after), ==, 1);
  g_assert_true (td_list_headings_check (headings, after, NULL));
  line = g_ptr_array_index (((TdListTable *) g_ptr_array_index (td_list_reading_get_tables (after), 0))->lines, 1);
  g_assert_cmpstr (line->row->values[TD_LIST_ROLE_UNIT], ==, "Sở Y tế");
  g_assert_cmpstr (line->row->values[TD_LIST_ROLE_AWARD_FORM], ==, "Giấy khen");
  g_remove (path);
}

/* Columns of marks say their form by their headings, also the second time. */
static void
test_marks_remembered (void)
{
  static const char text[] = "STT,Họ và tên,Đơn vị,Bằng khen,Giấy khen\n1,Đào Văn Một,Sở Y tế,x,\n2,Đào Văn Hai,Sở Y tế,,x\n";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "marks.csv", NULL);
  g_autoptr (GHashTable) remembered = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  TdListMappings mappings = { .remembered = remembered };
  g_autoptr (TdBook) book = NULL;
  g_autoptr (TdListReading) first = NULL;
  g_autoptr (TdListReading) second = NULL;
  TdListTable *table;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  book = td_book_read (path, NULL, NULL);
  first = td_list_reader_read (book, NULL, NULL, NULL);
  table = g_ptr_array_index (td_list_reading_get_tables (first), 0);
  g_hash_table_insert (remembered, table->fingerprint, td_list_table_dup_mapping (table));
  second = td_list_reader_read (book, &mappings, NULL, NULL);
  for (guint i = 1; i <= 2; i++)
    {
      static const char *const forms[] = { NULL, "Bằng khen", "Giấy khen" };
      const TdListLine *line;

      table = g_ptr_array_index (td_list_reading_get_tables (second), 0);
      line = g_ptr_array_index (table->lines, i);
      g_assert_cmpstr (line->row->values[TD_LIST_ROLE_AWARD_FORM], ==, forms[i]);
    }
  g_assert_cmpint (((TdListColumn *) g_ptr_array_index (table->columns, 3))->source, ==, TD_LIST_SOURCE_REMEMBERED);
  g_remove (path);
}

int
main (int argc, char *argv[])
{
  static const char *const fixtures[] = {
    "decision.csv",
    "document.html",
    "groups.csv",
    "hard.csv",
    "headless.csv",
    "plain-letter.csv",
    "pupils.tsv",
    "register.csv",
    "school.csv",
    "tcvn3.csv",
    "two-tables.csv",
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *read = g_strconcat ("/list-reader/", fixtures[i], NULL);
      g_autofree char *kept = g_strconcat ("/list-reader/nothing-lost/", fixtures[i], NULL);

      g_test_add_data_func (read, fixtures[i], test_fixture);
      g_test_add_data_func (kept, fixtures[i], test_nothing_lost);
    }
  g_test_add_func ("/list-reader/mapping", test_mapping);
  g_test_add_func ("/list-reader/many-lines", test_many_lines);
  g_test_add_func ("/list-reader/cells", test_cells);
  g_test_add_func ("/list-reader/headings", test_headings);
  g_test_add_func ("/list-reader/unknown-head", test_unknown_head);
  g_test_add_func ("/list-reader/marks-remembered", test_marks_remembered);
  return g_test_run ();
}
