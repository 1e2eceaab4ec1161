/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-deadline"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-deadline.h"

#define VALUE(member) TD_ENTITY_FIELD (TdDeadline, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (position) },
  { "what", N_ ("What"), TD_FIELD_LONG_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (what) },
  { "who", N_ ("Who"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (who) },
  { "is-report", N_ ("A report"), TD_FIELD_BOOLEAN, 0,
    VALUE (is_report) },
  { "due-date", N_ ("Due"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (due_date) },
  { "due-text", N_ ("Due in the text"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (due_text) },
  { "due-kind", N_ ("Kind of date"), TD_FIELD_CHOICE, 0,
    VALUE (due_kind), .choices = td_choices_period_precision },
  { "event-id", N_ ("Event"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (event_id), .target = "event" },
  { "event-name", N_ ("Event"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (event_name), .via = "event-id", .source = "name" },
  { "clause-id", N_ ("Clause"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (clause_id), .target = "clause" },
  { "clause-path", N_ ("Clause"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (clause_path), .via = "clause-id", .source = "path" },
};

TD_DEFINE_ENTITY (TdDeadline, td_deadline, "deadline", N_ ("Deadline"), fields)
