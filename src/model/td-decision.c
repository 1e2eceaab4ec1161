/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-decision.h"

#define VALUE(member) TD_ENTITY_FIELD (TdDecision, member)

static const TdField fields[] = {
  { "number", N_ ("Number"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_FIXED,
    VALUE (number) },
  { "date", N_ ("Date"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (date) },
  { "title", N_ ("About"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_WRAPPED,
    VALUE (title) },
  { "giver-id", N_ ("Giver"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (giver_id), .target = "giver" },
  { "giver", N_ ("Giver"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (giver), .via = "giver-id", .source = "name" },
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (plan_id), .target = "plan" },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (state), .choices = td_choices_decision_state },
  { "signer-capacity", N_ ("Capacity"), TD_FIELD_TEXT, 0,
    VALUE (signer_capacity) },
  { "signer-position", N_ ("Position"), TD_FIELD_TEXT, 0,
    VALUE (signer_position) },
  { "signer-name", N_ ("Signer"), TD_FIELD_TEXT, 0,
    VALUE (signer_name) },
  { "achievement", N_ ("Wording for the whole list"), TD_FIELD_LONG_TEXT, 0,
    VALUE (achievement) },
  { "achievement-english", N_ ("Wording in English"), TD_FIELD_LONG_TEXT, 0,
    VALUE (achievement_english) },
  { "proposal", N_ ("Proposal"), TD_FIELD_TEXT, 0,
    VALUE (proposal) },
  { "anchor", N_ ("Head of the log at issue"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (anchor) },
};

TD_DEFINE_ENTITY (TdDecision, td_decision, "decision", N_ ("Decision"), fields)
