/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-page-header"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-page-header.h"
#include "td-pane.h"

/* The header bar of a page: what every page has in it. */

struct _TdPageHeader
{
  AdwBin parent_instance;

  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  GtkToggleButton *pages;
  GtkButton *undo;
  GMenu *menu;
  GMenu *own; /* what this page alone offers; NULL while that is nothing */
};

G_DEFINE_FINAL_TYPE (TdPageHeader, td_page_header, ADW_TYPE_BIN)

static void
undo_name_cb (TdPageHeader *self, GParamSpec *pspec, TdSession *session)
{
  g_autofree char *name = NULL;
  g_autofree char *tooltip = NULL;

  g_object_get (session, "undo-name", &name, NULL);
  /* Translators: the name of an action, such as “Import 312 nominations” */
  tooltip = name != NULL ? g_strdup_printf (_ ("Undo: %s"), name) : g_strdup (_ ("Nothing to undo"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo), tooltip);
}

/* The button that shows the pages is needed only where their list has folded. */
static void
td_page_header_root (GtkWidget *widget)
{
  TdPageHeader *self = TD_PAGE_HEADER (widget);
  GtkWidget *pane = gtk_widget_get_ancestor (widget, TD_TYPE_PANE);

  GTK_WIDGET_CLASS (td_page_header_parent_class)->root (widget);
  if (pane != NULL)
    g_object_bind_property (pane, "folded", self->pages, "visible", G_BINDING_SYNC_CREATE);
}

static void
td_page_header_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_PAGE_HEADER);
  g_clear_object (&TD_PAGE_HEADER (object)->own);
  G_OBJECT_CLASS (td_page_header_parent_class)->dispose (object);
}

static void
td_page_header_class_init (TdPageHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_page_header_dispose;
  widget_class->root = td_page_header_root;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-page-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPageHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, TdPageHeader, title);
  gtk_widget_class_bind_template_child (widget_class, TdPageHeader, pages);
  gtk_widget_class_bind_template_child (widget_class, TdPageHeader, undo);
  gtk_widget_class_bind_template_child (widget_class, TdPageHeader, menu);
}

static void
td_page_header_init (TdPageHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_page_header_set_session:
 * @self: a header
 * @session: what Undo takes back
 */
void
td_page_header_set_session (TdPageHeader *self, TdSession *session)
{
  g_signal_connect_object (session, "notify::undo-name", G_CALLBACK (undo_name_cb), self, G_CONNECT_SWAPPED);
  undo_name_cb (self, NULL, session);
}

/**
 * td_page_header_set_title:
 * @self: a header
 * @title: the page, translated
 * @subtitle: (nullable): how much is on it, translated
 */
void
td_page_header_set_title (TdPageHeader *self, const char *title, const char *subtitle)
{
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
}

/**
 * td_page_header_pack_start:
 * @self: a header
 * @widget: the page's own button
 */
void
td_page_header_pack_start (TdPageHeader *self, GtkWidget *widget)
{
  adw_header_bar_pack_start (self->bar, widget);
}

/**
 * td_page_header_pack_end:
 * @self: a header
 * @widget: the page's own button
 */
void
td_page_header_pack_end (TdPageHeader *self, GtkWidget *widget)
{
  adw_header_bar_pack_end (self->bar, widget);
}

/**
 * td_page_header_offer_list:
 * @self: a header
 * @page: the page, which has the action "page.export"
 * @table: its list
 * @name: by which the looks of the list are remembered
 *
 * Puts into the menu what every list offers: its columns, and taking it out of the program.
 */
void
td_page_header_offer_list (TdPageHeader *self, GtkWidget *page, TdRecordTable *table, const char *name)
{
  TdColumnChooser *chooser = td_record_table_offer_columns (table, name);
  g_autoptr (GMenu) section = g_menu_new ();

  gtk_widget_insert_action_group (page, "columns", td_column_chooser_get_actions (chooser));
  g_menu_append_submenu (section, _ ("_Columns"), td_column_chooser_get_menu (chooser));
  g_menu_append (section, _ ("_Export List…"), "win.export");
  g_menu_prepend_section (self->menu, NULL, G_MENU_MODEL (section));
}

/**
 * td_page_header_offer:
 * @self: a header
 * @label: what it is called in the menu, translated
 * @action: the action's name
 *
 * Puts something that this page alone does into the menu, below what was put there before.
 */
void
td_page_header_offer (TdPageHeader *self, const char *label, const char *action)
{
  if (self->own == NULL)
    {
      self->own = g_menu_new ();
      g_menu_prepend_section (self->menu, NULL, G_MENU_MODEL (self->own));
    }
  g_menu_append (self->own, label, action);
}

/**
 * td_page_header_set_details:
 * @self: a header
 * @pane: the page's pane, which has the action "page.details"
 *
 * Adds the button that fetches the pane where there is little room and it has folded.
 */
void
td_page_header_set_details (TdPageHeader *self, TdPane *pane)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("sidebar-show-right-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Details"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.details");
  g_object_bind_property (pane, "folded", button, "visible", G_BINDING_SYNC_CREATE);
  td_page_header_pack_end (self, button);
}
