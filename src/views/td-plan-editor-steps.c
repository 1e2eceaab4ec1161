/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-editor-steps"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-part-dialog.h"
#include "td-plan-editor-private.h"

/* What is done to the outline: seen at once, since the outline is at hand, and kept by a job for each step, in their
 * order. A clause that was added gets its id when its step is through, before the next one asks for it. */

typedef struct
{
  gint64 plan_id; /* the editor may have turned to another one meanwhile */
  TdOutlineStep what;
  TdClause *clause; /* NULL: the plan as a whole, or the end */
  TdClause *added;  /* NULL: the step adds none */
  char *text;
} Step;

static void
step_free (Step *step)
{
  g_clear_object (&step->clause);
  g_clear_object (&step->added);
  g_free (step->text);
  g_free (step);
}

static void run_next (TdPlanEditor *self);

/* What comes after a step that failed was meant for what is not there. */
static void
drop_steps_of (TdPlanEditor *self, gint64 plan_id)
{
  for (GList *link = self->steps.head, *next; link != NULL; link = next)
    {
      Step *step = link->data;

      next = link->next;
      if (step->plan_id == plan_id)
        {
          step_free (step);
          g_queue_delete_link (&self->steps, link);
        }
    }
}

static void
done_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPlanEditor *self = owner;
  Step *step = g_queue_peek_head (&self->steps);

  if (self->session == NULL || step == NULL || g_object_get_data (G_OBJECT (job), "td-step") != step)
    return;
  if (error != NULL)
    {
      drop_steps_of (self, step->plan_id);
      td_session_fail (self->session, error->message, td_job_get_findings (job));
      run_next (self);
      return;
    }
  if (step->added != NULL)
    g_object_set (step->added, "id", td_job_get_id (job), NULL);
  if (step->what == TD_OUTLINE_STEP_BIND && step->plan_id == self->plan_id)
    self->wanted_id = td_job_get_id (job);
  step_free (g_queue_pop_head (&self->steps));
  run_next (self);
}

static void
run_next (TdPlanEditor *self)
{
  Step *step = g_queue_peek_head (&self->steps);
  TdJob *job;

  if (step == NULL)
    {
      _td_plan_editor_ask (self);
      return;
    }
  job = td_outline_step_job (step->plan_id, step->what, step->clause != NULL ? td_entity_get_id (TD_ENTITY (step->clause)) : 0, step->text);
  g_object_set_data (G_OBJECT (job), "td-step", step);
  td_session_run (self->session, job, TD_RUN_QUIET, done_cb, self);
}

static void
queue (TdPlanEditor *self, TdOutlineStep what, TdClause *clause, const char *text, TdClause *added)
{
  Step *step = g_new0 (Step, 1);

  step->plan_id = self->plan_id;
  step->what = what;
  step->clause = clause != NULL ? g_object_ref (clause) : NULL;
  step->added = added != NULL ? g_object_ref (added) : NULL;
  step->text = g_strdup (text);
  self->serial++; /* what is being read knows nothing of it */
  g_queue_push_tail (&self->steps, step);
  if (g_queue_get_length (&self->steps) == 1)
    run_next (self);
}

/* The editor goes: td_plan_editor_finish() has been asked before. */
void
_td_plan_editor_drop_steps (TdPlanEditor *self)
{
  g_queue_clear_full (&self->steps, (GDestroyNotify) step_free);
}

/* What is typed becomes the clause's words. */
static void
keep_row (TdPlanEditor *self, TdOutlineRow *row)
{
  g_autofree char *typed = row != NULL && !_td_plan_editor_is_locked (self) ? td_outline_row_take_typed (row) : NULL;

  if (typed == NULL)
    return;
  td_outline_set_text (td_outline_row_get_clause (row), typed);
  queue (self, TD_OUTLINE_STEP_TEXT, td_outline_row_get_clause (row), typed, NULL);
}

void
_td_plan_editor_commit (TdPlanEditor *self)
{
  keep_row (self, self->current);
}

static TdOutlineForm
form_of (const char *text)
{
  return g_str_equal (text, "heading") ? TD_OUTLINE_HEADING : g_str_equal (text, "paragraph") ? TD_OUTLINE_PARAGRAPH
                                                                                              : TD_OUTLINE_ITEM;
}

/* Does it to what is seen. FALSE when there is nowhere to go. */
static gboolean
apply (TdPlanEditor *self, TdOutlineStep what, guint position, const char *text, TdClause **added)
{
  switch (what)
    {
    case TD_OUTLINE_STEP_ADD:
      *added = td_outline_add (self->outline, position);
      return TRUE;
    case TD_OUTLINE_STEP_NEST:
      return td_outline_nest (self->outline, position);
    case TD_OUTLINE_STEP_UNNEST:
      return td_outline_unnest (self->outline, position);
    case TD_OUTLINE_STEP_UP:
    case TD_OUTLINE_STEP_DOWN:
      return td_outline_move (self->outline, position, what == TD_OUTLINE_STEP_DOWN);
    case TD_OUTLINE_STEP_DELETE:
      td_outline_remove (self->outline, position);
      return TRUE;
    case TD_OUTLINE_STEP_FORM:
      td_outline_set_form (td_outline_get (self->outline, position), form_of (text));
      return TRUE;
    case TD_OUTLINE_STEP_MARKS:
      td_outline_set_marks (self->outline, text);
      return TRUE;
    case TD_OUTLINE_STEP_TEXT:
    case TD_OUTLINE_STEP_BIND:
    default:
      return TRUE;
    }
}

/* Where the cursor is afterwards. */
static void
follow (TdPlanEditor *self, TdOutlineStep what, guint position, TdClause *added)
{
  guint n = td_outline_get_n (self->outline);

  if (added != NULL)
    for (guint i = 0; i < n; i++)
      if (td_outline_get (self->outline, i) == added)
        {
          _td_plan_editor_go_to (self, i, TRUE);
          return;
        }
  if (what == TD_OUTLINE_STEP_DELETE && n > 0)
    _td_plan_editor_go_to (self, position > 0 ? MIN (position, n) - 1 : 0, TRUE);
}

void
_td_plan_editor_step (TdPlanEditor *self, TdOutlineStep what, const char *text)
{
  guint position = _td_plan_editor_get_position (self);
  gboolean needs = what != TD_OUTLINE_STEP_ADD && what != TD_OUTLINE_STEP_BIND && what != TD_OUTLINE_STEP_MARKS;
  g_autoptr (TdClause) clause = NULL;
  TdClause *added = NULL;

  if (self->outline == NULL || _td_plan_editor_is_locked (self) || (needs && position == TD_OUTLINE_NONE))
    return;
  clause = position != TD_OUTLINE_NONE ? g_object_ref (td_outline_get (self->outline, position)) : NULL;
  if (what == TD_OUTLINE_STEP_FORM && clause->binding != NULL)
    return;
  _td_plan_editor_commit (self);
  g_clear_pointer (&self->awaited, g_free);
  if (!apply (self, what, position, text, &added))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  td_outline_number (self->outline);
  _td_plan_editor_show (self);
  follow (self, what, position, added);
  queue (self, what, what == TD_OUTLINE_STEP_MARKS ? NULL : clause, text, added);
}

void
_td_plan_editor_step_on (TdPlanEditor *self, TdOutlineRow *row, TdOutlineStep what, const char *text)
{
  if (what == TD_OUTLINE_STEP_TEXT)
    {
      keep_row (self, row);
      return;
    }
  self->current = row;
  _td_plan_editor_step (self, what, text);
}

/* Facts */

static void
open_dialog (TdPlanEditor *self, TdEntity *fact)
{
  GtkWidget *dialog = td_part_dialog_new (self->session, fact);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
fact_clicked_cb (TdPlanEditor *self, GtkButton *button)
{
  g_autoptr (TdEntity) fact = g_object_ref (g_object_get_data (G_OBJECT (button), "td-fact"));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
  open_dialog (self, fact);
}

/* Of several tasks of one assignee the one is asked for. */
static void
choose_fact (TdPlanEditor *self, TdOutlineRow *row, GPtrArray *facts)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < facts->len; i++)
    {
      TdEntity *fact = g_ptr_array_index (facts, i);
      const char *text = TD_IS_TASK (fact) ? TD_TASK (fact)->body : TD_IS_DEADLINE (fact) ? TD_DEADLINE (fact)->what
                                                                                          : TD_ALLOWANCE (fact)->award_form;
      GtkWidget *button = gtk_button_new_with_label (text != NULL ? text : "–");
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "td-fact", g_object_ref (fact), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (fact_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, GTK_WIDGET (row));
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
_td_plan_editor_open_facts (TdPlanEditor *self, TdOutlineRow *row)
{
  TdClause *clause = td_outline_row_get_clause (row);
  GPtrArray *all = self->draft != NULL ? td_plan_facts_get (self->draft->facts, clause->binding) : NULL;
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (td_plan_facts_get_clause (g_ptr_array_index (all, i)) == td_entity_get_id (TD_ENTITY (clause)))
      g_ptr_array_add (facts, g_ptr_array_index (all, i));
  if (facts->len == 1)
    open_dialog (self, g_ptr_array_index (facts, 0));
  else if (facts->len > 1)
    choose_fact (self, row, facts);
}

/* A fact is entered in its form; its clause comes below the one the cursor is in. */
void
_td_plan_editor_new_fact (TdPlanEditor *self, const char *binding)
{
  g_autoptr (TdEntity) fact = NULL;

  if (self->draft == NULL || _td_plan_editor_is_locked (self))
    return;
  _td_plan_editor_commit (self);
  if (g_str_equal (binding, "allowances"))
    fact = g_object_new (TD_TYPE_ALLOWANCE, "plan-id", self->plan_id, "rule", "allowed", NULL);
  else if (g_str_equal (binding, "deadlines"))
    fact = g_object_new (TD_TYPE_DEADLINE, "plan-id", self->plan_id, "due-kind", "day", "is-report", TRUE, NULL);
  else
    fact = g_object_new (TD_TYPE_TASK, "plan-id", self->plan_id, "mode", "assigned", NULL);
  g_object_set (fact, "position", (gint64) td_plan_facts_get (self->draft->facts, binding)->len + 1, NULL);
  g_free (self->awaited);
  self->awaited = g_strdup (binding);
  self->n_before = td_plan_facts_get (self->draft->facts, binding)->len;
  open_dialog (self, fact);
}
