/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-bloc-members"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-bloc-jobs.h"
#include "td-bloc-members.h"
#include "td-choose-dialog.h"
#include "td-model.h"
#include "td-record-table.h"

/* The units in a bloc. */

struct _TdBlocMembers
{
  AdwBin parent_instance;

  GtkStack *stack;
  TdRecordTable *table;
  GtkBox *acts;

  TdSession *session;
  gint64 bloc_id;
  gint64 year;
};

G_DEFINE_FINAL_TYPE (TdBlocMembers, td_bloc_members, ADW_TYPE_BIN)

static const char *const columns[] = { "unit-name", "unit-valid-to", NULL };

static gboolean
may_write (TdBlocMembers *self)
{
  return self->bloc_id != 0 && !td_session_is_read_only (self->session);
}

static void
selection_changed_cb (TdBlocMembers *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.remove", may_write (self) && td_record_table_get_n_selected (self->table) > 0);
}

static void
reloaded_cb (TdBlocMembers *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (td_record_table_get_list (self->table)));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "empty");
}

static void
remove_ids (GArray *ids, gpointer owner)
{
  TdBlocMembers *self = owner;

  if (ids->len > 0 && self->session != NULL)
    td_session_run (self->session, td_bloc_remove_members_job ((const gint64 *) ids->data, ids->len), TD_RUN_TELL, NULL, NULL);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_table_collect (TD_BLOC_MEMBERS (widget)->table, remove_ids, widget);
}

static void
chosen_cb (TdBlocMembers *self, GArray *ids)
{
  if (self->session != NULL && ids->len > 0)
    td_session_run (self->session, td_bloc_add_members_job (self->bloc_id, (const gint64 *) ids->data, ids->len), TD_RUN_TELL, NULL, NULL);
}

/* Units of the bloc's year. */
static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdBlocMembers *self = TD_BLOC_MEMBERS (widget);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);
  g_autofree char *day = g_strdup_printf ("%04d-12-31", (int) CLAMP (self->year, 1, 9999));
  GtkWidget *dialog;

  td_query_where_on_day (query, "valid-from", "valid-to", day);
  dialog = td_choose_dialog_new (self->session, query, _ ("Add Units to the Bloc"), _ ("Add"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
td_bloc_members_dispose (GObject *object)
{
  TdBlocMembers *self = TD_BLOC_MEMBERS (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_BLOC_MEMBERS);
  G_OBJECT_CLASS (td_bloc_members_parent_class)->dispose (object);
}

static void
td_bloc_members_class_init (TdBlocMembersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_bloc_members_dispose;
  gtk_widget_class_install_action (widget_class, "members.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "members.add", NULL, add_action);
  g_type_ensure (TD_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-bloc-members.ui");
  gtk_widget_class_bind_template_child (widget_class, TdBlocMembers, stack);
  gtk_widget_class_bind_template_child (widget_class, TdBlocMembers, table);
  gtk_widget_class_bind_template_child (widget_class, TdBlocMembers, acts);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reloaded_cb);
}

static void
td_bloc_members_init (TdBlocMembers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_record_table_describe (self->table, TD_TYPE_BLOC_MEMBER, columns, NULL, FALSE, _ ("Units in the bloc"));
}

/**
 * td_bloc_members_new:
 * @session: where the blocs are
 *
 * Returns: a list, of no bloc yet
 */
GtkWidget *
td_bloc_members_new (TdSession *session)
{
  TdBlocMembers *self = g_object_new (TD_TYPE_BLOC_MEMBERS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * td_bloc_members_set_bloc:
 * @self: a list
 * @bloc: (nullable): whose units to show
 */
void
td_bloc_members_set_bloc (TdBlocMembers *self, TdBloc *bloc)
{
  gint64 id = bloc != NULL ? td_entity_get_id (TD_ENTITY (bloc)) : 0;

  self->year = bloc != NULL ? bloc->year : 0;
  if (id != self->bloc_id && id != 0)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC_MEMBER);

      td_query_where_number (query, "bloc-id", id);
      td_record_table_set_query (self->table, query);
      if (td_record_table_get_list (self->table) == NULL)
        td_record_table_set_session (self->table, self->session);
    }
  self->bloc_id = id;
  gtk_widget_set_visible (GTK_WIDGET (self->acts), may_write (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.add", may_write (self));
  selection_changed_cb (self);
}
