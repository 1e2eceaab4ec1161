/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-copy"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-plan-new-private.h"
#include "td-plan-parts.h"
#include "td-plan-years.h"

/* Last year's plan taken over: its clauses and facts, its years moved on. */

static TdPlanYears
get_years (const TdPlan *plan)
{
  const char *dates[] = { plan->start_date, plan->issue_date, plan->end_date };
  TdPlanYears years = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (dates) && years.first == 0; i++)
    years.first = td_date_get_year (dates[i]);
  years.last = MAX (years.first, td_date_get_year (plan->end_date));
  return years;
}

/* An event is not repeated a year later: its end is open until somebody says it. */
void
td_plan_new_go_on (Request *self)
{
  TdPlan *source = self->source;
  gboolean event = source->end_event_id != 0 || g_strcmp0 (source->end_kind, "event") == 0;
  TdPlanYears years = get_years (source);
  guint n_left = 0;
  g_autofree char *title = self->title != NULL ? g_strdup (self->title) : td_plan_years_move_text (source->title, years, &n_left);
  g_autofree char *theme = td_plan_years_move_text (source->theme, years, &n_left);
  g_autofree char *short_name = td_plan_years_move_text (source->short_name, years, &n_left);
  g_autofree char *start = td_plan_years_move_date (source->start_date);
  g_autofree char *end = event ? NULL : td_plan_years_move_date (source->end_date);
  g_autofree char *start_text = td_plan_years_move_text (source->start_text, years, &n_left);
  g_autofree char *end_text = event ? NULL : td_plan_years_move_text (source->end_text, years, &n_left);

  g_object_set (self->plan, "predecessor-plan-id", self->from, "title", title, "theme", theme, "short-name", short_name, "start-date", start, "start-text", start_text,
                "end-date", end, "end-text", end_text, "end-kind", event ? "open" : source->end_kind, "lead", source->lead, NULL);
  if (source->recipients != NULL)
    g_object_set (self->plan, "recipients", source->recipients, NULL);
  if (self->unit == NULL && source->unit_id != 0)
    g_object_set (self->plan, "unit-id", source->unit_id, "issuer", source->issuer, "symbol", source->symbol, "place", source->place,
                  "signer-capacity", source->signer_capacity, "signer-position", source->signer_position, "signer-name", source->signer_name, NULL);
}

/* Of a plan that was read the marks are told by its first one. */
static const char *
find_marks (const TdPlan *plan, GPtrArray *clauses)
{
  if (plan->marks != NULL)
    return plan->marks;
  for (guint i = 0; i < clauses->len; i++)
    {
      const TdClause *clause = g_ptr_array_index (clauses, i);

      if (clause->level != 1 || clause->marker == NULL)
        continue;
      if (g_strcmp0 (clause->marker_kind, "article") == 0)
        return "article";
      return g_strcmp0 (clause->marker_kind, "arabic") == 0 ? "decimal" : "roman";
    }
  return "roman";
}

static void
tell_left (TdJob *job, TdClause *clause, guint n)
{
  if (n > 0)
    td_job_take_finding (job, td_finding_at (td_finding_new ("plan-year", TD_SEVERITY_WARNING,
                                                             _ ("A year stands here as before, as part of a period or of another document: please look.")),
                                             clause->path != NULL ? clause->path : "", td_entity_get_id (TD_ENTITY (clause)), 0));
}

static gboolean
copy_clauses (TdJob *job, TdConnection *connection, Request *self, GPtrArray *sources, GHashTable *ids, GError **error)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdOutline) outline = NULL;
  g_autofree guint *left = g_new0 (guint, sources->len + 1);
  TdPlanYears years = get_years (self->source);

  for (guint i = 0; i < sources->len; i++)
    {
      TdClause *source = g_ptr_array_index (sources, i);
      g_autofree char *title = td_plan_years_move_text (source->title, years, &left[i]);
      g_autofree char *body = td_plan_years_move_text (source->body, years, &left[i]);

      g_ptr_array_add (clauses, g_object_new (TD_TYPE_CLAUSE, "level", source->level, "form", source->form, "title", title, "body", body, "role", source->role, "binding", source->binding, "points", source->points, NULL));
    }
  g_object_set (self->plan, "marks", find_marks (self->source, sources), NULL);
  outline = td_outline_new (self->plan->marks, clauses);
  if (!td_connection_update (connection, self->plan, error) || !td_plan_clauses_keep (connection, self->plan, outline, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (sources, i));
      gint64 copy = td_entity_get_id (g_ptr_array_index (clauses, i));

      td_outline_note_references (outline, i);
      tell_left (job, g_ptr_array_index (clauses, i), left[i]);
      g_hash_table_insert (ids, g_memdup2 (&id, sizeof id), g_memdup2 (&copy, sizeof copy));
    }
  return td_plan_clauses_keep (connection, self->plan, outline, error);
}

static void
set_clause (gpointer fact, GHashTable *ids)
{
  gint64 before = td_plan_facts_get_clause (fact);
  gint64 *id = g_hash_table_lookup (ids, &before);

  g_object_set (fact, "clause-id", id != NULL ? *id : (gint64) 0, NULL);
}

static gpointer
copy_allowance (Request *self, TdAllowance *source)
{
  return g_object_new (TD_TYPE_ALLOWANCE, "position", source->position, "award-form", source->award_form, "giver-level", source->giver_level, "giver-text", source->giver_text,
                       "rule", source->rule, "kind", source->kind, "reason", source->reason, "earlier-plan-id", source->earlier_plan_id, "clause-id", source->clause_id, NULL);
}

static gpointer
copy_deadline (Request *self, TdDeadline *source)
{
  gboolean event = source->event_id != 0;
  guint n_left = 0;
  g_autofree char *due = event ? NULL : td_plan_years_move_date (source->due_date);
  g_autofree char *text = td_plan_years_move_text (source->due_text, get_years (self->source), &n_left);
  g_autofree char *what = td_plan_years_move_text (source->what, get_years (self->source), &n_left);

  return g_object_new (TD_TYPE_DEADLINE, "position", source->position, "what", what, "who", source->who, "is-report", source->is_report, "due-date", due, "due-text", text,
                       "due-kind", event ? "open" : source->due_kind, "clause-id", source->clause_id, NULL);
}

static gpointer
copy_task (Request *self, TdTask *source)
{
  guint n_left = 0;
  g_autofree char *due = source->due_event_id != 0 ? NULL : td_plan_years_move_date (source->due_date);
  g_autofree char *text = td_plan_years_move_text (source->due_text, get_years (self->source), &n_left);
  g_autofree char *body = td_plan_years_move_text (source->body, get_years (self->source), &n_left);

  return g_object_new (TD_TYPE_TASK, "position", source->position, "assignee", source->assignee, "mode", source->mode, "partners", source->partners, "body", body, "due-date", due, "due-text", text,
                       "clause-id", source->clause_id, NULL);
}

static gboolean
copy_facts (TdConnection *connection, Request *self, GHashTable *ids, GError **error)
{
  g_autoptr (TdPlanFacts) facts = td_plan_facts_load (connection, self->source, error);

  for (guint i = 0; facts != NULL && i < G_N_ELEMENTS (facts->kinds); i++)
    for (guint j = 0; j < facts->kinds[i]->len; j++)
      {
        gpointer source = g_ptr_array_index (facts->kinds[i], j);
        g_autoptr (TdEntity) fact = TD_IS_ALLOWANCE (source) ? copy_allowance (self, source) : TD_IS_DEADLINE (source) ? copy_deadline (self, source)
                                                                                                                       : copy_task (self, source);

        g_object_set (fact, "plan-id", td_entity_get_id (TD_ENTITY (self->plan)), NULL);
        set_clause (fact, ids);
        if (!td_connection_insert (connection, fact, error))
          return FALSE;
      }
  return facts != NULL;
}

/* The articles of the decision that issued the earlier plan are that decision's. */
static void
leave_out_articles (GPtrArray *clauses)
{
  for (guint i = clauses->len; i > 0; i--)
    if (g_strcmp0 (((TdClause *) g_ptr_array_index (clauses, i - 1))->role, "article") == 0)
      g_ptr_array_remove_index (clauses, i - 1);
}

/* Everything the earlier plan says, a year later. */
gboolean
td_plan_new_copy (TdJob *job, TdConnection *connection, Request *self, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) clauses = td_plan_list_parts (connection, TD_TYPE_CLAUSE, self->from, error);

  if (clauses != NULL)
    leave_out_articles (clauses);
  return clauses != NULL && copy_clauses (job, connection, self, clauses, ids, error) && copy_facts (connection, self, ids, error)
         && td_plan_facts_refresh (connection, td_entity_get_id (TD_ENTITY (self->plan)), error);
}
