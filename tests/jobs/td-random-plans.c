/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-event-jobs.h"
#include "td-random-jobs.h"
#include "td-report-jobs.h"
#include "td-report-remind.h"

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
td_random_remind (TdRandomOffice *self)
{
  static const char *const days[] = { "2025-12-01", "2026-01-03", "2026-03-01", "mai" };
  g_autofree char *path = g_build_filename (self->office->folder, "letters.pdf", NULL);
  const TdReminder reminder = { .plan_id = td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL) : 0,
                                .as_of = days[td_random_below (self, G_N_ELEMENTS (days))],
                                .number = td_random_one_in (self, 2) ? "45" : NULL,
                                .path = path };

  return td_report_remind_job (&reminder);
}
