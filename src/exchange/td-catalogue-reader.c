/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-catalogue-reader"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "td-catalogue-reader.h"
#include "td-data.h"

/* Reads data/catalogue/award-forms.json. */

static char *
dup_member (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? g_strdup (json_object_get_string_member_with_default (object, name, NULL)) : NULL;
}

static char **
dup_strings (JsonObject *object, const char *name, const char *inner)
{
  JsonArray *array = json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;
  char **strings = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    strings[i] = inner != NULL ? dup_member (json_array_get_object_element (array, i), inner)
                               : g_strdup (json_array_get_string_element (array, i));
  return strings;
}

static TdAwardForm *
read_form (JsonObject *object)
{
  TdAwardForm *form = td_award_form_new ();
  JsonArray *money = json_object_get_array_member (object, "money");

  form->id = dup_member (object, "id");
  form->name = dup_member (object, "name");
  form->rank = json_object_get_int_member (object, "rank");
  form->is_title = g_strcmp0 (json_object_get_string_member (object, "group"), "title") == 0;
  form->giver_levels = dup_strings (object, "givers", "level");
  form->subject_kinds = dup_strings (object, "subjects", NULL);
  form->kinds = dup_strings (object, "kinds", NULL);
  form->english = dup_member (object, "english");
  form->article = dup_member (object, "article");
  form->valid_from = dup_member (object, "valid_from");
  form->valid_to = dup_member (object, "valid_to");
  for (guint i = 0; money != NULL && i < json_array_get_length (money); i++)
    {
      JsonObject *item = json_array_get_object_element (money, i);
      TdMoneyRule *rule = g_new0 (TdMoneyRule, 1);

      rule->subject_kind = dup_member (item, "subject");
      rule->coefficient = json_object_get_int_member (item, "coefficient_hundredths");
      rule->factor = json_object_get_int_member (item, "factor_tenths");
      rule->verified = json_object_get_boolean_member (item, "verified");
      g_ptr_array_add (form->money, rule);
    }
  return form;
}

static gboolean
holds_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node);
}

/* The object that holds it all, or NULL in anything else than a catalogue. An empty file parses
 * well and has no root. */
static JsonObject *
find_root (JsonParser *parser)
{
  JsonNode *node = json_parser_get_root (parser);
  JsonObject *root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (root == NULL || g_strcmp0 (json_object_get_string_member_with_default (root, "format", ""), "thidua-award-forms/1") != 0)
    return NULL;
  if (json_object_get_int_member_with_default (root, "rounding_dong", 0) <= 0 || !holds_array (root, "base_salary") || !holds_array (root, "forms"))
    return NULL;
  return root;
}

/**
 * td_catalogue_read:
 * @json: the file
 * @error: return location
 *
 * Returns: (transfer full): the catalogue, or %NULL when the file cannot be used
 */
TdCatalogue *
td_catalogue_read (GBytes *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (TdCatalogue) catalogue = NULL;
  JsonObject *root;
  JsonArray *array;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (json, NULL), g_bytes_get_size (json), error))
    return NULL;
  root = find_root (parser);
  if (root == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This is not a catalogue of award forms."));
      return NULL;
    }
  catalogue = td_catalogue_new (json_object_get_int_member (root, "rounding_dong"));
  array = json_object_get_array_member (root, "base_salary");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *item = json_array_get_object_element (array, i);
      TdBaseSalary *salary = g_new0 (TdBaseSalary, 1);

      salary->from = dup_member (item, "from");
      salary->dong = json_object_get_int_member (item, "dong");
      salary->verified = json_object_get_boolean_member (item, "verified");
      td_catalogue_take_base_salary (catalogue, salary);
    }
  array = json_object_get_array_member (root, "forms");
  for (guint i = 0; i < json_array_get_length (array); i++)
    td_catalogue_take_form (catalogue, read_form (json_array_get_object_element (array, i)));
  return g_steal_pointer (&catalogue);
}

/**
 * td_catalogue_get_shipped:
 *
 * Returns: (transfer none): the catalogue that comes with the program, read once
 */
TdCatalogue *
td_catalogue_get_shipped (void)
{
  static TdCatalogue *shipped;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/award-forms.json", &error);

      if (bytes != NULL)
        shipped = td_catalogue_read (bytes, &error);
      if (shipped == NULL)
        g_error ("the catalogue of award forms is broken: %s", error->message);
      g_once_init_leave (&once, 1);
    }
  return shipped;
}
