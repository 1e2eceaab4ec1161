/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-layout"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-list-layout.h"

#define VALUE(member) TD_ENTITY_FIELD (TdListLayout, member)

static const TdField fields[] = {
  { "sender-id", N_ ("Sender"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED,
    VALUE (sender_id), .target = "unit" },
  { "sender-name", N_ ("Sender"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (sender_name), .via = "sender-id", .source = "name" },
  { "fingerprint", N_ ("Checksum"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_FIXED | TD_FIELD_HIDDEN,
    VALUE (fingerprint) },
  { "mapping", N_ ("Columns"), TD_FIELD_LONG_TEXT, TD_FIELD_REQUIRED | TD_FIELD_FIXED,
    VALUE (mapping) },
};

TD_DEFINE_ENTITY (TdListLayout, td_list_layout, "list_layout", N_ ("Columns of a list"), fields)
