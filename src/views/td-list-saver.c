/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-saver"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-display.h"
#include "td-file-dialog.h"
#include "td-list-export.h"
#include "td-list-saver.h"
#include "td-number.h"

/* Saving the list on screen as a file: what it shows, as it shows it. What identifies citizens only
 * leaves the program after that has been said. */

#define SAVING_KEY "td-saving"

typedef struct
{
  TdSession *session;
  TdQuery *query;
  GPtrArray *fields; /* of const TdField */
  char *title;
  char *path;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->session);
  td_query_unref (saving->query);
  g_ptr_array_unref (saving->fields);
  g_free (saving->title);
  g_free (saving->path);
  g_free (saving);
}

static Saving *
saving_of (gpointer owner)
{
  return g_object_get_data (owner, SAVING_KEY);
}

static void
saved_cb (TdJob *job, const GError *error, gpointer owner)
{
  Saving *saving = saving_of (owner);
  guint n = td_job_get_count (job);
  g_autofree char *number = td_number_to_display (n);
  g_autofree char *name = g_path_get_basename (saving->path);
  g_autofree char *text = NULL;

  if (error != NULL || td_session_is_closed (saving->session))
    return;
  /* Translators: how many rows, the name of a file */
  text = g_strdup_printf (ngettext ("%s row saved in “%s”.", "%s rows saved in “%s”.", n), number, name);
  td_session_tell (saving->session, text);
}

static void
save_path (const char *path, gpointer owner)
{
  Saving *saving = saving_of (owner);

  if (td_session_is_closed (saving->session))
    return;
  saving->path = g_strdup (path);
  td_session_run (saving->session, td_list_export_job (saving->query, saving->fields, saving->title, path), TD_RUN_LONG, saved_cb, owner);
}

static void
choose_path (GtkWidget *parent, GObject *owner)
{
  Saving *saving = saving_of (owner);
  g_autofree char *name = g_strconcat (saving->title, ".xlsx", NULL);

  td_file_dialog_save (parent, _ ("Export the List"), TD_FILE_LIST, g_strdelimit (name, "/", '-'), save_path, owner);
}

/* Private columns */

static gboolean
is_private (const TdField *field)
{
  return (field->flags & TD_FIELD_PRIVATE) != 0;
}

static char *
name_private (GPtrArray *fields)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    if (is_private (g_ptr_array_index (fields, i)))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", td_display_get_label (g_ptr_array_index (fields, i)));
  return g_string_free (names, FALSE);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GObject) owner = user_data;
  GPtrArray *fields = saving_of (owner)->fields;

  if (g_str_equal (response, "cancel"))
    return;
  for (guint i = fields->len; g_str_equal (response, "without") && i > 0; i--)
    if (is_private (g_ptr_array_index (fields, i - 1)))
      g_ptr_array_remove_index (fields, i - 1);
  choose_path (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))), owner);
}

static void
ask_about_private (GtkWidget *parent, GObject *owner, const char *names)
{
  GPtrArray *fields = saving_of (owner)->fields;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), _ ("The List Names Citizens"), NULL);
  gboolean has_others = FALSE;

  for (guint i = 0; i < fields->len; i++)
    has_others = has_others || !is_private (g_ptr_array_index (fields, i));
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _ ("It would contain: %s. Whoever gets the file can read that."), names);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  if (has_others)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "without", _ ("_Leave Out"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "with", _ ("_Export All"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), has_others ? "without" : "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), g_object_ref (owner));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * td_list_saver_ask:
 * @parent: a widget of the window that asks
 * @session: where the records are
 * @table: the list on screen
 * @title: what it is called, translated
 *
 * Asks where to keep the list and writes it: its records in their order, its columns.
 */
void
td_list_saver_ask (GtkWidget *parent, TdSession *session, TdRecordTable *table, const char *title)
{
  g_autoptr (TdQuery) query = td_record_table_dup_query (table);
  g_autoptr (GObject) owner = NULL;
  g_autofree char *names = NULL;
  Saving *saving;

  if (query == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->session = g_object_ref (session);
  saving->query = g_steal_pointer (&query);
  saving->fields = td_record_table_get_fields (table);
  saving->title = g_strdup (title);
  owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_object_set_data_full (owner, SAVING_KEY, saving, (GDestroyNotify) saving_free);
  names = name_private (saving->fields);
  if (*names != '\0')
    ask_about_private (parent, owner, names);
  else
    choose_path (parent, owner);
}
