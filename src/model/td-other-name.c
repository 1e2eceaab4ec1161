/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-other-name"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-other-name.h"

#define VALUE(member) TD_ENTITY_FIELD (TdOtherName, member)

static const TdField fields[] = {
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF | TD_FIELD_FINDS,
    VALUE (subject_id), .target = "subject" },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_LENT,
    VALUE (name) },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_name_kind },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdOtherName, td_other_name, "other_name", N_ ("Other name"), fields)
