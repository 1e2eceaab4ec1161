/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-issue-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-decision-jobs.h"
#include "td-finding-list.h"
#include "td-issue-dialog.h"
#include "td-plan-new.h"

/* Issuing a decision: number and date as the văn thư gives them. It leaves the program, so this
 * is asked, and what will happen is said. */

struct _TdIssueDialog
{
  AdwWindow parent_instance;

  GtkLabel *explanation;
  AdwEntryRow *number;
  AdwEntryRow *date;
  GtkListBoxRow *number_error;
  GtkLabel *number_error_label;
  GtkListBoxRow *date_error;
  GtkLabel *date_error_label;
  TdFindingList *findings;
  GtkButton *issue;

  TdSession *session;
  gint64 decision_id; /* 0: a plan is issued */
  gint64 plan_id;
};

G_DEFINE_FINAL_TYPE (TdIssueDialog, td_issue_dialog, ADW_TYPE_WINDOW)

static void
set_error (AdwEntryRow *row, GtkListBoxRow *error_row, GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (error_row), text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
typed_cb (TdIssueDialog *self)
{
  set_error (self->number, self->number_error, self->number_error_label, NULL);
  set_error (self->date, self->date_error, self->date_error_label, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->issue),
                            *gtk_editable_get_text (GTK_EDITABLE (self->number)) != '\0' && *gtk_editable_get_text (GTK_EDITABLE (self->date)) != '\0');
}

static void
show_findings (TdIssueDialog *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      TdFinding *finding = g_ptr_array_index (findings, i);

      if (g_strcmp0 (finding->where, "number") == 0)
        set_error (self->number, self->number_error, self->number_error_label, finding->text);
      else if (g_strcmp0 (finding->where, "date") == 0)
        set_error (self->date, self->date_error, self->date_error_label, finding->text);
      else
        g_ptr_array_add (rest, finding);
    }
  td_finding_list_set (self->findings, rest);
}

static void
issued_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdIssueDialog *self = owner;
  TdSession *session = self->session;

  if (session == NULL)
    return;
  if (error == NULL)
    {
      g_object_ref (session);
      gtk_window_close (GTK_WINDOW (self));
      td_session_tell (session, self->plan_id != 0 ? _ ("The plan is issued.") : _ ("The decision is issued."));
      if (td_job_get_findings (job)->len > 0)
        td_session_show (session, _ ("Issued; please look at these places"), NULL, td_job_get_findings (job));
      g_object_unref (session);
      return;
    }
  typed_cb (self);
  show_findings (self, td_job_get_findings (job));
  if (td_job_get_findings (job)->len == 0)
    td_session_fail (session, error->message, NULL);
}

static void
issue_cb (TdIssueDialog *self)
{
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number))));
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->date));
  g_autofree char *date = td_date_parse (typed);

  gtk_widget_set_sensitive (GTK_WIDGET (self->issue), FALSE);
  td_session_run (self->session, self->plan_id != 0 ? td_plan_issue_job (self->plan_id, number, date != NULL ? date : typed) : td_decision_issue_job (self->decision_id, number, date != NULL ? date : typed),
                  TD_RUN_QUIET | TD_RUN_LONG, issued_cb, self);
}

static void
td_issue_dialog_dispose (GObject *object)
{
  TdIssueDialog *self = TD_ISSUE_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_ISSUE_DIALOG);
  G_OBJECT_CLASS (td_issue_dialog_parent_class)->dispose (object);
}

static void
td_issue_dialog_class_init (TdIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_issue_dialog_dispose;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, number);
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, date);
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, number_error);
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, number_error_label);
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, date_error);
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, date_error_label);
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdIssueDialog, issue);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, issue_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_issue_dialog_init (TdIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TdIssueDialog *
make (TdSession *session)
{
  TdIssueDialog *self = g_object_new (TD_TYPE_ISSUE_DIALOG, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%d/%m/%Y");

  self->session = g_object_ref (session);
  gtk_editable_set_text (GTK_EDITABLE (self->date), today);
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
  return self;
}

/**
 * td_issue_dialog_new:
 * @session: where the decision is
 * @decision: a decision that is not issued
 *
 * Returns: the dialog
 */
GtkWidget *
td_issue_dialog_new (TdSession *session, TdDecision *decision)
{
  TdIssueDialog *self = make (session);

  self->decision_id = td_entity_get_id (TD_ENTITY (decision));
  return GTK_WIDGET (self);
}

/**
 * td_issue_dialog_new_for_plan:
 * @session: where the plan is
 * @plan: a plan that is being written
 *
 * Returns: the dialog
 */
GtkWidget *
td_issue_dialog_new_for_plan (TdSession *session, TdPlan *plan)
{
  TdIssueDialog *self = make (session);

  self->plan_id = td_entity_get_id (TD_ENTITY (plan));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Issue the Plan"));
  gtk_label_set_label (self->explanation, _ ("The number and date given by the records office stand on the plan. Its words stay as they are from now on; this cannot be undone."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number), _ ("Number, such as 15/KH-UBND"));
  return GTK_WIDGET (self);
}
