/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-exemplar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-exemplar.h"

#define VALUE(member) TD_ENTITY_FIELD (TdExemplar, member)

static const TdField fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (plan_id), .target = "plan" },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (name) },
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (subject_id), .target = "subject" },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "found-on", N_ ("Found on"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (found_on) },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (state), .choices = td_choices_exemplar_state },
  { "media", N_ ("Told of in"), TD_FIELD_LONG_TEXT, 0,
    VALUE (media) },
  { "document", N_ ("File"), TD_FIELD_TEXT, TD_FIELD_ATTACHED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (document) },
  { "file-name", N_ ("Name of the file"), TD_FIELD_TEXT, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (file_name) },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdExemplar, td_exemplar, "exemplar", N_ ("Exemplar"), fields)
