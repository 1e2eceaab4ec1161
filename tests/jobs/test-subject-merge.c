/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-matcher.h"
#include "td-model.h"
#include "td-nomination-judge.h"
#include "td-record-jobs.h"
#include "td-subject-merge-jobs.h"
#include "td-test-office.h"

/* Two records of one person become one, whatever points at them, and can be taken apart again. */

/* Making records of any kind */

typedef struct
{
  TdEntity *record;
  GType type;
  const TdField *field;
  const char *text;
  gint64 id;
  GPtrArray *rows;
} Call;

static gboolean
insert_cb (TdConnection *connection, gpointer data, GError **error)
{
  return td_connection_insert (connection, ((Call *) data)->record, error);
}

static gint64
insert (TdTestOffice *office, gpointer record)
{
  Call call = { record };

  td_test_office_write (office, insert_cb, &call);
  return td_entity_get_id (record);
}

static gboolean
list_cb (TdConnection *connection, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (TdQuery) query = td_query_new (call->type);

  if (call->field != NULL)
    td_query_where_number (query, call->field->name, call->id);
  if (call->text != NULL)
    td_query_search (query, call->text);
  call->rows = td_connection_list (connection, query, error);
  return call->rows != NULL;
}

static GPtrArray *
list (TdTestOffice *office, GType type, const char *field, gint64 id, const char *words)
{
  Call call = { NULL, type, field != NULL ? td_entity_class_find (td_entity_class_of (type), field) : NULL, words, id, NULL };
  g_autoptr (GError) error = NULL;

  td_store_read (office->store, list_cb, &call, NULL, &error);
  g_assert_no_error (error);
  return call.rows;
}

static guint
count (TdTestOffice *office, GType type, const char *field, gint64 id)
{
  g_autoptr (GPtrArray) rows = list (office, type, field, id, NULL);

  return rows->len;
}

static gpointer
get (TdTestOffice *office, GType type, gint64 id)
{
  g_autoptr (TdJob) job = td_record_get_job (type, id);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

static TdEntity *make (TdTestOffice *office, GType type);

static gint64
any_id (TdTestOffice *office, const char *table)
{
  GType type = td_model_type_of_table (table);
  g_autoptr (GPtrArray) rows = list (office, type, NULL, 0, NULL);
  g_autoptr (TdEntity) made = NULL;

  if (rows->len > 0)
    return td_entity_get_id (g_ptr_array_index (rows, 0));
  made = make (office, type);
  return insert (office, made);
}

/* With whatever the table insists on. */
static TdEntity *
make (TdTestOffice *office, GType type)
{
  TdEntity *record = g_object_new (type, NULL);
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (record);

  for (guint i = 2; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];

      if (field->via != NULL || (field->flags & TD_FIELD_REQUIRED) == 0)
        continue;
      if (field->kind == TD_FIELD_REFERENCE)
        td_entity_set_number (record, field, any_id (office, field->target));
      else if (td_field_is_number (field))
        td_entity_set_number (record, field, 1);
      else
        td_entity_set_text (record, field, field->kind == TD_FIELD_CHOICE ? field->choices[0].nick : field->kind == TD_FIELD_DATE ? "2026-01-20"
                                                                                                                                  : "chữ");
    }
  return record;
}

static gint64
add_subject (TdTestOffice *office, const char *name, const char *birth, const char *citizen_id)
{
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", name, "birth", birth, "citizen-id", citizen_id, NULL);

  return insert (office, subject);
}

static gint64
add_pointing (TdTestOffice *office, GType type, const char *field, gint64 id)
{
  g_autoptr (TdEntity) record = make (office, type);

  td_entity_set_number (record, td_entity_class_find (TD_ENTITY_GET_CLASS (record), field), id);
  return insert (office, record);
}

static void
run (TdTestOffice *office, TdJob *taken)
{
  g_autoptr (TdJob) job = taken;
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
}

/* The rules of the findings that refuse a job, with blanks between them. */
static char *
refuse (TdTestOffice *office, TdJob *taken)
{
  g_autoptr (TdJob) job = taken;
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = td_job_get_findings (job);
  GString *rules = g_string_new (NULL);
  g_autofree char *before = td_test_office_dump (office);

  g_assert_false (td_job_run (job, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
  td_test_office_assert_dump (office, before);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (rules, "%s%s", i > 0 ? " " : "", ((TdFinding *) g_ptr_array_index (findings, i))->rule);
  return g_string_free (rules, FALSE);
}

/* Cases */

static void
test_everything_moves (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (GArray) references = td_model_list_references ("subject", TD_FIELD_STAYS);
  gint64 other = add_subject (office, "Người khác", NULL, NULL);
  gint64 kept = add_subject (office, "Nguyễn Thị Hoà", NULL, NULL);
  gint64 dropped = add_subject (office, "Nguyễn Thị Hòa", "1980-05-03", "066180000001");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (other, ==, any_id (office, "subject")); /* what made records point at */
  g_assert_cmpuint (references->len, >=, 9);
  for (guint i = 0; i < references->len; i++)
    {
      const TdReference *reference = &g_array_index (references, TdReference, i);

      add_pointing (office, reference->type, reference->field->name, dropped);
      add_pointing (office, reference->type, reference->field->name, kept);
      g_assert_cmpuint (count (office, reference->type, reference->field->name, dropped), ==, 1);
    }
  before = td_test_office_dump (office);
  run (office, td_subject_merge_job (kept, dropped, NULL));
  for (guint i = 0; i < references->len; i++)
    {
      const TdReference *reference = &g_array_index (references, TdReference, i);

      g_assert_cmpuint (count (office, reference->type, reference->field->name, dropped), ==, 0);
      /* The name that gave way is one of the other names. */
      g_assert_cmpuint (count (office, reference->type, reference->field->name, kept), ==, reference->type == TD_TYPE_OTHER_NAME ? 3 : 2);
    }
  after = td_test_office_dump (office);
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
  td_test_office_redo (office);
  td_test_office_assert_dump (office, after);
  run (office, td_subject_split_job (dropped, TD_SPLIT_LATER_ASK));
  td_test_office_assert_dump (office, before);
}

static void
test_values (TdTestOffice *office, gconstpointer data)
{
  static const char *const take[] = { "post", "sex", NULL };
  g_autoptr (TdSubject) first = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Y Bhiông Niê", "birth", "1980", "post", "Y tá", NULL);
  g_autoptr (TdSubject) second = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Y Bhiông", "birth", "1981", "post", "Bác sĩ",
                                               "citizen-id", "066080000001", "party-member", TRUE, NULL);
  gint64 kept = insert (office, first);
  gint64 dropped = insert (office, second);
  g_autoptr (TdSubject) merged = NULL;
  g_autoptr (TdSubject) gone = NULL;

  run (office, td_subject_merge_job (kept, dropped, take));
  merged = get (office, TD_TYPE_SUBJECT, kept);
  gone = get (office, TD_TYPE_SUBJECT, dropped);
  g_assert_cmpstr (merged->name, ==, "Y Bhiông Niê");
  g_assert_cmpstr (merged->birth, ==, "1980");
  g_assert_cmpstr (merged->post, ==, "Bác sĩ");
  g_assert_cmpstr (merged->citizen_id, ==, "066080000001");
  g_assert_true (merged->party_member);
  g_assert_null (merged->sex); /* taken from where it is not */
  g_assert_cmpint (gone->merged_into_id, ==, kept);
  g_assert_cmpstr (gone->birth, ==, "1981");
}

static void
test_name_taken (TdTestOffice *office, gconstpointer data)
{
  static const char *const take[] = { "name", NULL };
  gint64 kept = add_subject (office, "Trần Van A", NULL, NULL);
  gint64 dropped = add_subject (office, "Trần Văn A", NULL, NULL);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (TdSubject) merged = NULL;

  run (office, td_subject_merge_job (kept, dropped, take));
  merged = get (office, TD_TYPE_SUBJECT, kept);
  names = list (office, TD_TYPE_OTHER_NAME, "subject-id", kept, NULL);
  g_assert_cmpstr (merged->name, ==, "Trần Văn A");
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (((TdOtherName *) g_ptr_array_index (names, 0))->name, ==, "Trần Van A");
}

static void
assert_found (TdTestOffice *office, const char *words, gint64 id)
{
  g_autoptr (GPtrArray) rows = list (office, TD_TYPE_SUBJECT, NULL, 0, words);

  g_assert_cmpuint (rows->len, ==, id != 0 ? 1 : 0);
  if (id != 0)
    g_assert_cmpint (td_entity_get_id (g_ptr_array_index (rows, 0)), ==, id);
}

typedef struct
{
  TdSubject *asked;
  TdSubject *found;
} Known;

static gboolean
find_known_cb (TdConnection *connection, gpointer data, GError **error)
{
  Known *known = data;
  g_autoptr (TdMatcher) matcher = td_matcher_new (connection, error);

  g_assert_nonnull (matcher);
  g_assert_true (td_matcher_may_have (matcher, known->asked));
  known->found = td_nomination_judge_find_subject (connection, known->asked, error);
  return known->found != NULL;
}

static void
test_out_of_sight (TdTestOffice *office, gconstpointer data)
{
  gint64 kept = add_subject (office, "Nguyễn Thị Lan", NULL, "066180000002");
  gint64 dropped = add_subject (office, "Phạm Lan", NULL, "066180000003");
  g_autoptr (TdSubject) asked = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Phạm Lan", "citizen-id", "066180000003", NULL);
  Known known = { asked, NULL };
  g_autoptr (GError) error = NULL;

  run (office, td_subject_merge_job (kept, dropped, NULL));
  g_assert_cmpuint (count (office, TD_TYPE_SUBJECT, NULL, 0), ==, 1);
  assert_found (office, "lan", kept);
  assert_found (office, "phạm lan", kept);
  /* A list that still has the other number means the same person. */
  td_store_read (office->store, find_known_cb, &known, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (td_entity_get_id (TD_ENTITY (known.found)), ==, kept);
  g_clear_object (&known.found);
  run (office, td_subject_split_job (dropped, TD_SPLIT_LATER_ASK));
  g_assert_cmpuint (count (office, TD_TYPE_SUBJECT, NULL, 0), ==, 2);
  assert_found (office, "phạm lan", dropped);
  assert_found (office, "nguyễn lan", kept);
}

static void
test_refused (TdTestOffice *office, gconstpointer data)
{
  gint64 a = add_subject (office, "Lê A", NULL, NULL);
  gint64 b = add_subject (office, "Lê A", NULL, NULL);
  gint64 c = add_subject (office, "Lê A", NULL, NULL);
  g_autoptr (TdSubject) collective = g_object_new (TD_TYPE_SUBJECT, "kind", "collective", "name", "Lê A", NULL);
  gint64 d = insert (office, collective);
  g_autofree char *same = refuse (office, td_subject_merge_job (a, a, NULL));
  g_autofree char *kind = refuse (office, td_subject_merge_job (a, d, NULL));
  g_autofree char *whole = refuse (office, td_subject_split_job (a, TD_SPLIT_LATER_ASK));
  g_autofree char *distinct = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *on = NULL;

  g_assert_cmpstr (same, ==, "subject-same");
  g_assert_cmpstr (kind, ==, "subject-kind");
  g_assert_cmpstr (whole, ==, "subject-not-merged");
  run (office, td_subject_distinct_job (b, a, TRUE));
  run (office, td_subject_distinct_job (a, b, TRUE));
  g_assert_cmpuint (count (office, TD_TYPE_DISTINCT_PAIR, NULL, 0), ==, 1);
  distinct = refuse (office, td_subject_merge_job (a, b, NULL));
  g_assert_cmpstr (distinct, ==, "subject-distinct");
  run (office, td_subject_distinct_job (a, b, FALSE));
  run (office, td_subject_merge_job (a, b, NULL));
  merged = refuse (office, td_subject_merge_job (c, b, NULL));
  g_assert_cmpstr (merged, ==, "subject-merged");
  run (office, td_subject_merge_job (c, a, NULL));
  on = refuse (office, td_subject_split_job (b, TD_SPLIT_LATER_ASK));
  g_assert_cmpstr (on, ==, "subject-merged-on");
  run (office, td_subject_split_job (a, TD_SPLIT_LATER_ASK));
  run (office, td_subject_split_job (b, TD_SPLIT_LATER_ASK));
  g_assert_cmpuint (count (office, TD_TYPE_SUBJECT, NULL, 0), ==, 4);
}

/* What was told apart from one of two stays told apart from the one they become. */
static void
test_distinct_moves (TdTestOffice *office, gconstpointer data)
{
  gint64 a = add_subject (office, "Lê A", NULL, NULL);
  gint64 b = add_subject (office, "Lê A", NULL, NULL);
  gint64 c = add_subject (office, "Lê A", NULL, NULL);
  g_autofree char *refused = NULL;

  run (office, td_subject_distinct_job (b, c, TRUE));
  run (office, td_subject_merge_job (a, b, NULL));
  refused = refuse (office, td_subject_merge_job (c, a, NULL));
  g_assert_cmpstr (refused, ==, "subject-distinct");
}

typedef struct
{
  gint64 kept, dropped;
  gint64 nomination, later_nomination, award;
} Work;

static void
set_field (TdTestOffice *office, GType type, gint64 id, const char *field, const char *text)
{
  g_autoptr (TdEntity) record = get (office, type, id);

  td_entity_set_text (record, td_entity_class_find (TD_ENTITY_GET_CLASS (record), field), text);
  run (office, td_record_save_job (record));
}

/* After the merge a moved nomination is changed and awarded, and the birth is mended. */
static void
work_later (TdTestOffice *office, Work *work)
{
  g_autoptr (TdAward) award = NULL;

  work->kept = add_subject (office, "Nguyễn Thị Hoà", NULL, NULL);
  work->dropped = add_subject (office, "Nguyễn Thị Hòa", "1980", "066180000001");
  work->nomination = add_pointing (office, TD_TYPE_NOMINATION, "subject-id", work->dropped);
  run (office, td_subject_merge_job (work->kept, work->dropped, NULL));
  set_field (office, TD_TYPE_NOMINATION, work->nomination, "post", "Chủ tịch");
  set_field (office, TD_TYPE_SUBJECT, work->kept, "birth", "1980-05-03");
  award = TD_AWARD (make (office, TD_TYPE_AWARD));
  g_object_set (award, "subject-id", work->kept, "nomination-id", work->nomination, "subject-name", "Nguyễn Thị Hoà", NULL);
  work->award = insert (office, award);
}

static gint64
owner_of (TdTestOffice *office, GType type, gint64 id)
{
  g_autoptr (TdEntity) record = get (office, type, id);

  return td_entity_get_number (record, td_entity_class_find (TD_ENTITY_GET_CLASS (record), "subject-id"));
}

static void
test_split_after_work (TdTestOffice *office, gconstpointer data)
{
  Work work;
  g_autoptr (TdSubject) kept = NULL;
  g_autoptr (TdSubject) dropped = NULL;
  g_autoptr (TdAward) award = NULL;

  work_later (office, &work);
  run (office, td_subject_split_job (work.dropped, TD_SPLIT_LATER_ASK));
  g_assert_cmpint (owner_of (office, TD_TYPE_NOMINATION, work.nomination), ==, work.dropped);
  /* The line of the decision goes with its nomination, and says what it said. */
  award = get (office, TD_TYPE_AWARD, work.award);
  g_assert_cmpint (award->subject_id, ==, work.dropped);
  g_assert_cmpstr (award->subject_name, ==, "Nguyễn Thị Hoà");
  kept = get (office, TD_TYPE_SUBJECT, work.kept);
  dropped = get (office, TD_TYPE_SUBJECT, work.dropped);
  g_assert_cmpstr (kept->birth, ==, "1980-05-03"); /* changed since */
  g_assert_null (kept->citizen_id);
  g_assert_cmpstr (dropped->citizen_id, ==, "066180000001");
  g_assert_cmpint (dropped->merged_into_id, ==, 0);
  g_assert_cmpuint (count (office, TD_TYPE_OTHER_NAME, NULL, 0), ==, 0);
  g_assert_cmpuint (count (office, TD_TYPE_SUBJECT_MERGE, NULL, 0), ==, 0);
  g_assert_cmpuint (count (office, TD_TYPE_SUBJECT_MOVE, NULL, 0), ==, 0);
}

static void
test_split_in_the_way (TdTestOffice *office, gconstpointer data)
{
  Work work;
  g_autofree char *refused = NULL;

  work_later (office, &work);
  work.later_nomination = add_pointing (office, TD_TYPE_NOMINATION, "subject-id", work.kept);
  add_pointing (office, TD_TYPE_SUBJECT_POST, "subject-id", work.kept);
  refused = refuse (office, td_subject_split_job (work.dropped, TD_SPLIT_LATER_ASK));
  g_assert_cmpstr (refused, ==, "subject-changed subject-later subject-later");
  run (office, td_subject_split_job (work.dropped, TD_SPLIT_LATER_KEPT));
  g_assert_cmpint (owner_of (office, TD_TYPE_NOMINATION, work.later_nomination), ==, work.kept);
  td_test_office_undo (office);
  run (office, td_subject_split_job (work.dropped, TD_SPLIT_LATER_DROPPED));
  g_assert_cmpint (owner_of (office, TD_TYPE_NOMINATION, work.later_nomination), ==, work.dropped);
  g_assert_cmpuint (count (office, TD_TYPE_SUBJECT_POST, "subject-id", work.dropped), ==, 1);
}

/* Two merges into one record are taken apart in either order. */
static void
test_split_of_two (TdTestOffice *office, gconstpointer data)
{
  for (guint order = 0; order < 2; order++)
    {
      gint64 kept = add_subject (office, "Lê A", NULL, NULL);
      gint64 first = add_subject (office, "Lê Á", NULL, NULL);
      gint64 second = add_subject (office, "Lê À", NULL, NULL);
      gint64 of_first = add_pointing (office, TD_TYPE_NOMINATION, "subject-id", first);
      gint64 of_second = add_pointing (office, TD_TYPE_NOMINATION, "subject-id", second);
      g_autofree char *before = td_test_office_dump (office);

      run (office, td_subject_merge_job (kept, first, NULL));
      run (office, td_subject_merge_job (kept, second, NULL));
      run (office, td_subject_split_job (order == 0 ? first : second, TD_SPLIT_LATER_ASK));
      g_assert_cmpint (owner_of (office, TD_TYPE_NOMINATION, of_first), ==, order == 0 ? first : kept);
      g_assert_cmpint (owner_of (office, TD_TYPE_NOMINATION, of_second), ==, order == 0 ? kept : second);
      run (office, td_subject_split_job (order == 0 ? second : first, TD_SPLIT_LATER_ASK));
      td_test_office_assert_dump (office, before);
    }
}

/* Three that are one, in pairs; one action. */
static void
test_pairs (TdTestOffice *office, gconstpointer data)
{
  gint64 a = add_subject (office, "Lê A", NULL, NULL);
  gint64 b = add_subject (office, "Lê A", NULL, NULL);
  gint64 c = add_subject (office, "Lê A", "1980", NULL);
  gint64 d = add_subject (office, "Lê D", NULL, NULL);
  const gint64 pairs[] = { c, b, a, b, a, c };
  const gint64 refused[] = { a, b, c, d };
  gint64 of_c = add_pointing (office, TD_TYPE_NOMINATION, "subject-id", c);
  g_autofree char *before = NULL;
  g_autofree char *rules = NULL;
  g_autoptr (TdSubject) kept = NULL;

  run (office, td_subject_distinct_job (c, d, TRUE));
  before = td_test_office_dump (office);
  rules = refuse (office, td_subject_merge_pairs_job (refused, G_N_ELEMENTS (refused)));
  g_assert_cmpstr (rules, ==, "subject-distinct");
  run (office, td_subject_merge_pairs_job (pairs, G_N_ELEMENTS (pairs)));
  g_assert_cmpuint (count (office, TD_TYPE_SUBJECT, NULL, 0), ==, 2);
  g_assert_cmpint (owner_of (office, TD_TYPE_NOMINATION, of_c), ==, a);
  kept = get (office, TD_TYPE_SUBJECT, a);
  g_assert_cmpstr (kept->birth, ==, "1980");
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
}

static void
test_look (TdTestOffice *office, gconstpointer data)
{
  gint64 kept = add_subject (office, "Lê A", NULL, NULL);
  gint64 dropped = add_subject (office, "Lê A", NULL, NULL);
  g_autoptr (TdJob) job = td_subject_merge_look_job (kept, dropped);
  g_autoptr (GError) error = NULL;
  const TdFinding *finding;

  add_pointing (office, TD_TYPE_NOMINATION, "subject-id", kept);
  add_pointing (office, TD_TYPE_NOMINATION, "subject-id", dropped);
  add_pointing (office, TD_TYPE_NOMINATION, "subject-id", dropped);
  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (td_job_get_count (job), ==, 2);
  g_assert_cmpuint (td_job_get_findings (job)->len, ==, 1);
  finding = g_ptr_array_index (td_job_get_findings (job), 0);
  g_assert_cmpstr (finding->text, ==, "Nomination: 2");
}

int
main (int argc, char *argv[])
{
#define CASE(name, func) g_test_add ("/subject-merge/" name, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)
  g_test_init (&argc, &argv, NULL);
  CASE ("everything-moves", test_everything_moves);
  CASE ("values", test_values);
  CASE ("name-taken", test_name_taken);
  CASE ("out-of-sight", test_out_of_sight);
  CASE ("refused", test_refused);
  CASE ("distinct-moves", test_distinct_moves);
  CASE ("split-after-work", test_split_after_work);
  CASE ("split-in-the-way", test_split_in_the_way);
  CASE ("split-of-two", test_split_of_two);
  CASE ("pairs", test_pairs);
  CASE ("look", test_look);
  return g_test_run ();
}
