/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-matcher.h"
#include "td-nomination-judge.h"
#include "td-test-office.h"
#include "td-unit-act-jobs.h"

/* Who of an office's subjects a described one may be. Unit 4 came of units 2 and 3; 5 and 2 belong to unit 1. */

static const struct
{
  const char *kind, *name, *birth, *citizen_id;
  gint64 unit_id;
} subjects[] = {
  { "person", "Nguyễn Thị Hà", "1980-02-03", "066180001234", 2 },    /* 1 */
  { "person", "Nguyễn Thị Hà", "1980-02-03", NULL, 3 },              /* 2 */
  { "person", "Pi Năng Thị Lan", "1990-05-06", NULL, 3 },            /* 3 */
  { "collective", "Phòng Văn hóa", NULL, NULL, 2 },                  /* 4 */
  { "household", "Hộ gia đình ông Nguyễn Văn Hùng", NULL, NULL, 2 }, /* 5 */
  { "person", "Trần Văn Bình", "1970", NULL, 0 },                    /* 6 */
};

static const struct
{
  const char *kind, *name, *birth, *citizen_id;
  gint64 unit_id;
  const char *found; /* ids with the first letter of the verdict */
} cases[] = {
  /* Both came of one unit: a row cannot certainly be two. */
  { "person", "Nguyễn Thị Hà", "1980-02-03", "66180001234", 4, "1c 2l" },
  { "person", "NGUYEN THI HA", NULL, "66180001234", 0, "1c 2p" },
  { "person", "Nguyễn Thị Hà", "1980-02-03", NULL, 4, "1l 2l" },
  { "person", "Nguyễn Thị Hà", "1980-02-03", NULL, 5, "1l 2l" },
  { "person", "Pinăng Thị Lan", "1990", NULL, 4, "3l" },
  { "person", "Pi Năng Thị Lam", "1990-05-06", NULL, 3, "3l" },
  { "person", "Trần Văn Bình", NULL, NULL, 2, "6p" },
  { "person", "Lê Thị Mai", "1980-02-03", NULL, 2, "" },
  { "collective", "Phòng Văn hoá", NULL, NULL, 4, "4c" },
  { "collective", "Phòng Văn hóa", NULL, NULL, 5, "4l" },
  { "household", "Nguyễn Văn Hùng", NULL, NULL, 2, "5p" },
  { "person", "Nguyễn Văn Hùng", NULL, NULL, 2, "" },
  { "person", NULL, NULL, NULL, 0, "" },
};

static TdSubject *
make_subject (const char *kind, const char *name, const char *birth, const char *citizen_id, gint64 unit_id)
{
  return g_object_new (TD_TYPE_SUBJECT, "kind", kind, "name", name, "birth", birth, "citizen-id", citizen_id, "unit-id", unit_id, NULL);
}

static gboolean
insert_units (TdConnection *connection, gpointer data, GError **error)
{
  for (gint64 id = 1; id <= 5; id++)
    {
      g_autofree char *name = g_strdup_printf ("Đơn vị %d", (int) id);
      g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", name, "parent-id", id == 2 || id == 5 ? (gint64) 1 : (gint64) 0, NULL);

      if (!td_connection_insert (connection, unit, error))
        return FALSE;
      g_assert_cmpint (td_entity_get_id (TD_ENTITY (unit)), ==, id);
    }
  return TRUE;
}

/* After the merge, which would have taken them along: old lists go on naming old units. */
static gboolean
insert_subjects (TdConnection *connection, gpointer data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (TdSubject) subject = make_subject (subjects[i].kind, subjects[i].name, subjects[i].birth, subjects[i].citizen_id, subjects[i].unit_id);

      if (!td_connection_insert (connection, subject, error))
        return FALSE;
      g_assert_cmpint (td_entity_get_id (TD_ENTITY (subject)), ==, i + 1);
    }
  return TRUE;
}

static void
merge_units (TdTestOffice *office)
{
  const gint64 from[] = { 2, 3 };
  g_autoptr (TdUnitAct) act = g_object_new (TD_TYPE_UNIT_ACT, "date", "2025-07-01", "document", "1/NQ", NULL);
  g_autoptr (TdUnit) into = g_object_new (TD_TYPE_UNIT, "id", (gint64) 4, NULL);
  g_autoptr (TdJob) merge = td_unit_merge_job (act, from, G_N_ELEMENTS (from), into);
  g_autoptr (GError) error = NULL;

  td_job_run (merge, office->store, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_found (TdMatcher *matcher, TdSubject *subject, const char *expected)
{
  g_autoptr (GArray) candidates = td_matcher_find (matcher, subject, 5);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const TdMatchCandidate *candidate = &g_array_index (candidates, TdMatchCandidate, i);

      g_string_append_printf (found, "%s%d%c", i > 0 ? " " : "", (int) candidate->id, *td_match_verdict_to_nick (candidate->result.verdict));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Whom the matcher does not have the office does not find, and here the other way round too. */
static gboolean
assert_has (TdMatcher *matcher, TdConnection *connection, const char *kind, const char *name, const char *birth, const char *citizen_id, gint64 unit_id)
{
  g_autoptr (TdSubject) subject = make_subject (kind, name, birth, citizen_id, unit_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSubject) found = td_nomination_judge_find_subject (connection, subject, &error);

  g_assert_no_error (error);
  g_assert_cmpint (td_matcher_may_have (matcher, subject), ==, found != NULL);
  return found != NULL;
}

static void
assert_has_exactly (TdMatcher *matcher, TdConnection *connection)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    n += assert_has (matcher, connection, subjects[i].kind, subjects[i].name, subjects[i].birth, subjects[i].citizen_id, subjects[i].unit_id);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (subjects) - 1); /* without a unit nobody is certain */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_has (matcher, connection, cases[i].kind, cases[i].name, cases[i].birth, cases[i].citizen_id, cases[i].unit_id);
}

static gboolean
match_cb (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdMatcher) matcher = td_matcher_new (connection, error);
  g_autoptr (TdSubject) first = td_connection_get (connection, TD_TYPE_SUBJECT, 1, error);
  g_autoptr (TdSubject) row = make_subject ("person", "Nguyễn Thị Hà", "1980-02-03", "066180001234", 5);
  g_autoptr (TdSubject) added = NULL;
  g_autoptr (GArray) one = NULL;

  g_assert_nonnull (matcher);
  assert_has_exactly (matcher, connection);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdSubject) subject = make_subject (cases[i].kind, cases[i].name, cases[i].birth, cases[i].citizen_id, cases[i].unit_id);

      g_test_message ("%s", cases[i].name);
      assert_found (matcher, subject, cases[i].found);
    }

  /* A subject is not its own double. */
  assert_found (matcher, first, "2l");
  one = td_matcher_find (matcher, row, 1);
  g_assert_cmpuint (one->len, ==, 1);

  /* Told apart once, they are not offered again, nor is the other for a row that is one of them. */
  assert_found (matcher, row, "1c 2l");
  td_matcher_keep_apart (matcher, 2, 1);
  assert_found (matcher, first, "");
  assert_found (matcher, row, "1c");

  /* The next row of a list may be one just added. */
  added = g_object_new (TD_TYPE_SUBJECT, "id", (gint64) 77, "kind", "person", "name", "Đặng Văn Mới", "birth", "1999-01-02", "unit-id", (gint64) 2, NULL);
  td_matcher_add (matcher, added);
  g_object_set (added, "id", (gint64) 0, NULL);
  assert_found (matcher, added, "77c");
  g_assert_true (td_matcher_may_have (matcher, added));
  return TRUE;
}

static void
test_matcher (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  td_test_office_write (office, insert_units, NULL);
  merge_units (office);
  td_test_office_write (office, insert_subjects, NULL);
  g_assert_true (td_store_read (office->store, match_cb, NULL, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/matcher", TdTestOffice, NULL, td_test_office_set_up, test_matcher, td_test_office_tear_down);
  return g_test_run ();
}
