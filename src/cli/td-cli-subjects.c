/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-subjects"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "td-cli.h"
#include "td-date.h"
#include "td-entity-text.h"
#include "td-subject-doubles.h"
#include "td-subject-history.h"
#include "td-subject-merge-jobs.h"
#include "td-subject-rules.h"

/* subject. */

static const char *const list_columns[] = { "name", "kind", "birth", "unit-name", NULL };

int
td_cli_subject_list (TdCliArgs *args)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  const TdField *field = td_entity_class_find (td_entity_class_of (TD_TYPE_SUBJECT), "kind");

  if (args->kind != NULL && td_field_find_choice (field, args->kind) == NULL)
    return td_cli_usage (_ ("“%s” is not one of the choices for “%s”."), args->kind, "--kind");
  if (args->kind != NULL)
    td_query_where_text (query, "kind", args->kind);
  td_query_order_by (query, "name", FALSE);
  return td_cli_list (args, query, list_columns);
}

int
td_cli_subject_search (TdCliArgs *args)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);

  if (!g_utf8_validate (args->words[0], -1, NULL))
    return td_cli_usage ("%s", _ ("The words to search are not text."));
  td_query_search (query, args->words[0]);
  td_query_order_by (query, "name", FALSE);
  return td_cli_list (args, query, list_columns);
}

static gpointer
read_history (TdConnection *connection, gint64 id, GError **error)
{
  return td_subject_history_load (connection, id, error);
}

static void
add_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
  else
    json_object_set_null_member (object, key);
}

static JsonObject *
entry_to_json (const TdHistoryEntry *entry)
{
  JsonObject *object = json_object_new ();

  add_text (object, "date", entry->date);
  add_text (object, "award_form", entry->award_form);
  add_text (object, "giver", entry->giver);
  add_text (object, "decision_number", entry->decision_number);
  add_text (object, "subject_name", entry->subject_name);
  add_text (object, "unit_name", entry->unit_name);
  add_text (object, "post", entry->post);
  add_text (object, "achievement", entry->achievement);
  add_text (object, "period_from", entry->period_from);
  add_text (object, "period_to", entry->period_to);
  json_object_set_int_member (object, "register_number", entry->register_number);
  json_object_set_int_member (object, "register_year", entry->register_year);
  json_object_set_boolean_member (object, "posthumous", entry->posthumous);
  add_text (object, "source", entry->source);
  json_object_set_int_member (object, "decision_id", entry->decision_id);
  add_text (object, "revoked_by", entry->revoked_by);
  return object;
}

static void
history_to_json (gpointer more, JsonObject *object)
{
  GPtrArray *entries = td_subject_history_get_entries (more);
  GPtrArray *merged = td_subject_history_get_merged (more);
  g_autoptr (GPtrArray) findings = td_subject_rules_check (td_subject_history_get_subject (more));
  JsonArray *found = json_array_new ();
  JsonArray *history = json_array_new ();
  JsonArray *records = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (history, entry_to_json (g_ptr_array_index (entries, i)));
  for (guint i = 0; i < merged->len; i++)
    json_array_add_object_element (records, td_entity_to_json (g_ptr_array_index (merged, i)));
  for (guint i = 0; i < findings->len; i++)
    json_array_add_object_element (found, td_finding_to_json (g_ptr_array_index (findings, i)));
  json_object_set_array_member (object, "findings", found);
  json_object_set_array_member (object, "history", history);
  json_object_set_array_member (object, "merged", records);
}

static void
print_history (gpointer more)
{
  g_autoptr (GPtrArray) findings = td_subject_rules_check (td_subject_history_get_subject (more));
  GPtrArray *entries = td_subject_history_get_entries (more);
  GPtrArray *merged = td_subject_history_get_merged (more);

  g_print ("\n%s: %u\n", _ ("Awards received"), entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const TdHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *date = entry->date != NULL ? td_date_to_display (entry->date) : g_strdup ("");

      g_autofree char *revoked = entry->revoked_by != NULL ? g_strdup_printf (_ ("revoked by %s"), entry->revoked_by) : g_strdup ("");

      g_print ("    %s\t%s\t%s\t%s\t%s\t%s\n", date, entry->award_form, entry->giver != NULL ? entry->giver : "",
               entry->decision_number != NULL ? entry->decision_number : "", entry->source != NULL ? entry->source : "", revoked);
    }
  for (guint i = 0; i < merged->len; i++)
    g_print ("%s: %" G_GINT64_FORMAT " %s\n", _ ("Merged into it"), td_entity_get_id (g_ptr_array_index (merged, i)),
             ((TdSubject *) g_ptr_array_index (merged, i))->name);
  td_cli_print_findings (findings);
}

int
td_cli_subject_show (TdCliArgs *args)
{
  const GType types[] = { TD_TYPE_OTHER_NAME, TD_TYPE_SUBJECT_POST, TD_TYPE_DISCIPLINE, TD_TYPE_VERIFICATION, TD_TYPE_EARLIER_AWARD };
  static const char *const names[] = { "other_names", "posts", "disciplines", "verifications", "earlier_awards", NULL };
  static const char *const titles[] = { N_ ("Other names"), N_ ("Positions held"), N_ ("Disciplinary measures"), N_ ("Verifications"), N_ ("Earlier awards") };
  TdCliShowing showing = { .type = TD_TYPE_SUBJECT, .field = "subject-id", .part_types = types, .part_names = names, .part_titles = titles, .read_more = read_history, .json_more = history_to_json, .print_more = print_history };

  return td_cli_show (args, &showing);
}

int
td_cli_subject_merge (TdCliArgs *args)
{
  g_auto (GStrv) take = args->take != NULL ? g_strsplit (g_strdelimit (args->take, "_", '-'), ",", -1) : NULL;
  TdEntityClass *klass = td_entity_class_of (TD_TYPE_SUBJECT);
  g_autoptr (TdJob) job = NULL;
  gint64 kept_id, dropped_id;
  int code;

  if (!td_cli_parse_id (args->words[0], &kept_id, &code) || !td_cli_parse_id (args->words[1], &dropped_id, &code))
    return code;
  for (guint i = 0; take != NULL && take[i] != NULL; i++)
    if (td_entity_class_find (klass, take[i]) == NULL)
      return td_cli_usage (_ ("A subject has no “%s”."), take[i]);
  job = td_subject_merge_job (kept_id, dropped_id, (const char *const *) take);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_subject_split (TdCliArgs *args)
{
  TdSplitLater later = TD_SPLIT_LATER_ASK;
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  if (g_strcmp0 (args->later, "kept") == 0)
    later = TD_SPLIT_LATER_KEPT;
  else if (g_strcmp0 (args->later, "dropped") == 0)
    later = TD_SPLIT_LATER_DROPPED;
  else if (args->later != NULL)
    return td_cli_usage (_ ("“%s” is not one of the choices for “%s”."), args->later, "--later");
  job = td_subject_split_job (id, later);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_subject_distinct (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 first_id, second_id;
  int code;

  if (!td_cli_parse_id (args->words[0], &first_id, &code) || !td_cli_parse_id (args->words[1], &second_id, &code))
    return code;
  job = td_subject_distinct_job (first_id, second_id, !args->take_back);
  return td_cli_run_job (args, job, TRUE);
}

static JsonObject *
double_to_json (const TdDouble *pair)
{
  JsonObject *object = json_object_new ();
  JsonArray *reasons = json_array_new ();
  g_autoptr (GPtrArray) nicks = td_match_reasons_to_nicks (pair->result.reasons);

  for (guint i = 0; i < nicks->len; i++)
    json_array_add_string_element (reasons, g_ptr_array_index (nicks, i));
  json_object_set_int_member (object, "first_id", td_entity_get_id (TD_ENTITY (pair->first)));
  json_object_set_string_member (object, "first_name", pair->first->name);
  json_object_set_int_member (object, "second_id", td_entity_get_id (TD_ENTITY (pair->second)));
  json_object_set_string_member (object, "second_name", pair->second->name);
  json_object_set_int_member (object, "score", pair->result.score);
  json_object_set_string_member (object, "verdict", td_match_verdict_to_nick (pair->result.verdict));
  json_object_set_array_member (object, "reasons", reasons);
  return object;
}

int
td_cli_subject_match (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_subject_doubles_job (G_MAXUINT);
  int code = td_cli_run_job (args, job, FALSE);
  GPtrArray *pairs = code == TD_CLI_DONE ? td_subject_doubles_get_pairs (td_job_get_object (job)) : NULL;

  if (pairs != NULL && args->json)
    g_print ("[");
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const TdDouble *pair = g_ptr_array_index (pairs, i);
      g_autofree char *text = args->json ? td_json_object_to_text (double_to_json (pair), FALSE) : td_double_dup_reasons (pair);

      if (args->json)
        g_print ("%s%s", i > 0 ? ",\n " : "\n ", text);
      else
        g_print ("%" G_GINT64_FORMAT "\t%s\t%" G_GINT64_FORMAT "\t%s\t%u\t%s\n", td_entity_get_id (TD_ENTITY (pair->first)), pair->first->name,
                 td_entity_get_id (TD_ENTITY (pair->second)), pair->second->name, pair->result.score, text);
    }
  if (pairs != NULL && args->json)
    g_print ("%s]\n", pairs->len > 0 ? "\n" : "");
  return code;
}

int
td_cli_subject_confirm (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("The output is missing: --output FILE.pdf, FILE.docx or FILE.odt."));
  job = td_subject_confirm_job (id, args->output);
  return td_cli_print_pages (args, job);
}
