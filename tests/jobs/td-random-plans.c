/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-event-jobs.h"
#include "td-plan-document.h"
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
td_random_print_plan (TdRandomOffice *self)
{
  static const char *const names[] = { "plan.pdf", "plan.docx", "plan.odt" };
  gint64 id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, names[td_random_below (self, G_N_ELEMENTS (names))], NULL);

  return id != 0 ? td_plan_document_job (id, path) : NULL;
}
