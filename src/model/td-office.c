/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-office"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-office.h"

#define VALUE(member) TD_ENTITY_FIELD (TdOffice, member)

static const TdField fields[] = {
  { "name", N_ ("Office"), TD_FIELD_TEXT, TD_FIELD_REQUIRED,
    VALUE (name) },
  { "place", N_ ("Place name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED,
    VALUE (place) },
  { "province", N_ ("Province"), TD_FIELD_TEXT, 0,
    VALUE (province) },
};

TD_DEFINE_ENTITY (TdOffice, td_office, "office", N_ ("Office"), fields)
