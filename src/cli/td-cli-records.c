/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-records"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "td-cli.h"
#include "td-decision-jobs.h"
#include "td-directory.h"
#include "td-entity-text.h"
#include "td-nomination-jobs.h"
#include "td-plan-diff.h"
#include "td-plan-jobs.h"
#include "td-plan-json.h"
#include "td-plan-reader.h"

/* plan, nomination, decision. */

/* A long PDF takes seconds. */
static void
page_cb (guint page, guint n_pages, gpointer user_data)
{
  if (n_pages >= 20 && isatty (STDERR_FILENO))
    {
      g_printerr (_ ("Page %u of %u"), page, n_pages);
      g_printerr (page < n_pages ? "\r" : "\n");
    }
}

int
td_cli_plan_read (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPlanReading) reading = td_plan_reader_read_file_slowly (args->words[0], page_cb, NULL, NULL, &error);
  g_autofree char *json = NULL;

  if (reading == NULL)
    return td_cli_fail (error);
  json = td_plan_reading_to_json (reading);
  g_print ("%s\n", json);
  return TD_CLI_DONE;
}

static void
print_review (TdPlanReview *review, gint64 plan_id, gint64 n_different)
{
  for (TdPlanFactState state = TD_PLAN_FACT_SURE; state <= TD_PLAN_FACT_MISSING; state++)
    g_print ("%s: %u\n", td_plan_fact_state_get_title (state), td_plan_review_count (review, state));
  if (plan_id != 0)
    g_print (ngettext ("Plan %" PRId64 " was kept from this document: %" PRId64 " difference\n", "Plan %" PRId64 " was kept from this document: %" PRId64 " differences\n", (gulong) n_different), plan_id, n_different);
}

static void
print_review_json (TdPlanReview *review, gint64 plan_id, gint64 n_different)
{
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  for (TdPlanFactState state = TD_PLAN_FACT_SURE; state <= TD_PLAN_FACT_MISSING; state++)
    json_object_set_int_member (object, td_plan_fact_state_to_nick (state), td_plan_review_count (review, state));
  if (plan_id != 0)
    json_object_set_int_member (object, "plan_id", plan_id);
  else
    json_object_set_null_member (object, "plan_id");
  json_object_set_int_member (object, "differences", n_different);
  text = td_json_object_to_text (object, TRUE);
  g_print ("%s\n", text);
}

int
td_cli_plan_import (TdCliArgs *args)
{
  g_autoptr (TdJob) job = args->review != NULL ? td_plan_review_save_job (args->words[0], args->review) : td_plan_import_job (args->words[0]);
  TdPlanReview *review;
  int code;

  if (args->review == NULL)
    return td_cli_print_made (args, job, TRUE);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  review = td_job_get_object (job);
  td_cli_print_findings (td_plan_review_get_findings (review));
  if (args->json)
    print_review_json (review, td_job_get_id (job), td_job_get_count (job));
  else
    print_review (review, td_job_get_id (job), td_job_get_count (job));
  return TD_CLI_DONE;
}

int
td_cli_plan_accept (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_plan_accept_file_job (args->words[0]);

  return td_cli_print_made (args, job, TRUE);
}

static void
print_difference_json (const TdPlanDifference *difference, gboolean first)
{
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  json_object_set_string_member (object, "kind", td_plan_difference_kind_to_nick (difference->kind));
  json_object_set_string_member (object, "group", td_plan_fact_group_to_nick (difference->group));
  json_object_set_string_member (object, "title", difference->title);
  json_object_set_string_member (object, "field", difference->field != NULL ? difference->field->name : NULL);
  json_object_set_string_member (object, "before", difference->before);
  json_object_set_string_member (object, "now", difference->now);
  if (difference->line != 0)
    json_object_set_int_member (object, "line", difference->line);
  else
    json_object_set_null_member (object, "line");
  text = td_json_object_to_text (object, FALSE);
  g_print ("%s%s", first ? "\n" : ",\n", text);
}

static void
print_difference (const TdPlanDifference *difference)
{
  g_print ("%s · %s: %s\n", td_plan_difference_kind_get_title (difference->kind), td_plan_fact_group_get_title (difference->group), difference->title);
  if (difference->before != NULL)
    g_print ("  - %s\n", difference->before);
  if (difference->now != NULL)
    g_print ("  + %s\n", difference->now);
}

int
td_cli_plan_diff (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  GListModel *list;
  gint64 plan_id;
  int code;

  if (!td_cli_parse_id (args->words[0], &plan_id, &code))
    return code;
  job = td_plan_diff_job (plan_id, args->words[1]);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  list = td_job_get_object (job);
  if (args->json)
    g_print ("[");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdPlanDifference) difference = g_list_model_get_item (list, i);

      if (args->json)
        print_difference_json (difference, i == 0);
      else
        print_difference (difference);
    }
  if (args->json)
    g_print ("\n]\n");
  return TD_CLI_DONE;
}

int
td_cli_plan_list (TdCliArgs *args)
{
  static const char *const columns[] = { "number", "issue-date", "title", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);

  return td_cli_list (args, query, columns);
}

int
td_cli_nomination_import (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_DONE;
  gboolean ok;

  if (args->plan <= 0)
    return td_cli_usage ("%s", _ ("The plan is missing: --plan ID."));
  job = td_nomination_import_job (args->words[0], args->plan, args->dry_run);
  store = td_cli_open (args, args->dry_run ? TD_STORE_READ : TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  ok = td_job_run (job, store, NULL, &error);
  td_store_close (store);
  if (args->json && (ok || g_error_matches (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED)))
    {
      td_cli_print_json_findings (td_job_get_findings (job));
      return ok ? TD_CLI_DONE : td_cli_fail (error);
    }
  code = td_cli_finish (job, ok, error);
  if (code == TD_CLI_DONE)
    g_print ("%" G_GINT64_FORMAT "\n", td_job_get_count (job));
  return code;
}

int
td_cli_nomination_list (TdCliArgs *args)
{
  static const char *const columns[] = { "subject-name", "unit-name", "award-form", "giver", "state", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);

  if (args->plan != 0)
    td_query_where_number (query, "plan-id", args->plan);
  return td_cli_list (args, query, columns);
}

int
td_cli_nomination_check (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_nomination_check_job (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_DONE;
  gboolean ok;

  store = td_cli_open (args, TD_STORE_READ, &code);
  if (store == NULL)
    return code;
  ok = td_job_run (job, store, NULL, &error);
  td_store_close (store);
  if (!ok)
    return td_cli_fail (error);
  if (args->json)
    td_cli_print_json_findings (td_job_get_findings (job));
  else
    td_cli_print_findings (td_job_get_findings (job));
  return td_findings_block (td_job_get_findings (job)) ? TD_CLI_REFUSED : TD_CLI_DONE;
}

typedef struct
{
  gint64 id;
  TdNomination *nomination;
  TdSubject *subject;
} Asking;

static gboolean
get_nomination_cb (TdConnection *connection, gpointer data, GError **error)
{
  Asking *asking = data;

  asking->nomination = td_connection_get (connection, TD_TYPE_NOMINATION, asking->id, error);
  if (asking->nomination != NULL)
    asking->subject = td_connection_get (connection, TD_TYPE_SUBJECT, asking->nomination->subject_id, error);
  return asking->subject != NULL;
}

int
td_cli_nomination_set (TdCliArgs *args)
{
  Asking asking = { 0 };
  g_autoptr (TdJob) job = NULL;
  int code;

  if (!td_cli_parse_id (args->words[0], &asking.id, &code))
    return code;
  if (args->sets == NULL)
    return td_cli_usage ("%s", _ ("Say what to change: --set FIELD=TEXT"));
  code = td_cli_read (args, get_nomination_cb, &asking);
  if (code == TD_CLI_DONE && td_cli_set_values (args, TD_ENTITY (asking.nomination), &code))
    {
      job = td_nomination_save_job (asking.nomination, asking.subject);
      code = td_cli_print_made (args, job, TRUE);
    }
  g_clear_object (&asking.nomination);
  g_clear_object (&asking.subject);
  return code;
}

typedef struct
{
  const char *name;
  gint64 id;
} GiverSearch;

static gboolean
find_giver_cb (TdConnection *connection, gpointer data, GError **error)
{
  GiverSearch *search = data;
  g_autoptr (TdDirectory) directory = td_directory_load (connection, error);
  TdGiver *giver = directory != NULL ? td_directory_find_giver (directory, search->name) : NULL;

  if (directory != NULL && giver == NULL)
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("There is no giver “%s”."), search->name);
  if (giver != NULL)
    search->id = td_entity_get_id (TD_ENTITY (giver));
  return giver != NULL;
}

int
td_cli_decision_new (TdCliArgs *args)
{
  GiverSearch search = { args->giver, 0 };
  g_autoptr (TdJob) job = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_DONE;
  gboolean ok;

  if (args->plan <= 0 || args->giver == NULL || args->signer == NULL || !args->all)
    return td_cli_usage ("%s", _ ("A decision needs --plan ID, --giver NAME, --signer NAME and --all."));
  store = td_cli_open (args, TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  if (td_store_read (store, find_giver_cb, &search, NULL, &error))
    {
      job = td_decision_draft_job (args->plan, search.id, args->signer, NULL, 0, args->strict);
      ok = td_job_run (job, store, NULL, &error);
      code = td_cli_finish (job, ok, error);
    }
  else
    code = td_cli_fail (error);
  td_store_close (store);
  if (code != TD_CLI_DONE)
    return code;
  if (args->json)
    g_print ("{\"id\": %" G_GINT64_FORMAT ", \"count\": %" G_GINT64_FORMAT "}\n", td_job_get_id (job), td_job_get_count (job));
  else
    g_print ("%" G_GINT64_FORMAT "\n", td_job_get_id (job));
  return TD_CLI_DONE;
}

int
td_cli_decision_issue (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  if (args->number == NULL || args->date == NULL)
    return td_cli_usage ("%s", _ ("To issue a decision needs --number and --date."));
  job = td_decision_issue_job (id, args->number, args->date);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_decision_list (TdCliArgs *args)
{
  static const char *const columns[] = { "number", "date", "state", "giver", "title", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION);

  return td_cli_list (args, query, columns);
}

int
td_cli_decision_show (TdCliArgs *args)
{
  const GType types[] = { TD_TYPE_AWARD };
  static const char *const names[] = { "awards", NULL };
  static const char *const titles[] = { N_ ("Awards") };
  TdCliShowing showing = { .type = TD_TYPE_DECISION, .field = "decision-id", .order = "register-number", .part_types = types, .part_names = names, .part_titles = titles };

  return td_cli_show (args, &showing);
}

int
td_cli_decision_print (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("The output is missing: --output FILE.pdf, FILE.docx or FILE.odt."));
  job = td_decision_print_job (id, args->output);
  return td_cli_print_pages (args, job);
}
