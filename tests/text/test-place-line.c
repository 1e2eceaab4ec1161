/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-place-line.h"

static void
test_join (void)
{
  static const struct
  {
    const char *beside;
    const char *parts[4];
    const char *expected;
  } cases[] = {
    { NULL, { "Trưởng phòng", NULL, "Sở Tài chính tỉnh Đắk Lắk" }, "Trưởng phòng, Sở Tài chính tỉnh Đắk Lắk" },
    { NULL, { "Trưởng phòng, Sở Y tế", NULL, "Sở Y tế" }, "Trưởng phòng, Sở Y tế" },
    { NULL, { "Trưởng phòng Sở Y tế", NULL, "Sở Y tế" }, "Trưởng phòng Sở Y tế" },
    { NULL, { "Giám đốc Sở Nội vụ", NULL, "Sở Nội vụ tỉnh Đắk Lắk" }, "Giám đốc Sở Nội vụ tỉnh Đắk Lắk" },
    { NULL, { "Phó Trưởng phòng, Sở Nội vụ", NULL, "Sở Nội vụ tỉnh Đắk Lắk" }, "Phó Trưởng phòng, Sở Nội vụ tỉnh Đắk Lắk" },
    { NULL, { "Trưởng Công an xã Ea Kar", NULL, "Công an xã Ea Kar, tỉnh Đắk Lắk" }, "Trưởng Công an xã Ea Kar, tỉnh Đắk Lắk" },
    { NULL, { "Trưởng thôn 5", "thôn 5, xã Ea Kar, Đắk Lắk", "xã Ea Kar, tỉnh Đắk Lắk" }, "Trưởng thôn 5, xã Ea Kar, tỉnh Đắk Lắk" },
    { NULL, { NULL, "Đắk Lắk", "tỉnh Đắk Lắk" }, "tỉnh Đắk Lắk" },
    { NULL, { NULL, "tỉnh Đắk Lắk", "Đắk Lắk" }, "tỉnh Đắk Lắk" },
    { NULL, { NULL, "TP. Buôn Ma Thuột", "thành phố Buôn Ma Thuột, tỉnh Đắk Lắk" }, "TP. Buôn Ma Thuột, tỉnh Đắk Lắk" },
    { NULL, { "Chủ tịch UBND xã Ea Kar", NULL, "Ủy ban nhân dân xã Ea Kar" }, "Chủ tịch UBND xã Ea Kar" },
    { NULL, { NULL, "xã Ea Kar", "xã Ea Kar Dir" }, "xã Ea Kar, xã Ea Kar Dir" },
    { NULL, { NULL, "xã Hoà Xuân", "xã Hòa Xuân, tỉnh Đắk Lắk" }, "xã Hoà Xuân, tỉnh Đắk Lắk" },
    { NULL, { "Giáo viên", NULL, "Trường Tiểu học Nơ Trang Lơng, phường Tân Lập", "tỉnh Đắk Lắk" }, "Giáo viên, Trường Tiểu học Nơ Trang Lơng, phường Tân Lập, tỉnh Đắk Lắk" },
    { NULL, { "Phó Giám đốc", NULL, "Sở Nội vụ tỉnh Đắk Lắk", "tỉnh Đắk Lắk" }, "Phó Giám đốc, Sở Nội vụ tỉnh Đắk Lắk" },
    { "Nhân dân và cán bộ xã Xuân Cảnh", { NULL, NULL, "xã Xuân Cảnh, tỉnh Đắk Lắk" }, "tỉnh Đắk Lắk" },
    { "Ủy ban nhân dân xã Ea Kar, tỉnh Đắk Lắk", { NULL, NULL, "xã Ea Kar, tỉnh Đắk Lắk" }, "" },
    { "Phòng Thi đua - Khen thưởng, Sở Nội vụ", { NULL, NULL, "Sở Nội vụ tỉnh Đắk Lắk" }, "tỉnh Đắk Lắk" },
    { "Công ty Cổ phần Ea Karl", { NULL, NULL, "xã Ea Kar" }, "xã Ea Kar" },
    { "Hộ gia đình ông Lê Văn Ý", { NULL, "thôn 5, xã Krông Pắc", "xã Krông Pắc" }, "thôn 5, xã Krông Pắc" },
    { NULL, { NULL, " , ,", "" }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = td_place_line_join (cases[i].beside, cases[i].parts, G_N_ELEMENTS (cases[i].parts));

      g_assert_cmpstr (line, ==, cases[i].expected);
    }
}

static void
test_place (void)
{
  static const struct
  {
    const char *line;
    gboolean names;
    const char *without;
  } cases[] = {
    { "Trưởng thôn 5, xã Ea Kar, tỉnh Đắk Lắk", TRUE, "Trưởng thôn 5, xã Ea Kar" },
    { "Trưởng thôn 5, xã Ea Kar, Đắk Lắk", FALSE, "Trưởng thôn 5, xã Ea Kar" },
    { "Giám đốc Sở Nội vụ tỉnh Đắk Lắk", TRUE, "Giám đốc Sở Nội vụ tỉnh Đắk Lắk" },
    { "xã Ea Kar", FALSE, "xã Ea Kar" },
    { "", FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *without = td_place_line_without (cases[i].line, "tỉnh Đắk Lắk");

      g_assert_cmpint (td_place_line_names (cases[i].line, "tỉnh Đắk Lắk"), ==, cases[i].names);
      g_assert_cmpstr (without, ==, cases[i].without);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-line/join", test_join);
  g_test_add_func ("/place-line/place", test_place);
  return g_test_run ();
}
