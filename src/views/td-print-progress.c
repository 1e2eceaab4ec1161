/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-progress"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-batch-runner.h"
#include "td-finding-list.h"
#include "td-print-progress.h"
#include "td-print-question.h"

/* A batch under way: how many are out and who is on the sheet now; what came out, when that must be asked; how it
 * ended. */

struct _TdPrintProgress
{
  AdwBin parent_instance;

  GtkStack *state;
  GtkLabel *count;
  GtkLabel *name;
  GtkLabel *note;
  GtkProgressBar *bar;
  TdFindingList *findings;
  GtkWidget *pause;
  GtkWidget *jam;
  GtkWidget *stop;
  TdPrintQuestion *question;
  AdwStatusPage *ended;
  GtkWidget *go_on;
  GtkWidget *give_up;

  TdSession *session;
  TdBatchRunner *runner;
  gboolean busy;
  gboolean stopped; /* and not to go on */
  gboolean over;    /* nothing of the batch waits */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPrintProgress, td_print_progress, ADW_TYPE_BIN)

static void
set_busy (TdPrintProgress *self, gboolean busy)
{
  self->busy = busy;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Under way */

static void
progress_cb (TdPrintProgress *self)
{
  g_autoptr (TdBatchProgress) progress = td_batch_runner_dup_progress (self->runner);
  g_autofree char *count = g_strdup_printf ("%u / %u", progress->n_done, progress->n_pages);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->count, count);
  gtk_progress_bar_set_fraction (self->bar, progress->n_pages > 0 ? (double) progress->n_done / progress->n_pages : 0);
  if (progress->name != NULL && progress->sheet != NULL)
    name = g_strdup_printf ("%s · %s", progress->name, progress->sheet);
  gtk_label_set_label (self->name, name != NULL ? name : progress->name != NULL ? progress->name
                                                                                : "");
  td_finding_list_set (self->findings, progress->findings);
}

static void
show_running (TdPrintProgress *self)
{
  self->over = FALSE;
  gtk_stack_set_visible_child_name (self->state, "running");
  gtk_label_set_label (self->note, "");
  gtk_widget_set_sensitive (self->pause, TRUE);
  gtk_widget_set_sensitive (self->jam, TRUE);
  gtk_widget_set_sensitive (self->stop, TRUE);
  gtk_widget_grab_focus (self->pause);
}

static void
show_end (TdPrintProgress *self, const char *icon, const char *title, const char *text, gboolean waits)
{
  adw_status_page_set_icon_name (self->ended, icon);
  adw_status_page_set_title (self->ended, title);
  adw_status_page_set_description (self->ended, text);
  self->over = !waits;
  gtk_widget_set_visible (self->go_on, waits);
  gtk_widget_set_visible (self->give_up, waits);
  gtk_stack_set_visible_child_name (self->state, "ended");
  g_signal_emit (self, signals[CHANGED], 0);
  if (waits)
    gtk_widget_grab_focus (self->go_on);
}

static void run (TdPrintProgress *self);

/* Looks again at what there is, and shows the question that follows from it. */
static void
looked_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPrintProgress *self = owner;
  g_autoptr (TdOpenBatch) open = NULL;
  g_autofree char *title = NULL, *text = NULL;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      show_end (self, "dialog-error-symbolic", _ ("Printing Stands Still"), error->message, TRUE);
      return;
    }
  open = g_list_model_get_item (td_job_get_object (job), 0);
  if (open->state == TD_OPEN_BATCH_ON_ITS_WAY)
    {
      run (self); /* takes it back, then comes here again */
      return;
    }
  text = td_open_batch_tell (open);
  title = g_strdup_printf (_ ("%u of %u Are Printed"), (guint) open->batch->n_printed, (guint) open->batch->n_pages);
  if (open->state == TD_OPEN_BATCH_OVER)
    {
      g_autoptr (TdBatchProgress) progress = td_batch_runner_dup_progress (self->runner);

      td_print_question_ask (self->question, open, progress->n_done > open->batch->n_printed ? progress->n_done - (guint) open->batch->n_printed : 0, self->stopped);
      gtk_stack_set_visible_child_name (self->state, "question");
    }
  else if (g_str_equal (open->batch->state, "done"))
    show_end (self, "object-select-symbolic", title, _ ("Look through the pile. A sheet that is not good can still be said below."), FALSE);
  else if (g_str_equal (open->batch->state, "given_up"))
    show_end (self, "object-select-symbolic", title, _ ("The rest was given up; its blanks are in store again."), FALSE);
  else
    show_end (self, "media-playback-pause-symbolic", title, text, TRUE);
}

static void
look (TdPrintProgress *self)
{
  td_session_run (self->session, td_print_batch_look_job (td_batch_runner_get_batch (self->runner)), TD_RUN_QUIET, looked_cb, self);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdPrintProgress) self = data;
  g_autoptr (GError) error = NULL;
  TdBatchEnd end;
  gboolean ok = td_batch_runner_run_finish (TD_BATCH_RUNNER (source), result, &end, &error);

  set_busy (self, FALSE);
  if (self->session == NULL)
    return;
  if (ok)
    look (self);
  else
    show_end (self, "dialog-error-symbolic", _ ("Printing Stands Still"), error->message, TRUE);
}

static void
run (TdPrintProgress *self)
{
  self->stopped = FALSE;
  show_running (self);
  set_busy (self, TRUE);
  td_batch_runner_run_async (self->runner, ran_cb, g_object_ref (self));
}

static void
pause_cb (TdPrintProgress *self)
{
  gtk_widget_set_sensitive (self->pause, FALSE);
  gtk_label_set_label (self->note, _ ("What was sent still comes out, then it waits."));
  td_batch_runner_pause (self->runner);
}

static void
halt (TdPrintProgress *self, gboolean stopped)
{
  self->stopped = stopped;
  gtk_widget_set_sensitive (self->pause, FALSE);
  gtk_widget_set_sensitive (self->jam, FALSE);
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_label_set_label (self->note, _ ("Taking back what has not come out…"));
  td_batch_runner_stop (self->runner);
}

static void
jam_cb (TdPrintProgress *self)
{
  halt (self, FALSE);
}

static void
stop_cb (TdPrintProgress *self)
{
  halt (self, TRUE);
}

/* Answered */

static void
gave_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdPrintProgress) self = data;
  g_autoptr (GError) error = NULL;

  td_batch_runner_settle_finish (TD_BATCH_RUNNER (source), result, &error);
  set_busy (self, FALSE);
  if (self->session == NULL)
    return;
  if (error != NULL)
    td_session_fail (self->session, error->message, NULL);
  look (self);
}

static void
give_up (TdPrintProgress *self)
{
  g_autoptr (TdJob) job = td_print_batch_give_up_job (td_batch_runner_get_batch (self->runner), NULL);

  set_busy (self, TRUE);
  td_batch_runner_settle_async (self->runner, job, gave_up_cb, g_object_ref (self));
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdJob) job = data;
  g_autoptr (TdPrintProgress) self = g_object_ref (g_object_get_data (G_OBJECT (job), "td-progress"));
  g_autoptr (GError) error = NULL;

  g_object_set_data (G_OBJECT (job), "td-progress", NULL);
  td_batch_runner_settle_finish (TD_BATCH_RUNNER (source), result, &error);
  set_busy (self, FALSE);
  if (self->session == NULL)
    return;
  if (error != NULL)
    td_print_question_refuse (self->question, td_job_get_findings (job), error->message);
  else if (self->stopped)
    give_up (self);
  else
    run (self);
}

/* What lies in the tray was told; then it goes on, or not. */
static void
answered_cb (TdPrintProgress *self, gboolean goes_on)
{
  TdJob *job = td_print_question_make_job (self->question);

  self->stopped = !goes_on;
  set_busy (self, TRUE);
  g_object_set_data_full (G_OBJECT (job), "td-progress", g_object_ref (self), g_object_unref);
  td_batch_runner_settle_async (self->runner, job, settled_cb, job);
}

static void
go_on_cb (TdPrintProgress *self)
{
  run (self);
}

static void
give_up_cb (TdPrintProgress *self)
{
  give_up (self);
}

/* After the end the pile is looked through. */
static void
opened_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPrintProgress *self = owner;
  g_autoptr (TdOpenBatch) open = NULL;

  if (self->session == NULL || error != NULL)
    return;
  open = g_list_model_get_item (td_job_get_object (job), 0);
  td_print_question_ask (self->question, open, open->pages->len, FALSE);
  gtk_stack_set_visible_child_name (self->state, "question");
}

static void
not_good_cb (TdPrintProgress *self)
{
  td_session_run (self->session, td_print_batch_look_job (td_batch_runner_get_batch (self->runner)), TD_RUN_QUIET, opened_cb, self);
}

static void
td_print_progress_dispose (GObject *object)
{
  TdPrintProgress *self = TD_PRINT_PROGRESS (object);

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_clear_object (&self->runner);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PRINT_PROGRESS);
  G_OBJECT_CLASS (td_print_progress_parent_class)->dispose (object);
}

static void
td_print_progress_class_init (TdPrintProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_print_progress_dispose;
  /**
   * TdPrintProgress::changed:
   *
   * It is busy, or no longer.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_PRINT_PROGRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_PRINT_QUESTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-print-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, state);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, count);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, name);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, note);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, findings);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, pause);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, jam);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, stop);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, question);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, ended);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, go_on);
  gtk_widget_class_bind_template_child (widget_class, TdPrintProgress, give_up);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, jam_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_good_cb);
}

static void
td_print_progress_init (TdPrintProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_batch (TdPrintProgress *self, TdSession *session, gint64 batch_id)
{
  self->session = g_object_ref (session);
  self->runner = td_batch_runner_new (td_session_get_store (session), batch_id);
  g_signal_connect_swapped (self->runner, "changed", G_CALLBACK (progress_cb), self);
}

/**
 * td_print_progress_run:
 * @self: the view
 * @session: where the batch is
 * @batch_id: a batch that is prepared
 *
 * Prints it.
 */
void
td_print_progress_run (TdPrintProgress *self, TdSession *session, gint64 batch_id)
{
  set_batch (self, session, batch_id);
  run (self);
}

/**
 * td_print_progress_take_up:
 * @self: the view
 * @session: where the batch is
 * @batch_id: a batch that was interrupted
 *
 * Shows how it stands; nothing goes on before the person says so.
 */
void
td_print_progress_take_up (TdPrintProgress *self, TdSession *session, gint64 batch_id)
{
  set_batch (self, session, batch_id);
  look (self);
}

/**
 * td_print_progress_is_over:
 * @self: the progress
 *
 * Returns: whether the batch has come to its end, printed or given up
 */
gboolean
td_print_progress_is_over (TdPrintProgress *self)
{
  return self->over && !self->busy;
}

/**
 * td_print_progress_is_busy:
 * @self: the view
 *
 * Returns: whether the office file is needed now
 */
gboolean
td_print_progress_is_busy (TdPrintProgress *self)
{
  return self->busy;
}
