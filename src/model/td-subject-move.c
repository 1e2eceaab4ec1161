/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-move"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-subject-move.h"

#define VALUE(member) TD_ENTITY_FIELD (TdSubjectMove, member)

static const TdField fields[] = {
  { "merge-id", N_ ("Merge"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED | TD_FIELD_PART_OF,
    VALUE (merge_id), .target = "subject_merge" },
  { "record-table", N_ ("Table"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (record_table) },
  { "record-uuid", N_ ("Record"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (record_uuid) },
  { "field", N_ ("Property"), TD_FIELD_TEXT, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (field) },
  { "old-value", N_ ("Before"), TD_FIELD_TEXT, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (old_value) },
  { "new-value", N_ ("After"), TD_FIELD_TEXT, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (new_value) },
};

TD_DEFINE_ENTITY (TdSubjectMove, td_subject_move, "subject_move", N_ ("Value moved by a merge"), fields)
