/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-unit.h"

#define VALUE(member) TD_ENTITY_FIELD (TdUnit, member)

static const TdField fields[] = {
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME,
    VALUE (name) },
  { "short-name", N_ ("Short name"), TD_FIELD_TEXT, TD_FIELD_SEARCHED,
    VALUE (short_name) },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_unit_kind },
  { "code", N_ ("Code"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (code) },
  { "parent-id", N_ ("Belongs to"), TD_FIELD_REFERENCE, 0,
    VALUE (parent_id), .target = "unit" },
  { "printed-name", N_ ("Name as printed"), TD_FIELD_TEXT, 0,
    VALUE (printed_name) },
  { "valid-from", N_ ("Exists from"), TD_FIELD_DATE, 0,
    VALUE (valid_from) },
  { "valid-to", N_ ("Exists until"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (valid_to) },
  { "place-id", N_ ("Lies in"), TD_FIELD_REFERENCE, 0,
    VALUE (place_id), .target = "unit" },
};

TD_DEFINE_ENTITY (TdUnit, td_unit, "unit", N_ ("Unit"), fields)
