/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-group-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-model.h"
#include "td-part-dialog.h"
#include "td-record-table.h"
#include "td-unit-group-dialog.h"
#include "td-unit-group-jobs.h"

/* The groups plans turn to, and which units each of them is today. */

struct _TdUnitGroupDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  TdRecordTable *groups;
  TdRecordTable *units;
  GtkLabel *count;

  TdSession *session;
};

G_DEFINE_FINAL_TYPE (TdUnitGroupDialog, td_unit_group_dialog, ADW_TYPE_WINDOW)

static const char *const group_columns[] = { "name", NULL };
static const char *const unit_columns[] = { "name", "kind", NULL };

static TdUnitGroup *
get_group (TdUnitGroupDialog *self)
{
  return (TdUnitGroup *) td_record_table_get_single (self->groups);
}

static void
units_reloaded_cb (TdUnitGroupDialog *self)
{
  TdUnitGroup *group = get_group (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (td_record_table_get_list (self->units)));
  g_autofree char *count = g_strdup_printf (ngettext ("%u unit", "%u units", n), n);
  g_autofree char *text = group != NULL ? g_strdup_printf ("%s · %s", group->name, count) : g_strdup ("");

  gtk_label_set_label (self->count, text);
}

/* The group is asked anew each time: a unit that was merged yesterday is not in it. */
static void
selection_changed_cb (TdUnitGroupDialog *self)
{
  TdUnitGroup *group = get_group (self);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);
  g_autofree char *today = td_date_dup_today ();

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "groups.change", group != NULL);
  if (group == NULL || self->session == NULL)
    return;
  td_unit_group_narrow (group, query);
  td_query_where_on_day (query, "valid-from", "valid-to", today);
  td_record_table_set_query (self->units, query);
  if (td_record_table_get_list (self->units) == NULL)
    td_record_table_set_session (self->units, self->session);
}

static void
groups_reloaded_cb (TdUnitGroupDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (td_record_table_get_list (self->groups)));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "groups" : "empty");
  if (n > 0 && td_record_table_get_n_selected (self->groups) == 0)
    td_record_table_step (self->groups, 1);
}

/* Acts */

static void
open_group (TdUnitGroupDialog *self, TdEntity *group)
{
  GtkWidget *dialog = td_part_dialog_new (self->session, group);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
activated_cb (TdUnitGroupDialog *self)
{
  TdUnitGroup *group = get_group (self);

  if (group != NULL)
    open_group (self, TD_ENTITY (group));
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  activated_cb (TD_UNIT_GROUP_DIALOG (widget));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (TdEntity) group = g_object_new (TD_TYPE_UNIT_GROUP, NULL);

  open_group (TD_UNIT_GROUP_DIALOG (widget), group);
}

static void
seed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_session_run (TD_UNIT_GROUP_DIALOG (widget)->session, td_unit_group_seed_job (), TD_RUN_TELL, NULL, NULL);
}

static void
td_unit_group_dialog_dispose (GObject *object)
{
  TdUnitGroupDialog *self = TD_UNIT_GROUP_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_UNIT_GROUP_DIALOG);
  G_OBJECT_CLASS (td_unit_group_dialog_parent_class)->dispose (object);
}

static void
td_unit_group_dialog_class_init (TdUnitGroupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_unit_group_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "groups.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "groups.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "groups.seed", NULL, seed_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (TD_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-unit-group-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdUnitGroupDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdUnitGroupDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, TdUnitGroupDialog, units);
  gtk_widget_class_bind_template_child (widget_class, TdUnitGroupDialog, count);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, groups_reloaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, units_reloaded_cb);
}

static void
td_unit_group_dialog_init (TdUnitGroupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_record_table_describe (self->groups, TD_TYPE_UNIT_GROUP, group_columns, NULL, FALSE, _ ("Groups of Units"));
  td_record_table_describe (self->units, TD_TYPE_UNIT, unit_columns, "name", FALSE, _ ("Units of the group"));
}

/**
 * td_unit_group_dialog_new:
 * @session: where the groups are
 *
 * Returns: the dialog
 */
GtkWidget *
td_unit_group_dialog_new (TdSession *session)
{
  TdUnitGroupDialog *self = g_object_new (TD_TYPE_UNIT_GROUP_DIALOG, NULL);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT_GROUP);
  gboolean may_write = !td_session_is_read_only (session);

  self->session = g_object_ref (session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "groups.add", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "groups.seed", may_write);
  td_record_table_set_query (self->groups, query);
  td_record_table_set_session (self->groups, session);
  td_record_table_set_one_only (self->groups, TRUE);
  selection_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->groups));
  return GTK_WIDGET (self);
}
