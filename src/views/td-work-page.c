/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-work-page"

#include "config.h"

#include "td-work-page.h"

/* Work of a dialog that takes its time: what is done, how far it is, and a button that stops it. The
 * window behind a dialog shows it too late. */

#define SERIAL_KEY "td-work-serial"

struct _TdWorkPage
{
  AdwBin parent_instance;

  GtkLabel *what;
  GtkProgressBar *progress;
  GtkWidget *stop;

  guint serial;              /* of the work: the end of an earlier one is of no use */
  GCancellable *cancellable; /* NULL while there is none */
};

G_DEFINE_FINAL_TYPE (TdWorkPage, td_work_page, ADW_TYPE_BIN)

static void
progress_cb (double fraction, const char *text, gpointer user_data)
{
  TdWorkPage *self = user_data;

  if (self->cancellable == NULL || self->what == NULL)
    return;
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
  if (text != NULL)
    gtk_label_set_label (self->what, text);
}

static void
td_work_page_dispose (GObject *object)
{
  TdWorkPage *self = TD_WORK_PAGE (object);

  td_work_page_stop (self);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_WORK_PAGE);
  G_OBJECT_CLASS (td_work_page_parent_class)->dispose (object);
}

static void
td_work_page_class_init (TdWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_work_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-work-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdWorkPage, what);
  gtk_widget_class_bind_template_child (widget_class, TdWorkPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TdWorkPage, stop);
  gtk_widget_class_bind_template_callback (widget_class, td_work_page_stop);
}

static void
td_work_page_init (TdWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_work_page_run:
 * @self: a page that is seen
 * @session: through what
 * @job: (transfer full): what to do
 * @flags: how its end is told
 * @text: what it is, until the job tells more, translated
 * @done: told at the end, also when it was stopped
 * @owner: a #GObject kept alive until then and given to @done, together with the page
 *
 * Runs a job, shows how far it is and lets it be stopped. What was under way is stopped.
 */
void
td_work_page_run (TdWorkPage *self, TdSession *session, TdJob *job, TdRunFlags flags, const char *text, TdRunDone done, gpointer owner)
{
  td_work_page_stop (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_object_set_data (G_OBJECT (job), SERIAL_KEY, GUINT_TO_POINTER (++self->serial));
  g_object_set_data_full (G_OBJECT (job), "td-work-page", g_object_ref (self), g_object_unref);
  td_job_set_progress (job, progress_cb, self);
  gtk_label_set_label (self->what, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (self->stop, TRUE);
  gtk_widget_grab_focus (self->stop);
  td_session_run_cancellable (session, job, TD_RUN_QUIET | flags, self->cancellable, done, owner);
}

/**
 * td_work_page_end:
 * @self: a page
 * @job: what has come to its end
 *
 * Returns: whether it is the work that is shown, which is then over
 */
gboolean
td_work_page_end (TdWorkPage *self, TdJob *job)
{
  if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), SERIAL_KEY)) != self->serial)
    return FALSE;
  g_clear_object (&self->cancellable);
  return TRUE;
}

/**
 * td_work_page_is_running:
 * @self: a page
 *
 * Returns: whether work is under way
 */
gboolean
td_work_page_is_running (TdWorkPage *self)
{
  return self->cancellable != NULL;
}

/**
 * td_work_page_stop:
 * @self: a page
 *
 * Stops what is under way.
 */
void
td_work_page_stop (TdWorkPage *self)
{
  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  if (self->stop != NULL)
    gtk_widget_set_sensitive (self->stop, FALSE);
}
