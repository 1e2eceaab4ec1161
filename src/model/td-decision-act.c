/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-act"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-decision-act.h"

#define VALUE(member) TD_ENTITY_FIELD (TdDecisionAct, member)

static const TdField fields[] = {
  { "decision-id", N_ ("Decision"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (decision_id), .target = "decision" },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (kind), .choices = td_choices_decision_act_kind },
  { "number", N_ ("Number"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (number) },
  { "date", N_ ("Date"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (date) },
  { "signer", N_ ("Signer"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (signer) },
  { "reason", N_ ("Reason"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (reason) },
  { "decision-number", N_ ("Decision"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (decision_number), .via = "decision-id", .source = "number" },
};

TD_DEFINE_ENTITY (TdDecisionAct, td_decision_act, "decision_act", N_ ("Correction or revocation"), fields)
