/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "td-fit.h"
#include "td-glue.h"
#include "td-template-reader.h"

static char *
dup_lines (const TdFit *fit)
{
  GString *lines = g_string_new (NULL);

  for (guint k = 0; k < fit->n_lines; k++)
    {
      g_autofree char *line = td_fit_dup_line (fit, k);

      g_string_append_printf (lines, "%s%s", k > 0 ? "|" : "", line);
    }
  return g_string_free (lines, FALSE);
}

typedef struct
{
  const char *text;
  double width;
  guint max_lines;
  const char *expected; /* lines divided by "|" */
} LineCase;

static void
check_lines (TdFitter *fitter, const LineCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const TdFitStyle style = { "Liberation Serif", 14, 8, FALSE, FALSE, 1.2, cases[i].max_lines };
      g_autoptr (TdFit) fit = td_fitter_fit (fitter, cases[i].text, &style, cases[i].width, 60);
      g_autofree char *lines = dup_lines (fit);

      g_assert_cmpstr (lines, ==, cases[i].expected);
      g_assert_false (fit->overflow);
    }
}

/* Lines of like length, no phrase torn, no syllable alone, no word lost: by a list of our own. */
static void
test_lines (void)
{
  static const char *const glue[] = { "Ủy ban nhân dân", "Sở Nội vụ", "năm #", "# tỷ đồng", "~ của *", NULL };
  static const LineCase cases[] = {
    { "một hai ba bốn năm sáu", 25, 2, "một hai ba|bốn năm sáu" },
    { "Chủ tịch Ủy ban nhân dân tỉnh", 35, 2, "Chủ tịch|Ủy ban nhân dân tỉnh" },
    { "cán bộ Sở Nội vụ", 22, 2, "cán bộ|Sở Nội vụ" },
    { "vào đầu năm 2026 đó", 26, 2, "vào đầu|năm 2026 đó" },
    { "thu được chừng 12 tỷ đồng đó", 36, 2, "thu được chừng|12 tỷ đồng đó" },
    { "Hiệu trưởng nhà trường, xã Ea Kar tỉnh ta", 55, 2, "Hiệu trưởng nhà trường,|xã Ea Kar tỉnh ta" },
    { "kinh tế - xã hội", 20, 2, "kinh tế -|xã hội" },
    { "một hai\nba", 60, 2, "một hai|ba" },
    { "một hai ba", 15, 2, "một|hai ba" },
    { "một hai\nba bốn năm sáu bảy", 25, 3, "một hai|ba bốn năm|sáu bảy" },
  };
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);

  check_lines (fitter, cases, G_N_ELEMENTS (cases));
}

/* The shipped list with what stands on real certificates. */
static void
test_shipped (void)
{
  static const LineCase cases[] = {
    { "Chủ tịch Ủy ban nhân dân xã Dliê Ya", 45, 2, "Chủ tịch Ủy ban nhân dân|xã Dliê Ya" },
    { "Phòng Thi đua - Khen thưởng Sở Nội vụ", 55, 2, "Phòng Thi đua - Khen thưởng|Sở Nội vụ" },
    { "Thượng tá Nguyễn Hữu Thắng, Phó Trưởng Công an xã Ea Kar", 70, 2, "Thượng tá Nguyễn Hữu Thắng,|Phó Trưởng Công an xã Ea Kar" },
    { "Hòa thượng Thích Thiện Tâm (Nguyễn Văn Bình)", 60, 2, "Hòa thượng Thích Thiện Tâm|(Nguyễn Văn Bình)" },
    { "Hộ gia đình ông Y Bhiông Niê Kđăm và bà H’Ăng Niê", 60, 2, "Hộ gia đình ông Y Bhiông Niê Kđăm|và bà H’Ăng Niê" },
    { "Hộ gia đình ông Lê Văn Ý và bà Nguyễn Thị Hồng Nhung", 56, 2, "Hộ gia đình ông Lê Văn Ý và|bà Nguyễn Thị Hồng Nhung" },
    { "Trường Tiểu học Nguyễn Thị Minh Khai xã Ea Kar", 50, 2, "Trường Tiểu học|Nguyễn Thị Minh Khai xã Ea Kar" },
    { "Quyết định số 87/QĐ-UBND ngày 02 tháng 9 năm 2026", 55, 2, "Quyết định số 87/QĐ-UBND|ngày 02 tháng 9 năm 2026" },
    { "Đã hiến 1.200 m² đất mở rộng đường giao thông nông thôn năm 2026", 55, 3, "Đã hiến 1.200 m² đất|mở rộng đường giao thông|nông thôn năm 2026" },
    { "Đã ủng hộ 1,5 tỷ đồng cho Quỹ “Vì người nghèo” giai đoạn 2021 - 2025", 75, 2, "Đã ủng hộ 1,5 tỷ đồng cho Quỹ|“Vì người nghèo” giai đoạn 2021 - 2025" },
    { "Đại hội đại biểu Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2025 - 2030", 75, 2, "Đại hội đại biểu Đảng bộ tỉnh|lần thứ XVIII, nhiệm kỳ 2025 - 2030" },
    { "TP. Buôn Ma Thuột và TP. Hồ Chí Minh", 52, 2, "TP. Buôn Ma Thuột|và TP. Hồ Chí Minh" },
    { "Đoàn Thanh niên Cộng sản Hồ Chí Minh phường Buôn Ma Thuột", 70, 2, "Đoàn Thanh niên Cộng sản|Hồ Chí Minh phường Buôn Ma Thuột" },
    { "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", 60, 3, "CHỦ TỊCH|ỦY BAN NHÂN DÂN|TỈNH ĐẮK LẮK" },
    { "trong 5 năm giai đoạn 2021\342\200\2232025 đã góp 300 ngày công", 60, 2, "trong 5 năm giai đoạn 2021\342\200\2232025|đã góp 300 ngày công" },
  };
  g_auto (GStrv) glue = td_keep_together_load_shipped (NULL);
  g_autoptr (TdFitter) fitter = td_fitter_new ((const char *const *) glue);

  check_lines (fitter, cases, G_N_ELEMENTS (cases));
}

/* A name is never divided while there is a size at which it stands whole. */
static void
test_names (void)
{
  static const char *const names[] = {
    "Ông Nguyễn Đặng Hoàng Phương Uyên", "Bà Hoàng Thị Ngọc Lan Chi", "Nguyễn Văn An", "NGUYỄN THỊ MINH NGUYỆT",
    "Ông Y Bhiông Niê Kđăm", "Y Thịnh Niê Siêng", "Bà H’Ăng Niê", "H'Yer Êban", "Bà H’Rưn Mlô Duôn Du",
    "Đại tá Tôn Nữ Công Huyền Trân", "Linh mục Giuse Trần Văn Khả", "Ni sư Thích Nữ Diệu Hạnh",
    "Ông Jean-Pierre Dupont", "Mr. John Michael Smith", "Katherine O’Connor", "Bà Pi Năng Thị Hà",
    "Em Lò Thị Pó", "Học sinh Sùng A Dơ", "Liệt sĩ Lê Thị Riêng", "Già làng Y Bham Êñuôl"
  };
  const TdFitStyle style = { "Liberation Serif", 28, 14, TRUE, FALSE, 1.15, 3 };
  g_auto (GStrv) glue = td_keep_together_load_shipped (NULL);
  g_autoptr (TdFitter) fitter = td_fitter_new ((const char *const *) glue);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TdFit) wide = td_fitter_fit (fitter, names[i], &style, 1000, 60);
      double need = wide->lines[0].width / 1000 * 14.25 * 25.4 / 72;
      g_autoptr (TdFit) fit = td_fitter_fit (fitter, names[i], &style, need, 60);
      g_autoptr (TdFit) sentence = NULL;
      g_autofree char *text = g_strdup_printf ("Biểu dương %s đã nỗ lực", names[i]);
      g_autofree char *lines = NULL;

      g_test_message ("%s", names[i]);
      g_assert_cmpuint (fit->n_lines, ==, 1);
      g_assert_cmpfloat (fit->size, >=, 14);
      g_assert_false (fit->overflow);
      /* Within a sentence too, as far as a word or a family name says where it begins. */
      if (g_str_has_prefix (names[i], "Katherine"))
        continue;
      sentence = td_fitter_fit (fitter, text, &style, need + 6, 60);
      lines = dup_lines (sentence);
      g_assert_nonnull (strstr (lines, names[i]));
    }
}

/* The names of all wards and communes stay whole behind their kind. */
static void
test_places (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "catalogue", "units-2026-07.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) rows = NULL;
  const TdFitStyle style = { "Liberation Serif", 14, 8, FALSE, FALSE, 1.2, 2 };
  g_auto (GStrv) glue = td_keep_together_load_shipped (NULL);
  g_autoptr (TdFitter) fitter = td_fitter_new ((const char *const *) glue);
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rows = g_strsplit (text, "\n", -1);
  for (guint i = 1; rows[i] != NULL; i++)
    {
      const char *name = NULL;
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);
      g_autofree char *sentence = NULL;
      g_autofree char *lines = NULL;
      g_autoptr (TdFit) fit = NULL;

      for (guint k = 0; cells[k] != NULL && name == NULL; k++)
        if (g_str_has_prefix (cells[k], "Xã ") || g_str_has_prefix (cells[k], "Phường "))
          name = strchr (cells[k], ' ') + 1;
      if (name == NULL)
        continue;
      sentence = g_strdup_printf ("Trưởng trạm y tế xã %s", name);
      fit = td_fitter_fit (fitter, sentence, &style, 34, 30);
      lines = dup_lines (fit);
      if (strstr (lines, name) == NULL)
        g_test_message ("%s", lines);
      g_assert_nonnull (strstr (lines, name));
      n++;
    }
  g_assert_cmpuint (n, >, 3000);
}

/* Numbers alone decide here. */
static void
test_breaker (void)
{
  static const TdBreakWord words[] = {
    { 0, 0, 0, 30 }, { 0, 0, 40, 50 }, { 0, 0, 60, 90, .hold = TD_BREAK_PHRASE }, { 0, 0, 100, 110 }, { 0, 0, 120, 150 }
  };
  g_autoptr (TdBreaker) breaker = td_breaker_new ();
  guint starts[5];

  td_breaker_begin (breaker, words, 5, TD_BREAK_FREE);
  g_assert_cmpfloat (td_breaker_narrow (breaker), ==, 150);
  g_assert_cmpfloat (td_breaker_narrow (breaker), ==, 90);
  g_assert_cmpfloat (td_breaker_narrow (breaker), ==, 50);
  g_assert_true (isinf (td_breaker_narrow (breaker)));
  td_breaker_begin (breaker, words, 5, TD_BREAK_NAME);
  for (guint i = 0; i < 4; i++)
    g_assert_false (isinf (td_breaker_narrow (breaker)));
  g_assert_cmpfloat (td_breaker_narrow (breaker), ==, 30);
  g_assert_true (isinf (td_breaker_narrow (breaker)));
  td_breaker_begin (breaker, words, 5, TD_BREAK_FREE);
  g_assert_true (td_breaker_balance (breaker, 2, 200, starts));
  g_assert_cmpuint (starts[0], ==, 0);
  g_assert_cmpuint (starts[1], ==, 3);
  g_assert_false (td_breaker_balance (breaker, 2, 60, starts));
  g_assert_false (td_breaker_balance (breaker, 6, 200, starts));
}

/* Beside every way there is to break the words: no other has a narrower widest line. */
static void
test_narrowest (void)
{
  g_autoptr (TdBreaker) breaker = td_breaker_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 300; round++)
    {
      TdBreakWord words[9] = { { 0 } };
      const guint n = g_rand_int_range (rand, 1, 10);
      double best[10];

      for (guint i = 0; i < n; i++)
        {
          words[i].left = i == 0 ? 0 : words[i - 1].right + 10;
          words[i].right = words[i].left + g_rand_int_range (rand, 5, 90);
          words[i].hold = g_rand_int_range (rand, TD_BREAK_FREE, TD_BREAK_NAME + 1);
          words[i].forced = i > 0 && g_rand_int_range (rand, 0, 6) == 0;
          best[i + 1] = INFINITY;
        }
      for (guint mask = 0; mask < 1u << (n - 1); mask++)
        {
          double widest = 0;
          guint n_lines = 1, first = 0;
          gboolean allowed = TRUE;

          for (guint i = 1; i <= n; i++)
            {
              gboolean breaks = i == n || (mask & (1u << (i - 1))) != 0;

              allowed = allowed && (breaks || !words[i].forced);
              if (!breaks)
                continue;
              widest = MAX (widest, words[i - 1].right - words[first].left);
              n_lines += i < n;
              first = i;
            }
          if (allowed)
            best[n_lines] = MIN (best[n_lines], widest);
        }
      td_breaker_begin (breaker, words, n, TD_BREAK_NAME);
      for (guint lines = 1; lines <= n; lines++)
        g_assert_cmpfloat (td_breaker_narrow (breaker), ==, best[lines]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/break/lines", test_lines);
  g_test_add_func ("/break/shipped", test_shipped);
  g_test_add_func ("/break/names", test_names);
  g_test_add_func ("/break/places", test_places);
  g_test_add_func ("/break/breaker", test_breaker);
  g_test_add_func ("/break/narrowest", test_narrowest);
  return g_test_run ();
}
