/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-merge-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-date.h"
#include "td-model.h"
#include "td-subject-merge-jobs.h"
#include "td-subject-moves.h"

/* Two records of one subject become one. Everything that points at the one is made to point at the
 * other, as the descriptions of the entities say; what was where is kept, for a later split. */

typedef struct
{
  gint64 kept_id;
  gint64 dropped_id;
  char **take;
  gboolean distinct;

  TdSubject *kept;
  TdSubject *dropped;
  TdSubjectMerge *merge;
} Input;

static Input *
input_new (gint64 kept_id, gint64 dropped_id, const char *const *take)
{
  Input *input = g_new0 (Input, 1);

  input->kept_id = kept_id;
  input->dropped_id = dropped_id;
  input->take = g_strdupv ((char **) take);
  return input;
}

static void
input_free (Input *input)
{
  g_strfreev (input->take);
  g_clear_object (&input->kept);
  g_clear_object (&input->dropped);
  g_clear_object (&input->merge);
  g_free (input);
}

static void
take_block (TdJob *job, TdSubject *subject, TdFinding *finding)
{
  td_job_take_finding (job, td_finding_at (finding, subject->name, td_entity_get_id (TD_ENTITY (subject)), 0));
}

static gboolean
find_pair (TdConnection *connection, gint64 first_id, gint64 second_id, TdDistinctPair **pair, GError **error)
{
  *pair = NULL;
  for (guint turned = 0; turned < 2 && *pair == NULL; turned++)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DISTINCT_PAIR);
      g_autoptr (GError) local = NULL;

      td_query_where_number (query, "first-id", turned ? second_id : first_id);
      td_query_where_number (query, "second-id", turned ? first_id : second_id);
      *pair = td_connection_find (connection, query, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

static void
check_present (TdJob *job, TdSubject *subject)
{
  if (subject->merged_into_id != 0)
    take_block (job, subject, td_finding_new ("subject-merged", TD_SEVERITY_BLOCK, _ ("“%s” has been merged into another record already."), subject->name));
}

/* Reads the two and says what stands in the way. */
static gboolean
check_two (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  input->kept = td_connection_get (connection, TD_TYPE_SUBJECT, input->kept_id, error);
  input->dropped = input->kept != NULL ? td_connection_get (connection, TD_TYPE_SUBJECT, input->dropped_id, error) : NULL;
  if (input->dropped == NULL)
    return FALSE;
  if (input->kept_id == input->dropped_id)
    take_block (job, input->kept, td_finding_new ("subject-same", TD_SEVERITY_BLOCK, _ ("This is one record, not two.")));
  check_present (job, input->kept);
  if (input->kept_id != input->dropped_id)
    check_present (job, input->dropped);
  return TRUE;
}

static gboolean
check (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdDistinctPair) pair = NULL;

  if (!check_two (job, connection, input, error) || !find_pair (connection, input->kept_id, input->dropped_id, &pair, error))
    return FALSE;
  if (g_strcmp0 (input->kept->kind, input->dropped->kind) != 0)
    take_block (job, input->dropped, td_finding_new ("subject-kind", TD_SEVERITY_BLOCK, _ ("The two are of different kinds: a person, a collective and a household are never one.")));
  if (pair != NULL)
    take_block (job, input->dropped, td_finding_new ("subject-distinct", TD_SEVERITY_BLOCK, _ ("The two were marked as not the same; take the mark back first.")));
  return TRUE;
}

/* Records */

static gboolean
move_record (TdConnection *connection, Input *input, TdEntity *record, const TdField *field, gint64 from, GError **error)
{
  g_autofree char *old_value = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autofree char *new_value = g_strdup_printf ("%" G_GINT64_FORMAT, input->kept_id);

  if (from != input->kept_id)
    {
      td_entity_set_number (record, field, input->kept_id);
      if (!td_connection_update (connection, record, error))
        return FALSE;
    }
  return td_subject_moves_add (connection, input->merge, record, field, old_value, new_value, error);
}

/* Those of the kept subject are noted too: what is not among them later was made after the merge. */
static gboolean
move_references (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (GArray) references = td_model_list_references ("subject", TD_FIELD_STAYS);
  gint64 n_moved = 0;

  for (guint i = 0; i < references->len; i++)
    {
      const TdReference *reference = &g_array_index (references, TdReference, i);
      const gint64 owners[] = { input->kept_id, input->dropped_id };

      for (guint j = 0; j < G_N_ELEMENTS (owners); j++)
        {
          g_autoptr (GPtrArray) rows = td_subject_moves_list_pointing (connection, reference, owners[j], error);

          if (rows == NULL)
            return FALSE;
          for (guint k = 0; k < rows->len; k++)
            if (!move_record (connection, input, g_ptr_array_index (rows, k), reference->field, owners[j], error))
              return FALSE;
          n_moved += owners[j] == input->dropped_id ? rows->len : 0;
          if (td_connection_is_cancelled (connection, error))
            return FALSE;
        }
    }
  td_job_set_count (job, n_moved);
  return TRUE;
}

/* Values */

static gboolean
is_mergeable (const TdField *field)
{
  return field->via == NULL && (field->flags & (TD_FIELD_RETIRES | TD_FIELD_HIDDEN)) == 0 && !g_str_equal (field->name, "kind");
}

static gboolean
same_value (TdEntity *a, TdEntity *b, const TdField *field)
{
  g_autofree char *left = td_subject_moves_dup_value (a, field);
  g_autofree char *right = td_subject_moves_dup_value (b, field);

  return g_strcmp0 (left, right) == 0;
}

/* What is empty is filled; what differs stays unless it was chosen. */
static gboolean
move_values (TdConnection *connection, Input *input, GError **error)
{
  TdEntity *kept = TD_ENTITY (input->kept);
  TdEntity *dropped = TD_ENTITY (input->dropped);
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (kept);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      gboolean chosen = input->take != NULL && g_strv_contains ((const char *const *) input->take, field->name);
      g_autofree char *old_value = NULL;
      g_autofree char *new_value = NULL;

      if (!is_mergeable (field) || td_entity_is_empty (dropped, field) || same_value (kept, dropped, field) || (!chosen && !td_entity_is_empty (kept, field)))
        continue;
      old_value = td_subject_moves_dup_value (kept, field);
      new_value = td_subject_moves_dup_value (dropped, field);
      td_entity_copy_value (kept, dropped, field);
      if (!td_subject_moves_add (connection, input->merge, kept, field, old_value, new_value, error))
        return FALSE;
    }
  return td_connection_update (connection, kept, error);
}

/* Who looks for the subject by the name that gave way finds it. */
static gboolean
keep_name (TdConnection *connection, Input *input, const char *name_before, GError **error)
{
  const char *other = g_str_equal (input->kept->name, name_before) ? input->dropped->name : name_before;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OTHER_NAME);
  g_autoptr (TdOtherName) known = NULL;
  g_autoptr (TdOtherName) made = NULL;
  g_autoptr (GError) local = NULL;

  if (g_str_equal (input->kept->name, other))
    return TRUE;
  td_query_where_number (query, "subject-id", input->kept_id);
  td_query_where_text (query, "name", other);
  known = td_connection_find (connection, query, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known != NULL)
    return TRUE;
  made = g_object_new (TD_TYPE_OTHER_NAME, "subject-id", input->kept_id, "name", other, "kind", "other", NULL);
  return td_connection_insert (connection, made, error) && td_subject_moves_add (connection, input->merge, TD_ENTITY (made), NULL, NULL, NULL, error);
}

/* The two that @input names, which nothing stands in the way of. */
static gboolean
merge_two (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autofree char *name_before = g_strdup (input->kept->name);
  g_autofree char *today = td_date_dup_today ();

  input->merge = g_object_new (TD_TYPE_SUBJECT_MERGE, "kept-id", input->kept_id, "dropped-id", input->dropped_id, "made-on", today, NULL);
  if (!td_connection_insert (connection, input->merge, error) || !move_references (job, connection, input, error) || !move_values (connection, input, error) || !keep_name (connection, input, name_before, error))
    return FALSE;
  g_object_set (input->dropped, "merged-into-id", input->kept_id, NULL);
  return td_connection_update (connection, input->dropped, error);
}

static gboolean
merge_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  if (!check (job, connection, input, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (!merge_two (job, connection, input, error))
    return FALSE;
  /* Translators: two names */
  td_connection_set_action_name (connection, _ ("Merge “%s” into “%s”"), input->dropped->name, input->kept->name);
  td_job_set_id (job, input->kept_id);
  return TRUE;
}

/**
 * td_subject_merge_job:
 * @kept_id: the record that goes on
 * @dropped_id: another record of the same person, collective or household
 * @take: (nullable) (array zero-terminated=1): properties whose value in @dropped_id is the right
 *   one; of the others only those are taken that @kept_id lacks
 *
 * Makes one record of two. Every record that points at @dropped_id points at @kept_id afterwards;
 * the words of a line of a decision stay as they are. The dropped record is kept out of sight and
 * its name becomes another name of the other. It is refused for two of different kinds, and for two
 * that were marked as not the same.
 *
 * Returns: (transfer full): the job; its id is @kept_id, its count how many records were moved
 */
TdJob *
td_subject_merge_job (gint64 kept_id, gint64 dropped_id, const char *const *take)
{
  return td_job_new_write (_ ("Merge"), merge_cb, input_new (kept_id, dropped_id, take), (GDestroyNotify) input_free);
}

/* Many at once */

static gboolean
find_present (TdConnection *connection, gint64 *id, GError **error)
{
  for (;;)
    {
      g_autoptr (TdSubject) subject = td_connection_get (connection, TD_TYPE_SUBJECT, *id, error);

      if (subject == NULL)
        return FALSE;
      if (subject->merged_into_id == 0)
        return TRUE;
      *id = subject->merged_into_id;
    }
}

static gboolean
merge_pairs_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  GArray *pairs = data;
  gint64 n_merged = 0;

  for (guint i = 0; i + 1 < pairs->len; i += 2)
    {
      gint64 first = g_array_index (pairs, gint64, i);
      gint64 second = g_array_index (pairs, gint64, i + 1);
      Input *input;
      gboolean ok;

      /* Of three that are one, two have become one already. */
      if (!find_present (connection, &first, error) || !find_present (connection, &second, error))
        return FALSE;
      if (first == second)
        continue;
      input = input_new (MIN (first, second), MAX (first, second), NULL);
      ok = check (job, connection, input, error);
      if (ok && td_findings_block (td_job_get_findings (job)))
        ok = td_job_refuse (job, error);
      ok = ok && merge_two (job, connection, input, error);
      input_free (input);
      if (!ok)
        return FALSE;
      n_merged++;
      td_job_report (job, (double) (i + 2) / pairs->len, NULL);
    }
  td_connection_set_action_name (connection, ngettext ("Merge %" PRId64 " double", "Merge %" PRId64 " doubles", n_merged), n_merged);
  td_job_set_count (job, n_merged);
  return TRUE;
}

/**
 * td_subject_merge_pairs_job:
 * @ids: (array length=n_ids): two and two that are one, surely
 * @n_ids: how many, twice the number of pairs
 *
 * Merges pairs as one action, each into the record that was entered first. One that is refused
 * refuses all.
 *
 * Returns: (transfer full): the job; its count is how many records were given up
 */
TdJob *
td_subject_merge_pairs_job (const gint64 *ids, guint n_ids)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (pairs, ids, n_ids);
  return td_job_new_write (_ ("Merge"), merge_pairs_cb, pairs, (GDestroyNotify) g_array_unref);
}

static gboolean
look_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GArray) references = td_model_list_references ("subject", TD_FIELD_STAYS);
  gint64 total = 0;

  if (!check (job, connection, input, error))
    return FALSE;
  for (guint i = 0; i < references->len; i++)
    {
      const TdReference *reference = &g_array_index (references, TdReference, i);
      g_autoptr (TdQuery) query = td_query_new (reference->type);
      gint64 n;

      td_query_where_number (query, reference->field->name, input->dropped_id);
      n = td_connection_count (connection, query, error);
      if (n < 0)
        return FALSE;
      if (n > 0)
        td_job_take_finding (job, td_finding_new ("subject-moves", TD_SEVERITY_INFO,
                                                  /* Translators: a kind of record, then how many there are */
                                                  _ ("%s: %" PRId64), _ (td_entity_class_of (reference->type)->title), n));
      total += n;
    }
  td_job_set_count (job, total);
  return TRUE;
}

/**
 * td_subject_merge_look_job:
 * @kept_id: the record that would go on
 * @dropped_id: the other
 *
 * Says what td_subject_merge_job() would move, kind by kind, and what stands in its way.
 *
 * Returns: (transfer full): the job; its count is how many records would be moved
 */
TdJob *
td_subject_merge_look_job (gint64 kept_id, gint64 dropped_id)
{
  return td_job_new_read (look_cb, input_new (kept_id, dropped_id, NULL), (GDestroyNotify) input_free);
}

static gboolean
distinct_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdDistinctPair) pair = NULL;

  if (!check_two (job, connection, input, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (!find_pair (connection, input->kept_id, input->dropped_id, &pair, error))
    return FALSE;
  td_connection_set_action_name (connection, input->distinct ? _ ("Mark “%s” and “%s” as not the same") : _ ("Take back that “%s” and “%s” are not the same"),
                                 input->kept->name, input->dropped->name);
  if (!input->distinct)
    return pair == NULL || td_connection_delete (connection, pair, error);
  if (pair != NULL)
    return TRUE;
  pair = g_object_new (TD_TYPE_DISTINCT_PAIR, "first-id", MIN (input->kept_id, input->dropped_id),
                       "second-id", MAX (input->kept_id, input->dropped_id), NULL);
  td_job_set_count (job, 1);
  return td_connection_insert (connection, pair, error);
}

/**
 * td_subject_distinct_job:
 * @first_id: a subject
 * @second_id: another that looks like it
 * @distinct: whether they are two; %FALSE takes the mark back
 *
 * Keeps that two subjects are not one, so that nothing proposes them again.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_subject_distinct_job (gint64 first_id, gint64 second_id, gboolean distinct)
{
  Input *input = input_new (first_id, second_id, NULL);

  input->distinct = distinct;
  return td_job_new_write (_ ("Tell apart"), distinct_cb, input, (GDestroyNotify) input_free);
}
