/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-date.h"

static void
test_is_valid (void)
{
  static const char *const valid[] = { "2026", "1975", "2026-01", "2026-12", "2026-01-20", "2024-02-29", "2000-02-29" };
  static const char *const invalid[] = {
    "",
    "26",
    "0026",
    "02026",
    "2026-",
    "2026-1",
    "2026-00",
    "2026-13",
    "2026-01-",
    "2026-01-0",
    "2026-01-00",
    "2026-01-32",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026/01/20",
    "20/01/2026",
    " 2026",
    "2026-01-20 ",
    "abcd",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (td_date_is_valid (valid[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_test_message ("\"%s\"", invalid[i]);
      g_assert_false (td_date_is_valid (invalid[i]));
    }
  g_assert_false (td_date_is_valid (NULL));
}

/* What lists have in their columns of dates; latest year 2026. */
static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
    TdDateDoubt doubts;
  } cases[] = {
    { "1/2/1980", "1980-02-01", TD_DATE_DOUBT_ORDER },
    { "01-02-1980", "1980-02-01", TD_DATE_DOUBT_ORDER },
    { "2/2/1980", "1980-02-02", 0 },
    { "15/02/1980", "1980-02-15", 0 },
    { "15 / 02 / 1980", "1980-02-15", 0 },
    { "15-02/1980", "1980-02-15", 0 },
    { "1980", "1980", 0 },
    { "Năm 1980", "1980", 0 },
    { "Sinh năm 1980", "1980", 0 },
    { "sinh ngày 15/2/1980", "1980-02-15", 0 },
    { "SN 1980", "1980", 0 },
    { "02/1980", "1980-02", 0 },
    { "1980/02", "1980-02", 0 },
    { "1.2.80", "1980-02-01", TD_DATE_DOUBT_CENTURY | TD_DATE_DOUBT_ORDER },
    { "15/2/05", "2005-02-15", TD_DATE_DOUBT_CENTURY },
    { "80", "1980", TD_DATE_DOUBT_CENTURY },
    { "ngày 01 tháng 02 năm 1980", "1980-02-01", TD_DATE_DOUBT_ORDER },
    { "15 tháng 2, 1980", "1980-02-15", 0 },
    { "1980-02-15", "1980-02-15", 0 },
    { "1980-02-15 00:00:00", "1980-02-15", 0 },
    { "1980/2/15", "1980-02-15", 0 },
    { "2/15/1980", "1980-02-15", TD_DATE_DOUBT_SWAPPED },
    { "29266", "1980-02-15", TD_DATE_DOUBT_SERIAL },
    { "29266.0", "1980-02-15", TD_DATE_DOUBT_SERIAL },
    { "15021980", "1980-02-15", TD_DATE_DOUBT_JOINED },
    { "5021980", "1980-02-05", TD_DATE_DOUBT_JOINED },
    { "19800215", "1980-02-15", TD_DATE_DOUBT_JOINED },
    { "00/00/1980", "1980", 0 },
    { "00/02/1980", "1980-02", 0 },
    { "…/…/1980", "1980", 0 },
    { "../../1980", "1980", 0 },
    { "__/__/1980", "1980", 0 },
    { "?\?/02/1980", "1980-02", 0 },
    { "31/02/1980", NULL, 0 },
    { "13/13/1980", NULL, 0 },
    { "1/2", NULL, 0 },
    { "1/2/3/1980", NULL, 0 },
    { "45 tuổi", NULL, 0 },
    { "3000", NULL, 0 },
    { "hôm qua", NULL, 0 },
    { "066080001234", NULL, 0 },
    { "99999-01-01", NULL, 0 },
    { "15/02/1980 - 16/02/1980", NULL, 0 },
    { "1", NULL, 0 },
    { "123", NULL, 0 },
    { "-", NULL, 0 },
    { "", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdDateDoubt doubts;
      g_autofree char *iso = td_date_read (cases[i].text, 2026, &doubts);

      g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      if (iso != NULL)
        g_assert_cmpuint (doubts, ==, cases[i].doubts);
    }
}

static void
test_swap (void)
{
  static const struct
  {
    const char *iso;
    const char *swapped;
  } cases[] = {
    { "1980-02-01", "1980-01-02" },
    { "1980-02-13", NULL },
    { "1980-02-02", NULL },
    { "1980-02", NULL },
    { "1980", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *swapped = td_date_swap (cases[i].iso);

      g_assert_cmpstr (swapped, ==, cases[i].swapped);
    }
}

static void
test_is_day (void)
{
  static const char *const partial[] = { "", "2026", "2026-01", "2026-02-29", "2026-01-20 ", "2026-1-20", "20/01/2026", "abcdefghij" };

  g_assert_true (td_date_is_day ("2026-01-20"));
  g_assert_true (td_date_is_day ("2024-02-29"));
  for (gsize i = 0; i < G_N_ELEMENTS (partial); i++)
    {
      g_test_message ("\"%s\"", partial[i]);
      g_assert_false (td_date_is_day (partial[i]));
    }
  g_assert_false (td_date_is_day (NULL));
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } cases[] = {
    { "2026-01-20", "2026-01-20" },
    { "2026-1-5", "2026-01-05" },
    { "2026-01", "2026-01" },
    { "2026", "2026" },
    { "năm 1975", "1975" },
    { "Năm 1975", "1975" },
    { "20/01/2026", "2026-01-20" },
    { "2/1/2026", "2026-01-02" },
    { "2-1-2026", "2026-01-02" },
    { "2.1.2026", "2026-01-02" },
    { " 02 / 01\xc2\xa0/ 2026 ", "2026-01-02" },
    { "ngày 2/1/2026", "2026-01-02" },
    { "ngày 2 tháng 1 năm 2026", "2026-01-02" },
    { "Ngày  02  tháng 01 năm 2026", "2026-01-02" },
    { "NGÀY 02 THÁNG 12 NĂM 2026", "2026-12-02" },
    { "2 tháng 01 năm 2026", "2026-01-02" },
    { "nga\xcc\x80y 2 tha\xcc\x81ng 1 na\xcc\x86m 2026", "2026-01-02" },
    { "ngay 2 thang 1 nam 2026", "2026-01-02" },
    { "tháng 10/2025", "2025-10" },
    { "Tháng 10 năm 2025", "2025-10" },
    { "tháng 10, năm 2025", "2025-10" },
    { "10/2025", "2025-10" },
    { "5-2025", "2025-05" },
    { "29/02/2024", "2024-02-29" },
    { "31/02/2026", NULL },
    { "29/02/2026", NULL },
    { "31/04/2026", NULL },
    { "0/1/2026", NULL },
    { "1/0/2026", NULL },
    { "0/2026", NULL },
    { "13/2026", NULL },
    { "2026-00", NULL },
    { "20/13/2026", NULL },
    { "20/01/26", NULL },
    { "1/26", NULL },
    { "26", NULL },
    { "0206", NULL },
    { "20/01-2026", NULL },
    { "20 01 2026", NULL },
    { "20012026", NULL },
    { "45678", NULL },
    { "2026/01/20", NULL },
    { "khoảng 2025", NULL },
    { "2025?", NULL },
    { "ngày … tháng … năm 2026", NULL },
    { "ngày tháng 1 năm 2026", NULL },
    { "1/2/2026 3", NULL },
    { "2026’", NULL },
    { "", NULL },
    { "  ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = td_date_parse (cases[i].text);

      g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

/* What is shown or printed can be typed in again. */
static void
test_round_trip (void)
{
  static const struct
  {
    const char *iso;
    const char *display;
    const char *words;
  } cases[] = {
    { "2026-01-20", "20/01/2026", "ngày 20 tháng 01 năm 2026" },
    { "2026-03-05", "05/03/2026", "ngày 05 tháng 3 năm 2026" },
    { "2026-02-09", "09/02/2026", "ngày 09 tháng 02 năm 2026" },
    { "2026-12-31", "31/12/2026", "ngày 31 tháng 12 năm 2026" },
    { "2026-10-10", "10/10/2026", "ngày 10 tháng 10 năm 2026" },
    { "2026-01", "01/2026", "tháng 01 năm 2026" },
    { "2026-03", "03/2026", "tháng 3 năm 2026" },
    { "2026", "2026", "năm 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *display = td_date_to_display (cases[i].iso);
      g_autofree char *words = td_date_to_words (cases[i].iso);
      g_autofree char *from_display = td_date_parse (display);
      g_autofree char *from_words = td_date_parse (words);

      g_assert_cmpstr (display, ==, cases[i].display);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (from_display, ==, cases[i].iso);
      g_assert_cmpstr (from_words, ==, cases[i].iso);
    }
}

static void
test_no_date (void)
{
  g_autofree char *display = td_date_to_display ("không rõ");
  g_autofree char *words = td_date_to_words ("không rõ");
  g_autofree char *empty_display = td_date_to_display (NULL);
  g_autofree char *empty_words = td_date_to_words (NULL);

  g_assert_cmpstr (display, ==, "không rõ");
  g_assert_cmpstr (words, ==, "không rõ");
  g_assert_cmpstr (empty_display, ==, "");
  g_assert_cmpstr (empty_words, ==, "");
}

static void
test_compare (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    int order;
  } cases[] = {
    { NULL, NULL, 0 },
    { NULL, "2026", -1 },
    { "", "2026", -1 },
    { "2026", NULL, 1 },
    { "2025", "2026", -1 },
    { "2026", "2026-01-01", 0 },
    { "2026", "2026-01", 0 },
    { "2026", "2026-01-02", -1 },
    { "2026-02", "2026-01-31", 1 },
    { "2026-09-30", "2026-10-01", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (td_date_compare (cases[i].a, cases[i].b), ==, cases[i].order);
      g_assert_cmpint (td_date_compare (cases[i].b, cases[i].a), ==, -cases[i].order);
    }
}

/* Counted by "date -d". */
static void
test_days_after (void)
{
  static const struct
  {
    const char *iso;
    const char *day;
    int days;
  } cases[] = {
    { "2026-01-02", "2026-01-03", 1 },
    { "2026-01-02", "2026-01-02", 0 },
    { "2026-01-02", "2025-12-31", -2 },
    { "2026-01", "2026-01-31", 0 },
    { "2026-02", "2026-03-01", 1 },
    { "2028-02", "2028-02-29", 0 },
    { "2025", "2026-01-01", 1 },
    { "2024-02-28", "2024-03-01", 2 },
    { "2026-01-02", "2026-01", 0 },
    { NULL, "2026-01-02", 0 },
    { "2026-01-02", NULL, 0 },
    { "hôm qua", "2026-01-02", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (td_date_days_after (cases[i].iso, cases[i].day), ==, cases[i].days);
}

static void
test_get_year (void)
{
  g_assert_cmpint (td_date_get_year ("2026-01-20"), ==, 2026);
  g_assert_cmpint (td_date_get_year ("1975"), ==, 1975);
  g_assert_cmpint (td_date_get_year ("2026-02-31"), ==, 0);
  g_assert_cmpint (td_date_get_year (""), ==, 0);
  g_assert_cmpint (td_date_get_year (NULL), ==, 0);
}

static void
test_overlap (void)
{
  static const struct
  {
    const char *from_a;
    const char *to_a;
    const char *from_b;
    const char *to_b;
    gboolean overlap;
  } cases[] = {
    { NULL, NULL, NULL, NULL, TRUE },
    { "2025", "2025", NULL, NULL, TRUE },
    { "2025", "2025", "2026", "2026", FALSE },
    { "2025", "2025", "2025-12-31", NULL, TRUE },
    { "2025", "2025", "2026-01-01", NULL, FALSE },
    { "2024", "2025-02", "2025-02-28", "2025-03", TRUE },
    { "2024", "2025-02", "2025-03-01", "2025-03", FALSE },
    { NULL, "2025-06-30", "2025-06-30", NULL, TRUE },
    { NULL, "2025-06-29", "2025-06-30", NULL, FALSE },
    { "2020", NULL, "2010", "2019", FALSE },
    { "2020", NULL, "2010", "2020-01-01", TRUE },
    { "2021", "2025", "2022", "2023", TRUE },
    { "2025", "2024", "2020", "2030", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (td_date_ranges_overlap (cases[i].from_a, cases[i].to_a, cases[i].from_b, cases[i].to_b), ==,
                       cases[i].overlap);
      g_assert_cmpint (td_date_ranges_overlap (cases[i].from_b, cases[i].to_b, cases[i].from_a, cases[i].to_a), ==,
                       cases[i].overlap);
    }
}

static void
test_add_days (void)
{
  static const struct
  {
    const char *day;
    guint n_days;
    const char *later;
  } cases[] = {
    { "2026-01-03", 0, "2026-01-03" },
    { "2026-01-03", 7, "2026-01-10" },
    { "2025-12-28", 7, "2026-01-04" },
    { "2028-02-28", 1, "2028-02-29" },
    { "2026-02-28", 1, "2026-03-01" },
    { "2026-01", 1, NULL },
    { "2026", 1, NULL },
    { "2026-02-30", 1, NULL },
    { "mai", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *later = td_date_add_days (cases[i].day, cases[i].n_days);

      g_assert_cmpstr (later, ==, cases[i].later);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/is-valid", test_is_valid);
  g_test_add_func ("/date/is-day", test_is_day);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/read", test_read);
  g_test_add_func ("/date/swap", test_swap);
  g_test_add_func ("/date/round-trip", test_round_trip);
  g_test_add_func ("/date/no-date", test_no_date);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/days-after", test_days_after);
  g_test_add_func ("/date/add-days", test_add_days);
  g_test_add_func ("/date/get-year", test_get_year);
  g_test_add_func ("/date/overlap", test_overlap);
  return g_test_run ();
}
