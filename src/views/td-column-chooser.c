/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-column-chooser"

#include "config.h"

#include "td-column-chooser.h"
#include "td-columns.h"
#include "td-display.h"
#include "td-settings.h"

/* Which columns of a list are shown: an action and a menu item for each. What is chosen, the widths
 * and the order are remembered by the name of the list. */

#define SCHEMA     "org.thidua.ThiDua.List"
#define PATH       "/org/thidua/ThiDua/lists/"
#define SAVE_DELAY 400 /* ms: a width that is dragged changes often */

struct _TdColumnChooser
{
  GObject parent_instance;

  GtkColumnView *view; /* weak */
  GPtrArray *columns;  /* of GtkColumnViewColumn */
  GSettings *settings; /* NULL where the program has not been installed */
  GSimpleActionGroup *actions;
  GMenu *menu;
  guint save_id;
};

G_DEFINE_FINAL_TYPE (TdColumnChooser, td_column_chooser, G_TYPE_OBJECT)

static const char *
name_of (GtkColumnViewColumn *column)
{
  return td_columns_get_field (column)->name;
}

static guint
count_shown (TdColumnChooser *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += gtk_column_view_column_get_visible (g_ptr_array_index (self->columns, i));
  return n;
}

/* Remembering */

static GSettings *
open_settings (const char *name)
{
  g_autofree char *path = g_strconcat (PATH, name, "/", NULL);

  return td_settings_open (SCHEMA, path);
}

static void
save (TdColumnChooser *self)
{
  g_autoptr (GVariantBuilder) shown = g_variant_builder_new (G_VARIANT_TYPE ("as"));
  g_autoptr (GVariantBuilder) widths = g_variant_builder_new (G_VARIANT_TYPE ("a{si}"));
  TdColumnsOrder order = { NULL, FALSE };

  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_variant_builder_add (shown, "s", name_of (column));
      if (gtk_column_view_column_get_fixed_width (column) > 0)
        g_variant_builder_add (widths, "{si}", name_of (column), gtk_column_view_column_get_fixed_width (column));
    }
  g_settings_set_value (self->settings, "shown", g_variant_new ("as", shown));
  g_settings_set_value (self->settings, "widths", g_variant_new ("a{si}", widths));
  if (self->view == NULL)
    return;
  td_columns_read_order (self->view, &order);
  g_settings_set_string (self->settings, "order", order.field != NULL ? order.field : "");
  g_settings_set_boolean (self->settings, "descending", order.descending);
}

static gboolean
save_cb (gpointer data)
{
  TdColumnChooser *self = data;

  self->save_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TdColumnChooser *self)
{
  if (self->settings != NULL && self->save_id == 0)
    self->save_id = g_timeout_add (SAVE_DELAY, save_cb, self);
}

/* A name that is not known any more is passed over. */
static void
restore (TdColumnChooser *self)
{
  g_auto (GStrv) shown = g_settings_get_strv (self->settings, "shown");
  g_autoptr (GVariant) widths = g_settings_get_value (self->settings, "widths");
  g_autofree char *order = g_settings_get_string (self->settings, "order");
  gboolean any = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    any = any || g_strv_contains ((const char *const *) shown, name_of (g_ptr_array_index (self->columns, i)));
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->columns, i);
      int width;

      if (any)
        gtk_column_view_column_set_visible (column, g_strv_contains ((const char *const *) shown, name_of (column)));
      if (g_variant_lookup (widths, name_of (column), "i", &width) && width > 0)
        gtk_column_view_column_set_fixed_width (column, width);
    }
  td_columns_set_order (self->view, *order != '\0' ? order : NULL, g_settings_get_boolean (self->settings, "descending"));
}

/* Choosing */

static void
change_state_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TdColumnChooser *self = user_data;
  gboolean show = g_variant_get_boolean (state);

  if (!show && count_shown (self) == 1)
    return; /* a list without columns says nothing */
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->columns, i);

      if (g_str_equal (name_of (column), g_action_get_name (G_ACTION (action))))
        gtk_column_view_column_set_visible (column, show);
    }
  g_simple_action_set_state (action, state);
  if (self->view != NULL)
    td_columns_let_one_expand (self->view);
  changed_cb (self);
}

static void
add_choice (TdColumnChooser *self, GtkColumnViewColumn *column)
{
  const char *name = name_of (column);
  g_autofree char *full = g_strconcat ("columns.", name, NULL);
  GSimpleAction *action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (gtk_column_view_column_get_visible (column)));

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_object_unref (action);
  g_menu_append (self->menu, td_display_get_label (td_columns_get_field (column)), full);
}

static void
td_column_chooser_dispose (GObject *object)
{
  TdColumnChooser *self = TD_COLUMN_CHOOSER (object);

  if (self->save_id != 0)
    {
      g_clear_handle_id (&self->save_id, g_source_remove);
      save (self);
    }
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (td_column_chooser_parent_class)->dispose (object);
}

static void
td_column_chooser_class_init (TdColumnChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_column_chooser_dispose;
}

static void
td_column_chooser_init (TdColumnChooser *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
}

/**
 * td_column_chooser_new:
 * @view: a column view with all its columns, shown and not shown, and its first order
 * @name: by which its looks are remembered
 *
 * Gives the view the looks it had last time.
 *
 * Returns: (transfer full): the chooser of its columns
 */
TdColumnChooser *
td_column_chooser_new (GtkColumnView *view, const char *name)
{
  TdColumnChooser *self = g_object_new (TD_TYPE_COLUMN_CHOOSER, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);

  g_set_weak_pointer (&self->view, view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    g_ptr_array_add (self->columns, g_list_model_get_item (columns, i));
  self->settings = open_settings (name);
  if (self->settings != NULL)
    restore (self);
  td_columns_let_one_expand (view);
  for (guint i = 0; i < self->columns->len; i++)
    {
      add_choice (self, g_ptr_array_index (self->columns, i));
      g_signal_connect_object (g_ptr_array_index (self->columns, i), "notify::fixed-width", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * td_column_chooser_get_actions:
 * @self: a chooser
 *
 * Returns: (transfer none): an action for each column, to be known as "columns"
 */
GActionGroup *
td_column_chooser_get_actions (TdColumnChooser *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * td_column_chooser_get_menu:
 * @self: a chooser
 *
 * Returns: (transfer none): an item for each column
 */
GMenuModel *
td_column_chooser_get_menu (TdColumnChooser *self)
{
  return G_MENU_MODEL (self->menu);
}
