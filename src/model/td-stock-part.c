/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-part"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-stock-part.h"

#define VALUE(member) TD_ENTITY_FIELD (TdStockPart, member)

static const TdField fields[] = {
  { "stock-id", N_ ("Stock"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (stock_id), .target = "stock" },
  { "part", N_ ("Part"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (part), .choices = td_choices_stock_part },
  { "text", N_ ("Words on it"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (text) },
};

TD_DEFINE_ENTITY (TdStockPart, td_stock_part, "stock_part", N_ ("Printed on the blank"), fields)
