/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-accept"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-plan-accept.h"
#include "td-plan-deadlines.h"
#include "td-plan-earlier.h"

/* Accepting a plan that was reviewed: it becomes records with its clauses, award forms, deadlines and tasks, as one
 * action. The review stays as it is: the action may be undone and taken again. */

typedef struct
{
  TdConnection *connection;
  TdPlanReview *review;
  TdPlan *plan;
  GHashTable *clauses; /* of a section the id of the clause it was kept as */
  gint64 positions[TD_PLAN_N_FACT_GROUPS];
} Acceptance;

static gint64
find_clause (Acceptance *self, guint section)
{
  gint64 *id = g_hash_table_lookup (self->clauses, GUINT_TO_POINTER (section));

  return section != 0 && id != NULL ? *id : 0;
}

static gint64
get_plan_id (Acceptance *self)
{
  return td_entity_get_id (TD_ENTITY (self->plan));
}

/* A text without a head still is a plan; its short name is better than nothing. */
static gboolean
keep_plan (Acceptance *self, GError **error)
{
  self->plan = td_entity_copy (td_plan_review_get_plan (self->review));
  if (self->plan->title == NULL)
    g_object_set (self->plan, "title", self->plan->short_name != NULL ? self->plan->short_name : _ ("Plan without a title"), NULL);
  return td_plan_bind_end (self->connection, self->plan, error) && td_connection_insert (self->connection, self->plan, error);
}

/* A piece of which a person said that it is not for what the reader took it for. */
static gboolean
is_left_out (Acceptance *self, gpointer clause)
{
  GListModel *facts = td_plan_review_get_facts (self->review);

  for (guint i = g_list_model_get_n_items (facts); i > 0; i--)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, i - 1);

      if (fact->group != TD_PLAN_FACTS_PARTS) /* they are the last */
        return FALSE;
      if ((gpointer) fact->entity == clause)
        return fact->left_out;
    }
  return FALSE;
}

static gboolean
keep_clauses (Acceptance *self, GError **error)
{
  const TdPlanReading *reading = td_plan_review_get_reading (self->review);
  GPtrArray *clauses = td_plan_review_get_clauses (self->review);

  for (guint i = 0; i < clauses->len; i++)
    {
      guint number = td_plan_review_get_section (self->review, i);
      const TdPlanSection *section = number > 0 ? g_ptr_array_index (reading->sections, number - 1) : NULL;
      g_autoptr (TdClause) clause = td_entity_copy (g_ptr_array_index (clauses, i));
      gint64 *id;

      g_object_set (clause, "plan-id", get_plan_id (self), "parent-id", section != NULL ? find_clause (self, section->parent) : (gint64) 0, NULL);
      if (clause->role != NULL && is_left_out (self, g_ptr_array_index (clauses, i)))
        g_object_set (clause, "role", NULL, NULL);
      if (!td_connection_insert (self->connection, clause, error))
        return FALSE;
      if (section == NULL)
        continue;
      id = g_new (gint64, 1);
      *id = td_entity_get_id (TD_ENTITY (clause));
      g_hash_table_insert (self->clauses, GUINT_TO_POINTER (section->id), id);
    }
  return TRUE;
}

/* What a person gave a day to waits for nothing. */
static gboolean
bind_deadline (Acceptance *self, TdDeadline *deadline, GError **error)
{
  g_autofree char *day = NULL;
  gint64 event_id;

  if (g_strcmp0 (deadline->due_kind, "event") != 0 || deadline->due_date != NULL)
    return TRUE;
  if (!td_plan_bind_due (self->connection, self->plan, deadline->due_text, &event_id, &day, error))
    return FALSE;
  g_object_set (deadline, "event-id", event_id, "due-date", day, NULL);
  return TRUE;
}

static gboolean
waits_for_event (Acceptance *self, const TdPlanFact *task)
{
  GListModel *facts = td_plan_review_get_facts (self->review);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, i);

      if (fact->group == TD_PLAN_FACTS_DEADLINES && fact->section == task->section && !fact->left_out
          && g_strcmp0 (TD_DEADLINE (fact->entity)->due_kind, "event") == 0
          && g_strcmp0 (TD_DEADLINE (fact->entity)->due_text, TD_TASK (task->entity)->due_text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
bind_task (Acceptance *self, const TdPlanFact *fact, TdTask *task, GError **error)
{
  g_autofree char *day = NULL;
  gint64 event_id;

  if (task->due_text == NULL || task->due_date != NULL || !waits_for_event (self, fact))
    return TRUE;
  if (!td_plan_bind_due (self->connection, self->plan, task->due_text, &event_id, &day, error))
    return FALSE;
  g_object_set (task, "due-event-id", event_id, "due-date", day, NULL);
  return TRUE;
}

static gboolean
keep_fact (Acceptance *self, TdPlanFact *fact, GError **error)
{
  g_autoptr (TdEntity) record = NULL;

  if (fact->left_out || fact->field != NULL || TD_IS_CLAUSE (fact->entity))
    return TRUE;
  record = td_entity_copy (fact->entity);
  g_object_set (record, "plan-id", get_plan_id (self), "position", ++self->positions[fact->group], "clause-id", find_clause (self, fact->section), NULL);
  if (TD_IS_DEADLINE (record) && !bind_deadline (self, TD_DEADLINE (record), error))
    return FALSE;
  if (TD_IS_TASK (record) && !bind_task (self, fact, TD_TASK (record), error))
    return FALSE;
  return td_connection_insert (self->connection, record, error);
}

/* What a person has begun to say must be said whole. */
static void
check_fact (TdJob *job, TdPlanFact *fact)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (fact->entity);

  for (guint i = 0; i < klass->n_fields && fact->field == NULL && !fact->left_out; i++)
    if ((klass->fields[i].flags & TD_FIELD_REQUIRED) != 0 && td_plan_fact_has_field (fact, &klass->fields[i]) && td_entity_is_empty (fact->entity, &klass->fields[i]))
      {
        g_autofree char *text = td_plan_fact_dup_text (fact);

        /* Translators: a group of facts, what of it is not filled in, and the words it was read from */
        td_job_take_finding (job, td_finding_at (td_finding_new ("fact-incomplete", TD_SEVERITY_BLOCK, _ ("%s: “%s” is not filled in (%s)."), td_plan_fact_group_get_title (fact->group), _ (klass->fields[i].label), text),
                                                 NULL, 0, fact->lines.first));
      }
}

/* Numbers begin anew each year. */
static gboolean
is_same_document (const TdPlan *a, const TdPlan *b)
{
  if (a->number != NULL && g_strcmp0 (a->issuer, b->issuer) != 0)
    return FALSE;
  return a->issue_date == NULL || b->issue_date == NULL || g_str_equal (a->issue_date, b->issue_date);
}

/**
 * td_plan_find_accepted:
 * @connection: an office file
 * @plan: what a document says of itself
 * @plan_id: (out): the plan that was accepted from the same document, 0 for none
 * @error: return location
 *
 * The same document has the number, issuer and day, or the title where there is no number.
 *
 * Returns: whether it could be looked up
 */
gboolean
td_plan_find_accepted (TdConnection *connection, TdPlan *plan, gint64 *plan_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);
  g_autoptr (GPtrArray) plans = NULL;

  *plan_id = 0;
  if (plan->number == NULL && plan->title == NULL)
    return TRUE;
  td_query_where_text (query, plan->number != NULL ? "number" : "title", plan->number != NULL ? plan->number : plan->title);
  plans = td_connection_list (connection, query, error);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    if (is_same_document (plan, g_ptr_array_index (plans, i)))
      *plan_id = td_entity_get_id (g_ptr_array_index (plans, i));
  return plans != NULL;
}

static gboolean
warn_when_known (TdJob *job, TdConnection *connection, TdPlan *plan, GError **error)
{
  gint64 id;

  if (!td_plan_find_accepted (connection, plan, &id, error))
    return FALSE;
  if (id != 0)
    td_job_take_finding (job, td_finding_new ("plan-known", TD_SEVERITY_WARNING, _ ("This plan was accepted already.")));
  return TRUE;
}

/**
 * td_plan_accept:
 * @job: takes findings, and the id of the plan
 * @connection: an office file, inside a transaction
 * @review: a plan that was read
 * @error: return location
 *
 * Returns: whether the plan is in the office now
 */
gboolean
td_plan_accept (TdJob *job, TdConnection *connection, TdPlanReview *review, GError **error)
{
  g_autoptr (GHashTable) clauses = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Acceptance self = { .connection = connection, .review = review, .clauses = clauses };
  GListModel *facts = td_plan_review_get_facts (review);
  g_autoptr (TdPlan) plan = NULL;
  gboolean good;

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, i);

      check_fact (job, fact);
    }
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  good = warn_when_known (job, connection, td_plan_review_get_plan (review), error) && keep_plan (&self, error) && keep_clauses (&self, error);
  plan = self.plan;
  for (guint i = 0; good && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, i);

      good = keep_fact (&self, fact, error);
    }
  if (!good || !td_plan_earlier_link (connection, plan, error))
    return FALSE;
  /* Translators: a plan's number or title */
  td_connection_set_action_name (connection, _ ("Read the plan “%s”"), plan->number != NULL ? plan->number : plan->title);
  td_job_set_id (job, get_plan_id (&self));
  td_job_set_count (job, td_plan_review_get_reading (review)->sections->len);
  return TRUE;
}
