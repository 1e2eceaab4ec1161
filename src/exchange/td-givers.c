/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-givers"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "td-data.h"
#include "td-givers.h"

/* The givers an office begins with, from data/catalogue/givers.json. */

typedef struct
{
  char *office;
  char *office_bare; /* without its province */
  char *office_sign; /* "SNV" */
  char *province;    /* "tỉnh Đắk Lắk", "" when not known */
  char *province_kind;
  const char *level;
} Names;

static void
names_clear (Names *names)
{
  g_free (names->office);
  g_free (names->office_bare);
  g_free (names->office_sign);
  g_free (names->province);
  g_free (names->province_kind);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/**
 * td_office_dup_province:
 * @office: an office's full name, such as "Sở Nội vụ tỉnh Đắk Lắk"
 *
 * Returns: (transfer full) (nullable): "tỉnh Đắk Lắk", or %NULL when the name does not say it
 */
char *
td_office_dup_province (const char *office)
{
  static const char *const kinds[] = { "tỉnh ", "thành phố " };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *place = g_strrstr (office, kinds[i]);

      if (place != NULL && (place == office || place[-1] == ' '))
        return g_strdup (place);
    }
  return NULL;
}

/* The first letters: "Sở Nội vụ" → "SNV". */
static char *
make_sign (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *sign = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar letter = g_utf8_get_char_validated (words[i], -1);

      if (g_unichar_isalpha (letter))
        g_string_append_unichar (sign, g_unichar_toupper (letter));
    }
  return g_string_free (sign, FALSE);
}

static void
names_init (Names *names, const char *office)
{
  const char *place;

  names->office = g_strdup (office);
  names->province = td_office_dup_province (office);
  place = names->province != NULL ? g_strrstr (office, names->province) : NULL;
  names->office_bare = place != NULL ? g_strchomp (g_strndup (office, place - office)) : g_strdup (office);
  if (g_str_has_suffix (names->office_bare, ","))
    names->office_bare[strlen (names->office_bare) - 1] = '\0';
  names->office_sign = make_sign (names->office_bare);
  names->province_kind = g_strdup (names->province != NULL && g_str_has_prefix (names->province, "thành phố") ? "thành phố" : "tỉnh");
  if (names->province == NULL)
    names->province = g_strdup (names->province_kind);
  if (strstr (office, "xã ") != NULL || strstr (office, "phường ") != NULL || strstr (office, "đặc khu ") != NULL)
    names->level = "commune";
  else if (g_str_has_prefix (office, "Ủy ban nhân dân") || g_str_has_prefix (office, "UBND"))
    names->level = "province";
  else
    names->level = "department";
}

static char *
expand (const char *pattern, const Names *names)
{
  const char *const values[][2] = {
    { "{office}", names->office },
    { "{office_bare}", names->office_bare },
    { "{OFFICE_SIGN}", names->office_sign },
    { "{province}", names->province },
    { "{province_kind}", names->province_kind },
  };
  g_autofree char *upper_province = g_utf8_strup (names->province, -1);
  g_autofree char *upper_office = g_utf8_strup (names->office_bare, -1);
  GString *text;

  if (pattern == NULL)
    return NULL;
  text = g_string_new (pattern);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_string_replace (text, values[i][0], values[i][1], 0);
  g_string_replace (text, "{PROVINCE}", upper_province, 0);
  g_string_replace (text, "{OFFICE_BARE}", upper_office, 0);
  return g_string_free (text, FALSE);
}

static TdGiver *
make_giver (JsonObject *object, const Names *names, const char *place)
{
  TdGiver *giver = g_object_new (TD_TYPE_GIVER, "place", place, NULL);
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (giver);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autofree char *member = td_field_to_column (field);

      if (!td_field_is_number (field) && json_object_has_member (object, member))
        {
          g_autofree char *text = expand (json_object_get_string_member_with_default (object, member, NULL), names);

          td_entity_set_text (TD_ENTITY (giver), field, text);
        }
    }
  return giver;
}

static gboolean
is_for (JsonObject *object, const char *level)
{
  JsonArray *levels = json_object_get_array_member (object, "for_offices_of");

  for (guint i = 0; i < json_array_get_length (levels); i++)
    if (g_str_equal (json_array_get_string_element (levels, i), level))
      return TRUE;
  return FALSE;
}

/**
 * td_givers_for_office:
 * @office: the office's full name
 * @place: địa danh of its documents
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdGiver): the givers a new office of that name begins
 *   with, not stored yet
 */
GPtrArray *
td_givers_for_office (const char *office, const char *place, GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/givers.json", error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) givers = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Names) names = { NULL };
  JsonArray *array;

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return NULL;
  names_init (&names, office);
  array = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "givers");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (is_for (object, names.level))
        g_ptr_array_add (givers, make_giver (object, &names, place));
    }
  return g_steal_pointer (&givers);
}
