/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-catalogue-reader.h"

/* Money of the shipped catalogue: base salary on the day of the decision × coefficient × factor,
 * rounded up once to ten thousand đồng. */

#define OLD_SALARY "2026-06-30"
#define NEW_SALARY "2026-07-01"

static const struct
{
  const char *form, *giver_level, *subject_kind, *date;
  gint64 money; /* -1: not known */
  gboolean verified;
} vectors[] = {
  { "Giấy khen", "department", "person", OLD_SALARY, 710000, TRUE },
  { "Giấy khen", "department", "person", NEW_SALARY, 760000, TRUE },
  { "Lao động tiên tiến", "department", "person", OLD_SALARY, 710000, TRUE },
  { "Lao động tiên tiến", "commune", "person", NEW_SALARY, 760000, TRUE },
  { "Chiến sĩ thi đua cơ sở", "department", "person", OLD_SALARY, 2340000, TRUE },
  { "Chiến sĩ thi đua cơ sở", "department", "person", NEW_SALARY, 2530000, TRUE },
  { "Bằng khen", "province", "person", OLD_SALARY, 3510000, TRUE },
  { "Bằng khen", "province", "person", NEW_SALARY, 3800000, TRUE },
  { "Bằng khen", "province", "collective", OLD_SALARY, 7020000, FALSE },
  { "Bằng khen", "province", "collective", NEW_SALARY, 7590000, FALSE },
  { "Bằng khen", "prime_minister", "person", OLD_SALARY, 8190000, TRUE },
  { "Bằng khen", "prime_minister", "person", NEW_SALARY, 8860000, TRUE },
  { "Huân chương Lao động hạng Ba", "president", "person", OLD_SALARY, 10530000, TRUE },
  { "Huân chương Lao động hạng Ba", "president", "person", NEW_SALARY, 11390000, TRUE },
  { "Cờ thi đua của Ủy ban nhân dân tỉnh", "province", "collective", OLD_SALARY, 18720000, TRUE },
  { "Cờ thi đua của Ủy ban nhân dân tỉnh", "province", "collective", NEW_SALARY, 20240000, TRUE },
  /* A household receives one and a half: 150 × 15 × 2,340,000. */
  { "Bằng khen", "province", "household", OLD_SALARY, 5270000, FALSE },
  { "Giấy khen", "department", "household", OLD_SALARY, 1060000, FALSE },
  /* What a commune and an enterprise pay was not found in a text of law. */
  { "Giấy khen", "commune", "person", NEW_SALARY, -1, FALSE },
  { "Giấy khen", "commune", "collective", NEW_SALARY, -1, FALSE },
  { "Giấy khen", "enterprise", "person", NEW_SALARY, -1, FALSE },
  { "Huân chương Hữu nghị", "president", "person", NEW_SALARY, -1, FALSE },
};

static void
test_vectors (void)
{
  TdCatalogue *catalogue = td_catalogue_get_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      const TdAwardForm *form = td_catalogue_find_form (catalogue, vectors[i].form, vectors[i].giver_level);
      const TdBaseSalary *salary = td_catalogue_get_base_salary (catalogue, vectors[i].date);
      const TdMoneyRule *rule = NULL;

      g_test_message ("%s, %s, %s, %s", vectors[i].form, vectors[i].giver_level, vectors[i].subject_kind, vectors[i].date);
      g_assert_nonnull (form);
      g_assert_nonnull (salary);
      rule = td_award_form_find_money (form, vectors[i].subject_kind);
      g_assert_cmpint (rule != NULL ? td_catalogue_compute_money (catalogue, rule, salary->dong) : -1, ==, vectors[i].money);
      g_assert_cmpint (rule != NULL && rule->verified, ==, vectors[i].verified);
    }
}

static const struct
{
  const char *date;
  gint64 dong; /* 0: none in force */
  gboolean verified;
} salaries[] = {
  { "2023-06-30", 0, FALSE },
  { "2023-07-01", 1800000, FALSE },
  { "2024-06-30", 1800000, FALSE },
  { "2024-07-01", 2340000, TRUE },
  { "2026-06-30", 2340000, TRUE },
  { "2026-07-01", 2530000, FALSE },
  { "2030-01-01", 2530000, FALSE },
};

static void
test_salaries (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (salaries); i++)
    {
      const TdBaseSalary *salary = td_catalogue_get_base_salary (td_catalogue_get_shipped (), salaries[i].date);

      g_assert_cmpint (salary != NULL ? salary->dong : 0, ==, salaries[i].dong);
      g_assert_cmpint (salary != NULL && salary->verified, ==, salaries[i].verified);
    }
}

static const struct
{
  gint64 rounding, coefficient, factor, base, money;
} roundings[] = {
  /* 0.15 × 1.5 = 0.225 has three decimals: rounded before the product it would be 0.23 or 0.22. */
  { 10000, 15, 15, 2340000, 530000 }, /* 526,500 */
  { 10000, 15, 15, 2530000, 570000 }, /* 569,250 */
  { 10000, 15, 15, 4000000, 900000 }, /* 900,000 exactly; 0.23 would give 920,000 */
  { 10000, 100, 10, 2340000, 2340000 },
  { 10000, 100, 10, 2340001, 2350000 },
  { 10000, 100, 10, 2349999, 2350000 },
  { 1, 15, 15, 1, 1 },
  { 1000, 30, 10, 2340000, 702000 },
  { 10000, 0, 10, 2340000, 0 },
  { 10000, 4600, 20, 2530000, 232760000 },
};

static void
test_rounding (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (roundings); i++)
    {
      g_autoptr (TdCatalogue) catalogue = td_catalogue_new (roundings[i].rounding);
      TdMoneyRule rule = { NULL, roundings[i].coefficient, roundings[i].factor, TRUE };

      g_assert_cmpint (td_catalogue_compute_money (catalogue, &rule, roundings[i].base), ==, roundings[i].money);
    }
}

static const struct
{
  const char *text;
  const char *name; /* NULL: unknown */
} names[] = {
  { "Bằng khen", "Bằng khen" },
  { "bang khen", "Bằng khen" },
  { "BẰNG KHEN", "Bằng khen" },
  { "  Giấy   khen ", "Giấy khen" },
  { "Huân chương Lao động hạng ba", "Huân chương Lao động hạng Ba" },
  { "Bằng", NULL },
  { "Bằng khen của Chủ tịch", NULL },
  { "", NULL },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TdAwardForm *form = td_catalogue_find_form_by_name (td_catalogue_get_shipped (), names[i].text);

      g_assert_cmpstr (form != NULL ? form->name : NULL, ==, names[i].name);
    }
}

static const char *const broken[] = {
  "",
  "[]",
  "\"text\"",
  "{}",
  "{\"format\": \"thidua-givers/1\"}",
  "{\"format\": 1}",
  "{\"format\": \"thidua-award-forms/1\"",
  "{\"format\": \"thidua-award-forms/1\"}",
  "{\"format\": \"thidua-award-forms/1\", \"rounding_dong\": 0, \"base_salary\": [], \"forms\": []}",
  "{\"format\": \"thidua-award-forms/1\", \"rounding_dong\": 10000, \"base_salary\": {}, \"forms\": []}",
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i], strlen (broken[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (td_catalogue_read (bytes, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/vectors", test_vectors);
  g_test_add_func ("/catalogue/salaries", test_salaries);
  g_test_add_func ("/catalogue/rounding", test_rounding);
  g_test_add_func ("/catalogue/names", test_names);
  g_test_add_func ("/catalogue/broken", test_broken);
  return g_test_run ();
}
