/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-legacy.h"
#include "td-model.h"
#include "td-samples.h"

/* All 134 letters beyond ASCII, and how VNI writes them. */
static const char *const vni[][2] = {
  { "á", "aù" },
  { "à", "aø" },
  { "ả", "aû" },
  { "ã", "aõ" },
  { "ạ", "aï" },
  { "ă", "aê" },
  { "ắ", "aé" },
  { "ằ", "aè" },
  { "ẳ", "aú" },
  { "ẵ", "aü" },
  { "ặ", "aë" },
  { "â", "aâ" },
  { "ấ", "aá" },
  { "ầ", "aà" },
  { "ẩ", "aå" },
  { "ẫ", "aã" },
  { "ậ", "aä" },
  { "é", "eù" },
  { "è", "eø" },
  { "ẻ", "eû" },
  { "ẽ", "eõ" },
  { "ẹ", "eï" },
  { "ê", "eâ" },
  { "ế", "eá" },
  { "ề", "eà" },
  { "ể", "eå" },
  { "ễ", "eã" },
  { "ệ", "eä" },
  { "í", "í" },
  { "ì", "ì" },
  { "ỉ", "æ" },
  { "ĩ", "ó" },
  { "ị", "ò" },
  { "ó", "où" },
  { "ò", "oø" },
  { "ỏ", "oû" },
  { "õ", "oõ" },
  { "ọ", "oï" },
  { "ô", "oâ" },
  { "ố", "oá" },
  { "ồ", "oà" },
  { "ổ", "oå" },
  { "ỗ", "oã" },
  { "ộ", "oä" },
  { "ơ", "ô" },
  { "ớ", "ôù" },
  { "ờ", "ôø" },
  { "ở", "ôû" },
  { "ỡ", "ôõ" },
  { "ợ", "ôï" },
  { "ú", "uù" },
  { "ù", "uø" },
  { "ủ", "uû" },
  { "ũ", "uõ" },
  { "ụ", "uï" },
  { "ư", "ö" },
  { "ứ", "öù" },
  { "ừ", "öø" },
  { "ử", "öû" },
  { "ữ", "öõ" },
  { "ự", "öï" },
  { "ý", "yù" },
  { "ỳ", "yø" },
  { "ỷ", "yû" },
  { "ỹ", "yõ" },
  { "ỵ", "î" },
  { "đ", "ñ" },
  { "Á", "AÙ" },
  { "À", "AØ" },
  { "Ả", "AÛ" },
  { "Ã", "AÕ" },
  { "Ạ", "AÏ" },
  { "Ă", "AÊ" },
  { "Ắ", "AÉ" },
  { "Ằ", "AÈ" },
  { "Ẳ", "AÚ" },
  { "Ẵ", "AÜ" },
  { "Ặ", "AË" },
  { "Â", "AÂ" },
  { "Ấ", "AÁ" },
  { "Ầ", "AÀ" },
  { "Ẩ", "AÅ" },
  { "Ẫ", "AÃ" },
  { "Ậ", "AÄ" },
  { "É", "EÙ" },
  { "È", "EØ" },
  { "Ẻ", "EÛ" },
  { "Ẽ", "EÕ" },
  { "Ẹ", "EÏ" },
  { "Ê", "EÂ" },
  { "Ế", "EÁ" },
  { "Ề", "EÀ" },
  { "Ể", "EÅ" },
  { "Ễ", "EÃ" },
  { "Ệ", "EÄ" },
  { "Í", "Í" },
  { "Ì", "Ì" },
  { "Ỉ", "Æ" },
  { "Ĩ", "Ó" },
  { "Ị", "Ò" },
  { "Ó", "OÙ" },
  { "Ò", "OØ" },
  { "Ỏ", "OÛ" },
  { "Õ", "OÕ" },
  { "Ọ", "OÏ" },
  { "Ô", "OÂ" },
  { "Ố", "OÁ" },
  { "Ồ", "OÀ" },
  { "Ổ", "OÅ" },
  { "Ỗ", "OÃ" },
  { "Ộ", "OÄ" },
  { "Ơ", "Ô" },
  { "Ớ", "ÔÙ" },
  { "Ờ", "ÔØ" },
  { "Ở", "ÔÛ" },
  { "Ỡ", "ÔÕ" },
  { "Ợ", "ÔÏ" },
  { "Ú", "UÙ" },
  { "Ù", "UØ" },
  { "Ủ", "UÛ" },
  { "Ũ", "UÕ" },
  { "Ụ", "UÏ" },
  { "Ư", "Ö" },
  { "Ứ", "ÖÙ" },
  { "Ừ", "ÖØ" },
  { "Ử", "ÖÛ" },
  { "Ữ", "ÖÕ" },
  { "Ự", "ÖÏ" },
  { "Ý", "YÙ" },
  { "Ỳ", "YØ" },
  { "Ỷ", "YÛ" },
  { "Ỹ", "YÕ" },
  { "Ỵ", "Î" },
  { "Đ", "Ñ" },
};

/* The only capitals of TCVN3. */
#define TCVN3_CAPITALS "ĂÂÊÔƠƯĐ"

#define N_LETTERS G_N_ELEMENTS (vni)
G_STATIC_ASSERT (G_N_ELEMENTS (vni) == 134);

static void
assert_converted (const char *text, TdLegacyEncoding encoding, const char *expected)
{
  g_autofree char *converted = td_legacy_convert (text, encoding);

  g_assert_cmpstr (converted, ==, expected);
}

/* The C library knows TCVN 5712 as well: VN1, which has VN3 in its upper half. */
static char *
tcvn_by_library (const char *letter)
{
  g_autofree char *code = g_convert (letter, -1, "TCVN5712-1", "UTF-8", NULL, NULL, NULL);

  return code != NULL && code[1] == '\0' && (guchar) *code >= 0xa0 ? g_convert (code, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL) : NULL;
}

static gboolean
has_library (void)
{
  g_autofree char *code = g_convert ("đ", -1, "TCVN5712-1", "UTF-8", NULL, NULL, NULL);

  if (code == NULL)
    g_test_skip ("the C library has no TCVN5712-1");
  return code != NULL;
}

static void
test_tcvn3 (void)
{
  guint n = 0;

  if (!has_library ())
    return;
  for (guint i = 0; i < N_LETTERS; i++)
    {
      const char *letter = vni[i][0];
      g_autofree char *code = tcvn_by_library (letter);
      g_autofree char *small = g_utf8_strdown (letter, -1);

      /* VN1 has other capitals with tones where VN3 has none: those codes are no letters of VN3. */
      if (g_strcmp0 (small, letter) != 0 && strstr (TCVN3_CAPITALS, letter) == NULL)
        {
          if (code != NULL)
            assert_converted (code, TD_LEGACY_TCVN3, code);
          continue;
        }
      g_assert_nonnull (code);
      assert_converted (code, TD_LEGACY_TCVN3, letter);
      n++;
    }
  g_assert_cmpuint (n, ==, 67 + 7);
}

/* In the fonts for capitals the codes of the small letters are the capitals. */
static void
test_tcvn3_capitals (void)
{
  if (!has_library ())
    return;
  for (guint i = 0; i < N_LETTERS / 2; i++)
    {
      g_autofree char *code = tcvn_by_library (vni[i][0]);

      assert_converted (code, TD_LEGACY_TCVN3_CAPITALS, vni[i + N_LETTERS / 2][0]);
    }
}

static void
test_vni (void)
{
  for (guint i = 0; i < N_LETTERS; i++)
    {
      g_autofree char *composed = g_utf8_normalize (vni[i][0], -1, G_NORMALIZE_DEFAULT_COMPOSE);

      g_assert_cmpstr (composed, ==, vni[i][0]);
      assert_converted (vni[i][1], TD_LEGACY_VNI, vni[i][0]);
    }
}

static const struct
{
  const char *text;
  TdLegacyEncoding encoding;
  const char *expected;
} sentences[] = {
  { "Céng hoµ x· héi chñ nghÜa ViÖt Nam", TD_LEGACY_TCVN3, "Cộng hoà xã hội chủ nghĩa Việt Nam" },
  { "§éc lËp – Tù do – H¹nh phóc", TD_LEGACY_TCVN3, "Độc lập – Tự do – Hạnh phúc" },
  { "NguyÔn ThÞ H\xc2\xad\xc2\xac"
    "ng",
    TD_LEGACY_TCVN3, "Nguyễn Thị Hương" },
  { "NguyÔn ThÞ H\xc2\xac"
    "ng, M\xc3\xaa"
    "ng Kh\xc2\xac"
    "ng",
    TD_LEGACY_TCVN3, "Nguyễn Thị Hương, Mường Khương" },
  { "C¬m, l\xc3\xaai, c\xc2\xac", TD_LEGACY_TCVN3, "Cơm, lời, cơ" },
  { "B¶o Th¾ng", TD_LEGACY_TCVN3, "Bảo Thắng" },
  { "NGUYÔN THÞ Hµ", TD_LEGACY_TCVN3, "NGUYỄN THỊ HÀ" },
  { "L· T« §µ", TD_LEGACY_TCVN3, "Lã Tô Đà" },
  { "NguyÔn thÞ hµ", TD_LEGACY_TCVN3_CAPITALS, "NGUYỄN THỊ HÀ" },
  { "Y Bhi«ng Niª K®¨m", TD_LEGACY_TCVN3, "Y Bhiông Niê Kđăm" },
  { "5 \xce\xbcm", TD_LEGACY_TCVN3, "5 àm" },
  { "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", TD_LEGACY_VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam" },
  { "Ñoäc laäp – Töï do – Haïnh phuùc", TD_LEGACY_VNI, "Độc lập – Tự do – Hạnh phúc" },
  { "NGUYEÃN THÒ HÖÔNG", TD_LEGACY_VNI, "NGUYỄN THỊ HƯƠNG" },
  { "AÂu Cô, Lyù Thöôøng Kieät, Ñaëng Vuõ Hyû", TD_LEGACY_VNI, "Âu Cơ, Lý Thường Kiệt, Đặng Vũ Hỷ" },
  { "Y Bhioâng Nieâ Kñaêm", TD_LEGACY_VNI, "Y Bhiông Niê Kđăm" },
  { "đã Unicode, 2 × 3", TD_LEGACY_VNI, "đã Unicode, 2 × 3" },
  { "Nguyễn", TD_LEGACY_NONE, "Nguyễn" },
  { "", TD_LEGACY_VNI, "" },
  { "a", TD_LEGACY_VNI, "a" },
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    assert_converted (sentences[i].text, sentences[i].encoding, sentences[i].expected);
}

static void
test_fonts (void)
{
  static const struct
  {
    const char *family;
    TdLegacyEncoding encoding;
  } fonts[] = {
    { ".VnTime", TD_LEGACY_TCVN3 },
    { ".VnTimeH", TD_LEGACY_TCVN3_CAPITALS },
    { ".vntimeh", TD_LEGACY_TCVN3_CAPITALS },
    { ".VnArial Narrow", TD_LEGACY_TCVN3 },
    { ".VnArial NarrowH", TD_LEGACY_TCVN3_CAPITALS },
    { "'.VnTimeH1'", TD_LEGACY_TCVN3_CAPITALS },
    { "\".VnTime\", serif", TD_LEGACY_TCVN3 },
    { " .VnBook-Antiqua ", TD_LEGACY_TCVN3 },
    { "VNI-Times", TD_LEGACY_VNI },
    { "VNI-Helve-Condense", TD_LEGACY_VNI },
    { "VNI Times", TD_LEGACY_VNI },
    { "vni-times2", TD_LEGACY_VNI },
    { "Times New Roman", TD_LEGACY_NONE },
    { "Liberation Serif", TD_LEGACY_NONE },
    { "Vnix", TD_LEGACY_NONE },
    { "", TD_LEGACY_NONE },
    { "12", TD_LEGACY_NONE },
    { NULL, TD_LEGACY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    g_assert_cmpint (td_legacy_from_font (fonts[i].family), ==, fonts[i].encoding);
}

static const char *const no_legacy[] = {
  "",
  "Nguyen Van A",
  "UBND",
  "123",
  "Nguyễn Thị Hà",
  "NGUYỄN THỊ HÀ",
  "Lê Thanh Hoàn",
  "LÊ THANH HOÀN",
  "Bùi Thúy An",
  "Trân Hoà Thuý",
  "Hoà",
  "Mé",
  "Y Bhiông Niê Kđăm",
  "Y Ngông Niê",
  "H’Ăng",
  "H'Ân Mlô",
  "Êñuôl",
  "Êban",
  "Mlô Duôn Du",
  "Blê",
  "Ksor Hlô",
  "Kpă Klơng",
  "Kê Sữu",
  "Hmôk",
  "Bkrông",
  "Chamaléa",
  "Giàng A Páo",
  "Lù A Hồ",
  "André",
  "René",
  "Hélène Müller",
  "François",
  "José Muñoz",
  "Peña",
  "Noël",
  "Thaïs",
  "Anaïs",
  "Raphaël",
  "Gaël Saül",
  "Maël",
  "Haïti",
  "Zaïre",
  "Moïse",
  "Chloé",
  "Zoé",
  "São Paulo",
  "João",
  "Besançon",
  "Curaçao",
  "Øre",
  "Bjørn Søren",
  "Åse",
  "Köln",
  "München",
  "Hans Kö",
  "Gö",
  "Schön",
  "Škoda",
  "Łódź",
  "mangeâmes",
  "Raúl Juárez",
  "Citroën",
  "naïve façade",
  "© 2020",
  "Coca-Cola®",
  "50°C ± 5",
  "m², m³",
  "1½",
  "5 µm",
  "§ 5",
  "«Bien»",
  "« Thi »",
  "nº 5",
  "1ª",
  "A–B",
  "“x”",
  "в Россию",
  "Gaudí",
  "Málaga",
  "Ñandú",
  "¿Qué?",
  "in\xc2\xadt\xc3\xa9\xc2\xadrieur",
  "con\xc2\xadtinue",
  "2 × 3",
  "¸",
  "µ",
  "\xce\xbc",
  "ø",
  "Viêt Nam",
};

static void
test_guess_none (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_legacy); i++)
    if (td_legacy_guess (no_legacy[i]) != TD_LEGACY_NONE)
      {
        g_test_message ("“%s” is no text of an old encoding", no_legacy[i]);
        g_test_fail ();
      }
}

/* A line of letters without a blank is one word, and asked about as such: once, or the test would not end. */
static void
test_guess_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 2 * 1024 * 1024)
    g_string_append (text, "XÃ");
  g_assert_cmpint (td_legacy_guess (text->str), ==, TD_LEGACY_NONE);
}

static void
test_guess (void)
{
  static const struct
  {
    const char *text;
    TdLegacyEncoding encoding;
  } texts[] = {
    { "NguyÔn", TD_LEGACY_TCVN3 },
    { "Y Bhi«ng Niª K®¨m", TD_LEGACY_TCVN3 },
    { "C«ng ty TNHH Samsung", TD_LEGACY_TCVN3 },
    { "§ç V¨n Tïng", TD_LEGACY_TCVN3 },
    { "Tr\xc2\xac"
      "ng ThÞ H\xc2\xac"
      "ng",
      TD_LEGACY_TCVN3 },
    { "NGUYÔN V¡N A", TD_LEGACY_TCVN3 },
    { "Vò Hång Lý", TD_LEGACY_TCVN3 },
    { "UBND x· §«ng Hoµ", TD_LEGACY_TCVN3 },
    { "TiÕng ViÖt rÊt hay", TD_LEGACY_TCVN3 },
    { "Tieáng Vieät raát hay", TD_LEGACY_VNI },
    { "NGUYEÃN THÒ HÖÔNG", TD_LEGACY_VNI },
    { "Y Bhioâng Nieâ Kñaêm", TD_LEGACY_VNI },
    { "Hoaøng Haø", TD_LEGACY_VNI },
    { "Ñaëng Vaên Thaûo", TD_LEGACY_VNI },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (td_legacy_guess (texts[i].text) != texts[i].encoding)
      {
        g_test_message ("“%s” is %d, not %d", texts[i].text, texts[i].encoding, td_legacy_guess (texts[i].text));
        g_test_fail ();
      }
}

/* Writes Unicode as someone with an old keyboard would; %NULL when a capital has no code. */
static char *
encode (const char *text, gboolean as_vni)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, g_utf8_next_char (p) - p);
      g_autofree char *code = NULL;

      if ((guchar) *p < 0x80)
        {
          g_string_append (out, letter);
          continue;
        }
      for (guint i = 0; as_vni && i < N_LETTERS; i++)
        if (g_str_equal (vni[i][0], letter))
          code = g_strdup (vni[i][1]);
      if (!as_vni && (strstr (TCVN3_CAPITALS, letter) != NULL || g_unichar_islower (g_utf8_get_char (p))))
        code = tcvn_by_library (letter);
      if (code == NULL)
        return NULL;
      g_string_append (out, code);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct
{
  guint n;
  guint unsaid;
  guint wrong;
} Score;

static void
score_text (const char *text, gboolean as_vni, Score *score, GString *column)
{
  TdLegacyEncoding encoding = as_vni ? TD_LEGACY_VNI : TD_LEGACY_TCVN3;
  g_autofree char *encoded = encode (text, as_vni);
  g_autofree char *back = NULL;
  TdLegacyEncoding guess;

  g_assert_cmpint (td_legacy_guess (text), ==, TD_LEGACY_NONE);
  if (encoded == NULL || g_str_is_ascii (text))
    return;
  back = td_legacy_convert (encoded, encoding);
  g_assert_cmpstr (back, ==, text);
  guess = td_legacy_guess (encoded);
  g_string_append_printf (column, "%s\n", encoded);
  score->n++;
  score->unsaid += guess == TD_LEGACY_NONE;
  score->wrong += guess != TD_LEGACY_NONE && guess != encoding;
}

/* Names of people and communes there and back, and how many are recognised without their font. */
static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSamples) samples = td_samples_load (&error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  g_assert_no_error (error);
  if (!has_library ())
    return;
  for (guint as_vni = 0; as_vni < 2; as_vni++)
    {
      g_autoptr (GString) column = g_string_new (NULL);
      Score score = { 0 };

      for (guint i = 0; i < samples->province->len; i++)
        score_text (((TdUnit *) g_ptr_array_index (samples->province, i))->name, as_vni, &score, column);
      g_assert_cmpint (td_legacy_guess (column->str), ==, as_vni ? TD_LEGACY_VNI : TD_LEGACY_TCVN3);
      for (guint i = 0; i < 2000; i++)
        {
          const TdSampleNames *names = &samples->names[i % TD_SAMPLE_N_SEXES];
          g_autofree char *name = g_strdup_printf ("%s %s %s", td_sample_words_pick (names->family, g_rand_int (rand)),
                                                   td_sample_words_pick (names->middle, g_rand_int (rand)),
                                                   td_sample_words_pick (names->given, g_rand_int (rand)));

          /* Ten cells of a column leave no doubt. */
          if (i % 10 == 0)
            g_string_truncate (column, 0);
          score_text (name, as_vni, &score, column);
          if (i % 10 == 9)
            g_assert_cmpint (td_legacy_guess (column->str), ==, as_vni ? TD_LEGACY_VNI : TD_LEGACY_TCVN3);
        }
      g_test_message ("%s: of %u names %u not recognised, %u taken for the other", as_vni ? "VNI" : "TCVN3", score.n, score.unsaid, score.wrong);
      g_assert_cmpuint (score.n, >, 1500);
      g_assert_cmpuint (score.wrong, ==, 0);
      g_assert_cmpuint (score.unsaid * 25, <=, score.n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legacy/tcvn3", test_tcvn3);
  g_test_add_func ("/legacy/tcvn3-capitals", test_tcvn3_capitals);
  g_test_add_func ("/legacy/vni", test_vni);
  g_test_add_func ("/legacy/sentences", test_sentences);
  g_test_add_func ("/legacy/fonts", test_fonts);
  g_test_add_func ("/legacy/guess-none", test_guess_none);
  g_test_add_func ("/legacy/guess", test_guess);
  g_test_add_func ("/legacy/guess-long", test_guess_long);
  g_test_add_func ("/legacy/round-trip", test_round_trip);
  return g_test_run ();
}
