/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-kit-catalogue"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "td-data.h"
#include "td-kit-catalogue.h"

/* Reads data/catalogue/award-kits.json. */

static void
shipped_free (TdShippedKitPart *shipped)
{
  g_object_unref (shipped->part);
  g_free (shipped->source);
  g_free (shipped);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
read_part (JsonObject *kit, JsonObject *object, GPtrArray *parts)
{
  TdShippedKitPart *shipped = g_new0 (TdShippedKitPart, 1);

  shipped->part = g_object_new (TD_TYPE_KIT_PART, "award-form", get_text (kit, "form"), "giver-level", get_text (kit, "giver_level"), "valid-from", get_text (kit, "valid_from"),
                                "item", get_text (object, "item"), "name", get_text (object, "name"), "n-person", json_object_get_int_member_with_default (object, "person", 0),
                                "n-collective", json_object_get_int_member_with_default (object, "collective", 0), "n-household", json_object_get_int_member_with_default (object, "household", 0), NULL);
  shipped->source = g_strdup (get_text (kit, "source"));
  shipped->verified = json_object_get_boolean_member_with_default (kit, "verified", FALSE);
  g_ptr_array_add (parts, shipped);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonArray *array, guint n)
{
  JsonNode *node = json_array_get_element (array, n);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * td_kit_catalogue_parse:
 * @bytes: JSON as in data/catalogue/award-kits.json
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdShippedKitPart): its parts
 */
GPtrArray *
td_kit_catalogue_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonArray *kits;
  GPtrArray *parts;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  root = json_parser_get_root (parser);
  kits = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? get_array (json_node_get_object (root), "kits") : NULL;
  if (kits == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This is not a catalogue of kits."));
      return NULL;
    }
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) shipped_free);
  for (guint i = 0; i < json_array_get_length (kits); i++)
    {
      JsonObject *kit = get_object (kits, i);
      JsonArray *array = get_array (kit, "parts");

      for (guint j = 0; array != NULL && j < json_array_get_length (array); j++)
        if (get_object (array, j) != NULL && get_text (kit, "form") != NULL && get_text (get_object (array, j), "item") != NULL)
          read_part (kit, get_object (array, j), parts);
    }
  return parts;
}

/**
 * td_kit_catalogue_load:
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdShippedKitPart): what the program ships
 */
GPtrArray *
td_kit_catalogue_load (GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/award-kits.json", error);

  return bytes != NULL ? td_kit_catalogue_parse (bytes, error) : NULL;
}
