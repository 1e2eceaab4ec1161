/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-editor"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-choices.h"
#include "td-plan-editor-private.h"
#include "td-store-error.h"

/* A plan written by keyboard: a row for each clause, whose mark follows from where it stands, and above them what the
 * plan still lacks. */

G_DEFINE_FINAL_TYPE (TdPlanEditor, td_plan_editor, ADW_TYPE_BIN)

gboolean
_td_plan_editor_is_locked (TdPlanEditor *self)
{
  return self->session == NULL || td_session_is_read_only (self->session) || self->draft == NULL || g_strcmp0 (self->draft->plan->state, "draft") != 0;
}

/* Rows */

TdOutlineRow *
_td_plan_editor_get_row (TdPlanEditor *self, guint position)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  while (row != NULL && position-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return (TdOutlineRow *) row;
}

guint
_td_plan_editor_get_position (TdPlanEditor *self)
{
  for (guint i = 0; self->outline != NULL && self->current != NULL && i < td_outline_get_n (self->outline); i++)
    if (td_outline_get (self->outline, i) == td_outline_row_get_clause (self->current))
      return i;
  return TD_OUTLINE_NONE;
}

static void
update_actions (TdPlanEditor *self)
{
  gboolean may = !_td_plan_editor_is_locked (self);
  gboolean on = may && self->current != NULL;
  static const char *const of_clause[] = { "outline.nest", "outline.unnest", "outline.up", "outline.down", "outline.delete", "outline.form" };

  for (guint i = 0; i < G_N_ELEMENTS (of_clause); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_clause[i], on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.bind", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.new-fact", may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->marks), may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->insert), may);
}

static void
entered_cb (TdPlanEditor *self, TdOutlineRow *row)
{
  self->current = row;
  update_actions (self);
}

static void
written_cb (TdPlanEditor *self, TdOutlineRow *row)
{
  _td_plan_editor_step_on (self, row, TD_OUTLINE_STEP_TEXT, NULL);
}

static GtkWidget *
make_row (TdPlanEditor *self, TdClause *clause)
{
  GtkWidget *row = td_outline_row_new (clause, _td_plan_editor_is_locked (self));

  g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "facts", G_CALLBACK (_td_plan_editor_open_facts), self, G_CONNECT_SWAPPED);
  return row;
}

static void
remove_row (TdPlanEditor *self, GtkWidget *row)
{
  if (self->current == (TdOutlineRow *) row)
    self->current = NULL;
  gtk_box_remove (self->rows, row);
}

static gboolean
is_of (TdOutlineRow *row, TdClause *clause)
{
  TdClause *shown = td_outline_row_get_clause (row);
  gint64 id = td_entity_get_id (TD_ENTITY (clause));

  return shown == clause || (id != 0 && td_entity_get_id (TD_ENTITY (shown)) == id);
}

/* The row of a clause, from one of the rows not yet placed. */
static GtkWidget *
find_row (GtkWidget *from, TdClause *clause)
{
  while (from != NULL && !is_of (TD_OUTLINE_ROW (from), clause))
    from = gtk_widget_get_next_sibling (from);
  return from;
}

/* Rows follow the outline; those that stay keep the focus and what is being typed in them. */
void
_td_plan_editor_show (TdPlanEditor *self)
{
  GtkWidget *before = NULL;
  GtkWidget *rest;

  for (guint i = 0; i < td_outline_get_n (self->outline); i++)
    {
      TdClause *clause = td_outline_get (self->outline, i);
      GtkWidget *next = before != NULL ? gtk_widget_get_next_sibling (before) : gtk_widget_get_first_child (GTK_WIDGET (self->rows));
      GtkWidget *row = find_row (next, clause);

      if (row == NULL)
        {
          row = make_row (self, clause);
          gtk_box_insert_child_after (self->rows, row, before);
        }
      else if (row != next)
        gtk_box_reorder_child_after (self->rows, row, before);
      td_outline_row_show (TD_OUTLINE_ROW (row), clause);
      before = row;
    }
  while ((rest = before != NULL ? gtk_widget_get_next_sibling (before) : gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    remove_row (self, rest);
  gtk_widget_set_visible (self->empty, td_outline_get_n (self->outline) == 0);
  update_actions (self);
}

void
_td_plan_editor_go_to (TdPlanEditor *self, guint position, gboolean at_end)
{
  TdOutlineRow *row = _td_plan_editor_get_row (self, position);

  if (row != NULL)
    td_outline_row_focus (row, at_end);
}

/* What it lacks */

static void
finding_cb (const TdFinding *finding, gpointer owner)
{
  TdPlanEditor *self = owner;
  guint position = finding->subject_id != 0 && self->outline != NULL ? td_outline_find (self->outline, finding->subject_id) : TD_OUTLINE_NONE;

  if (position != TD_OUTLINE_NONE)
    _td_plan_editor_go_to (self, position, TRUE);
  else if (g_str_has_prefix (finding->rule, TD_PLAN_UNTOLD))
    _td_plan_editor_step (self, TD_OUTLINE_STEP_BIND, finding->rule + strlen (TD_PLAN_UNTOLD));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "page.list", NULL); /* what is in the plan's form */
}

static void
show_doubts (TdPlanEditor *self)
{
  guint n = self->draft->findings->len;
  g_autofree char *label = g_strdup_printf (ngettext ("%u place to look at", "%u places to look at", n), n);

  gtk_button_set_label (GTK_BUTTON (self->doubts), label);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts), n > 0);
  td_finding_list_set (self->findings, self->draft->findings);
  gtk_revealer_set_reveal_child (self->revealer, n > 0 && gtk_toggle_button_get_active (self->doubts));
}

static void
doubts_cb (TdPlanEditor *self)
{
  gtk_revealer_set_reveal_child (self->revealer, gtk_toggle_button_get_active (self->doubts));
}

/* Facts no clause says come first; new ones are entered below. */
static void
show_insert_menu (TdPlanEditor *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) fresh = g_menu_new ();
  const char *const labels[] = { N_ ("New award form…"), N_ ("New deadline…"), N_ ("New task…") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *binding = td_plan_facts_get_binding (i);
      g_autofree char *bind = g_strdup_printf ("outline.bind::%s", binding);
      g_autofree char *new_fact = g_strdup_printf ("outline.new-fact::%s", binding);
      /* Translators: a kind of fact and how many no clause says: “Tasks that no clause says: 2” */
      g_autofree char *label = g_strdup_printf (_ ("%s that no clause says: %u"), _ (td_choices_clause_binding[i].label), self->draft->n_open[i]);

      if (self->draft->n_open[i] > 0)
        g_menu_append (open, label, bind);
      g_menu_append (fresh, _ (labels[i]), new_fact);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (open)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fresh));
  gtk_menu_button_set_menu_model (self->insert, G_MENU_MODEL (menu));
}

static void
show_head (TdPlanEditor *self)
{
  const TdPlan *plan = self->draft->plan;
  guint position = 0;

  for (guint i = 0; td_choices_outline_marks[i].nick != NULL; i++)
    if (g_strcmp0 (td_choices_outline_marks[i].nick, plan->marks) == 0)
      position = i;
  td_page_header_set_title (self->header, _ ("Write a Plan"), plan->title);
  self->choosing = TRUE;
  gtk_drop_down_set_selected (self->marks, position);
  self->choosing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->parent), plan->parent_plan_id != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->predecessor), plan->predecessor_plan_id != 0);
}

/* Reading */

/* The fact that was entered in its form is told at once, where the cursor was; a form that was left adds none. */
static void
tell_awaited (TdPlanEditor *self)
{
  for (guint i = 0; self->awaited != NULL && i < G_N_ELEMENTS (self->draft->n_open); i++)
    if (g_str_equal (self->awaited, td_plan_facts_get_binding (i)) && self->draft->n_open[i] > 0 && td_plan_facts_get (self->draft->facts, self->awaited)->len > self->n_before)
      {
        _td_plan_editor_step (self, TD_OUTLINE_STEP_BIND, td_plan_facts_get_binding (i));
        return;
      }
}

static void
go_where_wanted (TdPlanEditor *self)
{
  guint position = self->wanted_id != 0 ? td_outline_find (self->outline, self->wanted_id) : TD_OUTLINE_NONE;

  if (self->is_new)
    {
      if (td_outline_get_n (self->outline) > 0)
        _td_plan_editor_go_to (self, 0, TRUE);
      else
        gtk_widget_grab_focus (self->empty);
    }
  else if (position != TD_OUTLINE_NONE)
    _td_plan_editor_go_to (self, position, TRUE);
  self->is_new = FALSE;
  self->wanted_id = 0;
}

static void
read_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPlanEditor *self = owner;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  if (g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_FOUND))
    {
      self->plan_id = 0;
      gtk_widget_activate_action (GTK_WIDGET (self), "page.list", NULL);
      return;
    }
  if (error != NULL)
    {
      td_session_fail (self->session, error->message, NULL);
      return;
    }
  g_set_object (&self->draft, td_job_get_object (job));
  g_set_object (&self->outline, self->draft->outline);
  show_head (self);
  _td_plan_editor_show (self);
  show_doubts (self);
  show_insert_menu (self);
  go_where_wanted (self);
  tell_awaited (self);
}

/* Not while steps are under way: they end by asking. */
void
_td_plan_editor_ask (TdPlanEditor *self)
{
  TdJob *job;

  if (self->plan_id == 0 || self->session == NULL || !g_queue_is_empty (&self->steps))
    return;
  job = td_plan_draft_job (self->plan_id);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (++self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, read_cb, self);
}

/* Actions */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    TdOutlineStep step;
  } steps[] = {
    { "outline.add", TD_OUTLINE_STEP_ADD },
    { "outline.nest", TD_OUTLINE_STEP_NEST },
    { "outline.unnest", TD_OUTLINE_STEP_UNNEST },
    { "outline.up", TD_OUTLINE_STEP_UP },
    { "outline.down", TD_OUTLINE_STEP_DOWN },
    { "outline.delete", TD_OUTLINE_STEP_DELETE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (name, steps[i].name))
      _td_plan_editor_step (TD_PLAN_EDITOR (widget), steps[i].step, NULL);
}

/* Heading, item, paragraph, and round again. */
static void
form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanEditor *self = TD_PLAN_EDITOR (widget);
  static const char *const next[] = { "item", "paragraph", "heading" };
  guint position = _td_plan_editor_get_position (self);

  if (position != TD_OUTLINE_NONE)
    _td_plan_editor_step (self, TD_OUTLINE_STEP_FORM, next[td_outline_get_form (td_outline_get (self->outline, position))]);
}

static void
bind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _td_plan_editor_step (TD_PLAN_EDITOR (widget), TD_OUTLINE_STEP_BIND, g_variant_get_string (parameter, NULL));
}

static void
new_fact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _td_plan_editor_new_fact (TD_PLAN_EDITOR (widget), g_variant_get_string (parameter, NULL));
}

/* Ctrl+Z belongs to the words while they hold typing that is not kept, else to the office. */
static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanEditor *self = TD_PLAN_EDITOR (widget);
  gboolean redo = g_str_equal (name, "entry.redo");

  if (self->current != NULL && td_outline_row_holds_typing (self->current))
    {
      gtk_widget_activate_action (GTK_WIDGET (td_outline_row_get_view (self->current)), redo ? "text.redo" : "text.undo", NULL);
      return;
    }
  if (g_queue_is_empty (&self->steps)) /* what is on its way is undone when it has arrived */
    gtk_widget_activate_action (widget, redo ? "win.redo" : "win.undo", NULL);
}

static void
marks_cb (TdPlanEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->marks);

  if (!self->choosing && self->draft != NULL && selected != GTK_INVALID_LIST_POSITION && g_strcmp0 (td_choices_outline_marks[selected].nick, self->draft->plan->marks) != 0)
    _td_plan_editor_step (self, TD_OUTLINE_STEP_MARKS, td_choices_outline_marks[selected].nick);
}

static void
lead_to (TdPlanEditor *self, gint64 plan_id)
{
  _td_plan_editor_commit (self);
  if (plan_id == 0)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "page.list", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "plans", plan_id);
}

static void
parent_cb (TdPlanEditor *self)
{
  lead_to (self, self->draft != NULL ? self->draft->plan->parent_plan_id : 0);
}

static void
predecessor_cb (TdPlanEditor *self)
{
  lead_to (self, self->draft != NULL ? self->draft->plan->predecessor_plan_id : 0);
}

static void
td_plan_editor_unmap (GtkWidget *widget)
{
  _td_plan_editor_commit (TD_PLAN_EDITOR (widget));
  GTK_WIDGET_CLASS (td_plan_editor_parent_class)->unmap (widget);
}

static void
td_plan_editor_dispose (GObject *object)
{
  TdPlanEditor *self = TD_PLAN_EDITOR (object);

  _td_plan_editor_drop_steps (self);
  self->current = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  g_clear_object (&self->outline);
  g_clear_pointer (&self->awaited, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PLAN_EDITOR);
  G_OBJECT_CLASS (td_plan_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, header);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, insert);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, marks);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, parent);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, predecessor);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, doubts);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, revealer);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, doubt_area);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, TdPlanEditor, empty);
  gtk_widget_class_bind_template_callback (widget_class, marks_cb);
  gtk_widget_class_bind_template_callback (widget_class, doubts_cb);
  gtk_widget_class_bind_template_callback (widget_class, parent_cb);
  gtk_widget_class_bind_template_callback (widget_class, predecessor_cb);
}

static void
td_plan_editor_class_init (TdPlanEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_editor_dispose;
  widget_class->unmap = td_plan_editor_unmap;
  gtk_widget_class_install_action (widget_class, "outline.add", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "outline.nest", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "outline.unnest", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "outline.up", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "outline.down", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "outline.delete", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "outline.form", NULL, form_action);
  gtk_widget_class_install_action (widget_class, "outline.bind", "s", bind_action);
  gtk_widget_class_install_action (widget_class, "outline.new-fact", "s", new_fact_action);
  gtk_widget_class_install_action (widget_class, "entry.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "entry.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.list", NULL);
  g_type_ensure (TD_TYPE_PAGE_HEADER);
  bind_template (widget_class);
}

static void
td_plan_editor_init (TdPlanEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkStringList) marks = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->steps);
  self->choosing = TRUE;
  for (const TdChoice *choice = td_choices_outline_marks; choice->nick != NULL; choice++)
    gtk_string_list_append (marks, _ (choice->label));
  gtk_drop_down_set_model (self->marks, G_LIST_MODEL (marks));
  self->choosing = FALSE;
  self->findings = TD_FINDING_LIST (td_finding_list_new ());
  td_finding_list_set_open (self->findings, finding_cb, self);
  gtk_box_append (self->doubt_area, GTK_WIDGET (self->findings));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (_td_plan_editor_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->rows), keys);
}

/**
 * td_plan_editor_new:
 * @session: where the plans are
 *
 * Returns: an editor without a plan
 */
GtkWidget *
td_plan_editor_new (TdSession *session)
{
  TdPlanEditor *self = g_object_new (TD_TYPE_PLAN_EDITOR, NULL);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->session = g_object_ref (session);
  gtk_widget_set_tooltip_text (back, _ ("Back to the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back to the list"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "page.list");
  td_page_header_pack_start (self->header, back);
  td_page_header_set_session (self->header, session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (_td_plan_editor_ask), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * td_plan_editor_open:
 * @self: an editor that is seen
 * @plan_id: the plan to write
 *
 * What was done to the plan before is still kept.
 */
void
td_plan_editor_open (TdPlanEditor *self, gint64 plan_id)
{
  GtkWidget *row;

  _td_plan_editor_commit (self);
  if (plan_id != self->plan_id)
    {
      g_clear_pointer (&self->awaited, g_free);
      g_clear_object (&self->draft);
      g_clear_object (&self->outline);
      while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
        remove_row (self, row);
      gtk_toggle_button_set_active (self->doubts, FALSE);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  self->plan_id = plan_id;
  self->is_new = TRUE;
  update_actions (self);
  _td_plan_editor_ask (self);
}

/**
 * td_plan_editor_finish:
 * @self: an editor
 *
 * Keeps what is being typed.
 *
 * Returns: whether something is still on its way into the office file
 */
gboolean
td_plan_editor_finish (TdPlanEditor *self)
{
  _td_plan_editor_commit (self);
  return !g_queue_is_empty (&self->steps);
}
