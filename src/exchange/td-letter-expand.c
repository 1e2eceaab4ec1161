/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-expand"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-finding.h"
#include "td-letter-fill-private.h"

#define DOTS      "……………"
#define MAX_DEPTH 8
/* Definitions that call one another many times over end here instead of never. */
#define MAX_LOOKUPS 2000

static char *dup_value (TdLetterFields *self, const char *name);

/**
 * td_letter_dup_attribute:
 * @node: an element
 * @name: an attribute
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
td_letter_dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/**
 * td_letter_dup_label:
 * @root: a template's root
 * @name: a field or topic
 *
 * Returns: (transfer full): what a clerk calls it; @name itself where the template does not say
 */
char *
td_letter_dup_label (xmlNode *root, const char *name)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *own = NULL;

      if (node->type != XML_ELEMENT_NODE || !xmlStrEqual (node->name, BAD_CAST "field"))
        continue;
      own = td_letter_dup_attribute (node, "name");
      if (g_strcmp0 (own, name) == 0)
        return td_letter_dup_attribute (node, "label");
    }
  return g_strdup (name);
}

static gboolean
test_holds (TdLetterFields *self, const char *test)
{
  g_auto (GStrv) names = g_strsplit (test, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean turned = names[i][0] == '!';
      g_autofree char *value = dup_value (self, names[i] + (turned ? 1 : 0));
      gboolean on = value != NULL && *value != '\0';

      if (on == turned)
        return FALSE;
    }
  return TRUE;
}

/**
 * td_letter_fields_hold:
 * @self: the values
 * @node: an element of the template
 * @attribute: the attribute that holds a condition
 *
 * Returns: whether it holds; an absent condition does
 */
gboolean
td_letter_fields_hold (TdLetterFields *self, xmlNode *node, const char *attribute)
{
  g_autofree char *test = td_letter_dup_attribute (node, attribute);

  return test == NULL || test_holds (self, test);
}

static char *
apply_modifier (char *value, const char *modifier)
{
  char *result;

  if (g_strcmp0 (modifier, "upper") == 0)
    result = g_utf8_strup (value, -1);
  else if (g_strcmp0 (modifier, "capital") == 0 && *value != '\0')
    {
      const char *rest = g_utf8_next_char (value);
      g_autofree char *first = g_utf8_strup (value, rest - value);

      result = g_strconcat (first, rest, NULL);
    }
  else if (g_strcmp0 (modifier, "date") == 0 && td_date_is_valid (value))
    result = td_date_to_words (value);
  else
    return value;
  g_free (value);
  return result;
}

static void
tell_missing (TdLetterFields *self, const char *name)
{
  g_autofree char *label = NULL;

  if (!g_hash_table_add (self->missing, g_strdup (name)))
    return;
  label = td_letter_dup_label (self->root, name);
  g_ptr_array_add (self->findings,
                   td_finding_at (td_finding_new ("field-missing", TD_SEVERITY_WARNING,
                                                  /* Translators: what a part of a letter is called */
                                                  _ ("The letter does not say “%s” yet; dots stand in its place."),
                                                  label),
                                  name, 0, 0));
}

/* One {name} or {name|modifier}. */
static void
append_field (TdLetterFields *self, const char *spec, gsize length, GString *out)
{
  g_autofree char *name = g_strndup (spec, length);
  char *modifier = strchr (name, '|');
  char *value;

  if (modifier != NULL)
    *modifier++ = '\0';
  value = dup_value (self, name);
  if (value == NULL || *value == '\0')
    {
      tell_missing (self, name);
      g_string_append (out, DOTS);
      g_free (value);
      return;
    }
  value = apply_modifier (value, modifier);
  g_string_append (out, value);
  g_free (value);
}

/* White space in a template is only layout; in a value it is meant. */
static void
append_text (TdLetterFields *self, const char *text, GString *out)
{
  while (*text != '\0')
    {
      const char *end = *text == '{' ? strchr (text, '}') : NULL;

      if (end != NULL)
        {
          append_field (self, text + 1, (gsize) (end - text - 1), out);
          text = end + 1;
        }
      else if (g_ascii_isspace (*text))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          text++;
        }
      else
        g_string_append_c (out, *text++);
    }
}

static void
append_children (TdLetterFields *self, xmlNode *node, GString *out)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE && child->content != NULL)
        append_text (self, (const char *) child->content, out);
      else if (child->type == XML_ELEMENT_NODE && td_letter_fields_hold (self, child, "test"))
        append_children (self, child, out);
    }
}

/* The values of the list under way, then of the letter, then the template's own definitions. */
static char *
dup_value (TdLetterFields *self, const char *name)
{
  const char *value = NULL;
  xmlNode *define;
  char *result;

  if (self->scope != NULL && g_hash_table_lookup_extended (self->scope, name, NULL, (gpointer *) &value))
    return g_strdup (value);
  if (g_hash_table_lookup_extended (self->values, name, NULL, (gpointer *) &value))
    return g_strdup (value);
  /* A list without an achievement of its own shares the letter's. */
  if (strcmp (name, "list-achievement") == 0)
    return g_strdup (g_hash_table_lookup (self->values, "achievement"));

  define = g_hash_table_lookup (self->defines, name);
  if (define == NULL || self->depth >= MAX_DEPTH || self->budget == 0)
    return NULL;
  self->depth++;
  self->budget--;
  result = td_letter_fields_expand (self, define);
  self->depth--;
  return result;
}

/**
 * td_letter_fields_expand:
 * @self: the values
 * @node: an element that holds text, {fields} and <if>
 *
 * Returns: (transfer full): its text
 */
char *
td_letter_fields_expand (TdLetterFields *self, xmlNode *node)
{
  GString *out = g_string_new (NULL);

  if (self->depth == 0)
    self->budget = MAX_LOOKUPS;
  append_children (self, node, out);
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
