/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-split-question"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding-list.h"
#include "td-split-question.h"
#include "td-subject-merge-jobs.h"

/* Takes a merge apart again. Where nothing tells to whom later records belong, a person does. */

typedef struct
{
  GWeakRef owner;
  TdSession *session;
  gint64 subject_id;
} Question;

static void split (Question *question, TdSplitLater later);

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->owner);
  g_object_unref (question->session);
  g_free (question);
}

static void
question_closed (gpointer question, GClosure *closure)
{
  question_free (question);
}

static void
answered_cb (GtkWidget *dialog, const char *response, Question *question)
{
  if (!g_str_equal (response, "cancel"))
    split (question, g_str_equal (response, "kept") ? TD_SPLIT_LATER_KEPT : TD_SPLIT_LATER_DROPPED);
}

static Question *
question_new (GtkWidget *owner, TdSession *session, gint64 subject_id)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->owner, owner);
  question->session = g_object_ref (session);
  question->subject_id = subject_id;
  return question;
}

static void
ask_whose (GtkWidget *owner, TdSession *session, gint64 subject_id, GPtrArray *findings)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("Whose are the later records?"),
                                              _ ("They were made after the merge, and nothing says to which of the two they belong."));
  GtkWidget *list = td_finding_list_new ();

  td_finding_list_set (TD_FINDING_LIST (list), findings);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "kept", _ ("Of This Record"), "dropped", _ ("Of the One Split Off"), NULL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question_new (owner, session, subject_id), question_closed, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_about_later (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((TdFinding *) g_ptr_array_index (findings, i))->rule, "subject-later"))
      return TRUE;
  return FALSE;
}

static void
split_cb (TdJob *job, const GError *error, gpointer owner)
{
  Question *question = g_object_get_data (G_OBJECT (job), "td-question");
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&question->owner);
  GPtrArray *findings = td_job_get_findings (job);

  if (error == NULL || td_session_is_closed (question->session))
    return;
  if (g_error_matches (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED) && is_about_later (findings) && widget != NULL && gtk_widget_get_root (widget) != NULL)
    ask_whose (widget, question->session, question->subject_id, findings);
  else
    td_session_fail (question->session, error->message, findings);
}

static void
split (Question *question, TdSplitLater later)
{
  TdJob *job = td_subject_split_job (question->subject_id, later);
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&question->owner);

  g_object_set_data_full (G_OBJECT (job), "td-question", question_new (owner, question->session, question->subject_id), (GDestroyNotify) question_free);
  td_session_run (question->session, job, TD_RUN_TELL | TD_RUN_QUIET, split_cb, NULL);
}

/**
 * td_split_question_run:
 * @owner: where it was asked for
 * @session: where the subjects are
 * @subject_id: one that was merged into another
 *
 * Takes it out of the other again, and asks whose the later records are where nothing says so.
 */
void
td_split_question_run (GtkWidget *owner, TdSession *session, gint64 subject_id)
{
  Question *question = question_new (owner, session, subject_id);

  split (question, TD_SPLIT_LATER_ASK);
  question_free (question);
}
