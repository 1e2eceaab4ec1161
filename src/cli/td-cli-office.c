/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-office"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "td-change-log.h"
#include "td-cli.h"
#include "td-date.h"
#include "td-demo.h"
#include "td-entity-text.h"
#include "td-office-jobs.h"
#include "td-overview.h"

/* office new, info, check, log, undo, redo; demo. */

int
td_cli_office_new (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;

  if (args->unit == NULL || *args->unit == '\0' || args->place == NULL || *args->place == '\0')
    return td_cli_usage ("%s", _ ("An office needs --unit NAME and --place NAME."));
  if (td_office_create (args->words[0], args->unit, args->place, args->actor, &error))
    return TD_CLI_DONE;
  return td_cli_fail (error);
}

static gboolean
info_cb (TdConnection *connection, gpointer data, GError **error)
{
  JsonObject *info = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE);
  g_autoptr (GPtrArray) offices = td_connection_list (connection, query, error);
  g_autofree char *head = offices != NULL ? td_connection_dup_head (connection, error) : NULL;
  TdOffice *office = offices != NULL && offices->len > 0 ? g_ptr_array_index (offices, 0) : NULL;
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  if (head == NULL)
    return FALSE;
  json_object_set_string_member (info, "name", office != NULL ? office->name : "");
  json_object_set_string_member (info, "place", office != NULL ? office->place : "");
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (TdQuery) all = td_query_new (types[i]);
      g_autofree char *key = g_strconcat (td_entity_class_of (types[i])->table, "s", NULL);
      gint64 n = td_connection_count (connection, all, error);

      if (n < 0)
        return FALSE;
      if (types[i] != TD_TYPE_OFFICE)
        json_object_set_int_member (info, key, n);
    }
  json_object_set_string_member (info, "head", head);
  return TRUE;
}

/* What info counts, by the keys of its JSON. */
static const struct
{
  const char *key;
  const char *title;
} counts[] = {
  { "plans", N_ ("Plans") },
  { "units", N_ ("Units") },
  { "givers", N_ ("Givers") },
  { "subjects", N_ ("Subjects") },
  { "nominations", N_ ("Nominations") },
  { "decisions", N_ ("Decisions") },
  { "awards", N_ ("Awards") },
};

int
td_cli_office_info (TdCliArgs *args)
{
  g_autoptr (JsonObject) info = json_object_new ();
  int code = td_cli_read (args, info_cb, info);

  if (code != TD_CLI_DONE)
    return code;
  if (args->json)
    {
      g_autofree char *text = td_json_object_to_text (json_object_ref (info), TRUE);

      g_print ("%s\n", text);
      return TD_CLI_DONE;
    }
  g_print ("%s\n%s\n", json_object_get_string_member (info, "name"), json_object_get_string_member (info, "place"));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_print ("%s: %" G_GINT64_FORMAT "\n", _ (counts[i].title), json_object_get_int_member (info, counts[i].key));
  g_print (_ ("Head of the log: %s\n"), json_object_get_string_member (info, "head"));
  return TD_CLI_DONE;
}

int
td_cli_office_check (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_office_check_job (args->anchor);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  GPtrArray *findings;
  int code = TD_CLI_DONE;
  gboolean ok;

  store = td_cli_open (args, TD_STORE_READ, &code);
  if (store == NULL)
    return code;
  ok = td_job_run (job, store, NULL, &error);
  td_store_close (store);
  if (!ok)
    return td_cli_fail (error);
  findings = td_job_get_findings (job);
  if (args->json)
    td_cli_print_json_findings (findings);
  else if (findings->len == 0)
    g_print ("%s\n", _ ("The office file is sound: pages, references, counts, the log and its chain."));
  else
    td_cli_print_findings (findings);
  return findings->len == 0 ? TD_CLI_DONE : TD_CLI_REFUSED;
}

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
  else
    json_object_set_null_member (object, key);
}

static const char *
describe (const TdChange *change)
{
  if (g_str_equal (change->kind, "undo"))
    return _ ("undo");
  if (g_str_equal (change->kind, "redo"))
    return _ ("redo");
  if (g_str_equal (change->state, "undone"))
    return _ ("undone");
  return g_str_equal (change->state, "dropped") ? _ ("undone for good") : _ ("done");
}

static void
print_change (const TdChange *change, gboolean json, gboolean first)
{
  JsonObject *object;
  g_autofree char *text = NULL;

  if (!json)
    {
      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n", change->seq, change->made_at, change->actor, describe (change), change->name);
      return;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "id", change->seq);
  set_text (object, "made_at", change->made_at);
  set_text (object, "actor", change->actor);
  set_text (object, "system_user", change->system_user);
  set_text (object, "kind", change->kind);
  if (change->target != 0)
    json_object_set_int_member (object, "target", change->target);
  else
    json_object_set_null_member (object, "target");
  set_text (object, "name", change->name);
  set_text (object, "barrier", change->barrier);
  set_text (object, "state", change->state);
  json_object_set_int_member (object, "n_changes", change->n_changes);
  set_text (object, "hash", change->hash);
  text = td_json_object_to_text (object, FALSE);
  g_print ("%s%s", first ? "\n " : ",\n ", text);
}

static gboolean
log_cb (TdConnection *connection, gpointer data, GError **error)
{
  GPtrArray **changes = data;

  *changes = td_change_log_list (connection, -1, error);
  return *changes != NULL;
}

int
td_cli_office_log (TdCliArgs *args)
{
  g_autoptr (GPtrArray) changes = NULL;
  int code = td_cli_read (args, log_cb, &changes);

  if (code != TD_CLI_DONE)
    return code;
  if (args->json)
    g_print ("[");
  for (guint i = 0; i < changes->len; i++)
    print_change (g_ptr_array_index (changes, i), args->json, i == 0);
  if (args->json)
    g_print ("%s]\n", changes->len > 0 ? "\n" : "");
  return TD_CLI_DONE;
}

int
td_cli_office_overview (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  g_autofree char *json = NULL;
  TdOverview *overview;
  int code;

  if (args->as_of != NULL && !td_date_is_day (args->as_of))
    return td_cli_usage (_ ("“%s” is not a day."), args->as_of);
  job = td_overview_job (args->as_of);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  overview = td_job_get_object (job);
  json = args->json ? td_overview_dup_json (overview) : NULL;
  if (json != NULL)
    g_print ("%s\n", json);
  for (guint i = 0; json == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (overview->figures)); i++)
    {
      g_autoptr (TdOverviewFigure) figure = g_list_model_get_item (G_LIST_MODEL (overview->figures), i);

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\n", figure->n, figure->text, figure->detail != NULL ? figure->detail : "");
    }
  return TD_CLI_DONE;
}

static int
undo_or_redo (TdCliArgs *args, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  g_autofree char *name = NULL;
  int code = TD_CLI_DONE;

  store = td_cli_open (args, TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  name = redo ? td_store_redo (store, &error) : td_store_undo (store, &error);
  td_store_close (store);
  if (name == NULL)
    return td_cli_fail (error);
  g_print (redo ? _ ("Redone: %s\n") : _ ("Undone: %s\n"), name);
  return TD_CLI_DONE;
}

int
td_cli_office_undo (TdCliArgs *args)
{
  return undo_or_redo (args, FALSE);
}

int
td_cli_office_redo (TdCliArgs *args)
{
  return undo_or_redo (args, TRUE);
}

int
td_cli_demo (TdCliArgs *args)
{
  TdDemoOptions options = TD_DEMO_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  if (args->nominations > TD_DEMO_MAXIMUM || args->subjects > TD_DEMO_MAXIMUM || args->seed < 0 || args->seed > G_MAXUINT32)
    return td_cli_usage (_ ("A demo office has at most %d subjects and nominations."), TD_DEMO_MAXIMUM);
  if (args->nominations >= 0)
    options.nominations = args->nominations;
  if (args->subjects >= 0)
    options.subjects = args->subjects;
  options.seed = args->seed;
  if (td_demo_create (args->words[0], &options, NULL, NULL, NULL, &error))
    return TD_CLI_DONE;
  return td_cli_fail (error);
}
