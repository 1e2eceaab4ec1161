/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-questions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ceremony-questions.h"

#define VALUE(member) TD_ENTITY_FIELD (TdCeremonyQuestion, member)
static const TdField ceremony_question_fields[] = {
  { "name", N_ ("Ceremony"), TD_FIELD_TEXT, TD_FIELD_REQUIRED, VALUE (name) },
  { "day", N_ ("Day"), TD_FIELD_DATE, 0, VALUE (day) },
  { "hour", N_ ("Hour"), TD_FIELD_TEXT, 0, VALUE (hour) },
  { "place", N_ ("Venue"), TD_FIELD_TEXT, 0, VALUE (place) },
  { "host", N_ ("Held by"), TD_FIELD_TEXT, 0, VALUE (host) },
  { "by-unit", N_ ("Call unit by unit, not form by form"), TD_FIELD_BOOLEAN, 0, VALUE (by_unit) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdCeremonyQuestion, td_ceremony_question, "ceremony_question", N_ ("Question"), ceremony_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdPresentQuestion, member)
static const TdField present_question_fields[] = {
  { "day", N_ ("Day"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (day) },
  { "received-by", N_ ("Received by, if not by whoever steps up"), TD_FIELD_TEXT, 0, VALUE (received_by) },
  { "chosen", N_ ("Only those chosen in the list"), TD_FIELD_BOOLEAN, 0, VALUE (chosen) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdPresentQuestion, td_present_question, "present_question", N_ ("Question"), present_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdSendQuestion, member)
static const TdField send_question_fields[] = {
  { "sent-by", N_ ("Sent by post, with whom"), TD_FIELD_TEXT, TD_FIELD_REQUIRED, VALUE (sent_by) },
  { "received-by", N_ ("Received by, if not by whoever steps up"), TD_FIELD_TEXT, 0, VALUE (received_by) },
  { "day", N_ ("Day"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (day) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdSendQuestion, td_send_question, "send_question", N_ ("Question"), send_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdCarryQuestion, member)
static const TdField carry_question_fields[] = {
  { "ceremony-id", N_ ("Later ceremony"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED, VALUE (ceremony_id), .target = "ceremony" },
  { "chosen", N_ ("Only those chosen in the list"), TD_FIELD_BOOLEAN, 0, VALUE (chosen) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdCarryQuestion, td_carry_question, "carry_question", N_ ("Question"), carry_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdSeatsQuestion, member)
static const TdField seats_question_fields[] = {
  { "n-rows", N_ ("Rows of seats"), TD_FIELD_INTEGER, TD_FIELD_REQUIRED, VALUE (n_rows) },
  { "n-per-row", N_ ("Seats in a row"), TD_FIELD_INTEGER, TD_FIELD_REQUIRED, VALUE (n_per_row) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdSeatsQuestion, td_seats_question, "seats_question", N_ ("Question"), seats_question_fields)
