/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-preprinted.h"

typedef struct
{
  const char *words, *text;
  const char *gaps; /* parted by "|"; NULL: they contradict */
} MatchCase;

static void
test_match (void)
{
  static const MatchCase cases[] = {
    { "Tặng", "TẶNG", "" },
    { "TẶNG", "Truy tặng", NULL },
    { "Tặng", "Tang", NULL },
    { "Tặng", "", NULL },
    { "Tặng", "Tặng thưởng", NULL },
    { "  Bằng   khen ", "Bằng khen", "" },
    { "Bằng khen", "Bằng\nkhen", "" },
    { "Bằng khen", "Bằngkhen", NULL },
    { "Quyết định số … ngày … tháng … năm …", "Quyết định số 87/QĐ-UBND ngày 02 tháng 9 năm 2026", "87/QĐ-UBND|02|9|2026" },
    { "QUYẾT ĐỊNH SỐ........ngày.....tháng.....năm 20...", "Quyết định số 87/QĐ-UBND ngày 02 tháng 9 năm 2026", "87/QĐ-UBND|02|9|26" },
    { "Quyết định số ……", "Quyết định số 87/QĐ-UBND ngày 02 tháng 9 năm 2026", "87/QĐ-UBND ngày 02 tháng 9 năm 2026" },
    { "Số quyết định: …", "Quyết định số 87/QĐ-UBND", NULL },
    { "Số sổ vàng: …", "Số sổ vàng: 125", "125" },
    { "Số sổ vàng:…", "Số sổ vàng: 125", "125" },
    { "Số sổ vàng: …", "Số sổ vàng:", "" },
    { "…, ngày … tháng … năm …", "Đắk Lắk, ngày 02 tháng 9 năm 2026", "Đắk Lắk|02|9|2026" },
    { "Đắk Lắk, ngày … tháng … năm …", "Đắk Lắk, ngày 02 tháng 9 năm 2026", "02|9|2026" },
    { "Sơn La, ngày … tháng … năm …", "Đắk Lắk, ngày 02 tháng 9 năm 2026", NULL },
    { "Đắk Lắk, ngày … tháng … năm …", "Đắk Lắk, ngày 02", NULL },
    { "… năm 2026", "Đắk Lắk, ngày 02 tháng 9 năm 2027", NULL },
    { "…", "bất kỳ", "bất kỳ" },
    { "Ông ..", "Ông ..", "" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) gaps = NULL;
      g_autoptr (GString) all = g_string_new (NULL);
      gboolean same = td_preprinted_match (cases[i].words, cases[i].text, &gaps);

      for (guint k = 0; gaps != NULL && k < gaps->len; k++)
        {
          const TdPreprintedGap *gap = &g_array_index (gaps, TdPreprintedGap, k);

          g_string_append_printf (all, "%s%.*s", k > 0 ? "|" : "", (int) (gap->end - gap->start), cases[i].text + gap->start);
        }
      g_test_message ("case %u: “%s”", i, all->str);
      g_assert_cmpint (same, ==, cases[i].gaps != NULL);
      g_assert_cmpint (gaps != NULL, ==, same);
      if (same)
        g_assert_cmpstr (all->str, ==, cases[i].gaps);
    }
}

static void
test_gaps (void)
{
  static const struct
  {
    const char *words;
    gboolean gaps;
  } cases[] = { { "Tặng", FALSE }, { "", FALSE }, { "v.v.", FALSE }, { "số …", TRUE }, { "số ...", TRUE }, { "số ..", FALSE }, { "....", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (td_preprinted_has_gaps (cases[i].words), ==, cases[i].gaps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preprinted/match", test_match);
  g_test_add_func ("/preprinted/gaps", test_gaps);
  return g_test_run ();
}
