/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-review-window"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-field-editor.h"
#include "td-plan-fact-pane.h"
#include "td-plan-jobs.h"
#include "td-plan-outline.h"
#include "td-plan-review-window.h"
#include "td-plan-text-pane.h"

/* A plan that was read, before it is accepted: its outline, its text, and every fact beside the words it came from.
 * Nothing is in the office until it is accepted. */

struct _TdPlanReviewWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  TdPlanOutline *outline;
  TdPlanTextPane *text;
  TdPlanFactPane *facts;
  GtkMenuButton *take;
  GtkLabel *hint;
  GtkLabel *counts;
  GtkWidget *known;
  GtkLabel *known_text;

  TdSession *session;
  TdPlanReview *review;
  gboolean accepting;
  gboolean closing;
};

G_DEFINE_FINAL_TYPE (TdPlanReviewWindow, td_plan_review_window, ADW_TYPE_WINDOW)

static void
tell (TdPlanReviewWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* What is seen */

static void
update (TdPlanReviewWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TdPlanFact *fact = self->review != NULL ? td_plan_fact_pane_get_fact (self->facts) : NULL;
  gsize start, end;
  gboolean chosen = td_plan_text_pane_get_chosen (self->text, &start, &end);

  gtk_widget_action_set_enabled (widget, "review.undo", self->review != NULL && !self->accepting && td_plan_review_can_undo (self->review, FALSE));
  gtk_widget_action_set_enabled (widget, "review.redo", self->review != NULL && !self->accepting && td_plan_review_can_undo (self->review, TRUE));
  gtk_widget_action_set_enabled (widget, "review.take", fact != NULL && chosen && !self->accepting);
  gtk_widget_action_set_enabled (widget, "review.take-for", chosen && !self->accepting);
  gtk_widget_action_set_enabled (widget, "review.add", chosen && !self->accepting);
  gtk_widget_action_set_enabled (widget, "review.approve", fact != NULL && fact->state == TD_PLAN_FACT_CHECK && !self->accepting);
  gtk_widget_action_set_enabled (widget, "review.leave-out", fact != NULL && fact->field == NULL && !self->accepting);
  gtk_widget_action_set_enabled (widget, "review.accept", self->session != NULL && !td_session_is_read_only (self->session) && !self->accepting);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), chosen);
  gtk_label_set_label (self->hint, chosen ? _ ("Choose what the words say.") : _ ("Choose words in the text to take them for a fact."));
}

static void
count (TdPlanReviewWindow *self)
{
  /* Translators: how many facts of a plan are sure, should be checked, are missing, were changed */
  g_autofree char *text = g_strdup_printf (_ ("%u sure · %u to check · %u missing · %u changed"), td_plan_review_count (self->review, TD_PLAN_FACT_SURE), td_plan_review_count (self->review, TD_PLAN_FACT_CHECK),
                                           td_plan_review_count (self->review, TD_PLAN_FACT_MISSING), td_plan_review_count (self->review, TD_PLAN_FACT_CHANGED));

  gtk_label_set_label (self->counts, text);
  update (self);
}

static void
mark (TdPlanReviewWindow *self)
{
  TdPlanFact *fact = td_plan_fact_pane_get_fact (self->facts);
  gsize start = 0, end = 0;

  if (fact != NULL && td_plan_review_find (self->review, fact, &start, &end))
    td_plan_outline_show_line (self->outline, td_word_finder_get_line_at (td_plan_review_get_finder (self->review), start, NULL));
  td_plan_text_pane_mark (self->text, start, end);
}

/* What chosen words can be taken for: fields of the fact, of the document, and new facts. */
static GMenuModel *
make_menu (TdPlanReviewWindow *self)
{
  static const TdPlanFactGroup groups[] = { TD_PLAN_FACTS_AWARDS, TD_PLAN_FACTS_DEADLINES, TD_PLAN_FACTS_TASKS };
  static const char *const labels[] = { N_ ("A New Award Form"), N_ ("A New Deadline"), N_ ("A New Task") };
  TdPlanFact *fact = td_plan_fact_pane_get_fact (self->facts);
  GListModel *facts = td_plan_review_get_facts (self->review);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) head = g_menu_new ();
  g_autoptr (GMenu) new = g_menu_new ();
  TdEntityClass *klass = fact != NULL ? TD_ENTITY_GET_CLASS (fact->entity) : NULL;

  for (guint i = 0; klass != NULL && i < klass->n_fields; i++)
    if (td_plan_fact_has_field (fact, &klass->fields[i]) && (klass->fields[i].kind == TD_FIELD_TEXT || klass->fields[i].kind == TD_FIELD_LONG_TEXT || klass->fields[i].kind == TD_FIELD_DATE))
      {
        g_autofree char *action = g_strdup_printf ("review.take('%s')", klass->fields[i].name);

        g_menu_append (own, _ (klass->fields[i].label), action);
      }
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (TdPlanFact) other = g_list_model_get_item (facts, i);
      g_autofree char *action = NULL;

      if (other->field == NULL || other == fact)
        continue;
      action = g_strdup_printf ("review.take-for('%s')", other->field->name);
      g_menu_append (head, _ (other->field->label), action);
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *action = g_strdup_printf ("review.add('%s')", td_plan_fact_group_to_nick (groups[i]));

      g_menu_append (new, _ (labels[i]), action);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (own)) > 0)
    g_menu_append_section (menu, _ ("For the Chosen Fact"), G_MENU_MODEL (own));
  g_menu_append_section (menu, _ ("As"), G_MENU_MODEL (new));
  g_menu_append_submenu (menu, _ ("Of the Document"), G_MENU_MODEL (head));
  return G_MENU_MODEL (menu);
}

static void
chosen_fact_cb (TdPlanReviewWindow *self)
{
  g_autoptr (GMenuModel) menu = make_menu (self);

  gtk_menu_button_set_menu_model (self->take, menu);
  td_plan_text_pane_set_menu (self->text, menu);
  mark (self);
  update (self);
}

static void
line_cb (TdPlanReviewWindow *self, guint line)
{
  td_plan_outline_show_line (self->outline, line);
  td_plan_text_pane_show_lines (self->text, line, line);
}

static void
heading_cb (TdPlanReviewWindow *self, guint first, guint last)
{
  td_plan_text_pane_show_lines (self->text, first, last);
}

/* Actions */

static void
take_words (TdPlanReviewWindow *self, TdPlanFact *fact, const TdField *field)
{
  gsize start, end;

  if (!td_plan_text_pane_get_chosen (self->text, &start, &end))
    return;
  if (!td_plan_fact_pane_commit (self->facts))
    return;
  if (!td_plan_review_take (self->review, fact, field, start, end))
    tell (self, _ ("These words name no such value; a date needs at least a year."));
  else if (fact == td_plan_fact_pane_get_fact (self->facts))
    mark (self);
  else
    td_plan_fact_pane_choose (self->facts, fact);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (widget);
  TdPlanFact *fact = td_plan_fact_pane_get_fact (self->facts);
  const char *field = g_variant_get_string (parameter, NULL);

  if (fact != NULL)
    take_words (self, fact, *field != '\0' ? td_entity_class_find (TD_ENTITY_GET_CLASS (fact->entity), field) : NULL);
}

static void
take_for_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (widget);
  GListModel *facts = td_plan_review_get_facts (self->review);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, i);

      if (fact->field == NULL || !g_str_equal (fact->field->name, g_variant_get_string (parameter, NULL)))
        continue;
      take_words (self, fact, NULL);
      return;
    }
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (widget);
  gsize start, end;

  if (!td_plan_text_pane_get_chosen (self->text, &start, &end))
    return;
  for (TdPlanFactGroup group = 0; group < TD_PLAN_N_FACT_GROUPS; group++)
    if (g_str_equal (td_plan_fact_group_to_nick (group), g_variant_get_string (parameter, NULL)))
      {
        TdPlanFact *fact = td_plan_review_add (self->review, group, start, end);

        if (fact != NULL)
          td_plan_fact_pane_choose (self->facts, fact);
        else
          tell (self, _ ("These words name no such value; a date needs at least a year."));
      }
}

static void
approve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (widget);

  if (!td_plan_fact_pane_commit (self->facts))
    return;
  td_plan_review_approve (self->review, td_plan_fact_pane_get_fact (self->facts));
  if (!td_plan_fact_pane_go_to_doubt (self->facts))
    tell (self, _ ("Nothing else is in doubt."));
}

static void
leave_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (widget);
  TdPlanFact *fact = td_plan_fact_pane_get_fact (self->facts);

  td_plan_review_leave_out (self->review, fact, !fact->left_out);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (widget);

  if (td_plan_fact_pane_go_to_doubt (self->facts))
    td_plan_fact_pane_focus (self->facts);
  else
    tell (self, _ ("Nothing else is in doubt."));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (widget);
  TdPlanFact *fact;

  td_plan_fact_pane_commit (self->facts); /* what was typed just now is a step too */
  fact = td_plan_review_undo (self->review, g_str_equal (name, "review.redo"));
  if (fact != NULL)
    td_plan_fact_pane_choose (self->facts, fact);
}

/* F6 goes round the panes. */
static void
pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->outline)))
    td_plan_text_pane_focus (self->text);
  else if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->text)))
    td_plan_fact_pane_focus (self->facts);
  else
    td_plan_outline_focus (self->outline);
}

static void
accepted_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPlanReviewWindow *self = owner;
  GtkWindow *parent;

  self->accepting = FALSE;
  if (self->session == NULL)
    return;
  update (self);
  if (error != NULL)
    {
      td_session_fail (self->session, error->message, td_job_get_findings (job));
      return;
    }
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-record", "(sx)", "plans", td_job_get_id (job));
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
accept (TdPlanReviewWindow *self)
{
  if (!td_plan_fact_pane_commit (self->facts))
    return;
  self->accepting = TRUE;
  update (self);
  td_session_run (self->session, td_plan_accept_job (self->review), TD_RUN_TELL | TD_RUN_QUIET, accepted_cb, self);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accept (TD_PLAN_REVIEW_WINDOW (widget));
}

/* Leaving */

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

static void
leave_response_cb (TdPlanReviewWindow *self, const char *response)
{
  if (self->session == NULL)
    return;
  if (g_str_equal (response, "accept"))
    accept (self);
  if (!g_str_equal (response, "discard"))
    return;
  self->closing = TRUE;
  /* Once the question is gone: it must not outlive the window it belongs to. */
  g_idle_add_full (G_PRIORITY_LOW, close_cb, g_object_ref (self), g_object_unref);
}

static void
ask_before_leaving (TdPlanReviewWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Leave the plan unaccepted?"), _ ("What you have said about it would be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "accept", _ ("_Accept"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept", !td_session_is_read_only (self->session));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
td_plan_review_window_close_request (GtkWindow *window)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (window);

  if (self->accepting)
    return GDK_EVENT_STOP;
  if (!self->closing && self->session != NULL)
    {
      if (!td_plan_fact_pane_commit (self->facts) || td_plan_review_is_changed (self->review))
        {
          ask_before_leaving (self);
          return GDK_EVENT_STOP;
        }
    }
  return GTK_WINDOW_CLASS (td_plan_review_window_parent_class)->close_request (window);
}

/* In GTK 4.8 Tab goes from row to row of a list; the arrows do that. */
static gboolean
leave_list (TdPlanReviewWindow *self, gboolean back)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return FALSE;
  if (td_plan_fact_pane_is_in_list (self->facts, focus))
    {
      if (back)
        td_plan_text_pane_focus (self->text);
      else
        td_plan_fact_pane_focus_form (self->facts);
      return TRUE;
    }
  if (back || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->outline)))
    return FALSE;
  td_plan_text_pane_focus (self->text);
  return TRUE;
}

/* Ctrl+Z belongs to a field while it holds typing that has not been taken. F6 and F8 would go to the bars between the
 * panes. */
static gboolean
key_cb (TdPlanReviewWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const gboolean redo = modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  const char *action = NULL;

  if (((keyval == GDK_KEY_Tab && modifiers == 0) || keyval == GDK_KEY_ISO_Left_Tab) && leave_list (self, keyval == GDK_KEY_ISO_Left_Tab))
    return GDK_EVENT_STOP;
  if (modifiers == 0)
    action = keyval == GDK_KEY_F6 ? "review.pane" : keyval == GDK_KEY_F8 ? "review.next"
                                                                         : NULL;
  else if (gdk_keyval_to_lower (keyval) == GDK_KEY_z && (modifiers == GDK_CONTROL_MASK || redo)
           && !td_field_editor_holds_typing (gtk_window_get_focus (GTK_WINDOW (self))))
    action = redo ? "review.redo" : "review.undo";
  if (action == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return GDK_EVENT_STOP;
}

static void
td_plan_review_window_dispose (GObject *object)
{
  TdPlanReviewWindow *self = TD_PLAN_REVIEW_WINDOW (object);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PLAN_REVIEW_WINDOW);
  G_OBJECT_CLASS (td_plan_review_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.take", "s", take_action);
  gtk_widget_class_install_action (widget_class, "review.take-for", "s", take_for_action);
  gtk_widget_class_install_action (widget_class, "review.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "review.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "review.leave-out", NULL, leave_out_action);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "review.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "review.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "review.pane", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "review.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "review.take", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "review.approve", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "review.leave-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "review.accept", NULL);
}

static void
td_plan_review_window_class_init (TdPlanReviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_review_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = td_plan_review_window_close_request;
  install_actions (widget_class);
  g_type_ensure (TD_TYPE_PLAN_OUTLINE);
  g_type_ensure (TD_TYPE_PLAN_TEXT_PANE);
  g_type_ensure (TD_TYPE_PLAN_FACT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-review-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, outline);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, text);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, take);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, known);
  gtk_widget_class_bind_template_child (widget_class, TdPlanReviewWindow, known_text);
  gtk_widget_class_bind_template_callback (widget_class, chosen_fact_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
td_plan_review_window_init (TdPlanReviewWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update (self);
}

static void
show_known (TdPlanReviewWindow *self, gint64 accepted_id, gint64 n_different)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->known, accepted_id != 0);
  if (accepted_id == 0)
    return;
  if (n_different == 0)
    text = g_strdup (_ ("This plan was accepted before; nothing differs. Accepted again, it would be there twice."));
  else
    text = g_strdup_printf (ngettext ("This plan was accepted before; %" PRId64 " thing differs. Accepted again, it would be there twice.", "This plan was accepted before; %" PRId64 " things differ. Accepted again, it would be there twice.", (gulong) n_different), n_different);
  gtk_label_set_label (self->known_text, text);
}

/**
 * td_plan_review_window_new:
 * @session: the office it is for
 * @review: a plan that was read
 * @accepted_id: the plan that was accepted from the same document, 0 for none
 * @n_different: how much differs from it
 *
 * Returns: the window
 */
GtkWidget *
td_plan_review_window_new (TdSession *session, TdPlanReview *review, gint64 accepted_id, gint64 n_different)
{
  TdPlanReviewWindow *self = g_object_new (TD_TYPE_PLAN_REVIEW_WINDOW, NULL);
  TdPlan *plan = td_plan_review_get_plan (review);

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  adw_window_title_set_subtitle (self->title, plan->title != NULL ? plan->title : "");
  show_known (self, accepted_id, n_different);
  td_plan_text_pane_set_review (self->text, review);
  td_plan_outline_set_review (self->outline, review);
  td_plan_fact_pane_set_review (self->facts, review, session);
  g_signal_connect_object (review, "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  count (self);
  td_plan_fact_pane_focus (self->facts);
  return GTK_WIDGET (self);
}

/* Reading first */

static void
read_cb (TdJob *job, const GError *error, gpointer owner)
{
  GtkWidget *parent = owner;
  TdSession *session = g_object_get_data (G_OBJECT (job), "td-session");
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *window;

  if (error != NULL || root == NULL || td_session_is_closed (session))
    return;
  window = td_plan_review_window_new (session, td_job_get_object (job), td_job_get_id (job), td_job_get_count (job));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
run (GtkWidget *parent, TdSession *session, TdJob *job)
{
  g_object_set_data_full (G_OBJECT (job), "td-session", g_object_ref (session), g_object_unref);
  td_session_run (session, job, TD_RUN_LONG, read_cb, parent);
}

/**
 * td_plan_review_open_path:
 * @parent: a widget of the window it belongs to
 * @session: the office it is for
 * @path: a plan in any format that has its text
 *
 * Reads a plan and opens its review.
 */
void
td_plan_review_open_path (GtkWidget *parent, TdSession *session, const char *path)
{
  run (parent, session, td_plan_review_job (path));
}

/**
 * td_plan_review_open_text:
 * @parent: a widget of the window it belongs to
 * @session: the office it is for
 * @text: what was copied elsewhere
 *
 * The same for a text.
 */
void
td_plan_review_open_text (GtkWidget *parent, TdSession *session, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  run (parent, session, td_plan_review_text_job (bytes));
}
