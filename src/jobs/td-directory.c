/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-directory"

#include "config.h"

#include <string.h>

#include "td-directory.h"
#include "td-text.h"

struct _TdDirectory
{
  GPtrArray *units;
  GPtrArray *givers;
  GHashTable *unit_names; /* folded name → TdUnit; NULL for a name of several units */
  GHashTable *units_by_id;
  GHashTable *folded; /* text as written → folded: a list names the same units on every line */
};

/* What offices abbreviate, folded. */
static const struct
{
  const char *shorter;
  const char *full;
} abbreviations[] = {
  { "ubnd", "uy ban nhan dan" },
  { "hdnd", "hoi dong nhan dan" },
  { "ubmttq", "uy ban mat tran to quoc" },
  { "gd", "giam doc" },
  { "ct", "chu tich" },
};

/**
 * td_directory_fold:
 * @text: a name of a unit or an authority
 *
 * Returns: (transfer full): it folded, with usual abbreviations written out: "UBND xã" and
 *   "Ủy ban nhân dân xã" become equal
 */
char *
td_directory_fold (const char *text)
{
  g_autofree char *folded = td_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      for (guint j = 0; j < G_N_ELEMENTS (abbreviations); j++)
        if (g_str_equal (word, abbreviations[j].shorter))
          word = abbreviations[j].full;
      if (*word != '\0')
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", word);
    }
  return g_string_free (name, FALSE);
}

/* Units that go on are entered before those that ended: those leave their names to them. */
static const char *
fold_once (TdDirectory *self, const char *text)
{
  char *folded = g_hash_table_lookup (self->folded, text);

  if (folded == NULL)
    {
      folded = td_directory_fold (text);
      g_hash_table_insert (self->folded, g_strdup (text), folded);
    }
  return folded;
}

static void
add_unit_name (TdDirectory *self, TdUnit *unit, const char *name)
{
  g_autofree char *folded = name != NULL ? td_directory_fold (name) : NULL;
  gpointer known = NULL;

  if (folded == NULL || *folded == '\0')
    return;
  if (!g_hash_table_lookup_extended (self->unit_names, folded, NULL, &known))
    g_hash_table_insert (self->unit_names, g_steal_pointer (&folded), unit);
  else if (known != NULL && known != unit && (unit->valid_to == NULL || ((TdUnit *) known)->valid_to != NULL))
    g_hash_table_insert (self->unit_names, g_steal_pointer (&folded), NULL);
}

static void
add_unit_names (TdDirectory *self, gboolean ended)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (self->units, i);

      if ((unit->valid_to != NULL) != ended)
        continue;
      add_unit_name (self, unit, unit->name);
      add_unit_name (self, unit, unit->short_name);
      add_unit_name (self, unit, unit->printed_name);
      add_unit_name (self, unit, unit->code);
    }
}

/* What renamed units were called before; lists go on using old names. */
static gboolean
add_former_names (TdDirectory *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT_ACT_PART);
  g_autoptr (GPtrArray) parts = NULL;

  td_query_where_text (query, "role", "changed");
  parts = td_connection_list (connection, query, error);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      TdUnitActPart *part = g_ptr_array_index (parts, i);
      const char *names[] = { part->name, part->short_name, part->printed_name };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *folded = names[j] != NULL ? td_directory_fold (names[j]) : NULL;

          /* Who is called so now comes first. */
          if (folded != NULL && *folded != '\0' && !g_hash_table_contains (self->unit_names, folded))
            g_hash_table_insert (self->unit_names, g_steal_pointer (&folded), td_directory_get_unit (self, part->unit_id));
        }
    }
  return parts != NULL;
}

/**
 * td_directory_load:
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full): its units, also under the names they had before, and givers
 */
TdDirectory *
td_directory_load (TdConnection *connection, GError **error)
{
  g_autoptr (TdDirectory) self = g_new0 (TdDirectory, 1);
  g_autoptr (TdQuery) units = td_query_new (TD_TYPE_UNIT);
  g_autoptr (TdQuery) givers = td_query_new (TD_TYPE_GIVER);

  self->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->units_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->units = td_connection_list (connection, units, error);
  self->givers = self->units != NULL ? td_connection_list (connection, givers, error) : NULL;
  if (self->givers == NULL)
    return NULL;
  for (guint i = 0; i < self->units->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (self->units, i);
      gint64 *key = g_new (gint64, 1);

      *key = td_entity_get_id (TD_ENTITY (unit));
      g_object_set_data_full (G_OBJECT (unit), "key", key, g_free);
      g_hash_table_insert (self->units_by_id, key, unit);
    }
  add_unit_names (self, FALSE);
  add_unit_names (self, TRUE);
  return add_former_names (self, connection, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * td_directory_free:
 * @self: (transfer full): a directory
 */
void
td_directory_free (TdDirectory *self)
{
  g_clear_pointer (&self->unit_names, g_hash_table_unref);
  g_clear_pointer (&self->units_by_id, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->givers, g_ptr_array_unref);
  g_free (self);
}

/**
 * td_directory_find_unit:
 * @self: a directory
 * @text: full name, short name, printed name or code
 * @ambiguous: (out): whether several units are called so
 *
 * Returns: (transfer none) (nullable): the unit
 */
TdUnit *
td_directory_find_unit (TdDirectory *self, const char *text, gboolean *ambiguous)
{
  const char *folded = fold_once (self, text);
  gpointer unit = NULL;
  gboolean known = g_hash_table_lookup_extended (self->unit_names, folded, NULL, &unit);

  *ambiguous = known && unit == NULL;
  return unit;
}

/**
 * td_directory_get_unit:
 * @self: a directory
 * @id: a unit's id
 *
 * Returns: (transfer none) (nullable): the unit
 */
TdUnit *
td_directory_get_unit (TdDirectory *self, gint64 id)
{
  return g_hash_table_lookup (self->units_by_id, &id);
}

/**
 * td_directory_get_units:
 * @self: a directory
 *
 * Returns: (transfer none) (element-type TdUnit): all units
 */
GPtrArray *
td_directory_get_units (TdDirectory *self)
{
  return self->units;
}

/**
 * td_directory_find_giver:
 * @self: a directory
 * @text: as people write it; "Chủ tịch UBND tỉnh" is enough where there is one
 *
 * Returns: (transfer none) (nullable): the giver
 */
TdGiver *
td_directory_find_giver (TdDirectory *self, const char *text)
{
  const char *wanted = fold_once (self, text);
  gsize length = strlen (wanted);
  TdGiver *found = NULL;
  guint n = 0;

  for (guint i = 0; length > 0 && i < self->givers->len; i++)
    {
      TdGiver *giver = g_ptr_array_index (self->givers, i);
      const char *name = fold_once (self, giver->name);

      if (g_str_equal (name, wanted))
        return giver;
      if (g_str_has_prefix (name, wanted) && name[length] == ' ')
        {
          found = giver;
          n++;
        }
    }
  return n == 1 ? found : NULL;
}

/**
 * td_directory_find_giver_of_level:
 * @self: a directory
 * @levels: %NULL-terminated
 *
 * Returns: (transfer none) (nullable): the only giver of one of these levels
 */
TdGiver *
td_directory_find_giver_of_level (TdDirectory *self, const char *const *levels)
{
  TdGiver *found = NULL;
  guint n = 0;

  for (guint i = 0; i < self->givers->len; i++)
    {
      TdGiver *giver = g_ptr_array_index (self->givers, i);

      if (g_strv_contains (levels, giver->level))
        {
          found = giver;
          n++;
        }
    }
  return n == 1 ? found : NULL;
}

/**
 * td_directory_get_giver:
 * @self: a directory
 * @id: a giver's id
 *
 * Returns: (transfer none) (nullable): the giver
 */
TdGiver *
td_directory_get_giver (TdDirectory *self, gint64 id)
{
  for (guint i = 0; i < self->givers->len; i++)
    if (td_entity_get_id (g_ptr_array_index (self->givers, i)) == id)
      return g_ptr_array_index (self->givers, i);
  return NULL;
}
