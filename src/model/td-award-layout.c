/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-layout"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-layout.h"

#define VALUE(member) TD_ENTITY_FIELD (TdAwardLayout, member)

static const TdField fields[] = {
  { "award-id", N_ ("Award"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (award_id), .target = "award" },
  { "template-name", N_ ("Certificate template"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (template_name) },
  { "box", N_ ("Part"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (box) },
  { "text", N_ ("Text as printed"), TD_FIELD_LONG_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (text) },
  { "dx", N_ ("Moved to the right (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (dx) },
  { "dy", N_ ("Moved down (mm)"), TD_FIELD_LENGTH, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (dy) },
  { "size", N_ ("Type size (hundredths of a point)"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (size) },
};

TD_DEFINE_ENTITY (TdAwardLayout, td_award_layout, "award_layout", N_ ("Change on a certificate"), fields)
