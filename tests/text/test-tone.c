/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-tone.h"

static void
test_place (void)
{
  static const struct
  {
    const char *old;
    const char *new;
  } cases[] = {
    { "hòa", "hoà" },
    { "Hòa", "Hoà" },
    { "HÒA", "HOÀ" },
    { "HòA", "HoÀ" },
    { "tỏa đóa lõa họa", "toả đoá loã hoạ" },
    { "xòe khỏe nhòe ngóe", "xoè khoẻ nhoè ngoé" },
    { "thúy, ủy. THỦY thụy Lũy lùy", "thuý, uỷ. THUỶ thuỵ Luỹ luỳ" },
    { "Ủy ban nhân dân", "Uỷ ban nhân dân" },
    { "ỦY BAN", "UỶ BAN" },
    { "Nguyễn-Hòa/2026", "Nguyễn-Hoà/2026" },
    { "hòa2", "hoà2" },
    { "ho\xcc\x80"
      "a",
      "hoa\xcc\x80" },
    { "HU\xcc\xa3Y", "HUY\xcc\xa3" },
    { "  hòa \t bình\n", "  hoà \t bình\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *old_from_old = td_tone_place (cases[i].old, TD_TONE_PLACEMENT_OLD);
      g_autofree char *old_from_new = td_tone_place (cases[i].new, TD_TONE_PLACEMENT_OLD);
      g_autofree char *new_from_old = td_tone_place (cases[i].old, TD_TONE_PLACEMENT_NEW);
      g_autofree char *new_from_new = td_tone_place (cases[i].new, TD_TONE_PLACEMENT_NEW);

      g_assert_cmpstr (old_from_old, ==, cases[i].old);
      g_assert_cmpstr (old_from_new, ==, cases[i].old);
      g_assert_cmpstr (new_from_old, ==, cases[i].new);
      g_assert_cmpstr (new_from_new, ==, cases[i].new);
    }
}

static void
test_stays (void)
{
  static const char *const texts[] = {
    "",
    "hoa huy toe",
    "quý quỳ Quý QUỲ qúy",
    "hoàn hoài toán khoét thuyền huỳnh khuỷu",
    "quà quá của múa",
    "Chloé Zoé Joé",
    "hoằng xoắn thuế thuở hoặc",
    "hòà",
    "hoầ ho\xcc\x82\xcc\x80"
    "a",
    "nghoèèèè",
    "Y Bhiông Niê Kđăm H’Ăng",
    "\xcc\x80"
    "a oà\xcc\x82",
    "2026 – “x”",
    "Ξοά Иоа́",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int placement = TD_TONE_PLACEMENT_OLD; placement <= TD_TONE_PLACEMENT_NEW; placement++)
      {
        g_autofree char *out = td_tone_place (texts[i], placement);

        g_assert_cmpstr (out, ==, texts[i]);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tone/place", test_place);
  g_test_add_func ("/tone/stays", test_stays);
  return g_test_run ();
}
