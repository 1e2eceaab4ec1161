/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-word-finder.h"

/* Words are found however the text is broken, capitalised and composed. */

static const char text[] = "KẾ HOẠCH\n"
                           "Tổ chức phong trào\n"
                           "  thi đua “Dạy tốt – học tốt”,  nâng cao\n"
                           "\n"
                           "Số: **141** /KH-UBND, xã ta; ho\xcc\xa3"
                           "c ky\xcc\x80"
                           " hai (học kỳ).\n";

static void
test_find (void)
{
  static const struct
  {
    const char *words;
    const char *found; /* NULL: nowhere */
  } cases[] = {
    { "kế hoạch", "KẾ HOẠCH" },
    { "Kê hoach", "KẾ HOẠCH" },
    { "phong trào thi đua", "phong trào\n  thi đua" },
    { "\"dạy tốt - học tốt\"", "“Dạy tốt – học tốt”" },
    { "học tốt”, nâng cao", "học tốt”,  nâng cao" },
    { "số: 141", "Số: **141** " },
    { "học kỳ hai", "ho\xcc\xa3"
                    "c ky\xcc\x80"
                    " hai " },
    { "14", NULL },
    { "ch", NULL },
    { "hoạch tổ chức", "HOẠCH\nTổ chức" },
    { "không có", NULL },
    { "", NULL },
    { "   ", NULL },
    { "hai (học kỳ).\n", "hai (học kỳ).\n" },
  };
  g_autoptr (TdWordFinder) finder = td_word_finder_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start, end;
      gboolean found = td_word_finder_find (finder, cases[i].words, 0, strlen (text), &start, &end);
      g_autofree char *words = found ? g_strndup (text + start, end - start) : NULL;

      if (words != NULL)
        g_strchomp (words);
      if (cases[i].found == NULL)
        g_assert_cmpstr (words, ==, NULL);
      else
        {
          g_autofree char *expected = g_strchomp (g_strdup (cases[i].found));

          g_assert_cmpstr (words, ==, expected);
        }
    }
}

static void
test_between (void)
{
  const char *twice = "một hai\nmột hai\nmột hai";
  g_autoptr (TdWordFinder) finder = td_word_finder_new (twice);
  gsize start, end, from, to;

  for (guint line = 1; line <= 3; line++)
    {
      td_word_finder_get_lines (finder, line, line, &from, &to);
      g_assert_true (td_word_finder_find (finder, "một hai", from, to, &start, &end));
      g_assert_cmpuint (start, ==, from);
      g_assert_cmpuint (end, >=, to);
      g_assert_cmpuint (td_word_finder_get_line_at (finder, start, NULL), ==, line);
    }
  td_word_finder_get_lines (finder, 1, 1, &from, &to);
  g_assert_false (td_word_finder_find (finder, "hai một", from, to, &start, &end));
}

static void
test_lines (void)
{
  g_autoptr (TdWordFinder) finder = td_word_finder_new (text);
  g_autoptr (TdWordFinder) nothing = td_word_finder_new ("");
  gsize start, end, index;

  g_assert_cmpuint (td_word_finder_get_n_lines (finder), ==, 6);
  td_word_finder_get_lines (finder, 2, 3, &start, &end);
  g_assert_true (g_str_has_prefix (text + start, "Tổ chức"));
  g_assert_cmpint (text[end], ==, '\n');
  td_word_finder_get_lines (finder, 0, 1000, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, strlen (text));
  g_assert_cmpuint (td_word_finder_get_line_at (finder, strlen ("KẾ HOẠCH\nTổ"), &index), ==, 2);
  g_assert_cmpuint (index, ==, strlen ("Tổ"));
  g_assert_cmpuint (td_word_finder_get_n_lines (nothing), ==, 1);
  g_assert_false (td_word_finder_find (nothing, "gì", 0, 0, &start, &end));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-finder/find", test_find);
  g_test_add_func ("/word-finder/between", test_between);
  g_test_add_func ("/word-finder/lines", test_lines);
  return g_test_run ();
}
