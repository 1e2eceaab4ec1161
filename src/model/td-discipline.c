/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-discipline"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-discipline.h"

#define VALUE(member) TD_ENTITY_FIELD (TdDiscipline, member)

static const TdField fields[] = {
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (subject_id), .target = "subject" },
  { "form", N_ ("Form"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (form), .choices = td_choices_discipline_form },
  { "decision-number", N_ ("Decision"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (decision_number) },
  { "from-date", N_ ("From"), TD_FIELD_DATE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (from_date) },
  { "to-date", N_ ("Until"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (to_date) },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdDiscipline, td_discipline, "discipline", N_ ("Disciplinary measure"), fields)
