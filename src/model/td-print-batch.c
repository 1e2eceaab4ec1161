/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-batch"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-print-batch.h"

#define VALUE(member) TD_ENTITY_FIELD (TdPrintBatch, member)

static const TdField fields[] = {
  { "decision-id", N_ ("Decision"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (decision_id), .target = "decision" },
  { "decision-number", N_ ("Decision"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (decision_number), .via = "decision-id", .source = "number" },
  { "ceremony-id", N_ ("Ceremony"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_LETS_GO,
    VALUE (ceremony_id), .target = "ceremony" },
  { "ceremony-name", N_ ("Ceremony"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (ceremony_name), .via = "ceremony-id", .source = "name" },
  { "printer", N_ ("Printer"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_FIXED,
    VALUE (printer) },
  { "printer-name", N_ ("Printer"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (printer_name) },
  { "tray", N_ ("Tray"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (tray) },
  { "stock-id", N_ ("Stock"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (stock_id), .target = "stock" },
  { "stock-name", N_ ("Stock"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (stock_name), .via = "stock-id", .source = "name" },
  { "calibration-id", N_ ("Calibration"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_LETS_GO,
    VALUE (calibration_id), .target = "calibration" },
  { "template-name", N_ ("Template"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (template_name) },
  { "sort-order", N_ ("Order"), TD_FIELD_CHOICE, TD_FIELD_FIXED,
    VALUE (sort_order), .choices = td_choices_page_order },
  { "with-ornament", N_ ("With ornament"), TD_FIELD_BOOLEAN, TD_FIELD_FIXED,
    VALUE (with_ornament) },
  { "copies", N_ ("Copies"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (copies) },
  { "first-number", N_ ("First sheet"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (first_number) },
  { "chunk-size", N_ ("Sheets at once"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (chunk_size) },
  { "n-pages", N_ ("Certificates"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_pages) },
  { "n-sent", N_ ("Sent"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_sent) },
  { "n-printed", N_ ("Printed"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_printed) },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (state), .choices = td_choices_batch_state },
  { "started-on", N_ ("Started on"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (started_on) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdPrintBatch, td_print_batch, "print_batch", N_ ("Print batch"), fields)
