/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "td-fit.h"
#include "td-made-people.h"
#include "td-template-reader.h"

/* Names, posts and achievements, each another, fitted into the boxes of a Bằng khen: beside the goal
 * of the issue, 2,000,000 a minute on one core, and beside one Pango layout of the same text, which
 * finds no size and no breaks. */

#define N_TEXTS 30000
#define GOAL    2000000.0

typedef struct
{
  TdFitStyle style;
  double width, height;
} Box;

static const Box boxes[] = {
  { { "Liberation Serif", 28, 14, TRUE, FALSE, 1.15, 3 }, 296, 18.5 },
  { { "Liberation Serif", 17, 12, FALSE, FALSE, 1.15, 2 }, 288, 9.2 },
  { { "Liberation Serif", 18, 12.5, FALSE, TRUE, 1.22, 4 }, 280, 22 },
};

static char *
make_text (guint kind, const TdSamples *samples, GRand *rand, guint n)
{
  static const char *const posts[] = { "Phó Trưởng phòng Thi đua - Khen thưởng", "Hiệu trưởng Trường Trung học phổ thông", "Chi hội trưởng Chi hội Nông dân" };
  static const char *const places[] = { "xã Dliê Ya", "phường Buôn Ma Thuột", "xã Krông Năng", "xã Ea Drăng" };
  static const char *const deeds[] = { "phong trào thi đua lập thành tích chào mừng Đại hội đại biểu Đảng bộ tỉnh", "công tác xây dựng nông thôn mới", "thực hiện nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh" };
  MadePerson *person = made_person_new (samples, rand, n);
  char *text;

  if (kind == 0)
    text = g_strdup_printf ("%s %s", g_strcmp0 (person->sex, "female") == 0 ? "Bà" : "Ông", person->name);
  else if (kind == 1)
    text = g_strdup_printf ("%s, đơn vị số %u, %s, tỉnh Đắk Lắk", posts[n % 3], n, places[n % 4]);
  else
    text = g_strdup_printf ("Đã có thành tích xuất sắc trong %s giai đoạn %u - %u, góp phần vào sự nghiệp xây dựng chủ nghĩa xã hội và bảo vệ Tổ quốc", deeds[n % 3], 1990 + n % 30, n);
  made_person_free (person);
  return text;
}

static double
fit_all (char **texts, const char *const *glue)
{
  double best = G_MAXDOUBLE;

  for (guint run = 0; run < 3; run++)
    {
      g_autoptr (TdFitter) fitter = td_fitter_new (glue);
      gint64 begin = g_get_monotonic_time ();

      for (guint i = 0; i < N_TEXTS; i++)
        {
          const Box *box = &boxes[i % G_N_ELEMENTS (boxes)];
          g_autoptr (TdFit) fit = td_fitter_fit (fitter, texts[i], &box->style, box->width, box->height);

          if (fit->overflow)
            g_error ("%s", fit->text);
        }
      best = MIN (best, (g_get_monotonic_time () - begin) / 1e6);
    }
  return best;
}

static double
lay_out_all (char **texts)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoLayout *layout = pango_layout_new (context);
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < N_TEXTS; i++)
    {
      const Box *box = &boxes[i % G_N_ELEMENTS (boxes)];
      PangoFontDescription *font = pango_font_description_from_string (box->style.family);
      int width, height;

      pango_font_description_set_size (font, box->style.size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, box->width / 25.4 * 72 * PANGO_SCALE);
      pango_layout_set_text (layout, texts[i], -1);
      pango_layout_get_size (layout, &width, &height);
      pango_font_description_free (font);
    }
  g_object_unref (layout);
  g_object_unref (context);
  g_object_unref (map);
  return (g_get_monotonic_time () - begin) / 1e6;
}

int
main (void)
{
  g_autoptr (TdSamples) samples = td_samples_load (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_auto (GStrv) glue = td_keep_together_load_shipped (NULL);
  g_auto (GStrv) texts = g_new0 (char *, N_TEXTS + 1);
  double ours, layouts;

  for (guint i = 0; i < N_TEXTS; i++)
    texts[i] = make_text (i % G_N_ELEMENTS (boxes), samples, rand, i);
  ours = N_TEXTS * 60 / fit_all (texts, (const char *const *) glue);
  layouts = N_TEXTS * 60 / lay_out_all (texts);
  g_print ("texts fitted a minute: %.0f, goal %.0f, %.2f\n", ours, GOAL, ours / GOAL);
  g_print ("texts fitted a minute: %.0f, laid out once by Pango %.0f, %.2f\n", ours, layouts, ours / layouts);
  return 0;
}
