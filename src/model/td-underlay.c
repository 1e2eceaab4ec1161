/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-underlay"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-underlay.h"

#define VALUE(member) TD_ENTITY_FIELD (TdUnderlay, member)

static const TdField fields[] = {
  { "template-name", N_ ("Certificate template"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (template_name) },
  { "file-name", N_ ("File"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (file_name) },
  { "image", N_ ("Picture"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED | TD_FIELD_ATTACHED,
    VALUE (image) },
  { "pixel-width", N_ ("Width in pixels"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (pixel_width) },
  { "pixel-height", N_ ("Height in pixels"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (pixel_height) },
  { "marks", N_ ("Marks"), TD_FIELD_LONG_TEXT, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (marks) },
};

TD_DEFINE_ENTITY (TdUnderlay, td_underlay, "template_underlay", N_ ("Picture of a blank"), fields)
