/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-field"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-field.h"

/**
 * td_field_is_number:
 * @field: a field
 *
 * Returns: whether its value is a gint64 rather than text; booleans are numbers too
 */
gboolean
td_field_is_number (const TdField *field)
{
  switch (field->kind)
    {
    case TD_FIELD_INTEGER:
    case TD_FIELD_MONEY:
    case TD_FIELD_LENGTH:
    case TD_FIELD_BOOLEAN:
    case TD_FIELD_REFERENCE:
      return TRUE;
    case TD_FIELD_TEXT:
    case TD_FIELD_LONG_TEXT:
    case TD_FIELD_DATE:
    case TD_FIELD_CHOICE:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

/**
 * td_field_holds_several:
 * @field: a field
 *
 * Returns: whether its text is several words of a table of choices
 */
gboolean
td_field_holds_several (const TdField *field)
{
  return field->kind == TD_FIELD_TEXT && field->choices != NULL;
}

/**
 * td_field_to_column:
 * @field: a field
 *
 * Returns: (transfer full): its name as a column and a JSON key: "valid_from"
 */
char *
td_field_to_column (const TdField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

/**
 * td_choice_find:
 * @choices: a table of choices
 * @nick: (nullable): a word
 *
 * Returns: (nullable): the choice with that word
 */
const TdChoice *
td_choice_find (const TdChoice *choices, const char *nick)
{
  for (; nick != NULL && choices->nick != NULL; choices++)
    if (g_str_equal (choices->nick, nick))
      return choices;
  return NULL;
}

/**
 * td_choice_get_label:
 * @choices: a table of choices
 * @nick: (nullable): a word of it
 *
 * Returns: what people call it, translated; empty for a word that is not in the table
 */
const char *
td_choice_get_label (const TdChoice *choices, const char *nick)
{
  const TdChoice *choice = td_choice_find (choices, nick);

  return choice != NULL ? _ (choice->label) : "";
}

/**
 * td_field_find_choice:
 * @field: a field of kind %TD_FIELD_CHOICE
 * @nick: (nullable): a word
 *
 * Returns: (nullable): the choice with that word
 */
const TdChoice *
td_field_find_choice (const TdField *field, const char *nick)
{
  g_return_val_if_fail (field->choices != NULL, NULL);

  return td_choice_find (field->choices, nick);
}
