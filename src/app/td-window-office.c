/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-window-office"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding-dialog.h"
#include "td-model.h"
#include "td-open-batch.h"
#include "td-pages.h"
#include "td-print-dialog.h"
#include "td-window-private.h"

/* The office in the window: opened, named, heard, and let go. */

/* What the session has to say */

static void
told_cb (TdWindow *self, const char *text, gboolean undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_set_timeout (toast, 6);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
shown_cb (TdWindow *self, const char *heading, const char *text, GPtrArray *findings)
{
  td_finding_dialog_show (GTK_WINDOW (self), heading, text, findings);
}

void
_td_window_update_undo (TdWindow *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  gboolean may_write = self->session != NULL && !td_session_is_read_only (self->session);

  if (self->session != NULL)
    g_object_get (self->session, "undo-name", &undo, "redo-name", &redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", may_write && undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", may_write && redo != NULL);
}

static void
progress_cb (TdWindow *self)
{
  g_autofree char *text = NULL;
  gboolean running;
  double fraction;

  g_object_get (self->session, "running", &running, "fraction", &fraction, "progress-text", &text, NULL);
  gtk_revealer_set_reveal_child (self->progress, running);
  gtk_label_set_label (self->progress_label, text != NULL ? text : _ ("Working…"));
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

/* Opening */

static gboolean
office_name_cb (TdConnection *connection, gpointer user_data, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE);
  TdOffice **office = user_data;

  *office = td_connection_find (connection, query, error);
  return TRUE;
}

static void
office_pointer_free (TdOffice **office)
{
  g_clear_object (office);
  g_free (office);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdWindow) self = user_data;
  TdOffice **office = td_store_read_finish (TD_STORE (source), result, NULL);
  g_autofree char *title = NULL;
  g_autofree char *file = NULL;
  const char *name;

  if (self->session == NULL || td_session_get_store (self->session) != TD_STORE (source))
    return;
  file = g_path_get_basename (td_store_get_path (TD_STORE (source)));
  name = office != NULL && *office != NULL ? (*office)->name : file;
  td_sidebar_set_title (self->sidebar, name, file);
  title = td_session_is_read_only (self->session) ? g_strdup_printf (_ ("%s (read only) – Thi Đua"), name)
                                                  : g_strdup_printf (_ ("%s – Thi Đua"), name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
ask_office_name (TdWindow *self)
{
  if (self->session != NULL && !td_session_is_closed (self->session))
    td_store_read_async (td_session_get_store (self->session), office_name_cb, g_new0 (TdOffice *, 1),
                         (GDestroyNotify) office_pointer_free, NULL, named_cb, g_object_ref (self));
}

void
_td_window_drop_session (TdWindow *self)
{
  GtkWidget *page;

  g_clear_handle_id (&self->counted_id, g_source_remove);
  td_sidebar_clear (self->sidebar);
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  td_session_close (self->session);
  g_clear_object (&self->session);
}

/* What stands in the sidebar as a count is wanted without its page being seen. */
static gboolean
counted_cb (gpointer user_data)
{
  TdWindow *self = user_data;
  gsize n_pages;
  const TdPageKind *kinds = td_pages_get_kinds (&n_pages);

  self->counted_id = 0;
  for (gsize i = 0; i < n_pages; i++)
    if (td_pages_counts (&kinds[i]))
      _td_window_need_page (self, kinds[i].name);
  _td_window_hide_other_pages (self);
  return G_SOURCE_REMOVE;
}

/* After a crash or a power cut: what was sent is known, what came out only a person knows. */
static void
open_batches_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdWindow *self = owner;
  g_autoptr (TdOpenBatch) open = NULL;

  if (error != NULL || self->session == NULL || td_job_get_count (job) == 0)
    return;
  open = g_list_model_get_item (td_job_get_object (job), 0);
  td_print_dialog_present (td_print_dialog_new_for_batch (self->session, td_entity_get_id (TD_ENTITY (open->batch))), GTK_WIDGET (self));
}

static void
take_store (TdWindow *self, TdStore *store)
{
  gsize n_pages;
  const TdPageKind *kinds = td_pages_get_kinds (&n_pages);
  const char *reason = td_store_get_read_only_reason (store);

  _td_window_drop_session (self);
  self->session = td_session_new (store);
  g_signal_connect_object (self->session, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::undo-name", G_CALLBACK (_td_window_update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::redo-name", G_CALLBACK (_td_window_update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::running", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::fraction", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::progress-text", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (ask_office_name), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < n_pages; i++)
    td_sidebar_add (self->sidebar, &kinds[i]);
  gtk_label_set_label (self->read_only_label, reason != NULL ? reason : _ ("The office file can only be read."));
  gtk_revealer_set_reveal_child (self->read_only, td_store_is_read_only (store));
  gtk_stack_set_visible_child_name (self->main, "office");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", kinds[td_pages_get_first ()].name);
  self->counted_id = g_idle_add_full (G_PRIORITY_LOW, counted_cb, self, NULL);
  ask_office_name (self);
  _td_window_update_undo (self);
  if (!td_store_is_read_only (store))
    td_session_run (self->session, td_print_batch_list_open_job (), TD_RUN_QUIET, open_batches_cb, self);
}

static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  const char *actor = g_get_real_name ();
  TdStore *store = td_store_open (task_data, TD_STORE_WRITE_IF_FREE,
                                  g_strcmp0 (actor, "Unknown") != 0 && *actor != '\0' ? actor : g_get_user_name (), &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TdWindow *self = TD_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = g_task_propagate_pointer (G_TASK (result), &error);

  if (store != NULL && self->toasts == NULL) /* the window has gone meanwhile */
    td_store_close (store);
  else if (store != NULL)
    take_store (self, store);
  else if (self->toasts != NULL)
    {
      g_clear_pointer (&self->path, g_free);
      if (self->session != NULL)
        td_session_fail (self->session, error->message, NULL);
      else
        {
          td_welcome_page_set_message (self->welcome, error->message);
          gtk_stack_set_visible_child_name (self->main, "welcome");
        }
    }
}

/**
 * td_window_open:
 * @self: the window
 * @path: an office file
 *
 * Opens an office file without waiting for it.
 */
void
td_window_open (TdWindow *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TD_IS_WINDOW (self) && path != NULL);

  if (g_strcmp0 (self->path, path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  td_welcome_page_set_message (self->welcome, NULL);
  if (self->session == NULL)
    gtk_stack_set_visible_child_name (self->main, "opening");
  task = g_task_new (self, NULL, opened_cb, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_thread);
}
