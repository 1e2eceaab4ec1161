/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-work"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-work.h"

#define VALUE(member) TD_ENTITY_FIELD (TdWork, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (name) },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "value", N_ ("Value"), TD_FIELD_MONEY, TD_FIELD_LISTED,
    VALUE (value) },
  { "begun", N_ ("Begun"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (begun) },
  { "due", N_ ("Due"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (due) },
  { "finished", N_ ("Finished"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (finished) },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (state), .choices = td_choices_work_state },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdWork, td_work, "work", N_ ("Work"), fields)
