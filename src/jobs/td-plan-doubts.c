/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-doubts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "td-date.h"
#include "td-legal-document.h"
#include "td-outline-jobs.h"
#include "td-record-jobs.h"

/* What a plan that is being written still lacks, and where it contradicts itself or the law of its day. */

/* What the plan's form calls a field. */
static const char *
label (const char *field)
{
  return _ (td_entity_class_find (td_entity_class_of (TD_TYPE_PLAN), field)->label);
}

static void
tell (TdPlanDraft *self, TdFinding *finding, const char *where, gint64 clause_id)
{
  g_ptr_array_add (self->findings, td_finding_at (finding, where, clause_id, 0));
}

/* Bases */

/* A law is cited by name and day, everything else by its number. */
static gboolean
cites (const char *line, const TdLegalDocument *document)
{
  g_autofree char *date = NULL;

  if (document->number != NULL && strstr (line, document->number) != NULL)
    return TRUE;
  if (!td_legal_document_is_law (document) || document->subject == NULL || strstr (line, document->subject) == NULL)
    return FALSE;
  date = td_date_to_words (document->date);
  return date != NULL && strstr (line, date) != NULL;
}

static void
check_basis (GPtrArray *findings, const char *line, GPtrArray *documents, const char *day)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const TdLegalDocument *document = g_ptr_array_index (documents, i);
      const char *name = document->number != NULL ? document->number : document->subject;
      TdValidity validity = td_legal_document_validity (document, day);
      g_autofree char *bound = td_date_to_display (validity == TD_VALIDITY_EXPIRED ? document->valid_to : document->valid_from != NULL ? document->valid_from
                                                                                                                                       : document->date);
      TdFinding *finding;

      if (validity == TD_VALIDITY_IN_FORCE || !cites (line, document))
        continue;
      if (validity == TD_VALIDITY_EXPIRED)
        /* Translators: a legal document and the last day it was in force */
        finding = td_finding_new ("plan-basis-expired", TD_SEVERITY_WARNING, _ ("%s %s is cited, but was in force until %s only."), document->type, name, bound);
      else
        /* Translators: a legal document and its first day in force */
        finding = td_finding_new ("plan-basis-early", TD_SEVERITY_WARNING, _ ("%s %s is cited, but is in force only from %s."), document->type, name, bound);
      g_ptr_array_add (findings, td_finding_at (td_finding_with_source (finding, document->source), label ("legal-bases"), 0, 0));
    }
}

/**
 * td_plan_check_bases:
 * @plan: a plan
 * @day: (nullable): the day it is issued; %NULL for today
 * @legal_documents: (element-type TdLegalDocument): the texts of law the program knows
 * @findings: (element-type TdFinding): takes what was found
 *
 * Tells which bases of a plan are not in force on its day, and that it has none.
 */
void
td_plan_check_bases (const TdPlan *plan, const char *day, GPtrArray *legal_documents, GPtrArray *findings)
{
  g_autofree char *today = td_date_dup_today ();
  g_auto (GStrv) lines = g_strsplit (plan->legal_bases != NULL ? plan->legal_bases : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    check_basis (findings, lines[i], legal_documents, td_date_is_day (day) ? day : today);
  if (plan->legal_bases == NULL)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("plan-bases", TD_SEVERITY_WARNING, _ ("The plan names no basis.")), label ("legal-bases"), 0, 0));
}

static void
check_head (TdPlanDraft *self)
{
  const TdPlan *plan = self->plan;

  if (plan->number == NULL || plan->issue_date == NULL)
    tell (self, td_finding_new ("plan-number", TD_SEVERITY_INFO, _ ("The plan has no number and date yet.")), label ("number"), 0);
  if (plan->signer_name == NULL || plan->signer_position == NULL)
    tell (self, td_finding_new ("plan-signer", TD_SEVERITY_WARNING, _ ("It is not said who signs.")), label ("signer-name"), 0);
  if (plan->recipients == NULL)
    tell (self, td_finding_new ("plan-recipients", TD_SEVERITY_WARNING, _ ("The plan has no recipients.")), label ("recipients"), 0);
}

/* Facts */

static void
check_open (TdPlanDraft *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->n_open); i++)
    for (guint j = 0; j < self->facts->kinds[i]->len; j++)
      {
        gpointer fact = g_ptr_array_index (self->facts->kinds[i], j);
        g_autofree char *what = TD_IS_TASK (fact) ? g_strdup (TD_TASK (fact)->body) : TD_IS_DEADLINE (fact) ? g_strdup (TD_DEADLINE (fact)->what)
                                                                                                            : td_record_dup_label (fact);

        g_autofree char *rule = g_strconcat (TD_PLAN_UNTOLD, td_plan_facts_get_binding (i), NULL);

        if (td_plan_facts_get_clause (fact) == 0)
          /* Translators: an award form, a deadline or a task */
          tell (self, td_finding_new (rule, TD_SEVERITY_WARNING, _ ("No clause says: %s"), what), _ (td_choices_clause_binding[i].label), 0);
      }
}

/* "31/12/2025", "02/01/2026", "ngày 15 tháng 11 năm 2025" in the words of a clause. */
static gboolean
says_another_day (const char *text, const char *iso)
{
  static gsize ready = 0;
  static GRegex *pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  gboolean another = FALSE;

  if (g_once_init_enter (&ready))
    {
      pattern = g_regex_new ("(?<![0-9])([0-9]{1,2})\\s*(?:[/.-]|tháng)\\s*([0-9]{1,2})\\s*(?:[/.-]|năm)\\s*([0-9]{4})(?![0-9])", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  for (g_regex_match (pattern, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *day = g_match_info_fetch (match, 1);
      g_autofree char *month = g_match_info_fetch (match, 2);
      g_autofree char *year = g_match_info_fetch (match, 3);
      g_autofree char *said = g_strdup_printf ("%s-%02d-%02d", year, atoi (month), atoi (day));

      if (g_str_equal (said, iso))
        return FALSE;
      another = TRUE;
    }
  return another;
}

static void
check_day (TdPlanDraft *self, gint64 clause_id, const char *iso)
{
  guint position = td_outline_find (self->outline, clause_id);
  TdClause *clause = position != TD_OUTLINE_NONE ? td_outline_get (self->outline, position) : NULL;
  g_autofree char *text = clause != NULL ? td_outline_dup_text (clause) : NULL;
  g_autofree char *shown = NULL;

  if (clause == NULL || clause->binding != NULL || !td_date_is_day (iso) || !says_another_day (text, iso))
    return;
  shown = td_date_to_display (iso);
  /* Translators: a date */
  tell (self, td_finding_new ("plan-date", TD_SEVERITY_WARNING, _ ("The words give another day than the deadline, which is %s."), shown), clause->path, clause_id);
}

static void
check_days (TdPlanDraft *self)
{
  GPtrArray *deadlines = td_plan_facts_get (self->facts, "deadlines");
  GPtrArray *tasks = td_plan_facts_get (self->facts, "tasks");

  for (guint i = 0; i < deadlines->len; i++)
    {
      TdDeadline *deadline = g_ptr_array_index (deadlines, i);

      if (deadline->event_id == 0)
        check_day (self, deadline->clause_id, deadline->due_date);
    }
  for (guint i = 0; i < tasks->len; i++)
    {
      TdTask *task = g_ptr_array_index (tasks, i);

      if (task->due_event_id == 0)
        check_day (self, task->clause_id, task->due_date);
    }
}

static void
check_words (TdPlanDraft *self)
{
  for (guint i = 0; i < td_outline_get_n (self->outline); i++)
    {
      TdClause *clause = td_outline_get (self->outline, i);

      if (clause->title == NULL && clause->body == NULL)
        tell (self, td_finding_new ("plan-empty-clause", TD_SEVERITY_WARNING, _ ("The clause says nothing yet.")), clause->path != NULL ? clause->path : "–", td_entity_get_id (TD_ENTITY (clause)));
    }
}

/**
 * td_plan_draft_check:
 * @self: a plan as it is written
 * @legal_documents: (element-type TdLegalDocument): the table
 *
 * Fills its findings.
 */
void
td_plan_draft_check (TdPlanDraft *self, GPtrArray *legal_documents)
{
  td_plan_check_bases (self->plan, self->plan->issue_date, legal_documents, self->findings);
  check_head (self);
  check_open (self);
  check_days (self);
  td_outline_check_references (self->outline, self->findings);
  check_words (self);
}
