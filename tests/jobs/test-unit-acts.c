/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-directory.h"
#include "td-model.h"
#include "td-nomination-jobs.h"
#include "td-record-jobs.h"
#include "td-test-office.h"
#include "td-unit-act-jobs.h"
#include "td-unit-history.h"
#include "td-unit-lineage.h"

/* Merging, splitting, renaming, moving: what there was on every day around, undoing, and what is
 * refused. Units are known by their codes. */

#define DAY    "2025-07-01"
#define BEFORE "2025-06-30"

static const struct
{
  const char *code, *name, *parent, *from, *to;
} units[] = {
  { "P", "Tỉnh Đắk Lắk", NULL, NULL, NULL },
  { "A", "Xã Ea Kar", "P", "2000-01-01", NULL },
  { "B", "Xã Cư Ni", "P", "2005", NULL },
  { "C", "Xã Ea Đar", "P", NULL, NULL },
  { "D", "Xã Xuân Phú", "P", NULL, NULL },
  { "S", "Trường Tiểu học Nguyễn Bỉnh Khiêm", "B", "2010", NULL },
  { "O", "Xã Cũ", "P", NULL, "2019-12-31" },
  { "N", "Xã Mới", "P", "2025-07-01", NULL },
};

typedef struct
{
  TdTestOffice office;
  gint64 ids[128]; /* by code */
} Fixture;

static gboolean
insert_units (TdConnection *connection, gpointer data, GError **error)
{
  Fixture *fixture = data;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "code", units[i].code, "name", units[i].name, "kind", "commune", "valid-from", units[i].from, "valid-to", units[i].to,
                                              "parent-id", units[i].parent != NULL ? fixture->ids[(int) *units[i].parent] : 0, NULL);

      if (!td_connection_insert (connection, unit, error))
        return FALSE;
      fixture->ids[(int) *units[i].code] = td_entity_get_id (TD_ENTITY (unit));
    }
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  td_test_office_set_up (&fixture->office, NULL);
  td_test_office_write (&fixture->office, insert_units, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  td_test_office_tear_down (&fixture->office, NULL);
}

static TdUnitAct *
make_act (const char *date)
{
  return g_object_new (TD_TYPE_UNIT_ACT, "date", date, "document", "1660/NQ-UBTVQH15", "issuer", "Ủy ban Thường vụ Quốc hội", NULL);
}

/* A unit by its code; "=Tên" makes a new one. */
static TdUnit *
make_unit (Fixture *fixture, const char *text)
{
  if (*text == '=')
    return g_object_new (TD_TYPE_UNIT, "name", text + 1, NULL);
  return g_object_new (TD_TYPE_UNIT, "id", fixture->ids[(int) *text], NULL);
}

/* "merge A B > =Xã mới", "split A > =X =Y", "split A + > =X", "rename A > Tên", "move A > P". */
static TdJob *
make_job (Fixture *fixture, const char *text, const char *date)
{
  g_auto (GStrv) sides = g_strsplit (text, " > ", 2);
  g_auto (GStrv) words = g_strsplit (sides[0], " ", -1);
  g_auto (GStrv) into = g_strsplit (sides[1], "; ", -1);
  g_autoptr (TdUnitAct) act = make_act (date);
  gint64 ids[8];
  guint n = 0;

  for (guint i = 1; words[i] != NULL; i++)
    if (*words[i] != '+')
      ids[n++] = fixture->ids[(int) *words[i]];
  if (g_str_equal (words[0], "merge"))
    {
      g_autoptr (TdUnit) unit = make_unit (fixture, into[0]);

      return td_unit_merge_job (act, ids, n, unit);
    }
  if (g_str_equal (words[0], "split"))
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; into[i] != NULL && *into[i] != '\0'; i++)
        g_ptr_array_add (list, make_unit (fixture, into[i]));
      return td_unit_split_job (act, ids[0], list, strchr (sides[0], '+') != NULL);
    }
  if (g_str_equal (words[0], "rename"))
    {
      g_autoptr (TdUnit) unit = make_unit (fixture, words[1]);

      g_object_set (unit, "name", sides[1], NULL);
      return td_unit_rename_job (act, unit);
    }
  return td_unit_move_job (act, ids[0], fixture->ids[(int) *sides[1]], 0);
}

static gint64
run (Fixture *fixture, const char *text, const char *date)
{
  g_autoptr (TdJob) job = make_job (fixture, text, date);
  g_autoptr (GError) error = NULL;

  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
  return td_entity_get_id (td_job_get_object (job));
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names there were on a day, each with the id of what it belonged to when it is not P. */
static char *
names_on (Fixture *fixture, const char *day)
{
  g_autoptr (TdJob) job = td_unit_list_job (day, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GListModel *list;

  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
  list = td_job_get_object (job);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdUnit) unit = g_list_model_get_item (list, i);
      gint64 parent = unit->parent_id;
      char code = 0;

      for (guint j = 0; j < G_N_ELEMENTS (fixture->ids); j++)
        if (parent != 0 && fixture->ids[j] == parent)
          code = j;
      if (code == 'P' || parent == 0)
        g_ptr_array_add (lines, g_strdup (unit->name));
      else
        g_ptr_array_add (lines, code != 0 ? g_strdup_printf ("%s<%c", unit->name, code) : g_strdup_printf ("%s<new", unit->name));
    }
  g_ptr_array_sort (lines, compare_text);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (", ", (char **) lines->pdata);
}

#define ALWAYS "Trường Tiểu học Nguyễn Bỉnh Khiêm<B, Tỉnh Đắk Lắk, "

static const struct
{
  const char *act;
  const char *before; /* as of BEFORE */
  const char *after;  /* as of DAY */
} acts[] = {
  { "merge A B C > =Xã Ea Kar", ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Xuân Phú",
    "Trường Tiểu học Nguyễn Bỉnh Khiêm<new, Tỉnh Đắk Lắk, Xã Ea Kar, Xã Mới, Xã Xuân Phú" },
  { "merge B > A", ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Xuân Phú",
    "Trường Tiểu học Nguyễn Bỉnh Khiêm<A, Tỉnh Đắk Lắk, Xã Ea Kar, Xã Ea Đar, Xã Mới, Xã Xuân Phú" },
  { "merge C D > N", ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Xuân Phú",
    ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Mới" },
  { "split A > =Xã Ea Kar Một; =Xã Ea Kar Hai", ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Xuân Phú",
    ALWAYS "Xã Cư Ni, Xã Ea Kar Hai, Xã Ea Kar Một, Xã Ea Đar, Xã Mới, Xã Xuân Phú" },
  { "split A + > =Phường Ea Kar", ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Xuân Phú",
    "Phường Ea Kar, " ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Mới, Xã Xuân Phú" },
  { "rename A > Phường Ea Kar", ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Xuân Phú",
    "Phường Ea Kar, " ALWAYS "Xã Cư Ni, Xã Ea Đar, Xã Mới, Xã Xuân Phú" },
  { "move S > A", ALWAYS "Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Xuân Phú",
    "Trường Tiểu học Nguyễn Bỉnh Khiêm<A, Tỉnh Đắk Lắk, Xã Cư Ni, Xã Ea Kar, Xã Ea Đar, Xã Mới, Xã Xuân Phú" },
};

static void
test_days (Fixture *fixture, gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *untouched = td_test_office_dump (&fixture->office);
  g_autofree char *done = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  run (fixture, acts[i].act, DAY);
  done = td_test_office_dump (&fixture->office);
  before = names_on (fixture, BEFORE);
  after = names_on (fixture, DAY);
  g_assert_cmpstr (before, ==, acts[i].before);
  g_assert_cmpstr (after, ==, acts[i].after);

  td_test_office_undo (&fixture->office);
  td_test_office_assert_dump (&fixture->office, untouched);
  td_test_office_reopen (&fixture->office);
  td_test_office_redo (&fixture->office);
  td_test_office_assert_dump (&fixture->office, done);
}

/* Who and what names a unit that ends. */

typedef struct
{
  gint64 person, household, collective, blocs[3], members[3][3];
} Named;

static gboolean
insert_record_cb (TdConnection *connection, gpointer data, GError **error)
{
  return td_connection_insert (connection, data, error);
}

/* Takes over @record. */
static gint64
insert_record (Fixture *fixture, gpointer record)
{
  g_autoptr (TdEntity) entity = record;

  td_test_office_write (&fixture->office, insert_record_cb, entity);
  return td_entity_get_id (entity);
}

/* Blocs of the year before, of the act and after it: A, B and C in each but the last, which has not A. */
static void
name_units (Fixture *fixture, Named *named)
{
  gint64 b = fixture->ids['B'];

  named->person = insert_record (fixture, g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Lê Thị An", "unit-id", b, NULL));
  named->household = insert_record (fixture, g_object_new (TD_TYPE_SUBJECT, "kind", "household", "name", "Hộ ông Y Blô", "unit-id", b, NULL));
  named->collective = insert_record (fixture, g_object_new (TD_TYPE_SUBJECT, "kind", "collective", "name", "Nhân dân và cán bộ xã Cư Ni", "unit-id", b, NULL));
  insert_record (fixture, g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch UBND xã Cư Ni", "level", "commune", "unit-id", b, NULL));
  for (guint i = 0; i < 3; i++)
    {
      named->blocs[i] = insert_record (fixture, g_object_new (TD_TYPE_BLOC, "year", (gint64) 2024 + i, "name", "Cụm 1", "kind", "cluster", "head-id", b, "deputy-id", fixture->ids['C'], NULL));
      for (guint j = 0; j < 3; j++)
        named->members[i][j] = i == 2 && j == 0 ? 0 : insert_record (fixture, g_object_new (TD_TYPE_BLOC_MEMBER, "bloc-id", named->blocs[i], "unit-id", fixture->ids[(int) "ABC"[j]], NULL));
    }
}

static TdEntity *
read_record (Fixture *fixture, GType type, gint64 id)
{
  g_autoptr (TdJob) job = td_record_get_job (type, id);
  g_autoptr (GError) error = NULL;

  if (!td_job_run (job, fixture->office.store, NULL, &error))
    return NULL;
  return g_object_ref (td_job_get_object (job));
}

/* The unit that a reference of a record leads to, by its code; '-' for none, '.' for no record. */
static char
unit_of (Fixture *fixture, GType type, gint64 id, const char *field)
{
  g_autoptr (TdEntity) record = read_record (fixture, type, id);
  gint64 unit_id = record != NULL ? td_entity_get_number (record, td_entity_class_find (TD_ENTITY_GET_CLASS (record), field)) : 0;

  if (record == NULL)
    return '.';
  for (guint i = 0; unit_id != 0 && i < G_N_ELEMENTS (fixture->ids); i++)
    if (fixture->ids[i] == unit_id)
      return (char) i;
  return unit_id != 0 ? '?' : '-';
}

static char *
rules_of (TdJob *job)
{
  GPtrArray *findings = td_job_get_findings (job);
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (rules, "%s%s", i > 0 ? " " : "", ((TdFinding *) findings->pdata[i])->rule);
  return g_string_free (rules, FALSE);
}

static void
test_named (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *act, *subjects, *members, *chairs, *rules;
  } cases[] = {
    /* A took part in neither 2026 bloc, so it takes B's place there; head of 2026 too. */
    { "merge B > A", "AAB", "ABC ABC .AC", "BC BC AC", "act-collectives act-giver act-bloc" },
    /* Both in the bloc of 2026: the heir is in it once, and is not its own deputy. */
    { "merge B > C", "CCB", "ABC ABC ..C", "BC BC -C", "act-collectives act-giver act-bloc" },
    { "split B > =X; =Y", "BBB", "ABC ABC .BC", "BC BC BC", "act-below act-collectives act-people act-giver act-bloc act-bloc" },
    { "split B + > =X", "BBB", "ABC ABC .BC", "BC BC BC", "" },
  };
  Named named;
  g_autofree char *untouched = NULL;

  name_units (fixture, &named);
  untouched = td_test_office_dump (&fixture->office);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdJob) job = make_job (fixture, cases[i].act, DAY);
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) members = g_string_new (NULL);
      g_autoptr (GString) chairs = g_string_new (NULL);
      g_autofree char *rules = NULL;
      char subjects[4] = { 0 };

      g_test_message ("%s", cases[i].act);
      td_job_run (job, fixture->office.store, NULL, &error);
      g_assert_no_error (error);
      subjects[0] = unit_of (fixture, TD_TYPE_SUBJECT, named.person, "unit-id");
      subjects[1] = unit_of (fixture, TD_TYPE_SUBJECT, named.household, "unit-id");
      subjects[2] = unit_of (fixture, TD_TYPE_SUBJECT, named.collective, "unit-id");
      for (guint j = 0; j < 3; j++)
        {
          for (guint k = 0; k < 3; k++)
            g_string_append_c (members, named.members[j][k] != 0 ? unit_of (fixture, TD_TYPE_BLOC_MEMBER, named.members[j][k], "unit-id") : '.');
          g_string_append_printf (chairs, "%c%c", unit_of (fixture, TD_TYPE_BLOC, named.blocs[j], "head-id"), unit_of (fixture, TD_TYPE_BLOC, named.blocs[j], "deputy-id"));
          if (j < 2)
            {
              g_string_append_c (members, ' ');
              g_string_append_c (chairs, ' ');
            }
        }
      rules = rules_of (job);
      g_assert_cmpstr (subjects, ==, cases[i].subjects);
      g_assert_cmpstr (members->str, ==, cases[i].members);
      g_assert_cmpstr (chairs->str, ==, cases[i].chairs);
      g_assert_cmpstr (rules, ==, cases[i].rules);
      td_test_office_undo (&fixture->office);
      td_test_office_assert_dump (&fixture->office, untouched);
    }
}

/* One unit through several acts: each time it is called as it was then. */
static void
test_names_through_time (Fixture *fixture, gconstpointer data)
{
  static const char *const days[][2] = { { "2001-01-01", "Xã Ea Kar" }, { "2010-01-31", "Xã Ea Kar" }, { "2010-02-01", "Thị trấn Ea Kar" }, { "2025-06-30", "Thị trấn Ea Kar" }, { "2025-07-01", "Phường Ea Kar" } };

  run (fixture, "rename A > Thị trấn Ea Kar", "2010-02-01");
  run (fixture, "rename A > Phường Ea Kar", "2025-07-01");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *names = names_on (fixture, days[i][0]);
      g_auto (GStrv) list = g_strsplit (names, ", ", -1);

      g_assert_true (g_strv_contains ((const char *const *) list, days[i][1]));
      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        g_assert_true (g_str_equal (days[j][1], days[i][1]) || !g_strv_contains ((const char *const *) list, days[j][1]));
    }
}

static const struct
{
  const char *act, *date, *found;
} refused[] = {
  { "merge A B > =Xã", NULL, "act-date" },
  { "merge A B > =Xã", "2025-07", "act-date" },
  { "merge A B > =Xã", "2025-02-30", "act-date" },
  { "merge A N > =Xã", DAY, "act-before-unit" }, /* it would end before it began */
  { "merge A O > =Xã", DAY, "act-after-unit" },
  { "merge A A > =Xã", DAY, "act-doubled" },
  { "merge A > =Xã", DAY, "act-too-few" },
  { "merge A B > A", DAY, "act-itself" },
  { "merge A B > O", DAY, "act-after-unit" },
  { "merge A B > N", "2024-01-01", "act-before-unit" },
  { "merge A B > =", DAY, "act-name" },
  { "split A > =Xã", DAY, "act-too-few" },
  { "split A + > ", DAY, "act-too-few" },
  { "split A > A; =Xã", DAY, "act-itself" },
  { "split A > C; C", DAY, "act-doubled" },
  { "rename A > Tên", "1999-12-31", "act-before-unit" },
  { "rename O > Tên", DAY, "act-after-unit" },
  { "rename A > Xã Ea Kar", DAY, "act-nothing" },
  { "move A > A", DAY, "act-circle" },
  { "move B > S", DAY, "act-circle" },
  { "move P > S", DAY, "act-circle" },
  { "move A > O", DAY, "act-after-unit" },
  { "move A > P", DAY, "act-nothing" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *untouched = td_test_office_dump (&fixture->office);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (TdJob) job = make_job (fixture, refused[i].act, refused[i].date);
      g_autoptr (GError) error = NULL;
      gboolean found = FALSE;

      g_test_message ("%s", refused[i].act);
      g_assert_false (td_job_run (job, fixture->office.store, NULL, &error));
      g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
      for (guint j = 0; j < td_job_get_findings (job)->len; j++)
        found = found || g_str_equal (((TdFinding *) g_ptr_array_index (td_job_get_findings (job), j))->rule, refused[i].found);
      g_assert_true (found);
      td_test_office_assert_dump (&fixture->office, untouched);
    }
}

/* A later act stands in the way of an earlier one; on the same day they follow one another. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdJob) earlier = make_job (fixture, "rename A > Sớm", BEFORE);
  g_autoptr (GError) error = NULL;

  run (fixture, "rename A > Muộn", DAY);
  g_assert_false (td_job_run (earlier, fixture->office.store, NULL, &error));
  g_assert_cmpstr (((TdFinding *) g_ptr_array_index (td_job_get_findings (earlier), 0))->rule, ==, "act-order");
  run (fixture, "move A > B", DAY);
}

/* A form may not make a circle either. */
static void
test_form_circle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdJob) get = td_record_get_job (TD_TYPE_UNIT, fixture->ids['B']);
  g_autoptr (TdJob) save = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (td_job_run (get, fixture->office.store, NULL, NULL));
  g_object_set (td_job_get_object (get), "parent-id", fixture->ids['S'], NULL);
  save = td_record_save_job (td_job_get_object (get));
  g_assert_false (td_job_run (save, fixture->office.store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
}

/* Awards */

typedef struct
{
  Fixture *fixture;
  const char *codes; /* an award to each, in the order of time */
  const char *state;
} Awards;

static gboolean
insert_awards (TdConnection *connection, gpointer data, GError **error)
{
  Awards *awards = data;
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch UBND tỉnh", "level", "province", NULL);
  g_autoptr (TdDecision) decision = NULL;

  if (!td_connection_insert (connection, giver, error))
    return FALSE;
  decision = g_object_new (TD_TYPE_DECISION, "title", "Về việc tặng Bằng khen", "number", "15/QĐ-UBND", "date", "2024-01-20", "state", awards->state,
                           "giver-id", td_entity_get_id (TD_ENTITY (giver)), NULL);
  if (!td_connection_insert (connection, decision, error))
    return FALSE;
  for (const char *code = awards->codes; *code != '\0'; code++)
    {
      gint64 unit_id = awards->fixture->ids[(int) *code];
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "collective", "name", "Nhân dân và cán bộ", "unit-id", unit_id, NULL);
      g_autoptr (TdAward) award = NULL;

      if (!td_connection_insert (connection, subject, error))
        return FALSE;
      award = g_object_new (TD_TYPE_AWARD, "decision-id", td_entity_get_id (TD_ENTITY (decision)), "subject-id", td_entity_get_id (TD_ENTITY (subject)),
                            "giver-id", td_entity_get_id (TD_ENTITY (giver)), "subject-name", subject->name, "award-form", "Bằng khen", "unit-id", unit_id, NULL);
      if (!td_connection_insert (connection, award, error))
        return FALSE;
    }
  return TRUE;
}

static void
assert_history (Fixture *fixture, gint64 unit_id, gint64 n_own, gint64 n_inherited, guint n_before, guint n_after)
{
  g_autoptr (TdJob) job = td_unit_history_job (unit_id, 0);
  g_autoptr (TdJob) short_job = td_unit_history_job (unit_id, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  TdUnitHistory *history;

  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
  history = td_job_get_object (job);
  g_assert_cmpint (history->n_own, ==, n_own);
  g_assert_cmpint (history->n_inherited, ==, n_inherited);
  g_assert_cmpuint (history->predecessors->len, ==, n_before);
  g_assert_cmpuint (history->successors->len, ==, n_after);
  g_assert_cmpuint (history->awards->len, ==, n_own + n_inherited);
  for (guint i = 0; i < history->awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (history->awards, i);

      g_assert_true (g_hash_table_add (seen, GSIZE_TO_POINTER (td_entity_get_id (TD_ENTITY (award)))));
      g_assert_nonnull (td_unit_history_find_unit (history, award->unit_id));
    }
  g_assert_true (td_job_run (short_job, fixture->office.store, NULL, NULL));
  g_assert_cmpuint (((TdUnitHistory *) td_job_get_object (short_job))->awards->len, ==, MIN (1, n_own + n_inherited));
  g_assert_cmpint (((TdUnitHistory *) td_job_get_object (short_job))->n_inherited, ==, n_inherited);
}

static void
test_awards (Fixture *fixture, gconstpointer data)
{
  Awards issued = { fixture, "AABC", "issued" };
  Awards draft = { fixture, "AB", "draft" };
  gint64 first, last;

  td_test_office_write (&fixture->office, insert_awards, &issued);
  td_test_office_write (&fixture->office, insert_awards, &draft); /* not given yet */
  first = run (fixture, "merge A B > =Xã Giữa", "2020-01-01");
  fixture->ids['M'] = first;
  last = run (fixture, "merge M C > =Xã Cuối", DAY);
  issued.codes = "L";
  fixture->ids['L'] = last;
  td_test_office_write (&fixture->office, insert_awards, &issued);
  assert_history (fixture, fixture->ids['A'], 2, 0, 0, 2);
  assert_history (fixture, first, 0, 3, 2, 1);
  assert_history (fixture, last, 1, 4, 4, 0);
  assert_history (fixture, fixture->ids['D'], 0, 0, 0, 0);
}

static gboolean
check_former_names (TdConnection *connection, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TdDirectory) directory = td_directory_load (connection, error);
  gboolean ambiguous;

  g_assert_cmpint (td_entity_get_id (TD_ENTITY (td_directory_find_unit (directory, "xã cư ni", &ambiguous))), ==, fixture->ids['B']);
  g_assert_cmpint (td_entity_get_id (TD_ENTITY (td_directory_find_unit (directory, "Phường Cư Ni", &ambiguous))), ==, fixture->ids['B']);
  /* Another unit has taken the name. */
  g_assert_cmpint (td_entity_get_id (TD_ENTITY (td_directory_find_unit (directory, "Xã Ea Kar", &ambiguous))), ==, fixture->ids['C']);
  return TRUE;
}

/* A list that writes the old name means the same unit. */
static void
test_former_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run (fixture, "rename B > Phường Cư Ni", DAY);
  run (fixture, "rename A > Phường Ea Kar", DAY);
  run (fixture, "rename C > Xã Ea Kar", DAY);
  g_assert_true (td_store_read (fixture->office.store, check_former_names, fixture, NULL, &error));
}

static gboolean
came_of (TdUnitLineage *lineage, gint64 unit_id, gint64 earlier_id)
{
  g_autoptr (GArray) before = td_unit_lineage_dup_predecessors (lineage, unit_id);

  for (guint i = 0; i < before->len; i++)
    if (g_array_index (before, gint64, i) == earlier_id)
      return TRUE;
  return FALSE;
}

static gboolean
check_lineage (TdConnection *connection, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TdUnitLineage) lineage = td_unit_lineage_load (connection, error);
  gint64 *ids = fixture->ids;
  gboolean circle = ids['Z'] == 1;

  g_assert_false (came_of (lineage, ids['A'], ids['A']));
  g_assert_true (came_of (lineage, ids['M'], ids['A']));
  g_assert_true (came_of (lineage, ids['M'], ids['B']));
  g_assert_true (came_of (lineage, ids['A'], ids['B']) == circle);
  g_assert_false (came_of (lineage, ids['M'], ids['D']));
  return TRUE;
}

/* What the jobs refuse can still stand in a file. */
static gboolean
insert_circle (TdConnection *connection, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TdUnitAct) act = g_object_new (TD_TYPE_UNIT_ACT, "kind", "merge", "date", "2026-01-01", NULL);
  g_autoptr (TdUnitActPart) from = NULL;
  g_autoptr (TdUnitActPart) into = NULL;

  if (!td_connection_insert (connection, act, error))
    return FALSE;
  from = g_object_new (TD_TYPE_UNIT_ACT_PART, "act-id", td_entity_get_id (TD_ENTITY (act)), "unit-id", fixture->ids['M'], "role", "from", NULL);
  into = g_object_new (TD_TYPE_UNIT_ACT_PART, "act-id", td_entity_get_id (TD_ENTITY (act)), "unit-id", fixture->ids['A'], "role", "into", NULL);
  return td_connection_insert (connection, from, error) && td_connection_insert (connection, into, error);
}

static void
test_lineage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->ids['M'] = run (fixture, "merge A B > =Xã Giữa", DAY);
  g_assert_true (td_store_read (fixture->office.store, check_lineage, fixture, NULL, &error));
  td_test_office_write (&fixture->office, insert_circle, fixture);
  fixture->ids['Z'] = 1;
  g_assert_true (td_store_read (fixture->office.store, check_lineage, fixture, NULL, &error));
  assert_history (fixture, fixture->ids['M'], 0, 0, 2, 2 - 1);
}

/* A dissolved unit: its collectives are blocked with the document and the heir, its people not. */
static void
test_dissolved (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "collective", "person", "household" };
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Phong trào", NULL);
  g_autoptr (TdJob) save = td_record_save_job (plan);

  run (fixture, "merge A B > =Xã Ea Kar mới", DAY);
  g_assert_true (td_job_run (save, fixture->office.store, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", kinds[i], "name", "Ban Văn hóa", NULL);
      g_autoptr (TdNomination) nomination = g_object_new (TD_TYPE_NOMINATION, "plan-id", td_job_get_id (save), "award-form", "Bằng khen", "kind", "movement",
                                                          "achievement", "x", "unit-id", fixture->ids['A'], NULL);
      g_autoptr (TdJob) job = td_nomination_check_draft_job (nomination, subject);
      const TdFinding *found = NULL;

      g_assert_true (td_job_run (job, fixture->office.store, NULL, NULL));
      for (guint j = 0; j < td_job_get_findings (job)->len; j++)
        if (g_str_equal (((TdFinding *) g_ptr_array_index (td_job_get_findings (job), j))->rule, "unit-ended"))
          found = g_ptr_array_index (td_job_get_findings (job), j);
      g_assert_nonnull (found);
      g_assert_cmpint (found->severity, ==, i == 0 ? TD_SEVERITY_BLOCK : TD_SEVERITY_WARNING);
      g_assert_nonnull (strstr (found->text, "30/06/2025"));
      g_assert_nonnull (strstr (found->text, "1660/NQ-UBTVQH15"));
      g_assert_nonnull (strstr (found->text, "Xã Ea Kar mới"));
      g_assert_nonnull (strstr (found->source, "TT 15/2025"));
    }
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/unit-acts/days/%s", acts[i].act);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_days, tear_down);
    }
  add ("/unit-acts/names-through-time", test_names_through_time);
  add ("/unit-acts/named", test_named);
  add ("/unit-acts/refused", test_refused);
  add ("/unit-acts/order", test_order);
  add ("/unit-acts/form-circle", test_form_circle);
  add ("/unit-acts/awards", test_awards);
  add ("/unit-acts/lineage", test_lineage);
  add ("/unit-acts/dissolved", test_dissolved);
  add ("/unit-acts/former-names", test_former_names);
  return g_test_run ();
}
