/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_DEADLINE (td_deadline_get_type ())
G_DECLARE_FINAL_TYPE (TdDeadline, td_deadline, TD, DEADLINE, TdEntity)

/**
 * TdDeadline:
 *
 * By when a plan asks for something: mốc thời gian, hạn báo cáo.
 *
 * @plan_id: whose it is
 * @position: as in the text
 * @what: what is due
 * @who: who is asked, as the plan names them
 * @is_report: each unit asked sends a report
 * @due_date: as exact as it is known; that of the event where it waits for one
 * @due_text: the words of the plan
 * @due_kind: day, month, year, event or open
 * @event_id: the event it waits for
 * @clause_id: where the plan says so
 * @clause_path: where the plan says so
 */
struct _TdDeadline
{
  TdEntity parent_instance;

  gint64 plan_id;
  gint64 position;
  char *what;
  char *who;
  gboolean is_report;
  char *due_date;
  char *due_text;
  char *due_kind;
  gint64 event_id;
  char *event_name;
  gint64 clause_id;
  char *clause_path;
};

G_END_DECLS
