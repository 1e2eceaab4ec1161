/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-catalogue"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "td-book.h"
#include "td-data.h"
#include "td-text.h"
#include "td-unit-catalogue.h"

/* The units of the country and the groups plans call them by, from data/catalogue/: units.json says
 * which list is in force and from when its units exist, the list has a unit on each line. */

enum
{
  COLUMN_CODE,
  COLUMN_PARENT,
  COLUMN_KIND,
  COLUMN_NAME,
};

typedef struct
{
  JsonParser *parser;
  JsonObject *root;
  TdBook *book;
  TdSheet *sheet; /* of the book */
} Catalogue;

static void
catalogue_clear (Catalogue *self)
{
  g_clear_object (&self->parser);
  g_clear_pointer (&self->book, td_book_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Catalogue, catalogue_clear)

static JsonObject *
load_json (const char *path, JsonParser **parser, GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup (path, error);

  *parser = json_parser_new_immutable ();
  if (bytes == NULL || !json_parser_load_from_data (*parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return NULL;
  return json_node_get_object (json_parser_get_root (*parser));
}

static gboolean
load (Catalogue *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  self->root = load_json ("catalogue/units.json", &self->parser, error);
  if (self->root == NULL)
    return FALSE;
  path = g_strconcat ("catalogue/", json_object_get_string_member (self->root, "file"), NULL);
  bytes = td_data_lookup (path, error);
  if (bytes != NULL)
    self->book = td_book_parse_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  self->sheet = self->book != NULL ? td_book_get_main_sheet (self->book) : NULL;
  return self->sheet != NULL;
}

static const char *
kind_of (const char *written)
{
  static const char *const kinds[][2] = { { "tỉnh", "province" }, { "thành phố", "province" }, { "xã", "commune" }, { "phường", "ward" }, { "đặc khu", "special_zone" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i][0], written))
      return kinds[i][1];
  return NULL;
}

/* When a unit began: the day the whole list began, unless the catalogue knows better, or knows
 * that it does not know. */
static const char *
valid_from (Catalogue *self, const char *code, const char *parent, const char *kind)
{
  JsonArray *exceptions = json_object_get_array_member (self->root, "exceptions");

  for (guint i = 0; i < json_array_get_length (exceptions); i++)
    {
      JsonObject *exception = json_array_get_object_element (exceptions, i);
      const char *about = json_object_get_string_member (exception, "code");
      gboolean itself = g_str_equal (json_object_get_string_member (exception, "units"), "itself");

      if (itself ? g_str_equal (about, code) : g_str_equal (about, parent) && g_str_equal (kind, "ward"))
        return json_object_get_string_member_with_default (exception, "valid_from", NULL);
    }
  return json_object_get_string_member (self->root, "valid_from");
}

/* "Tỉnh Đắk Lắk" within a sentence: "tỉnh Đắk Lắk". */
static char *
lower_first (const char *name)
{
  char letter[7] = "";

  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (name)), letter);
  return g_strconcat (letter, g_utf8_next_char (name), NULL);
}

/* "Xã Ea Kar" is written "xã Ea Kar, tỉnh Đắk Lắk" after a post or a collective, and people call
 * its office "UBND xã Ea Kar". */
static TdUnit *
make_unit (Catalogue *self, guint row, const char *province)
{
  const char *code = td_sheet_get (self->sheet, row, COLUMN_CODE);
  const char *name = td_sheet_get (self->sheet, row, COLUMN_NAME);
  const char *kind = kind_of (td_sheet_get (self->sheet, row, COLUMN_KIND));
  g_autofree char *lower = lower_first (name);
  g_autofree char *short_name = g_strconcat ("UBND ", lower, NULL);
  g_autofree char *home = province != NULL ? lower_first (province) : NULL;
  g_autofree char *printed = home != NULL ? g_strdup_printf ("%s, %s", lower, home) : NULL;

  return g_object_new (TD_TYPE_UNIT, "code", code, "name", name, "short-name", short_name, "kind", kind, "printed-name", printed,
                       "valid-from", valid_from (self, code, td_sheet_get (self->sheet, row, COLUMN_PARENT), kind), NULL);
}

static gboolean
is_province (Catalogue *self, guint row)
{
  return g_strcmp0 (kind_of (td_sheet_get (self->sheet, row, COLUMN_KIND)), "province") == 0;
}

/**
 * td_unit_catalogue_list_provinces:
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdUnit): the provinces of the country, by code
 */
GPtrArray *
td_unit_catalogue_list_provinces (GError **error)
{
  g_auto (Catalogue) self = { NULL };
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  if (!load (&self, error))
    return NULL;
  for (guint row = 1; row < td_sheet_get_n_rows (self.sheet); row++)
    if (is_province (&self, row))
      g_ptr_array_add (units, make_unit (&self, row, NULL));
  return g_steal_pointer (&units);
}

/* By its code, or by its name with or without "tỉnh". */
static gboolean
find_province (Catalogue *self, const char *text, guint *found)
{
  g_autofree char *wanted = td_text_fold (text);

  for (guint row = 1; row < td_sheet_get_n_rows (self->sheet); row++)
    {
      g_autofree char *name = NULL;
      g_autofree char *kind = NULL;

      if (!is_province (self, row))
        continue;
      name = td_text_fold (td_sheet_get (self->sheet, row, COLUMN_NAME));
      kind = td_text_fold (td_sheet_get (self->sheet, row, COLUMN_KIND));
      *found = row;
      if (g_str_equal (td_sheet_get (self->sheet, row, COLUMN_CODE), text) || g_str_equal (name, wanted) || g_str_equal (name + strlen (kind) + 1, wanted))
        return TRUE;
    }
  return FALSE;
}

/**
 * td_unit_catalogue_list_units:
 * @province: its code of two digits, or its name
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdUnit): the province, then its communes, wards and special
 *   zones by code, none of them stored; or %NULL with %G_IO_ERROR_NOT_FOUND
 */
GPtrArray *
td_unit_catalogue_list_units (const char *province, GError **error)
{
  g_auto (Catalogue) self = { NULL };
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  const char *code;
  const char *name;
  guint head;

  if (!load (&self, error))
    return NULL;
  if (!find_province (&self, province, &head))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no province “%s”. Give its code of two digits, such as 66, or its name."), province);
      return NULL;
    }
  code = td_sheet_get (self.sheet, head, COLUMN_CODE);
  name = td_sheet_get (self.sheet, head, COLUMN_NAME);
  g_ptr_array_add (units, make_unit (&self, head, NULL));
  for (guint row = 1; row < td_sheet_get_n_rows (self.sheet); row++)
    if (g_str_equal (td_sheet_get (self.sheet, row, COLUMN_PARENT), code))
      g_ptr_array_add (units, make_unit (&self, row, name));
  return g_steal_pointer (&units);
}

static char *
join_strings (JsonObject *object, const char *name, const char *separator)
{
  JsonArray *array = json_object_get_array_member (object, name);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", json_array_get_string_element (array, i));
  return g_string_free (text, FALSE);
}

/**
 * td_unit_catalogue_list_groups:
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdUnitGroup): the groups an office begins with, none of
 *   them stored
 */
GPtrArray *
td_unit_catalogue_list_groups (GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *root = load_json ("catalogue/unit-groups.json", &parser, error);
  JsonArray *array;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);

  if (root == NULL)
    return NULL;
  array = json_object_get_array_member (root, "groups");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *words = join_strings (object, "words", "\n");
      g_autofree char *kinds = join_strings (object, "kinds", " ");

      g_ptr_array_add (groups, g_object_new (TD_TYPE_UNIT_GROUP, "position", (gint64) i + 1, "name", json_object_get_string_member (object, "name"),
                                             "words", words, "kinds", kinds, NULL));
    }
  return g_steal_pointer (&groups);
}
