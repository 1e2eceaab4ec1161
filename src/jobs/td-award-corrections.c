/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-corrections"

#include "config.h"

#include "td-award-corrections.h"
#include "td-award-lines.h"

/* Awards as they read after all corrections. The record of an award keeps what the decision said when it was
 * issued, and the decision prints that for ever; certificates, lists of a ceremony and signed statements say
 * what is right now. Awards made here are to be read and printed, never to be stored. */

/**
 * td_award_corrections_find_field:
 * @nick: of td_choices_corrected_field
 *
 * Returns: (transfer none) (nullable): the field of #TdAward it corrects; %NULL for any other word
 */
const TdField *
td_award_corrections_find_field (const char *nick)
{
  const TdChoice *choice = td_choice_find (td_choices_corrected_field, nick);
  g_autofree char *name = choice != NULL ? g_strdelimit (g_strdup (nick), "_", '-') : NULL;

  return choice != NULL ? td_entity_class_find (td_entity_class_of (TD_TYPE_AWARD), name) : NULL;
}

/* The line of a revocation names no field. */
static void
apply_line (TdAward *award, const TdDecisionActLine *line)
{
  const TdField *field = td_award_corrections_find_field (line->field);

  if (award != NULL && field != NULL)
    td_entity_set_text (TD_ENTITY (award), field, line->now);
}

/* The corrections of one decision, oldest first. */
static gboolean
apply_decision (TdConnection *connection, gint64 decision_id, GHashTable *by_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION_ACT);
  g_autoptr (GPtrArray) acts = NULL;

  td_query_where_number (query, "decision-id", decision_id);
  td_query_where_text (query, "kind", "correction");
  acts = td_connection_list (connection, query, error);
  for (guint i = 0; acts != NULL && i < acts->len; i++)
    {
      g_autoptr (TdQuery) of_act = td_query_new (TD_TYPE_DECISION_ACT_LINE);
      g_autoptr (GPtrArray) lines = NULL;

      td_query_where_number (of_act, "act-id", td_entity_get_id (g_ptr_array_index (acts, i)));
      lines = td_connection_list (connection, of_act, error);
      if (lines == NULL)
        return FALSE;
      for (guint j = 0; j < lines->len; j++)
        {
          const TdDecisionActLine *line = g_ptr_array_index (lines, j);

          apply_line (g_hash_table_lookup (by_id, &line->award_id), line);
        }
    }
  return acts != NULL;
}

/**
 * td_award_corrections_apply:
 * @connection: the office file
 * @awards: (element-type TdAward): as they were read; they are changed
 * @error: return location
 *
 * Makes awards read as all corrections say, those recorded last above those before.
 *
 * Returns: whether it went well
 */
gboolean
td_award_corrections_apply (TdConnection *connection, GPtrArray *awards, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < awards->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (awards, i));

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), g_ptr_array_index (awards, i));
    }
  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);

      if (g_hash_table_add (seen, &award->decision_id) && !apply_decision (connection, award->decision_id, by_id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_award_corrections_get:
 * @connection: the office file
 * @award_id: an award
 * @error: return location
 *
 * Returns: (transfer full): it as it reads after all corrections
 */
TdAward *
td_award_corrections_get (TdConnection *connection, gint64 award_id, GError **error)
{
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, award_id, error);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION_ACT_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  if (award == NULL)
    return NULL;
  td_query_where_number (query, "award-id", award_id);
  lines = td_connection_list (connection, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    apply_line (award, g_ptr_array_index (lines, i));
  return lines != NULL ? g_steal_pointer (&award) : NULL;
}

/**
 * td_award_corrections_list_states:
 * @connection: the office file
 * @award_id: an award
 * @lines: (out) (transfer full) (element-type TdDecisionActLine): what corrected it, oldest first
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdAward): it as it read before each of @lines
 */
GPtrArray *
td_award_corrections_list_states (TdConnection *connection, gint64 award_id, GPtrArray **lines, GError **error)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, award_id, error);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION_ACT_LINE);
  g_autoptr (GPtrArray) all = NULL;

  td_query_where_number (query, "award-id", award_id);
  all = award != NULL ? td_connection_list (connection, query, error) : NULL;
  if (all == NULL)
    return NULL;
  *lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TdDecisionActLine *line = g_ptr_array_index (all, i);

      if (td_award_corrections_find_field (line->field) == NULL)
        continue;
      g_ptr_array_add (*lines, g_object_ref (line));
      g_ptr_array_add (states, td_entity_copy (award));
      apply_line (award, line);
    }
  return g_steal_pointer (&states);
}

/**
 * td_award_corrections_list:
 * @connection: the office file
 * @decision_id: a decision
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdAward): its lines in the order of td_award_lines_list(), revoked ones
 *   among them, as they read after all corrections
 */
GPtrArray *
td_award_corrections_list (TdConnection *connection, gint64 decision_id, GError **error)
{
  g_autoptr (GPtrArray) awards = td_award_lines_list (connection, decision_id, error);

  return awards != NULL && td_award_corrections_apply (connection, awards, error) ? g_steal_pointer (&awards) : NULL;
}

/**
 * td_award_corrections_find_last:
 * @connection: the office file
 * @award_id: an award
 * @line: (out) (transfer full) (nullable): what the last act on it says, correction or revocation
 * @error: return location
 *
 * Returns: whether it went well, found or not
 */
gboolean
td_award_corrections_find_last (TdConnection *connection, gint64 award_id, TdDecisionActLine **line, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION_ACT_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  *line = NULL;
  td_query_where_number (query, "award-id", award_id);
  lines = td_connection_list (connection, query, error);
  if (lines != NULL && lines->len > 0)
    *line = g_object_ref (g_ptr_array_index (lines, lines->len - 1));
  return lines != NULL;
}
