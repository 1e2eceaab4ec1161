/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-merge"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-subject-merge.h"

#define VALUE(member) TD_ENTITY_FIELD (TdSubjectMerge, member)

static const TdField fields[] = {
  { "kept-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED | TD_FIELD_STAYS,
    VALUE (kept_id), .target = "subject" },
  { "dropped-id", N_ ("Merged subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED | TD_FIELD_STAYS,
    VALUE (dropped_id), .target = "subject" },
  { "made-on", N_ ("Date"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (made_on) },
};

TD_DEFINE_ENTITY (TdSubjectMerge, td_subject_merge, "subject_merge", N_ ("Merge"), fields)
