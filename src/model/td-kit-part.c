/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-kit-part"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-kit-part.h"

#define VALUE(member) TD_ENTITY_FIELD (TdKitPart, member)

static const TdField fields[] = {
  { "award-form", N_ ("Award form"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (award_form) },
  { "giver-level", N_ ("Given by"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (giver_level), .choices = td_choices_giver_level },
  { "item", N_ ("Item"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (item), .choices = td_choices_kit_item },
  { "name", N_ ("What it is called"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (name) },
  { "n-person", N_ ("For a person"), TD_FIELD_INTEGER, TD_FIELD_LISTED,
    VALUE (n_person) },
  { "n-collective", N_ ("For a collective"), TD_FIELD_INTEGER, TD_FIELD_LISTED,
    VALUE (n_collective) },
  { "n-household", N_ ("For a household"), TD_FIELD_INTEGER, TD_FIELD_LISTED,
    VALUE (n_household) },
  { "valid-from", N_ ("Valid from"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (valid_from) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdKitPart, td_kit_part, "kit_part", N_ ("Part of a kit"), fields)
