/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-template.h"

typedef struct
{
  const char *text;
  gboolean upper;
  const char *expected;
  guint n_empty;
} ExpandCase;

static GHashTable *
make_fields (void)
{
  GHashTable *fields = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (fields, (char *) "name", (char *) "H’Ăng Niê");
  g_hash_table_insert (fields, (char *) "gift", (char *) "Truy tặng");
  g_hash_table_insert (fields, (char *) "blank", (char *) "");
  g_hash_table_insert (fields, (char *) "two", (char *) "một\nhai");
  return fields;
}

static void
test_expand (void)
{
  static const ExpandCase cases[] = {
    { "{name}", FALSE, "H’Ăng Niê", 0 },
    { "Bà {name},", FALSE, "Bà H’Ăng Niê,", 0 },
    { "{gift}", TRUE, "TRUY TẶNG", 0 },
    { "{missing}", FALSE, "", 1 },
    { "{blank}", FALSE, "", 1 },
    { "{blank?}\n{name}", FALSE, "H’Ăng Niê", 0 },
    { "{missing?}{name}{blank}", FALSE, "H’Ăng Niê", 1 },
    { "{two}", FALSE, "một\nhai", 0 },
    { "  no field  ", FALSE, "no field", 0 },
    { "open {name", FALSE, "open {name", 0 },
    { "", FALSE, "", 0 },
  };
  g_autoptr (GHashTable) fields = make_fields ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdTemplateBox) box = td_template_box_new ("box");
      g_autoptr (GPtrArray) empty = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;

      box->text = g_strdup (cases[i].text);
      box->upper = cases[i].upper;
      text = td_template_box_expand (box, fields, empty);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpuint (empty->len, ==, cases[i].n_empty);
    }
}

static void
test_when (void)
{
  static const struct
  {
    const char *when;
    gboolean applies;
  } cases[] = {
    { NULL, TRUE }, { "name", TRUE }, { "!name", FALSE }, { "blank", FALSE }, { "!blank", TRUE }, { "missing", FALSE }, { "!missing", TRUE }
  };
  g_autoptr (GHashTable) fields = make_fields ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdTemplateBox) box = td_template_box_new ("box");

      box->when = g_strdup (cases[i].when);
      g_assert_cmpint (td_template_box_applies (box, fields), ==, cases[i].applies);
    }
}

static void
test_validity (void)
{
  static const struct
  {
    GDateYear from, to; /* 1 January and 31 December; 0: open */
    gboolean valid;
  } cases[] = { { 0, 0, TRUE }, { 2026, 0, TRUE }, { 2027, 0, FALSE }, { 0, 2026, TRUE }, { 0, 2025, FALSE }, { 2026, 2026, TRUE } };
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 15, G_DATE_JULY, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdTemplate) template = td_template_new ("t", "T", 297, 210);
      GDate from, to;

      g_date_clear (&from, 1);
      g_date_clear (&to, 1);
      if (cases[i].from != 0)
        g_date_set_dmy (&from, 1, G_DATE_JANUARY, cases[i].from);
      if (cases[i].to != 0)
        g_date_set_dmy (&to, 31, G_DATE_DECEMBER, cases[i].to);
      td_template_set_validity (template, cases[i].from != 0 ? &from : NULL, cases[i].to != 0 ? &to : NULL);
      g_assert_cmpint (td_template_is_valid_on (template, &day), ==, cases[i].valid);
    }
}

static void
test_properties (void)
{
  g_autoptr (TdTemplate) template = td_template_new ("giay-khen-a4", "Giấy khen", 297, 210);
  g_autofree char *id = NULL, *title = NULL;
  double width, height;
  gboolean verified;

  td_template_add_award_form (template, "Giấy khen");
  td_template_set_source (template, "practice", TRUE);
  g_object_get (template, "id", &id, "title", &title, "width", &width, "height", &height, "verified", &verified, NULL);
  g_assert_cmpstr (id, ==, "giay-khen-a4");
  g_assert_cmpstr (title, ==, "Giấy khen");
  g_assert_cmpfloat (width, ==, 297);
  g_assert_cmpfloat (height, ==, 210);
  g_assert_true (verified);
  g_assert_true (td_template_suits (template, "Giấy khen"));
  g_assert_false (td_template_suits (template, "Bằng khen"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/expand", test_expand);
  g_test_add_func ("/template/when", test_when);
  g_test_add_func ("/template/validity", test_validity);
  g_test_add_func ("/template/properties", test_properties);
  return g_test_run ();
}
