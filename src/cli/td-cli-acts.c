/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-acts"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "td-cli.h"
#include "td-date.h"
#include "td-decision-act-jobs.h"
#include "td-entity-text.h"

/* decision correct, decision revoke, decision acts. */

static gboolean
read_awards (TdCliArgs *args, GArray *ids, int *code)
{
  if (args->award > 0)
    g_array_append_val (ids, args->award);
  return td_cli_parse_ids (args->awards, ids, code);
}

static TdDecisionAct *
read_act (TdCliArgs *args, const char *kind, int *code)
{
  gint64 decision_id;

  if (!td_cli_parse_id (args->words[0], &decision_id, code))
    return NULL;
  if (args->number == NULL || args->date == NULL)
    {
      *code = td_cli_usage ("%s", _ ("The document is missing: --number and --date."));
      return NULL;
    }
  return g_object_new (TD_TYPE_DECISION_ACT, "decision-id", decision_id, "kind", kind, "number", args->number, "date", args->date, "signer", args->signer, "reason", args->reason, NULL);
}

/* FIELD=TEXT for each award; nothing behind the sign leaves the field out. */
static gboolean
add_lines (TdCliArgs *args, GArray *ids, GPtrArray *lines, int *code)
{
  for (guint i = 0; args->sets != NULL && args->sets[i] != NULL; i++)
    {
      const char *sign = strchr (args->sets[i], '=');
      g_autofree char *field = sign != NULL ? g_strndup (args->sets[i], sign - args->sets[i]) : NULL;

      if (field == NULL)
        {
          *code = td_cli_usage (_ ("“%s” is not FIELD=TEXT."), args->sets[i]);
          return FALSE;
        }
      for (guint j = 0; j < ids->len; j++)
        g_ptr_array_add (lines, g_object_new (TD_TYPE_DECISION_ACT_LINE, "award-id", g_array_index (ids, gint64, j), "field", field, "now", sign + 1, NULL));
    }
  return TRUE;
}

int
td_cli_decision_correct (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdDecisionAct) act = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if (!read_awards (args, ids, &code) || !add_lines (args, ids, lines, &code))
    return code;
  if (lines->len == 0)
    return td_cli_usage ("%s", _ ("Say which award, and what it says now: --award ID --set FIELD=TEXT."));
  act = read_act (args, "correction", &code);
  if (act == NULL)
    return code;
  job = td_decision_act_job (act, lines);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_decision_revoke (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdDecisionAct) act = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if (!read_awards (args, ids, &code))
    return code;
  act = read_act (args, "revocation", &code);
  if (act == NULL)
    return code;
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (lines, g_object_new (TD_TYPE_DECISION_ACT_LINE, "award-id", g_array_index (ids, gint64, i), NULL));
  job = td_decision_act_job (act, lines);
  return td_cli_print_made (args, job, TRUE);
}

static void
print_json_act (TdDecisionHistory *history, TdEntity *act, gboolean first)
{
  JsonObject *object = td_entity_to_json (act);
  JsonArray *lines = json_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < history->lines->len; i++)
    if (((TdDecisionActLine *) g_ptr_array_index (history->lines, i))->act_id == td_entity_get_id (act))
      json_array_add_object_element (lines, td_entity_to_json (g_ptr_array_index (history->lines, i)));
  json_object_set_array_member (object, "lines", lines);
  text = td_json_object_to_text (object, FALSE);
  g_print ("%s%s", first ? "[\n " : ",\n ", text);
}

static void
print_act (TdDecisionHistory *history, TdDecisionAct *act)
{
  const TdField *kind = td_entity_class_find (td_entity_class_of (TD_TYPE_DECISION_ACT), "kind");
  g_autofree char *word = td_cli_display (TD_ENTITY (act), kind);
  g_autofree char *day = td_date_to_display (act->date);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", td_entity_get_id (TD_ENTITY (act)), word, act->number, day, act->decision_number, act->reason != NULL ? act->reason : "");
  for (guint i = 0; i < history->lines->len; i++)
    {
      const TdDecisionActLine *line = g_ptr_array_index (history->lines, i);
      g_autofree char *text = line->act_id == td_entity_get_id (TD_ENTITY (act)) ? td_decision_history_dup_line (line) : NULL;

      if (text != NULL)
        g_print ("    %s\n", text);
    }
}

int
td_cli_decision_acts (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdDecisionHistory *history;
  gint64 id = 0;
  int code;

  if (args->n_words > 0 && !td_cli_parse_id (args->words[0], &id, &code))
    return code;
  job = td_decision_history_job (id, FALSE);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  history = td_job_get_object (job);
  for (guint i = 0; i < history->acts->len; i++)
    if (args->json)
      print_json_act (history, g_ptr_array_index (history->acts, i), i == 0);
    else
      print_act (history, g_ptr_array_index (history->acts, i));
  if (args->json)
    g_print ("%s]\n", history->acts->len > 0 ? "\n" : "[");
  return TD_CLI_DONE;
}
