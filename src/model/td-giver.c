/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-giver"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-giver.h"

#define VALUE(member) TD_ENTITY_FIELD (TdGiver, member)

static const TdField fields[] = {
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME,
    VALUE (name) },
  { "name-english", N_ ("Name in English"), TD_FIELD_TEXT, 0,
    VALUE (name_english) },
  { "level", N_ ("Level"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (level), .choices = td_choices_giver_level },
  { "body-name", N_ ("Issuing body"), TD_FIELD_TEXT, 0,
    VALUE (body_name) },
  { "governing-body", N_ ("Body above"), TD_FIELD_TEXT, 0,
    VALUE (governing_body) },
  { "symbol", N_ ("Symbol"), TD_FIELD_TEXT, 0,
    VALUE (symbol) },
  { "place", N_ ("Place name"), TD_FIELD_TEXT, 0,
    VALUE (place) },
  { "signer-capacity", N_ ("Capacity"), TD_FIELD_TEXT, 0,
    VALUE (signer_capacity) },
  { "signer-position", N_ ("Position"), TD_FIELD_TEXT, 0,
    VALUE (signer_position) },
  { "signer-name", N_ ("Signer"), TD_FIELD_TEXT, 0,
    VALUE (signer_name) },
  { "fund", N_ ("Fund"), TD_FIELD_TEXT, 0,
    VALUE (fund) },
  { "unit-id", N_ ("Unit"), TD_FIELD_REFERENCE, 0,
    VALUE (unit_id), .target = "unit" },
  { "proposer", N_ ("Proposed by"), TD_FIELD_TEXT, 0,
    VALUE (proposer) },
  { "executors", N_ ("Carried out by"), TD_FIELD_LONG_TEXT, 0,
    VALUE (executors) },
  { "filing", N_ ("Filed at"), TD_FIELD_TEXT, 0,
    VALUE (filing) },
  { "recipients", N_ ("Recipients"), TD_FIELD_LONG_TEXT, 0,
    VALUE (recipients) },
};

TD_DEFINE_ENTITY (TdGiver, td_giver, "giver", N_ ("Giver"), fields)
