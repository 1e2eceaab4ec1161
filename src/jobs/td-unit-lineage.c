/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-lineage"

#include "config.h"

#include "td-unit-lineage.h"

/* The acts on units, read once: some hundreds, some thousands in a province. */

struct _TdUnitLineage
{
  GPtrArray *parts;      /* of TdUnitActPart, in the order of time */
  GHashTable *parts_of;  /* unit → GPtrArray of its parts, in that order */
  GHashTable *act_parts; /* act → GPtrArray of its parts */
  GPtrArray *none;       /* an empty list */
};

static gint64 *
key_of (gint64 number)
{
  return g_memdup2 (&number, sizeof number);
}

static void
add_under (GHashTable *table, gint64 key, TdUnitActPart *part)
{
  GPtrArray *list = g_hash_table_lookup (table, &key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, key_of (key), list);
    }
  g_ptr_array_add (list, part);
}

/* By day, then as they were entered. */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  TdUnitActPart *x = *(TdUnitActPart *const *) a;
  TdUnitActPart *y = *(TdUnitActPart *const *) b;
  int order = g_strcmp0 (x->act_date, y->act_date);

  if (order == 0)
    order = (x->act_id > y->act_id) - (x->act_id < y->act_id);
  if (order == 0)
    order = (td_entity_get_id (TD_ENTITY (x)) > td_entity_get_id (TD_ENTITY (y))) - (td_entity_get_id (TD_ENTITY (x)) < td_entity_get_id (TD_ENTITY (y)));
  return order;
}

/**
 * td_unit_lineage_load:
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full): what happened to its units
 */
TdUnitLineage *
td_unit_lineage_load (TdConnection *connection, GError **error)
{
  g_autoptr (TdUnitLineage) self = g_new0 (TdUnitLineage, 1);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT_ACT_PART);

  self->parts_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->act_parts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->none = g_ptr_array_new ();
  self->parts = td_connection_list (connection, query, error);
  if (self->parts == NULL)
    return NULL;
  g_ptr_array_sort (self->parts, compare_parts);
  for (guint i = 0; i < self->parts->len; i++)
    {
      TdUnitActPart *part = g_ptr_array_index (self->parts, i);

      add_under (self->parts_of, part->unit_id, part);
      add_under (self->act_parts, part->act_id, part);
    }
  return g_steal_pointer (&self);
}

/**
 * td_unit_lineage_free:
 * @self: (transfer full): a lineage
 */
void
td_unit_lineage_free (TdUnitLineage *self)
{
  g_clear_pointer (&self->parts_of, g_hash_table_unref);
  g_clear_pointer (&self->act_parts, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->none, g_ptr_array_unref);
  g_free (self);
}

/**
 * td_unit_lineage_get_parts:
 * @self: a lineage
 * @unit_id: a unit
 *
 * Returns: (transfer none) (element-type TdUnitActPart): its part in each act on it, oldest first
 */
GPtrArray *
td_unit_lineage_get_parts (TdUnitLineage *self, gint64 unit_id)
{
  GPtrArray *parts = g_hash_table_lookup (self->parts_of, &unit_id);

  return parts != NULL ? parts : self->none;
}

/**
 * td_unit_lineage_get_act_parts:
 * @self: a lineage
 * @act_id: an act
 *
 * Returns: (transfer none) (element-type TdUnitActPart): the units in it
 */
GPtrArray *
td_unit_lineage_get_act_parts (TdUnitLineage *self, gint64 act_id)
{
  GPtrArray *parts = g_hash_table_lookup (self->act_parts, &act_id);

  return parts != NULL ? parts : self->none;
}

/* The units on the other side of the acts in which @unit_id has @role. */
static void
add_other_side (TdUnitLineage *self, gint64 unit_id, const char *role, const char *other, GHashTable *seen, GArray *found)
{
  GPtrArray *own = td_unit_lineage_get_parts (self, unit_id);

  for (guint i = 0; i < own->len; i++)
    {
      TdUnitActPart *part = g_ptr_array_index (own, i);
      GPtrArray *all = td_unit_lineage_get_act_parts (self, part->act_id);

      for (guint j = 0; g_strcmp0 (part->role, role) == 0 && j < all->len; j++)
        {
          TdUnitActPart *there = g_ptr_array_index (all, j);

          if (g_strcmp0 (there->role, other) == 0 && g_hash_table_add (seen, key_of (there->unit_id)))
            g_array_append_val (found, there->unit_id);
        }
    }
}

/* Every unit is visited once, so circles in the records end too. */
static GArray *
walk (TdUnitLineage *self, gint64 unit_id, const char *role, const char *other)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_hash_table_add (seen, key_of (unit_id));
  add_other_side (self, unit_id, role, other, seen, found);
  for (guint i = 0; i < found->len; i++)
    add_other_side (self, g_array_index (found, gint64, i), role, other, seen, found);
  return found;
}

/**
 * td_unit_lineage_dup_predecessors:
 * @self: a lineage
 * @unit_id: a unit
 *
 * Returns: (transfer full) (element-type gint64): the units it came out of, and those they came out
 *   of, each once and nearest first; without itself
 */
GArray *
td_unit_lineage_dup_predecessors (TdUnitLineage *self, gint64 unit_id)
{
  return walk (self, unit_id, "into", "from");
}

/**
 * td_unit_lineage_dup_successors:
 * @self: a lineage
 * @unit_id: a unit
 *
 * Returns: (transfer full) (element-type gint64): the units that came out of it, nearest first
 */
GArray *
td_unit_lineage_dup_successors (TdUnitLineage *self, gint64 unit_id)
{
  return walk (self, unit_id, "from", "into");
}

/**
 * td_unit_lineage_find_end:
 * @self: a lineage
 * @unit_id: a unit that has ended
 *
 * Returns: (transfer none) (nullable): its part in the last act that gave its work to others
 */
TdUnitActPart *
td_unit_lineage_find_end (TdUnitLineage *self, gint64 unit_id)
{
  GPtrArray *parts = td_unit_lineage_get_parts (self, unit_id);

  for (guint i = parts->len; i > 0; i--)
    {
      TdUnitActPart *part = g_ptr_array_index (parts, i - 1);

      if (g_strcmp0 (part->role, "from") == 0)
        return part;
    }
  return NULL;
}

/**
 * td_unit_lineage_dup_heirs:
 * @self: a lineage
 * @part: a unit's part in an act
 *
 * Returns: (transfer full): the names of the units that took over in this act, as a list
 */
char *
td_unit_lineage_dup_heirs (TdUnitLineage *self, TdUnitActPart *part)
{
  GPtrArray *all = td_unit_lineage_get_act_parts (self, part->act_id);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      TdUnitActPart *there = g_ptr_array_index (all, i);

      if (g_strcmp0 (there->role, "into") == 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", there->unit_name);
    }
  return g_string_free (names, FALSE);
}

/**
 * td_unit_lineage_dup_as_of:
 * @self: a lineage
 * @unit: a unit as it is
 * @day: a full date
 *
 * Returns: (transfer full): the unit as it was called, and where it belonged, on that day
 */
TdUnit *
td_unit_lineage_dup_as_of (TdUnitLineage *self, TdUnit *unit, const char *day)
{
  TdUnit *then = td_entity_copy (unit);
  GPtrArray *parts = td_unit_lineage_get_parts (self, td_entity_get_id (TD_ENTITY (unit)));

  for (guint i = 0; i < parts->len; i++)
    {
      TdUnitActPart *part = g_ptr_array_index (parts, i);

      /* The first change after that day says what it was until then. */
      if (g_strcmp0 (part->role, "changed") != 0 || g_strcmp0 (part->act_date, day) <= 0)
        continue;
      g_object_set (then, "name", part->name, "short-name", part->short_name, "printed-name", part->printed_name,
                    "parent-id", part->parent_id, "place-id", part->place_id, NULL);
      break;
    }
  return then;
}

/**
 * td_unit_lineage_show_rows:
 * @connection: the office file
 * @query: what was asked
 * @rows: (element-type TdUnit): the answer
 * @error: return location
 *
 * Turns the units of a list as of a day into what they were on that day; others stay.
 *
 * Returns: whether what happened to them could be read
 */
gboolean
td_unit_lineage_show_rows (TdConnection *connection, TdQuery *query, GPtrArray *rows, GError **error)
{
  GPtrArray *conditions = td_query_get_conditions (query);
  g_autoptr (TdUnitLineage) lineage = NULL;
  const char *day = NULL;

  for (guint i = 0; i < conditions->len; i++)
    {
      const TdCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == TD_CONDITION_ON_DAY)
        day = condition->text;
    }
  if (day == NULL || rows->len == 0)
    return TRUE;
  lineage = td_unit_lineage_load (connection, error);
  for (guint i = 0; lineage != NULL && i < rows->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (rows, i);

      rows->pdata[i] = td_unit_lineage_dup_as_of (lineage, unit, day);
      g_object_unref (unit);
    }
  return lineage != NULL;
}
