/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-nomination-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-lines.h"
#include "td-list-import-jobs.h"
#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-nomination-jobs.h"
#include "td-nomination-judge.h"
#include "td-record-jobs.h"

/* Entering, checking and importing nominations. */

typedef struct
{
  gint64 nomination_id;
  gboolean found; /* the subject is one that was stored before */
  TdNomination *nomination;
  TdSubject *subject;
} Input;

static void
input_free (Input *input)
{
  g_clear_object (&input->nomination);
  g_clear_object (&input->subject);
  g_free (input);
}

/* Who is surely known is judged with what is proposed for them already. */
static gboolean
find_subject (TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdSubject) known = NULL;
  g_autoptr (GError) local = NULL;

  if (input->nomination->subject_id != 0)
    return TRUE;
  known = td_nomination_judge_find_subject (connection, input->subject, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known == NULL)
    return TRUE;
  input->found = TRUE;
  g_set_object (&input->subject, known);
  g_object_set (input->nomination, "subject-id", td_entity_get_id (TD_ENTITY (known)), NULL);
  return TRUE;
}

static gboolean
save_subject (TdConnection *connection, Input *input, GError **error)
{
  if (input->found)
    return TRUE; /* as it is known, not as it was typed */
  if (input->nomination->subject_id != 0)
    return td_connection_update (connection, input->subject, error);
  if (!td_connection_insert (connection, input->subject, error))
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

  if (judge == NULL || !find_subject (connection, input, error))
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
  if (input->nomination->received_on != NULL && !td_date_is_day (input->nomination->received_on))
    td_job_take_finding (job, td_finding_at (td_finding_new ("received-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), input->nomination->received_on), "received-on", 0, 0));
  if (!is_new && !td_record_check (job, connection, input->nomination, error))
    return FALSE;
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
      /* Whatever changes in the plan later, it is judged by what holds now. */
      if (input->nomination->received_on == NULL)
        {
          g_autofree char *today = td_date_dup_today ();

          g_object_set (input->nomination, "received-on", today, NULL);
        }
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

  input->nomination = td_entity_copy (nomination);
  input->subject = td_entity_copy (subject);
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

  input->nomination = td_entity_copy (nomination);
  input->subject = td_entity_copy (subject);
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
  TdListTaking taking = { .path = path, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = plan_id, .strict = TRUE }, .dry_run = dry_run };

  return td_list_import_job (&taking);
}
