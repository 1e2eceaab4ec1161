/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-subject.h"

#define VALUE(member) TD_ENTITY_FIELD (TdSubject, member)

static const TdField fields[] = {
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_subject_kind },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME,
    VALUE (name) },
  { "birth", N_ ("Born"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (birth) },
  { "sex", N_ ("Sex"), TD_FIELD_CHOICE, 0,
    VALUE (sex), .choices = td_choices_sex },
  { "citizen-id", N_ ("Citizen id"), TD_FIELD_TEXT, TD_FIELD_SEARCHED | TD_FIELD_PRIVATE,
    VALUE (citizen_id) },
  { "address-form", N_ ("Form of address"), TD_FIELD_TEXT, 0,
    VALUE (address_form) },
  { "post", N_ ("Post"), TD_FIELD_TEXT, 0,
    VALUE (post) },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "residence", N_ ("Address"), TD_FIELD_TEXT, 0,
    VALUE (residence) },
};

TD_DEFINE_ENTITY (TdSubject, td_subject, "subject", N_ ("Subject"), fields)
