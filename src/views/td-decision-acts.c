/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-acts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-decision-act-jobs.h"
#include "td-decision-acts.h"
#include "td-display.h"

/* How far a decision has come, what corrected or revoked it, and what can be done with it now. */

struct _TdDecisionActs
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *state;
  GtkWidget *submit;
  GtkWidget *take_back;
  GtkWidget *issue;
  GtkWidget *act;
  GtkWidget *ceremony;
  GtkLabel *history;

  TdSession *session;
  gint64 issued_id; /* 0: nothing can be corrected */
  guint serial;
};

G_DEFINE_FINAL_TYPE (TdDecisionActs, td_decision_acts, ADW_TYPE_BIN)

/* What corrected or revoked it */

/* So many lines are told of an act; the rest is counted. */
#define MOST_LINES 10

static void
tell_act (GString *text, TdDecisionHistory *history, TdDecisionAct *act)
{
  g_autofree char *kind = td_display_dup_text (TD_ENTITY (act), td_entity_class_find (TD_ENTITY_GET_CLASS (act), "kind"));
  g_autofree char *day = td_date_to_display (act->date);
  guint n = 0;

  /* Translators: correction or revocation; number and date of its document */
  g_string_append_printf (text, _ ("%s by %s of %s"), kind, act->number, day);
  if (act->reason != NULL)
    g_string_append_printf (text, " – %s", act->reason);
  for (guint i = 0; i < history->lines->len; i++)
    {
      const TdDecisionActLine *line = g_ptr_array_index (history->lines, i);
      g_autofree char *words = NULL;

      if (line->act_id != td_entity_get_id (TD_ENTITY (act)) || n++ >= MOST_LINES)
        continue;
      words = td_decision_history_dup_line (line);
      g_string_append_printf (text, "\n• %s", words);
    }
  if (n <= MOST_LINES)
    return;
  g_string_append (text, "\n• ");
  g_string_append_printf (text, ngettext ("and %u more line", "and %u more lines", n - MOST_LINES), n - MOST_LINES);
}

static void
got_history_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdDecisionActs *self = owner;
  TdDecisionHistory *history = td_job_get_object (job);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->session == NULL || error != NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  for (guint i = 0; i < history->acts->len; i++)
    {
      g_string_append (text, i > 0 ? "\n" : "");
      tell_act (text, history, g_ptr_array_index (history->acts, i));
    }
  gtk_label_set_label (self->history, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->history), text->len > 0);
}

static void
ask (TdDecisionActs *self)
{
  TdJob *job;

  self->serial++;
  if (self->session == NULL || self->issued_id == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->history), FALSE);
      return;
    }
  job = td_decision_history_job (self->issued_id, FALSE);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, got_history_cb, self);
}

static void
td_decision_acts_dispose (GObject *object)
{
  g_clear_object (&TD_DECISION_ACTS (object)->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_DECISION_ACTS);
  G_OBJECT_CLASS (td_decision_acts_parent_class)->dispose (object);
}

static void
td_decision_acts_class_init (TdDecisionActsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_decision_acts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-decision-acts.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, icon);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, state);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, submit);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, take_back);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, issue);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, act);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, ceremony);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, history);
}

static void
td_decision_acts_init (TdDecisionActs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_decision_acts_new:
 * @session: where the decisions are
 *
 * Returns: the acts, of no decision yet
 */
GtkWidget *
td_decision_acts_new (TdSession *session)
{
  TdDecisionActs *self = g_object_new (TD_TYPE_DECISION_ACTS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * td_decision_acts_set_decision:
 * @self: the acts
 * @decision: (nullable): of which decision
 */
void
td_decision_acts_set_decision (TdDecisionActs *self, TdDecision *decision)
{
  const TdField *field = td_entity_class_find (td_entity_class_of (TD_TYPE_DECISION), "state");
  gboolean draft, submitted, issued;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), decision != NULL);
  self->issued_id = decision != NULL && g_strcmp0 (decision->state, "issued") == 0 ? td_entity_get_id (TD_ENTITY (decision)) : 0;
  ask (self);
  if (decision == NULL)
    return;
  draft = g_strcmp0 (decision->state, "draft") == 0;
  submitted = g_strcmp0 (decision->state, "submitted") == 0;
  issued = g_strcmp0 (decision->state, "issued") == 0;
  date = decision->date != NULL ? td_date_to_display (decision->date) : NULL;
  if (issued)
    /* Translators: number and date of a decision */
    text = g_strdup_printf (_ ("Issued as %s on %s; locked"), decision->number, date);
  else
    text = td_display_dup_text (TD_ENTITY (decision), field);
  gtk_label_set_label (self->state, text);
  gtk_image_set_from_icon_name (self->icon, td_display_get_icon (field, decision->state));
  gtk_widget_set_visible (self->submit, draft);
  gtk_widget_set_visible (self->take_back, submitted);
  gtk_widget_set_visible (self->issue, !issued);
  gtk_widget_set_visible (self->act, issued);
  gtk_widget_set_visible (self->ceremony, issued);
}
