/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "td-text-compose.h"
#include "td-text.h"

typedef struct
{
  const char *in;
  const char *out;
} Case;

static void
check_cases (const Case *cases, gsize n_cases, char *(*function) (const char *) )
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *out = function (cases[i].in);
      g_autofree char *again = function (out);

      g_assert_cmpstr (out, ==, cases[i].out);
      g_assert_cmpstr (again, ==, out);
    }
}

static void
test_normalize (void)
{
  static const Case cases[] = {
    { "", "" },
    { "   ", "" },
    { "Nguyễn Văn A", "Nguyễn Văn A" },
    { "  Nguyễn \t Văn\r\n A ", "Nguyễn Văn A" },
    { "Nguye\xcc\x82\xcc\x83n", "Nguyễn" },
    { "Nguye\xcc\x83\xcc\x82n", "Nguyẽ\xcc\x82n" },
    { "Ta\xcc\xa3\xcc\x82p", "Tập" },
    { "A\xc2\xa0 B", "A B" },
    { "A\xe2\x80\xaf"
      "B\xe3\x80\x80"
      "C\xe2\x80\xa8"
      "D\xc2\x85"
      "E",
      "A B C D E" },
    { "\xef\xbb\xbf"
      "Thi\xe2\x80\x8b đua",
      "Thi đua" },
    { "a\xe2\x80\x8b\xcc\x81", "á" },
    { "khen\xc2\xad"
      "thưởng",
      "khenthưởng" },
    { "A\x01\x0b\x7f"
      "B",
      "A B" },
    { "H’Ăng  Niê", "H’Ăng Niê" },
    { "Số 5 – ‘x’ …", "Số 5 – ‘x’ …" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), td_text_normalize);
}

/* In pieces as at once, wherever the pieces end. */
static void
test_compose (void)
{
  static const gunichar letters[] = { 'a', 'e', 'o', ' ', 0x00e2, 0x01b0, 0x1edb, 0x201c, 0x0301, 0x0302, 0x0323, 0x031b, 0x1100, 0x1161, 0x11a8, 0x4e00, 0x09c7, 0x09be };
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *composed = NULL, *expected = NULL;

      for (guint n = g_rand_int_range (dice, 0, 2000); n > 0; n--)
        g_string_append_unichar (text, letters[g_rand_int_range (dice, 0, G_N_ELEMENTS (letters))]);
      composed = td_text_compose (text->str, i % 2 == 0 ? -1 : (gssize) text->len);
      expected = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (composed, ==, expected);
    }
}

/* A plan in one line. What took time by its square would take an hour and meet the time limit of the program. */
static void
test_compose_speed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *normal = NULL;

  while (text->len < 8000000)
    g_string_append (text, "“Nguye\xcc\x82\xcc\x83n Thị Ánh” ");
  normal = td_text_normalize (text->str);
  g_assert_true (g_str_has_prefix (normal, "“Nguyễn Thị Ánh” “Nguyễn"));
}

static void
test_fold (void)
{
  static const Case cases[] = {
    { "", "" },
    { " .,; ", "" },
    { "Nguyễn Thị Ánh", "nguyen thi anh" },
    { "NGUYỄN THỊ ÁNH", "nguyen thi anh" },
    { "Nguye\xcc\x82\xcc\x83n Thi\xcc\xa3 A\xcc\x81nh", "nguyen thi anh" },
    { "Đặng Đình Đức", "dang dinh duc" },
    { "Ðặng", "dang" },
    { "ðặng", "dang" },
    { "Ɖặng", "dang" },
    { "H’Ăng Niê", "hang nie" },
    { "H'Ăng Niê", "hang nie" },
    { "H‘Ăng Niê", "hang nie" },
    { "HʼĂng Niê", "hang nie" },
    { "H`Ăng Niê", "hang nie" },
    { "H´Ăng Niê", "hang nie" },
    { "H′Ăng Niê", "hang nie" },
    { "Y Bhiông Niê Kđăm", "y bhiong nie kdam" },
    { "Čư M\xc3\x83gar", "cu magar" },
    { "Y Ŏ Ŭ Ĕ ñ", "y o u e n" },
    { "ƀuôn Ƀuôn", "buon buon" },
    { "Buôn Ma Thuột – Đắk Lắk", "buon ma thuot dak lak" },
    { "“Thi đua” (2026), số 01/QĐ-UBND…", "thi dua 2026 so 01 qd ubnd" },
    { "a\xc2\xa0 \xe2\x80\x8b"
      "b\xef\xbb\xbf"
      "c",
      "a bc" },
    { "Straße ŉ ﬁ", "strasse n fi" },
    { "İstanbul", "istanbul" },
    { "Иван Й", "иван и" },
    { "đ Иван Đ Ặ", "d иван d a" },
    { "Müller Škoda Łódź", "muller skoda łodz" },
    { "m² 5ª", "m² 5ª" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), td_text_fold);
}

/* The whole alphabet: 12 vowels in six tones and đ, in both cases. */
static void
test_fold_letters (void)
{
  static const Case cases[] = {
    { "aàảãáạ", "aaaaaa" },
    { "ăằẳẵắặ", "aaaaaa" },
    { "âầẩẫấậ", "aaaaaa" },
    { "eèẻẽéẹ", "eeeeee" },
    { "êềểễếệ", "eeeeee" },
    { "iìỉĩíị", "iiiiii" },
    { "oòỏõóọ", "oooooo" },
    { "ôồổỗốộ", "oooooo" },
    { "ơờởỡớợ", "oooooo" },
    { "uùủũúụ", "uuuuuu" },
    { "ưừửữứự", "uuuuuu" },
    { "yỳỷỹýỵ", "yyyyyy" },
    { "AÀẢÃÁẠ", "aaaaaa" },
    { "ĂẰẲẴẮẶ", "aaaaaa" },
    { "ÂẦẨẪẤẬ", "aaaaaa" },
    { "EÈẺẼÉẸ", "eeeeee" },
    { "ÊỀỂỄẾỆ", "eeeeee" },
    { "IÌỈĨÍỊ", "iiiiii" },
    { "OÒỎÕÓỌ", "oooooo" },
    { "ÔỒỔỖỐỘ", "oooooo" },
    { "ƠỜỞỠỚỢ", "oooooo" },
    { "UÙỦŨÚỤ", "uuuuuu" },
    { "ƯỪỬỮỨỰ", "uuuuuu" },
    { "YỲỶỸÝỴ", "yyyyyy" },
    { "đĐ", "dd" },
  };
  guint n_letters = 0;

  check_cases (cases, G_N_ELEMENTS (cases), td_text_fold);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *decomposed = g_utf8_normalize (cases[i].in, -1, G_NORMALIZE_DEFAULT);
      g_autofree char *out = td_text_fold (decomposed);

      g_assert_cmpstr (out, ==, cases[i].out);
      n_letters += g_utf8_strlen (cases[i].in, -1);
      for (const char *p = cases[i].in; *p != '\0'; p = g_utf8_next_char (p))
        {
          char letter[7] = { 0 };

          g_unichar_to_utf8 (g_utf8_get_char (p), letter);
          g_assert_cmpint (td_text_has_marks (letter), ==, (guchar) *p >= 0x80);
        }
    }
  g_assert_cmpuint (n_letters, ==, 146);
}

/* Folding one character with ICU, which knows nothing of our tables. */
static char *
fold_with_icu (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[8], decomposed[32], kept[32], cased[64];
  char utf8[128];
  int32_t len = 0, n_kept = 0, utf8_len;

  U16_APPEND_UNSAFE (text, len, c);
  len = unorm2_normalize (unorm2_getNFDInstance (&status), text, len, decomposed, 32, &status);
  for (int32_t i = 0; i < len;)
    {
      UChar32 d;

      U16_NEXT (decomposed, i, len, d);
      if (!(U_GET_GC_MASK (d) & U_GC_M_MASK))
        U16_APPEND_UNSAFE (kept, n_kept, d);
    }
  len = u_strFoldCase (cased, 64, kept, n_kept, U_FOLD_CASE_DEFAULT, &status);
  n_kept = 0;
  for (int32_t i = 0; i < len;)
    {
      UChar32 d;

      U16_NEXT (cased, i, len, d);
      if (d == 0x111 || d == 0xf0 || d == 0x256)
        d = 'd';
      if (d == 0x180)
        d = 'b';
      /* Modifier letters that stand for an apostrophe are dropped too. */
      if (d != 0x2b9 && d != 0x2bb && d != 0x2bc && d != 0x2bd && (U_GET_GC_MASK (d) & (U_GC_L_MASK | U_GC_N_MASK)))
        U16_APPEND_UNSAFE (decomposed, n_kept, d);
    }
  u_strToUTF8 (utf8, sizeof utf8, &utf8_len, decomposed, n_kept, &status);
  g_assert_true (U_SUCCESS (status));
  return g_strndup (utf8, utf8_len);
}

/* GLib turns its small letters into capitals and its capitals into small letters. */
static gboolean
is_cherokee (gunichar c)
{
  return (c >= 0x13a0 && c <= 0x13ff) || (c >= 0xab70 && c <= 0xabbf);
}

static void
test_fold_against_icu (void)
{
  for (gunichar c = 0x20; c <= 0x1eff; c++)
    {
      char utf8[7] = { 0 };
      g_autofree char *slow_utf8 = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *expected_slow = NULL;
      g_autofree char *out = NULL;
      g_autofree char *slow = NULL;

      if (!g_unichar_isdefined (c) || is_cherokee (c))
        continue;
      g_unichar_to_utf8 (c, utf8);
      out = td_text_fold (utf8);
      expected = fold_with_icu (c);
      if (g_strcmp0 (out, expected) != 0)
        g_test_message ("U+%04X", c);
      g_assert_cmpstr (out, ==, expected);

      /* A letter the tables do not know sends the whole text the slow way; both ways must agree. */
      slow_utf8 = g_strconcat ("ж", utf8, NULL);
      slow = td_text_fold (slow_utf8);
      expected_slow = g_strconcat ("ж", expected, NULL);
      g_assert_cmpstr (slow, ==, expected_slow);
    }
}

static void
test_fold_is_stable (void)
{
  for (gunichar c = 1; c <= 0x2ffff; c++)
    {
      char utf8[16] = "a";
      g_autofree char *folded = NULL;
      g_autofree char *again = NULL;
      g_autofree char *normal = NULL;
      g_autofree char *normal_folded = NULL;

      if (!g_unichar_validate (c) || !g_unichar_isdefined (c) || is_cherokee (c))
        continue;
      utf8[1 + g_unichar_to_utf8 (c, utf8 + 1)] = 'b';
      folded = td_text_fold (utf8);
      again = td_text_fold (folded);
      if (g_strcmp0 (folded, again) != 0)
        g_test_message ("U+%04X", c);
      g_assert_cmpstr (again, ==, folded);
      normal = td_text_normalize (utf8);
      normal_folded = td_text_fold (normal);
      g_assert_cmpstr (normal_folded, ==, folded);
    }
}

static void
test_fold_marks (void)
{
  static const Case cases[] = {
    { "hoà", "hòa" },
    { "hòa", "hòa" },
    { "HOÀ", "hòa" },
    { "hoa\xcc\x80", "hòa" },
    { "hoa", "hoa" },
    { "hoàn", "hoàn" },
    { "Thuý Uỷ Quý", "thúy ủy quý" },
    { "Đặng", "đặng" },
    { "Ðặng", "đặng" },
    { "H’Ăng", "hăng" },
    { "H'Ăng", "hăng" },
    { "“Thi Đua” – 2026", "thi đua 2026" },
    { "NGUYE\xcc\x82\xcc\x83N", "nguyễn" },
    { "a\xe2\x80\x8d\xcc\x81", "á" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), td_text_fold_marks);
}

static void
test_has_marks (void)
{
  g_assert_false (td_text_has_marks (""));
  g_assert_false (td_text_has_marks ("Nguyen Van A 2026 – ’"));
  g_assert_false (td_text_has_marks ("Čü"));
  g_assert_true (td_text_has_marks ("d Đ"));
  g_assert_true (td_text_has_marks ("uơ"));
  g_assert_true (td_text_has_marks ("Nguye\xcc\x82n"));
}

static void
test_matches (void)
{
  static const struct
  {
    const char *haystack;
    const char *query;
    gboolean found;
  } cases[] = {
    { "Nguyễn Thị Ánh", "", TRUE },
    { "Nguyễn Thị Ánh", " - ", TRUE },
    { "Nguyễn Thị Ánh", "anh", TRUE },
    { "Nguyễn Thị Ánh", "ánh nguyễn", TRUE },
    { "Nguyễn Thị Ánh", "ng th", TRUE },
    { "Nguyễn Thị Ánh", "uyen", FALSE },
    { "Nguyễn Thị Ánh", "anh tran", FALSE },
    { "Nguyễn Thị Ánh", "ảnh", FALSE },
    { "Nguyễn Thị Ánh", "nguyê", FALSE },
    { "Nguyễn Thị Ánh", "NGUYỄ anh", TRUE },
    { "Nguyễn Thị Ánh", "A\xcc\x81nh", TRUE },
    { "Trần Hòa", "hoà", TRUE },
    { "Trần Hoà", "hòa", TRUE },
    { "Trần Hoà", "hoa", TRUE },
    { "Trần Hoa", "hoà", FALSE },
    { "Lê Hoàn", "hoà", TRUE },
    { "Lê Hoàn", "hòa", TRUE },
    { "Huỳnh Uỷ", "huỳ ủy", TRUE },
    { "Đặng Dung", "d", TRUE },
    { "Đặng Dung", "đ", TRUE },
    { "Dương Dung", "đ", FALSE },
    { "H’Ăng Niê", "h'ăng", TRUE },
    { "H’Ăng Niê", "hang nie", TRUE },
    { "H'Ăng Niê", "h’ang", TRUE },
    { "Số 01/QĐ-UBND", "qđ", TRUE },
    { "Số 01/QĐ-UBND", "ubnd 01", TRUE },
    { "", "a", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s / %s", cases[i].haystack, cases[i].query);
      g_assert_cmpint (td_text_matches (cases[i].haystack, cases[i].query), ==, cases[i].found);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/normalize", test_normalize);
  g_test_add_func ("/text/compose", test_compose);
  g_test_add_func ("/text/compose/speed", test_compose_speed);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold/letters", test_fold_letters);
  g_test_add_func ("/text/fold/against-icu", test_fold_against_icu);
  g_test_add_func ("/text/fold/stable", test_fold_is_stable);
  g_test_add_func ("/text/fold-marks", test_fold_marks);
  g_test_add_func ("/text/has-marks", test_has_marks);
  g_test_add_func ("/text/matches", test_matches);
  return g_test_run ();
}
