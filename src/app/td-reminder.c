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
#define LAST_DAY "reminded-on" /* the day it was told last, by the path of the office file */
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

/* Only of offices told of today: the others are not remembered. */
static void
note_told (GSettings *settings, GVariant *days, const char *office, const char *day)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *path, *told;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, days);
  while (g_variant_iter_next (&iter, "{&s&s}", &path, &told))
    if (g_str_equal (told, day) && !g_str_equal (path, office))
      g_variant_builder_add (&builder, "{ss}", path, told);
  g_variant_builder_add (&builder, "{ss}", office, day);
  g_settings_set_value (settings, LAST_DAY, g_variant_builder_end (&builder));
}

/**
 * td_reminder_tell:
 * @application: the program
 * @office: the path of the office file
 * @overview: what was counted in it
 *
 * Tells what is due and overdue, unless that was done today for this office or is not wanted.
 */
void
td_reminder_tell (GApplication *application, const char *office, TdOverview *overview)
{
  GSettings *settings = g_object_get_data (G_OBJECT (application), KEY);
  g_autoptr (GVariant) days = settings != NULL ? g_settings_get_value (settings, LAST_DAY) : NULL;
  const char *last = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GNotification) notification = NULL;

  if (settings == NULL || !g_settings_get_boolean (settings, SWITCH))
    return;
  if (g_variant_lookup (days, office, "&s", &last) && g_str_equal (last, overview->day))
    return;
  sentence = td_overview_dup_sentence (overview);
  if (sentence == NULL)
    return;
  notification = g_notification_new (_ ("Due work"));
  g_notification_set_body (notification, sentence);
  g_application_send_notification (application, "due", notification);
  note_told (settings, days, office, overview->day);
}
