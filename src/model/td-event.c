/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-event"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-event.h"

#define VALUE(member) TD_ENTITY_FIELD (TdEvent, member)

static const TdField fields[] = {
  { "name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME,
    VALUE (name) },
  { "day", N_ ("Day"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (day) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdEvent, td_event, "event", N_ ("Event"), fields)
