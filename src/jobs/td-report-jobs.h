/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdReportLine:
 *
 * One report that a plan asks for, from one unit.
 *
 * @deadline: what is due, by the day that holds
 * @plan: whose deadline it is
 * @change: (nullable): the document that moved the deadline
 * @unit: (nullable): whose report; none where the plan's words name no unit of the office
 * @report: (nullable): what came of it
 * @state: of td_choices_report_state
 * @days: how many days late it is, or came; 0 for none
 */
#define TD_TYPE_REPORT_LINE (td_report_line_get_type ())
G_DECLARE_FINAL_TYPE (TdReportLine, td_report_line, TD, REPORT_LINE, GObject)

struct _TdReportLine
{
  GObject parent_instance;

  TdDeadline *deadline;
  TdPlan *plan;
  TdPlanChange *change;
  TdUnit *unit;
  TdReport *report;
  const char *state;
  gint64 days;
};

const char *td_report_line_get_label (TdReportLine *self);
gboolean td_report_line_is_late (TdReportLine *self);
gboolean td_report_line_is_reminded (TdReportLine *self);
void td_report_line_set_received (TdReportLine *self, const char *received_on, const char *day);

GListStore *td_report_list (TdConnection *connection, gint64 plan_id, const char *day, const char *before, gboolean only_late, GError **error);
TdJob *td_report_list_job (gint64 plan_id, const char *day, const char *before, gboolean only_late);
TdJob *td_report_receive_job (gint64 deadline_id, gint64 unit_id, const char *day, const char *number, const char *path);

G_END_DECLS
