/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-picker"

#include "config.h"

#include "td-lazy-list.h"
#include "td-picker.h"
#include "td-record-jobs.h"

/* Picks one record out of any number: type, arrows, Enter. */

struct _TdPicker
{
  GtkPopover parent_instance;

  GtkSearchEntry *search;
  GtkListView *view;
  GtkButton *clear;

  TdSession *session;
  GType entity_type;
  TdLazyList *list;
  GtkSingleSelection *selection;
};

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPicker, td_picker, GTK_TYPE_POPOVER)

static void
pick (TdPicker *self, gint64 id, const char *label)
{
  g_signal_emit (self, signals[PICKED], 0, id, label);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
pick_position (TdPicker *self, guint position)
{
  TdEntity *row = self->list != NULL ? td_lazy_list_peek (self->list, position) : NULL;
  g_autofree char *label = row != NULL ? td_record_dup_label (row) : NULL;

  if (row != NULL)
    pick (self, td_entity_get_id (row), label);
}

static void
search_activate_cb (TdPicker *self)
{
  pick_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
row_activate_cb (TdPicker *self, guint position)
{
  pick_position (self, position);
}

static void
clear_cb (TdPicker *self)
{
  pick (self, 0, NULL);
}

static const char *
name_order (GType entity_type)
{
  TdEntityClass *klass = td_entity_class_of (entity_type);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TD_FIELD_SORTED_AS_NAME)
      return klass->fields[i].name;
  return NULL;
}

static void
ask (TdPicker *self)
{
  g_autoptr (TdQuery) query = NULL;

  if (self->list == NULL)
    return;
  query = td_query_new (self->entity_type);
  td_query_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  td_query_order_by (query, name_order (self->entity_type), FALSE);
  td_lazy_list_set_query (self->list, query);
}

static gboolean
key_cb (TdPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_Up) || n == 0)
    return GDK_EVENT_PROPAGATE;
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  else if (keyval == GDK_KEY_Down)
    position = MIN (position + 1, n - 1);
  else if (position > 0)
    position--;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  return GDK_EVENT_STOP;
}

/* The list is read when the popover opens, not before. */
static void
show_cb (TdPicker *self)
{
  if (self->session == NULL || td_session_is_closed (self->session))
    return;
  if (self->list == NULL)
    {
      self->list = td_lazy_list_new (td_session_get_store (self->session), self->entity_type);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ask (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
row_changed_cb (TdEntity *entity, GParamSpec *pspec, gpointer user_data)
{
  g_autofree char *label = td_entity_get_id (entity) != 0 ? td_record_dup_label (entity) : g_strdup ("");

  gtk_label_set_label (user_data, label);
}

static void
setup_cb (TdPicker *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (TdPicker *self, GtkListItem *item)
{
  TdEntity *entity = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  row_changed_cb (entity, NULL, label);
  g_signal_connect (entity, "notify", G_CALLBACK (row_changed_cb), label);
}

static void
unbind_cb (TdPicker *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, gtk_list_item_get_child (item));
}

static void
td_picker_dispose (GObject *object)
{
  TdPicker *self = TD_PICKER (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  if (self->list != NULL)
    g_object_run_dispose (G_OBJECT (self->list)); /* an answer on its way keeps it, but it asks no more */
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PICKER);
  G_OBJECT_CLASS (td_picker_parent_class)->dispose (object);
}

static void
td_picker_class_init (TdPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_picker_dispose;

  /**
   * TdPicker::picked:
   * @id: the record, 0 for none
   * @label: (nullable): what people call it
   */
  signals[PICKED] = g_signal_new ("picked", TD_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPicker, search);
  gtk_widget_class_bind_template_child (widget_class, TdPicker, view);
  gtk_widget_class_bind_template_child (widget_class, TdPicker, clear);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
td_picker_init (TdPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * td_picker_set_source:
 * @self: a picker
 * @session: where the records are
 * @entity_type: the kind of record
 * @label: what is picked, translated
 */
void
td_picker_set_source (TdPicker *self, TdSession *session, GType entity_type, const char *label)
{
  g_return_if_fail (TD_IS_PICKER (self) && self->list == NULL);

  g_set_object (&self->session, session);
  self->entity_type = entity_type;
  g_object_set (self->search, "placeholder-text", label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * td_picker_set_clear_label:
 * @self: a picker
 * @label: (nullable): of the button that picks none; %NULL when one must be picked
 */
void
td_picker_set_clear_label (TdPicker *self, const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (self->clear), label != NULL);
  gtk_button_set_label (self->clear, label != NULL ? label : "");
}
