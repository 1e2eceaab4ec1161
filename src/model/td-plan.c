/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-plan.h"

#define VALUE(member) TD_ENTITY_FIELD (TdPlan, member)

static const TdField fields[] = {
  { "title", N_ ("Title"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME | TD_FIELD_WRAPPED,
    VALUE (title) },
  { "number", N_ ("Number"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (number) },
  { "symbol", N_ ("Symbol"), TD_FIELD_TEXT, TD_FIELD_HIDDEN,
    VALUE (symbol) },
  { "doc-type", N_ ("Document type"), TD_FIELD_TEXT, 0,
    VALUE (doc_type) },
  { "issuer", N_ ("Issued by"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (issuer) },
  { "place", N_ ("Place"), TD_FIELD_TEXT, 0,
    VALUE (place) },
  { "issue-date", N_ ("Date"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (issue_date) },
  { "short-name", N_ ("Short name"), TD_FIELD_TEXT, TD_FIELD_SEARCHED,
    VALUE (short_name) },
  { "theme", N_ ("Theme"), TD_FIELD_LONG_TEXT, 0,
    VALUE (theme) },
  { "start-date", N_ ("Starts"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (start_date) },
  { "start-text", N_ ("Start in the text"), TD_FIELD_TEXT, TD_FIELD_WRAPPED,
    VALUE (start_text) },
  { "end-date", N_ ("Ends"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (end_date) },
  { "end-text", N_ ("End in the text"), TD_FIELD_TEXT, TD_FIELD_WRAPPED,
    VALUE (end_text) },
  { "end-kind", N_ ("Kind of end"), TD_FIELD_CHOICE, 0,
    VALUE (end_kind), .choices = td_choices_period_precision },
  { "end-event-id", N_ ("Ends with the event"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (end_event_id), .target = "event" },
  { "lead", N_ ("Lead unit"), TD_FIELD_TEXT, TD_FIELD_SEARCHED,
    VALUE (lead) },
  { "signer-name", N_ ("Signer"), TD_FIELD_TEXT, 0,
    VALUE (signer_name) },
  { "signer-capacity", N_ ("Capacity"), TD_FIELD_TEXT, 0,
    VALUE (signer_capacity) },
  { "signer-position", N_ ("Position"), TD_FIELD_TEXT, 0,
    VALUE (signer_position) },
  { "recipients", N_ ("Recipients"), TD_FIELD_LONG_TEXT, 0,
    VALUE (recipients) },
  { "legal-bases", N_ ("Bases"), TD_FIELD_LONG_TEXT, 0,
    VALUE (legal_bases) },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_FIXED,
    VALUE (state), .choices = td_choices_plan_state },
  { "marks", N_ ("Marks"), TD_FIELD_CHOICE, TD_FIELD_HIDDEN,
    VALUE (marks), .choices = td_choices_outline_marks },
  { "unit-id", N_ ("Plan of"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "parent-plan-id", N_ ("Superior’s plan"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (parent_plan_id), .target = "plan" },
  { "predecessor-plan-id", N_ ("Goes on with"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (predecessor_plan_id), .target = "plan" },
};

TD_DEFINE_ENTITY (TdPlan, td_plan, "plan", N_ ("Plan"), fields)
