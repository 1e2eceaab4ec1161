/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-choose-dialog"

#include "config.h"

#include "td-choose-dialog.h"
#include "td-record-table.h"

/* Chooses some of the records a query gives. */

struct _TdChooseDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  TdRecordTable *table;
  GtkButton *choose;

  TdQuery *query;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdChooseDialog, td_choose_dialog, ADW_TYPE_WINDOW)

static void
search_cb (TdChooseDialog *self)
{
  g_autoptr (TdQuery) query = td_query_copy (self->query);

  td_query_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  td_record_table_set_query (self->table, query);
}

static void
selection_changed_cb (TdChooseDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose), td_record_table_get_n_selected (self->table) > 0);
}

static void
collected_cb (GArray *ids, gpointer owner)
{
  g_signal_emit (owner, signals[CHOSEN], 0, ids);
  gtk_window_close (owner);
}

static void
choose_cb (TdChooseDialog *self)
{
  td_record_table_collect (self->table, collected_cb, self);
}

static void
td_choose_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_CHOOSE_DIALOG);
  G_OBJECT_CLASS (td_choose_dialog_parent_class)->dispose (object);
}

static void
td_choose_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TD_CHOOSE_DIALOG (object)->query, td_query_unref);
  G_OBJECT_CLASS (td_choose_dialog_parent_class)->finalize (object);
}

static void
td_choose_dialog_class_init (TdChooseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_choose_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_choose_dialog_finalize;

  /**
   * TdChooseDialog::chosen:
   * @ids: (element-type gint64): the records
   */
  signals[CHOSEN] = g_signal_new ("chosen", TD_TYPE_CHOOSE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ARRAY);

  g_type_ensure (TD_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-choose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdChooseDialog, search);
  gtk_widget_class_bind_template_child (widget_class, TdChooseDialog, table);
  gtk_widget_class_bind_template_child (widget_class, TdChooseDialog, choose);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_choose_dialog_init (TdChooseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * td_choose_dialog_new:
 * @session: where the records are
 * @query: which of them
 * @title: what for, translated
 * @act: what its button says, translated
 *
 * Returns: the dialog
 */
GtkWidget *
td_choose_dialog_new (TdSession *session, TdQuery *query, const char *title, const char *act)
{
  TdChooseDialog *self = g_object_new (TD_TYPE_CHOOSE_DIALOG, "title", title, NULL);
  TdEntityClass *klass = td_entity_class_of (td_query_get_entity_type (query));
  const char *order = NULL;

  for (guint i = 0; order == NULL && i < klass->n_fields; i++)
    if (klass->fields[i].flags & TD_FIELD_SORTED_AS_NAME)
      order = klass->fields[i].name;
  gtk_button_set_label (self->choose, act);
  self->query = td_query_copy (query);
  td_record_table_describe (self->table, td_query_get_entity_type (query), NULL, order, FALSE, title);
  search_cb (self);
  td_record_table_set_session (self->table, session);
  return GTK_WIDGET (self);
}
