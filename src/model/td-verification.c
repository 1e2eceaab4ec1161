/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-verification"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-verification.h"

#define VALUE(member) TD_ENTITY_FIELD (TdVerification, member)

static const TdField fields[] = {
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (subject_id), .target = "subject" },
  { "since", N_ ("Since"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (since) },
  { "until", N_ ("Until"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (until) },
  { "source", N_ ("Source"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (source) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdVerification, td_verification, "verification", N_ ("Verification"), fields)
