/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-sidebar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-number.h"
#include "td-sidebar.h"

/* The list of pages. A page has a count only where somebody must act. */

#define NAME_KEY  "td-name"
#define COUNT_KEY "td-count"

struct _TdSidebar
{
  AdwBin parent_instance;

  GtkLabel *office;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (TdSidebar, td_sidebar, ADW_TYPE_BIN)

static void
todo_cb (GtkWidget *label, GParamSpec *pspec, GtkWidget *page)
{
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;
  guint todo;

  g_object_get (page, "todo", &todo, NULL);
  text = td_number_to_display (todo);
  tooltip = g_strdup_printf (ngettext ("%s entry waits for you", "%s entries wait for you", todo), text);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_widget_set_visible (label, todo > 0);
}

static void
row_selected_cb (TdSidebar *self, GtkListBoxRow *row)
{
  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", g_object_get_data (G_OBJECT (row), NAME_KEY));
}

static void
td_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_SIDEBAR);
  G_OBJECT_CLASS (td_sidebar_parent_class)->dispose (object);
}

static void
td_sidebar_class_init (TdSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_sidebar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TdSidebar, office);
  gtk_widget_class_bind_template_child (widget_class, TdSidebar, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
td_sidebar_init (TdSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_sidebar_set_title:
 * @self: the sidebar
 * @title: the office
 * @file: its file
 */
void
td_sidebar_set_title (TdSidebar *self, const char *title, const char *file)
{
  gtk_label_set_label (self->office, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->office), file);
}

/**
 * td_sidebar_add:
 * @self: the sidebar
 * @kind: a page, which need not have been made
 */
void
td_sidebar_add (TdSidebar *self, const TdPageKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (kind->title));
  GtkWidget *todo = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (todo, "td-count");
  gtk_widget_add_css_class (todo, "numeric");
  gtk_widget_set_valign (todo, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (kind->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), todo);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), NAME_KEY, (gpointer) kind->name);
  g_object_set_data (G_OBJECT (row), COUNT_KEY, todo);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kind->title), -1);
  gtk_list_box_append (self->rows, row);
  gtk_widget_set_visible (todo, FALSE);
}

static GtkListBoxRow *
find_row (TdSidebar *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), NAME_KEY), name) == 0)
      return row;
  return NULL;
}

/**
 * td_sidebar_watch:
 * @self: the sidebar
 * @name: a page's name
 * @page: its widget, whose "todo" is the count
 */
void
td_sidebar_watch (TdSidebar *self, const char *name, GtkWidget *page)
{
  GtkListBoxRow *row = find_row (self, name);

  if (row != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (page), "todo") != NULL)
    g_signal_connect_object (page, "notify::todo", G_CALLBACK (todo_cb), g_object_get_data (G_OBJECT (row), COUNT_KEY), G_CONNECT_SWAPPED);
}

/**
 * td_sidebar_clear:
 * @self: the sidebar
 */
void
td_sidebar_clear (TdSidebar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

/**
 * td_sidebar_select:
 * @self: the sidebar
 * @name: the page that is shown
 */
void
td_sidebar_select (TdSidebar *self, const char *name)
{
  GtkListBoxRow *row = find_row (self, name);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->rows, row);
  /* A focus in the list goes along, or two rows would look chosen. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
