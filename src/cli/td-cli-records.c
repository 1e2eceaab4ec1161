/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-records"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>

#include "td-certificate-jobs.h"
#include "td-cli.h"
#include "td-decision-jobs.h"
#include "td-directory.h"
#include "td-entity-text.h"
#include "td-nomination-jobs.h"
#include "td-plan-jobs.h"
#include "td-plan-json.h"
#include "td-plan-reader.h"
#include "td-unit-jobs.h"

/* plan, unit, nomination, decision, certificate, subject. */

int
td_cli_plan_read (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPlanReading) reading = td_plan_reader_read_file (args->words[0], NULL, &error);
  g_autofree char *json = NULL;

  if (reading == NULL)
    return td_cli_fail (error);
  json = td_plan_reading_to_json (reading);
  g_print ("%s\n", json);
  return TD_CLI_DONE;
}

static int
print_made (TdCliArgs *args, TdJob *job, gboolean writes)
{
  int code = td_cli_run_job (args, job, writes);

  if (code == TD_CLI_DONE && args->json)
    g_print ("{\"id\": %" G_GINT64_FORMAT ", \"count\": %" G_GINT64_FORMAT "}\n", td_job_get_id (job), td_job_get_count (job));
  else if (code == TD_CLI_DONE)
    g_print ("%" G_GINT64_FORMAT "\n", td_job_get_id (job) != 0 ? td_job_get_id (job) : td_job_get_count (job));
  return code;
}

int
td_cli_plan_import (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_plan_import_job (args->words[0]);

  return print_made (args, job, TRUE);
}

int
td_cli_plan_list (TdCliArgs *args)
{
  static const char *const columns[] = { "number", "issue-date", "title", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);

  return td_cli_list (args, query, columns);
}

/* One record with the records that belong to it. */
typedef struct
{
  GType type;
  gint64 id;
  const char *field; /* of the parts, that leads to the record */
  const char *order;
  const GType *part_types;
  const char *const *part_names;  /* keys in JSON */
  const char *const *part_titles; /* what people read */
  TdEntity *entity;
  GPtrArray *parts; /* of GPtrArray */
} Showing;

static gboolean
show_cb (TdConnection *connection, gpointer data, GError **error)
{
  Showing *showing = data;

  showing->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  showing->entity = td_connection_get (connection, showing->type, showing->id, error);
  for (guint i = 0; showing->entity != NULL && showing->part_names[i] != NULL; i++)
    {
      g_autoptr (TdQuery) query = td_query_new (showing->part_types[i]);
      GPtrArray *rows;

      td_query_where_number (query, showing->field, showing->id);
      td_query_order_by (query, showing->order, FALSE);
      rows = td_connection_list (connection, query, error);
      if (rows == NULL)
        return FALSE;
      g_ptr_array_add (showing->parts, rows);
    }
  return showing->entity != NULL;
}

static void
print_json (Showing *showing)
{
  JsonObject *object = td_entity_to_json (showing->entity);
  g_autofree char *text = NULL;

  for (guint i = 0; showing->part_names[i] != NULL; i++)
    {
      GPtrArray *rows = g_ptr_array_index (showing->parts, i);
      JsonArray *array = json_array_sized_new (rows->len);

      for (guint j = 0; j < rows->len; j++)
        json_array_add_object_element (array, td_entity_to_json (g_ptr_array_index (rows, j)));
      json_object_set_array_member (object, showing->part_names[i], array);
    }
  text = td_json_object_to_text (object, TRUE);
  g_print ("%s\n", text);
}

/* What a record says, under the headings of the window. */
static void
print_fields (TdEntity *entity, int indent)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autofree char *text = (field->flags & TD_FIELD_HIDDEN) == 0 ? td_cli_display (entity, field) : NULL;

      if (text != NULL && *text != '\0' && field->kind != TD_FIELD_REFERENCE)
        g_print ("%*s%s: %s\n", indent, "", _ (field->label), text);
    }
}

static void
print_plain (Showing *showing)
{
  print_fields (showing->entity, 0);
  for (guint i = 0; showing->part_names[i] != NULL; i++)
    {
      GPtrArray *rows = g_ptr_array_index (showing->parts, i);

      g_print ("\n%s: %u\n", _ (showing->part_titles[i]), rows->len);
      for (guint j = 0; j < rows->len; j++)
        {
          print_fields (g_ptr_array_index (rows, j), 4);
          g_print ("\n");
        }
    }
}

static int
show (TdCliArgs *args, Showing *showing)
{
  int code;

  if (!td_cli_parse_id (args->words[0], &showing->id, &code))
    return code;
  code = td_cli_read (args, show_cb, showing);
  if (code == TD_CLI_DONE && args->json)
    print_json (showing);
  else if (code == TD_CLI_DONE)
    print_plain (showing);
  g_clear_object (&showing->entity);
  g_clear_pointer (&showing->parts, g_ptr_array_unref);
  return code;
}

int
td_cli_plan_show (TdCliArgs *args)
{
  const GType types[] = { TD_TYPE_CLAUSE, TD_TYPE_ALLOWANCE, TD_TYPE_TASK };
  static const char *const names[] = { "clauses", "allowances", "tasks", NULL };
  static const char *const titles[] = { N_ ("Clauses"), N_ ("Award forms"), N_ ("Tasks") };
  Showing showing = { .type = TD_TYPE_PLAN, .field = "plan-id", .order = "position", .part_types = types, .part_names = names, .part_titles = titles };

  return show (args, &showing);
}

int
td_cli_unit_list (TdCliArgs *args)
{
  static const char *const columns[] = { "code", "kind", "name", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);

  return td_cli_list (args, query, columns);
}

int
td_cli_unit_import (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_unit_import_job (args->words[0]);

  return print_made (args, job, TRUE);
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
  return print_made (args, job, TRUE);
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
  Showing showing = { .type = TD_TYPE_DECISION, .field = "decision-id", .order = "register-number", .part_types = types, .part_names = names, .part_titles = titles };

  return show (args, &showing);
}

static int
print_pages (TdCliArgs *args, TdJob *job)
{
  int code = td_cli_run_job (args, job, FALSE);

  if (code == TD_CLI_DONE)
    g_print (ngettext ("%s: %" PRId64 " page\n", "%s: %" PRId64 " pages\n", td_job_get_count (job)),
             args->output, td_job_get_count (job));
  return code;
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
    return td_cli_usage ("%s", _ ("The output is missing: --output FILE.pdf."));
  job = td_decision_print_job (id, args->output);
  return print_pages (args, job);
}

int
td_cli_certificate_print (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;

  if (args->decision <= 0 || args->output == NULL)
    return td_cli_usage ("%s", _ ("Certificates need --decision ID and --output FILE.pdf."));
  job = td_certificate_print_job (args->decision, args->output, args->template_name, args->with_ornament);
  return print_pages (args, job);
}

int
td_cli_subject_search (TdCliArgs *args)
{
  static const char *const columns[] = { "name", "kind", "birth", "unit-name", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);

  if (!g_utf8_validate (args->words[0], -1, NULL))
    return td_cli_usage ("%s", _ ("The words to search are not text."));
  td_query_search (query, args->words[0]);
  td_query_order_by (query, "name", FALSE);
  return td_cli_list (args, query, columns);
}
