/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-bloc"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-bloc.h"

#define VALUE(member) TD_ENTITY_FIELD (TdBloc, member)

static const TdField fields[] = {
  { "year", N_ ("Year"), TD_FIELD_INTEGER, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (year) },
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME,
    VALUE (name) },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (kind), .choices = td_choices_bloc_kind },
  { "head-id", N_ ("Head unit"), TD_FIELD_REFERENCE, 0,
    VALUE (head_id), .target = "unit" },
  { "deputy-id", N_ ("Deputy unit"), TD_FIELD_REFERENCE, 0,
    VALUE (deputy_id), .target = "unit" },
  { "agreement", N_ ("Emulation agreement"), TD_FIELD_LONG_TEXT, 0,
    VALUE (agreement) },
  { "agreement-date", N_ ("Agreement signed"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (agreement_date) },
  { "head-name", N_ ("Head unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (head_name), .via = "head-id", .source = "name" },
  { "deputy-name", N_ ("Deputy unit"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (deputy_name), .via = "deputy-id", .source = "name" },
};

TD_DEFINE_ENTITY (TdBloc, td_bloc, "bloc", N_ ("Bloc"), fields)
