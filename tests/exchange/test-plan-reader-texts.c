/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../fixtures/plan-texts.h"
#include "td-data.h"
#include "td-plan-json.h"

/* What may come in: other forms of the same text, files that are no plan, texts no office writes. */

/* The words of a text without its marks, one blank between them. */
static char *
words_of (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

/* Every word of the body stands in exactly one section, in order. */
static void
check_words (const char *text, const TdPlanReading *reading)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const TdPlanSection *first = g_ptr_array_index (reading->sections, 0);
  const TdPlanSection *last = g_ptr_array_index (reading->sections, reading->sections->len - 1);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) sections = g_string_new (NULL);
  g_autofree char *want = NULL;
  g_autofree char *got = NULL;

  for (guint i = first->lines.first; i <= last->lines.last; i++)
    {
      g_autofree char *line = g_strstrip (g_strdup (lines[i - 1]));

      /* Page numbers are no words; a number over two lines is one. */
      if (*line != '\0' && strspn (line, "0123456789") == strlen (line))
        continue;
      g_string_append_printf (body, "%s ", line);
    }
  for (guint i = 0; i < reading->sections->len; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (reading->sections, i);

      g_string_append_printf (sections, "%s %s %s ", section->marker != NULL ? section->marker : "", section->title != NULL ? section->title : "",
                              section->text != NULL ? section->text : "");
    }
  want = words_of (body->str);
  got = words_of (sections->str);
  g_assert_cmpstr (got, ==, want);
}

static void
test_words (void)
{
  g_auto (GStrv) names = td_data_list ("samples/plans");

  g_assert_cmpuint (g_strv_length (names), >=, 5);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("samples/plans/", names[i], NULL);
      g_autoptr (GBytes) bytes = td_data_lookup (path, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (TdPlanReading) reading = read_text (text);

      check_words (text, reading);
    }
}

static void
test_forms (void)
{
  /* The same text, its letters in two signs, in UTF-16, behind a byte order mark, with other ends of lines. */
  const char *text = HEAD "I. NỘI DUNG\n\n1. Hoà giải ở thuỷ điện.\n" FOOT;
  g_autofree char *two = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *other = g_strjoinv ("\r\n", lines);
  gsize n_wide = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &n_wide, NULL);
  g_autoptr (TdPlanReading) plain = read_text (text);
  g_autofree char *want = td_plan_reading_to_json (plain);
  const char *forms[] = { two, marked, other };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (TdPlanReading) reading = read_text (forms[i]);
      g_autofree char *got = td_plan_reading_to_json (reading);

      g_assert_cmpstr (got, ==, want);
    }
  {
    g_autoptr (TdPlanReading) reading = td_plan_reader_read_text (wide, n_wide, NULL, NULL);
    g_autofree char *got = td_plan_reading_to_json (reading);

    g_assert_cmpstr (got, ==, want);
  }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    int code;
  } cases[] = {
    { "", 0, TD_PLAN_READER_ERROR_EMPTY },
    { " \n\t\n \xef\xbb\xbf", -1, TD_PLAN_READER_ERROR_EMPTY },
    { "I. N\0I DUNG", 11, TD_PLAN_READER_ERROR_NOT_TEXT },
    { "K\xca HO\xa0"
      "CH",
      -1, TD_PLAN_READER_ERROR_NOT_TEXT },
    { "\xff\xfe\x00\xd8", 4, TD_PLAN_READER_ERROR_NOT_TEXT },
    { "#include <stdio.h>\nint\nmain (void)\n{\n  return 0; /* 1. nothing */\n}\n", -1, TD_PLAN_READER_ERROR_NOT_A_PLAN },
    { "họ tên;ngày sinh\nLý Thanh Tùng;01/01/1990\nĐỗ Thị Mơ;02/02/1991\n", -1, TD_PLAN_READER_ERROR_NOT_A_PLAN },
    { "Hôm nay trời đẹp.\nChúng tôi đi chơi.\n", -1, TD_PLAN_READER_ERROR_NOT_A_PLAN },
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = cases[i].length >= 0 ? (gsize) cases[i].length : strlen (cases[i].text);

      g_test_message ("case %u", i);
      g_assert_null (td_plan_reader_read_text (cases[i].text, length, NULL, &error));
      g_assert_error (error, TD_PLAN_READER_ERROR, cases[i].code);
    }
  g_cancellable_cancel (cancellable);
  g_assert_null (td_plan_reader_read_text (HEAD, strlen (HEAD), cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plan-XXXXXX", NULL);
  g_autofree char *plan = g_build_filename (folder, "plan.txt", NULL);
  g_autofree char *large = g_build_filename (folder, "large.txt", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);
  g_autoptr (TdPlanReading) reading = NULL;
  GError *error = NULL;
  FILE *file;

  g_assert_true (g_file_set_contents (plan, HEAD "I. NỘI DUNG\n1. Làm.\n" FOOT, -1, NULL));
  reading = td_plan_reader_read_file (plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (reading->number, ==, "77/KH-UBND");

  g_assert_null (td_plan_reader_read_file (folder, NULL, &error));
  g_assert_error (error, TD_PLAN_READER_ERROR, TD_PLAN_READER_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_null (td_plan_reader_read_file (missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (td_plan_reader_read_file ("/dev/zero", NULL, &error));
  g_assert_error (error, TD_PLAN_READER_ERROR, TD_PLAN_READER_ERROR_NOT_A_FILE);
  g_clear_error (&error);

  /* 200 MB, of which nothing is read. */
  file = g_fopen (large, "w");
  g_assert_cmpint (fseek (file, 200 * 1024 * 1024 - 1, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc ('x', file), ==, 'x');
  fclose (file);
  g_assert_null (td_plan_reader_read_file (large, NULL, &error));
  g_assert_error (error, TD_PLAN_READER_ERROR, TD_PLAN_READER_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_unlink (plan);
  g_unlink (large);
  g_rmdir (folder);
}

/* Texts no office writes: an answer all the same. One that took time by the square would meet the time limit of the program. */
static void
test_extremes (void)
{
  g_autoptr (GString) bullets = g_string_new (HEAD "I. NỘI DUNG\n");
  g_autoptr (GString) line = g_string_new (HEAD "I. TỔ CHỨC THỰC HIỆN\n1. ");
  g_autoptr (GString) titles = g_string_new (HEAD);
  g_autoptr (GString) open = g_string_new (HEAD "I. HÌNH THỨC KHEN THƯỞNG\n1. ");
  g_autoptr (GString) bases = g_string_new ("KẾ HOẠCH\nThi đua\n\nCăn cứ ");
  GString *texts[] = { bullets, line, titles, open, bases };

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (bullets, "%s Việc thứ %u\n", (const char *[]){ "-", "+", "•", "*" }[i % 4], i);
  while (line->len < 1024 * 1024)
    g_string_append (line, "Sở Nội vụ chủ trì, báo cáo trước ngày 5/5/2027 (sau đây gọi tắt là việc; từ ngày ban hành ");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (titles, "%u. TIÊU CHÍ, THỜI GIAN, TỔ CHỨC THỰC HIỆN\na) Đối với Sở %u: Giấy khen của Sở %u;\n", i % 60 + 1, i, i);
  while (open->len < 512 * 1024)
    g_string_append (open, "Giấy khen của (Bằng khen của ( không xét “ ");
  while (bases->len < 512 * 1024)
    g_string_append (bases, "Luật số 1/2027 ngày 1/1/2027, Kế hoạch số 2/KH ngày 2/2/2027 của Sở (gọi tắt là Kế hoạch số 2) và ");
  g_string_append (bases, "như sau:\n\nI. NỘI DUNG\n1. Làm.\n");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TdPlanReading) reading = read_text (texts[i]->str);

      g_test_message ("case %u", i);
      g_assert_cmpuint (reading->sections->len, >, 0);
    }
}

/* Deletes, doubles and inserts bytes and lines in a plan. */
static void
mutate (GString *text, GRand *rand)
{
  static const char *const pieces[] = { "\n", "\f", "I. ", "1.", "a) ", "- ", "(", "“", "**", "|", "Điều 1. ", "Nơi nhận:", "KẾ HOẠCH\n", "QUYẾT ĐỊNH:\n", ":", ";", "ngày ", "\xcc\x81", "\xef\x80\xad", "20" };
  gsize at = g_rand_int_range (rand, 0, text->len), length;

  /* Not within a letter: the reader refuses what is not UTF-8 at once. */
  at = g_utf8_find_prev_char (text->str, text->str + at + 1) != NULL ? (gsize) (g_utf8_find_prev_char (text->str, text->str + at + 1) - text->str) : 0;
  length = g_rand_int_range (rand, 1, 200);
  while (at + length < text->len && (text->str[at + length] & 0xc0) == 0x80)
    length++;
  length = MIN (length, text->len - at);
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      g_string_erase (text, at, length);
      break;
    case 1:
      {
        g_autofree char *copy = g_strndup (text->str + at, length);

        g_string_insert (text, g_rand_boolean (rand) ? 0 : at, copy);
        break;
      }
    case 2:
      {
        char *end = strchr (text->str + at, '\n');

        if (end != NULL)
          g_string_erase (text, end - text->str, 1);
        break;
      }
    default:
      g_string_insert (text, at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    }
}

static void
test_mutations (void)
{
  g_auto (GStrv) names = td_data_list ("samples/plans");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270409);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("samples/plans/", names[i], NULL);
      g_autoptr (GBytes) bytes = td_data_lookup (path, NULL);

      for (guint round = 0; round < 40; round++)
        {
          g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
          guint n = g_rand_int_range (rand, 1, 60);

          for (guint j = 0; j < n && text->len > 10; j++)
            {
              g_autoptr (TdPlanReading) reading = NULL;
              g_autofree char *json = NULL;

              mutate (text, rand);
              if (j % 8 != 0)
                continue;
              reading = td_plan_reader_read_text (text->str, text->len, NULL, NULL);
              json = reading != NULL ? td_plan_reading_to_json (reading) : NULL;
              g_assert_true (json == NULL || g_utf8_validate (json, -1, NULL));
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-reader-texts/words", test_words);
  g_test_add_func ("/plan-reader-texts/forms", test_forms);
  g_test_add_func ("/plan-reader-texts/refused", test_refused);
  g_test_add_func ("/plan-reader-texts/files", test_files);
  g_test_add_func ("/plan-reader-texts/extremes", test_extremes);
  g_test_add_func ("/plan-reader-texts/mutations", test_mutations);

  return g_test_run ();
}
