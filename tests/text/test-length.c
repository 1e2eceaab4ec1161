/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-length.h"

static void
test_display (void)
{
  static const struct
  {
    gint64 length;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 420000, "420" },
    { 419500, "419,5" },
    { 297000, "297" },
    { 1, "0,001" },
    { 10050, "10,05" },
    { -2300, "-2,3" },
    { 100000000, "100000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = td_length_to_display (cases[i].length);
      gint64 back = 7;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (td_length_parse (text, &back));
      g_assert_cmpint (back, ==, cases[i].length);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 length; /* 7: is none */
  } cases[] = {
    { "420", 420000 },
    { " 420 mm ", 420000 },
    { "42cm", 420000 },
    { "0,42 m", 420000 },
    { "42,05 cm", 420500 },
    { "419.5", 419500 },
    { "-0,25", -250 },
    { "1,234", 1234 },
    { "1,2345", 7 },
    { "", 7 },
    { "mm", 7 },
    { "-", 7 },
    { ",5", 7 },
    { "5,", 7 },
    { "4,2,0", 7 },
    { "420 297", 7 },
    { "4e2", 7 },
    { "A3", 7 },
    { "99999999999999999999", 7 },
    { "100001", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 length = 7;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (td_length_parse (cases[i].text, &length) == (cases[i].length != 7));
      g_assert_cmpint (length, ==, cases[i].length);
    }
}

static void
test_sheet (void)
{
  static const struct
  {
    const char *text;
    gint64 width, height; /* 7 when it is none */
  } cases[] = {
    { "420x297", 420000, 297000 },
    { "420 × 297", 420000, 297000 },
    { "297X419,5", 297000, 419500 },
    { "42 cm x 29,7 cm", 420000, 297000 },
    { "420", 7, 7 },
    { "420x", 7, 7 },
    { "420x297x3", 7, 7 },
    { "0x297", 7, 7 },
    { "-420x297", 7, 7 },
    { "A3", 7, 7 },
    { "420\xff"
      "x297",
      7, 7 },
    { "", 7, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 width = 7, height = 7;

      g_test_message ("case %u", i);
      g_assert_true (td_length_parse_sheet (cases[i].text, &width, &height) == (cases[i].width != 7));
      g_assert_cmpint (width, ==, cases[i].width);
      g_assert_cmpint (height, ==, cases[i].height);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/length/display", test_display);
  g_test_add_func ("/length/parse", test_parse);
  g_test_add_func ("/length/sheet", test_sheet);
  return g_test_run ();
}
