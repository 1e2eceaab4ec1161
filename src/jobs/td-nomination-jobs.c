/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-nomination-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-lines.h"
#include "td-book.h"
#include "td-catalogue-reader.h"
#include "td-nomination-jobs.h"
#include "td-nomination-judge.h"
#include "td-nomination-list.h"

/* Entering, checking and importing nominations. */

typedef struct
{
  char *path;
  gint64 plan_id;
  gint64 nomination_id;
  gboolean dry_run;
  TdNomination *nomination;
  TdSubject *subject;
} Input;

static void
input_free (Input *input)
{
  g_free (input->path);
  g_clear_object (&input->nomination);
  g_clear_object (&input->subject);
  g_free (input);
}

static gpointer
copy_entity (gpointer entity)
{
  TdEntity *copy = g_object_new (G_OBJECT_TYPE (entity), NULL);

  td_entity_assign (copy, entity);
  return copy;
}

static gboolean
save_subject (TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdSubject) known = NULL;
  g_autoptr (GError) local = NULL;

  if (input->nomination->subject_id != 0)
    return td_connection_update (connection, input->subject, error);
  known = td_nomination_judge_find_subject (connection, input->subject, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known != NULL)
    g_set_object (&input->subject, known);
  else if (!td_connection_insert (connection, input->subject, error))
    return FALSE;
  g_object_set (input->nomination, "subject-id", td_entity_get_id (TD_ENTITY (input->subject)), NULL);
  return TRUE;
}

static gboolean
save_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  gboolean is_new = td_entity_get_id (TD_ENTITY (input->nomination)) == 0;
  g_autoptr (TdNominationJudge) judge = td_nomination_judge_new (connection, input->nomination->plan_id, error);

  if (judge == NULL)
    return FALSE;
  if (input->subject->name == NULL)
    td_job_take_finding (job, td_finding_at (td_finding_new ("name-missing", TD_SEVERITY_BLOCK, _ ("The name is missing.")), "name", 0, 0));
  else
    {
      GPtrArray *findings = td_nomination_judge_check (judge, connection, input->nomination, input->subject, error);

      if (findings == NULL)
        return FALSE;
      td_job_take_findings (job, findings);
    }
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (!save_subject (connection, input, error))
    return FALSE;
  if (is_new)
    {
      /* Translators: a name */
      td_connection_set_action_name (connection, _ ("Nominate “%s”"), input->subject->name);
      if (input->nomination->state == NULL)
        g_object_set (input->nomination, "state", "new", NULL);
      if (!td_connection_insert (connection, input->nomination, error))
        return FALSE;
    }
  else
    {
      td_connection_set_action_name (connection, _ ("Change “%s”"), input->subject->name);
      if (!td_connection_update (connection, input->nomination, error) || !td_award_lines_refresh (connection, td_entity_get_id (TD_ENTITY (input->nomination)), error))
        return FALSE;
    }
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (input->nomination)));
  return TRUE;
}

/**
 * td_nomination_save_job:
 * @nomination: what is proposed; new when its id is 0
 * @subject: for whom; a known subject is found again when the nomination has none yet
 *
 * Keeps a nomination with its subject as one action. It is refused when a check blocks it.
 *
 * Returns: (transfer full): the job; its id is the nomination's
 */
TdJob *
td_nomination_save_job (TdNomination *nomination, TdSubject *subject)
{
  Input *input = g_new0 (Input, 1);

  input->nomination = copy_entity (nomination);
  input->subject = copy_entity (subject);
  return td_job_new_write (_ ("Nominate"), save_cb, input, (GDestroyNotify) input_free);
}

static gboolean
check_draft_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdNominationJudge) judge = td_nomination_judge_new (connection, input->nomination->plan_id, error);
  GPtrArray *findings = judge != NULL ? td_nomination_judge_check (judge, connection, input->nomination, input->subject, error) : NULL;

  if (findings != NULL)
    td_job_take_findings (job, findings);
  return findings != NULL;
}

/**
 * td_nomination_check_draft_job:
 * @nomination: not necessarily stored
 * @subject: its subject
 *
 * Returns: (transfer full): a job whose findings say what stands in its way
 */
TdJob *
td_nomination_check_draft_job (TdNomination *nomination, TdSubject *subject)
{
  Input *input = g_new0 (Input, 1);

  input->nomination = copy_entity (nomination);
  input->subject = copy_entity (subject);
  return td_job_new_read (check_draft_cb, input, (GDestroyNotify) input_free);
}

static gboolean
check_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (TdNominationJudge) judge = NULL;

  if (input->nomination_id != 0)
    td_query_where_number (query, "id", input->nomination_id);
  td_query_order_by (query, NULL, FALSE);
  nominations = td_connection_list (connection, query, error);
  for (guint i = 0; nominations != NULL && i < nominations->len; i++)
    {
      TdNomination *nomination = g_ptr_array_index (nominations, i);
      GPtrArray *findings;

      if (judge == NULL || td_nomination_judge_get_plan_id (judge) != nomination->plan_id)
        {
          g_clear_pointer (&judge, td_nomination_judge_free);
          judge = td_nomination_judge_new (connection, nomination->plan_id, error);
        }
      findings = judge != NULL ? td_nomination_judge_check (judge, connection, nomination, NULL, error) : NULL;
      if (findings == NULL || td_connection_is_cancelled (connection, error))
        return FALSE;
      td_job_take_findings (job, findings);
      td_job_report (job, (double) (i + 1) / nominations->len, NULL);
    }
  if (nominations != NULL)
    td_job_set_count (job, nominations->len);
  return nominations != NULL;
}

/**
 * td_nomination_check_job:
 * @nomination_id: which, 0 for all
 *
 * Returns: (transfer full): a job whose findings name their nomination in subject_id
 */
TdJob *
td_nomination_check_job (gint64 nomination_id)
{
  Input *input = g_new0 (Input, 1);

  input->nomination_id = nomination_id;
  return td_job_new_read (check_cb, input, (GDestroyNotify) input_free);
}

/* What makes two rows of one list the same proposal. */
static char *
row_key (const TdNominationRow *row)
{
  const TdSubject *s = row->subject;
  const TdNomination *n = row->nomination;

  return s->citizen_id != NULL
             ? g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT, s->citizen_id, n->award_form, n->giver_id)
             : g_strdup_printf ("%s|%s|%s|%" G_GINT64_FORMAT "|%s|%" G_GINT64_FORMAT, s->kind, s->name,
                                s->birth != NULL ? s->birth : "", s->unit_id, n->award_form, n->giver_id);
}

static void
check_doubled (GHashTable *seen, TdNominationRow *row, GPtrArray *findings)
{
  g_autofree char *key = row_key (row);
  g_autofree char *where = NULL;
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));

  if (first == 0)
    {
      g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (row->line));
      return;
    }
  where = g_strdup_printf (_ ("line %u"), row->line);
  g_ptr_array_add (findings, td_finding_at (td_finding_new ("row-doubled", TD_SEVERITY_BLOCK,
                                                            _ ("“%s” stands in line %u already with the same award."), row->subject->name, first),
                                            where, 0, row->line));
}

static gboolean
judge_rows (TdJob *job, TdConnection *connection, TdNominationJudge *judge, GPtrArray *rows, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      TdNominationRow *row = g_ptr_array_index (rows, i);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) local = NULL;
      TdSubject *known;

      check_doubled (seen, row, td_job_get_findings (job));
      known = td_nomination_judge_find_subject (connection, row->subject, &local);
      if (known != NULL)
        {
          g_object_unref (row->subject);
          row->subject = known;
          g_object_set (row->nomination, "subject-id", td_entity_get_id (TD_ENTITY (known)), NULL);
        }
      if (local == NULL && row->nomination->award_form != NULL && row->subject->name != NULL)
        findings = td_nomination_judge_check (judge, connection, row->nomination, row->subject, &local);
      if (local != NULL || td_connection_is_cancelled (connection, &local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      while (findings != NULL && findings->len > 0)
        {
          TdFinding *finding = g_ptr_array_steal_index (findings, 0);
          g_autofree char *where = g_strdup_printf (_ ("line %u, %s"), row->line, row->subject->name);

          td_job_take_finding (job, td_finding_at (finding, where, 0, row->line));
        }
      td_job_report (job, 0.5 * (i + 1) / rows->len, NULL);
    }
  return TRUE;
}

/* A person twice in the list, for two forms, is one person. */
static gboolean
insert_subject (TdConnection *connection, GHashTable *entered, TdNominationRow *row, GError **error)
{
  g_autofree char *key = td_nomination_judge_subject_key (row->subject);
  TdSubject *subject = key != NULL ? g_hash_table_lookup (entered, key) : NULL;

  if (subject == NULL)
    {
      subject = row->subject;
      if (!td_connection_insert (connection, subject, error))
        return FALSE;
      if (key != NULL)
        g_hash_table_insert (entered, g_steal_pointer (&key), subject);
    }
  g_object_set (row->nomination, "subject-id", td_entity_get_id (TD_ENTITY (subject)), NULL);
  return TRUE;
}

static gboolean
insert_rows (TdJob *job, TdConnection *connection, Input *input, GPtrArray *rows, GError **error)
{
  g_autoptr (GHashTable) entered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      TdNominationRow *row = g_ptr_array_index (rows, i);

      if (row->nomination->subject_id == 0 && !insert_subject (connection, entered, row, error))
        return FALSE;
      g_object_set (row->nomination, "plan-id", input->plan_id, "position", (gint64) i + 1, NULL);
      if (!td_connection_insert (connection, row->nomination, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
      td_job_report (job, 0.5 + 0.5 * (i + 1) / rows->len, NULL);
    }
  return TRUE;
}

static gboolean
import_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdBook) book = td_book_read (input->path, td_connection_get_cancellable (connection), error);
  g_autoptr (TdDirectory) directory = NULL;
  g_autoptr (TdNominationJudge) judge = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (book == NULL)
    return FALSE;
  judge = td_nomination_judge_new (connection, input->plan_id, error);
  directory = judge != NULL ? td_directory_load (connection, error) : NULL;
  rows = directory != NULL ? td_nomination_list_read (td_book_get_main_sheet (book), directory, td_job_get_findings (job), error) : NULL;
  if (rows == NULL || !judge_rows (job, connection, judge, rows, error))
    return FALSE;
  td_job_set_count (job, rows->len);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (input->dry_run)
    return TRUE;
  td_connection_set_action_name (connection, ngettext ("Import %u nomination", "Import %u nominations", rows->len), rows->len);
  return insert_rows (job, connection, input, rows, error);
}

/**
 * td_nomination_import_job:
 * @path: a file with the list in its first sheet
 * @plan_id: the plan the nominations are for
 * @dry_run: whether to tell only what would happen
 *
 * Reads a list, checks every row and takes all rows or none.
 *
 * Returns: (transfer full): the job; its count is the number of rows, its findings name lines
 */
TdJob *
td_nomination_import_job (const char *path, gint64 plan_id, gboolean dry_run)
{
  Input *input = g_new0 (Input, 1);

  input->path = g_strdup (path);
  input->plan_id = plan_id;
  input->dry_run = dry_run;
  return dry_run ? td_job_new_read (import_cb, input, (GDestroyNotify) input_free)
                 : td_job_new_write (_ ("Import nominations"), import_cb, input, (GDestroyNotify) input_free);
}
