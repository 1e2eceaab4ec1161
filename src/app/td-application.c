/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-application.h"
#include "td-pages.h"
#include "td-reminder.h"
#include "td-window.h"

/* The program: its windows, one for each office file, and its shortcuts. */

struct _TdApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TdApplication, td_application, ADW_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_show_about_window (window,
                         "application-name", _ ("Thi Đua"),
                         "application-icon", APP_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _ ("The Thi Đua developers"),
                         "copyright", "© 2026 The Thi Đua developers",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Emulation plans, commendations and their certificates"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "quit", quit_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "win.add", { "<Control>n" } },
  { "win.entry", { "<Control><Shift>n" } },
  { "win.search", { "<Control>f" } },
  { "win.details", { "F9" } },
  { "win.export", { "<Control><Shift>e" } },
  { "win.printer", { "<Control>p" } },
  { "win.open-office", { "<Control>o" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
};

/* As they stand in a row on the keyboard. */
static const char *const page_keys[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "minus" };

static void
add_shortcuts (GtkApplication *application)
{
  gsize n_pages;
  const TdPageKind *kinds = td_pages_get_kinds (&n_pages);

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) shortcuts[i].accels);
  for (gsize i = 0; i < n_pages && i < G_N_ELEMENTS (page_keys); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", kinds[i].name);
      g_autofree char *accel = g_strdup_printf ("<Alt>%s", page_keys[i]);

      gtk_application_set_accels_for_action (application, action, (const char *[]){ accel, NULL });
    }
}

static void
td_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (td_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  td_reminder_set_up (application);
  add_shortcuts (GTK_APPLICATION (application));
}

static void
td_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (td_window_new (ADW_APPLICATION (application)));
  gtk_window_present (window);
}

/* The window of a file, or one that shows none. */
static TdWindow *
window_for (GApplication *application, const char *path)
{
  TdWindow *empty = NULL;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (application)); item != NULL; item = item->next)
    {
      TdWindow *window = TD_IS_WINDOW (item->data) ? item->data : NULL;

      if (window != NULL && g_strcmp0 (td_window_get_path (window), path) == 0)
        return window;
      if (window != NULL && td_window_get_path (window) == NULL)
        empty = window;
    }
  return empty != NULL ? empty : td_window_new (ADW_APPLICATION (application));
}

static void
td_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      TdWindow *window;

      if (path == NULL)
        continue;
      window = window_for (application, path);
      td_window_open (window, path);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
td_application_class_init (TdApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->startup = td_application_startup;
  G_APPLICATION_CLASS (klass)->activate = td_application_activate;
  G_APPLICATION_CLASS (klass)->open = td_application_open;
}

static void
td_application_init (TdApplication *self)
{
}

/**
 * td_application_new:
 *
 * Returns: (transfer full): the program
 */
TdApplication *
td_application_new (void)
{
  return g_object_new (TD_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/thidua/ThiDua",
                       NULL);
}
