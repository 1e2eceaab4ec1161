/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-report.h"

#define VALUE(member) TD_ENTITY_FIELD (TdReport, member)

static const TdField fields[] = {
  { "deadline-id", N_ ("Deadline"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (deadline_id), .target = "deadline" },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (unit_id), .target = "unit" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "unit-id", .source = "name" },
  { "received-on", N_ ("Received on"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (received_on) },
  { "number", N_ ("Number"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (number) },
  { "document", N_ ("File"), TD_FIELD_TEXT, TD_FIELD_ATTACHED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (document) },
  { "file-name", N_ ("Name of the file"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (file_name) },
  { "reminded-on", N_ ("Reminded on"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (reminded_on) },
  { "n-reminders", N_ ("Reminders"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (n_reminders) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdReport, td_report, "report", N_ ("Report"), fields)
