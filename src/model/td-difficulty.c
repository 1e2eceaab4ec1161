/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-difficulty"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-difficulty.h"

#define VALUE(member) TD_ENTITY_FIELD (TdDifficulty, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "text", N_ ("Difficulty"), TD_FIELD_LONG_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (text) },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "raised-on", N_ ("Raised on"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (raised_on) },
  { "answer", N_ ("Answer"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED,
    VALUE (answer) },
  { "answered-on", N_ ("Answered on"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (answered_on) },
};

TD_DEFINE_ENTITY (TdDifficulty, td_difficulty, "difficulty", N_ ("Difficulty"), fields)
