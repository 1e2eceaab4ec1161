/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ceremony.h"
#include "td-choices.h"

#define VALUE(member) TD_ENTITY_FIELD (TdCeremony, member)

static const TdField fields[] = {
  { "name", N_ ("Ceremony"), TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (name) },
  { "day", N_ ("Day"), TD_FIELD_DATE, TD_FIELD_LISTED,
    VALUE (day) },
  { "hour", N_ ("Hour"), TD_FIELD_TEXT, 0,
    VALUE (hour) },
  { "place", N_ ("Venue"), TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_SEARCHED,
    VALUE (place) },
  { "host", N_ ("Held by"), TD_FIELD_TEXT, 0,
    VALUE (host) },
  { "state", N_ ("State"), TD_FIELD_CHOICE, TD_FIELD_LISTED,
    VALUE (state), .choices = td_choices_ceremony_state },
  { "n-rows", N_ ("Rows of seats"), TD_FIELD_INTEGER, 0,
    VALUE (n_rows) },
  { "n-per-row", N_ ("Seats in a row"), TD_FIELD_INTEGER, 0,
    VALUE (n_per_row) },
  { "note", N_ ("Note"), TD_FIELD_LONG_TEXT, 0,
    VALUE (note) },
};

TD_DEFINE_ENTITY (TdCeremony, td_ceremony, "ceremony", N_ ("Ceremony"), fields)

/**
 * td_ceremony_dup_row:
 * @row: from 0, counted from the stage
 *
 * Returns: (transfer full): what people call it: "A" … "Z", then "AA"
 */
char *
td_ceremony_dup_row (guint row)
{
  char letters[8];
  guint at = sizeof letters - 1;

  letters[at] = '\0';
  for (guint n = row + 1; n > 0 && at > 0; n = (n - 1) / 26)
    letters[--at] = (char) ('A' + (n - 1) % 26);
  return g_strdup (letters + at);
}

/**
 * td_ceremony_dup_seat:
 * @row: from 0
 * @place: in the row, from 0
 *
 * Returns: (transfer full): "A1"
 */
char *
td_ceremony_dup_seat (guint row, guint place)
{
  g_autofree char *name = td_ceremony_dup_row (row);

  return g_strdup_printf ("%s%u", name, place + 1);
}
