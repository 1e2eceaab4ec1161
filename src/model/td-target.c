/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-target"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-target.h"

#define VALUE(member) TD_ENTITY_FIELD (TdTarget, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (name) },
  { "planned", N_ ("Target value"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (planned) },
  { "measure", N_ ("Measured in"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (measure) },
  { "actual", N_ ("Actual value"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (actual) },
  { "as-of", N_ ("As of"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (as_of) },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdTarget, td_target, "target", N_ ("Target"), fields)
