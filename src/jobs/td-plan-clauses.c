/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-clauses"

#include "config.h"

#include "td-plan-clauses.h"
#include "td-plan-parts.h"

/* The outline of a plan out of its clauses, and back: only what differs is written. */

/**
 * td_plan_clauses_load:
 * @connection: an office file
 * @plan: a plan of it
 * @error: return location
 *
 * Returns: (transfer full): its clauses
 */
TdOutline *
td_plan_clauses_load (TdConnection *connection, TdPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) clauses = td_plan_list_parts (connection, TD_TYPE_CLAUSE, td_entity_get_id (TD_ENTITY (plan)), error);

  return clauses != NULL ? td_outline_new (plan->marks, clauses) : NULL;
}

static gboolean
are_same (TdEntity *a, TdEntity *b)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];

      if (td_field_is_number (field) ? td_entity_get_number (a, field) != td_entity_get_number (b, field)
                                     : g_strcmp0 (td_entity_get_text (a, field), td_entity_get_text (b, field)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Facts told by a clause that goes have none again. */
static gboolean
release_facts (TdConnection *connection, gint64 clause_id, GError **error)
{
  const GType types[] = { TD_TYPE_ALLOWANCE, TD_TYPE_DEADLINE, TD_TYPE_TASK };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (TdQuery) query = td_query_new (types[i]);
      g_autoptr (GPtrArray) facts = NULL;

      td_query_where_number (query, "clause-id", clause_id);
      facts = td_connection_list (connection, query, error);
      for (guint j = 0; facts != NULL && j < facts->len; j++)
        {
          g_object_set (g_ptr_array_index (facts, j), "clause-id", (gint64) 0, NULL);
          if (!td_connection_update (connection, g_ptr_array_index (facts, j), error))
            return FALSE;
        }
      if (facts == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_one (TdConnection *connection, TdPlan *plan, TdOutline *outline, guint position, GHashTable *before, GError **error)
{
  TdClause *clause = td_outline_get (outline, position);
  guint parent = td_outline_get_parent (outline, position);
  gint64 id = td_entity_get_id (TD_ENTITY (clause));
  TdEntity *stored = id != 0 ? g_hash_table_lookup (before, &id) : NULL;

  g_object_set (clause, "plan-id", td_entity_get_id (TD_ENTITY (plan)),
                "parent-id", parent != TD_OUTLINE_NONE ? td_entity_get_id (TD_ENTITY (td_outline_get (outline, parent))) : (gint64) 0, NULL);
  if (id == 0)
    return td_connection_insert (connection, clause, error);
  if (stored != NULL && are_same (stored, TD_ENTITY (clause)))
    return TRUE;
  return td_connection_update (connection, clause, error);
}

/**
 * td_plan_clauses_keep:
 * @connection: inside a transaction
 * @plan: whose clauses they are
 * @outline: what they are now; new ones get their ids
 * @error: return location
 *
 * Numbers the outline and writes what differs from the stored clauses. Those that are no longer in it go.
 *
 * Returns: whether it went well
 */
gboolean
td_plan_clauses_keep (TdConnection *connection, TdPlan *plan, TdOutline *outline, GError **error)
{
  g_autoptr (GPtrArray) stored = td_plan_list_parts (connection, TD_TYPE_CLAUSE, td_entity_get_id (TD_ENTITY (plan)), error);
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (stored, i));

      g_hash_table_insert (before, g_memdup2 (&id, sizeof id), g_ptr_array_index (stored, i));
    }
  if (stored == NULL)
    return FALSE;
  td_outline_number (outline);
  for (guint i = 0; i < td_outline_get_n (outline); i++)
    {
      gint64 id;

      if (!keep_one (connection, plan, outline, i, before, error))
        return FALSE;
      id = td_entity_get_id (TD_ENTITY (td_outline_get (outline, i)));
      g_hash_table_add (kept, g_memdup2 (&id, sizeof id));
    }
  /* What belongs to another goes before it. */
  for (guint i = stored->len; i > 0; i--)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (stored, i - 1));

      if (!g_hash_table_contains (kept, &id) && (!release_facts (connection, id, error) || !td_connection_delete (connection, g_ptr_array_index (stored, i - 1), error)))
        return FALSE;
    }
  return TRUE;
}
