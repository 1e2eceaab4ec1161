/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-new-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choice-row.h"
#include "td-model.h"
#include "td-plan-new-dialog.h"
#include "td-plan-new.h"
#include "td-reference-row.h"

/* Asks what a new plan begins with. */

enum
{
  FROM_NOTHING,
  FROM_SUPERIOR,
  FROM_EARLIER
};

struct _TdPlanNewDialog
{
  AdwWindow parent_instance;

  GtkListBox *list;
  AdwComboRow *begins;
  AdwEntryRow *title_row;
  GtkListBoxRow *days_row;
  GtkSpinButton *days;
  GtkWidget *begin;

  TdReferenceRow *from;
  TdReferenceRow *unit;
  TdSession *session;
};

enum
{
  BEGUN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPlanNewDialog, td_plan_new_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (TdPlanNewDialog *self)
{
  guint begins = adw_combo_row_get_selected (self->begins);

  if (self->from == NULL)
    return; /* the template is being made */
  gtk_widget_set_visible (GTK_WIDGET (self->from), begins != FROM_NOTHING);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row), begins == FROM_SUPERIOR);
  gtk_widget_set_sensitive (self->begin, begins == FROM_NOTHING || td_reference_row_get_id (self->from) != 0);
}

static void
begun_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPlanNewDialog *self = owner;
  g_autoptr (TdSession) session = self->session != NULL ? g_object_ref (self->session) : NULL;

  if (session == NULL)
    return;
  if (error != NULL)
    {
      changed_cb (self);
      td_session_fail (session, error->message, td_job_get_findings (job));
      return;
    }
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[BEGUN], 0, td_job_get_id (job));
  g_object_unref (self);
  if (td_job_get_findings (job)->len > 0)
    td_session_show (session, _ ("The year has moved on; please look at these places"), NULL, td_job_get_findings (job));
}

static void
begin_cb (TdPlanNewDialog *self)
{
  guint begins = adw_combo_row_get_selected (self->begins);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  TdPlanRequest request = { .goes_on = begins == FROM_EARLIER, .unit_id = td_reference_row_get_id (self->unit), .title = *title != '\0' ? title : NULL };

  if (!gtk_widget_get_sensitive (self->begin))
    return;
  if (begins != FROM_NOTHING)
    request.from = td_reference_row_get_id (self->from);
  if (begins == FROM_SUPERIOR)
    request.days_earlier = (guint) gtk_spin_button_get_value_as_int (self->days);
  gtk_widget_set_sensitive (self->begin, FALSE);
  td_session_run (self->session, td_plan_new_job (&request), TD_RUN_QUIET, begun_cb, self);
}

static void
td_plan_new_dialog_dispose (GObject *object)
{
  TdPlanNewDialog *self = TD_PLAN_NEW_DIALOG (object);

  g_clear_object (&self->session);
  self->from = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PLAN_NEW_DIALOG);
  G_OBJECT_CLASS (td_plan_new_dialog_parent_class)->dispose (object);
}

static void
td_plan_new_dialog_class_init (TdPlanNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_new_dialog_dispose;
  /**
   * TdPlanNewDialog::begun:
   * @id: the new plan
   *
   * The plan is there, and the dialog has gone.
   */
  signals[BEGUN] = g_signal_new ("begun", TD_TYPE_PLAN_NEW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (TD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanNewDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TdPlanNewDialog, begins);
  gtk_widget_class_bind_template_child (widget_class, TdPlanNewDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TdPlanNewDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, TdPlanNewDialog, days);
  gtk_widget_class_bind_template_child (widget_class, TdPlanNewDialog, begin);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_plan_new_dialog_init (TdPlanNewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_plan_new_dialog_new:
 * @session: where the plan goes
 * @from: a plan that is looked at, likely what it comes from; 0 for none
 *
 * Returns: the dialog
 */
GtkWidget *
td_plan_new_dialog_new (TdSession *session, gint64 from)
{
  TdPlanNewDialog *self = g_object_new (TD_TYPE_PLAN_NEW_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->from = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_PLAN, _ ("From the plan"), FALSE));
  self->unit = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_UNIT, _ ("Plan of the unit (the office’s own when none is chosen)"), FALSE));
  gtk_list_box_insert (self->list, GTK_WIDGET (self->from), 1);
  gtk_list_box_insert (self->list, GTK_WIDGET (self->unit), 2);
  g_signal_connect_object (self->from, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  td_reference_row_set_id (self->from, from);
  adw_combo_row_set_selected (self->begins, from != 0 ? FROM_SUPERIOR : FROM_NOTHING);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->begins));
  return GTK_WIDGET (self);
}
