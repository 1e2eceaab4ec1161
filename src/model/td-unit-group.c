/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-group"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-unit-group.h"

#define VALUE(member) TD_ENTITY_FIELD (TdUnitGroup, member)

static const TdField fields[] = {
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (position) },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (name) },
  { "words", N_ ("Words in plans"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED,
    VALUE (words) },
  { "kinds", N_ ("Kinds of unit"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (kinds), .choices = td_choices_unit_kind },
  { "parent-id", N_ ("Belong to"), TD_FIELD_REFERENCE, 0,
    VALUE (parent_id), .target = "unit" },
};

TD_DEFINE_ENTITY (TdUnitGroup, td_unit_group, "unit_group", N_ ("Group of units"), fields)
