/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-record-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-columns.h"
#include "td-record-table.h"

/* A table of records of one kind, of any length. Models, from the office file up:
 *
 *   TdLazyList (pages from SQL, which filters and sorts) ── TdSelection ── GtkColumnView */

struct _TdRecordTable
{
  AdwBin parent_instance;

  GtkColumnView *view;

  GType entity_type;
  TdColumnChooser *chooser; /* NULL where the columns are fixed */
  TdSession *session;
  TdLazyList *list;
  TdSelection *selection;
  TdQuery *query; /* without order */
  TdLazyRowsFunc change;
  TdEntity *awaited; /* the chosen row, not yet read */
  GCancellable *cancellable;
  gboolean activates; /* when the list has been read */
  gint64 wanted_id;   /* to be chosen when the list has been read */
};

enum
{
  SELECTION_CHANGED,
  ACTIVATED,
  RELOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdRecordTable, td_record_table, ADW_TYPE_BIN)

static void
row_filled_cb (TdRecordTable *self)
{
  if (self->awaited != NULL)
    g_signal_handlers_disconnect_by_data (self->awaited, self);
  g_clear_object (&self->awaited);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
selection_changed_cb (TdRecordTable *self)
{
  guint position = td_selection_get_single (self->selection);

  if (self->awaited != NULL)
    g_signal_handlers_disconnect_by_data (self->awaited, self);
  g_clear_object (&self->awaited);
  if (position != TD_LAZY_LIST_NOWHERE && td_lazy_list_peek (self->list, position) == NULL)
    {
      self->awaited = g_list_model_get_item (G_LIST_MODEL (self->list), position);
      if (self->awaited != NULL)
        g_signal_connect_swapped (self->awaited, "notify::id", G_CALLBACK (row_filled_cb), self);
    }
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
activate_cb (TdRecordTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

/* GTK 4.8 has no scroll_to; the list inside the view has the action. */
static void
scroll_to (TdRecordTable *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

static void
select_position (TdRecordTable *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  scroll_to (self, position);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdRecordTable) self = user_data;
  g_autoptr (GError) error = NULL;
  guint position = td_lazy_list_find_finish (TD_LAZY_LIST (source), result, &error);

  if (position != TD_LAZY_LIST_NOWHERE && self->selection != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    select_position (self, position);
}

static void
reloaded_cb (TdRecordTable *self)
{
  if (self->wanted_id != 0)
    {
      gint64 id = self->wanted_id;

      self->wanted_id = 0;
      td_record_table_select_id (self, id);
    }
  g_signal_emit (self, signals[RELOADED], 0);
  selection_changed_cb (self);
  if (self->activates)
    td_record_table_activate (self);
}

static void
failed_cb (TdRecordTable *self, const char *message)
{
  td_session_fail (self->session, message, NULL);
}

static void
ask (TdRecordTable *self)
{
  g_autoptr (TdQuery) query = td_record_table_dup_query (self);

  if (self->list != NULL && query != NULL)
    td_lazy_list_set_query (self->list, query);
}

static void
td_record_table_dispose (GObject *object)
{
  TdRecordTable *self = TD_RECORD_TABLE (object);

  if (self->awaited != NULL)
    g_signal_handlers_disconnect_by_data (self->awaited, self);
  g_clear_object (&self->awaited);
  g_cancellable_cancel (self->cancellable);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->chooser);
  g_clear_object (&self->selection);
  if (self->list != NULL)
    g_object_run_dispose (G_OBJECT (self->list)); /* an answer on its way keeps it, but it asks no more */
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_pointer (&self->query, td_query_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_RECORD_TABLE);
  G_OBJECT_CLASS (td_record_table_parent_class)->dispose (object);
}

static void
td_record_table_finalize (GObject *object)
{
  g_object_unref (TD_RECORD_TABLE (object)->cancellable);
  G_OBJECT_CLASS (td_record_table_parent_class)->finalize (object);
}

static gboolean
td_record_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TD_RECORD_TABLE (widget)->view));
}

static void
td_record_table_class_init (TdRecordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_record_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_record_table_finalize;
  widget_class->grab_focus = td_record_table_grab_focus;

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", TD_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", TD_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[RELOADED] = g_signal_new ("reloaded", TD_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "page.delete", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TdRecordTable, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
td_record_table_init (TdRecordTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * td_record_table_new:
 *
 * Returns: a table, to be described and given a session
 */
GtkWidget *
td_record_table_new (void)
{
  return g_object_new (TD_TYPE_RECORD_TABLE, NULL);
}

/**
 * td_record_table_describe:
 * @self: a table
 * @entity_type: the kind of record
 * @columns: (nullable): which properties; %NULL for all that are listed
 * @order: (nullable): the property that orders at first
 * @descending: whether the last comes first
 * @label: its accessible name, translated
 */
void
td_record_table_describe (TdRecordTable *self, GType entity_type, const char *const *columns,
                          const char *order, gboolean descending, const char *label)
{
  self->entity_type = entity_type;
  td_columns_append (self->view, entity_type, columns);
  td_columns_set_order (self->view, order, descending);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * td_record_table_set_change:
 * @self: a table, before its session is set
 * @change: has a hand in its rows
 */
void
td_record_table_set_change (TdRecordTable *self, TdLazyRowsFunc change)
{
  g_return_if_fail (TD_IS_RECORD_TABLE (self) && self->list == NULL);

  self->change = change;
}

/**
 * td_record_table_offer_columns:
 * @self: a table that has been described
 * @name: by which the looks of the list are remembered
 *
 * Lets people choose among all columns its records have.
 *
 * Returns: (transfer none): the choice
 */
TdColumnChooser *
td_record_table_offer_columns (TdRecordTable *self, const char *name)
{
  g_return_val_if_fail (TD_IS_RECORD_TABLE (self) && self->chooser == NULL, NULL);

  td_columns_offer_others (self->view, self->entity_type);
  self->chooser = td_column_chooser_new (self->view, name);
  return self->chooser;
}

/**
 * td_record_table_add_marks:
 * @self: a table that has been described, after its columns were offered
 * @title: heading of the column, translated
 *
 * Gives the table a first column that is no field of its records.
 *
 * Returns: (transfer none): what marks the rows
 */
TdMarkColumn *
td_record_table_add_marks (TdRecordTable *self, const char *title)
{
  return td_mark_column_new (self->view, title);
}

/**
 * td_record_table_set_session:
 * @self: a table that has been described
 * @session: where the records are
 */
void
td_record_table_set_session (TdRecordTable *self, TdSession *session)
{
  g_return_if_fail (TD_IS_RECORD_TABLE (self) && self->list == NULL);

  self->session = g_object_ref (session);
  self->list = td_lazy_list_new (td_session_get_store (session), self->entity_type);
  td_lazy_list_set_change (self->list, self->change);
  self->selection = td_selection_new (self->list);
  g_signal_connect_object (self->list, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  ask (self);
}

/**
 * td_record_table_set_query:
 * @self: a table
 * @query: which records; the order is the table's own affair
 */
void
td_record_table_set_query (TdRecordTable *self, TdQuery *query)
{
  td_query_ref (query);
  g_clear_pointer (&self->query, td_query_unref);
  self->query = query;
  ask (self);
}

/**
 * td_record_table_dup_query:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): which records it shows, in the order it shows them
 */
TdQuery *
td_record_table_dup_query (TdRecordTable *self)
{
  TdQuery *query = self->query != NULL ? td_query_copy (self->query) : NULL;
  TdColumnsOrder order;

  if (query != NULL)
    {
      td_columns_read_order (self->view, &order);
      td_query_order_by (query, order.field, order.descending);
    }
  return query;
}

/**
 * td_record_table_get_fields:
 * @self: a table
 *
 * Returns: (transfer full) (element-type TdField): what its columns show
 */
GPtrArray *
td_record_table_get_fields (TdRecordTable *self)
{
  return td_columns_get_shown (self->view);
}

/**
 * td_record_table_get_list:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): its rows
 */
TdLazyList *
td_record_table_get_list (TdRecordTable *self)
{
  return self->list;
}

/**
 * td_record_table_set_one_only:
 * @self: a table with a session
 * @one_only: whether one row can be chosen at a time; by default several
 */
void
td_record_table_set_one_only (TdRecordTable *self, gboolean one_only)
{
  td_selection_set_one_only (self->selection, one_only);
}

/**
 * td_record_table_get_n_selected:
 * @self: a table
 *
 * Returns: how many rows are chosen
 */
guint
td_record_table_get_n_selected (TdRecordTable *self)
{
  return self->selection != NULL ? td_selection_get_n (self->selection) : 0;
}

/**
 * td_record_table_get_single:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the record that alone is chosen
 */
TdEntity *
td_record_table_get_single (TdRecordTable *self)
{
  guint position = self->selection != NULL ? td_selection_get_single (self->selection) : TD_LAZY_LIST_NOWHERE;

  return position != TD_LAZY_LIST_NOWHERE ? td_lazy_list_peek (self->list, position) : NULL;
}

/**
 * td_record_table_select_id:
 * @self: a table
 * @id: a record
 *
 * Chooses a record alone and brings it into sight, also when it has only just been added.
 */
void
td_record_table_select_id (TdRecordTable *self, gint64 id)
{
  if (self->list == NULL)
    return;
  if (td_lazy_list_is_loading (self->list))
    {
      self->wanted_id = id;
      return;
    }
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  td_lazy_list_find_async (self->list, id, self->cancellable, found_cb, g_object_ref (self));
}

/**
 * td_record_table_await_id:
 * @self: a table
 * @id: a record that the list is about to be read with
 *
 * Chooses a record as soon as the list has been read anew.
 */
void
td_record_table_await_id (TdRecordTable *self, gint64 id)
{
  self->wanted_id = id;
}

/**
 * td_record_table_step:
 * @self: a table
 * @by: 1 for the next row, -1 for the one before
 *
 * Chooses the row beside the chosen one.
 */
void
td_record_table_step (TdRecordTable *self, int by)
{
  guint position;
  guint n;

  if (self->selection == NULL)
    return;
  position = td_selection_get_single (self->selection);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (position == TD_LAZY_LIST_NOWHERE)
    position = 0;
  else if ((by < 0 && position == 0) || (by > 0 && position + 1 >= n))
    return;
  else
    position += by;
  if (position < n)
    select_position (self, position);
}

/**
 * td_record_table_activate:
 * @self: a table
 *
 * Opens the row that alone is chosen, or the only one there is; of several the first is chosen. A
 * list that is being read is awaited.
 */
void
td_record_table_activate (TdRecordTable *self)
{
  guint position;

  self->activates = self->list != NULL && td_lazy_list_is_loading (self->list);
  if (self->selection == NULL || self->activates)
    return;
  position = td_selection_get_single (self->selection);
  if (position == TD_LAZY_LIST_NOWHERE)
    td_record_table_step (self, 1);
  if (position == TD_LAZY_LIST_NOWHERE && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 1)
    position = 0;
  if (position != TD_LAZY_LIST_NOWHERE)
    g_signal_emit (self, signals[ACTIVATED], 0, position);
}

/**
 * td_record_table_unselect:
 * @self: a table
 */
void
td_record_table_unselect (TdRecordTable *self)
{
  if (self->selection != NULL)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

typedef struct
{
  TdRecordTable *self;
  TdRecordsFunc func;
  GObject *owner;
} Collect;

static void
collected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Collect *collect = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = td_lazy_list_collect_finish (TD_LAZY_LIST (source), result, &error);

  if (ids != NULL)
    collect->func (ids, collect->owner);
  else if (collect->self->session != NULL)
    td_session_fail (collect->self->session, error->message, NULL);
  g_object_unref (collect->self);
  g_object_unref (collect->owner);
  g_free (collect);
}

/**
 * td_record_table_collect:
 * @self: a table
 * @func: told which records are chosen
 * @owner: a #GObject kept alive until then and given to @func
 */
void
td_record_table_collect (TdRecordTable *self, TdRecordsFunc func, gpointer owner)
{
  g_autoptr (GArray) ranges = NULL;
  Collect *collect;

  if (self->selection == NULL)
    return;
  ranges = td_selection_get_ranges (self->selection);
  collect = g_new0 (Collect, 1);
  collect->self = g_object_ref (self);
  collect->func = func;
  collect->owner = g_object_ref (owner);
  td_lazy_list_collect_async (self->list, (const TdRowRange *) ranges->data, ranges->len, NULL, collected_cb, collect);
}
