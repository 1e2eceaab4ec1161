/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-emblem"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-emblem.h"

#define VALUE(member) TD_ENTITY_FIELD (TdEmblem, member)

static const TdField fields[] = {
  { "format", N_ ("Format"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (format), .choices = td_choices_picture_format },
  { "file-name", N_ ("File"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (file_name) },
  { "sha256", N_ ("SHA-256"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_FIXED,
    VALUE (sha256) },
  { "added-on", N_ ("Added on"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (added_on) },
  { "data", N_ ("Contents"), TD_FIELD_LONG_TEXT, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (data) },
};

TD_DEFINE_ENTITY (TdEmblem, td_emblem, "emblem", N_ ("State emblem"), fields)
