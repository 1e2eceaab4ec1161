/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-clause"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-clause.h"

#define VALUE(member) TD_ENTITY_FIELD (TdClause, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "parent-id", N_ ("Under"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (parent_id), .target = "clause" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (position) },
  { "level", N_ ("Level"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (level) },
  { "marker", N_ ("Marker"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (marker) },
  { "marker-kind", N_ ("Kind of marker"), TD_FIELD_TEXT, TD_FIELD_HIDDEN,
    VALUE (marker_kind) },
  { "path", N_ ("Path"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (path) },
  { "form", N_ ("Form"), TD_FIELD_TEXT, TD_FIELD_HIDDEN,
    VALUE (form) },
  { "title", N_ ("Heading"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (title) },
  { "body", N_ ("Text"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED,
    VALUE (body) },
  { "role", N_ ("Role"), TD_FIELD_CHOICE, 0,
    VALUE (role), .choices = td_choices_clause_role },
  { "points", N_ ("Points"), TD_FIELD_INTEGER, 0,
    VALUE (points), .when = "role", .is = "criterion" },
  { "first-line", N_ ("First line"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (first_line) },
  { "last-line", N_ ("Last line"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (last_line) },
  { "binding", N_ ("Made from"), TD_FIELD_CHOICE, TD_FIELD_FIXED,
    VALUE (binding), .choices = td_choices_clause_binding },
  { "refers-to", N_ ("Names the clauses"), TD_FIELD_LONG_TEXT, TD_FIELD_HIDDEN,
    VALUE (refers_to) },
};

TD_DEFINE_ENTITY (TdClause, td_clause, "clause", N_ ("Clause"), fields)
