/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-stock.h"

#define VALUE(member) TD_ENTITY_FIELD (TdStock, member)

static const TdField fields[] = {
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME,
    VALUE (name) },
  { "award-form", N_ ("Award form"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (award_form) },
  { "giver-id", N_ ("Giver"), TD_FIELD_REFERENCE, TD_FIELD_LETS_GO,
    VALUE (giver_id), .target = "giver" },
  { "giver-name", N_ ("Giver"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (giver_name), .via = "giver-id", .source = "name" },
  { "width", N_ ("Width (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED,
    VALUE (width) },
  { "height", N_ ("Height (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED,
    VALUE (height) },
  { "measured-on", N_ ("Measured on"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (measured_on) },
  { "measured-by", N_ ("Measured by"), TD_FIELD_TEXT, 0,
    VALUE (measured_by) },
  { "numbered", N_ ("Numbered by the printing house"), TD_FIELD_BOOLEAN, TD_FIELD_LISTED,
    VALUE (numbered) },
  { "series", N_ ("Letters before the number"), TD_FIELD_TEXT, 0,
    VALUE (series) },
  { "n-digits", N_ ("Digits of the number"), TD_FIELD_INTEGER, 0,
    VALUE (n_digits) },
  { "n-least", N_ ("Fewest in store"), TD_FIELD_INTEGER, 0,
    VALUE (n_least) },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdStock, td_stock, "stock", N_ ("Stock"), fields)
