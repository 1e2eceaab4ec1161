/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-event-words.h"

/* Which event the words of a plan mean. */

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    gboolean own_end;
  } cases[] = {
    { "đến khi tổ chức thành công Đại hội Phụ nữ tỉnh lần thứ II", "Đại hội Phụ nữ tỉnh lần thứ II", FALSE },
    { "sau khi Đại hội Phụ nữ tỉnh lần thứ II tổ chức thành công", "Đại hội Phụ nữ tỉnh lần thứ II", FALSE },
    { "Sau khi bế mạc Ngày hội Văn hóa các dân tộc.", "Ngày hội Văn hóa các dân tộc", FALSE },
    { "cho đến khi kết thúc Giải chạy Vì sức khỏe", "Giải chạy Vì sức khỏe", FALSE },
    { "Kết thúc đợt thi đua", NULL, TRUE },
    { "khi tổng kết Phong trào", NULL, TRUE },
    { "Sau khi kết thúc kế hoạch này", NULL, TRUE },
    { "các năm tiếp theo", NULL, FALSE },
    { "khi kết thúc", NULL, FALSE },
    { "Đại", NULL, FALSE },
    { "", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean own_end;
      g_autofree char *name = td_event_words_read (cases[i].text, &own_end);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpint (own_end, ==, cases[i].own_end);
    }
}

static void
test_same (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "Đại hội Phụ nữ tỉnh lần thứ II", "ĐẠI HỘI PHỤ NỮ TỈNH LẦN THỨ II", TRUE },
    { "Đại hội Phụ nữ tỉnh lần thứ II", "Đại hội phụ nữ tỉnh lần thứ II, nhiệm kỳ mới", TRUE },
    { "Đại hội Phụ nữ tỉnh lần thứ II", "Đại hội phụ nữ tỉnh lần thứ II nhiệm kỳ mới", TRUE },
    { "Đại hội Phụ nữ tỉnh lần thứ I", "Đại hội Phụ nữ tỉnh lần thứ II", FALSE },
    { "Đại hội", "Đại hội Phụ nữ", FALSE },
    { "Lễ hội", "Lễ hội", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (td_event_words_are_same (cases[i].a, cases[i].b), ==, cases[i].same);
      g_assert_cmpint (td_event_words_are_same (cases[i].b, cases[i].a), ==, cases[i].same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-words/read", test_read);
  g_test_add_func ("/event-words/same", test_same);
  return g_test_run ();
}
