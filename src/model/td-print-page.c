/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-print-page.h"

#define VALUE(member) TD_ENTITY_FIELD (TdPrintPage, member)

static const TdField fields[] = {
  { "batch-id", N_ ("Print batch"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (batch_id), .target = "print_batch" },
  { "chunk-id", N_ ("Chunk"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (chunk_id), .target = "print_chunk" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (position) },
  { "award-id", N_ ("Award"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_LETS_GO,
    VALUE (award_id), .target = "award" },
  { "award-name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (award_name), .via = "award-id", .source = "subject_name" },
  { "sheet-id", N_ ("Blank"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_LETS_GO,
    VALUE (sheet_id), .target = "stock_sheet" },
  { "sheet-code", N_ ("Blank"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (sheet_code), .via = "sheet-id", .source = "code" },
  { "sheet-number", N_ ("Number"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (sheet_number), .via = "sheet-id", .source = "number" },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (state), .choices = td_choices_page_state },
};

TD_DEFINE_ENTITY (TdPrintPage, td_print_page, "print_page", N_ ("Page of a print batch"), fields)
