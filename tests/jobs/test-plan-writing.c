/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-outline-jobs.h"
#include "td-plan-jobs.h"
#include "td-plan-kin.h"
#include "td-plan-new.h"
#include "td-plan-years.h"
#include "td-record-jobs.h"
#include "td-test-office.h"
#include "td-unit-group-jobs.h"

/* Plans that are written here: what they begin with, what each step does, and that facts and words agree. */

static gint64
run (TdTestOffice *office, TdJob *job)
{
  g_autoptr (TdJob) taken = job;
  g_autoptr (GError) error = NULL;

  td_job_run (taken, office->store, NULL, &error);
  g_assert_no_error (error);
  return td_job_get_id (taken);
}

static void
assert_refused (TdTestOffice *office, TdJob *job, const char *rule)
{
  g_autoptr (TdJob) taken = job;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = td_test_office_dump (office);

  g_assert_false (td_job_run (taken, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
  g_assert_cmpstr (((TdFinding *) g_ptr_array_index (td_job_get_findings (taken), 0))->rule, ==, rule);
  td_test_office_assert_dump (office, before);
}

static TdPlanDraft *
get_draft (TdTestOffice *office, gint64 plan_id)
{
  g_autoptr (TdJob) job = td_plan_draft_job (plan_id);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

/* Marks with the first words: "I.MỤC ĐÍCH 1.Mục đích". */
static char *
tell (TdPlanDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < td_outline_get_n (draft->outline); i++)
    {
      TdClause *clause = td_outline_get (draft->outline, i);
      g_autofree char *words = td_outline_dup_text (clause);

      words[strcspn (words, " \n:")] = '\0';
      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", clause->marker != NULL ? clause->marker : "~", words);
    }
  return g_string_free (text, FALSE);
}

static void
assert_told (TdTestOffice *office, gint64 plan_id, const char *expected)
{
  g_autoptr (TdPlanDraft) draft = get_draft (office, plan_id);
  g_autofree char *told = tell (draft);

  g_assert_cmpstr (told, ==, expected);
}

static void
assert_kin (TdTestOffice *office, gint64 plan_id, TdPlanKinship kinship, gint64 other_id)
{
  g_autoptr (TdJob) job = td_plan_kin_job (plan_id);
  g_autoptr (TdPlanKin) kin = NULL;
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (td_job_get_count (job), ==, 1);
  kin = g_list_model_get_item (td_job_get_object (job), 0);
  g_assert_cmpint (kin->kinship, ==, kinship);
  g_assert_cmpint (td_entity_get_id (TD_ENTITY (kin->plan)), ==, other_id);
}

static guint
count_findings (TdPlanDraft *draft, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < draft->findings->len; i++)
    n += g_str_equal (((TdFinding *) g_ptr_array_index (draft->findings, i))->rule, rule);
  return n;
}

static gint64
id_at (TdTestOffice *office, gint64 plan_id, guint position)
{
  g_autoptr (TdPlanDraft) draft = get_draft (office, plan_id);

  return td_entity_get_id (TD_ENTITY (td_outline_get (draft->outline, position)));
}

static void
step (TdTestOffice *office, gint64 plan_id, TdOutlineStep what, gint64 clause_id, const char *text)
{
  run (office, td_outline_step_job (plan_id, what, clause_id, text));
}

/* Made up, in the manner of such plans. */
static const char superior[] = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG XANH\n\nSố: 12/KH-UBND\nSông Xanh, ngày 05 tháng 02 năm 2025\n\nKẾ HOẠCH\nPhát động phong trào thi đua trồng cây năm 2025\n\n"
                               "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\n"
                               "Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n\n"
                               "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\na) Khơi dậy tinh thần thi đua trồng cây năm 2025 trong Nhân dân.\n2. Yêu cầu\na) Tổ chức thiết thực, hiệu quả.\n"
                               "II. NỘI DUNG THI ĐUA\n1. Thi đua trồng một triệu cây xanh giai đoạn 2021 - 2025.\n"
                               "III. HÌNH THỨC KHEN THƯỞNG\n1. Bằng khen của Chủ tịch UBND tỉnh.\n2. Giấy khen của Chủ tịch UBND xã, phường.\n"
                               "IV. TỔ CHỨC THỰC HIỆN\n1. Ủy ban nhân dân các xã, phường\na) Xây dựng kế hoạch triển khai thực hiện.\nb) Báo cáo kết quả về Sở Nội vụ trước ngày 15/12/2025.\n"
                               "2. Sở Nội vụ: Chủ trì, theo dõi, đôn đốc, tổng hợp kết quả.\n\n"
                               "Nơi nhận:\n- UBND các xã, phường;\n- Lưu: VT, NV.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Thử Nghiệm\n";

static gint64
import (TdTestOffice *office)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (superior, sizeof superior - 1);
  g_autoptr (TdUnit) commune = g_object_new (TD_TYPE_UNIT, "name", "Xã Suối Thử", "kind", "commune", "code", "99901", NULL);
  g_autoptr (TdUnit) department = g_object_new (TD_TYPE_UNIT, "name", "Sở Nội vụ", "kind", "department", NULL);

  run (office, td_record_save_job (commune));
  run (office, td_record_save_job (department));
  run (office, td_unit_group_seed_job ());
  return run (office, td_plan_import_text_job (bytes));
}

static gint64
begin (TdTestOffice *office, gint64 from, gboolean goes_on, const char *unit, guint days_earlier)
{
  TdPlanRequest request = { .from = from, .goes_on = goes_on, .unit = unit, .day = "2025-03-01", .days_earlier = days_earlier };

  return run (office, td_plan_new_job (&request));
}

static void
test_empty (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *before = td_test_office_dump (office);
  gint64 id = begin (office, 0, FALSE, NULL, 0);
  g_autoptr (TdPlanDraft) draft = get_draft (office, id);
  g_autofree char *after = td_test_office_dump (office);

  assert_told (office, id, "I.MỤC 1.Mục 2.Yêu II.NỘI III.HÌNH IV.TỔ");
  g_assert_cmpstr (draft->plan->state, ==, "draft");
  /* Of March 2025: the decree of 2025 was not yet in force. */
  g_assert_nonnull (strstr (draft->plan->legal_bases, "98/2023/NĐ-CP"));
  g_assert_null (strstr (draft->plan->legal_bases, "152/2025/NĐ-CP"));
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
  td_test_office_redo (office);
  td_test_office_assert_dump (office, after);
}

static void
test_superior (TdTestOffice *office, gconstpointer data)
{
  gint64 from = import (office);
  g_autofree char *before = td_test_office_dump (office);
  gint64 id = begin (office, from, FALSE, "xã Suối Thử", 10);
  g_autoptr (TdPlanDraft) draft = get_draft (office, id);
  GPtrArray *allowances = td_plan_facts_get (draft->facts, "allowances");
  GPtrArray *deadlines = td_plan_facts_get (draft->facts, "deadlines");
  GPtrArray *tasks = td_plan_facts_get (draft->facts, "tasks");

  g_assert_cmpint (draft->plan->parent_plan_id, ==, from);
  assert_kin (office, id, TD_PLAN_KIN_PARENT, from);
  assert_kin (office, from, TD_PLAN_KIN_CHILD, id);
  g_assert_cmpstr (draft->plan->issuer, ==, "Ủy ban nhân dân xã Suối Thử");
  g_assert_cmpstr (draft->plan->place, ==, "Suối Thử");
  g_assert_true (g_str_has_prefix (draft->plan->legal_bases, "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2025"));
  /* What its chair may give, what it is to do, and by when: ten days before. */
  g_assert_cmpuint (allowances->len, ==, 1);
  g_assert_cmpstr (((TdAllowance *) g_ptr_array_index (allowances, 0))->giver_text, ==, "Chủ tịch Ủy ban nhân dân xã Suối Thử");
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpuint (deadlines->len, ==, 1);
  g_assert_cmpstr (((TdDeadline *) g_ptr_array_index (deadlines, 0))->due_date, ==, "2025-12-05");
  assert_told (office, id, "I.MỤC 1.Mục a)Khơi 2.Yêu a)Tổ II.NỘI 1.Thi III.HÌNH 1.Giấy IV.TỔ 1.Ủy 2.Các");
  g_assert_cmpuint (count_findings (draft, "plan-untold-allowances"), ==, 0);
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
}

static void
test_last_year (TdTestOffice *office, gconstpointer data)
{
  gint64 from = import (office);
  gint64 id = begin (office, from, TRUE, NULL, 0);
  g_autoptr (TdPlanDraft) draft = get_draft (office, id);
  GPtrArray *deadlines = td_plan_facts_get (draft->facts, "deadlines");
  g_autoptr (TdPlanDraft) source = get_draft (office, from);

  g_assert_cmpint (draft->plan->predecessor_plan_id, ==, from);
  assert_kin (office, id, TD_PLAN_KIN_PREDECESSOR, from);
  assert_kin (office, from, TD_PLAN_KIN_SUCCESSOR, id);
  g_assert_nonnull (strstr (draft->plan->title, "năm 2026"));
  g_assert_cmpuint (td_outline_get_n (draft->outline), ==, td_outline_get_n (source->outline));
  g_assert_cmpuint (deadlines->len, ==, 1);
  g_assert_cmpstr (((TdDeadline *) g_ptr_array_index (deadlines, 0))->due_date, ==, "2026-12-15");
  g_assert_cmpint (((TdDeadline *) g_ptr_array_index (deadlines, 0))->clause_id, !=, 0);
  /* The words moved with it: no clause gives another day. */
  g_assert_cmpuint (count_findings (draft, "plan-date"), ==, 0);
}

static void
test_steps (TdTestOffice *office, gconstpointer data)
{
  gint64 id = begin (office, 0, FALSE, NULL, 0);
  g_autofree char *before = td_test_office_dump (office);
  gint64 content = id_at (office, id, 3);
  gint64 first;
  gint64 second;

  first = run (office, td_outline_step_job (id, TD_OUTLINE_STEP_ADD, content, NULL));
  step (office, id, TD_OUTLINE_STEP_NEST, first, NULL);
  step (office, id, TD_OUTLINE_STEP_TEXT, first, "Trồng cây, xem mục II.2");
  second = run (office, td_outline_step_job (id, TD_OUTLINE_STEP_ADD, first, NULL));
  step (office, id, TD_OUTLINE_STEP_TEXT, second, "Giữ rừng");
  assert_told (office, id, "I.MỤC 1.Mục 2.Yêu II.NỘI 1.Trồng 2.Giữ III.HÌNH IV.TỔ");
  step (office, id, TD_OUTLINE_STEP_UP, second, NULL);
  assert_told (office, id, "I.MỤC 1.Mục 2.Yêu II.NỘI 1.Giữ 2.Trồng III.HÌNH IV.TỔ");
  step (office, id, TD_OUTLINE_STEP_MARKS, 0, "decimal");
  assert_told (office, id, "1.MỤC 1.1.Mục 1.2.Yêu 2.NỘI 2.1.Giữ 2.2.Trồng 3.HÌNH 4.TỔ");
  step (office, id, TD_OUTLINE_STEP_FORM, second, "paragraph");
  assert_told (office, id, "1.MỤC 1.1.Mục 1.2.Yêu 2.NỘI ~Giữ 2.1.Trồng 3.HÌNH 4.TỔ");
  step (office, id, TD_OUTLINE_STEP_DELETE, content, NULL);
  assert_told (office, id, "1.MỤC 1.1.Mục 1.2.Yêu 2.HÌNH 3.TỔ");
  for (guint i = 0; i < 9; i++)
    td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
  for (guint i = 0; i < 6; i++)
    td_test_office_redo (office);
  {
    g_autoptr (TdPlanDraft) draft = get_draft (office, id);

    /* "mục II.2" was the other one when it was written: nobody stood there yet, so it is that one now. */
    g_assert_cmpuint (count_findings (draft, "outline-moved"), ==, 0);
    g_assert_cmpuint (count_findings (draft, "outline-reference"), ==, 0);
  }
  assert_refused (office, td_outline_step_job (id, TD_OUTLINE_STEP_UNNEST, content, NULL), "outline-edge");
  assert_refused (office, td_outline_step_job (id, TD_OUTLINE_STEP_TEXT, 999999, "x"), "outline-gone");
  assert_refused (office, td_outline_step_job (id, TD_OUTLINE_STEP_FORM, content, "x"), "outline-form");
  assert_refused (office, td_outline_step_job (id, TD_OUTLINE_STEP_MARKS, 0, "x"), "outline-marks");
  assert_refused (office, td_outline_step_job (id, TD_OUTLINE_STEP_BIND, 0, "tasks"), "outline-told");
}

/* Words made from facts change with them, and nobody else changes them. */
static void
test_facts (TdTestOffice *office, gconstpointer data)
{
  gint64 from = import (office);
  gint64 id = begin (office, from, FALSE, "99901", 0);
  g_autoptr (TdPlanDraft) draft = get_draft (office, id);
  TdDeadline *deadline = g_ptr_array_index (td_plan_facts_get (draft->facts, "deadlines"), 0);
  gint64 clause_id = deadline->clause_id;
  guint position = td_outline_find (draft->outline, clause_id);
  gint64 deadline_id = td_entity_get_id (TD_ENTITY (deadline));
  g_autoptr (TdAllowance) allowance = g_object_new (TD_TYPE_ALLOWANCE, "plan-id", id, "award-form", "Giấy khen", "giver-text", "Hiệu trưởng", "rule", "barred", NULL);

  g_assert_nonnull (strstr (td_outline_get (draft->outline, position)->body, "ngày 15 tháng 12 năm 2025"));
  g_object_set (deadline, "due-date", "2025-11-20", NULL);
  run (office, td_record_save_job (deadline));
  {
    g_autoptr (TdPlanDraft) after = get_draft (office, id);

    g_assert_nonnull (strstr (td_outline_get (after->outline, position)->body, "ngày 20 tháng 11 năm 2025"));
  }
  assert_refused (office, td_outline_step_job (id, TD_OUTLINE_STEP_TEXT, clause_id, "khác"), "outline-bound");
  assert_refused (office, td_outline_step_job (from, TD_OUTLINE_STEP_ADD, 0, NULL), "outline-locked");
  /* A fact that is gone takes its clause along; a new one is missed until it is told. */
  run (office, td_record_delete_job (TD_TYPE_DEADLINE, &deadline_id, 1));
  assert_told (office, id, "I.MỤC 1.Mục a)Khơi 2.Yêu a)Tổ II.NỘI 1.Thi III.HÌNH 1.Giấy IV.TỔ 1.Ủy");
  run (office, td_record_save_job (allowance));
  {
    g_autoptr (TdPlanDraft) after = get_draft (office, id);

    g_assert_cmpuint (count_findings (after, "plan-untold-allowances"), ==, 1);
    g_assert_cmpuint (after->n_open[0], ==, 1);
  }
  run (office, td_outline_step_job (id, TD_OUTLINE_STEP_BIND, id_at (office, id, 7), "allowances"));
  {
    g_autoptr (TdPlanDraft) after = get_draft (office, id);

    g_assert_cmpstr (td_outline_get (after->outline, 9)->body, ==, "Không xét tặng Giấy khen của Hiệu trưởng.");
    g_assert_cmpstr (td_outline_get (after->outline, 9)->marker, ==, "2.");
    g_assert_cmpuint (count_findings (after, "plan-untold-allowances"), ==, 0);
  }
  /* Deleting what says a fact leaves the fact. */
  step (office, id, TD_OUTLINE_STEP_DELETE, id_at (office, id, 7), NULL);
  {
    g_autoptr (TdPlanDraft) after = get_draft (office, id);

    g_assert_cmpuint (after->n_open[0], ==, 2);
  }
}

/* Bases that were in force on another day, and days that differ. */
static void
test_doubts (TdTestOffice *office, gconstpointer data)
{
  gint64 id = begin (office, 0, FALSE, NULL, 0);
  g_autoptr (TdPlanDraft) draft = get_draft (office, id);
  gint64 clause_id = td_entity_get_id (TD_ENTITY (td_outline_get (draft->outline, 5)));
  g_autoptr (TdDeadline) deadline = g_object_new (TD_TYPE_DEADLINE, "plan-id", id, "what", "Báo cáo", "due-date", "2025-12-01", "due-kind", "day", "clause-id", clause_id, NULL);

  step (office, id, TD_OUTLINE_STEP_TEXT, clause_id, "Báo cáo trước ngày 15/12/2025");
  run (office, td_record_save_job (deadline));
  g_object_set (draft->plan, "issue-date", "2025-08-20", "recipients", NULL, NULL);
  run (office, td_record_save_job (draft->plan));
  {
    g_autoptr (TdPlanDraft) after = get_draft (office, id);

    g_assert_cmpuint (count_findings (after, "plan-basis-expired"), ==, 2); /* NĐ 98/2023 and TT 01/2024 */
    g_assert_cmpuint (count_findings (after, "plan-date"), ==, 1);
    g_assert_cmpuint (count_findings (after, "plan-recipients"), ==, 1);
    g_assert_cmpuint (count_findings (after, "plan-signer"), ==, 1);
    g_assert_cmpuint (count_findings (after, "plan-number"), ==, 1);
  }
  step (office, id, TD_OUTLINE_STEP_TEXT, clause_id, "Báo cáo trước ngày 01 tháng 12 năm 2025");
  {
    g_autoptr (TdPlanDraft) after = get_draft (office, id);

    g_assert_cmpuint (count_findings (after, "plan-date"), ==, 0);
  }
}

static void
test_refused (TdTestOffice *office, gconstpointer data)
{
  TdPlanRequest request = { .unit = "Xã Không Có", .day = "2025-03-01" };
  TdPlanRequest bad_day = { .day = "hôm nay" };
  TdPlanRequest unknown = { .from = 77, .day = "2025-03-01" };
  g_autoptr (TdJob) of_nothing = td_plan_new_job (&unknown);
  g_autoptr (GError) error = NULL;

  assert_refused (office, td_plan_new_job (&request), "plan-unit");
  assert_refused (office, td_plan_new_job (&bad_day), "plan-day");
  g_assert_false (td_job_run (of_nothing, office->store, NULL, &error));
  g_assert_nonnull (error);
}

/* What is issued stays, whatever becomes of its facts, and is not undone. */
static void
test_issued (TdTestOffice *office, gconstpointer data)
{
  gint64 from = import (office);
  gint64 id = begin (office, from, FALSE, "99901", 0);
  g_autoptr (TdPlanDraft) draft = get_draft (office, id);
  TdDeadline *deadline = g_ptr_array_index (td_plan_facts_get (draft->facts, "deadlines"), 0);
  guint position = td_outline_find (draft->outline, deadline->clause_id);
  g_autofree char *name = NULL;
  g_autofree char *words = g_strdup (td_outline_get (draft->outline, position)->body);
  g_autoptr (GError) error = NULL;

  assert_refused (office, td_plan_issue_job (from, "1/KH-UBND", "2025-03-05"), "plan-not-draft");
  assert_refused (office, td_plan_issue_job (id, "", "2025-03-05"), "plan-no-number");
  assert_refused (office, td_plan_issue_job (id, "1/KH-UBND", "2025-03"), "plan-no-day");
  {
    g_autoptr (TdJob) issued = NULL;
    GPtrArray *told;

    /* In force when it was written, not on the day it is issued. */
    g_object_set (draft->plan, "legal-bases", "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;", NULL);
    run (office, td_record_save_job (TD_ENTITY (draft->plan)));
    issued = td_plan_issue_job (id, "1/KH-UBND", "2025-03-05");
    g_assert_true (td_job_run (issued, office->store, NULL, NULL));
    told = td_job_get_findings (issued);
    g_assert_cmpuint (told->len, ==, 1);
    g_assert_cmpstr (((TdFinding *) g_ptr_array_index (told, 0))->rule, ==, "plan-basis-early");
  }
  g_object_set (deadline, "due-date", "2025-11-20", NULL);
  run (office, td_record_save_job (deadline));
  {
    g_autoptr (TdPlanDraft) after = get_draft (office, id);

    g_assert_cmpstr (after->plan->state, ==, "issued");
    g_assert_cmpstr (after->plan->number, ==, "1/KH-UBND");
    g_assert_cmpstr (td_outline_get (after->outline, position)->body, ==, words);
  }
  assert_refused (office, td_outline_step_job (id, TD_OUTLINE_STEP_ADD, 0, NULL), "outline-locked");
  assert_refused (office, td_plan_issue_job (id, "2/KH-UBND", "2025-03-06"), "plan-not-draft");
  td_test_office_undo (office); /* the deadline */
  name = td_store_undo (office->store, &error);
  g_assert_null (name);
  g_assert_nonnull (error);
}

static void
test_years (void)
{
  static const char *const table[][2] = {
    { "năm 2025", "năm 2026" },
    { "Trong năm 2025, 2025 và 12025", "Trong năm 2026, 2026 và 12025" },
    { "giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025" },
    { "nhiệm kỳ 2025-2030", "nhiệm kỳ 2025-2030" },
    { "giai đoạn 2021–2025, năm 2025", "giai đoạn 2021–2025, năm 2026" },
    { "trước ngày 15/12/2025", "trước ngày 15/12/2026" },
    { "Kế hoạch số 12/KH-UBND ngày 05/02/2025 của tỉnh", "Kế hoạch số 12/KH-UBND ngày 05/02/2025 của tỉnh" },
    { "Quyết định số 5/QĐ-TTg ngày 04 tháng 11 năm 2025", "Quyết định số 5/QĐ-TTg ngày 04 tháng 11 năm 2025" },
    { "Nghị định 152/2025/NĐ-CP", "Nghị định 152/2025/NĐ-CP" },
    { "ngày 31 tháng 12 năm 2025.", "ngày 31 tháng 12 năm 2026." },
    { "", "" },
  };
  /* From November to March, or a school year. */
  static const char *const over_new_year[][2] = {
    { "từ tháng 11/2025 đến tháng 3/2026", "từ tháng 11/2026 đến tháng 3/2027" },
    { "năm học 2025-2026", "năm học 2026-2027" },
    { "năm học 2025 – 2026, năm 2027", "năm học 2026 – 2027, năm 2027" },
    { "giai đoạn 2025 - 2030", "giai đoạn 2025 - 2030" },
    { "giai đoạn 2021-2026", "giai đoạn 2021-2026" },
    { "01/01/2026", "01/01/2027" },
  };
  g_autofree char *leap = td_plan_years_move_date ("2024-02-29");
  g_autofree char *month = td_plan_years_move_date ("2025-10");
  g_autofree char *earlier = td_plan_days_earlier ("2026-01-02", 5);
  g_autofree char *same = td_plan_days_earlier ("2026-01", 5);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint n_left = 0;
      g_autofree char *moved = td_plan_years_move_text (table[i][0], (TdPlanYears){ 2025, 2025 }, &n_left);

      g_assert_cmpstr (moved, ==, table[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (over_new_year); i++)
    {
      guint n_left = 0;
      g_autofree char *moved = td_plan_years_move_text (over_new_year[i][0], (TdPlanYears){ 2025, 2026 }, &n_left);

      g_assert_cmpstr (moved, ==, over_new_year[i][1]);
    }
  g_assert_cmpstr (leap, ==, "2025-02-28");
  g_assert_cmpstr (month, ==, "2026-10");
  g_assert_cmpstr (earlier, ==, "2025-12-28");
  g_assert_cmpstr (same, ==, "2026-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-writing/empty", TdTestOffice, NULL, td_test_office_set_up, test_empty, td_test_office_tear_down);
  g_test_add ("/plan-writing/superior", TdTestOffice, NULL, td_test_office_set_up, test_superior, td_test_office_tear_down);
  g_test_add ("/plan-writing/last-year", TdTestOffice, NULL, td_test_office_set_up, test_last_year, td_test_office_tear_down);
  g_test_add ("/plan-writing/steps", TdTestOffice, NULL, td_test_office_set_up, test_steps, td_test_office_tear_down);
  g_test_add ("/plan-writing/facts", TdTestOffice, NULL, td_test_office_set_up, test_facts, td_test_office_tear_down);
  g_test_add ("/plan-writing/doubts", TdTestOffice, NULL, td_test_office_set_up, test_doubts, td_test_office_tear_down);
  g_test_add ("/plan-writing/refused", TdTestOffice, NULL, td_test_office_set_up, test_refused, td_test_office_tear_down);
  g_test_add ("/plan-writing/issued", TdTestOffice, NULL, td_test_office_set_up, test_issued, td_test_office_tear_down);
  g_test_add_func ("/plan-writing/years", test_years);
  return g_test_run ();
}
