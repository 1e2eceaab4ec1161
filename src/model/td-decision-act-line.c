/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-act-line"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-decision-act-line.h"

#define VALUE(member) TD_ENTITY_FIELD (TdDecisionActLine, member)

static const TdField fields[] = {
  { "act-id", N_ ("Correction or revocation"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (act_id), .target = "decision_act" },
  { "award-id", N_ ("Award"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (award_id), .target = "award" },
  { "field", N_ ("What"), TD_FIELD_CHOICE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (field), .choices = td_choices_corrected_field },
  { "was", N_ ("As it was"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (was) },
  { "now", N_ ("As it is now"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (now) },
  { "award-name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (award_name), .via = "award-id", .source = "subject_name" },
  { "act-kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_FIXED,
    VALUE (act_kind), .choices = td_choices_decision_act_kind, .via = "act-id", .source = "kind" },
  { "act-number", N_ ("Number"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (act_number), .via = "act-id", .source = "number" },
  { "act-date", N_ ("Date"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (act_date), .via = "act-id", .source = "date" },
};

TD_DEFINE_ENTITY (TdDecisionActLine, td_decision_act_line, "decision_act_line", N_ ("Corrected or revoked award"), fields)
