/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-name.h"

static void
test_proper_case (void)
{
  static const char *const names[][2] = {
    { "NGUYỄN THỊ HÀ", "Nguyễn Thị Hà" },
    { "nguyễn thị hà", "Nguyễn Thị Hà" },
    { "Y BHIÔNG NIÊ KĐĂM", "Y Bhiông Niê Kđăm" },
    { "H'ĂNG", "H'Ăng" },
    { "H’ĂNG NIÊ", "H’Ăng Niê" },
    { "TRẦN LÊ-ANH", "Trần Lê-Anh" },
    { "ĐẶNG VĂN Ý", "Đặng Văn Ý" },
    { "HA\xcc\x80", "Hà" },
    { "LÊ VĂN A (HÙNG)", "Lê Văn A (Hùng)" },
    { "Nguyễn Thị Hà", NULL },
    { "Nguyễn THỊ HÀ", NULL },
    { "A", NULL },
    { "", NULL },
    { "123", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *proper = td_name_proper_case (names[i][0]);

      g_assert_cmpstr (proper, ==, names[i][1]);
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *name;
    const char *clean;
    TdNameFlaws flaws;
  } names[] = {
    { "Nguyễn Thị Hà", "Nguyễn Thị Hà", 0 },
    { "H’Ăng Niê", "H’Ăng Niê", 0 },
    { "Trần Lê-Anh (Bảy)", "Trần Lê-Anh (Bảy)", 0 },
    { "", "", 0 },
    { " Hà", "Hà", TD_NAME_FLAW_BLANKS },
    { "Hà ", "Hà", TD_NAME_FLAW_BLANKS },
    { "Lê  Hà", "Lê Hà", TD_NAME_FLAW_BLANKS },
    { "Lê\xc2\xa0Hà", "Lê Hà", TD_NAME_FLAW_BLANKS },
    { "Lê\nHà", "Lê Hà", TD_NAME_FLAW_BLANKS },
    { "Lê\xe2\x80\x8b Hà", "Lê Hà", TD_NAME_FLAW_INVISIBLE },
    { "Lê\xe2\x80\x8c Hà", "Lê Hà", TD_NAME_FLAW_INVISIBLE },
    { "Lê\xc2\xad Hà", "Lê Hà", TD_NAME_FLAW_INVISIBLE },
    { "Lê Hà \xe2\x80\xab", "Lê Hà", TD_NAME_FLAW_INVISIBLE },
    { "Lê \xe2\x80\xab Hà", "Lê Hà", TD_NAME_FLAW_INVISIBLE },
    { "Le\xcc\x82 Hà", "Lê Hà", TD_NAME_FLAW_DECOMPOSED },
    { "Ðặng Hà", "Đặng Hà", TD_NAME_FLAW_LOOKALIKE },
    { "\xd0\x90nh", "Anh", TD_NAME_FLAW_LOOKALIKE },
    { "Nguy3n", "Nguy3n", TD_NAME_FLAW_ODD },
    { "1 Hà*", "1 Hà*", TD_NAME_FLAW_ODD },
    { "  \xc3\x90ặng\xe2\x80\x8b 2", "Đặng 2", TD_NAME_FLAW_BLANKS | TD_NAME_FLAW_INVISIBLE | TD_NAME_FLAW_LOOKALIKE | TD_NAME_FLAW_ODD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TdNameFlaws flaws = ~0u;
      g_autofree char *clean = td_name_clean (names[i].name, &flaws);

      g_assert_cmpstr (clean, ==, names[i].clean);
      g_assert_cmpint (flaws, ==, names[i].flaws);
    }
}

static void
test_keys (void)
{
  static const char *const keys[][3] = {
    { "Nguyễn Thị Hà", "nguien thi ha", "nguienthiha" },
    { "NGUYỄN THỊ HÀ", "nguien thi ha", "nguienthiha" },
    { "Lý", "li", "li" },
    { "Lí", "li", "li" },
    { "Quý", "qui", "qui" },
    { "Huỳnh", "huinh", "huinh" },
    { "Huình", "huinh", "huinh" },
    { "Thúy", "thuy", "thuy" },
    { "Thúi", "thui", "thui" },
    { "Mây", "may", "may" },
    { "Mai", "mai", "mai" },
    { "Yến Vy", "ien vi", "ienvi" },
    { "Pi Năng", "pi nang", "pinang" },
    { "Pinăng", "pinang", "pinang" },
    { "H’Ăng", "hang", "hang" },
    { "Lê-Anh", "le anh", "leanh" },
    { "Đỗ", "do", "do" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = td_name_key (keys[i][0]);
      g_autofree char *compact = td_name_compact_key (keys[i][0]);

      g_assert_cmpstr (key, ==, keys[i][1]);
      g_assert_cmpstr (compact, ==, keys[i][2]);
    }
}

static void
test_likeness (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    TdNameLikeness likeness;
  } pairs[] = {
    { "Nguyễn Thị Hà", "Nguyễn Thị Hà", TD_NAME_EQUAL },
    { "Nguyễn Thị Hà", "NGUYỄN THỊ HÀ", TD_NAME_EQUAL },
    { "Nguyễn Thị Hoà", "Nguyễn Thị Hòa", TD_NAME_EQUAL },
    { "Trần Qúy", "Trần Quý", TD_NAME_EQUAL },
    { "H'Ăng Niê", "H’Ăng Niê", TD_NAME_EQUAL },
    { "H'Ăng Niê", "HĂng Niê", TD_NAME_EQUAL },
    { "Ðặng Hà", "Đặng Hà", TD_NAME_EQUAL },
    { "Lê Anh", "Lê-Anh", TD_NAME_EQUAL },
    { "Lý Thị Mỹ", "Lí Thị Mĩ", TD_NAME_I_Y },
    { "Huỳnh Quý", "Huình Quí", TD_NAME_I_Y },
    { "Pi Năng Thị", "Pinăng Thị", TD_NAME_SPACING },
    { "Pi Năng Lý", "Pinăng Lí", TD_NAME_SPACING },
    { "Nguyễn Thị Hà", "Nguyễn ThịHà", TD_NAME_SPACING },
    { "Nguyễn Thị Hà", "Nguyễn ThìHạ", TD_NAME_OTHER_MARKS },
    { "Nguyễn Thị Hà", "Nguyen Thi Ha", TD_NAME_UNMARKED },
    { "Nguyễn Thị Hà", "Nguyễn Thị Hạ", TD_NAME_OTHER_MARKS },
    { "Đỗ Văn An", "Dỗ Văn An", TD_NAME_OTHER_MARKS },
    { "Nguyễn Thị Hà", "Nguyễn Thị Hàa", TD_NAME_SLIP },
    { "Nguyễn Thị Hà", "Nguyễn Th Hà", TD_NAME_SLIP },
    { "Nguyễn Thị Hà", "Nguyễm Thị Hà", TD_NAME_SLIP },
    { "Nguyễn Thị Hà", "Nguyễn Thị aH", TD_NAME_SLIP },
    { "Nguyễn Thị Hà", "Ngyuễn Thị Hà", TD_NAME_SLIP },
    { "Nguyễn Thị Hà", "Nguyễn Thị Mai", TD_NAME_DIFFERENT },
    { "Nguyễn Thị Thúy", "Nguyễn Thị Thúi", TD_NAME_SLIP },
    { "Lê Hà", "Lê Ha", TD_NAME_OTHER_MARKS },
    { "Lê Hà", "Lê Hài", TD_NAME_DIFFERENT },
    { "Hà", "", TD_NAME_DIFFERENT },
    { "", "", TD_NAME_DIFFERENT },
    { "’", "'", TD_NAME_DIFFERENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s, %s", pairs[i].a, pairs[i].b);
      g_assert_cmpint (td_name_compare (pairs[i].a, pairs[i].b), ==, pairs[i].likeness);
      g_assert_cmpint (td_name_compare (pairs[i].b, pairs[i].a), ==, pairs[i].likeness);
    }
}

/* The textbook's matrix of edit distance with swaps. */
static guint
edit_distance (const char *a, const char *b)
{
  guint d[16][16];
  guint n = strlen (a), m = strlen (b);

  for (guint i = 0; i <= n; i++)
    for (guint j = 0; j <= m; j++)
      if (i == 0 || j == 0)
        d[i][j] = i + j;
      else
        {
          d[i][j] = MIN (MIN (d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
        }
  return d[n][m];
}

static void
test_slips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_slips = 0;

  for (guint round = 0; round < 200000; round++)
    {
      char a[12], b[12];
      guint n = g_rand_int_range (rand, 6, 9), m = g_rand_int_range (rand, 6, 9);

      /* Near each other, else none would be a slip. */
      for (guint i = 0; i < 11; i++)
        {
          a[i] = 'a' + g_rand_int_range (rand, 0, 2);
          b[i] = g_rand_int_range (rand, 0, 6) == 0 ? 'a' + g_rand_int_range (rand, 0, 2) : a[i];
        }
      a[n] = b[m] = '\0';
      n_slips += td_name_keys_slip (a, b);
      g_assert_true (td_name_keys_slip (a, b) == (edit_distance (a, b) == 1));
    }
  g_assert_cmpuint (n_slips, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/proper-case", test_proper_case);
  g_test_add_func ("/name/clean", test_clean);
  g_test_add_func ("/name/keys", test_keys);
  g_test_add_func ("/name/likeness", test_likeness);
  g_test_add_func ("/name/slips", test_slips);
  return g_test_run ();
}
