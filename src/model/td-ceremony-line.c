/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-line"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ceremony-line.h"
#include "td-choices.h"

#define VALUE(member) TD_ENTITY_FIELD (TdCeremonyLine, member)

static const TdField fields[] = {
  { "ceremony-id", N_ ("Ceremony"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (ceremony_id), .target = "ceremony" },
  { "position", N_ ("Order"), TD_FIELD_INTEGER, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (position) },
  { "award-id", N_ ("Award"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN,
    VALUE (award_id), .target = "award" },
  { "award-name", N_ ("Name"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (award_name), .via = "award-id", .source = "subject_name" },
  { "unit-name", N_ ("Unit"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (unit_name), .via = "award-id", .source = "unit_name" },
  { "post", N_ ("Post"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (post), .via = "award-id", .source = "post" },
  { "award-form", N_ ("Award form"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (award_form), .via = "award-id", .source = "award_form" },
  { "register-number", N_ ("Register number"), TD_FIELD_INTEGER, TD_FIELD_FIXED,
    VALUE (register_number), .via = "award-id", .source = "register_number" },
  { "revocation-id", N_ ("Revoked by"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN | TD_FIELD_FIXED,
    VALUE (revocation_id), .via = "award-id", .source = "revocation_id" },
  { "posthumous", N_ ("Posthumous"), TD_FIELD_BOOLEAN, TD_FIELD_FIXED,
    VALUE (posthumous), .via = "award-id", .source = "posthumous" },
  { "receiver", N_ ("Steps up"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (receiver) },
  { "seat", N_ ("Seat"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (seat) },
  { "presence", N_ ("Presence"), TD_FIELD_CHOICE, TD_FIELD_LISTED | TD_FIELD_FIXED,
    VALUE (presence), .choices = td_choices_presence },
  { "received-by", N_ ("Received by"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (received_by) },
  { "received-on", N_ ("Received on"), TD_FIELD_DATE, TD_FIELD_FIXED,
    VALUE (received_on) },
  { "sent-by", N_ ("How it was sent"), TD_FIELD_TEXT, TD_FIELD_FIXED,
    VALUE (sent_by) },
  { "carried-to-id", N_ ("Carried over"), TD_FIELD_REFERENCE, TD_FIELD_HIDDEN | TD_FIELD_LETS_GO,
    VALUE (carried_to_id), .target = "ceremony_line" },
  { "note", N_ ("Note"), TD_FIELD_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdCeremonyLine, td_ceremony_line, "ceremony_line", N_ ("Line of a ceremony"), fields)
