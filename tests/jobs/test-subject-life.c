/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-model.h"
#include "td-record-jobs.h"
#include "td-subject-life.h"
#include "td-subject-merge-jobs.h"
#include "td-test-office.h"

/* What an officer reads out on the phone: all that has happened to a subject, in its order. */

#define TODAY "2026-06-30"

static gboolean
insert_cb (TdConnection *connection, gpointer data, GError **error)
{
  return td_connection_insert (connection, data, error);
}

/* Takes over @record. */
static gint64
insert (TdTestOffice *office, gpointer record)
{
  g_autoptr (TdEntity) entity = record;

  td_test_office_write (office, insert_cb, entity);
  return td_entity_get_id (entity);
}

typedef struct
{
  gint64 id;
  TdSubjectLife *life;
} Asked;

static gboolean
load_cb (TdConnection *connection, gpointer data, GError **error)
{
  Asked *asked = data;

  asked->life = td_subject_life_load (connection, asked->id, TODAY, error);
  return asked->life != NULL;
}

static TdSubjectLife *
load (TdTestOffice *office, gint64 id)
{
  Asked asked = { id, NULL };
  g_autoptr (GError) error = NULL;

  td_store_read (office->store, load_cb, &asked, NULL, &error);
  g_assert_no_error (error);
  return asked.life;
}

/* "kind now date title", an event a line. */
static char *
tell (TdSubjectLife *life)
{
  GPtrArray *events = td_subject_life_get_events (life);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const TdLifeEvent *event = g_ptr_array_index (events, i);

      g_string_append_printf (told, "%d %s %s %s\n", (int) event->kind, event->now ? "now" : "was", event->date, event->title);
    }
  return g_string_free (told, FALSE);
}

typedef struct
{
  gint64 person, plan, giver, draft;
} Ids;

static void
fill (TdTestOffice *office, Ids *ids)
{
  gint64 issued, nominated;

  ids->person = insert (office, g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Nguyễn Thị Hòa", "birth", "1980-03-02", "post", "Chuyên viên",
                                              "citizen-id", "066180001234", NULL));
  ids->plan = insert (office, g_object_new (TD_TYPE_PLAN, "title", "Kế hoạch phát động", "short-name", "Đợt 1", NULL));
  ids->giver = insert (office, g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", NULL));
  issued = insert (office, g_object_new (TD_TYPE_DECISION, "title", "t", "giver-id", ids->giver, "state", "issued", "number", "15/QĐ-SNV", "date", "2026-01-20", NULL));
  ids->draft = insert (office, g_object_new (TD_TYPE_DECISION, "title", "Dự thảo quý II", "giver-id", ids->giver, "state", "draft", NULL));
  nominated = insert (office, g_object_new (TD_TYPE_NOMINATION, "subject-id", ids->person, "plan-id", ids->plan, "giver-id", ids->giver, "award-form", "Bằng khen",
                                            "kind", "movement", "state", "drafted", NULL));
  insert (office, g_object_new (TD_TYPE_NOMINATION, "subject-id", ids->person, "plan-id", ids->plan, "giver-id", ids->giver, "award-form", "Giấy khen",
                                "kind", "movement", "state", "awarded", NULL));
  insert (office, g_object_new (TD_TYPE_AWARD, "decision-id", issued, "subject-id", ids->person, "giver-id", ids->giver, "subject-name", "Nguyễn Thị Hoà",
                                "award-form", "Giấy khen", NULL));
  insert (office, g_object_new (TD_TYPE_AWARD, "decision-id", ids->draft, "nomination-id", nominated, "subject-id", ids->person, "giver-id", ids->giver,
                                "subject-name", "Nguyễn Thị Hòa", "award-form", "Bằng khen", NULL));
  insert (office, g_object_new (TD_TYPE_EARLIER_AWARD, "subject-id", ids->person, "award-form", "Giấy khen", "giver-text", "Giám đốc Sở Nội vụ", "decision-date", "2011",
                                "source", "Sổ khen thưởng cũ", NULL));
  insert (office, g_object_new (TD_TYPE_EARLIER_AWARD, "subject-id", ids->person, "award-form", "Huy chương", NULL));
  insert (office, g_object_new (TD_TYPE_SUBJECT_POST, "subject-id", ids->person, "post", "Trưởng phòng", "from-date", "2015-02", NULL));
  insert (office, g_object_new (TD_TYPE_DISCIPLINE, "subject-id", ids->person, "form", "reprimand", "from-date", "2012-05", "to-date", "2013-05", NULL));
  insert (office, g_object_new (TD_TYPE_DISCIPLINE, "subject-id", ids->person, "form", "warning", "from-date", "2025-08-01", "to-date", "2026-06", NULL));
  insert (office, g_object_new (TD_TYPE_VERIFICATION, "subject-id", ids->person, "since", "2026-05-01", NULL));
  insert (office, g_object_new (TD_TYPE_VERIFICATION, "subject-id", ids->person, "since", "2020", "until", "2020", NULL));
  insert (office, g_object_new (TD_TYPE_OTHER_NAME, "subject-id", ids->person, "name", "Diệu Liên", NULL));
}

static void
test_order (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdSubjectLife) life = NULL;
  g_autofree char *told = NULL;
  Ids ids;

  fill (office, &ids);
  life = load (office, ids.person);
  told = tell (life);
  /* A month lasts until its end. */
  g_assert_cmpstr (told, ==,
                   "2 now (null) Nominated: Bằng khen\n"
                   "4 now 2025-08-01 Disciplined: Warning\n"
                   "5 now 2026-05-01 Under verification\n"
                   "0 was 2026-01-20 Giấy khen\n"
                   "5 was 2020 Was under verification\n"
                   "3 was 2015-02 Trưởng phòng\n"
                   "4 was 2012-05 Disciplined: Reprimand\n"
                   "1 was 2011 Giấy khen\n"
                   "1 was (null) Huy chương\n");
  g_assert_cmpuint (td_subject_life_get_names (life)->len, ==, 1);
}

static void
test_counts (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdSubjectLife) life = NULL;
  g_autofree char *summary = NULL;
  GPtrArray *counts;
  Ids ids;

  fill (office, &ids);
  life = load (office, ids.person);
  counts = td_subject_life_get_counts (life);
  summary = td_subject_life_dup_summary (life);
  g_assert_cmpstr (summary, ==, "Awarded 3 times, last on 20/01/2026: Giấy khen");
  g_assert_cmpuint (counts->len, ==, 2);
  g_assert_cmpstr (((TdLifeCount *) counts->pdata[0])->award_form, ==, "Giấy khen");
  g_assert_cmpuint (((TdLifeCount *) counts->pdata[0])->n, ==, 2);
  g_assert_cmpstr (((TdLifeCount *) counts->pdata[0])->last, ==, "2026-01-20");
  g_assert_cmpstr (((TdLifeCount *) counts->pdata[1])->award_form, ==, "Huy chương");
  g_assert_null (((TdLifeCount *) counts->pdata[1])->last);
}

/* What is sent to others tells neither the id nor the day of birth nor discipline. */
static void
test_text (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdSubjectLife) life = NULL;
  g_autofree char *text = NULL;
  Ids ids;

  fill (office, &ids);
  life = load (office, ids.person);
  text = td_subject_life_dup_text (life);
  g_assert_cmpstr (text, ==,
                   "Nguyễn Thị Hòa (born 1980 · Chuyên viên)\n"
                   "Awarded 3 times, last on 20/01/2026: Giấy khen\n"
                   "– Nominated: Bằng khen · In a draft decision · Dự thảo quý II · Giám đốc Sở Nội vụ · Đợt 1\n"
                   "– 20/01/2026: Giấy khen · Giám đốc Sở Nội vụ · 15/QĐ-SNV\n"
                   "– 2011: Giấy khen · Giám đốc Sở Nội vụ · Sổ khen thưởng cũ\n"
                   "– Huy chương · known from elsewhere");
}

/* Collectives and households have one too; who was never awarded is told so. */
static void
test_kinds (TdTestOffice *office, gconstpointer data)
{
  static const struct
  {
    const char *kind, *head, *who;
  } cases[] = {
    { "collective", NULL, "Xã Cư M’gar" },
    { "household", "Y Blô Niê", "Y Blô Niê · Xã Cư M’gar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = insert (office, g_object_new (TD_TYPE_SUBJECT, "kind", cases[i].kind, "name", "Tên", "head-name", cases[i].head, "residence", "Xã Cư M’gar", NULL));
      g_autoptr (TdSubjectLife) life = load (office, id);
      g_autofree char *who = td_subject_life_dup_who (life);
      g_autofree char *summary = td_subject_life_dup_summary (life);

      g_assert_cmpstr (who, ==, cases[i].who);
      g_assert_cmpstr (summary, ==, "Not awarded yet");
      g_assert_cmpuint (td_subject_life_get_events (life)->len, ==, 0);
    }
}

/* A merge stands on the day it was made, and goes with undo. */
static void
test_merge (TdTestOffice *office, gconstpointer data)
{
  gint64 dropped = insert (office, g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Nguyễn Thị Hoà", NULL));
  g_autoptr (TdSubjectLife) before = NULL;
  g_autoptr (TdSubjectLife) after = NULL;
  g_autoptr (TdSubjectLife) undone = NULL;
  g_autoptr (TdJob) job = NULL;
  g_autoptr (GError) error = NULL;
  const TdLifeEvent *event = NULL;
  Ids ids;

  fill (office, &ids);
  before = load (office, ids.person);
  job = td_subject_merge_job (ids.person, dropped, NULL);
  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  after = load (office, ids.person);
  g_assert_cmpuint (td_subject_life_get_events (after)->len, ==, td_subject_life_get_events (before)->len + 1);
  for (guint i = 0; i < td_subject_life_get_events (after)->len; i++)
    if (((TdLifeEvent *) td_subject_life_get_events (after)->pdata[i])->kind == TD_LIFE_MERGE)
      event = td_subject_life_get_events (after)->pdata[i];
  g_assert_nonnull (event);
  g_assert_nonnull (event->date);
  g_assert_cmpint (td_entity_get_id (event->record), ==, dropped);
  td_test_office_undo (office);
  undone = load (office, ids.person);
  g_assert_cmpuint (td_subject_life_get_events (undone)->len, ==, td_subject_life_get_events (before)->len);
}

int
main (int argc, char *argv[])
{
#define CASE(name, func) g_test_add ("/subject-life/" name, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)
  g_test_init (&argc, &argv, NULL);
  CASE ("order", test_order);
  CASE ("counts", test_counts);
  CASE ("text", test_text);
  CASE ("kinds", test_kinds);
  CASE ("merge", test_merge);
  return g_test_run ();
}
