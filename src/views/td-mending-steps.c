/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-mending-steps"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-calibration-dialog.h"
#include "td-emblem-dialog.h"
#include "td-issue-dialog.h"
#include "td-mending-steps.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-stock-questions.h"
#include "td-template-editor.h"

/* Where a finding of preflight is mended that is not mended in the list: the dialogs that are for it anyway, over the
 * list, which goes on when they are closed. */

static void
present_over (GtkWidget *parent, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is issued already is changed by an act, and that is done with the decision in view. */
static void
got_decision_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdSession *session = g_object_get_data (G_OBJECT (job), "td-session");
  TdDecision *decision = (TdDecision *) td_job_get_object (job);
  GtkWindow *list;

  if (decision == NULL || !gtk_widget_get_mapped (owner))
    return;
  list = GTK_WINDOW (gtk_widget_get_root (owner));
  if (g_strcmp0 (decision->state, "issued") != 0)
    {
      present_over (owner, td_issue_dialog_new (session, decision));
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (list)), "win.show-record", "(sx)", "decisions", td_entity_get_id (TD_ENTITY (decision)));
  gtk_window_close (list);
}

static void
issue (GtkWidget *parent, TdSession *session, gint64 decision_id)
{
  TdJob *job = td_record_get_job (TD_TYPE_DECISION, decision_id);

  g_object_set_data_full (G_OBJECT (job), "td-session", g_object_ref (session), g_object_unref);
  td_session_run (session, job, TD_RUN_QUIET, got_decision_cb, parent);
}

/**
 * td_mending_steps_go:
 * @parent: a widget of the list
 * @session: where it was found
 * @mending: what mends a finding elsewhere
 *
 * Opens that.
 */
void
td_mending_steps_go (GtkWidget *parent, TdSession *session, const TdMending *mending)
{
  switch (mending->kind)
    {
    case TD_MENDING_ARRANGE:
      present_over (parent, td_template_editor_new_for_award (session, mending->award_id, mending->template_name, mending->part));
      break;
    case TD_MENDING_ISSUE:
      issue (parent, session, mending->decision_id);
      break;
    case TD_MENDING_RECEIVE:
      td_receive_question_present (parent, session, mending->stock_id);
      break;
    case TD_MENDING_CALIBRATE:
      present_over (parent, td_calibration_dialog_new (session));
      break;
    case TD_MENDING_EMBLEM:
      td_emblem_dialog_present (parent, session);
      break;
    case TD_MENDING_TEXT:
    case TD_MENDING_SEX:
    case TD_MENDING_RECORD:
    case TD_MENDING_LEAVE_OUT:
    case TD_MENDING_TAKE_BACK:
    default:
      g_return_if_reached (); /* done in the list */
    }
}
