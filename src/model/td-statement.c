/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-statement"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-statement.h"

#define VALUE(member) TD_ENTITY_FIELD (TdStatement, member)

static const TdField fields[] = {
  { "award-id", N_ ("Award"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (award_id), .target = "award" },
  { "award-name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (award_name), .via = "award-id", .source = "subject_name" },
  { "key-id", N_ ("Signing key"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (key_id), .target = "signing_key" },
  { "key-code", N_ ("Key"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (key_code), .via = "key-id", .source = "code" },
  { "signed-on", N_ ("Signed on"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (signed_on) },
  { "code", N_ ("Authenticity code"), TD_FIELD_LONG_TEXT, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (code) },
};

TD_DEFINE_ENTITY (TdStatement, td_statement, "statement", N_ ("Signed statement"), fields)
