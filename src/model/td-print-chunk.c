/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-chunk"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-print-chunk.h"

#define VALUE(member) TD_ENTITY_FIELD (TdPrintChunk, member)

static const TdField fields[] = {
  { "batch-id", N_ ("Print batch"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (batch_id), .target = "print_batch" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (position) },
  { "tag", N_ ("Mark"), TD_FIELD_TEXT, TD_FIELD_HIDDEN,
    VALUE (tag) },
  { "job-number", N_ ("Job"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (job_number) },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (state), .choices = td_choices_chunk_state },
  { "first-page", N_ ("First page"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (first_page) },
  { "n-pages", N_ ("Certificates"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_pages) },
  { "sent-at", N_ ("Sent at"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (sent_at) },
};

TD_DEFINE_ENTITY (TdPrintChunk, td_print_chunk, "print_chunk", N_ ("Chunk of a print batch"), fields)
