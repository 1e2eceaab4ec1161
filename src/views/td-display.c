/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-display"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-display.h"
#include "td-length.h"
#include "td-number.h"

/* How values are shown to people, in lists and forms alike. */

static char *
one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n\t", ' ');
}

static char *
join_labels (const TdField *field, const char *text)
{
  g_auto (GStrv) nicks = g_strsplit_set (text, " \n", -1);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      const TdChoice *choice = td_field_find_choice (field, nicks[i]);

      if (*nicks[i] != '\0')
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", choice != NULL ? _ (choice->label) : nicks[i]);
    }
  return g_string_free (labels, FALSE);
}

/**
 * td_display_dup_text:
 * @entity: a record
 * @field: one of its fields
 *
 * Returns: (transfer full): the value on one line, as people write it; empty for none
 */
char *
td_display_dup_text (TdEntity *entity, const TdField *field)
{
  const char *text = td_field_is_number (field) ? NULL : td_entity_get_text (entity, field);
  gint64 number = td_field_is_number (field) ? td_entity_get_number (entity, field) : 0;
  const TdChoice *choice;

  switch (field->kind)
    {
    case TD_FIELD_TEXT:
    case TD_FIELD_LONG_TEXT:
      if (td_field_holds_several (field) && text != NULL)
        return join_labels (field, text);
      return text != NULL ? one_line (text) : g_strdup ("");
    case TD_FIELD_DATE:
      return text != NULL ? td_date_to_display (text) : g_strdup ("");
    case TD_FIELD_CHOICE:
      choice = td_field_find_choice (field, text);
      return g_strdup (choice != NULL ? _ (choice->label) : text != NULL ? text
                                                                         : "");
    case TD_FIELD_INTEGER:
      return number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
    case TD_FIELD_MONEY:
      return number != 0 ? td_number_to_display (number) : g_strdup ("");
    case TD_FIELD_LENGTH:
      return number != 0 ? td_length_to_display (number) : g_strdup ("");
    case TD_FIELD_BOOLEAN:
      return g_strdup (number != 0 ? _ ("Yes") : "");
    case TD_FIELD_REFERENCE:
      return g_strdup ("");
    default:
      g_assert_not_reached ();
    }
}

/**
 * td_display_is_state:
 * @field: a field
 *
 * Returns: whether it says how far a record has come, so that it is shown with an icon
 */
gboolean
td_display_is_state (const TdField *field)
{
  return field->kind == TD_FIELD_CHOICE && (g_str_equal (field->name, "state") || g_str_has_suffix (field->name, "-state"));
}

/**
 * td_display_get_icon:
 * @field: a field that is a state
 * @nick: (nullable): its value
 *
 * Returns: (nullable): the name of the icon that stands beside the word
 */
const char *
td_display_get_icon (const TdField *field, const char *nick)
{
  static const struct
  {
    const char *nick, *icon;
  } icons[] = {
    { "new", "star-new-symbolic" },
    { "drafted", "document-edit-symbolic" },
    { "awarded", "emblem-ok-symbolic" },
    { "draft", "document-edit-symbolic" },
    { "submitted", "mail-send-symbolic" },
    { "issued", "changes-prevent-symbolic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (nick, icons[i].nick) == 0)
      return icons[i].icon;
  return NULL;
}

/**
 * td_display_get_label:
 * @field: a field
 *
 * Returns: its heading, translated
 */
const char *
td_display_get_label (const TdField *field)
{
  return *field->label != '\0' ? _ (field->label) : "";
}

/**
 * td_display_severity_icon:
 * @severity: how heavy a finding weighs
 *
 * Returns: the name of its icon
 */
const char *
td_display_severity_icon (TdSeverity severity)
{
  switch (severity)
    {
    case TD_SEVERITY_INFO: return "dialog-information-symbolic";
    case TD_SEVERITY_WARNING: return "dialog-warning-symbolic";
    case TD_SEVERITY_BLOCK: return "dialog-error-symbolic";
    default: g_assert_not_reached ();
    }
}

/**
 * td_display_severity_word:
 * @severity: how heavy a finding weighs
 *
 * Returns: the word that says so, translated
 */
const char *
td_display_severity_word (TdSeverity severity)
{
  switch (severity)
    {
    case TD_SEVERITY_INFO: return _ ("Note");
    case TD_SEVERITY_WARNING: return _ ("To look at");
    case TD_SEVERITY_BLOCK: return _ ("In the way");
    default: g_assert_not_reached ();
    }
}

/**
 * td_display_severity_class:
 * @severity: how heavy a finding weighs
 *
 * Returns: the style class of its icon
 */
const char *
td_display_severity_class (TdSeverity severity)
{
  switch (severity)
    {
    case TD_SEVERITY_INFO: return "accent";
    case TD_SEVERITY_WARNING: return "warning";
    case TD_SEVERITY_BLOCK: return "error";
    default: g_assert_not_reached ();
    }
}
