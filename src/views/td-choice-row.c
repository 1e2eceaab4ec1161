/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-choice-row"

#include "config.h"

#include "td-choice-row.h"

/* libadwaita cuts choices at twenty letters, in the row and in its list, with no property to say otherwise. */
#define MOST_CHOSEN 48 /* letters, beside the title of the row */
#define MOST_LISTED 80

G_DEFINE_TYPE (TdChoiceRow, td_choice_row, ADW_TYPE_COMBO_ROW)

static GtkWidget *
make_label (int most)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), most);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static void
show_text (GtkWidget *label, GtkListItem *item, int most)
{
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, g_utf8_strlen (text, -1) > most ? text : NULL);
}

static void
set_up_chosen_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, make_label (MOST_CHOSEN));
}

static void
bind_chosen_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  show_text (gtk_list_item_get_child (item), item, MOST_CHOSEN);
}

static void
set_up_listed_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (MOST_LISTED);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

/* A tick at what is chosen. */
static void
tick (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  gboolean chosen = gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (row);

  gtk_widget_set_opacity (gtk_widget_get_last_child (box), chosen ? 1 : 0);
}

static void
bind_listed_cb (GtkListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  show_text (gtk_widget_get_first_child (gtk_list_item_get_child (item)), item, MOST_LISTED);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (tick), item);
  tick (row, NULL, item);
}

static void
unbind_listed_cb (GtkListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, tick, item);
}

static void
td_choice_row_class_init (TdChoiceRowClass *klass)
{
}

static void
td_choice_row_init (TdChoiceRow *self)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (set_up_chosen_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  g_signal_connect (listed, "setup", G_CALLBACK (set_up_listed_cb), NULL);
  g_signal_connect_object (listed, "bind", G_CALLBACK (bind_listed_cb), self, 0);
  g_signal_connect_object (listed, "unbind", G_CALLBACK (unbind_listed_cb), self, 0);
  adw_combo_row_set_factory (ADW_COMBO_ROW (self), chosen);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), listed);
}

/**
 * td_choice_row_new:
 *
 * Returns: a row without choices: set its model, a #GtkStringList
 */
GtkWidget *
td_choice_row_new (void)
{
  return g_object_new (TD_TYPE_CHOICE_ROW, NULL);
}
