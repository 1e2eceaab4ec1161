/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-record"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-list-record.h"

#define VALUE(member) TD_ENTITY_FIELD (TdListRecord, member)

static const TdField fields[] = {
  { "import-id", N_ ("List"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (import_id), .target = "list_import" },
  { "sheet", N_ ("Sheet"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (sheet) },
  { "line", N_ ("Line"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (line) },
  { "cells", N_ ("As written"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED | TD_FIELD_PRIVATE,
    VALUE (cells) },
  { "fingerprint", N_ ("Checksum"), TD_FIELD_TEXT, TD_FIELD_FIXED | TD_FIELD_HIDDEN,
    VALUE (fingerprint) },
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_FIXED | TD_FIELD_LETS_GO,
    VALUE (subject_id), .target = "subject" },
  { "nomination-id", N_ ("Nomination"), TD_FIELD_REFERENCE, TD_FIELD_FIXED | TD_FIELD_LETS_GO,
    VALUE (nomination_id), .target = "nomination" },
  { "earlier-award-id", N_ ("Earlier award"), TD_FIELD_REFERENCE, TD_FIELD_FIXED | TD_FIELD_LETS_GO,
    VALUE (earlier_award_id), .target = "earlier_award" },
};

TD_DEFINE_ENTITY (TdListRecord, td_list_record, "list_row", N_ ("Row of a list"), fields)
