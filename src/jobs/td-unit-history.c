/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-history"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-unit-group-jobs.h"
#include "td-unit-history.h"
#include "td-unit-lineage.h"

/* What happened to a unit, and what it and those before it were given. */

G_DEFINE_FINAL_TYPE (TdUnitHistory, td_unit_history, G_TYPE_OBJECT)

static void
td_unit_history_finalize (GObject *object)
{
  TdUnitHistory *self = TD_UNIT_HISTORY (object);

  g_clear_object (&self->unit);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->predecessors);
  g_ptr_array_unref (self->successors);
  g_ptr_array_unref (self->awards);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (td_unit_history_parent_class)->finalize (object);
}

static void
td_unit_history_class_init (TdUnitHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_unit_history_finalize;
}

static void
td_unit_history_init (TdUnitHistory *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->predecessors = g_ptr_array_new_with_free_func (g_object_unref);
  self->successors = g_ptr_array_new_with_free_func (g_object_unref);
  self->awards = g_ptr_array_new_with_free_func (g_object_unref);
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * td_unit_history_find_unit:
 * @self: a history
 * @id: a unit
 *
 * Returns: (transfer none) (nullable): the unit, one it came out of, or one that came out of it
 */
TdUnit *
td_unit_history_find_unit (TdUnitHistory *self, gint64 id)
{
  GPtrArray *lists[] = { self->predecessors, self->successors };

  if (td_entity_get_id (TD_ENTITY (self->unit)) == id)
    return self->unit;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (td_entity_get_id (g_ptr_array_index (lists[i], j)) == id)
        return g_ptr_array_index (lists[i], j);
  return NULL;
}

static gboolean
read_units (TdConnection *connection, GArray *ids, GPtrArray *units, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      TdUnit *unit = td_connection_get (connection, TD_TYPE_UNIT, g_array_index (ids, gint64, i), error);

      if (unit == NULL)
        return FALSE;
      g_ptr_array_add (units, unit);
    }
  return TRUE;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  TdUnitActPart *x = *(TdUnitActPart *const *) a;
  TdUnitActPart *y = *(TdUnitActPart *const *) b;
  int order = g_strcmp0 (x->act_date, y->act_date);

  return order != 0 ? order : (x->act_id > y->act_id) - (x->act_id < y->act_id);
}

/* All sides of the acts a unit stands in, each act once. */
static void
add_acts (TdUnitHistory *self, TdUnitLineage *lineage, gint64 unit_id, GHashTable *seen)
{
  GPtrArray *own = td_unit_lineage_get_parts (lineage, unit_id);

  for (guint i = 0; i < own->len; i++)
    {
      TdUnitActPart *part = g_ptr_array_index (own, i);
      GPtrArray *all = td_unit_lineage_get_act_parts (lineage, part->act_id);

      if (!g_hash_table_add (seen, g_memdup2 (&part->act_id, sizeof part->act_id)))
        continue;
      for (guint j = 0; j < all->len; j++)
        g_ptr_array_add (self->parts, g_object_ref (g_ptr_array_index (all, j)));
    }
}

static TdQuery *
ask_awards (gint64 unit_id)
{
  TdQuery *query = td_query_new (TD_TYPE_AWARD);

  td_query_where_number (query, "unit-id", unit_id);
  td_query_where_text (query, "decision-state", "issued");
  td_query_order_by (query, "register-year", TRUE);
  return query;
}

/* An award stands under the unit it was given to, so none comes twice. */
static gboolean
add_awards (TdUnitHistory *self, TdConnection *connection, gint64 unit_id, guint max, gint64 *count, GError **error)
{
  g_autoptr (TdQuery) query = ask_awards (unit_id);
  gint64 room = max > 0 ? MAX (0, (gint64) max - self->awards->len) : -1;
  g_autoptr (GPtrArray) awards = td_connection_list_page (connection, query, 0, room, error);
  gint64 n = awards != NULL ? td_connection_count (connection, query, error) : -1;

  if (n < 0)
    return FALSE;
  *count += n;
  for (guint i = 0; i < awards->len; i++)
    g_ptr_array_add (self->awards, g_object_ref (g_ptr_array_index (awards, i)));
  return TRUE;
}

typedef struct
{
  gint64 unit_id;
  guint max_awards;
} Question;

static gboolean
fill (TdUnitHistory *self, TdUnitLineage *lineage, TdConnection *connection, Question *question, GError **error)
{
  g_autoptr (GArray) before = td_unit_lineage_dup_predecessors (lineage, question->unit_id);
  g_autoptr (GArray) after = td_unit_lineage_dup_successors (lineage, question->unit_id);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->unit = td_connection_get (connection, TD_TYPE_UNIT, question->unit_id, error);
  if (self->unit == NULL || !read_units (connection, before, self->predecessors, error) || !read_units (connection, after, self->successors, error))
    return FALSE;
  add_acts (self, lineage, question->unit_id, seen);
  for (guint i = 0; i < before->len; i++)
    add_acts (self, lineage, g_array_index (before, gint64, i), seen);
  g_ptr_array_sort (self->parts, compare_parts);
  if (!add_awards (self, connection, question->unit_id, question->max_awards, &self->n_own, error))
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!add_awards (self, connection, g_array_index (before, gint64, i), question->max_awards, &self->n_inherited, error))
      return FALSE;
  return td_unit_groups_of (connection, self->unit, self->groups, error);
}

static gboolean
history_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdUnitHistory) history = g_object_new (TD_TYPE_UNIT_HISTORY, NULL);
  g_autoptr (TdUnitLineage) lineage = td_unit_lineage_load (connection, error);

  if (lineage == NULL || !fill (history, lineage, connection, data, error))
    return FALSE;
  td_job_set_count (job, history->n_own);
  td_job_take_object (job, g_steal_pointer (&history));
  return TRUE;
}

/**
 * td_unit_history_job:
 * @unit_id: a unit
 * @max_awards: how many awards are listed at most, 0 for all
 *
 * Returns: (transfer full): a job; its object is a #TdUnitHistory, its count the unit's own awards
 */
TdJob *
td_unit_history_job (gint64 unit_id, guint max_awards)
{
  const Question question = { unit_id, max_awards };

  return td_job_new_read (history_cb, g_memdup2 (&question, sizeof question), g_free);
}

typedef struct
{
  char *day;
  char *kind;
  gint64 group_id;
} Listing;

static void
listing_free (Listing *listing)
{
  g_free (listing->day);
  g_free (listing->kind);
  g_free (listing);
}

static gboolean
list_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Listing *listing = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);
  g_autoptr (TdUnitLineage) lineage = td_unit_lineage_load (connection, error);
  g_autoptr (GListStore) list = g_list_store_new (TD_TYPE_UNIT);
  g_autoptr (GPtrArray) units = NULL;

  if (lineage == NULL)
    return FALSE;
  if (listing->group_id != 0)
    {
      g_autoptr (TdUnitGroup) group = td_connection_get (connection, TD_TYPE_UNIT_GROUP, listing->group_id, error);

      if (group == NULL)
        return FALSE;
      td_unit_group_narrow (group, query);
    }
  if (listing->kind != NULL)
    td_query_where_text (query, "kind", listing->kind);
  if (listing->day != NULL)
    td_query_where_on_day (query, "valid-from", "valid-to", listing->day);
  units = td_connection_list (connection, query, error);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (TdUnit) then = listing->day != NULL ? td_unit_lineage_dup_as_of (lineage, unit, listing->day) : g_object_ref (unit);

      g_list_store_append (list, then);
    }
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (list)));
  td_job_take_object (job, g_steal_pointer (&list));
  return units != NULL;
}

/**
 * td_unit_list_job:
 * @day: (nullable): a full date: the units there were on that day, as they were called then; %NULL
 *   for all
 * @kind: (nullable): of one kind
 * @group_id: of one group, 0 for all
 *
 * Returns: (transfer full): a job; its object is a #GListModel of #TdUnit, in the order of entry
 */
TdJob *
td_unit_list_job (const char *day, const char *kind, gint64 group_id)
{
  Listing *listing = g_new0 (Listing, 1);

  listing->day = g_strdup (day);
  listing->kind = g_strdup (kind);
  listing->group_id = group_id;
  return td_job_new_read (list_cb, listing, (GDestroyNotify) listing_free);
}
