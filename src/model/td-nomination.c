/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-nomination"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-nomination.h"

#define VALUE(member) TD_ENTITY_FIELD (TdNomination, member)

static const TdField fields[] = {
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (subject_id), .target = "subject" },
  { "subject-name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME | TD_FIELD_FIXED,
    VALUE (subject_name), .via = "subject-id", .source = "name" },
  { "subject-kind", N_ ("Subject kind"), TD_FIELD_CHOICE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (subject_kind), .choices = td_choices_subject_kind, .via = "subject-id", .source = "kind" },
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED,
    VALUE (plan_id), .target = "plan" },
  { "award-form", N_ ("Award form"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (award_form) },
  { "giver-id", N_ ("Giver"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED,
    VALUE (giver_id), .target = "giver" },
  { "giver", N_ ("Giver"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (giver), .via = "giver-id", .source = "name" },
  { "kind", N_ ("Kind of commendation"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_commendation_kind },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "post", N_ ("Post"), TD_FIELD_TEXT, 0,
    VALUE (post) },
  { "achievement", N_ ("Wording on the certificate"), TD_FIELD_LONG_TEXT, 0,
    VALUE (achievement) },
  { "period-from", N_ ("Achievement from"), TD_FIELD_DATE, 0,
    VALUE (period_from) },
  { "period-to", N_ ("Achievement until"), TD_FIELD_DATE, 0,
    VALUE (period_to) },
  { "received-on", N_ ("Dossier received on"), TD_FIELD_DATE, 0,
    VALUE (received_on) },
  { "posthumous", N_ ("Posthumous"), TD_FIELD_BOOLEAN, 0,
    VALUE (posthumous) },
  { "printed-name", N_ ("Name as printed"), TD_FIELD_TEXT, 0,
    VALUE (printed_name) },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (state), .choices = td_choices_nomination_state },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (position) },
};

TD_DEFINE_ENTITY (TdNomination, td_nomination, "nomination", N_ ("Nomination"), fields)
