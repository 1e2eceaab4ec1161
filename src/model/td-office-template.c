/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-office-template"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-office-template.h"

#define VALUE(member) TD_ENTITY_FIELD (TdOfficeTemplate, member)

static const TdField fields[] = {
  { "name", N_ ("Short name"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (name) },
  { "title", N_ ("Title"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (title) },
  { "based-on", N_ ("Copied from"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (based_on) },
  { "changed-on", N_ ("Changed on"), TD_FIELD_DATE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (changed_on) },
  { "retired", N_ ("No longer offered"), TD_FIELD_BOOLEAN, TD_FIELD_LISTED,
    VALUE (retired) },
  { "xml", N_ ("Template"), TD_FIELD_LONG_TEXT, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (xml) },
};

TD_DEFINE_ENTITY (TdOfficeTemplate, td_office_template, "certificate_template", N_ ("Certificate template"), fields)
