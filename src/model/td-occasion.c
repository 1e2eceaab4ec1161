/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-occasion"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-occasion.h"

#define VALUE(member) TD_ENTITY_FIELD (TdOccasion, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_occasion_kind },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (name) },
  { "day", N_ ("Day"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (day) },
  { "place", N_ ("Where"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (place) },
  { "who", N_ ("Taking part"), TD_FIELD_LONG_TEXT, 0,
    VALUE (who) },
  { "document", N_ ("File"), TD_FIELD_TEXT, TD_FIELD_ATTACHED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (document) },
  { "file-name", N_ ("Name of the file"), TD_FIELD_TEXT, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (file_name) },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdOccasion, td_occasion, "occasion", N_ ("Occasion"), fields)
