/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-pack"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-stock-pack.h"

#define VALUE(member) TD_ENTITY_FIELD (TdStockPack, member)

static const TdField fields[] = {
  { "stock-id", N_ ("Stock"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (stock_id), .target = "stock" },
  { "received-on", N_ ("Received on"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (received_on) },
  { "supplier", N_ ("Supplier"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (supplier) },
  { "document", N_ ("By document"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (document) },
  { "first-number", N_ ("First number"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (first_number) },
  { "n-sheets", N_ ("Sheets"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (n_sheets) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdStockPack, td_stock_pack, "stock_pack", N_ ("Pack of blanks"), fields)
