/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-number.h"

static void
test_to_words (void)
{
  static const struct
  {
    gint64 number;
    const char *words;
  } cases[] = {
    { 0, "không" },
    { 1, "một" },
    { 4, "bốn" },
    { 5, "năm" },
    { 10, "mười" },
    { 11, "mười một" },
    { 14, "mười bốn" },
    { 15, "mười lăm" },
    { 20, "hai mươi" },
    { 21, "hai mươi mốt" },
    { 24, "hai mươi tư" },
    { 25, "hai mươi lăm" },
    { 55, "năm mươi lăm" },
    { 99, "chín mươi chín" },
    { 100, "một trăm" },
    { 101, "một trăm linh một" },
    { 104, "một trăm linh bốn" },
    { 105, "một trăm linh năm" },
    { 110, "một trăm mười" },
    { 115, "một trăm mười lăm" },
    { 121, "một trăm hai mươi mốt" },
    { 555, "năm trăm năm mươi lăm" },
    { 1000, "một nghìn" },
    { 1005, "một nghìn không trăm linh năm" },
    { 1010, "một nghìn không trăm mười" },
    { 1100, "một nghìn một trăm" },
    { 2026, "hai nghìn không trăm hai mươi sáu" },
    { 21000, "hai mươi mốt nghìn" },
    { 702000, "bảy trăm linh hai nghìn" },
    { 1000005, "một triệu không trăm linh năm" },
    { 1050000, "một triệu không trăm năm mươi nghìn" },
    { 2340000, "hai triệu ba trăm bốn mươi nghìn" },
    { 3800000, "ba triệu tám trăm nghìn" },
    { 1000000000, "một tỷ" },
    { 1000000001, "một tỷ không trăm linh một" },
    { 1002000000, "một tỷ không trăm linh hai triệu" },
    { G_GINT64_CONSTANT (25000000000), "hai mươi lăm tỷ" },
    { G_GINT64_CONSTANT (1200000000000), "một nghìn hai trăm tỷ" },
    { G_GINT64_CONSTANT (1000000000000000), "một triệu tỷ" },
    { G_GINT64_CONSTANT (1000000000000000000), "một tỷ tỷ" },
    { -5, "âm năm" },
    { -3800000, "âm ba triệu tám trăm nghìn" },
    { G_MININT64, "âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ "
                  "tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = td_number_to_words (cases[i].number);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_to_display (void)
{
  static const struct
  {
    gint64 number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 7, "7" },
    { 999, "999" },
    { 1000, "1.000" },
    { 3800000, "3.800.000" },
    { 12345678, "12.345.678" },
    { -100, "-100" },
    { -1000, "-1.000" },
    { G_MAXINT64, "9.223.372.036.854.775.807" },
    { G_MININT64, "-9.223.372.036.854.775.808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = td_number_to_display (cases[i].number);
      gint64 number = 1;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (td_number_parse (text, &number));
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 number;
  } cases[] = {
    { "3800000", 3800000 },
    { " 3 800 000 ", 3800000 },
    { "3.800.000", 3800000 },
    { "3\xc2\xa0"
      "800\xe2\x80\xaf"
      "000",
      3800000 },
    { "007", 7 },
    { "0", 0 },
    { "-5", -5 },
    { "12.345", 12345 },
  };
  static const char *const refused[] = {
    "",
    " ",
    "-",
    ".",
    "a",
    "12a",
    "3.8",
    "3.80.000",
    "1234.567",
    "0.500",
    ".500",
    "1.234.",
    "1..234",
    "1.234 567",
    "3,800",
    "--5",
    "+5",
    "5-",
    "1e3",
    "0x10",
    "9223372036854775808",
    "-9223372036854775809",
    "99999999999999999999999999",
    "٣",
    "3.800.000 đ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = -1;

      g_test_message ("\"%s\"", cases[i].text);
      g_assert_true (td_number_parse (cases[i].text, &number));
      g_assert_cmpint (number, ==, cases[i].number);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      gint64 number = 42;

      g_test_message ("\"%s\"", refused[i]);
      g_assert_false (td_number_parse (refused[i], &number));
      g_assert_cmpint (number, ==, 42);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/to-words", test_to_words);
  g_test_add_func ("/number/to-display", test_to_display);
  g_test_add_func ("/number/parse", test_parse);
  return g_test_run ();
}
