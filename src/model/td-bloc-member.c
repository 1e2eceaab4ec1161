/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-bloc-member"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-bloc-member.h"

#define VALUE(member) TD_ENTITY_FIELD (TdBlocMember, member)

static const TdField fields[] = {
  { "bloc-id", N_ ("Bloc"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (bloc_id), .target = "bloc" },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (unit_id), .target = "unit" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN,
    VALUE (position) },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "unit-valid-to", N_ ("Exists until"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_valid_to), .via = "unit-id", .source = "valid_to" },
};

TD_DEFINE_ENTITY (TdBlocMember, td_bloc_member, "bloc_member", N_ ("Member of a bloc"), fields)
