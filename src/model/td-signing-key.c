/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-signing-key"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-signing-key.h"

#define VALUE(member) TD_ENTITY_FIELD (TdSigningKey, member)

static const TdField fields[] = {
  { "name", N_ ("Office"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (name) },
  { "code", N_ ("Key"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (code) },
  { "own", N_ ("Of this office"), TD_FIELD_BOOLEAN, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (own) },
  { "made-on", N_ ("Made or taken in on"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (made_on) },
  { "made-by", N_ ("By"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (made_by) },
  { "passphrase-on", N_ ("Passphrase changed on"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (passphrase_on) },
  { "retired-on", N_ ("Retired on"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (retired_on) },
  { "reason", N_ ("Reason"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (reason) },
  { "certificate", N_ ("Public key"), TD_FIELD_LONG_TEXT, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (certificate) },
};

TD_DEFINE_ENTITY (TdSigningKey, td_signing_key, "signing_key", N_ ("Signing key"), fields)
