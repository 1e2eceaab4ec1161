/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-part"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-length.h"
#include "td-stock-part.h"

#define VALUE(member) TD_ENTITY_FIELD (TdStockPart, member)

static const TdField fields[] = {
  { "stock-id", N_ ("Stock"), TD_FIELD_REFERENCE, TD_FIELD_REQUIRED | TD_FIELD_HIDDEN | TD_FIELD_PART_OF,
    VALUE (stock_id), .target = "stock" },
  { "part", N_ ("Part"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED | TD_FIELD_LISTED,
    VALUE (part), .choices = td_choices_stock_part },
  { "text", N_ ("Words on it"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (text) },
  { "places", N_ ("Dots begin at (mm)"), TD_FIELD_TEXT, TD_FIELD_LISTED,
    VALUE (places) },
};

TD_DEFINE_ENTITY (TdStockPart, td_stock_part, "stock_part", N_ ("Printed on the blank"), fields)

/* More runs of dots than any blank has. */
#define MOST_PLACES 12

/**
 * td_stock_part_parse_places:
 * @text: millimetres divided by spaces: "64 120,5"
 *
 * Returns: (transfer full) (nullable) (element-type double): the places, or %NULL when one of them is none
 */
GArray *
td_stock_part_parse_places (const char *text)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  words = g_strsplit_set (text, " ;", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 length;
      double place;

      if (*words[i] == '\0')
        continue;
      if (!td_length_parse (words[i], &length) || length < 0 || length > 2000000 || places->len == MOST_PLACES)
        return NULL;
      place = length / 1000.0;
      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}
