/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reminder"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-reminder.h"
#include "td-settings.h"

/* What is due, told by the desktop once a day at most. It names nobody: notifications stand on locked screens. */

#define SCHEMA   "org.thidua.ThiDua"
#define SWITCH   "remind-daily"
#define LAST_DAY "reminded-on"
#define KEY      "td-reminder-settings"

/**
 * td_reminder_set_up:
 * @application: the program, at its start
 *
 * Gives it the switch "app.remind-daily".
 */
void
td_reminder_set_up (GApplication *application)
{
  GSettings *settings = td_settings_open (SCHEMA, NULL);
  g_autoptr (GAction) action = settings != NULL ? g_settings_create_action (settings, SWITCH) : NULL;

  if (settings == NULL)
    return;
  g_action_map_add_action (G_ACTION_MAP (application), action);
  g_object_set_data_full (G_OBJECT (application), KEY, settings, g_object_unref);
}

/**
 * td_reminder_tell:
 * @application: the program
 * @overview: what was counted
 *
 * Tells what is due and overdue, unless that was done today or is not wanted.
 */
void
td_reminder_tell (GApplication *application, TdOverview *overview)
{
  GSettings *settings = g_object_get_data (G_OBJECT (application), KEY);
  g_autofree char *last = settings != NULL ? g_settings_get_string (settings, LAST_DAY) : NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GNotification) notification = NULL;

  if (settings == NULL || !g_settings_get_boolean (settings, SWITCH) || g_str_equal (last, overview->day))
    return;
  sentence = td_overview_dup_sentence (overview);
  if (sentence == NULL)
    return;
  notification = g_notification_new (_ ("Due work"));
  g_notification_set_body (notification, sentence);
  g_application_send_notification (application, "due", notification);
  g_settings_set_string (settings, LAST_DAY, overview->day);
}
