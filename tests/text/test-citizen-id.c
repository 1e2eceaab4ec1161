/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-citizen-id.h"

static const struct
{
  const char *text;
  TdCitizenIdKind kind;
  const char *number;
  guint lost;
  guint province;
  int year;
  const char *sex;
} numbers[] = {
  { NULL, TD_CITIZEN_ID_MISSING, "" },
  { "", TD_CITIZEN_ID_MISSING, "" },
  { " -\xc2\xa0", TD_CITIZEN_ID_MISSING, "" },
  { "066099012345", TD_CITIZEN_ID_CCCD, "066099012345", 0, 66, 1999, "male" },
  { "066199012345", TD_CITIZEN_ID_CCCD, "066199012345", 0, 66, 1999, "female" },
  { "001200000001", TD_CITIZEN_ID_CCCD, "001200000001", 0, 1, 2000, "male" },
  { "001315000001", TD_CITIZEN_ID_CCCD, "001315000001", 0, 1, 2015, "female" },
  { "001999000001", TD_CITIZEN_ID_CCCD, "001999000001", 0, 1, 2399, "female" },
  { "136080012345", TD_CITIZEN_ID_CCCD, "136080012345", 0, 136, 1980, "male" },
  { "066 099 012 345", TD_CITIZEN_ID_CCCD, "066099012345", 0, 66, 1999, "male" },
  { "066.099.012-345", TD_CITIZEN_ID_CCCD, "066099012345", 0, 66, 1999, "male" },
  { "'066099012345", TD_CITIZEN_ID_CCCD, "066099012345", 0, 66, 1999, "male" },
  { "\xe2\x80\x8b"
    "066099012345\n",
    TD_CITIZEN_ID_CCCD, "066099012345", 0, 66, 1999, "male" },
  { "66099012345", TD_CITIZEN_ID_CCCD, "066099012345", 1, 66, 1999, "male" },
  { "1099012345", TD_CITIZEN_ID_CCCD, "001099012345", 2, 1, 1999, "male" },
  { "240123456", TD_CITIZEN_ID_CMND, "240123456" },
  { "24012345", TD_CITIZEN_ID_CMND, "024012345", 1 },
  { "240.123.456", TD_CITIZEN_ID_CMND, "240123456" },
  { "C1234567", TD_CITIZEN_ID_PASSPORT, "C1234567" },
  { "c 1234567", TD_CITIZEN_ID_PASSPORT, "C1234567" },
  { "P01234567", TD_CITIZEN_ID_PASSPORT, "P01234567" },
  { "AB123456", TD_CITIZEN_ID_PASSPORT, "AB123456" },
  { "1234567C", TD_CITIZEN_ID_UNKNOWN, "1234567C" },
  { "ABC1234", TD_CITIZEN_ID_UNKNOWN, "ABC1234" },
  { "1234567", TD_CITIZEN_ID_UNKNOWN, "1234567" },
  { "0660990123456", TD_CITIZEN_ID_UNKNOWN, "0660990123456" },
  { "6.61E+10", TD_CITIZEN_ID_UNKNOWN, "661E10" },
  { "x", TD_CITIZEN_ID_UNKNOWN, "X" },
  { "không có", TD_CITIZEN_ID_UNKNOWN, "KHNGC" },
  { "Ж", TD_CITIZEN_ID_UNKNOWN, "" },
  { "066099012345066099012345066099012345", TD_CITIZEN_ID_UNKNOWN, "06609901234506609901" },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      TdCitizenId id;

      g_test_message ("%s", numbers[i].text);
      td_citizen_id_parse (numbers[i].text, &id);
      g_assert_cmpint (id.kind, ==, numbers[i].kind);
      g_assert_cmpstr (id.number, ==, numbers[i].number);
      g_assert_cmpuint (id.n_zeros_lost, ==, numbers[i].lost);
      g_assert_cmpuint (id.province, ==, numbers[i].province);
      g_assert_cmpint (id.year, ==, numbers[i].year);
      g_assert_cmpstr (id.sex, ==, numbers[i].sex);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citizen-id/numbers", test_numbers);
  return g_test_run ();
}
