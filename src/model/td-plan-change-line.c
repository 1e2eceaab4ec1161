/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-change-line"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-plan-change-line.h"

#define VALUE(member) TD_ENTITY_FIELD (TdPlanChangeLine, member)

static const TdField fields[] = {
  { "change-id", N_ ("Later document"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (change_id), .target = "plan_change" },
  { "what", N_ ("What changes"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (what), .choices = td_choices_plan_change_what },
  { "deadline-id", N_ ("Deadline"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (deadline_id), .target = "deadline", .when = "what", .is = "deadline" },
  { "deadline-what", N_ ("Deadline"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (deadline_what), .via = "deadline-id", .source = "what" },
  { "day", N_ ("New day"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (day), .when = "what", .is = "deadline end" },
  { "award-form", N_ ("Award form"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (award_form), .when = "what", .is = "allowance" },
  { "giver-level", N_ ("Level of the giver"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (giver_level), .choices = td_choices_giver_level, .when = "what", .is = "allowance" },
  { "rule", N_ ("Rule"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (rule), .choices = td_choices_allowance_rule, .when = "what", .is = "allowance" },
  { "kind", N_ ("Only for"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_commendation_kind, .when = "rule", .is = "only" },
  { "reason", N_ ("Reason"), TD_FIELD_LONG_TEXT, 0,
    VALUE (reason), .when = "what", .is = "allowance" },
};

TD_DEFINE_ENTITY (TdPlanChangeLine, td_plan_change_line, "plan_change_line", N_ ("What a later document changes"), fields)
