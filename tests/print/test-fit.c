/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "td-break.h"
#include "td-fit.h"

#define LONG_NAME                                                                                                                           \
  "Nhân dân và cán bộ các cơ quan Đảng, chính quyền, Mặt trận Tổ quốc và các tổ chức chính trị - xã hội " \
  "xã Dliê Ya, xã Ea Drăng và xã Krông Năng, tỉnh Đắk Lắk"

static const char *const glue[] = { "Ủy ban nhân dân", "Sở Nội vụ", "năm #", "# tỷ đồng", "~ của *", NULL };

static void
test_sizes (void)
{
  static const struct
  {
    const char *text;
    double width, height, size, min_size;
    guint max_lines;
    guint n_lines;
    gboolean full; /* at its largest size */
    gboolean overflow;
  } cases[] = {
    { "Ông Y Bhiông Niê Kđăm", 250, 15, 28, 15, 1, 1, TRUE, FALSE },
    { "Ông Y Bhiông Niê Kđăm", 80, 15, 28, 15, 1, 1, FALSE, FALSE },
    { "Ông Y Bhiông Niê Kđăm", 20, 15, 28, 15, 1, 1, FALSE, TRUE },
    { LONG_NAME, 296, 18, 28, 14, 3, 2, FALSE, FALSE },
    { LONG_NAME, 296, 40, 28, 14, 3, 3, TRUE, FALSE },
    { LONG_NAME, 296, 18, 28, 25, 3, 0, FALSE, TRUE },
    { "Nghiêng", 200, 3, 28, 14, 3, 1, FALSE, TRUE },
    { "Pneumonoultramicroscopicsilicovolcanoconiosis", 60, 40, 28, 14, 3, 1, FALSE, TRUE },
    { "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", 130, 13, 15, 11, 3, 2, TRUE, FALSE },
    { "Một\nhai\nba", 130, 30, 15, 11, 2, 3, FALSE, TRUE },
    { "", 130, 30, 15, 11, 2, 0, TRUE, FALSE },
    { " \n ", 130, 30, 15, 11, 2, 0, TRUE, FALSE },
  };
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TdFitStyle style = { "Liberation Serif", cases[i].size, cases[i].min_size, TRUE, FALSE, 1.15, cases[i].max_lines };
      g_autoptr (TdFit) fit = td_fitter_fit (fitter, cases[i].text, &style, cases[i].width, cases[i].height);

      g_test_message ("case %u: %g pt, %u lines", i, fit->size, fit->n_lines);
      g_assert_cmpint (fit->overflow, ==, cases[i].overflow);
      g_assert_cmpint (fit->size == cases[i].size, ==, cases[i].full);
      g_assert_cmpfloat (fit->size, >=, cases[i].min_size);
      if (cases[i].n_lines > 0 || *cases[i].text == '\0')
        g_assert_cmpuint (fit->n_lines, ==, cases[i].n_lines);
      g_assert_cmpuint (fit->n_missing, ==, 0);
      g_assert_cmpstr (fit->substitute, ==, NULL);
      for (guint k = 0; k < fit->n_lines && !fit->overflow; k++)
        g_assert_cmpfloat (fit->lines[k].width / 1000 * fit->size * 25.4 / 72, <=, cases[i].width + 0.02);
    }
}

/* Lines of like length, no phrase torn, no syllable alone, no word lost. */
static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double width;
    guint max_lines;
    const char *expected; /* lines divided by "|" */
  } cases[] = {
    { "một hai ba bốn năm sáu", 25, 2, "một hai ba|bốn năm sáu" },
    { "Chủ tịch Ủy ban nhân dân tỉnh", 35, 2, "Chủ tịch|Ủy ban nhân dân tỉnh" },
    { "cán bộ Sở Nội vụ", 22, 2, "cán bộ|Sở Nội vụ" },
    { "vào đầu năm 2026 đó", 26, 2, "vào đầu|năm 2026 đó" },
    { "thu được chừng 12 tỷ đồng đó", 36, 2, "thu được chừng|12 tỷ đồng đó" },
    { "Hiệu trưởng nhà trường, xã Ea Kar tỉnh ta", 55, 2, "Hiệu trưởng nhà trường,|xã Ea Kar tỉnh ta" },
    { "kinh tế - xã hội", 20, 2, "kinh tế -|xã hội" },
    { "một hai\nba", 60, 2, "một hai|ba" },
  };
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TdFitStyle style = { "Liberation Serif", 14, 8, FALSE, FALSE, 1.2, cases[i].max_lines };
      g_autoptr (TdFit) fit = td_fitter_fit (fitter, cases[i].text, &style, cases[i].width, 60);
      g_autoptr (GString) lines = g_string_new (NULL);

      for (guint k = 0; k < fit->n_lines; k++)
        {
          g_autofree char *line = td_fit_dup_line (fit, k);

          g_string_append_printf (lines, "%s%s", k > 0 ? "|" : "", line);
        }
      g_assert_cmpstr (lines->str, ==, cases[i].expected);
      g_assert_false (fit->overflow);
    }
}

static void
test_fonts (void)
{
  static const struct
  {
    const char *text, *family;
    gboolean missing, substituted;
  } cases[] = {
    { "H’Ăng Niê – Kđăm ŎỎŌ ế ỗ Ữ ₫ № “”", "Liberation Serif", FALSE, FALSE },
    { "Nguyễn \xf3\xb0\x80\x81", "Liberation Serif", TRUE, TRUE }, /* a private character no font has */
    { "Nguyễn Văn A", "No Such Font 4711", FALSE, TRUE },
  };
  g_autoptr (TdFitter) fitter = td_fitter_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TdFitStyle style = { cases[i].family, 14, 8, FALSE, FALSE, 1.2, 1 };
      g_autoptr (TdFit) fit = td_fitter_fit (fitter, cases[i].text, &style, 200, 20);

      g_assert_cmpint (fit->n_missing > 0, ==, cases[i].missing);
      if (!cases[i].missing)
        g_assert_cmpint (fit->substitute != NULL, ==, cases[i].substituted);
    }
  /* Chinese: either no font has it, or one that is not ours. */
  {
    const TdFitStyle style = { "Liberation Serif", 14, 8, FALSE, FALSE, 1.2, 1 };
    g_autoptr (TdFit) fit = td_fitter_fit (fitter, "王 Vương", &style, 200, 20);

    g_assert_true (fit->n_missing > 0 || fit->substitute != NULL);
  }
}

static void
get_ink (const TdFit *fit, double scale, double *x, double *width)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double y, height;

  cairo_scale (cr, scale, scale);
  td_fit_draw (fit, cr, 10, 10, 200, 30, TD_FIT_CENTER, TD_FIT_CENTER, 0);
  cairo_recording_surface_ink_extents (surface, x, &y, width, &height);
  *x /= scale;
  *width /= scale;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A page looks the same on a small screen, on a large one and on paper. */
static void
test_scale (void)
{
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);
  const TdFitStyle style = { "Liberation Serif", 24, 8, TRUE, TRUE, 1.2, 2 };
  g_autoptr (TdFit) fit = td_fitter_fit (fitter, "Đã có thành tích xuất sắc", &style, 200, 30);
  double x, width, other_x, other_width;

  get_ink (fit, 400, &x, &width);
  for (double scale = 2; scale < 100; scale *= 1.37)
    {
      get_ink (fit, scale, &other_x, &other_width);
      /* ink is told in whole pixels, one more on each side */
      g_assert_cmpfloat (fabs (x - other_x), <=, 2 / scale + 0.02);
      g_assert_cmpfloat (fabs (width - other_width), <=, 4 / scale + 0.02);
    }
}

static void
test_break (void)
{
  static const TdBreakWord words[] = {
    { 0, 0, 0, 30 }, { 0, 0, 40, 50 }, { 0, 0, 60, 90, .glued = TRUE }, { 0, 0, 100, 110 }, { 0, 0, 120, 150 }
  };
  guint starts[5];

  g_assert_cmpfloat (td_break_narrowest (words, 5, 1, FALSE), ==, 150);
  g_assert_cmpfloat (td_break_narrowest (words, 5, 2, FALSE), ==, 90);
  g_assert_true (isinf (td_break_narrowest (words, 5, 5, FALSE)));
  g_assert_false (isinf (td_break_narrowest (words, 5, 5, TRUE)));
  g_assert_true (isinf (td_break_narrowest (words, 5, 6, TRUE)));
  g_assert_true (td_break_balance (words, 5, 2, 200, FALSE, starts));
  g_assert_cmpuint (starts[0], ==, 0);
  g_assert_cmpuint (starts[1], ==, 3);
  g_assert_false (td_break_balance (words, 5, 2, 60, FALSE, starts));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/sizes", test_sizes);
  g_test_add_func ("/fit/lines", test_lines);
  g_test_add_func ("/fit/fonts", test_fonts);
  g_test_add_func ("/fit/scale", test_scale);
  g_test_add_func ("/fit/break", test_break);
  return g_test_run ();
}
