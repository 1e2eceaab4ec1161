/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-event-jobs.h"
#include "td-plan-change-jobs.h"
#include "td-random-jobs.h"
#include "td-record-jobs.h"
#include "td-report-jobs.h"

/* Plans followed up at random. */

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
  return td_report_list_job (td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL) : 0, "2026-03-01", td_random_one_in (self, 2));
}

TdJob *
td_random_receive_report (TdRandomOffice *self)
{
  gint64 deadline_id = td_random_pick_id (self, TD_TYPE_DEADLINE, NULL, NULL);
  gint64 unit_id = td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL);

  return deadline_id != 0 && unit_id != 0 ? td_report_receive_job (deadline_id, unit_id, td_random_one_in (self, 4) ? NULL : "2026-02-01", NULL, NULL) : NULL;
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
