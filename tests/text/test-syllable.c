/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-samples.h"
#include "td-syllable.h"

static const char *const vietnamese[] = {
  "nguyễn",
  "Nguyễn",
  "NGUYỄN",
  "Hoà",
  "hòa",
  "Thúy",
  "thuý",
  "quý",
  "Quốc",
  "Quyền",
  "Quới",
  "Quỳnh",
  "khuya",
  "khuỷu",
  "nghiêng",
  "gì",
  "giết",
  "giếng",
  "Giang",
  "yêu",
  "Yên",
  "Ý",
  "Á",
  "ế",
  "xoong",
  "xoèn",
  "ngoằn",
  "thuở",
  "rượu",
  "hươu",
  "ưu",
  "Đặng",
  "đa\xcc\xa3",
  "uye\xcc\x82\xcc\x89n",
  "Hoang",
  "Bac",
  "Kỳ",
  "khuếch",
  "người",
  "nước",
  "mía",
  "xoài",
  "khuỷu",
  "già",
  "quả",
  "giữa",
};

static const char *const others[] = {
  "",
  "Kđăm",
  "Niê",
  "Bhiông",
  "Đăk",
  "Wan",
  "Jun",
  "Faxi",
  "Nguyêñ",
  "Nguyễnn",
  "Tuấnn",
  "cèc",
  "bàt",
  "kanh",
  "cênh",
  "ngiêng",
  "gê",
  "nghang",
  "qanh",
  "Tụấn",
  "Hàì",
  "xaõ",
  "ngưòi",
  "tướỉ",
  "haì",
  "hòan",
  "qúa",
  "lìên",
  "gíup",
  "Müller",
  "André",
  "René",
  "José",
  "Hélène",
  "nghiêngg",
  "Thạs",
  "bl\xc3\xa0",
  "C«ng",
  "a1",
  "hà-nội",
  "hà nội",
  "Ksor",
  "ß",
  "日",
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vietnamese); i++)
    if (!td_syllable_is_vietnamese (vietnamese[i]))
      {
        g_test_message ("“%s” is a syllable", vietnamese[i]);
        g_test_fail ();
      }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (td_syllable_is_vietnamese (others[i]))
      {
        g_test_message ("“%s” is no syllable", others[i]);
        g_test_fail ();
      }
}

static void
check_words (const TdSampleWords *words)
{
  for (guint i = 0; i < td_sample_words_get_n (words); i++)
    {
      g_auto (GStrv) syllables = g_strsplit (td_sample_words_get (words, i), " ", -1);

      for (guint n = 0; syllables[n] != NULL; n++)
        if (!td_syllable_is_vietnamese (syllables[n]))
          {
            g_test_message ("“%s” is a syllable", syllables[n]);
            g_test_fail ();
          }
    }
}

/* What people are called is Vietnamese. */
static void
test_names (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSamples) samples = td_samples_load (&error);

  g_assert_no_error (error);
  for (guint sex = 0; sex < TD_SAMPLE_N_SEXES; sex++)
    {
      check_words (samples->names[sex].family);
      check_words (samples->names[sex].middle);
      check_words (samples->names[sex].given);
    }
}

static void
test_pronounceable (void)
{
  static const char *const yes[] = { "Kđăm", "Niê", "Bhiông", "Byă", "Nguyễn", "Hrin", "Mlô", "Knul" };
  static const char *const no[] = { "", "Ksơr Y", "Anạs", "André", "Raphặl", "Thủỵ", "bcd", "ngươiêu", "Đurênh" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (td_syllable_is_pronounceable (yes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (td_syllable_is_pronounceable (no[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syllable/table", test_table);
  g_test_add_func ("/syllable/names", test_names);
  g_test_add_func ("/syllable/pronounceable", test_pronounceable);
  return g_test_run ();
}
