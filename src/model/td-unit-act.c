/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-act"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-unit-act.h"

#define VALUE(member) TD_ENTITY_FIELD (TdUnitAct, member)

static const TdField fields[] = {
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (kind), .choices = td_choices_unit_act_kind },
  { "date", N_ ("In force from"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (date) },
  { "document", N_ ("Document number"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (document) },
  { "issuer", N_ ("Issued by"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (issuer) },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdUnitAct, td_unit_act, "unit_act", N_ ("Act on units"), fields)
