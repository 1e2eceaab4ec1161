/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_REPORT (td_report_get_type ())
G_DECLARE_FINAL_TYPE (TdReport, td_report, TD, REPORT, TdEntity)

/**
 * TdReport:
 *
 * What came of a deadline from one unit: báo cáo của đơn vị. A unit of which nothing is known has none.
 *
 * @deadline_id: what it answers
 * @unit_id: whose it is
 * @received_on: none while it has not come
 * @document: the file itself, among the attachments
 * @file_name: what the file was called
 * @reminded_on: the day of the last letter that asked for it; none when there was none
 * @n_reminders: how many letters asked for it
 */
struct _TdReport
{
  TdEntity parent_instance;

  gint64 deadline_id;
  gint64 unit_id;
  char *unit_name;
  char *received_on;
  char *number;
  char *document;
  char *file_name;
  char *reminded_on;
  gint64 n_reminders;
  char *note;
};

G_END_DECLS
