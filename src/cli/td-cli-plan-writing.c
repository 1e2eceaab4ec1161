/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-plan-writing"

#include "config.h"

#include <glib/gi18n.h>

#include "td-cli.h"
#include "td-outline-jobs.h"
#include "td-plan-new.h"

/* Plans that are written here. */

int
td_cli_plan_new (TdCliArgs *args)
{
  TdPlanRequest request = { .goes_on = args->goes_on, .unit = args->unit, .title = args->title, .day = args->date };
  g_autoptr (TdJob) job = NULL;
  int code;

  if (args->from != NULL && !td_cli_parse_id (args->from, &request.from, &code))
    return code;
  if (args->goes_on && args->from == NULL)
    return td_cli_usage ("%s", _ ("A plan that goes on needs the earlier one: --from ID."));
  if (args->earlier < 0 || args->earlier > 366)
    return td_cli_usage ("%s", _ ("--earlier is a number of days up to 366."));
  request.days_earlier = (guint) args->earlier;
  job = td_plan_new_job (&request);
  return td_cli_print_made (args, job, TRUE);
}

/* What is found is the answer, not a failure. */
int
td_cli_plan_check (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdPlanDraft *draft;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  job = td_plan_draft_job (id);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  draft = td_job_get_object (job);
  if (args->json)
    td_cli_print_json_findings (draft->findings);
  else
    td_cli_print_findings (draft->findings);
  return TD_CLI_DONE;
}

int
td_cli_plan_issue (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  if (args->number == NULL || args->date == NULL)
    return td_cli_usage ("%s", _ ("To issue a plan needs --number and --date."));
  job = td_plan_issue_job (id, args->number, args->date);
  return td_cli_print_made (args, job, TRUE);
}
