/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-change"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-plan-change.h"

#define VALUE(member) TD_ENTITY_FIELD (TdPlanChange, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_plan_change_kind },
  { "number", N_ ("Number"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (number) },
  { "date", N_ ("Date"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (date) },
  { "issuer", N_ ("Issued by"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (issuer) },
  { "valid-from", N_ ("Holds from"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (valid_from) },
  { "document", N_ ("File"), TD_FIELD_TEXT, TD_FIELD_ATTACHED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (document) },
  { "file-name", N_ ("Name of the file"), TD_FIELD_TEXT, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (file_name) },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdPlanChange, td_plan_change, "plan_change", N_ ("Later document"), fields)
