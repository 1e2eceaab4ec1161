/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-split"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-model.h"
#include "td-record-jobs.h"
#include "td-subject-merge-jobs.h"
#include "td-subject-moves.h"

/* Takes a merge apart again from the log of what it moved, whatever was done since. Where nothing
 * says to which of the two a later record belongs, a person has to. */

typedef struct
{
  gint64 dropped_id;
  TdSplitLater later;

  TdSubject *kept;
  TdSubject *dropped;
  TdSubjectMerge *merge;
  GPtrArray *moves;
  GHashTable *belongs; /* "table uuid" → whose record it is: kept, dropped, or of another merge */
} Input;

typedef enum
{
  OWNER_UNKNOWN,
  OWNER_KEPT,
  OWNER_DROPPED,
  OWNER_OTHER,
} Owner;

static void
input_free (Input *input)
{
  g_clear_object (&input->kept);
  g_clear_object (&input->dropped);
  g_clear_object (&input->merge);
  g_clear_pointer (&input->moves, g_ptr_array_unref);
  g_hash_table_unref (input->belongs);
  g_free (input);
}

static void
take_finding (TdJob *job, const char *rule, TdSeverity severity, TdEntity *record, const char *text)
{
  g_autofree char *label = td_record_dup_label (record);

  td_job_take_finding (job, td_finding_at (td_finding_new (rule, severity, "%s", text), label, td_entity_get_id (record), 0));
}

static char *
make_key (const char *table, const char *uuid)
{
  return g_strconcat (table, " ", uuid, NULL);
}

static GPtrArray *
list_moves (TdConnection *connection, gint64 merge_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT_MOVE);

  td_query_where_number (query, "merge-id", merge_id);
  return td_connection_list (connection, query, error);
}

static TdEntity *
find_record (TdConnection *connection, const char *table, const char *uuid, GError **error)
{
  GType type = td_model_type_of_table (table);
  g_autoptr (TdQuery) query = NULL;

  if (type == G_TYPE_INVALID)
    return NULL;
  query = td_query_new (type);
  td_query_where_text (query, "uuid", uuid);
  return td_connection_find (connection, query, error);
}

/* Reading what was */

static void
note_owners (Input *input, GPtrArray *moves, gboolean own)
{
  for (guint i = 0; i < moves->len; i++)
    {
      TdSubjectMove *move = g_ptr_array_index (moves, i);
      gboolean moved = g_strcmp0 (move->old_value, move->new_value) != 0;
      Owner owner = !own ? OWNER_OTHER : moved ? OWNER_DROPPED
                                               : OWNER_KEPT;

      /* Of another merge only what it brought and made is known; what it found may be later than
       * this one. What this one made goes away with it. */
      if (g_str_equal (move->record_table, "subject") || (own ? move->field == NULL : move->field != NULL && !moved))
        continue;
      g_hash_table_insert (input->belongs, make_key (move->record_table, move->record_uuid), GINT_TO_POINTER (owner));
    }
}

static gboolean
read_merge (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT_MERGE);
  g_autoptr (TdQuery) others = td_query_new (TD_TYPE_SUBJECT_MERGE);
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) local = NULL;

  td_query_where_number (query, "dropped-id", input->dropped_id);
  input->merge = td_connection_find (connection, query, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (input->merge == NULL)
    {
      take_finding (job, "subject-not-merged", TD_SEVERITY_BLOCK, TD_ENTITY (input->dropped), _ ("This record was not merged into another one."));
      return TRUE;
    }
  input->kept = td_connection_get (connection, TD_TYPE_SUBJECT, input->merge->kept_id, error);
  input->moves = input->kept != NULL ? list_moves (connection, td_entity_get_id (TD_ENTITY (input->merge)), error) : NULL;
  if (input->moves == NULL)
    return FALSE;
  td_query_where_number (others, "kept-id", input->merge->kept_id);
  merges = td_connection_list (connection, others, error);
  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (merges, i));
      g_autoptr (GPtrArray) moves = id != td_entity_get_id (TD_ENTITY (input->merge)) ? list_moves (connection, id, error) : g_ptr_array_new ();

      if (moves == NULL)
        return FALSE;
      note_owners (input, moves, FALSE);
    }
  note_owners (input, input->moves, TRUE);
  if (input->kept->merged_into_id != 0)
    take_finding (job, "subject-merged-on", TD_SEVERITY_BLOCK, TD_ENTITY (input->kept),
                  _ ("The record it was merged into has itself been merged into another one; split that one first."));
  return merges != NULL;
}

/* Later records */

/* A line of a decision goes with its nomination: whoever points at a record of one of the two is
 * of that one. */
static Owner
owner_of (TdConnection *connection, Input *input, TdEntity *record)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      gint64 id = field->via == NULL && field->kind == TD_FIELD_REFERENCE && !g_str_equal (field->target, "subject") ? td_entity_get_number (record, field) : 0;
      g_autoptr (TdEntity) other = id != 0 ? td_connection_get (connection, td_model_type_of_table (field->target), id, NULL) : NULL;
      g_autofree char *key = other != NULL ? make_key (field->target, td_entity_get_uuid (other)) : NULL;
      Owner owner = key != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (input->belongs, key)) : OWNER_UNKNOWN;

      if (owner != OWNER_UNKNOWN)
        return owner;
    }
  return OWNER_UNKNOWN;
}

static gboolean
give (TdConnection *connection, Input *input, TdEntity *record, const TdField *field, GError **error)
{
  td_entity_set_number (record, field, input->dropped_id);
  return td_connection_update (connection, record, error);
}

static gboolean
split_later (TdJob *job, TdConnection *connection, Input *input, TdEntity *record, const TdField *field, GError **error)
{
  g_autofree char *text = NULL;

  switch (owner_of (connection, input, record))
    {
    case OWNER_DROPPED:
      return give (connection, input, record, field, error);
    case OWNER_KEPT:
    case OWNER_OTHER:
      return TRUE;
    case OWNER_UNKNOWN:
    default:
      break;
    }
  if (input->later == TD_SPLIT_LATER_DROPPED)
    return give (connection, input, record, field, error);
  if (input->later == TD_SPLIT_LATER_KEPT)
    return TRUE;
  /* Translators: a kind of record, its id */
  text = g_strdup_printf (_ ("%s %" PRId64 " was made after the merge: say to which of the two the later records belong."),
                          _ (TD_ENTITY_GET_CLASS (record)->title), td_entity_get_id (record));
  take_finding (job, "subject-later", TD_SEVERITY_BLOCK, record, text);
  return TRUE;
}

static gboolean
split_later_records (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (GArray) references = td_model_list_references ("subject", TD_FIELD_STAYS);

  for (guint i = 0; i < references->len; i++)
    {
      const TdReference *reference = &g_array_index (references, TdReference, i);
      g_autoptr (GPtrArray) rows = td_subject_moves_list_pointing (connection, reference, td_entity_get_id (TD_ENTITY (input->kept)), error);

      for (guint j = 0; rows != NULL && j < rows->len; j++)
        {
          TdEntity *record = g_ptr_array_index (rows, j);
          g_autofree char *key = make_key (TD_ENTITY_GET_CLASS (record)->table, td_entity_get_uuid (record));

          if (!g_hash_table_contains (input->belongs, key) && !split_later (job, connection, input, record, reference->field, error))
            return FALSE;
        }
      if (rows == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Going back */

static gboolean
turn_back_value (TdJob *job, Input *input, TdSubjectMove *move)
{
  const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (input->kept), move->field);
  g_autofree char *now = field != NULL ? td_subject_moves_dup_value (TD_ENTITY (input->kept), field) : NULL;
  g_autofree char *text = NULL;

  if (field == NULL)
    return TRUE;
  if (g_strcmp0 (now, move->new_value) == 0)
    td_subject_moves_set_value (TD_ENTITY (input->kept), field, move->old_value);
  else
    {
      /* Translators: what a field is called */
      text = g_strdup_printf (_ ("“%s” was changed after the merge and stays as it is."), _ (field->label));
      take_finding (job, "subject-changed", TD_SEVERITY_INFO, TD_ENTITY (input->kept), text);
    }
  return TRUE;
}

static gboolean
turn_back (TdJob *job, TdConnection *connection, Input *input, TdSubjectMove *move, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (TdEntity) record = NULL;
  const TdField *field;

  if (g_str_equal (move->record_table, "subject"))
    return move->field == NULL || turn_back_value (job, input, move);
  if (move->field != NULL && g_strcmp0 (move->old_value, move->new_value) == 0)
    return TRUE;
  record = find_record (connection, move->record_table, move->record_uuid, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (record == NULL)
    return TRUE; /* deleted since: it stays so */
  if (move->field == NULL)
    return td_connection_delete (connection, record, error);
  field = td_entity_class_find (TD_ENTITY_GET_CLASS (record), move->field);
  if (field == NULL || td_entity_get_number (record, field) != td_entity_get_id (TD_ENTITY (input->kept)))
    {
      take_finding (job, "subject-moved-on", TD_SEVERITY_INFO, record, _ ("This was given to another subject after the merge and stays there."));
      return TRUE;
    }
  return give (connection, input, record, field, error);
}

static gboolean
finish (TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT_MOVE);

  g_object_set (input->dropped, "merged-into-id", (gint64) 0, NULL);
  td_query_where_number (query, "merge-id", td_entity_get_id (TD_ENTITY (input->merge)));
  /* Translators: two names */
  td_connection_set_action_name (connection, _ ("Split “%s” from “%s”"), input->dropped->name, input->kept->name);
  return td_connection_update (connection, input->kept, error) && td_connection_update (connection, input->dropped, error) && td_connection_delete_all (connection, query, error) && td_connection_delete (connection, input->merge, error);
}

static gboolean
split_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  input->dropped = td_connection_get (connection, TD_TYPE_SUBJECT, input->dropped_id, error);
  if (input->dropped == NULL || !read_merge (job, connection, input, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  /* The name the merge made is none of the later records. */
  for (guint i = 0; i < input->moves->len; i++)
    if (!turn_back (job, connection, input, g_ptr_array_index (input->moves, i), error))
      return FALSE;
  if (!split_later_records (job, connection, input, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  td_job_set_id (job, input->dropped_id);
  return finish (connection, input, error);
}

/**
 * td_subject_split_job:
 * @dropped_id: a record that was merged into another one
 * @later: what becomes of later records that may belong to either
 *
 * Takes a merge apart: the record stands in lists again and has back what was moved from it; the
 * other one loses what it was given, unless that was changed since. A record made since goes with
 * what it points at (a line of a decision with its nomination). Where nothing tells, it is refused,
 * with a finding for each such record, unless @later says where they go.
 *
 * Returns: (transfer full): the job; its id is @dropped_id
 */
TdJob *
td_subject_split_job (gint64 dropped_id, TdSplitLater later)
{
  Input *input = g_new0 (Input, 1);

  input->dropped_id = dropped_id;
  input->later = later;
  input->belongs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return td_job_new_write (_ ("Split"), split_cb, input, (GDestroyNotify) input_free);
}
