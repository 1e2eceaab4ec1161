/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-round"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-stock-round.h"

#define VALUE(member) TD_ENTITY_FIELD (TdStockRound, member)

static const TdField fields[] = {
  { "step", N_ ("Step"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (step), .choices = td_choices_stock_step },
  { "decision-id", N_ ("Decision"), TD_FIELD_REFERENCE, TD_FIELD_FIXED | TD_FIELD_LETS_GO,
    VALUE (decision_id), .target = "decision" },
  { "decision-number", N_ ("Decision"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (decision_number), .via = "decision-id", .source = "number" },
  { "out-on", N_ ("Out on"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (out_on) },
  { "handed-to", N_ ("Handed to"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (handed_to) },
  { "n-out", N_ ("Sheets out"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_out) },
  { "back-on", N_ ("Back on"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (back_on) },
  { "n-back", N_ ("Sheets back"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_back) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdStockRound, td_stock_round, "stock_round", N_ ("Round of certificates"), fields)
