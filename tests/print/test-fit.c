/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

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

/* Each text stands for itself: what a long name needs changes nothing for the next one. */
static void
test_alone (void)
{
  static const char *const names[] = { "Ông Ka", "Bà H’Ăng Niê", "Ông Nguyễn Văn An", "Ông Y Bhiông Niê Kđăm" };
  const TdFitStyle style = { "Liberation Serif", 28, 14, TRUE, FALSE, 1.15, 3 };
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);
  g_autoptr (TdFitter) other = td_fitter_new (glue);
  double x, width, other_x, other_width;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TdFit) fit = td_fitter_fit (fitter, names[i], &style, 120, 30);
      g_autoptr (TdFit) long_one = td_fitter_fit (fitter, LONG_NAME, &style, 120, 30);
      g_autoptr (TdFit) again = td_fitter_fit (fitter, names[i], &style, 120, 30);
      g_autoptr (TdFit) fresh = td_fitter_fit (other, names[i], &style, 120, 30);

      g_assert_cmpfloat (long_one->size, <, 28);
      g_assert_cmpfloat (fit->size, ==, 28);
      g_assert_cmpfloat (again->size, ==, 28);
      get_ink (again, 100, &x, &width);
      get_ink (fresh, 100, &other_x, &other_width);
      g_assert_cmpfloat (x, ==, other_x);
      g_assert_cmpfloat (width, ==, other_width);
    }
}

/* Every line stands in the middle of its box, at any size. The letters of these words begin and end
 * with upright strokes whose room beside them is small and equal. */
static void
test_centring (void)
{
  static const double widths[] = { 200, 120, 90, 60, 45, 30 };
  const TdFitStyle style = { "Liberation Serif", 30, 6, FALSE, FALSE, 1.2, 1 };
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);
  double before = 100;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (TdFit) fit = td_fitter_fit (fitter, "HI HINH HAI HINH HIH", &style, widths[i], 30);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      g_assert_cmpfloat (fit->size, <=, before);
      before = fit->size;
      cairo_scale (cr, 400, 400);
      td_fit_draw (fit, cr, 10, 10, widths[i], 30, TD_FIT_CENTER, TD_FIT_CENTER, 0);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (fabs ((x + width / 2) / 400 - (10 + widths[i] / 2)), <, 0.05);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpfloat (before, <, 15);
}

/* What cannot be a name is told, never guessed at, and nothing breaks. */
static void
test_hard (void)
{
  static const struct
  {
    const char *text;
    gunichar unprintable;
  } cases[] = {
    { "Nguyễn Văn An", 0 },
    { "Nguyễn\302\240Văn An №\302\2405 – 20 °C", 0 },
    { "Nguyễn\342\200\213Văn An", 0x200B },  /* zero-width space */
    { "Nguyễn Văn A\342\200\215n", 0x200D }, /* zero-width joiner */
    { "\342\200\256Nguyễn Văn An", 0x202E }, /* turns the direction */
    { "Nguyễn \001Văn An", 1 },
    { "Nguyễn\rVăn An", '\r' },
    { "Nguyễn Văn An\302\255h", 0xAD }, /* soft hyphen */
    { "\330\243\330\255\331\205\330\257 An", 0x623 },
    { "An \327\251\327\234\327\225\327\235", 0x5E9 },
    { "An \360\237\216\211", 0x1F389 },
    { "An \342\230\272", 0x263A },
    { "An \357\200\201", 0xF001 },
  };
  const TdFitStyle style = { "Liberation Serif", 28, 14, TRUE, FALSE, 1.15, 3 };
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdFit) fit = td_fitter_fit (fitter, cases[i].text, &style, 300, 30);
      double x, width;

      g_test_message ("case %u", i);
      g_assert_cmphex (fit->unprintable, ==, cases[i].unprintable);
      get_ink (fit, 10, &x, &width);
      g_assert_cmpfloat (width, >, 0);
    }
}

/* Texts nobody can set into a box: an answer in bounded time and memory. */
static void
test_endless (void)
{
  static const struct
  {
    const char *part;
    guint times;
  } cases[] = {
    { "Nguyễn", 100 }, /* 400 and more letters without a break */
    { "Nguyễn Văn ", 50 },
    { "a\n", 200000 },
    { "đ ", 200000 },
    { "Ông Y Bhiông Niê Kđăm, ", 20000 },
    { "\360\237\216\211", 5000 },
    { "2025 - ", 20000 },
    { "(“", 20000 },
  };
  const TdFitStyle style = { "Liberation Serif", 28, 14, TRUE, FALSE, 1.15, 12 };
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (TdFit) fit = NULL;
      double x, width;

      for (guint k = 0; k < cases[i].times; k++)
        g_string_append (text, cases[i].part);
      fit = td_fitter_fit (fitter, text->str, &style, 100, 30);
      g_test_message ("case %u: %u lines", i, fit->n_lines);
      g_assert_true (fit->overflow);
      g_assert_cmpfloat (fit->size, ==, 14);
      g_assert_true (g_utf8_validate (fit->text, -1, NULL));
      g_assert_cmpuint (fit->lines[fit->n_lines - 1].end, <=, strlen (fit->text));
      get_ink (fit, 10, &x, &width);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/sizes", test_sizes);
  g_test_add_func ("/fit/fonts", test_fonts);
  g_test_add_func ("/fit/scale", test_scale);
  g_test_add_func ("/fit/alone", test_alone);
  g_test_add_func ("/fit/centring", test_centring);
  g_test_add_func ("/fit/hard", test_hard);
  g_test_add_func ("/fit/endless", test_endless);
  return g_test_run ();
}
