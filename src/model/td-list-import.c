/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-import"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-list-import.h"

#define VALUE(member) TD_ENTITY_FIELD (TdListImport, member)

static const TdField fields[] = {
  { "file-name", N_ ("File"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (file_name) },
  { "sha256", N_ ("Checksum"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_FIXED | TD_FIELD_HIDDEN,
    VALUE (sha256) },
  { "purpose", N_ ("Taken in as"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (purpose), .choices = td_choices_list_purpose },
  { "sender-id", N_ ("Sender"), TD_FIELD_REFERENCE, 0,
    VALUE (sender_id), .target = "unit" },
  { "sender-name", N_ ("Sender"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (sender_name), .via = "sender-id", .source = "name" },
  { "plan-id", N_ ("Plan"), TD_FIELD_REFERENCE, TD_FIELD_FIXED | TD_FIELD_LETS_GO,
    VALUE (plan_id), .target = "plan" },
  { "n-rows", N_ ("Rows"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_rows) },
  { "n-taken", N_ ("Taken"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_taken) },
  { "n-returned", N_ ("Returned"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_returned) },
};

TD_DEFINE_ENTITY (TdListImport, td_list_import, "list_import", N_ ("List taken in"), fields)
