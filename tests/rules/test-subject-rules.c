/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-subject-rules.h"

/* What is missing of a subject is said and never blocks. */

static const struct
{
  const char *what;
  const char *found;
  const char *kind, *birth, *sex, *address, *citizen_id, *leader_class, *residence;
  gint64 unit_id;
} cases[] = {
  { "complete", "", "person", "1980", "female", NULL, "066180001234", "direct", NULL, 1 },
  { "no number", "citizen-id-missing", "person", "1980", "female", NULL, NULL, "direct", NULL, 1 },
  { "no birth", "birth-missing", "person", NULL, "female", NULL, "066180001234", "direct", NULL, 1 },
  { "the number of a man", "citizen-id-sex", "person", "1980", "female", NULL, "066080001234", "direct", NULL, 1 },
  { "born in another year", "citizen-id-birth", "person", "1981", "female", NULL, "066180001234", "direct", NULL, 1 },
  { "neither Ông nor Bà", "sex-missing", "person", "1980", NULL, NULL, "066180001234", "direct", NULL, 1 },
  { "a rank is enough", "", "person", "1980", NULL, "Thượng tá", "066180001234", "direct", NULL, 1 },
  { "a passport", "", "person", "1980", "male", NULL, "C1234567", "direct", NULL, 1 },
  { "no leader class, no unit", "leader-class-missing unit-missing", "person", "1980", "male", NULL, "066080001234", NULL, NULL, 0 },
  { "a collective", "", "collective", NULL, NULL, NULL, NULL, NULL, NULL, 1 },
  { "a collective of no unit", "unit-missing", "collective", NULL, NULL, NULL, NULL, NULL, NULL, 0 },
  { "a household", "", "household", NULL, NULL, NULL, NULL, NULL, "Thôn 5, xã Ea Drăng", 0 },
  { "a household without an address", "residence-missing", "household", NULL, NULL, NULL, NULL, NULL, NULL, 0 },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "id", (gint64) 7, "name", "Nguyễn Thị An", "kind", cases[i].kind, "birth", cases[i].birth,
                                                "sex", cases[i].sex, "address-form", cases[i].address, "citizen-id", cases[i].citizen_id,
                                                "leader-class", cases[i].leader_class, "residence", cases[i].residence, "unit-id", cases[i].unit_id, NULL);
  g_autoptr (GPtrArray) findings = td_subject_rules_check (subject);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint j = 0; j < findings->len; j++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, j);

      g_string_append_printf (found, "%s%s", j > 0 ? " " : "", finding->rule);
      g_assert_cmpint (finding->subject_id, ==, 7);
    }
  g_assert_cmpstr (found->str, ==, cases[i].found);
  g_assert_false (td_findings_block (findings));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/subject-rules/%02u %s", i, cases[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
