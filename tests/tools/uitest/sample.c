/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with one of each thing the harness can drive. What happens is printed. */
#include <adwaita.h>

static void
set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
say (const char *what, const char *value)
{
  g_print ("%s: %s\n", what, value);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response)
{
  say ("response", response);
}

static void
button_cb (GtkWidget *button)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));
  GtkWidget *dialog = adw_message_dialog_new (window, "Xoá hồ sơ?", NULL);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", "Huỷ", "ok", "Đồng ý", NULL);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
entry_cb (GtkEditable *editable)
{
  say ("entry", gtk_editable_get_text (editable));
}

static void
activate_row_cb (GtkColumnView *view, guint position)
{
  g_print ("activated: %u\n", position);
}

static void
drop_cb (GtkDropDown *drop)
{
  g_print ("chosen: %u\n", gtk_drop_down_get_selected (drop));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
create_table (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;
  GtkWidget *view;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Sở %u", i);

      gtk_string_list_append (list, text);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (list))));
  column = gtk_column_view_column_new ("Tên", factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
  g_object_unref (column);
  g_signal_connect (view, "activate", G_CALLBACK (activate_row_cb), NULL);
  set_label (view, "Đơn vị");
  return view;
}

static void
activate_cb (GtkApplication *app)
{
  const char *const choices[] = { "Giấy khen", "Bằng khen", "Huân chương", NULL };
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_label ("Xoá");
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *drop = gtk_drop_down_new_from_strings (choices);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (button, "clicked", G_CALLBACK (button_cb), NULL);
  g_signal_connect (entry, "changed", G_CALLBACK (entry_cb), NULL);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (drop_cb), NULL);
  set_label (entry, "Tên đơn vị");
  set_label (drop, "Hình thức");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_table ());
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), button);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), drop);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Mẫu");
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = adw_application_new ("org.thidua.Sample", G_APPLICATION_NON_UNIQUE);

  setvbuf (stdout, NULL, _IOLBF, 0);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
