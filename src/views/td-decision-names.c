/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-names"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-decision-names.h"
#include "td-choose-dialog.h"
#include "td-decision-jobs.h"
#include "td-model.h"
#include "td-record-table.h"

/* The names in a decision. Until it is issued, names are struck and added at the last hour. */

struct _TdDecisionNames
{
  AdwBin parent_instance;

  TdRecordTable *table;
  GtkBox *acts;

  TdSession *session;
  gint64 decision_id;
  gint64 giver_id;
  gboolean may_write;
};

G_DEFINE_FINAL_TYPE (TdDecisionNames, td_decision_names, ADW_TYPE_BIN)

static const char *const columns[] = { "position", "subject-name", "award-form", NULL };

static void
selection_changed_cb (TdDecisionNames *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "awards.strike", self->may_write && td_record_table_get_n_selected (self->table) > 0);
}

static void
strike_ids (GArray *ids, gpointer owner)
{
  TdDecisionNames *self = owner;

  if (ids->len > 0 && self->session != NULL)
    td_session_run (self->session, td_decision_strike_job ((const gint64 *) ids->data, ids->len), TD_RUN_TELL, NULL, NULL);
}

static void
strike_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_table_collect (TD_DECISION_NAMES (widget)->table, strike_ids, widget);
}

static void
chosen_cb (TdDecisionNames *self, GArray *ids)
{
  if (self->session != NULL && ids->len > 0)
    td_session_run (self->session, td_decision_add_job (self->decision_id, (const gint64 *) ids->data, ids->len), TD_RUN_TELL, NULL, NULL);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDecisionNames *self = TD_DECISION_NAMES (widget);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);
  GtkWidget *dialog;

  td_query_where_text (query, "state", "new");
  td_query_where_number (query, "giver-id", self->giver_id);
  dialog = td_choose_dialog_new (self->session, query, _ ("Add Names to the Decision"), _ ("Add"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
td_decision_names_dispose (GObject *object)
{
  TdDecisionNames *self = TD_DECISION_NAMES (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_DECISION_NAMES);
  G_OBJECT_CLASS (td_decision_names_parent_class)->dispose (object);
}

static void
td_decision_names_class_init (TdDecisionNamesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_decision_names_dispose;
  gtk_widget_class_install_action (widget_class, "awards.strike", NULL, strike_action);
  gtk_widget_class_install_action (widget_class, "awards.add", NULL, add_action);
  g_type_ensure (TD_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-decision-names.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDecisionNames, table);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionNames, acts);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
}

static void
td_decision_names_init (TdDecisionNames *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_record_table_describe (self->table, TD_TYPE_AWARD, columns, NULL, FALSE, _ ("Names in the decision"));
}

/**
 * td_decision_names_new:
 * @session: where the awards are
 *
 * Returns: a list, of no decision yet
 */
GtkWidget *
td_decision_names_new (TdSession *session)
{
  TdDecisionNames *self = g_object_new (TD_TYPE_DECISION_NAMES, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * td_decision_names_set_decision:
 * @self: a list
 * @decision: (nullable): whose names to show
 */
void
td_decision_names_set_decision (TdDecisionNames *self, TdDecision *decision)
{
  gint64 id = decision != NULL ? td_entity_get_id (TD_ENTITY (decision)) : 0;
  gboolean issued = decision != NULL && g_strcmp0 (decision->state, "issued") == 0;

  self->giver_id = decision != NULL ? decision->giver_id : 0;
  self->may_write = !issued && id != 0 && !td_session_is_read_only (self->session);
  gtk_widget_set_visible (GTK_WIDGET (self->acts), self->may_write);
  if (id != self->decision_id && id != 0)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);

      td_query_where_number (query, "decision-id", id);
      td_record_table_set_query (self->table, query);
      if (td_record_table_get_list (self->table) == NULL)
        td_record_table_set_session (self->table, self->session);
    }
  self->decision_id = id;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "awards.add", self->may_write);
  selection_changed_cb (self);
}

/**
 * td_decision_names_collect:
 * @self: a list that shows a decision
 * @func: gets the ids of the names that are chosen, maybe none
 * @owner: a #GObject; for @func
 */
void
td_decision_names_collect (TdDecisionNames *self, TdRecordsFunc func, gpointer owner)
{
  td_record_table_collect (self->table, func, owner);
}
