/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-event-jobs.h"
#include "td-outline-jobs.h"
#include "td-overview.h"
#include "td-plan-change-jobs.h"
#include "td-plan-document.h"
#include "td-plan-jobs.h"
#include "td-plan-kin.h"
#include "td-plan-new.h"
#include "td-plan-recipients.h"
#include "td-plan-review-file.h"
#include "td-random-jobs.h"
#include "td-record-jobs.h"
#include "td-report-jobs.h"
#include "td-report-remind.h"
#include "td-task-list.h"
#include "td-timeline-jobs.h"

/* Plans read, reviewed and followed up at random. */

static const char *const sample_plans[] = { "dak-lak-0124", "dak-lak-8-percent", "khanh-hoa", "son-la", "thai-nguyen-141" };

static char *
sample_plan (TdRandomOffice *self)
{
  g_autofree char *name = g_strconcat (sample_plans[td_random_below (self, G_N_ELEMENTS (sample_plans))], ".txt", NULL);

  return g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "plans", name, NULL);
}

TdJob *
td_random_import_plan (TdRandomOffice *self)
{
  g_autofree char *path = sample_plan (self);

  return td_plan_import_job (path);
}

TdJob *
td_random_import_plan_text (TdRandomOffice *self)
{
  g_autofree char *path = sample_plan (self);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  return td_plan_import_text_job (bytes);
}

/* A reader of plans is tried elsewhere; here a person has left out every third fact. */
static TdPlanReview *
make_review (TdRandomOffice *self)
{
  g_autofree char *path = sample_plan (self);
  g_autofree char *text = NULL;
  TdPlanReview *review;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  review = td_plan_review_new (text, length, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (td_plan_review_get_facts (review)); i += 3)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (td_plan_review_get_facts (review), i);

      td_plan_review_leave_out (review, fact, TRUE);
    }
  return review;
}

TdJob *
td_random_accept_plan (TdRandomOffice *self)
{
  g_autoptr (TdPlanReview) review = make_review (self);

  return td_plan_accept_job (review);
}

TdJob *
td_random_accept_plan_file (TdRandomOffice *self)
{
  g_autoptr (TdPlanReview) review = make_review (self);
  g_autofree char *json = td_plan_review_to_json (review);
  g_autoptr (GString) content = g_string_new (json);
  g_autofree char *path = td_random_write_file (self, "review.json", content);

  return td_plan_accept_file_job (path);
}

TdJob *
td_random_review_plan (TdRandomOffice *self)
{
  g_autofree char *path = sample_plan (self);

  return td_plan_review_job (path);
}

TdJob *
td_random_review_plan_text (TdRandomOffice *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("KẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\nXanh.\n", strlen ("KẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\nXanh.\n"));

  return td_plan_review_text_job (bytes);
}

TdJob *
td_random_save_review (TdRandomOffice *self)
{
  g_autoptr (GString) nothing = g_string_new (NULL);
  g_autofree char *path = sample_plan (self);
  g_autofree char *output = td_random_write_file (self, "saved.json", nothing);

  return td_plan_review_save_job (path, output);
}

TdJob *
td_random_compare_plan (TdRandomOffice *self)
{
  g_autofree char *path = sample_plan (self);

  return td_plan_diff_job (td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL), path);
}

TdJob *
td_random_note_event (TdRandomOffice *self)
{
  g_autofree char *name = td_random_text (self);
  g_autoptr (TdEvent) event = g_object_new (TD_TYPE_EVENT, "name", name, "day", td_random_one_in (self, 5) ? "mai" : td_random_one_in (self, 2) ? "2026-02"
                                                                                                                                                : NULL,
                                            NULL);

  return td_event_new_job (event);
}

TdJob *
td_random_set_event (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_EVENT, NULL, NULL);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return id != 0 ? td_event_set_day_job (name, td_random_one_in (self, 3) ? NULL : "2026-01-23") : NULL;
}

TdJob *
td_random_list_reports (TdRandomOffice *self)
{
  gint64 plan_id = td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL) : 0;
  const char *before = td_random_one_in (self, 2) ? "2026-06-30" : NULL;

  return td_report_list_job (plan_id, "2026-03-01", before, td_random_one_in (self, 2));
}

TdJob *
td_random_receive_report (TdRandomOffice *self)
{
  gint64 deadline_id = td_random_pick_id (self, TD_TYPE_DEADLINE, NULL, NULL);
  gint64 unit_id = td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL);

  return deadline_id != 0 && unit_id != 0 ? td_report_receive_job (deadline_id, unit_id, td_random_one_in (self, 4) ? NULL : "2026-02-01", NULL, NULL) : NULL;
}

TdJob *
td_random_remind (TdRandomOffice *self)
{
  static const char *const as_of[] = { "2025-12-01", "2026-01-03", "2026-03-01", "mai" };
  g_autofree char *path = g_build_filename (self->office->folder, "letters.pdf", NULL);
  const TdReminder reminder = { .plan_id = td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL) : 0,
                                .as_of = as_of[td_random_below (self, G_N_ELEMENTS (as_of))],
                                .number = td_random_one_in (self, 2) ? "45" : NULL,
                                .path = path };

  return td_report_remind_job (&reminder);
}

TdJob *
td_random_look_over (TdRandomOffice *self)
{
  return td_overview_job (td_random_one_in (self, 2) ? NULL : "2026-01-03");
}

TdJob *
td_random_draw_timeline (TdRandomOffice *self)
{
  static const char *const names[] = { "plans.pdf", "plans.svg", "plans.png" };
  g_autofree char *path = g_build_filename (self->office->folder, names[td_random_below (self, G_N_ELEMENTS (names))], NULL);

  return td_timeline_save_job ("2026-01-03", path);
}

TdJob *
td_random_print_plan (TdRandomOffice *self)
{
  static const char *const names[] = { "plan.pdf", "plan.docx", "plan.odt" };
  gint64 id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, names[td_random_below (self, G_N_ELEMENTS (names))], NULL);

  return id != 0 ? td_plan_document_job (id, path) : NULL;
}

static const char *const days[] = { "2026-01-05", "2026-02-01", "2026-03-01", "2026-02", "mai" };

static TdPlanChangeLine *
random_line (TdRandomOffice *self, gint64 plan_id)
{
  g_autofree char *plan = g_strdup_printf ("%" G_GINT64_FORMAT, plan_id);
  const char *day = days[td_random_below (self, td_random_one_in (self, 4) ? 5 : 3)];

  switch (td_random_below (self, 3))
    {
    case 0:
      return g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", "end", "day", day, NULL);
    case 1:
      return g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", "deadline", "deadline-id", td_random_pick_id (self, TD_TYPE_DEADLINE, NULL, NULL), "day", day, NULL);
    default:
      return g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", "allowance", "award-form", td_random_one_in (self, 2) ? "Bằng khen" : "Giấy khen",
                           "rule", td_random_one_in (self, 2) ? "allowed" : "barred", "giver-level", td_random_one_in (self, 3) ? "province" : NULL, NULL);
    }
}

TdJob *
td_random_change_plan (TdRandomOffice *self)
{
  gint64 plan_id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdPlanChange) change = NULL;
  g_autofree char *number = td_random_text (self);

  if (plan_id == 0)
    return NULL;
  change = g_object_new (TD_TYPE_PLAN_CHANGE, "plan-id", plan_id, "kind", td_random_one_in (self, 2) ? "extension" : "supplement", "number", number,
                         "date", days[td_random_below (self, 3)], "valid-from", td_random_one_in (self, 2) ? days[td_random_below (self, 3)] : NULL, NULL);
  for (guint n = td_random_below (self, 3); n > 0; n--)
    g_ptr_array_add (lines, random_line (self, plan_id));
  return td_plan_change_job (change, lines, NULL);
}

TdJob *
td_random_view_plan (TdRandomOffice *self)
{
  gint64 plan_id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);

  return plan_id != 0 ? td_plan_view_job (plan_id, td_random_one_in (self, 2) ? NULL : "2026-02-10") : NULL;
}

TdJob *
td_random_list_recipients (TdRandomOffice *self)
{
  gint64 plan_id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);

  return plan_id != 0 ? td_plan_recipients_job (plan_id, td_random_one_in (self, 2) ? NULL : "2026-02-10") : NULL;
}

TdJob *
td_random_read_whole_text (TdRandomOffice *self)
{
  gint64 plan_id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);

  return plan_id != 0 ? td_plan_whole_text_job (plan_id, NULL) : NULL;
}

TdJob *
td_random_list_tasks (TdRandomOffice *self)
{
  return td_task_list_job (td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL) : 0, td_random_one_in (self, 2) ? "2026-03-01" : NULL, td_random_one_in (self, 2), "2026-03-01");
}

TdJob *
td_random_ask_every_year (TdRandomOffice *self)
{
  gint64 plan_id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);

  return plan_id != 0 ? td_plan_interim_job (plan_id, "Báo cáo năm", "UBND các xã, phường", td_random_one_in (self, 4) ? "02-29" : "12-01", td_random_one_in (self, 3) ? 0 : 2026, 2028) : NULL;
}

/* What is noted of a plan, with the file that belongs to it. */
TdJob *
td_random_note_fact (TdRandomOffice *self)
{
  const GType types[] = { TD_TYPE_WORK, TD_TYPE_EXEMPLAR, TD_TYPE_OCCASION, TD_TYPE_DIFFICULTY, TD_TYPE_TARGET };
  static const char *const firsts[] = { "name", "name", "kind", "text", "name" };
  guint n = td_random_below (self, G_N_ELEMENTS (types));
  g_autoptr (TdEntity) fact = td_random_one_in (self, 3) ? td_random_office_pick (self, types[n], NULL, NULL) : NULL;
  g_autofree char *text = td_random_text (self);
  g_autoptr (GString) content = g_string_new (text);
  g_autofree char *path = NULL;

  if (fact == NULL)
    fact = g_object_new (types[n], "plan-id", td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL), NULL);
  g_object_set (fact, firsts[n], types[n] == TD_TYPE_OCCASION ? "review" : text, NULL);
  if (types[n] == TD_TYPE_EXEMPLAR || types[n] == TD_TYPE_OCCASION)
    path = td_random_write_file (self, "fact.txt", content);
  return td_record_save_with_file_job (fact, path);
}

TdJob *
td_random_begin_plan (TdRandomOffice *self)
{
  g_autoptr (TdUnit) unit = td_random_one_in (self, 2) ? td_random_office_pick (self, TD_TYPE_UNIT, NULL, NULL) : NULL;
  g_autofree char *title = td_random_one_in (self, 3) ? td_random_text (self) : NULL;
  TdPlanRequest request = { .from = td_random_one_in (self, 3) ? 0 : td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL), .goes_on = td_random_one_in (self, 3), .unit = unit != NULL ? unit->name : NULL, .title = title, .day = td_random_one_in (self, 6) ? "1999-01-01" : "2026-03-01", .days_earlier = td_random_below (self, 10) };

  return td_plan_new_job (&request);
}

TdJob *
td_random_write_plan (TdRandomOffice *self)
{
  static const char *const texts[] = { "allowances", "deadlines", "tasks", "heading", "item", "paragraph", "decimal", "article", "xem mục II.1" };
  g_autoptr (TdClause) clause = td_random_office_pick (self, TD_TYPE_CLAUSE, NULL, NULL);
  gint64 plan_id = td_random_pick_id (self, TD_TYPE_PLAN, "state", "draft");

  /* Mostly one of the plan's own. */
  for (guint i = 0; i < 20 && clause != NULL && clause->plan_id != plan_id; i++)
    {
      g_object_unref (clause);
      clause = td_random_office_pick (self, TD_TYPE_CLAUSE, NULL, NULL);
    }
  return plan_id != 0 ? td_outline_step_job (plan_id, td_random_below (self, TD_OUTLINE_STEP_MARKS + 1), clause != NULL && !td_random_one_in (self, 8) ? td_entity_get_id (TD_ENTITY (clause)) : 0, texts[td_random_below (self, G_N_ELEMENTS (texts))])
                      : NULL;
}

TdJob *
td_random_read_draft (TdRandomOffice *self)
{
  return td_plan_draft_job (td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL));
}

TdJob *
td_random_read_kin (TdRandomOffice *self)
{
  return td_plan_kin_job (td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL));
}

TdJob *
td_random_issue_plan (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_PLAN, "state", "draft");

  return id != 0 ? td_plan_issue_job (id, "7/KH-UBND", "2026-03-01") : NULL;
}
