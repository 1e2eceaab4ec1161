/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-moves"

#include "config.h"

#include "td-subject-moves.h"

/* The log of what a merge moved: one line for each value, by the UUID of its record, so that a
 * record deleted and another one with its id are never taken for each other. */

/**
 * td_subject_moves_dup_value:
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer full) (nullable): the value as the log keeps it; %NULL for none
 */
char *
td_subject_moves_dup_value (TdEntity *record, const TdField *field)
{
  if (td_entity_is_empty (record, field))
    return NULL;
  return td_field_is_number (field) ? g_strdup_printf ("%" G_GINT64_FORMAT, td_entity_get_number (record, field))
                                    : g_strdup (td_entity_get_text (record, field));
}

/**
 * td_subject_moves_set_value:
 * @record: a record
 * @field: one of its fields
 * @value: (nullable): a value as the log keeps it
 */
void
td_subject_moves_set_value (TdEntity *record, const TdField *field, const char *value)
{
  if (td_field_is_number (field))
    td_entity_set_number (record, field, value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0);
  else
    td_entity_set_text (record, field, value);
}

/**
 * td_subject_moves_add:
 * @connection: the office file, inside a transaction
 * @merge: the merge
 * @record: what it found, changed or made
 * @field: (nullable): which value; %NULL for a record it made
 * @old_value: (nullable): before
 * @new_value: (nullable): after
 * @error: return location
 *
 * Returns: whether the line was kept
 */
gboolean
td_subject_moves_add (TdConnection *connection, TdSubjectMerge *merge, TdEntity *record, const TdField *field,
                      const char *old_value, const char *new_value, GError **error)
{
  g_autoptr (TdSubjectMove) move = g_object_new (TD_TYPE_SUBJECT_MOVE, "merge-id", td_entity_get_id (TD_ENTITY (merge)),
                                                 "record-table", TD_ENTITY_GET_CLASS (record)->table,
                                                 "record-uuid", td_entity_get_uuid (record),
                                                 "field", field != NULL ? field->name : NULL,
                                                 "old-value", old_value, "new-value", new_value, NULL);

  return td_connection_insert (connection, move, error);
}

/**
 * td_subject_moves_list_pointing:
 * @connection: the office file
 * @reference: a kind of record and how it points
 * @id: a record pointed at
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdEntity): the records that point at it
 */
GPtrArray *
td_subject_moves_list_pointing (TdConnection *connection, const TdReference *reference, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (reference->type);

  td_query_where_number (query, reference->field->name, id);
  return td_connection_list (connection, query, error);
}
