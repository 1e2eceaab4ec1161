/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-draft-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-decision-jobs.h"
#include "td-draft-dialog.h"
#include "td-finding-list.h"
#include "td-model.h"
#include "td-nomination-jobs.h"
#include "td-record-jobs.h"
#include "td-reference-row.h"

/* Nominations on their way into a draft decision: how many, under whom, and what stands in the
 * way of which. */

#define MAX_CHECKED 300

struct _TdDraftDialog
{
  AdwWindow parent_instance;

  GtkLabel *summary;
  AdwPreferencesGroup *group;
  AdwEntryRow *signer;
  TdFindingList *findings;
  GtkButton *draft;
  TdReferenceRow *plan;
  TdReferenceRow *giver;

  TdSession *session;
  GArray *nominations; /* of gint64 */
  guint n_checked;
  GPtrArray *found; /* of TdFinding */
  guint n_blocked;
};

enum
{
  DRAFTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdDraftDialog, td_draft_dialog, ADW_TYPE_WINDOW)

static void
show_summary (TdDraftDialog *self)
{
  guint n = self->nominations->len;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u nomination goes into a new draft.", "%u nominations go into a new draft.", n - self->n_blocked), n - self->n_blocked);
  if (self->n_blocked > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u stays out, because something stands in its way.", "%u stay out, because something stands in their way.", self->n_blocked),
                              self->n_blocked);
    }
  gtk_label_set_label (self->summary, text->str);
  g_string_free (text, TRUE);
}

static void
update_button (TdDraftDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->draft), td_reference_row_get_id (self->plan) != 0 && td_reference_row_get_id (self->giver) != 0 && self->n_blocked < self->nominations->len);
}

static void check_next (TdDraftDialog *self);

static void
checked_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdDraftDialog *self = owner;
  GPtrArray *findings = td_job_get_findings (job);
  gboolean blocked = FALSE;

  if (self->session == NULL)
    return;
  for (guint i = 0; error == NULL && i < findings->len; i++)
    {
      TdFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity != TD_SEVERITY_BLOCK)
        continue;
      blocked = TRUE;
      g_ptr_array_add (self->found, td_finding_copy (finding));
    }
  self->n_blocked += blocked;
  self->n_checked++;
  if (blocked)
    {
      show_summary (self);
      update_button (self);
      td_finding_list_set (self->findings, self->found);
    }
  check_next (self);
}

static void
check_next (TdDraftDialog *self)
{
  if (self->n_checked < MIN (self->nominations->len, MAX_CHECKED))
    td_session_run (self->session, td_nomination_check_job (g_array_index (self->nominations, gint64, self->n_checked)),
                    TD_RUN_QUIET, checked_cb, self);
}

static void
drafted_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdDraftDialog *self = owner;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      td_finding_list_set (self->findings, td_job_get_findings (job));
      update_button (self);
      return;
    }
  g_signal_emit (self, signals[DRAFTED], 0, td_job_get_id (job));
  gtk_window_close (GTK_WINDOW (self));
}

static void
draft_cb (TdDraftDialog *self)
{
  g_autofree char *signer = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->signer))));

  gtk_widget_set_sensitive (GTK_WIDGET (self->draft), FALSE);
  td_session_run (self->session,
                  td_decision_draft_job (td_reference_row_get_id (self->plan), td_reference_row_get_id (self->giver),
                                         *signer != '\0' ? signer : NULL, (const gint64 *) self->nominations->data,
                                         self->nominations->len, FALSE),
                  TD_RUN_QUIET | TD_RUN_TELL | TD_RUN_LONG, drafted_cb, self);
}

static void
got_giver_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdDraftDialog *self = owner;
  TdGiver *giver = td_job_get_object (job);

  if (self->session != NULL && giver != NULL && giver->signer_name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->signer), giver->signer_name);
}

static void
giver_changed_cb (TdDraftDialog *self)
{
  if (td_reference_row_get_id (self->giver) != 0)
    td_session_run (self->session, td_record_get_job (TD_TYPE_GIVER, td_reference_row_get_id (self->giver)), TD_RUN_QUIET, got_giver_cb, self);
  update_button (self);
}

/* Plan and giver are those of the first. */
static void
got_first_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdDraftDialog *self = owner;
  TdNomination *nomination = td_job_get_object (job);

  if (self->session == NULL || nomination == NULL)
    return;
  td_reference_row_set_id (self->plan, nomination->plan_id);
  td_reference_row_set_id (self->giver, nomination->giver_id);
  giver_changed_cb (self);
}

static void
td_draft_dialog_dispose (GObject *object)
{
  TdDraftDialog *self = TD_DRAFT_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_DRAFT_DIALOG);
  G_OBJECT_CLASS (td_draft_dialog_parent_class)->dispose (object);
}

static void
td_draft_dialog_finalize (GObject *object)
{
  TdDraftDialog *self = TD_DRAFT_DIALOG (object);

  g_clear_pointer (&self->nominations, g_array_unref);
  g_ptr_array_unref (self->found);
  G_OBJECT_CLASS (td_draft_dialog_parent_class)->finalize (object);
}

static void
td_draft_dialog_class_init (TdDraftDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_draft_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_draft_dialog_finalize;

  /**
   * TdDraftDialog::drafted:
   * @id: the decision
   */
  signals[DRAFTED] = g_signal_new ("drafted", TD_TYPE_DRAFT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-draft-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDraftDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TdDraftDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TdDraftDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdDraftDialog, draft);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_draft_dialog_init (TdDraftDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = td_findings_new ();
}

/**
 * td_draft_dialog_new:
 * @session: where the decision goes
 * @nominations: (array length=n_nominations): which
 * @n_nominations: how many, at least one
 *
 * Returns: the dialog
 */
GtkWidget *
td_draft_dialog_new (TdSession *session, const gint64 *nominations, guint n_nominations)
{
  TdDraftDialog *self = g_object_new (TD_TYPE_DRAFT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->nominations = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->nominations, nominations, n_nominations);
  self->plan = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_PLAN, _ ("Plan"), TRUE));
  self->giver = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_GIVER, _ ("Giver"), TRUE));
  self->signer = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Signer"), NULL);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->giver, "changed", G_CALLBACK (giver_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->plan));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->giver));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->signer));
  show_summary (self);
  update_button (self);
  td_session_run (session, td_record_get_job (TD_TYPE_NOMINATION, nominations[0]), TD_RUN_QUIET, got_first_cb, self);
  check_next (self);
  return GTK_WIDGET (self);
}
