/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-words"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-template-fields.h"
#include "td-template-words.h"

/* What stands in the boxes of a template, as a person reads it: "Tặng «Tên người được khen»" where the
 * template has "Tặng {subject_line}". There is no syntax to be learnt. */

#define OPEN  "«"
#define CLOSE "»"

/**
 * td_template_words_dup_title:
 * @name: a field
 * @optional: whether it may be empty
 *
 * Returns: (transfer full) (nullable): how it is shown, without the marks about it; %NULL for no field of ours
 */
char *
td_template_words_dup_title (const char *name, gboolean optional)
{
  const char *label;

  g_return_val_if_fail (name != NULL, NULL);

  label = td_template_fields_get_label (name);
  if (label == name)
    return NULL;
  /* Translators: a field of a certificate that may be empty: "Post, unit, address (if any)" */
  return optional ? g_strdup_printf (_ ("%s (if any)"), label) : g_strdup (label);
}

/**
 * td_template_words_to_shown:
 * @pattern: the text of a box
 *
 * Returns: (transfer full): the same with the names of fields as people call them; what is no field of ours stays
 */
char *
td_template_words_to_shown (const char *pattern)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  g_return_val_if_fail (pattern != NULL, NULL);

  for (const char *at = pattern; *at != '\0';)
    {
      gsize length = strcspn (at, "{");
      const char *open = at + length;
      const char *close = *open != '\0' ? strchr (open, '}') : NULL;
      g_autofree char *name = NULL;
      g_autofree char *title = NULL;
      gboolean optional;

      g_string_append_len (shown, at, (gssize) length);
      if (close == NULL)
        {
          g_string_append (shown, open);
          break;
        }
      optional = close > open + 1 && close[-1] == '?';
      name = g_strndup (open + 1, (gsize) (close - open - 1 - (optional ? 1 : 0)));
      title = td_template_words_dup_title (name, optional);
      if (title != NULL)
        g_string_append_printf (shown, OPEN "%s" CLOSE, title);
      else
        g_string_append_len (shown, open, close + 1 - open);
      at = close + 1;
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/* The field a title stands for, as a template has it. */
static char *
dup_placeholder (const char *title)
{
  g_auto (GStrv) names = td_template_fields_list ();

  for (guint i = 0; names[i / 2] != NULL; i++)
    {
      g_autofree char *known = td_template_words_dup_title (names[i / 2], i % 2 == 1);

      if (g_strcmp0 (known, title) == 0)
        return g_strdup_printf ("{%s%s}", names[i / 2], i % 2 == 1 ? "?" : "");
    }
  return NULL;
}

/**
 * td_template_words_from_shown:
 * @shown: a text as td_template_words_to_shown() gives it, perhaps changed
 *
 * Returns: (transfer full): the text for a box; a name that no field has is taken as it stands
 */
char *
td_template_words_from_shown (const char *shown)
{
  g_autoptr (GString) pattern = g_string_new (NULL);

  g_return_val_if_fail (shown != NULL, NULL);

  for (const char *at = shown; *at != '\0';)
    {
      const char *open = strstr (at, OPEN);
      const char *close = open != NULL ? strstr (open, CLOSE) : NULL;
      g_autofree char *title = NULL;
      g_autofree char *placeholder = NULL;

      if (close == NULL)
        {
          g_string_append (pattern, at);
          break;
        }
      title = g_strndup (open + strlen (OPEN), (gsize) (close - open) - strlen (OPEN));
      placeholder = dup_placeholder (title);
      g_string_append_len (pattern, at, open - at);
      if (placeholder != NULL)
        g_string_append (pattern, placeholder);
      else
        g_string_append_len (pattern, open, (gssize) strlen (OPEN)); /* what follows may still be one */
      at = placeholder != NULL ? close + strlen (CLOSE) : open + strlen (OPEN);
    }
  return g_string_free (g_steal_pointer (&pattern), FALSE);
}
