/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-event-jobs.h"
#include "td-outline-jobs.h"
#include "td-plan-kin.h"
#include "td-plan-new.h"
#include "td-random-jobs.h"
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
