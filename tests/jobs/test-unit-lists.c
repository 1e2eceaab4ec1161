/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-bloc-jobs.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-test-office.h"
#include "td-unit-catalogue.h"
#include "td-plan-recipients.h"
#include "td-unit-group-jobs.h"
#include "td-unit-history.h"
#include "td-unit-province-job.h"

/* The catalogue of units against the figures that were published, the groups plans name, the blocs
 * of a year. */

static guint
count_kind (GPtrArray *units, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    n += g_strcmp0 (((TdUnit *) g_ptr_array_index (units, i))->kind, kind) == 0;
  return n;
}

/* NQ 202/2025/QH15 and QĐ 19/2025/QĐ-TTg as of 2026: 697 wards, 2,611 communes, 13 special zones. */
static void
test_whole_country (void)
{
  g_autoptr (GPtrArray) provinces = td_unit_catalogue_list_provinces (NULL);
  guint n[3] = { 0 };

  g_assert_cmpuint (provinces->len, ==, 34);
  for (guint i = 0; i < provinces->len; i++)
    {
      TdUnit *province = g_ptr_array_index (provinces, i);
      g_autoptr (GPtrArray) units = td_unit_catalogue_list_units (province->code, NULL);

      g_assert_cmpstr (((TdUnit *) g_ptr_array_index (units, 0))->code, ==, province->code);
      n[0] += count_kind (units, "ward");
      n[1] += count_kind (units, "commune");
      n[2] += count_kind (units, "special_zone");
      g_assert_cmpuint (count_kind (units, "province"), ==, 1);
    }
  g_assert_cmpuint (n[0], ==, 697);
  g_assert_cmpuint (n[1], ==, 2611);
  g_assert_cmpuint (n[2], ==, 13);
  g_assert_cmpuint (n[0] + n[1] + n[2], ==, 3321);
}

static const struct
{
  const char *text, *name;
  guint wards, communes, zones;
} provinces[] = {
  { "14", "Tỉnh Sơn La", 8, 67, 0 },
  { "Thái Nguyên", "Tỉnh Thái Nguyên", 15, 77, 0 },
  { "tỉnh Khánh Hòa", "Tỉnh Khánh Hoà", 16, 48, 1 },
  { "dak lak", "Tỉnh Đắk Lắk", 14, 88, 0 },
};

static void
test_plan_provinces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (provinces); i++)
    {
      g_autoptr (GPtrArray) units = td_unit_catalogue_list_units (provinces[i].text, NULL);

      g_assert_nonnull (units);
      g_assert_cmpstr (((TdUnit *) g_ptr_array_index (units, 0))->name, ==, provinces[i].name);
      g_assert_cmpuint (count_kind (units, "ward"), ==, provinces[i].wards);
      g_assert_cmpuint (count_kind (units, "commune"), ==, provinces[i].communes);
      g_assert_cmpuint (count_kind (units, "special_zone"), ==, provinces[i].zones);
    }
  g_assert_null (td_unit_catalogue_list_units ("99", NULL));
  g_assert_null (td_unit_catalogue_list_units ("", NULL));
}

/* Since when they exist, where that is known. */
static void
test_validity (void)
{
  g_autoptr (GPtrArray) dong_nai = td_unit_catalogue_list_units ("75", NULL);
  g_autoptr (GPtrArray) dak_lak = td_unit_catalogue_list_units ("66", NULL);

  for (guint i = 0; i < dak_lak->len; i++)
    g_assert_cmpstr (((TdUnit *) g_ptr_array_index (dak_lak, i))->valid_from, ==, "2025-07-01");
  for (guint i = 0; i < dong_nai->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (dong_nai, i);

      g_assert_cmpstr (unit->valid_from, ==, i == 0 ? "2026-04-30" : g_str_equal (unit->kind, "ward") ? NULL
                                                                                                      : "2025-07-01");
    }
}

static TdJob *
run (TdTestOffice *office, TdJob *job)
{
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return job;
}

static gint64
save (TdTestOffice *office, gpointer entity)
{
  g_autoptr (TdJob) job = run (office, td_record_save_job (entity));

  g_object_unref (entity);
  return td_job_get_id (job);
}

static void
test_take_province (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdJob) first = NULL;
  g_autoptr (TdJob) again = NULL;
  g_autofree char *dump = NULL;
  gint64 by_hand = save (office, g_object_new (TD_TYPE_UNIT, "name", "xã Ea Kar", "kind", "commune", "short-name", "Ea Kar", NULL));
  g_autoptr (TdJob) kept = NULL;
  TdUnit *unit;

  first = run (office, td_unit_take_province_job ("66"));
  g_assert_cmpint (td_job_get_count (first), ==, 103);
  dump = td_test_office_dump (office);
  again = run (office, td_unit_take_province_job ("Đắk Lắk"));
  g_assert_cmpint (td_job_get_count (again), ==, 0);
  g_assert_cmpuint (td_job_get_findings (again)->len, ==, 1);
  td_test_office_assert_dump (office, dump);

  /* What a person entered stays, with the code it lacked. */
  kept = run (office, td_record_get_job (TD_TYPE_UNIT, by_hand));
  unit = td_job_get_object (kept);
  g_assert_cmpstr (unit->short_name, ==, "Ea Kar");
  g_assert_nonnull (unit->code);
  td_test_office_undo (office);
  g_clear_object (&again);
  again = run (office, td_unit_list_job (NULL, NULL, 0));
  g_assert_cmpint (td_job_get_count (again), ==, 1);
}

static const struct
{
  const char *text, *groups;
} wordings[] = {
  { "Các sở, ban, ngành", "Các sở, ban, ngành" },
  { "các Sở, ngành; Uỷ ban nhân dân các xã, phường", "Các sở, ban, ngành; Ủy ban nhân dân các xã, phường, đặc khu" },
  { "UBND các xã, phường, đặc khu", "Ủy ban nhân dân các xã, phường, đặc khu" },
  { "Các cơ quan, đơn vị, địa phương, doanh nghiệp", "Các cơ quan, đơn vị; Ủy ban nhân dân các xã, phường, đặc khu; Các doanh nghiệp, hợp tác xã" },
  { "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các tổ chức chính trị - xã hội", "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội" },
  { "Các cơ quan truyền thông của tỉnh", "Các cơ quan báo chí, truyền thông" },
  { "các cấp ủy Đảng, Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh", "Các cơ quan Đảng; Mặt trận Tổ quốc và các tổ chức chính trị - xã hội" },
  { "Sở Nội vụ", "" },
  { "Ban Tuyên giáo và Dân vận Tỉnh ủy", "" },
  { "", "" },
};

static void
test_wordings (void)
{
  g_autoptr (GPtrArray) groups = td_unit_catalogue_list_groups (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autoptr (GPtrArray) found = td_unit_groups_resolve (groups, wordings[i].text);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        g_string_append_printf (names, "%s%s", j > 0 ? "; " : "", ((TdUnitGroup *) g_ptr_array_index (found, j))->name);
      g_assert_cmpstr (names->str, ==, wordings[i].groups);
    }
}

/* The kinds of the groups are kinds of unit. */
static void
test_group_kinds (void)
{
  const TdField *kind = td_entity_class_find (td_entity_class_of (TD_TYPE_UNIT), "kind");
  g_autoptr (GPtrArray) groups = td_unit_catalogue_list_groups (NULL);

  g_assert_cmpuint (groups->len, >, 5);
  for (guint i = 0; i < groups->len; i++)
    {
      g_auto (GStrv) kinds = g_strsplit (((TdUnitGroup *) g_ptr_array_index (groups, i))->kinds, " ", -1);

      for (guint j = 0; kinds[j] != NULL; j++)
        g_assert_nonnull (td_field_find_choice (kind, kinds[j]));
    }
}

static void
test_expand (TdTestOffice *office, gconstpointer data)
{
  static const struct
  {
    const char *text, *day;
    guint n;
  } cases[] = {
    { "UBND các xã, phường", "2026-07-01", 102 },
    { "UBND các xã, phường", "2025-06-30", 1 },
    { "Các sở, ban, ngành; UBND các xã, phường", "2026-07-01", 103 },
    { "các sở, ngành; các sở, ban, ngành", "2026-07-01", 1 },
    { "Sở Nội vụ", "2026-07-01", 1 },
    { "Ai đó", "2026-07-01", 0 },
  };

  g_object_unref (run (office, td_unit_take_province_job ("66")));
  save (office, g_object_new (TD_TYPE_UNIT, "name", "Sở Nội vụ", "kind", "department", NULL));
  save (office, g_object_new (TD_TYPE_UNIT, "name", "Xã Cũ", "kind", "commune", "valid-to", "2025-06-30", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 plan_id = save (office, g_object_new (TD_TYPE_PLAN, "title", cases[i].text, NULL));
      g_autoptr (TdJob) job = NULL;
      g_autoptr (TdTaskUnits) item = NULL;

      save (office, g_object_new (TD_TYPE_TASK, "plan-id", plan_id, "assignee", cases[i].text, "body", "Báo cáo kết quả", NULL));
      job = run (office, td_task_units_job (plan_id, cases[i].day));
      g_assert_cmpint (td_job_get_count (job), ==, 1);
      item = g_list_model_get_item (td_job_get_object (job), 0);
      g_assert_cmpstr (item->task->assignee, ==, cases[i].text);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (item->units)), ==, cases[i].n);
    }
}

static gboolean
count_cb (TdConnection *connection, gpointer data, GError **error)
{
  gint64 *number = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC_MEMBER);

  td_query_where_number (query, "bloc-id", *number);
  *number = td_connection_count (connection, query, error);
  return TRUE;
}

static gint64
count_members (TdTestOffice *office, gint64 bloc_id)
{
  td_store_read (office->store, count_cb, &bloc_id, NULL, NULL);
  return bloc_id;
}

static gboolean
find_cb (TdConnection *connection, gpointer data, GError **error)
{
  TdBloc **bloc = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC);

  td_query_where_number (query, "year", 2027);
  *bloc = td_connection_find (connection, query, error);
  return TRUE;
}

static void
assert_refused (TdTestOffice *office, TdJob *job, const char *rule)
{
  g_autoptr (TdJob) own = job;
  g_autoptr (GError) error = NULL;

  g_assert_false (td_job_run (own, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
  g_assert_cmpstr (((TdFinding *) g_ptr_array_index (td_job_get_findings (own), 0))->rule, ==, rule);
}

/* The members of blocs, as plans name them. */
static void
expect_members (TdTestOffice *office, const char *day, const char *text, guint n)
{
  gint64 plan_id = save (office, g_object_new (TD_TYPE_PLAN, "title", text, "recipients", text, NULL));
  g_autoptr (TdJob) job = run (office, td_plan_recipients_job (plan_id, day));
  g_autoptr (TdRecipientUnits) recipient = g_list_model_get_item (td_job_get_object (job), 0);

  g_test_message ("%s on %s", text, day);
  g_assert_cmpint (td_job_get_count (job), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (recipient->units)), ==, n);
}

static void
test_bloc_words (TdTestOffice *office, gconstpointer data)
{
  gint64 units[6];
  const struct
  {
    const char *name, *kind;
    gint64 year;
    gint64 members[3];
    guint n;
  } blocs[] = {
    { "Khối thi đua số 1", "bloc", 2026, { 0, 1, 2 }, 3 },
    { "Khối thi đua số 2", "bloc", 2026, { 2, 3 }, 2 },
    { "Cụm thi đua các xã phía Tây", "cluster", 2026, { 4 }, 1 },
    { "Khối thi đua số 1", "bloc", 2025, { 5 }, 1 },
  };
  const struct
  {
    const char *day, *text;
    guint n;
  } cases[] = {
    { "2026-02-01", "Các đơn vị Cụm, khối thi đua trên địa bàn tỉnh", 5 },
    { "2026-03-01", "Các đơn vị Cụm, khối thi đua trên địa bàn tỉnh", 4 },
    { "2026-03-01", "Các khối thi đua", 3 },
    { "2026-03-01", "các Cụm thi đua (để thực hiện)", 1 },
    { "2026-03-01", "Khối thi đua số 2", 2 },
    { "2026-03-01", "Khối thi đua số 1; Sở 9", 2 }, /* one of three has ended */
    { "2025-06-01", "Khối thi đua số 1", 1 },
    { "2024-06-01", "Các cụm, khối thi đua", 0 },
    { "2026-03-01", "Các phong trào thi đua", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *name = g_strdup_printf ("Cơ quan %u", i);

      units[i] = save (office, g_object_new (TD_TYPE_UNIT, "name", name, "kind", "department", "valid-to", i == 0 ? "2026-02-28" : NULL, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (blocs); i++)
    {
      gint64 id = save (office, g_object_new (TD_TYPE_BLOC, "year", blocs[i].year, "name", blocs[i].name, "kind", blocs[i].kind, NULL));

      for (guint j = 0; j < blocs[i].n; j++)
        save (office, g_object_new (TD_TYPE_BLOC_MEMBER, "bloc-id", id, "unit-id", units[blocs[i].members[j]], "position", (gint64) j + 1, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect_members (office, cases[i].day, cases[i].text, cases[i].n);
}

/* What stands in brackets at the end says what for. */
static void
test_recipient_notes (TdTestOffice *office, gconstpointer data)
{
  static const char *const expected[][2] = {
    { "Thường trực Tỉnh ủy", "b/c" },
    { "Các sở (trừ Sở Nội vụ)", "để thực hiện" },
    { "(b/c)", NULL },
    { "Đài (tỉnh", NULL },
    { "Lãnh đạo", "" },
  };
  gint64 plan_id = save (office, g_object_new (TD_TYPE_PLAN, "title", "Nơi nhận", "recipients", "Thường trực Tỉnh ủy (b/c)\n\n Các sở (trừ Sở Nội vụ) (để thực hiện) \n(b/c)\nĐài (tỉnh\nLãnh đạo ()", NULL));
  g_autoptr (TdJob) job = run (office, td_plan_recipients_job (plan_id, NULL));

  g_assert_cmpint (td_job_get_count (job), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TdRecipientUnits) recipient = g_list_model_get_item (td_job_get_object (job), i);

      g_assert_cmpstr (recipient->text, ==, expected[i][0]);
      g_assert_cmpstr (recipient->note, ==, expected[i][1]);
    }
}

static void
test_blocs (TdTestOffice *office, gconstpointer data)
{
  gint64 units[3];
  gint64 bloc_id;
  g_autoptr (TdBloc) next = NULL;
  g_autoptr (TdJob) copied = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *name = g_strdup_printf ("Sở %u", i);

      units[i] = save (office, g_object_new (TD_TYPE_UNIT, "name", name, "kind", "department", "valid-to", i == 2 ? "2026-12-31" : NULL, NULL));
    }
  bloc_id = save (office, g_object_new (TD_TYPE_BLOC, "year", (gint64) 2026, "name", "Khối Nội chính", "kind", "bloc", "head-id", units[0], "deputy-id", units[2],
                                        "agreement", "Giao ước", "agreement-date", "2026-02-01", NULL));
  g_object_unref (run (office, td_bloc_add_members_job (bloc_id, units, 3)));
  g_assert_cmpint (count_members (office, bloc_id), ==, 3);
  assert_refused (office, td_bloc_add_members_job (bloc_id, units, 1), "bloc-member-twice");

  copied = run (office, td_bloc_copy_job (2026));
  g_assert_cmpint (td_job_get_count (copied), ==, 1);
  g_assert_cmpuint (td_job_get_findings (copied)->len, ==, 2); /* the deputy and the member that ended */
  g_assert_true (td_store_read (office->store, find_cb, &next, NULL, NULL));
  g_assert_cmpstr (next->name, ==, "Khối Nội chính");
  g_assert_cmpint (next->head_id, ==, units[0]);
  g_assert_cmpint (next->deputy_id, ==, 0);
  g_assert_cmpstr (next->agreement, ==, NULL);
  g_assert_cmpstr (next->agreement_date, ==, NULL);
  g_assert_cmpint (count_members (office, td_entity_get_id (TD_ENTITY (next))), ==, 2);
  assert_refused (office, td_bloc_copy_job (2026), "bloc-year-taken");
  assert_refused (office, td_bloc_copy_job (2030), "bloc-none");
  assert_refused (office, td_bloc_add_members_job (td_entity_get_id (TD_ENTITY (next)), &units[2], 1), "bloc-unit-ended");
}

#define add(path, func) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit-lists/whole-country", test_whole_country);
  g_test_add_func ("/unit-lists/plan-provinces", test_plan_provinces);
  g_test_add_func ("/unit-lists/validity", test_validity);
  add ("/unit-lists/take-province", test_take_province);
  g_test_add_func ("/unit-lists/wordings", test_wordings);
  g_test_add_func ("/unit-lists/group-kinds", test_group_kinds);
  add ("/unit-lists/expand", test_expand);
  add ("/unit-lists/blocs", test_blocs);
  add ("/unit-lists/bloc-words", test_bloc_words);
  add ("/unit-lists/recipient-notes", test_recipient_notes);
  return g_test_run ();
}
