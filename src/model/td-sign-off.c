/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-sign-off"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-sign-off.h"

#define VALUE(member) TD_ENTITY_FIELD (TdSignOff, member)

static const TdField fields[] = {
  { "decision-id", N_ ("Decision"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (decision_id), .target = "decision" },
  { "award-id", N_ ("Award"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (award_id), .target = "award" },
  { "rule", N_ ("Rule"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_FIXED,
    VALUE (rule) },
  { "about", N_ ("About"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (about) },
  { "text", N_ ("Finding"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (text) },
  { "digest", N_ ("Digest"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (digest) },
  { "signed-by", N_ ("Signed off by"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (signed_by) },
  { "signed-on", N_ ("Signed off on"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (signed_on) },
  { "reason", N_ ("Reason"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (reason) },
};

TD_DEFINE_ENTITY (TdSignOff, td_sign_off, "sign_off", N_ ("Signed off"), fields)
