/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-award-list.h"
#include "td-legal-document.h"
#include "td-letter.h"

static void
test_counts (void)
{
  static const struct
  {
    guint counts[TD_N_AWARDEE_KINDS];
    const char *phrase;
  } cases[] = {
    { { 2, 1, 6 }, "02 tập thể, 01 hộ gia đình, 06 cá nhân" },
    { { 0, 0, 1 }, "01 cá nhân" },
    { { 10, 0, 312 }, "10 tập thể, 312 cá nhân" },
    { { 0, 9, 0 }, "09 hộ gia đình" },
    { { 0, 0, 0 }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *phrase = td_award_counts_phrase (cases[i].counts, FALSE);

      g_assert_cmpstr (phrase, ==, cases[i].phrase);
    }
}

static void
test_sum (void)
{
  g_autoptr (TdAwardList) list = td_award_list_new ("Giấy khen", NULL);
  g_autofree char *phrase = NULL;
  gint64 sum;

  td_award_list_add (list, TD_AWARDEE_PERSON, "Bà H’Ăng Niê", NULL)->money = 710000;
  td_award_list_add (list, TD_AWARDEE_COLLECTIVE, "UBND xã Ea Kar", NULL)->money = 1410000;
  g_assert_true (td_award_list_sum (list, &sum));
  g_assert_cmpint (sum, ==, 2120000);
  td_award_list_add (list, TD_AWARDEE_PERSON, "Ông Trần Đượm", NULL);
  g_assert_false (td_award_list_sum (list, &sum));
  phrase = td_award_list_counts_phrase (list, FALSE);
  g_assert_cmpstr (phrase, ==, "01 tập thể, 02 cá nhân");
}

static void
test_validity (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *day;
    TdValidity validity;
  } cases[] = {
    { "2024-01-01", "2025-06-30", "2023-12-31", TD_VALIDITY_NOT_YET },
    { "2024-01-01", "2025-06-30", "2024-01-01", TD_VALIDITY_IN_FORCE },
    { "2024-01-01", "2025-06-30", "2025-06-30", TD_VALIDITY_IN_FORCE },
    { "2024-01-01", "2025-06-30", "2025-07-01", TD_VALIDITY_EXPIRED },
    { "2025-06", NULL, "2025-06-01", TD_VALIDITY_IN_FORCE },
    { "2025-06", NULL, "2025-05-31", TD_VALIDITY_NOT_YET },
    { NULL, "2025-06", "2025-06-30", TD_VALIDITY_IN_FORCE },
    { NULL, "2025-06", "2025-07-01", TD_VALIDITY_EXPIRED },
    { NULL, NULL, "1999-01-01", TD_VALIDITY_IN_FORCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (td_validity_on (cases[i].from, cases[i].to, cases[i].day), ==,
                     cases[i].validity);
}

static void
test_letter_shared (void)
{
  TdLetter *letter = td_letter_new ();
  g_autoptr (TdLetter) other = g_boxed_copy (TD_TYPE_LETTER, letter);
  TdLetterAppendix *appendix = td_letter_add_appendix (letter, NULL, "DANH SÁCH", NULL);
  TdLetterTable *table = td_letter_appendix_add_table (appendix);

  td_letter_table_add_column (table, "Họ và tên", 1, TD_LETTER_ALIGN_LEFT);
  td_letter_table_take_cells (table, g_strsplit ("Bà H’Ăng Niê", "|", -1));
  td_letter_unref (letter);
  g_assert_cmpuint (other->appendices->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/award-list/counts", test_counts);
  g_test_add_func ("/award-list/sum", test_sum);
  g_test_add_func ("/legal-document/validity", test_validity);
  g_test_add_func ("/letter/shared", test_letter_shared);
  return g_test_run ();
}
