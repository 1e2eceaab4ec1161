/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-mark-column"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-display.h"
#include "td-entity.h"
#include "td-mark-column.h"

/* A narrow first column that says what a check has found of each row. */

struct _TdMarkColumn
{
  GObject parent_instance;

  GPtrArray *cells;  /* of GtkListItem, those that show a row now */
  GHashTable *marks; /* gint64 → TdSeverity; NULL while nothing is known */
  gboolean others_good;
};

G_DEFINE_FINAL_TYPE (TdMarkColumn, td_mark_column, G_TYPE_OBJECT)

static void
update (TdMarkColumn *self, GtkListItem *cell)
{
  TdEntity *entity = gtk_list_item_get_item (cell);
  GtkWidget *image = gtk_list_item_get_child (cell);
  gint64 id = entity != NULL ? td_entity_get_id (entity) : 0;
  gpointer severity;
  const char *icon = NULL, *word = NULL;

  gtk_widget_set_css_classes (image, (const char *[]){ NULL });
  if (id != 0 && self->marks != NULL && g_hash_table_lookup_extended (self->marks, &id, NULL, &severity))
    {
      icon = td_display_severity_icon (GPOINTER_TO_INT (severity));
      word = td_display_severity_word (GPOINTER_TO_INT (severity));
      gtk_widget_add_css_class (image, td_display_severity_class (GPOINTER_TO_INT (severity)));
    }
  else if (id != 0 && self->others_good)
    {
      icon = "object-select-symbolic";
      word = _ ("Nothing found");
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_widget_set_tooltip_text (image, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, word != NULL ? word : "", -1);
}

static void
filled_cb (TdEntity *entity, GParamSpec *pspec, gpointer user_data)
{
  TdMarkColumn *self = g_object_get_data (user_data, "td-mark-column");

  update (self, user_data);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  gtk_list_item_set_child (cell, gtk_image_new ());
  g_object_set_data (G_OBJECT (cell), "td-mark-column", user_data);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  TdMarkColumn *self = user_data;

  g_ptr_array_add (self->cells, cell);
  g_signal_connect (gtk_list_item_get_item (cell), "notify::id", G_CALLBACK (filled_cb), cell);
  update (self, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  TdMarkColumn *self = user_data;

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (cell), filled_cb, cell);
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
td_mark_column_finalize (GObject *object)
{
  TdMarkColumn *self = TD_MARK_COLUMN (object);

  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  G_OBJECT_CLASS (td_mark_column_parent_class)->finalize (object);
}

static void
td_mark_column_class_init (TdMarkColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_mark_column_finalize;
}

static void
td_mark_column_init (TdMarkColumn *self)
{
  self->cells = g_ptr_array_new ();
}

/**
 * td_mark_column_new:
 * @view: a column view of records
 * @title: its heading, translated
 *
 * Puts the column before the others.
 *
 * Returns: (transfer none): what marks its rows; the column keeps it
 */
TdMarkColumn *
td_mark_column_new (GtkColumnView *view, const char *title)
{
  g_autoptr (TdMarkColumn) self = g_object_new (TD_TYPE_MARK_COLUMN, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  column = gtk_column_view_column_new (title, factory);
  g_object_set_data_full (G_OBJECT (factory), "td-mark-column", g_object_ref (self), g_object_unref);
  gtk_column_view_insert_column (view, 0, column);
  return self;
}

/**
 * td_mark_column_set:
 * @self: a column of marks
 * @marks: (nullable) (element-type gint64 TdSeverity): the heaviest of what was found of each row; %NULL while nothing
 *   is known
 * @others_good: whether all other rows were looked at and nothing was found
 */
void
td_mark_column_set (TdMarkColumn *self, GHashTable *marks, gboolean others_good)
{
  if (marks != NULL)
    g_hash_table_ref (marks);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = marks;
  self->others_good = others_good;
  for (guint i = 0; i < self->cells->len; i++)
    update (self, g_ptr_array_index (self->cells, i));
}
