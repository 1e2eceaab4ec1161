/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entity-text"

#include "config.h"

#include <string.h>

#include "td-entity-text.h"

/* Records as JSON and CSV, made from their descriptions: keys and headings are the properties'
 * names with "_" for "-". */

static void
set_member (JsonObject *object, TdEntity *entity, const TdField *field)
{
  g_autofree char *key = td_field_to_column (field);

  if (!td_field_is_number (field))
    {
      const char *text = td_entity_get_text (entity, field);

      if (text != NULL)
        json_object_set_string_member (object, key, text);
      else
        json_object_set_null_member (object, key);
    }
  else if (field->kind == TD_FIELD_BOOLEAN)
    json_object_set_boolean_member (object, key, td_entity_get_number (entity, field) != 0);
  else if (td_entity_get_number (entity, field) != 0)
    json_object_set_int_member (object, key, td_entity_get_number (entity, field));
  else
    json_object_set_null_member (object, key);
}

/**
 * td_entity_to_json:
 * @entity: a #TdEntity
 *
 * Returns: (transfer full): one member per property; what has no value is null
 */
JsonObject *
td_entity_to_json (gpointer entity)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (entity);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    set_member (object, entity, &klass->fields[i]);
  return object;
}

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
  else
    json_object_set_null_member (object, key);
}

/**
 * td_finding_to_json:
 * @finding: a finding
 *
 * Returns: (transfer full): rule, severity, text, source, where, id and line
 */
JsonObject *
td_finding_to_json (const TdFinding *finding)
{
  JsonObject *object = json_object_new ();

  if (finding->subject_id != 0)
    json_object_set_int_member (object, "id", finding->subject_id);
  else
    json_object_set_null_member (object, "id");
  set_text (object, "rule", finding->rule);
  set_text (object, "severity", td_severity_to_nick (finding->severity));
  set_text (object, "text", finding->text);
  set_text (object, "source", finding->source);
  set_text (object, "where", finding->where);
  if (finding->line != 0)
    json_object_set_int_member (object, "line", finding->line);
  else
    json_object_set_null_member (object, "line");
  return object;
}

/* Four digits of an escape; -1 for anything else. */
static int
read_unit (const char *json, const char *end)
{
  int unit = 0;

  if (end - json < 6 || json[0] != '\\' || json[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    if (g_ascii_isxdigit (json[i]))
      unit = unit << 4 | g_ascii_xdigit_value (json[i]);
    else
      return -1;
  return unit;
}

/* How long an escape is; 0 for what is none, and for half a letter: the parser would make bytes of it that are no UTF-8. */
static gsize
measure_escape (const char *json, const char *end)
{
  int unit = read_unit (json, end), low;

  if (unit < 0)
    return end - json > 1 && json[1] != '\0' && strchr ("\"\\/bfnrt", json[1]) != NULL ? 2 : 0;
  if (unit < 0xd800 || unit > 0xdfff)
    return 6;
  low = unit < 0xdc00 ? read_unit (json + 6, end) : -1;
  return low >= 0xdc00 && low <= 0xdfff ? 12 : 0;
}

/* Brackets in brackets without end would use up the parser's stack. It knows comments and other quotes too, which could hide
 * them and are no JSON. */
static gboolean
is_shallow (const char *json, gsize length, guint deepest)
{
  const char *end = json + length;
  gboolean quoted = FALSE;
  guint depth = 0;

  for (gsize step; json < end; json += step)
    {
      step = quoted && *json == '\\' ? measure_escape (json, end) : 1;
      if (step == 0 || (!quoted && (*json == '\'' || *json == '/')))
        return FALSE;
      if (*json == '"')
        quoted = !quoted;
      else if (!quoted && (*json == '[' || *json == '{') && ++depth > deepest)
        return FALSE;
      else if (!quoted && (*json == ']' || *json == '}') && depth > 0)
        depth--;
    }
  return TRUE;
}

/**
 * td_json_parse:
 * @json: what a file of a stranger holds
 * @length: in bytes
 * @deepest: how many brackets may stand in brackets
 *
 * Returns: (transfer full) (nullable): the parser with what it read; %NULL for what is no such JSON
 */
JsonParser *
td_json_parse (const char *json, gsize length, guint deepest)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!g_utf8_validate (json, (gssize) length, NULL) || !is_shallow (json, length, deepest) || !json_parser_load_from_data (parser, json, (gssize) length, NULL))
    return NULL;
  return g_steal_pointer (&parser);
}

/**
 * td_json_object_to_text:
 * @object: (transfer full): an object
 * @pretty: whether on several lines
 *
 * Returns: (transfer full): its text
 */
char *
td_json_object_to_text (JsonObject *object, gboolean pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  char *text;

  json_node_take_object (node, object);
  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, pretty);
  text = json_generator_to_data (generator, NULL);
  json_node_unref (node);
  return text;
}
