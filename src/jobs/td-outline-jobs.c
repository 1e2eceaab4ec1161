/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-outline-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-legal-documents.h"
#include "td-outline-jobs.h"
#include "td-text.h"

/* Writing a plan: each step one action of the office. */

typedef struct
{
  gint64 plan_id;
  TdOutlineStep step;
  gint64 clause_id;
  char *text;

  TdPlan *plan;
  TdOutline *outline;
  guint position;
} Step;

static void
step_free (Step *self)
{
  g_free (self->text);
  g_clear_object (&self->plan);
  g_clear_object (&self->outline);
  g_free (self);
}

static void
refuse (TdJob *job, const char *rule, const char *text)
{
  td_job_take_finding (job, td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text));
}

/* What is read from a text, and what is issued, is not written any more. */
static gboolean
load (TdJob *job, TdConnection *connection, Step *self, GError **error)
{
  self->plan = td_connection_get (connection, TD_TYPE_PLAN, self->plan_id, error);
  if (self->plan == NULL)
    return FALSE;
  if (g_strcmp0 (self->plan->state, "draft") != 0)
    {
      refuse (job, "outline-locked", g_strcmp0 (self->plan->state, "issued") == 0 ? _ ("The plan was issued; its words stay as they are.") : _ ("The words of this plan were read from its document and stay as they are."));
      return td_job_refuse (job, error);
    }
  self->outline = td_plan_clauses_load (connection, self->plan, error);
  if (self->outline == NULL)
    return FALSE;
  self->position = self->clause_id != 0 ? td_outline_find (self->outline, self->clause_id) : TD_OUTLINE_NONE;
  if (self->position != TD_OUTLINE_NONE)
    return TRUE;
  if (self->clause_id == 0 && (self->step == TD_OUTLINE_STEP_ADD || self->step == TD_OUTLINE_STEP_BIND || self->step == TD_OUTLINE_STEP_MARKS))
    return TRUE;
  refuse (job, "outline-gone", _ ("That clause is no longer there."));
  return td_job_refuse (job, error);
}

static gboolean
write_text (TdJob *job, Step *self)
{
  TdClause *clause = td_outline_get (self->outline, self->position);
  g_autofree char *text = td_text_normalize (self->text != NULL ? self->text : "");

  if (clause->binding != NULL)
    {
      refuse (job, "outline-bound", _ ("These words are made from the plan’s facts: change the fact."));
      return FALSE;
    }
  td_outline_set_text (clause, text != NULL ? text : "");
  td_outline_number (self->outline);
  td_outline_note_references (self->outline, self->position);
  return TRUE;
}

static gboolean
set_form (TdJob *job, Step *self)
{
  static const char *const nicks[] = { "heading", "item", "paragraph", NULL };
  TdClause *clause = td_outline_get (self->outline, self->position);

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_strcmp0 (nicks[i], self->text) == 0 && clause->binding == NULL)
      {
        td_outline_set_form (clause, i);
        return TRUE;
      }
  refuse (job, "outline-form", clause->binding != NULL ? _ ("These words are made from the plan’s facts: change the fact.") : _ ("A clause is a heading, an item or a paragraph."));
  return FALSE;
}

static gboolean
set_marks (TdJob *job, TdConnection *connection, Step *self, GError **error)
{
  if (td_choice_find (td_choices_outline_marks, self->text) == NULL)
    {
      refuse (job, "outline-marks", _ ("There is no such way of marking."));
      return td_job_refuse (job, error);
    }
  g_object_set (self->plan, "marks", self->text, NULL);
  td_outline_set_marks (self->outline, self->text);
  return td_connection_update (connection, self->plan, error);
}

static gboolean
bind (TdJob *job, TdConnection *connection, Step *self, GError **error)
{
  g_autoptr (TdPlanFacts) facts = td_plan_facts_load (connection, self->plan, error);
  GPtrArray *kind = facts != NULL ? td_plan_facts_get (facts, self->text) : NULL;
  guint n_open = 0;
  guint position = td_outline_get_n (self->outline);
  guint level = 1;

  if (facts == NULL)
    return FALSE;
  for (guint i = 0; kind != NULL && i < kind->len; i++)
    n_open += td_plan_facts_get_clause (g_ptr_array_index (kind, i)) == 0;
  if (n_open == 0)
    {
      refuse (job, "outline-told", _ ("The plan says all facts of this kind already."));
      return td_job_refuse (job, error);
    }
  if (self->position != TD_OUTLINE_NONE)
    {
      TdClause *clause = td_outline_get (self->outline, self->position);
      gboolean below = td_outline_get_form (clause) == TD_OUTLINE_HEADING && clause->binding == NULL;

      position = td_outline_get_end (self->outline, self->position);
      level = MIN ((guint) clause->level + (below ? 1 : 0), td_outline_get_deepest (self->outline));
    }
  if (!td_plan_facts_insert (connection, facts, self->outline, position, level, self->text, error))
    return FALSE;
  td_job_set_count (job, n_open);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (td_outline_get (self->outline, position))));
  return TRUE;
}

/* The change alone; FALSE without an error when there is nowhere to go. */
static gboolean
take_step (TdJob *job, TdConnection *connection, Step *self, GError **error)
{
  switch (self->step)
    {
    case TD_OUTLINE_STEP_TEXT:
      return write_text (job, self);
    case TD_OUTLINE_STEP_NEST:
      return td_outline_nest (self->outline, self->position);
    case TD_OUTLINE_STEP_UNNEST:
      return td_outline_unnest (self->outline, self->position);
    case TD_OUTLINE_STEP_UP:
    case TD_OUTLINE_STEP_DOWN:
      return td_outline_move (self->outline, self->position, self->step == TD_OUTLINE_STEP_DOWN);
    case TD_OUTLINE_STEP_DELETE:
      td_outline_remove (self->outline, self->position);
      return TRUE;
    case TD_OUTLINE_STEP_FORM:
      return set_form (job, self);
    case TD_OUTLINE_STEP_MARKS:
      return set_marks (job, connection, self, error);
    case TD_OUTLINE_STEP_ADD:
    case TD_OUTLINE_STEP_BIND:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const char *
name_step (TdOutlineStep step)
{
  static const char *const names[] = { N_ ("Write a clause"), N_ ("Add a clause"), N_ ("Nest a clause"), N_ ("Unnest a clause"), N_ ("Move a clause"), N_ ("Move a clause"), N_ ("Delete a clause"), N_ ("Change a clause"), N_ ("Insert facts into the plan"), N_ ("Mark a plan otherwise") };

  return _ (names[step]);
}

static gboolean
step_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Step *self = data;
  TdClause *added = NULL;

  if (!load (job, connection, self, error))
    return FALSE;
  td_connection_set_action_name (connection, "%s", name_step (self->step));
  if (self->step == TD_OUTLINE_STEP_BIND)
    return bind (job, connection, self, error);
  if (self->step == TD_OUTLINE_STEP_ADD)
    added = td_outline_add (self->outline, self->position);
  else if (!take_step (job, connection, self, error))
    {
      if (error != NULL && *error != NULL)
        return FALSE;
      if (td_job_get_findings (job)->len == 0)
        refuse (job, "outline-edge", _ ("There is nowhere to move it."));
      return td_job_refuse (job, error);
    }
  if (!td_plan_clauses_keep (connection, self->plan, self->outline, error))
    return FALSE;
  td_job_set_id (job, added != NULL ? td_entity_get_id (TD_ENTITY (added)) : self->clause_id);
  return TRUE;
}

/**
 * td_outline_step_job:
 * @plan_id: a plan that is being written
 * @step: what is done
 * @clause_id: to which clause; 0 for the end, and for the plan as a whole
 * @text: (nullable): the words, the form, the kind of facts or the marks, as the step asks
 *
 * Returns: (transfer full): the job; its id is the clause's, of a step that adds the first new one's
 */
TdJob *
td_outline_step_job (gint64 plan_id, TdOutlineStep step, gint64 clause_id, const char *text)
{
  Step *self = g_new0 (Step, 1);

  self->plan_id = plan_id;
  self->step = step;
  self->clause_id = clause_id;
  self->text = g_strdup (text);
  return td_job_new_write (name_step (step), step_cb, self, (GDestroyNotify) step_free);
}

/* Reading it */

G_DEFINE_FINAL_TYPE (TdPlanDraft, td_plan_draft, G_TYPE_OBJECT)

static void
td_plan_draft_finalize (GObject *object)
{
  TdPlanDraft *self = TD_PLAN_DRAFT (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->outline);
  td_plan_facts_free (self->facts);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (td_plan_draft_parent_class)->finalize (object);
}

static void
td_plan_draft_class_init (TdPlanDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_plan_draft_finalize;
}

static void
td_plan_draft_init (TdPlanDraft *self)
{
  self->findings = td_findings_new ();
}

static gboolean
draft_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdPlanDraft) draft = g_object_new (TD_TYPE_PLAN_DRAFT, NULL);
  g_autoptr (GPtrArray) documents = td_legal_documents_load (error);

  draft->plan = documents != NULL ? td_connection_get (connection, TD_TYPE_PLAN, *(gint64 *) data, error) : NULL;
  draft->outline = draft->plan != NULL ? td_plan_clauses_load (connection, draft->plan, error) : NULL;
  draft->facts = draft->outline != NULL ? td_plan_facts_load (connection, draft->plan, error) : NULL;
  if (draft->facts == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (draft->n_open); i++)
    for (guint j = 0; j < draft->facts->kinds[i]->len; j++)
      draft->n_open[i] += td_plan_facts_get_clause (g_ptr_array_index (draft->facts->kinds[i], j)) == 0;
  td_plan_draft_check (draft, documents);
  td_job_set_count (job, td_outline_get_n (draft->outline));
  td_job_set_id (job, *(gint64 *) data);
  td_job_take_object (job, g_steal_pointer (&draft));
  return TRUE;
}

/**
 * td_plan_draft_job:
 * @plan_id: a plan
 *
 * Returns: (transfer full): the job; its object is a #TdPlanDraft
 */
TdJob *
td_plan_draft_job (gint64 plan_id)
{
  return td_job_new_read (draft_cb, g_memdup2 (&plan_id, sizeof plan_id), g_free);
}
