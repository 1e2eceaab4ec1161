/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-citizen-rules.h"
#include "td-province-codes.h"

static const struct
{
  const char *id, *birth, *sex;
  const char *found; /* rules; "!" blocks */
  gboolean agrees;
} cases[] = {
  { "066180001234", "1980-02-03", "female", "", TRUE },
  { "066180001234", "1980", "female", "", TRUE },
  { "066180001234", NULL, NULL, "", TRUE },
  { "066180001234", "1981-02-03", "female", "citizen-id-birth" },
  { "066180001234", "1880", "female", "citizen-id-birth" },
  { "066180001234", "hôm qua", "female", "", TRUE },
  { "066180001234", "1980-02-03", "male", "citizen-id-sex" },
  { "066180001234", "1979", "male", "citizen-id-birth, citizen-id-sex" },
  { "003180001234", "1980", "female", "citizen-id-province" },
  { "000180001234", "1980", "female", "citizen-id-province" },
  { "097180001234", "1980", "female", "citizen-id-province" },
  { "136180001234", "1980", "female", "", TRUE },
  { "66180001234", "1980", "female", "citizen-id-zero-lost", TRUE },
  { "1180001234", "1980", "female", "citizen-id-zero-lost", TRUE },
  { "66180001234", "1981", "female", "citizen-id-zero-lost, citizen-id-birth" },
  { "240123456", "1980", "female", "", TRUE },
  { "24012345", "1980", "female", "citizen-id-zero-lost", TRUE },
  { "C1234567", "1980", "female", "", TRUE },
  { "12345", "1980", "female", "citizen-id-wrong" },
  { NULL, "1980", "female", "citizen-id-missing" },
  { " ", "1980", "female", "citizen-id-missing" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = td_citizen_rules_check (cases[i].id, cases[i].birth, cases[i].sex);
      g_autoptr (GString) found = g_string_new (NULL);
      TdCitizenId id;

      for (guint f = 0; f < findings->len; f++)
        {
          const TdFinding *finding = g_ptr_array_index (findings, f);

          g_string_append_printf (found, "%s%s", f > 0 ? ", " : "", finding->rule);
          g_assert_cmpint (finding->severity, !=, TD_SEVERITY_BLOCK);
          /* A citizen's number is never quoted. */
          g_assert_true (cases[i].id == NULL || *cases[i].id == ' ' || strstr (finding->text, cases[i].id) == NULL);
        }
      g_test_message ("%s %s %s", cases[i].id, cases[i].birth, cases[i].sex);
      g_assert_cmpstr (found->str, ==, cases[i].found);
      td_citizen_id_parse (cases[i].id, &id);
      g_assert_cmpint (td_citizen_rules_agree (&id, cases[i].birth, cases[i].sex), ==, cases[i].agrees);
    }
}

static void
test_provinces (void)
{
  guint n = 0;

  for (guint code = 0; code < 1000; code++)
    n += td_province_codes_find (code) != NULL;
  g_assert_cmpuint (n, ==, 63);
  g_assert_cmpstr (td_province_codes_find (1), ==, "Hà Nội");
  g_assert_cmpstr (td_province_codes_find (66), ==, "Đắk Lắk");
  g_assert_cmpstr (td_province_codes_find (96), ==, "Cà Mau");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citizen-rules/cases", test_cases);
  g_test_add_func ("/citizen-rules/provinces", test_provinces);
  return g_test_run ();
}
