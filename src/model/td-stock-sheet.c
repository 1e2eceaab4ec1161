/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-stock-sheet.h"

#define VALUE(member) TD_ENTITY_FIELD (TdStockSheet, member)

static const TdField fields[] = {
  { "stock-id", N_ ("Stock"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (stock_id), .target = "stock" },
  { "stock-name", N_ ("Stock"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (stock_name), .via = "stock-id", .source = "name" },
  { "pack-id", N_ ("Pack"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN,
    VALUE (pack_id), .target = "stock_pack" },
  { "number", N_ ("Number"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (number) },
  { "code", N_ ("Blank"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_FIXED,
    VALUE (code) },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (state), .choices = td_choices_sheet_state },
  { "changed-on", N_ ("Since"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (changed_on) },
  { "award-id", N_ ("Award"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_LETS_GO,
    VALUE (award_id), .target = "award" },
  { "award-name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (award_name), .via = "award-id", .source = "subject_name" },
  { "register-number", N_ ("Register number"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (register_number), .via = "award-id", .source = "register_number" },
  { "decision-id", N_ ("Decision"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (decision_id), .via = "award-id", .source = "decision_id" },
  { "reason", N_ ("Reason"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (reason) },
  { "used-on", N_ ("Left the store on"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (used_on) },
  { "spoiled-on", N_ ("Spoiled on"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (spoiled_on) },
  { "presented-on", N_ ("Presented on"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (presented_on) },
  { "destroyed-on", N_ ("Destroyed on"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (destroyed_on) },
  { "document", N_ ("By document"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (document) },
  { "round-id", N_ ("Round"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_LETS_GO,
    VALUE (round_id), .target = "stock_round" },
  { "recall-id", N_ ("To be taken back by"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (recall_id), .target = "decision_act" },
  { "recalled-by", N_ ("To be taken back by"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (recalled_by), .via = "recall-id", .source = "number" },
};

TD_DEFINE_ENTITY (TdStockSheet, td_stock_sheet, "stock_sheet", N_ ("Sheet of a stock"), fields)
