/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-task"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-task.h"

#define VALUE(member) TD_ENTITY_FIELD (TdTask, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (position) },
  { "assignee", N_ ("Who"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (assignee) },
  { "mode", N_ ("Mode"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (mode), .choices = td_choices_task_mode },
  { "partners", N_ ("Together with"), TD_FIELD_TEXT, 0,
    VALUE (partners) },
  { "body", N_ ("What"), TD_FIELD_LONG_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (body) },
  { "due-date", N_ ("Due"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (due_date) },
  { "due-text", N_ ("Due in the text"), TD_FIELD_TEXT, 0,
    VALUE (due_text) },
  { "due-event-id", N_ ("Waits for the event"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (due_event_id), .target = "event" },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (state), .choices = td_choices_task_state },
  { "done-on", N_ ("Done on"), TD_FIELD_DATE, 0,
    VALUE (done_on) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
  { "document", N_ ("File"), TD_FIELD_TEXT, TD_FIELD_ATTACHED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (document) },
  { "file-name", N_ ("Name of the file"), TD_FIELD_TEXT, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (file_name) },
  { "clause-id", N_ ("Clause"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (clause_id), .target = "clause" },
  { "clause-path", N_ ("Clause"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (clause_path), .via = "clause-id", .source = "path" },
};

TD_DEFINE_ENTITY (TdTask, td_task, "task", N_ ("Task"), fields)
