/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-office"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-office.h"

#define VALUE(member) TD_ENTITY_FIELD (TdOffice, member)

static const TdField fields[] = {
  { "name", N_ ("Office"), TD_FIELD_TEXT, TD_FIELD_REQUIRED,
    VALUE (name) },
  { "place", N_ ("Place name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED,
    VALUE (place) },
  { "province", N_ ("Province"), TD_FIELD_TEXT, 0,
    VALUE (province) },
  { "calibration-days", N_ ("Days until a printer is calibrated again"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (calibration_days) },
  { "code-place", N_ ("Authenticity codes"), TD_FIELD_CHOICE, TD_FIELD_FIXED,
    VALUE (code_place), .choices = td_choices_code_place },
  { "code-document", N_ ("Allowed on state forms by"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (code_document) },
};

TD_DEFINE_ENTITY (TdOffice, td_office, "office", N_ ("Office"), fields)
