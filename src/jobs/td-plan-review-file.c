/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-review-file"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-entity-text.h"
#include "td-file.h"
#include "td-job.h"
#include "td-plan-review-file.h"
#include "td-plan-review-private.h"
#include "td-text-compose.h"
#include "td-text.h"

/* A review as a file: the text of the plan and its facts. Who reads it makes the pieces of the text anew and takes
 * the facts as they stand in the file: a person or a program has looked through them. */

#define FORMAT       "thidua-plan-review"
#define VERSION      1
#define LARGEST_FILE (64 << 20)
#define DEEPEST      5
#define MOST_FACTS   20000

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
values_to_json (TdPlanFact *fact)
{
  JsonObject *whole = td_entity_to_json (fact->entity);
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (fact->entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *column = td_field_to_column (&klass->fields[i]);

      if (!td_plan_fact_has_field (fact, &klass->fields[i]))
        json_object_remove_member (whole, column);
    }
  return whole;
}

static JsonObject *
fact_to_json (TdPlanFact *fact)
{
  JsonObject *object = json_object_new ();
  JsonArray *lines = json_array_new ();

  json_object_set_string_member (object, "group", td_plan_fact_group_to_nick (fact->group));
  set_text (object, "field", fact->field != NULL ? fact->field->name : NULL);
  json_object_set_string_member (object, "state", td_plan_fact_state_to_nick (fact->state));
  set_text (object, "why", fact->why);
  set_text (object, "before", fact->before);
  json_object_set_boolean_member (object, "left_out", fact->left_out);
  json_array_add_int_element (lines, fact->lines.first);
  json_array_add_int_element (lines, fact->lines.last);
  json_object_set_array_member (object, "lines", lines);
  json_object_set_int_member (object, "section", fact->section);
  set_text (object, "words", fact->words);
  json_object_set_object_member (object, "values", values_to_json (fact));
  return object;
}

/**
 * td_plan_review_to_json:
 * @self: a review
 *
 * Returns: (transfer full): all of it: text, findings, facts
 */
char *
td_plan_review_to_json (TdPlanReview *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *facts = json_array_new ();
  JsonArray *findings = json_array_new ();

  for (guint i = 0; i < self->reading->findings->len; i++)
    json_array_add_object_element (findings, td_finding_to_json (g_ptr_array_index (self->reading->findings, i)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->facts)); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

      json_array_add_object_element (facts, fact_to_json (fact));
    }
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", VERSION);
  json_object_set_array_member (object, "findings", findings);
  json_object_set_array_member (object, "facts", facts);
  json_object_set_string_member (object, "text", self->text);
  return td_json_object_to_text (g_steal_pointer (&object), TRUE);
}

/* Reading it */

static gpointer
fail (GError **error, const char *text)
{
  g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, text);
  return NULL;
}

static gpointer
fail_fact (GError **error, guint number, const char *what)
{
  /* Translators: which entry of a file, and the member of it that cannot be used */
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("Fact %u of the review cannot be used: “%s” is not as it must be."), number, what);
  return NULL;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gint64
get_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}

static gboolean
read_value (TdEntity *entity, const TdField *field, JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_NULL (node))
    {
      if (td_field_is_number (field))
        td_entity_set_number (entity, field, 0);
      else
        td_entity_set_text (entity, field, NULL);
      return TRUE;
    }
  if (field->kind == TD_FIELD_BOOLEAN)
    {
      td_entity_set_number (entity, field, type == G_TYPE_BOOLEAN && json_node_get_boolean (node));
      return type == G_TYPE_BOOLEAN;
    }
  if (td_field_is_number (field) || type != G_TYPE_STRING)
    return FALSE;
  /* A long text keeps its lines. */
  text = field->kind == TD_FIELD_LONG_TEXT ? td_text_compose (json_node_get_string (node), -1) : td_text_normalize (json_node_get_string (node));
  if ((field->kind == TD_FIELD_DATE && !td_date_is_valid (text)) || (field->kind == TD_FIELD_CHOICE && td_field_find_choice (field, text) == NULL))
    return FALSE;
  td_entity_set_text (entity, field, text);
  return TRUE;
}

static gboolean
read_values (TdPlanFact *fact, JsonObject *values, guint number, GError **error)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (fact->entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *column = td_field_to_column (&klass->fields[i]);
      JsonNode *node = json_object_get_member (values, column);

      if (node != NULL && td_plan_fact_has_field (fact, &klass->fields[i]) && !read_value (fact->entity, &klass->fields[i], node))
        return fail_fact (error, number, column) != NULL;
    }
  return TRUE;
}

static TdEntity *
make_entity (TdPlanReview *self, TdPlanFactGroup group, gint64 section)
{
  const GType types[TD_PLAN_N_FACT_GROUPS] = { [TD_PLAN_FACTS_AWARDS] = TD_TYPE_ALLOWANCE, [TD_PLAN_FACTS_DEADLINES] = TD_TYPE_DEADLINE, [TD_PLAN_FACTS_TASKS] = TD_TYPE_TASK };

  if (group == TD_PLAN_FACTS_PARTS)
    {
      TdClause *clause = section > 0 && section <= G_MAXUINT ? td_plan_review_get_clause (self, (guint) section) : NULL;

      return clause != NULL ? g_object_ref (TD_ENTITY (clause)) : NULL;
    }
  if (group == TD_PLAN_FACTS_HEAD || group == TD_PLAN_FACTS_PERIOD)
    return g_object_ref (TD_ENTITY (self->plan));
  return g_object_new (types[group], NULL);
}

static gboolean
read_lines (JsonObject *object, TdPlanLines *lines)
{
  JsonNode *node = json_object_get_member (object, "lines");
  gint64 first, last;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
    return FALSE;
  first = get_number (json_array_get_element (json_node_get_array (node), 0));
  last = get_number (json_array_get_element (json_node_get_array (node), 1));
  *lines = (TdPlanLines){ (guint) CLAMP (first, 0, G_MAXINT), (guint) CLAMP (last, first, G_MAXINT) };
  return first >= 0;
}

static gboolean
read_group (JsonObject *object, TdPlanFactGroup *group)
{
  const char *nick = get_text (object, "group");

  for (guint i = 0; nick != NULL && i < TD_PLAN_N_FACT_GROUPS; i++)
    if (g_str_equal (td_plan_fact_group_to_nick (i), nick))
      {
        *group = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_state (JsonObject *object, TdPlanFactState *state)
{
  const char *nick = get_text (object, "state");

  for (guint i = 0; nick != NULL && i <= TD_PLAN_FACT_CHANGED; i++)
    if (g_str_equal (td_plan_fact_state_to_nick (i), nick))
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

static TdPlanFact *
read_fact (TdPlanReview *self, JsonNode *node, guint number, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *values = object != NULL ? json_object_get_member (object, "values") : NULL;
  g_autoptr (TdEntity) entity = NULL;
  g_autoptr (TdPlanFact) fact = NULL;
  const TdField *field = NULL;
  TdPlanFactGroup group;
  TdPlanFactState state;
  TdPlanLines lines;
  gint64 section;

  if (object == NULL || !read_group (object, &group))
    return fail_fact (error, number, "group");
  if (!read_state (object, &state))
    return fail_fact (error, number, "state");
  if (!read_lines (object, &lines))
    return fail_fact (error, number, "lines");
  section = get_number (json_object_get_member (object, "section"));
  entity = make_entity (self, group, section);
  if (entity == NULL || section < 0 || section > self->reading->sections->len)
    return fail_fact (error, number, "section");
  if (TD_IS_PLAN (entity))
    field = get_text (object, "field") != NULL ? td_entity_class_find (TD_ENTITY_GET_CLASS (entity), get_text (object, "field")) : NULL;
  if (TD_IS_PLAN (entity) && field == NULL)
    return fail_fact (error, number, "field");
  fact = td_plan_fact_new (group, entity, field, (guint) section, lines);
  fact->state = state;
  fact->words = g_strdup (get_text (object, "words"));
  fact->left_out = json_object_get_boolean_member_with_default (object, "left_out", FALSE) && field == NULL;
  if (values == NULL || !JSON_NODE_HOLDS_OBJECT (values))
    return fail_fact (error, number, "values");
  return read_values (fact, json_node_get_object (values), number, error) ? g_steal_pointer (&fact) : NULL;
}

/* What the file does not say is not there. */
static void
forget_facts (TdPlanReview *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->facts)); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (G_LIST_MODEL (self->facts), i);
      TdEntityClass *klass = TD_ENTITY_GET_CLASS (fact->entity);

      for (guint j = 0; j < klass->n_fields; j++)
        if (td_plan_fact_has_field (fact, &klass->fields[j]) && !td_field_is_number (&klass->fields[j]))
          td_entity_set_text (fact->entity, &klass->fields[j], NULL);
    }
  g_list_store_remove_all (self->facts);
}

static gboolean
read_facts (TdPlanReview *self, JsonArray *list, GError **error)
{
  if (json_array_get_length (list) > MOST_FACTS)
    return fail (error, _ ("The review has too many facts.")) != NULL;
  forget_facts (self);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autoptr (TdPlanFact) fact = read_fact (self, json_array_get_element (list, i), i + 1, error);

      if (fact == NULL)
        return FALSE;
      g_list_store_append (self->facts, fact);
    }
  return TRUE;
}

/**
 * td_plan_review_parse:
 * @json: what td_plan_review_to_json() made, perhaps changed since
 * @length: in bytes
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: (transfer full): the review, or %NULL with %TD_JOB_ERROR_INPUT or what the reader of plans says
 */
TdPlanReview *
td_plan_review_parse (const char *json, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonParser) parser = td_json_parse (json, length, DEEPEST);
  JsonNode *root = parser != NULL ? json_parser_get_root (parser) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *facts = object != NULL ? json_object_get_member (object, "facts") : NULL;
  g_autoptr (TdPlanReview) self = NULL;
  const char *text;

  if (object == NULL || g_strcmp0 (get_text (object, "format"), FORMAT) != 0)
    return fail (error, _ ("This is not the review of a plan."));
  if (get_number (json_object_get_member (object, "version")) != VERSION)
    return fail (error, _ ("This review was made by a newer version of the program."));
  text = get_text (object, "text");
  if (text == NULL || facts == NULL || !JSON_NODE_HOLDS_ARRAY (facts))
    return fail (error, _ ("This review is not whole: its text or its facts are missing."));
  self = td_plan_review_new (text, strlen (text), cancellable, error);
  return self != NULL && read_facts (self, json_node_get_array (facts), error) ? g_steal_pointer (&self) : NULL;
}

/**
 * td_plan_review_read_file:
 * @path: a file with such a review
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: (transfer full): the review, or %NULL with %TD_JOB_ERROR_INPUT or what the reader of plans says
 */
TdPlanReview *
td_plan_review_read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = td_file_read_limited (path, LARGEST_FILE, error);

  return bytes != NULL ? td_plan_review_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), cancellable, error) : NULL;
}
