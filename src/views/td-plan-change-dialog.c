/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-change-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-form-list.h"
#include "td-choice-row.h"
#include "td-date.h"
#include "td-file-dialog.h"
#include "td-finding-list.h"
#include "td-model.h"
#include "td-plan-change-dialog.h"
#include "td-plan-change-jobs.h"

/* A document that came after a plan is entered: what it is, and beside each thing that holds now what it says of it. A
 * row that is left alone stays as it is. */

struct _TdPlanChangeDialog
{
  AdwWindow parent_instance;

  AdwComboRow *kind;
  AdwEntryRow *number;
  AdwEntryRow *date;
  AdwEntryRow *valid_from;
  AdwEntryRow *issuer;
  AdwEntryRow *note;
  AdwActionRow *file;
  GtkListBox *days;
  GtkListBox *forms;
  AdwComboRow *other_form;
  AdwComboRow *other_rule;
  TdFindingList *findings;
  GtkButton *add;

  TdSession *session;
  gint64 plan_id;
  char *path;
};

G_DEFINE_FINAL_TYPE (TdPlanChangeDialog, td_plan_change_dialog, ADW_TYPE_WINDOW)

#define LINE_KEY "td-line"

static char *
dup_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

/* In ISO; what is no date stays as it was typed, and is refused as such. */
static char *
dup_day (AdwEntryRow *row)
{
  g_autofree char *text = dup_text (row);
  char *day = text != NULL ? td_date_parse (text) : NULL;

  return day != NULL ? day : g_steal_pointer (&text);
}

static void
typed_cb (TdPlanChangeDialog *self)
{
  g_autofree char *number = dup_text (self->number);
  g_autofree char *date = dup_text (self->date);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add), number != NULL && date != NULL);
}

/* Rules: as it is, given, not given, then only for each kind. */

static GtkStringList *
make_rules (const char *first)
{
  GtkStringList *rules = gtk_string_list_new (NULL);

  gtk_string_list_append (rules, first);
  gtk_string_list_append (rules, _ ("Given"));
  gtk_string_list_append (rules, _ ("Not given"));
  for (const TdChoice *kind = td_choices_commendation_kind; kind->nick != NULL; kind++)
    {
      /* Translators: a kind of commendation */
      g_autofree char *label = g_strdup_printf (_ ("Only: %s"), _ (kind->label));

      gtk_string_list_append (rules, label);
    }
  return rules;
}

static void
take_rule (TdPlanChangeLine *line, guint chosen)
{
  g_object_set (line, "what", "allowance", "rule", chosen == 1 ? "allowed" : chosen == 2 ? "barred"
                                                                                         : "only",
                "kind", chosen > 2 ? td_choices_commendation_kind[chosen - 3].nick : NULL, NULL);
}

static void
collect_days (TdPlanChangeDialog *self, GPtrArray *lines)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->days, i)) != NULL; i++)
    {
      g_autofree char *day = dup_day (ADW_ENTRY_ROW (row));
      TdPlanChangeLine *line;

      if (day == NULL)
        continue;
      line = td_entity_copy (g_object_get_data (G_OBJECT (row), LINE_KEY));
      g_object_set (line, "day", day, NULL);
      g_ptr_array_add (lines, line);
    }
}

static void
collect_forms (TdPlanChangeDialog *self, GPtrArray *lines)
{
  GtkListBoxRow *row;
  guint form = adw_combo_row_get_selected (self->other_form);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->forms, i)) != NULL; i++)
    {
      gpointer known = g_object_get_data (G_OBJECT (row), LINE_KEY);
      guint chosen = known != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (row)) : 0;
      TdPlanChangeLine *line;

      if (chosen == 0)
        continue;
      line = td_entity_copy (known);
      take_rule (line, chosen);
      g_ptr_array_add (lines, line);
    }
  if (form > 0 && form != GTK_INVALID_LIST_POSITION)
    {
      GtkStringObject *name = adw_combo_row_get_selected_item (self->other_form);
      TdPlanChangeLine *line = g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "award-form", gtk_string_object_get_string (name), NULL);

      take_rule (line, adw_combo_row_get_selected (self->other_rule) + 1);
      g_ptr_array_add (lines, line);
    }
}

static void
kept_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPlanChangeDialog *self = owner;

  if (self->session == NULL)
    return;
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  typed_cb (self);
  td_finding_list_set (self->findings, td_job_get_findings (job));
  if (td_job_get_findings (job)->len == 0)
    td_session_fail (self->session, error->message, NULL);
}

static void
add_cb (TdPlanChangeDialog *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *number = dup_text (self->number);
  g_autofree char *date = dup_day (self->date);
  g_autofree char *valid_from = dup_day (self->valid_from);
  g_autofree char *issuer = dup_text (self->issuer);
  g_autofree char *note = dup_text (self->note);
  g_autoptr (TdPlanChange) change = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->add)))
    return;
  change = g_object_new (TD_TYPE_PLAN_CHANGE, "plan-id", self->plan_id, "kind", td_choices_plan_change_kind[adw_combo_row_get_selected (self->kind)].nick,
                         "number", number, "date", date, "valid-from", valid_from, "issuer", issuer, "note", note, NULL);
  collect_days (self, lines);
  collect_forms (self, lines);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), FALSE);
  td_session_run (self->session, td_plan_change_job (change, lines, self->path), TD_RUN_TELL | TD_RUN_QUIET, kept_cb, self);
}

static void
chosen_cb (const char *path, gpointer owner)
{
  TdPlanChangeDialog *self = owner;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  g_free (self->path);
  self->path = g_strdup (path);
  adw_action_row_set_subtitle (self->file, escaped);
}

static void
choose_cb (TdPlanChangeDialog *self)
{
  td_file_dialog_open (GTK_WIDGET (self), _ ("Choose the Document"), TD_FILE_ANY, chosen_cb, self);
}

/* What holds now, to be changed */

static void
add_day (TdPlanChangeDialog *self, const char *what, const char *day, TdPlanChangeLine *line)
{
  g_autofree char *shown = day != NULL ? td_date_to_display (day) : g_strdup (_ ("left open"));
  /* Translators: by when something is due until now, and what */
  g_autofree char *title = g_strdup_printf (_ ("Now %s: %s"), shown, what);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", escaped, "tooltip-text", title, NULL);

  g_object_set_data_full (G_OBJECT (row), LINE_KEY, line, g_object_unref);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->days, row);
}

static void
add_form (TdPlanChangeDialog *self, TdAllowance *allowance, int position)
{
  g_autoptr (GtkStringList) rules = make_rules (_ ("As it is"));
  g_autofree char *title = g_markup_escape_text (allowance->award_form, -1);
  g_autofree char *giver = g_markup_escape_text (td_choice_get_label (td_choices_giver_level, allowance->giver_level), -1);
  GtkWidget *row = g_object_new (TD_TYPE_CHOICE_ROW, "title", title, "subtitle", giver, "model", rules, NULL);

  g_object_set_data_full (G_OBJECT (row), LINE_KEY, g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "award-form", allowance->award_form, "giver-level", allowance->giver_level, NULL), g_object_unref);
  gtk_list_box_insert (self->forms, row, position);
}

static void
got_view_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPlanChangeDialog *self = owner;
  TdPlanView *view = td_job_get_object (job);

  if (self->session == NULL || view == NULL)
    return;
  add_day (self, _ ("End of the plan"), view->state->plan->end_date, g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", "end", NULL));
  for (guint i = 0; i < view->state->deadlines->len; i++)
    {
      TdDeadline *deadline = g_ptr_array_index (view->state->deadlines, i);

      add_day (self, deadline->what, deadline->due_date, g_object_new (TD_TYPE_PLAN_CHANGE_LINE, "what", "deadline", "deadline-id", td_entity_get_id (TD_ENTITY (deadline)), NULL));
    }
  for (guint i = 0; i < view->state->allowances->len; i++)
    add_form (self, g_ptr_array_index (view->state->allowances, i), (int) i);
}

static void
other_changed_cb (TdPlanChangeDialog *self)
{
  guint form = adw_combo_row_get_selected (self->other_form);

  gtk_widget_set_visible (GTK_WIDGET (self->other_rule), form > 0 && form != GTK_INVALID_LIST_POSITION);
}

static void
td_plan_change_dialog_dispose (GObject *object)
{
  TdPlanChangeDialog *self = TD_PLAN_CHANGE_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PLAN_CHANGE_DIALOG);
  G_OBJECT_CLASS (td_plan_change_dialog_parent_class)->dispose (object);
}

static void
td_plan_change_dialog_finalize (GObject *object)
{
  g_free (TD_PLAN_CHANGE_DIALOG (object)->path);
  G_OBJECT_CLASS (td_plan_change_dialog_parent_class)->finalize (object);
}

static void
td_plan_change_dialog_class_init (TdPlanChangeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_change_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_plan_change_dialog_finalize;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-change-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, number);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, date);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, valid_from);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, issuer);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, note);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, file);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, days);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, forms);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, other_form);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, other_rule);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChangeDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_plan_change_dialog_init (TdPlanChangeDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) forms = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) rules = make_rules (_ ("Given"));
  g_auto (GStrv) names = td_award_form_list_dup ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const TdChoice *kind = td_choices_plan_change_kind; kind->nick != NULL; kind++)
    gtk_string_list_append (kinds, _ (kind->label));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_string_list_append (forms, _ ("None"));
  for (guint i = 0; names[i] != NULL; i++)
    gtk_string_list_append (forms, names[i]);
  adw_combo_row_set_model (self->other_form, G_LIST_MODEL (forms));
  gtk_string_list_remove (rules, 0);
  adw_combo_row_set_model (self->other_rule, G_LIST_MODEL (rules));
  other_changed_cb (self);
  typed_cb (self);
}

/**
 * td_plan_change_dialog_present:
 * @parent: the window it belongs to
 * @session: where the plan is
 * @plan_id: a plan
 *
 * Opens the dialog in which a document is entered that came after the plan.
 */
void
td_plan_change_dialog_present (GtkWindow *parent, TdSession *session, gint64 plan_id)
{
  TdPlanChangeDialog *self = g_object_new (TD_TYPE_PLAN_CHANGE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->plan_id = plan_id;
  td_session_run (session, td_plan_view_job (plan_id, NULL), TD_RUN_QUIET, got_view_cb, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
  gtk_window_present (GTK_WINDOW (self));
}
