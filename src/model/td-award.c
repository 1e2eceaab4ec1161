/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-award.h"

#define VALUE(member) TD_ENTITY_FIELD (TdAward, member)

static const TdField fields[] = {
  { "decision-id", N_ ("Decision"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (decision_id), .target = "decision" },
  { "nomination-id", N_ ("Nomination"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (nomination_id), .target = "nomination" },
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FINDS,
    VALUE (subject_id), .target = "subject" },
  { "giver-id", N_ ("Giver"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (giver_id), .target = "giver" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (position) },
  { "subject-name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME | TD_FIELD_FIXED | TD_FIELD_LENT,
    VALUE (subject_name) },
  { "printed-name", N_ ("Name as printed"), TD_FIELD_TEXT, 0,
    VALUE (printed_name) },
  { "subject-kind", N_ ("Subject kind"), TD_FIELD_CHOICE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (subject_kind), .choices = td_choices_subject_kind },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED | TD_FIELD_LENT,
    VALUE (unit_name) },
  { "post", N_ ("Post"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (post) },
  { "residence", N_ ("Address"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (residence) },
  { "award-form", N_ ("Award form"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (award_form) },
  { "giver", N_ ("Giver"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (giver), .via = "giver-id", .source = "name" },
  { "kind", N_ ("Kind of commendation"), TD_FIELD_CHOICE, TD_FIELD_FIXED,
    VALUE (kind), .choices = td_choices_commendation_kind },
  { "achievement", N_ ("Wording"), TD_FIELD_LONG_TEXT, TD_FIELD_FIXED,
    VALUE (achievement) },
  { "post-english", N_ ("Post in English"), TD_FIELD_TEXT, 0,
    VALUE (post_english) },
  { "achievement-english", N_ ("Wording in English"), TD_FIELD_LONG_TEXT, 0,
    VALUE (achievement_english) },
  { "period-from", N_ ("Achievement from"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (period_from) },
  { "period-to", N_ ("Achievement until"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (period_to) },
  { "posthumous", N_ ("Posthumous"), TD_FIELD_BOOLEAN, TD_FIELD_FIXED,
    VALUE (posthumous) },
  { "register-year", N_ ("Register year"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (register_year) },
  { "register-number", N_ ("Register number"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (register_number) },
  { "coefficient", N_ ("Coefficient (hundredths)"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (coefficient) },
  { "factor", N_ ("Factor (tenths)"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (factor) },
  { "base-salary", N_ ("Base salary"), TD_FIELD_MONEY, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (base_salary) },
  { "money", N_ ("Money"), TD_FIELD_MONEY, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (money) },
  { "money-note", N_ ("Note on the money"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (money_note) },
  { "revocation-id", N_ ("Revoked by"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (revocation_id), .target = "decision_act" },
  { "revoked-by", N_ ("Revoked by"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (revoked_by), .via = "revocation-id", .source = "number" },
  { "decision-number", N_ ("Decision"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (decision_number), .via = "decision-id", .source = "number" },
  { "decision-date", N_ ("Date of the decision"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (decision_date), .via = "decision-id", .source = "date" },
  { "decision-state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (decision_state), .choices = td_choices_decision_state, .via = "decision-id", .source = "state" },
};

TD_DEFINE_ENTITY (TdAward, td_award, "award", N_ ("Award"), fields)
