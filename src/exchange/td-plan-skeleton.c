/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-skeleton"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdarg.h>
#include <string.h>

#include "td-data.h"
#include "td-legal-document.h"
#include "td-plan-skeleton.h"

/* Reads data/templates/plans/plan.json: what a plan written here begins with. */

#define MOST_DEPTH 4

static void
part_free (TdPlanSkeletonPart *part)
{
  g_free (part->text);
  g_free (part->role);
  g_strfreev (part->bindings);
  g_ptr_array_unref (part->sections);
  g_free (part);
}

static void
head_free (TdPlanHead *head)
{
  g_strfreev (head->kinds);
  g_free (head->level);
  g_free (head->issuer);
  g_free (head->head);
  g_free (head->symbol);
  g_free (head->signer_capacity);
  g_free (head->signer_position);
  g_free (head);
}

/**
 * td_plan_skeleton_free:
 * @self: (nullable): a skeleton
 */
void
td_plan_skeleton_free (TdPlanSkeleton *self)
{
  if (self == NULL)
    return;
  g_free (self->doc_type);
  g_free (self->marks);
  g_strfreev (self->topics);
  g_ptr_array_unref (self->sections);
  g_strfreev (self->drop);
  g_ptr_array_unref (self->heads);
  g_strfreev (self->recipients);
  g_free (self->reporters);
  g_hash_table_unref (self->words);
  g_free (self);
}

/* Gives %NULL for an absent member, null, and anything that is no text. */
static char *
dup_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? g_strdup (json_node_get_string (node)) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static char **
dup_texts (JsonObject *object, const char *name)
{
  JsonArray *array = get_array (object, name);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **texts;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_string (node) != NULL)
        g_strv_builder_add (builder, json_node_get_string (node));
    }
  texts = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return texts;
}

static GPtrArray *
read_parts (JsonObject *object, guint depth)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  JsonArray *array = depth < MOST_DEPTH ? get_array (object, "sections") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *member = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      TdPlanSkeletonPart *part;

      if (member == NULL)
        continue;
      part = g_new0 (TdPlanSkeletonPart, 1);
      part->text = dup_text (member, "text");
      part->role = dup_text (member, "role");
      part->bindings = dup_texts (member, "bindings");
      part->sections = read_parts (member, depth + 1);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static GPtrArray *
read_heads (JsonObject *object)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func ((GDestroyNotify) head_free);
  JsonArray *array = get_array (object, "heads");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *member = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      TdPlanHead *head;

      if (member == NULL)
        continue;
      head = g_new0 (TdPlanHead, 1);
      head->kinds = dup_texts (member, "kinds");
      head->level = dup_text (member, "level");
      head->issuer = dup_text (member, "issuer");
      head->head = dup_text (member, "head");
      head->symbol = dup_text (member, "symbol");
      head->signer_capacity = dup_text (member, "signer_capacity");
      head->signer_position = dup_text (member, "signer_position");
      g_ptr_array_add (heads, head);
    }
  return heads;
}

static GHashTable *
read_words (JsonObject *object)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonNode *node = json_object_get_member (object, "words");
  JsonObjectIter iter;
  const char *name;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return words;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &node))
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_string (node) != NULL)
      g_hash_table_insert (words, g_strdup (name), g_strdup (json_node_get_string (node)));
  return words;
}

static TdPlanSkeleton *
read_skeleton (JsonObject *object)
{
  TdPlanSkeleton *self = g_new0 (TdPlanSkeleton, 1);

  self->doc_type = dup_text (object, "doc_type");
  self->marks = dup_text (object, "marks");
  self->topics = dup_texts (object, "topics");
  self->sections = read_parts (object, 0);
  self->drop = dup_texts (object, "drop");
  self->heads = read_heads (object);
  self->recipients = dup_texts (object, "recipients");
  self->reporters = dup_text (object, "reporters");
  self->words = read_words (object);
  return self;
}

/**
 * td_plan_skeleton_parse:
 * @bytes: JSON as in data/templates/plans/plan.json
 * @day: a full date
 * @error: return location
 *
 * Returns: (transfer full): the first skeleton in force on that day
 */
TdPlanSkeleton *
td_plan_skeleton_parse (GBytes *bytes, const char *day, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonArray *array;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  root = json_parser_get_root (parser);
  array = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? get_array (json_node_get_object (root), "skeletons") : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      g_autofree char *from = object != NULL ? dup_text (object, "valid_from") : NULL;
      g_autofree char *to = object != NULL ? dup_text (object, "valid_to") : NULL;

      if (object != NULL && td_validity_on (from, to, day) == TD_VALIDITY_IN_FORCE)
        return read_skeleton (object);
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no skeleton of plans for %s."), day);
  return NULL;
}

/**
 * td_plan_skeleton_load:
 * @day: a full date
 * @error: return location
 *
 * Returns: (transfer full): the skeleton the program ships for that day
 */
TdPlanSkeleton *
td_plan_skeleton_load (const char *day, GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("templates/plans/plan.json", error);

  return bytes != NULL ? td_plan_skeleton_parse (bytes, day, error) : NULL;
}

/**
 * td_plan_skeleton_find_head:
 * @self: a skeleton
 * @unit_kind: (nullable): one of td_choices_unit_kind
 *
 * Returns: (transfer none) (nullable): how such a unit issues plans
 */
const TdPlanHead *
td_plan_skeleton_find_head (const TdPlanSkeleton *self, const char *unit_kind)
{
  for (guint i = 0; unit_kind != NULL && i < self->heads->len; i++)
    {
      const TdPlanHead *head = g_ptr_array_index (self->heads, i);

      if (g_strv_contains ((const char *const *) head->kinds, unit_kind))
        return head;
    }
  return NULL;
}

/**
 * td_plan_words_fill:
 * @pattern: words with {blanks}
 * @blank: the name of one
 * @value: what stands there
 *
 * Returns: (transfer full): the words with it
 */
char *
td_plan_words_fill (const char *pattern, const char *blank, const char *value)
{
  g_autofree char *name = g_strconcat ("{", blank, "}", NULL);
  g_auto (GStrv) parts = g_strsplit (pattern, name, -1);

  return g_strjoinv (value, parts);
}

/**
 * td_plan_skeleton_dup_words:
 * @self: a skeleton
 * @name: of a sentence
 * @...: names of blanks and what stands there, %NULL at the end; a %NULL value is empty
 *
 * Returns: (transfer full): the sentence
 */
char *
td_plan_skeleton_dup_words (const TdPlanSkeleton *self, const char *name, ...)
{
  const char *pattern = g_hash_table_lookup (self->words, name);
  char *text = g_strdup (pattern != NULL ? pattern : "");
  const char *blank;
  va_list args;

  va_start (args, name);
  while ((blank = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);
      char *filled = td_plan_words_fill (text, blank, value != NULL ? value : "");

      g_free (text);
      text = filled;
    }
  va_end (args);
  return text;
}
