/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_TASK (td_task_get_type ())
G_DECLARE_FINAL_TYPE (TdTask, td_task, TD, TASK, TdEntity)

/**
 * TdTask:
 *
 * What a plan asks of whom, by when: nhiệm vụ được giao.
 *
 * @plan_id: whose task it is
 * @position: as in the text
 * @assignee: as the plan names them
 * @mode: giao or đề nghị
 * @partners: đơn vị phối hợp, as the plan names them
 * @body: the words of the plan
 * @due_date: when the plan gives a date
 * @due_text: such as "khi tổng kết"
 * @due_event_id: the event it waits for; its day becomes @due_date
 * @state: none is open, else doing, done or dropped
 * @document: what shows how it was done, among the attachments
 * @file_name: what the file was called
 * @clause_id: where the plan says so
 * @clause_path: where the plan says so
 */
struct _TdTask
{
  TdEntity parent_instance;

  gint64 plan_id;
  gint64 position;
  char *assignee;
  char *mode;
  char *partners;
  char *body;
  char *due_date;
  char *due_text;
  gint64 due_event_id;
  char *state;
  char *done_on;
  char *note;
  char *document;
  char *file_name;
  gint64 clause_id;
  char *clause_path;
};

G_END_DECLS
