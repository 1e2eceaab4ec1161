/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-earlier-award"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-earlier-award.h"

#define VALUE(member) TD_ENTITY_FIELD (TdEarlierAward, member)

static const TdField fields[] = {
  { "subject-id", N_ ("Subject"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF | TD_FIELD_FINDS,
    VALUE (subject_id), .target = "subject" },
  { "award-form", N_ ("Award form"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (award_form) },
  { "giver-text", N_ ("Giver"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (giver_text) },
  { "decision-number", N_ ("Decision"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (decision_number) },
  { "decision-date", N_ ("Date"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (decision_date) },
  { "achievement", N_ ("Wording"), TD_FIELD_LONG_TEXT, 0,
    VALUE (achievement) },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LENT,
    VALUE (unit_name) },
  { "post", N_ ("Post"), TD_FIELD_TEXT, 0,
    VALUE (post) },
  { "period-from", N_ ("Achievement from"), TD_FIELD_DATE, 0,
    VALUE (period_from) },
  { "period-to", N_ ("Achievement until"), TD_FIELD_DATE, 0,
    VALUE (period_to) },
  { "source", N_ ("Source"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (source) },
};

TD_DEFINE_ENTITY (TdEarlierAward, td_earlier_award, "earlier_award", N_ ("Earlier award"), fields)
