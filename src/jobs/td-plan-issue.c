/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-issue"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-legal-documents.h"
#include "td-outline-jobs.h"
#include "td-plan-clauses.h"
#include "td-plan-earlier.h"
#include "td-plan-new.h"

/* A plan gets its number and date from the records office; from then on its words stay as they are. */

typedef struct
{
  gint64 plan_id;
  char *number;
  char *date;
} Input;

static void
input_free (Input *input)
{
  g_free (input->number);
  g_free (input->date);
  g_free (input);
}

static void
check (TdJob *job, const TdPlan *plan, const Input *input)
{
  if (g_strcmp0 (plan->state, "draft") != 0)
    td_job_take_finding (job, td_finding_new ("plan-not-draft", TD_SEVERITY_BLOCK, _ ("Only a plan that is being written is issued.")));
  if (input->number == NULL || *input->number == '\0')
    td_job_take_finding (job, td_finding_at (td_finding_new ("plan-no-number", TD_SEVERITY_BLOCK, _ ("A plan is issued with its number.")), "number", 0, 0));
  if (!td_date_is_day (input->date))
    td_job_take_finding (job, td_finding_at (td_finding_new ("plan-no-day", TD_SEVERITY_BLOCK, _ ("A plan is issued on a day.")), "date", 0, 0));
}

static gboolean
issue_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) documents = td_legal_documents_load (error);
  g_autoptr (TdPlan) plan = documents != NULL ? td_connection_get (connection, TD_TYPE_PLAN, input->plan_id, error) : NULL;
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autofree char *reason = NULL;

  if (plan == NULL)
    return FALSE;
  check (job, plan, input);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  /* While it was written they were in force on that day, not on this one. */
  td_plan_check_bases (plan, input->date, documents, findings);
  td_job_take_findings (job, g_steal_pointer (&findings));
  /* The words are made for the last time, for the day of the plan. */
  g_object_set (plan, "number", input->number, "issue-date", input->date, NULL);
  if (!td_connection_update (connection, plan, error) || !td_plan_facts_refresh (connection, input->plan_id, error))
    return FALSE;
  g_object_set (plan, "state", "issued", NULL);
  if (!td_connection_update (connection, plan, error) || !td_plan_earlier_link (connection, plan, error))
    return FALSE;
  /* Translators: the number of a plan */
  reason = g_strdup_printf (_ ("The plan was issued as %s."), input->number);
  td_connection_set_action_name (connection, _ ("Issue plan %s"), input->number);
  td_connection_set_barrier (connection, reason);
  td_job_set_id (job, input->plan_id);
  return TRUE;
}

/**
 * td_plan_issue_job:
 * @plan_id: a plan that is being written
 * @number: as the records office gives it: "15/KH-UBND"
 * @date: a full date
 *
 * Issues a plan. It cannot be undone; its words no longer follow its facts.
 *
 * Returns: (transfer full): the job; its id is the plan's
 */
TdJob *
td_plan_issue_job (gint64 plan_id, const char *number, const char *date)
{
  Input *input = g_new0 (Input, 1);

  input->plan_id = plan_id;
  input->number = g_strdup (number);
  input->date = g_strdup (date);
  return td_job_new_write (_ ("Issue a plan"), issue_cb, input, (GDestroyNotify) input_free);
}
