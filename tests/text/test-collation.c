/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-collation.h"

static void
assert_order (const char *const *texts, gsize n_texts, gboolean names)
{
  for (gsize i = 0; i < n_texts; i++)
    for (gsize j = 0; j < n_texts; j++)
      {
        g_autofree char *text_a = names ? td_name_sort_text (texts[i]) : g_strdup (texts[i]);
        g_autofree char *text_b = names ? td_name_sort_text (texts[j]) : g_strdup (texts[j]);
        g_autoptr (GBytes) a = td_collation_key (text_a);
        g_autoptr (GBytes) b = td_collation_key (text_b);
        int order = g_bytes_compare (a, b);

        g_test_message ("\"%s\" / \"%s\"", texts[i], texts[j]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

/* The 29 letters with f, j, w and z in their Latin places. */
static void
test_letters (void)
{
  static const char *const letters[] = {
    "a",
    "ă",
    "â",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "ê",
    "f",
    "g",
    "h",
    "i",
    "j",
    "k",
    "l",
    "m",
    "n",
    "o",
    "ô",
    "ơ",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "ư",
    "v",
    "w",
    "x",
    "y",
    "z",
  };

  assert_order (letters, G_N_ELEMENTS (letters), FALSE);
}

static void
test_tones (void)
{
  static const char *const texts[] = {
    "ma",
    "mà",
    "mả",
    "mã",
    "má",
    "mạ",
    "mai",
    "mài",
    "măn",
    "mâm",
    "mấm",
    "me",
  };

  assert_order (texts, G_N_ELEMENTS (texts), FALSE);
}

static void
test_words (void)
{
  static const char *const texts[] = {
    "",
    "2",
    "an",
    "An",
    "AN",
    "an An",
    "An An",
    "An Bình",
    "An Bính",
    "Anh An",
    "Anh Trần",
    "Ánh Nguyễn",
    "Ánh Trần",
    "Ăn",
    "Ân",
    "Bình",
    "Dung",
    "Đăng",
    "Đặng",
    "Hòa",
    "Hoàn",
    "Hoàng",
    "Xuân",
    "Ý",
    "Yên",
  };

  assert_order (texts, G_N_ELEMENTS (texts), FALSE);
}

static void
test_names (void)
{
  static const char *const names[] = {
    "Lê Văn An",
    "Nguyễn Văn An",
    "Nguyễn Thị Lan Anh",
    "Trần Anh",
    "Bùi Thị Ánh",
    "Nguyễn Thị Ánh",
    "Trần Ánh",
    "Nguyễn Văn Ân",
    "Lê Bình",
    "Võ Văn Dũng",
    "Phạm Minh Đức",
    "H’Ăng Niê",
    "H'Bia Êban",
    "Đỗ Hà",
    "Nguyễn Hoà",
    "Lê Hoàn",
    "Y Bhiông Niê Kđăm",
    "Y Wơn Êban",
    "Nguyễn Thị Yến",
  };

  assert_order (names, G_N_ELEMENTS (names), TRUE);
}

static void
test_equal (void)
{
  static const char *const pairs[][2] = {
    { "H’Ăng", "H'Ăng" },
    { "HʼĂng", "H'Ăng" },
    { "Nguye\xcc\x82\xcc\x83n", "Nguyễn" },
    { " Nguyễn  Văn\xc2\xa0"
      "An ",
      "Nguyễn Văn An" },
    { "\xef\xbb\xbf"
      "An",
      "An" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GBytes) a = td_collation_key (pairs[i][0]);
      g_autoptr (GBytes) b = td_collation_key (pairs[i][1]);

      g_assert_true (g_bytes_equal (a, b));
    }
}

static void
test_sort_text (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } cases[] = {
    { "Nguyễn Thị Ánh", "Ánh Nguyễn Thị" },
    { "  Nguyễn  Thị Ánh ", "Ánh Nguyễn Thị" },
    { "Lê An", "An Lê" },
    { "Ánh", "Ánh" },
    { "", "" },
    { "Y Bhiông Niê Kđăm", "Y Bhiông Niê Kđăm" },
    { "Y Wơn", "Y Wơn" },
    { "H’Ăng Niê", "H’Ăng Niê" },
    { "H'Ăng Niê", "H'Ăng Niê" },
    { "H` Ăng Niê", "H` Ăng Niê" },
    { "H Hen Niê", "H Hen Niê" },
    { "h’hen niê", "h’hen niê" },
    { "Hồ Văn Y", "Y Hồ Văn" },
    { "Yên Văn Hà", "Hà Yên Văn" },
    { "Ý Văn Hà", "Hà Ý Văn" },
    { "Y", "Y" },
    { "H", "H" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = td_name_sort_text (cases[i].name);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_version (void)
{
  const char *version = td_collation_version ();

  g_test_message ("%s", version);
  g_assert_true (g_regex_match_simple ("^icu-[0-9.]+/[0-9.]+/[0-9]+$", version, 0, 0));
  g_assert_true (version == td_collation_version ());
}

static gpointer
make_keys (gpointer expected)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GBytes) key = td_collation_key ("Ánh Nguyễn Thị");

      g_assert_true (g_bytes_equal (key, expected));
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GBytes) expected = td_collation_key ("Ánh Nguyễn Thị");
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("keys", make_keys, expected);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collation/letters", test_letters);
  g_test_add_func ("/collation/tones", test_tones);
  g_test_add_func ("/collation/words", test_words);
  g_test_add_func ("/collation/names", test_names);
  g_test_add_func ("/collation/equal", test_equal);
  g_test_add_func ("/collation/sort-text", test_sort_text);
  g_test_add_func ("/collation/version", test_version);
  g_test_add_func ("/collation/threads", test_threads);
  return g_test_run ();
}
