/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-fact-words"

#include "config.h"

#include <string.h>

#include "td-award-wording.h"
#include "td-date.h"
#include "td-plan-clauses.h"
#include "td-plan-parts.h"

/* Clauses whose words are made from facts: award forms by their givers, deadlines, and who is to do what. The fact
 * points at its clause; the clause says which kind it is bound to, and nobody types its words. */

static const struct
{
  const char *binding;
  GType (*get_type) (void);
} kinds[] = {
  { "allowances", td_allowance_get_type },
  { "deadlines", td_deadline_get_type },
  { "tasks", td_task_get_type },
};

/**
 * td_plan_facts_free:
 * @self: (nullable): facts
 */
void
td_plan_facts_free (TdPlanFacts *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->plan);
  td_plan_skeleton_free (self->skeleton);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_clear_pointer (&self->kinds[i], g_ptr_array_unref);
  g_free (self);
}

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == G_N_ELEMENTS (((TdPlanFacts *) NULL)->kinds));

/**
 * td_plan_facts_load:
 * @connection: an office file
 * @plan: a plan of it
 * @error: return location
 *
 * Returns: (transfer full): what it rules
 */
TdPlanFacts *
td_plan_facts_load (TdConnection *connection, TdPlan *plan, GError **error)
{
  g_autoptr (TdPlanFacts) self = g_new0 (TdPlanFacts, 1);
  g_autofree char *today = td_date_dup_today ();
  const char *day = td_date_is_day (plan->issue_date) ? plan->issue_date : today;

  self->plan = g_object_ref (plan);
  self->skeleton = td_plan_skeleton_load (day, error);
  for (guint i = 0; self->skeleton != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      self->kinds[i] = td_plan_list_parts (connection, kinds[i].get_type (), td_entity_get_id (TD_ENTITY (plan)), error);
      if (self->kinds[i] == NULL)
        return NULL;
    }
  return self->skeleton != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * td_plan_facts_get_binding:
 * @kind: a kind of fact, from 0
 *
 * Returns: (transfer none): what a clause of it is bound to
 */
const char *
td_plan_facts_get_binding (guint kind)
{
  return kinds[kind].binding;
}

/**
 * td_plan_facts_get:
 * @self: facts
 * @binding: one of td_choices_clause_binding
 *
 * Returns: (transfer none) (element-type TdEntity) (nullable): the facts of this kind
 */
GPtrArray *
td_plan_facts_get (const TdPlanFacts *self, const char *binding)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].binding, binding) == 0)
      return self->kinds[i];
  return NULL;
}

/**
 * td_plan_facts_get_clause:
 * @fact: an award form, deadline or task of a plan
 *
 * Returns: the id of the clause that says it; 0 for none
 */
gint64
td_plan_facts_get_clause (gpointer fact)
{
  return td_entity_get_number (fact, td_entity_class_find (TD_ENTITY_GET_CLASS (fact), "clause-id"));
}

/* Without the point or semicolon the sentence gets anyway. */
static char *
dup_bare (const char *text)
{
  char *bare = g_strstrip (g_strdup (text != NULL ? text : ""));
  gsize length = strlen (bare);

  while (length > 0 && strchr (".;: ", bare[length - 1]) != NULL)
    bare[--length] = '\0';
  return bare;
}

static char *
word_allowance (const TdPlanSkeleton *skeleton, TdAllowance *allowance)
{
  const char *giver = allowance->giver_text;
  g_autofree char *name = g_strconcat ("allowance-", allowance->rule != NULL ? allowance->rule : "allowed", giver != NULL ? NULL : "-any", NULL);
  g_autofree char *kind = g_strconcat ("kind-", allowance->kind, NULL);
  g_autofree char *kind_words = td_plan_skeleton_dup_words (skeleton, kind, NULL);

  return td_plan_skeleton_dup_words (skeleton, name, "form", allowance->award_form, "giver", giver, "kind", kind_words, NULL);
}

static char *
word_deadline (const TdPlanSkeleton *skeleton, TdDeadline *deadline)
{
  gboolean day = deadline->event_id == 0 && deadline->due_date != NULL;
  g_autofree char *what = dup_bare (deadline->what);
  g_autofree char *lower = td_award_wording_lower_first (what);
  g_autofree char *due = dup_bare (deadline->due_text != NULL ? deadline->due_text : deadline->event_name);
  g_autofree char *date = day ? td_date_to_words (deadline->due_date) : NULL;
  const char *who = deadline->who != NULL ? deadline->who : skeleton->reporters;

  if (day)
    return td_plan_skeleton_dup_words (skeleton, "deadline-before", "who", who, "what", lower, "date", date != NULL ? date : deadline->due_date, NULL);
  return td_plan_skeleton_dup_words (skeleton, *due != '\0' ? "deadline-text" : "deadline-open", "who", who, "what", lower, "due", due, NULL);
}

static char *
word_task (const TdPlanSkeleton *skeleton, TdTask *task)
{
  gboolean day = task->due_event_id == 0 && task->due_date != NULL;
  g_autofree char *what = dup_bare (task->body);
  g_autofree char *due = dup_bare (task->due_text);
  g_autofree char *date = day ? td_date_to_words (task->due_date) : NULL;
  const char *name = "task";

  /* What was read often says by when itself. */
  if (day && strstr (what, date != NULL ? date : task->due_date) == NULL)
    name = "task-due";
  else if (!day && *due != '\0' && strstr (what, due) == NULL)
    name = "task-due-text";
  return td_plan_skeleton_dup_words (skeleton, name, "what", what, "date", date, "due", due, NULL);
}

static char *
word_fact (const TdPlanSkeleton *skeleton, gpointer fact)
{
  if (TD_IS_ALLOWANCE (fact))
    return word_allowance (skeleton, fact);
  return TD_IS_DEADLINE (fact) ? word_deadline (skeleton, fact) : word_task (skeleton, fact);
}

static char *
dup_assignee (const TdPlanSkeleton *skeleton, TdTask *task)
{
  return td_plan_skeleton_dup_words (skeleton, g_strcmp0 (task->mode, "requested") == 0 ? "task-requested" : "task-assigned", "who", task->assignee, NULL);
}

/* A heading of tasks holds one line for each, with a dash when there are several. */
static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? "\n" : "", lines->len > 1 ? "- " : "", (const char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

/**
 * td_plan_facts_word:
 * @self: facts
 * @clause: a clause bound to some of them
 *
 * Writes the words of a clause out of its facts.
 *
 * Returns: whether any fact points at it
 */
gboolean
td_plan_facts_word (const TdPlanFacts *self, TdClause *clause)
{
  GPtrArray *facts = td_plan_facts_get (self, clause->binding);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      gpointer fact = g_ptr_array_index (facts, i);

      if (td_plan_facts_get_clause (fact) != td_entity_get_id (TD_ENTITY (clause)))
        continue;
      if (title == NULL && TD_IS_TASK (fact))
        title = dup_assignee (self->skeleton, fact);
      g_ptr_array_add (lines, word_fact (self->skeleton, fact));
    }
  if (lines->len == 0)
    return FALSE;
  text = join_lines (lines);
  g_object_set (clause, "form", title != NULL ? "heading" : "item", "title", title, "body", text, NULL);
  return TRUE;
}

static gboolean
are_told_together (gpointer a, gpointer b)
{
  return TD_IS_TASK (a) && g_strcmp0 (TD_TASK (a)->assignee, TD_TASK (b)->assignee) == 0 && g_strcmp0 (TD_TASK (a)->mode, TD_TASK (b)->mode) == 0;
}

static gboolean
bind_fact (TdConnection *connection, gpointer fact, TdClause *clause, GError **error)
{
  g_object_set (fact, "clause-id", td_entity_get_id (TD_ENTITY (clause)), NULL);
  return td_connection_update (connection, fact, error);
}

/**
 * td_plan_facts_insert:
 * @connection: inside a transaction
 * @self: facts
 * @outline: the clauses of the plan, already kept
 * @position: where the first new clause is to stand
 * @level: from 1
 * @binding: the kind of fact
 * @error: return location
 *
 * Gives a clause to each fact of a kind that has none; tasks of one assignee share one.
 *
 * Returns: whether it went well
 */
gboolean
td_plan_facts_insert (TdConnection *connection, const TdPlanFacts *self, TdOutline *outline, guint position, guint level, const char *binding, GError **error)
{
  GPtrArray *facts = td_plan_facts_get (self, binding);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      gpointer fact = g_ptr_array_index (facts, i);
      TdClause *clause;

      if (td_plan_facts_get_clause (fact) != 0)
        continue;
      clause = td_outline_insert (outline, position, level, TD_OUTLINE_ITEM);
      g_object_set (clause, "binding", binding, NULL);
      if (!td_plan_clauses_keep (connection, self->plan, outline, error) || !bind_fact (connection, fact, clause, error))
        return FALSE;
      for (guint j = i + 1; j < facts->len; j++)
        if (td_plan_facts_get_clause (g_ptr_array_index (facts, j)) == 0 && are_told_together (fact, g_ptr_array_index (facts, j)) && !bind_fact (connection, g_ptr_array_index (facts, j), clause, error))
          return FALSE;
      td_plan_facts_word (self, clause);
      position++;
    }
  return td_plan_clauses_keep (connection, self->plan, outline, error);
}

/**
 * td_plan_facts_refresh:
 * @connection: inside a transaction
 * @plan_id: a plan
 * @error: return location
 *
 * Writes the words of all bound clauses anew while the plan is a draft: what was issued stays as it was issued. A
 * clause none of whose facts is left goes, unless something belongs to it.
 *
 * Returns: whether it went well
 */
gboolean
td_plan_facts_refresh (TdConnection *connection, gint64 plan_id, GError **error)
{
  g_autoptr (TdPlan) plan = td_connection_get (connection, TD_TYPE_PLAN, plan_id, error);
  g_autoptr (TdOutline) outline = NULL;
  g_autoptr (TdPlanFacts) facts = NULL;

  if (plan == NULL || g_strcmp0 (plan->state, "draft") != 0)
    return plan != NULL;
  outline = td_plan_clauses_load (connection, plan, error);
  facts = outline != NULL ? td_plan_facts_load (connection, plan, error) : NULL;
  if (facts == NULL)
    return FALSE;
  for (guint i = td_outline_get_n (outline); i > 0; i--)
    {
      TdClause *clause = td_outline_get (outline, i - 1);

      if (clause->binding == NULL || td_plan_facts_word (facts, clause))
        continue;
      if (td_outline_get_end (outline, i - 1) == i)
        td_outline_remove (outline, i - 1);
      else
        g_object_set (clause, "binding", NULL, NULL);
    }
  return td_plan_clauses_keep (connection, plan, outline, error);
}

/**
 * td_plan_facts_changed:
 * @connection: inside a transaction
 * @fact: any record that was kept or deleted just now
 * @error: return location
 *
 * The words of a plan follow its facts.
 *
 * Returns: whether it went well
 */
gboolean
td_plan_facts_changed (TdConnection *connection, gpointer fact, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (G_OBJECT_TYPE (fact) == kinds[i].get_type ())
      return td_plan_facts_refresh (connection, td_entity_get_number (fact, td_entity_class_find (TD_ENTITY_GET_CLASS (fact), "plan-id")), error);
  return TRUE;
}
