/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-allowance"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-allowance.h"

#define VALUE(member) TD_ENTITY_FIELD (TdAllowance, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (position) },
  { "award-form", N_ ("Award form"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (award_form) },
  { "giver-level", N_ ("Level of the giver"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (giver_level), .choices = td_choices_giver_level },
  { "giver-text", N_ ("Giver in the text"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (giver_text) },
  { "rule", N_ ("Rule"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (rule), .choices = td_choices_allowance_rule },
  { "kind", N_ ("Only for"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_commendation_kind },
  { "reason", N_ ("Reason"), TD_FIELD_LONG_TEXT, 0,
    VALUE (reason) },
  { "earlier-plan-id", N_ ("Rewarded already"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (earlier_plan_id), .target = "plan" },
  { "earlier-number", N_ ("Rewarded already"), TD_FIELD_TEXT, TD_FIELD_FIXED | TD_FIELD_HIDDEN,
    VALUE (earlier_number), .via = "earlier-plan-id", .source = "number" },
  { "earlier-title", N_ ("Rewarded already"), TD_FIELD_TEXT, TD_FIELD_FIXED | TD_FIELD_HIDDEN,
    VALUE (earlier_title), .via = "earlier-plan-id", .source = "title" },
  { "clause-id", N_ ("Clause"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (clause_id), .target = "clause" },
  { "clause-path", N_ ("Clause"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (clause_path), .via = "clause-id", .source = "path" },
};

TD_DEFINE_ENTITY (TdAllowance, td_allowance, "allowance", N_ ("Award form of a plan"), fields)
