/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-units"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "td-bloc-jobs.h"
#include "td-cli.h"
#include "td-date.h"
#include "td-entity-text.h"
#include "td-record-jobs.h"
#include "td-unit-act-jobs.h"
#include "td-unit-history.h"
#include "td-unit-jobs.h"
#include "td-unit-province-job.h"

/* unit, bloc. */

/* List */

static void
print_unit (TdUnit *unit, gboolean first, gboolean json)
{
  static const char *const columns[] = { "code", "kind", "name", NULL };

  if (json)
    {
      g_autofree char *text = td_json_object_to_text (td_entity_to_json (unit), FALSE);

      g_print ("%s%s", first ? "[\n " : ",\n ", text);
      return;
    }
  g_print ("%" G_GINT64_FORMAT, td_entity_get_id (TD_ENTITY (unit)));
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *text = td_cli_display (TD_ENTITY (unit), td_entity_class_find (TD_ENTITY_GET_CLASS (unit), columns[i]));

      g_print ("\t%s", text);
    }
  g_print ("\n");
}

int
td_cli_unit_list (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  const TdField *kind = td_entity_class_find (td_entity_class_of (TD_TYPE_UNIT), "kind");
  GListModel *list;
  guint n;
  int code;

  if (args->as_of != NULL && !td_date_is_day (args->as_of))
    return td_cli_usage ("%s", _ ("--as-of needs a day: YYYY-MM-DD."));
  if (args->kind != NULL && td_field_find_choice (kind, args->kind) == NULL)
    return td_cli_usage (_ ("“%s” is not a kind of unit."), args->kind);
  job = td_unit_list_job (args->as_of, args->kind, args->group);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  list = td_job_get_object (job);
  n = g_list_model_get_n_items (list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdUnit) unit = g_list_model_get_item (list, i);

      print_unit (unit, i == 0, args->json);
    }
  if (args->json)
    g_print ("%s]\n", n > 0 ? "\n" : "[");
  return TD_CLI_DONE;
}

/* Show */

static JsonArray *
to_array (GPtrArray *entities)
{
  JsonArray *array = json_array_sized_new (entities->len);

  for (guint i = 0; i < entities->len; i++)
    json_array_add_object_element (array, td_entity_to_json (g_ptr_array_index (entities, i)));
  return array;
}

/* Each award says to whom it was given; those of predecessors are not the unit's own. */
static JsonArray *
awards_to_array (TdUnitHistory *history)
{
  JsonArray *array = json_array_sized_new (history->awards->len);

  for (guint i = 0; i < history->awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (history->awards, i);
      TdUnit *unit = td_unit_history_find_unit (history, award->unit_id);
      JsonObject *object = td_entity_to_json (award);

      json_object_set_string_member (object, "given_to", unit != NULL ? unit->name : award->unit_name);
      json_object_set_boolean_member (object, "inherited", unit != history->unit);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_history_json (TdUnitHistory *history)
{
  JsonObject *object = td_entity_to_json (history->unit);
  g_autofree char *text = NULL;

  json_object_set_array_member (object, "acts", to_array (history->parts));
  json_object_set_array_member (object, "predecessors", to_array (history->predecessors));
  json_object_set_array_member (object, "successors", to_array (history->successors));
  json_object_set_array_member (object, "groups", to_array (history->groups));
  json_object_set_array_member (object, "awards", awards_to_array (history));
  json_object_set_int_member (object, "n_awards", history->n_own);
  json_object_set_int_member (object, "n_inherited_awards", history->n_inherited);
  text = td_json_object_to_text (object, TRUE);
  g_print ("%s\n", text);
}

static void
print_units (const char *title, GPtrArray *units)
{
  if (units->len > 0)
    g_print ("\n%s: %u\n", title, units->len);
  for (guint i = 0; i < units->len; i++)
    {
      g_autofree char *until = td_cli_display (g_ptr_array_index (units, i), td_entity_class_find (td_entity_class_of (TD_TYPE_UNIT), "valid-to"));

      g_print ("    %s%s%s\n", ((TdUnit *) g_ptr_array_index (units, i))->name, *until != '\0' ? " – " : "", until);
    }
}

static void
print_acts (GPtrArray *parts)
{
  gint64 act_id = 0;

  if (parts->len > 0)
    g_print ("\n%s\n", _ ("What happened"));
  for (guint i = 0; i < parts->len; i++)
    {
      TdUnitActPart *part = g_ptr_array_index (parts, i);
      TdEntityClass *klass = TD_ENTITY_GET_CLASS (part);
      g_autofree char *kind = td_cli_display (TD_ENTITY (part), td_entity_class_find (klass, "act-kind"));
      g_autofree char *date = td_cli_display (TD_ENTITY (part), td_entity_class_find (klass, "act-date"));
      g_autofree char *role = td_cli_display (TD_ENTITY (part), td_entity_class_find (klass, "role"));
      gboolean other_name = part->name != NULL && g_strcmp0 (part->name, part->unit_name) != 0;

      if (part->act_id != act_id)
        g_print ("    %s: %s%s%s\n", date, kind, part->act_document != NULL ? ", " : "", part->act_document != NULL ? part->act_document : "");
      act_id = part->act_id;
      g_print ("        %s: %s%s%s\n", role, other_name ? part->name : "", other_name ? " → " : "", part->unit_name);
    }
}

static void
print_history (TdUnitHistory *history)
{
  td_cli_print_fields (TD_ENTITY (history->unit), 0);
  print_acts (history->parts);
  print_units (_ ("Predecessors"), history->predecessors);
  print_units (_ ("Successors"), history->successors);
  g_print ("\n%s: %" G_GINT64_FORMAT "\n", _ ("Awards"), history->n_own);
  if (history->n_inherited > 0)
    g_print ("%s: %" G_GINT64_FORMAT "\n", _ ("Awards of predecessors"), history->n_inherited);
  for (guint i = 0; i < history->awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (history->awards, i);
      TdUnit *unit = td_unit_history_find_unit (history, award->unit_id);

      g_print ("    %s – %s – %s", award->subject_name, award->award_form, award->decision_number);
      if (unit != NULL && unit != history->unit)
        g_print (" [%s]", unit->name);
      g_print ("\n");
    }
}

int
td_cli_unit_show (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  job = td_unit_history_job (id, 0);
  code = td_cli_run_job (args, job, FALSE);
  if (code == TD_CLI_DONE && args->json)
    print_history_json (td_job_get_object (job));
  else if (code == TD_CLI_DONE)
    print_history (td_job_get_object (job));
  return code;
}

/* Import */

int
td_cli_unit_import (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;

  if ((args->n_words == 1) == (args->province != NULL))
    return td_cli_usage ("%s", _ ("Give a list of units, or --province CODE."));
  job = args->province != NULL ? td_unit_take_province_job (args->province) : td_unit_import_job (args->words[0]);
  return td_cli_print_made (args, job, TRUE);
}

/* Acts */

/* The day and the document, from the options. */
static TdUnitAct *
make_act (TdCliArgs *args, int *code)
{
  if (args->date == NULL || args->number == NULL)
    {
      *code = td_cli_usage ("%s", _ ("What happens to a unit needs --date, from which it holds, and --number of the document."));
      return NULL;
    }
  return g_object_new (TD_TYPE_UNIT_ACT, "date", args->date, "document", args->number, "issuer", args->issuer, "note", args->note, NULL);
}

static gboolean
parse_ids (TdCliArgs *args, GArray *ids, int *code)
{
  for (guint i = 0; i < args->n_words; i++)
    {
      gint64 id;

      if (!td_cli_parse_id (args->words[i], &id, code))
        return FALSE;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

/* The units that take over: --into of stored ones, then --name of new ones. */
static GPtrArray *
make_into (TdCliArgs *args, int *code)
{
  g_autoptr (GPtrArray) into = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; args->into != NULL && args->into[i] != NULL; i++)
    {
      gint64 id;

      if (!td_cli_parse_id (args->into[i], &id, code))
        return NULL;
      g_ptr_array_add (into, g_object_new (TD_TYPE_UNIT, "id", id, NULL));
    }
  for (guint i = 0; args->names != NULL && args->names[i] != NULL; i++)
    g_ptr_array_add (into, g_object_new (TD_TYPE_UNIT, "name", args->names[i], NULL));
  return g_steal_pointer (&into);
}

/* What was done, and the unit it led to. */
static int
run_act (TdCliArgs *args, TdJob *job)
{
  int code = td_cli_run_job (args, job, TRUE);
  gint64 unit_id = code == TD_CLI_DONE ? td_entity_get_id (td_job_get_object (job)) : 0;

  if (code == TD_CLI_DONE && args->json)
    g_print ("{\"id\": %" G_GINT64_FORMAT ", \"unit_id\": %" G_GINT64_FORMAT ", \"count\": %" G_GINT64_FORMAT "}\n", td_job_get_id (job), unit_id, td_job_get_count (job));
  else if (code == TD_CLI_DONE)
    g_print ("%" G_GINT64_FORMAT "\n", unit_id);
  return code;
}

int
td_cli_unit_merge (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) into = NULL;
  g_autoptr (TdUnitAct) act = NULL;
  g_autoptr (TdJob) job = NULL;
  TdUnit *unit;
  int code = TD_CLI_USAGE;

  if (!parse_ids (args, ids, &code) || (into = make_into (args, &code)) == NULL || (act = make_act (args, &code)) == NULL)
    return code;
  if (into->len != 1)
    return td_cli_usage ("%s", _ ("A merger needs one --into ID or one --name NAME."));
  unit = g_ptr_array_index (into, 0);
  g_object_set (unit, "code", args->code, "short-name", args->short_name, "printed-name", args->printed_name, NULL);
  job = td_unit_merge_job (act, (const gint64 *) ids->data, ids->len, unit);
  return run_act (args, job);
}

int
td_cli_unit_split (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) into = NULL;
  g_autoptr (TdUnitAct) act = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if (!parse_ids (args, ids, &code) || (into = make_into (args, &code)) == NULL || (act = make_act (args, &code)) == NULL)
    return code;
  job = td_unit_split_job (act, g_array_index (ids, gint64, 0), into, args->goes_on);
  return run_act (args, job);
}

static gboolean
get_unit (TdConnection *connection, gpointer data, GError **error)
{
  TdUnit **unit = data;
  gint64 id = td_entity_get_id (TD_ENTITY (*unit));

  g_clear_object (unit);
  *unit = td_connection_get (connection, TD_TYPE_UNIT, id, error);
  return *unit != NULL;
}

int
td_cli_unit_rename (TdCliArgs *args)
{
  g_autoptr (TdUnitAct) act = NULL;
  g_autoptr (TdUnit) unit = NULL;
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &id, &code) || (act = make_act (args, &code)) == NULL)
    return code;
  if (args->names == NULL || args->names[1] != NULL)
    return td_cli_usage ("%s", _ ("To rename a unit needs one --name NAME."));
  unit = g_object_new (TD_TYPE_UNIT, "id", id, NULL);
  code = td_cli_read (args, get_unit, &unit);
  if (code != TD_CLI_DONE)
    return code;
  /* A short or printed name made from the old name is not true any more. */
  g_object_set (unit, "name", args->names[0], "short-name", args->short_name, "printed-name", args->printed_name, NULL);
  job = td_unit_rename_job (act, unit);
  return run_act (args, job);
}

int
td_cli_unit_move (TdCliArgs *args)
{
  g_autoptr (TdUnitAct) act = NULL;
  g_autoptr (TdUnit) unit = NULL;
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &id, &code) || (act = make_act (args, &code)) == NULL)
    return code;
  if (args->parent == 0 && args->lies_in == 0)
    return td_cli_usage ("%s", _ ("To move a unit needs --parent ID or --lies-in ID."));
  unit = g_object_new (TD_TYPE_UNIT, "id", id, NULL);
  code = td_cli_read (args, get_unit, &unit);
  if (code != TD_CLI_DONE)
    return code;
  job = td_unit_move_job (act, id, args->parent != 0 ? args->parent : unit->parent_id, args->lies_in != 0 ? args->lies_in : unit->place_id);
  return run_act (args, job);
}

/* Blocs */

int
td_cli_bloc_list (TdCliArgs *args)
{
  static const char *const columns[] = { "year", "kind", "name", "head-name", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC);

  if (args->year != 0)
    td_query_where_number (query, "year", args->year);
  td_query_order_by (query, "year", TRUE);
  return td_cli_list (args, query, columns);
}

int
td_cli_bloc_show (TdCliArgs *args)
{
  const GType types[] = { TD_TYPE_BLOC_MEMBER };
  static const char *const names[] = { "members", NULL };
  static const char *const titles[] = { N_ ("Members") };
  TdCliShowing showing = { .type = TD_TYPE_BLOC, .field = "bloc-id", .order = "position", .part_types = types, .part_names = names, .part_titles = titles };

  return td_cli_show (args, &showing);
}

int
td_cli_bloc_new (TdCliArgs *args)
{
  g_autoptr (TdBloc) bloc = NULL;
  g_autoptr (TdJob) job = NULL;

  if (args->year <= 0 || args->kind == NULL)
    return td_cli_usage ("%s", _ ("A bloc needs --year and --kind cluster or bloc."));
  bloc = g_object_new (TD_TYPE_BLOC, "name", args->words[0], "year", args->year, "kind", args->kind, NULL);
  job = td_record_save_job (bloc);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_bloc_add (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if (!parse_ids (args, ids, &code))
    return code;
  job = td_bloc_add_members_job (g_array_index (ids, gint64, 0), &g_array_index (ids, gint64, 1), ids->len - 1);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_bloc_copy (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 year;
  int code;

  if (!td_cli_parse_id (args->words[0], &year, &code))
    return code;
  job = td_bloc_copy_job (year);
  return td_cli_print_made (args, job, TRUE);
}
