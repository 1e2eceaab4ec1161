/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-post"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-subject-post.h"

#define VALUE(member) TD_ENTITY_FIELD (TdSubjectPost, member)

static const TdField fields[] = {
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF | TD_FIELD_FINDS,
    VALUE (subject_id), .target = "subject" },
  { "post", N_ ("Post"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (post) },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit as it was called"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_LENT,
    VALUE (unit_name) },
  { "from-date", N_ ("From"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (from_date) },
  { "to-date", N_ ("Until"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (to_date) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdSubjectPost, td_subject_post, "subject_post", N_ ("Position held"), fields)
