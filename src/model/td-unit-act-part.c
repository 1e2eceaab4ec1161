/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-act-part"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-unit-act-part.h"

#define VALUE(member) TD_ENTITY_FIELD (TdUnitActPart, member)

static const TdField fields[] = {
  { "act-id", N_ ("Act"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (act_id), .target = "unit_act" },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (unit_id), .target = "unit" },
  { "role", N_ ("Role"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (role), .choices = td_choices_unit_act_role },
  { "name", N_ ("Name before"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (name) },
  { "short-name", N_ ("Short name before"), TD_FIELD_TEXT, 0,
    VALUE (short_name) },
  { "printed-name", N_ ("Name as printed before"), TD_FIELD_TEXT, 0,
    VALUE (printed_name) },
  { "parent-id", N_ ("Belonged to"), TD_FIELD_REFERENCE, 0,
    VALUE (parent_id), .target = "unit" },
  { "place-id", N_ ("Lay in"), TD_FIELD_REFERENCE, 0,
    VALUE (place_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "act-kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (act_kind), .choices = td_choices_unit_act_kind, .via = "act-id", .source = "kind" },
  { "act-date", N_ ("In force from"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (act_date), .via = "act-id", .source = "date" },
  { "act-document", N_ ("Document number"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (act_document), .via = "act-id", .source = "document" },
  { "act-issuer", N_ ("Issued by"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (act_issuer), .via = "act-id", .source = "issuer" },
};

TD_DEFINE_ENTITY (TdUnitActPart, td_unit_act_part, "unit_act_part", N_ ("Unit in an act"), fields)
