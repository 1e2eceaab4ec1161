/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-open-batch.h"
#include "td-print-choice.h"
#include "td-print-dialog.h"
#include "td-print-parcel.h"
#include "td-print-progress.h"

/* Printing certificates: what and where, then how far it is. */

struct _TdPrintDialog
{
  AdwWindow parent_instance;

  GtkWidget *cancel;
  GtkWidget *test;
  GtkWidget *print;
  GtkWidget *next;
  GtkStack *steps;
  TdPrintChoice *choice;
  TdPrintProgress *progress;
  AdwToastOverlay *toasts;

  TdSession *session;
  gint64 decision_id;
  gint64 ceremony_id; /* all of it is printed, or 0 */
  gboolean beginning;
  gboolean testing;
};

G_DEFINE_FINAL_TYPE (TdPrintDialog, td_print_dialog, ADW_TYPE_WINDOW)

static void
update (TdPrintDialog *self)
{
  gboolean choosing = g_strcmp0 (gtk_stack_get_visible_child_name (self->steps), "choice") == 0;
  gboolean writes = self->session != NULL && !td_session_is_read_only (self->session);

  gtk_widget_set_visible (self->test, choosing);
  gtk_widget_set_visible (self->print, choosing);
  gtk_widget_set_visible (self->next, !choosing && td_print_progress_is_over (self->progress) && td_print_choice_has_next (self->choice));
  gtk_button_set_label (GTK_BUTTON (self->cancel), choosing ? _ ("Cancel") : _ ("Close"));
  gtk_widget_set_sensitive (self->cancel, !self->beginning && !td_print_progress_is_busy (self->progress));
  gtk_widget_set_sensitive (self->test, !self->testing && td_print_choice_is_ready (self->choice, TRUE));
  gtk_widget_set_sensitive (self->print, writes && !self->beginning && td_print_choice_is_ready (self->choice, FALSE));
}

/* Printing */

static void
begun_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPrintDialog *self = owner;

  if (self->session == NULL)
    return;
  self->beginning = FALSE;
  if (error == NULL)
    {
      gtk_stack_set_visible_child_name (self->steps, "progress");
      td_print_progress_run (self->progress, self->session, td_job_get_id (job));
    }
  else if (td_job_get_findings (job)->len > 0)
    td_print_choice_show_findings (self->choice, td_job_get_findings (job));
  else
    td_session_fail (self->session, error->message, NULL);
  update (self);
}

static void
print_cb (TdPrintDialog *self)
{
  TdPrintBatchOptions options;

  if (self->beginning || !td_print_choice_get_options (self->choice, &options))
    return;
  self->beginning = TRUE;
  update (self);
  td_session_run (self->session, td_print_batch_begin_job (&options), TD_RUN_QUIET, begun_cb, self);
}

/* The sheets of the next size */
static void
next_cb (TdPrintDialog *self)
{
  gtk_stack_set_visible_child_name (self->steps, "choice");
  td_print_choice_go_to_next (self->choice);
  update (self);
}

/* The test sheet */

static void
say (TdPrintDialog *self, const char *text)
{
  self->testing = FALSE;
  if (self->session == NULL)
    return;
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
  update (self);
}

static void
send_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TdSpoolJob *job = td_print_parcel_send (data, NULL, FALSE, cancellable, &error);

  if (job != NULL)
    g_task_return_pointer (task, job, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSpoolJob) job = g_task_propagate_pointer (G_TASK (result), &error);

  say (TD_PRINT_DIALOG (source), job != NULL ? _ ("The test sheet is on its way. Lay it on a blank against a window.") : error->message);
}

static void
test_made_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPrintDialog *self = owner;
  g_autoptr (GTask) task = NULL;

  if (self->session == NULL || error != NULL)
    {
      if (self->session != NULL && td_job_get_findings (job)->len > 0)
        td_print_choice_show_findings (self->choice, td_job_get_findings (job));
      say (self, error != NULL ? error->message : "");
      return;
    }
  task = g_task_new (self, NULL, sent_cb, NULL);
  g_task_set_task_data (task, g_object_ref (td_job_get_object (job)), g_object_unref);
  g_task_run_in_thread (task, send_thread);
}

static void
test_cb (TdPrintDialog *self)
{
  TdPrintBatchOptions options;

  if (!td_print_choice_get_options (self->choice, &options))
    return;
  self->testing = TRUE;
  update (self);
  td_session_run (self->session, td_print_batch_test_sheet_job (&options), TD_RUN_QUIET, test_made_cb, self);
}

/* While sheets are on their way the office file is needed: neither the dialog nor its window closes. */
static gboolean
is_busy (TdPrintDialog *self)
{
  return self->session != NULL && (self->beginning || td_print_progress_is_busy (self->progress));
}

static gboolean
td_print_dialog_close_request (GtkWindow *window)
{
  return is_busy (TD_PRINT_DIALOG (window)) || GTK_WINDOW_CLASS (td_print_dialog_parent_class)->close_request (window);
}

static gboolean
parent_close_cb (TdPrintDialog *self)
{
  if (!is_busy (self))
    return FALSE;
  gtk_window_present (GTK_WINDOW (self));
  return TRUE;
}

static void
td_print_dialog_dispose (GObject *object)
{
  TdPrintDialog *self = TD_PRINT_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PRINT_DIALOG);
  G_OBJECT_CLASS (td_print_dialog_parent_class)->dispose (object);
}

static void
td_print_dialog_class_init (TdPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_print_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = td_print_dialog_close_request;
  g_type_ensure (TD_TYPE_PRINT_CHOICE);
  g_type_ensure (TD_TYPE_PRINT_PROGRESS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPrintDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, TdPrintDialog, test);
  gtk_widget_class_bind_template_child (widget_class, TdPrintDialog, print);
  gtk_widget_class_bind_template_child (widget_class, TdPrintDialog, next);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_child (widget_class, TdPrintDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, TdPrintDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, TdPrintDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TdPrintDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_print_dialog_init (TdPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take_up (TdPrintDialog *self, gint64 batch_id)
{
  gtk_stack_set_visible_child_name (self->steps, "progress");
  td_print_progress_take_up (self->progress, self->session, batch_id);
  update (self);
}

/* What was begun before comes first. */
static void
listed_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPrintDialog *self = owner;
  GListModel *list = td_job_get_object (job);

  for (guint i = 0; self->session != NULL && !self->beginning && list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdOpenBatch) open = g_list_model_get_item (list, i);

      if (self->ceremony_id != 0 ? open->batch->ceremony_id == self->ceremony_id : open->batch->ceremony_id == 0 && open->batch->decision_id == self->decision_id)
        {
          take_up (self, td_entity_get_id (TD_ENTITY (open->batch)));
          return;
        }
    }
}

/**
 * td_print_dialog_new:
 * @session: where the certificates are
 * @decision_id: an issued decision; 0 for all certificates of the ceremony in @options
 * @options: which of its certificates, how they look and on what; the person may choose otherwise
 *
 * Where a batch of it is not over, the dialog shows that.
 *
 * Returns: the dialog
 */
GtkWidget *
td_print_dialog_new (TdSession *session, gint64 decision_id, const TdCertificateOptions *options)
{
  TdPrintDialog *self = g_object_new (TD_TYPE_PRINT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->decision_id = decision_id;
  self->ceremony_id = decision_id == 0 ? options->ceremony_id : 0;
  td_print_choice_set_up (self->choice, session, decision_id, options);
  td_session_run (session, td_print_batch_list_open_job (), TD_RUN_QUIET, listed_cb, self);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * td_print_dialog_new_for_batch:
 * @session: where the batch is
 * @batch_id: a batch that was interrupted, as td_print_batch_list_open_job() tells
 *
 * Returns: the dialog; it asks what came out, where that is not known
 */
GtkWidget *
td_print_dialog_new_for_batch (TdSession *session, gint64 batch_id)
{
  TdPrintDialog *self = g_object_new (TD_TYPE_PRINT_DIALOG, NULL);

  self->session = g_object_ref (session);
  take_up (self, batch_id);
  return GTK_WIDGET (self);
}

/**
 * td_print_dialog_present:
 * @dialog: the dialog
 * @parent: what it was called from
 *
 * Shows it over its window, which it keeps open while it prints.
 */
void
td_print_dialog_present (GtkWidget *dialog, GtkWidget *parent)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (parent));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  g_signal_connect_object (window, "close-request", G_CALLBACK (parent_close_cb), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
