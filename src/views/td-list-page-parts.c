/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-page-parts"

#include "config.h"

#include "td-list-page-private.h"

/* What a page adds to what every page over records has: tabs, buttons, ways to begin. */

#define PRIVATE(self) _td_list_page_get_private (self)

/**
 * td_list_page_add_tab:
 * @self: a page
 * @widget: what stands beside the form
 * @name: its name
 * @title: its heading, translated
 */
void
td_list_page_add_tab (TdListPage *self, GtkWidget *widget, const char *name, const char *title)
{
  TdListPagePrivate *priv = PRIVATE (self);

  gtk_stack_add_titled (priv->tabs, widget, name, title);
  priv->has_tabs = TRUE;
}

/**
 * td_list_page_get_acts:
 * @self: a page
 *
 * Returns: (transfer none): room above the details for what can be done with the record
 */
GtkBox *
td_list_page_get_acts (TdListPage *self)
{
  return PRIVATE (self)->acts;
}

/**
 * td_list_page_add_act:
 * @self: a page, in its set_up
 * @label: translated
 * @action: what it does with the record shown
 *
 * Puts a button above the details, in one row with the others.
 */
void
td_list_page_add_act (TdListPage *self, const char *label, const char *action)
{
  TdListPagePrivate *priv = PRIVATE (self);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (priv->act_row, button);
  gtk_widget_set_visible (GTK_WIDGET (priv->act_row), TRUE);
}

/**
 * td_list_page_get_filters:
 * @self: a page
 *
 * Returns: (transfer none): what narrows its list
 */
TdFilterBar *
td_list_page_get_filters (TdListPage *self)
{
  return PRIVATE (self)->filters;
}

/**
 * td_list_page_add_button:
 * @self: a page, in its set_up
 * @label: translated
 * @action: what can be done with the page as a whole
 */
void
td_list_page_add_button (TdListPage *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  td_page_header_pack_end (PRIVATE (self)->header, button);
}

/**
 * td_list_page_offer:
 * @self: a page, in its set_up
 * @label: translated
 * @action: what it does
 *
 * Puts something that this page alone does into the menu.
 */
void
td_list_page_offer (TdListPage *self, const char *label, const char *action)
{
  td_page_header_offer (PRIVATE (self)->header, label, action);
}

/**
 * td_list_page_add_menu_item:
 * @self: a page, in its set_up
 * @label: translated
 * @action: what it does
 *
 * Puts another way to enter records beside the Add button.
 */
void
td_list_page_add_menu_item (TdListPage *self, const char *label, const char *action)
{
  g_menu_append (PRIVATE (self)->add_menu, label, action);
}

/**
 * td_list_page_add_bulk_button:
 * @self: a page
 * @label: translated
 * @action: what it does to the chosen rows
 *
 * The first is the one done most.
 */
void
td_list_page_add_bulk_button (TdListPage *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (gtk_widget_get_first_child (GTK_WIDGET (PRIVATE (self)->bulk_buttons)) == NULL)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (PRIVATE (self)->bulk_buttons, button);
}

/**
 * td_list_page_add_start_action:
 * @self: a page, in its set_up
 * @label: translated
 * @action: what to begin with while there is nothing
 */
void
td_list_page_add_start_action (TdListPage *self, const char *label, const char *action)
{
  TdListPagePrivate *priv = PRIVATE (self);
  GtkWidget *button = gtk_button_new_with_label (label);
  gboolean first = gtk_widget_get_first_child (GTK_WIDGET (priv->starts)) == NULL;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (first)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (priv->starts, button);
}
