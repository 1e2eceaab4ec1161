/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-window"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-field-editor.h"
#include "td-file-dialog.h"
#include "td-finding-dialog.h"
#include "td-model.h"
#include "td-open-batch.h"
#include "td-pages.h"
#include "td-pane.h"
#include "td-print-dialog.h"
#include "td-session.h"
#include "td-sidebar.h"
#include "td-welcome-page.h"
#include "td-window.h"

/* The one window: the list of pages, the page shown, and what any of them has to say. */

#define CLOSE_AGAIN     50  /* ms until closing is tried again while lines are being kept */
#define MAX_CLOSE_TRIES 200 /* then it is asked about what is not kept */

struct _TdWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *main;
  TdWelcomePage *welcome;
  TdPane *pane;
  TdSidebar *sidebar;
  GtkStack *pages;
  GtkRevealer *read_only;
  GtkLabel *read_only_label;
  GtkRevealer *progress;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;

  TdSession *session;
  char *path; /* of the office file opened or being opened */
  guint counted_id;
  guint close_id;
  guint close_tries;
  gboolean may_lose; /* what was entered and cannot be kept may go */
};

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TdWindow, td_window, ADW_TYPE_APPLICATION_WINDOW)

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

static void
names_cb (TdWindow *self)
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

static void
cancel_cb (TdWindow *self)
{
  if (self->session != NULL)
    td_session_cancel (self->session);
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

static void
drop_session (TdWindow *self)
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

static GtkWidget *
get_page (TdWindow *self)
{
  return gtk_stack_get_visible_child (self->pages);
}

/* GTK tells a screen reader of what a stack hides, too. */
static void
hide_other_pages (TdWindow *self)
{
  GtkWidget *shown = get_page (self);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL; page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != shown, -1);
}

/* A page is made when it is first asked for: most of a day only one or two are. */
static GtkWidget *
need_page (TdWindow *self, const char *name)
{
  gsize n_pages;
  const TdPageKind *kinds = td_pages_get_kinds (&n_pages);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  for (gsize i = 0; page == NULL && self->session != NULL && i < n_pages; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        page = td_pages_make (&kinds[i], self->session);
        gtk_stack_add_named (self->pages, page, name);
        td_sidebar_watch (self->sidebar, name, page);
      }
  return page;
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
      need_page (self, kinds[i].name);
  hide_other_pages (self);
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

  drop_session (self);
  self->session = td_session_new (store);
  g_signal_connect_object (self->session, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::undo-name", G_CALLBACK (names_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::redo-name", G_CALLBACK (names_cb), self, G_CONNECT_SWAPPED);
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
  names_cb (self);
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

static void
chosen_cb (TdWindow *self, const char *path)
{
  td_window_open (self, path);
}

static void
open_path (const char *path, gpointer owner)
{
  td_window_open (owner, path);
}

/* What has been entered by hand and cannot be kept as it is must not go with the window. */

static guint
finish_pages (TdWindow *self, gboolean *busy)
{
  guint n = 0;

  *busy = FALSE;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      gboolean page_busy;

      n += td_pages_finish (page, &page_busy);
      *busy |= page_busy;
    }
  return n;
}

static gboolean
close_again_cb (gpointer user_data)
{
  TD_WINDOW (user_data)->close_id = 0;
  gtk_window_close (user_data);
  return G_SOURCE_REMOVE;
}

static void
lose_cb (TdWindow *self, const char *response)
{
  if (!g_str_equal (response, "lose"))
    return;
  self->may_lose = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_lines (TdWindow *self, guint n, gboolean closing)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("%u line entered by hand is not kept", "%u lines entered by hand are not kept", n), n);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, _ ("Something stands in their way; each line says what. Mend or clear them first."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "back", _ ("Back to the Lines"));
  if (closing)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "lose", _ ("Close Without Them"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "lose", ADW_RESPONSE_DESTRUCTIVE);
      g_signal_connect_object (dialog, "response", G_CALLBACK (lose_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.entry", NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Actions */

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);

  if (self->session != NULL)
    td_session_undo (self->session, g_str_equal (name, "win.redo"));
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = get_page (TD_WINDOW (widget));
  g_autofree char *target = g_strconcat ("page.", name + strlen ("win."), NULL);

  if (page != NULL)
    gtk_widget_activate_action (page, target, NULL);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);
  const char *page = g_variant_get_string (parameter, NULL);

  if (need_page (self, page) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, page);
  hide_other_pages (self);
  gtk_widget_action_set_enabled (widget, "win.add", td_pages_can_add (get_page (self)));
  td_sidebar_select (self->sidebar, page);
  td_pages_look (get_page (self));
  if (td_pane_get_folded (self->pane))
    td_pane_set_reveal (self->pane, FALSE);
}

static void
show_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *page;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &page, &id);
  gtk_widget_activate_action (widget, "win.page", "s", page);
  if (get_page (TD_WINDOW (widget)) != NULL)
    td_pages_show_record (get_page (TD_WINDOW (widget)), id);
}

static void
entry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "nominations");
  if (get_page (TD_WINDOW (widget)) != NULL)
    gtk_widget_activate_action (get_page (TD_WINDOW (widget)), "page.entry", NULL);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean busy;
  guint n = finish_pages (TD_WINDOW (widget), &busy);

  if (n > 0 && !busy)
    {
      ask_lines (TD_WINDOW (widget), n, FALSE);
      return;
    }
  td_file_dialog_open (widget, _ ("Open an Office File"), TD_FILE_OFFICE, open_path, widget);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);
  gboolean busy;
  guint n = finish_pages (self, &busy);

  if (n > 0 && !busy)
    {
      ask_lines (self, n, FALSE);
      return;
    }
  drop_session (self);
  g_clear_pointer (&self->path, g_free);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Thi Đua"));
  gtk_stack_set_visible_child_name (self->main, "welcome");
  td_welcome_page_begin_office (self->welcome);
}

/* Ctrl+Z belongs to a field while it holds typing that has not been saved, else to the office.
 * An entry takes the key even when it has nothing to undo, so it is asked here first. */
static gboolean
key_cb (TdWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean redo = modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (gdk_keyval_to_lower (keyval) != GDK_KEY_z || (modifiers != GDK_CONTROL_MASK && !redo))
    return GDK_EVENT_PROPAGATE;
  /* Entry by hand keeps steps of its own, in the order of the office's. */
  if (focus != NULL && gtk_widget_activate_action (focus, redo ? "entry.redo" : "entry.undo", NULL))
    return GDK_EVENT_STOP;
  if (td_field_editor_holds_typing (focus))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), redo ? "win.redo" : "win.undo", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
td_window_close_request (GtkWindow *window)
{
  TdWindow *self = TD_WINDOW (window);

  gboolean busy;
  guint n;

  gtk_window_set_focus (window, NULL); /* the field being typed in is saved */
  n = finish_pages (self, &busy);
  if (busy && self->close_tries++ < MAX_CLOSE_TRIES)
    {
      if (self->close_id == 0)
        self->close_id = g_timeout_add (CLOSE_AGAIN, close_again_cb, self);
      return GDK_EVENT_STOP;
    }
  self->close_tries = 0;
  if (n > 0 && !self->may_lose)
    {
      ask_lines (self, n, TRUE);
      return GDK_EVENT_STOP;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  drop_session (self);
  return GTK_WINDOW_CLASS (td_window_parent_class)->close_request (window);
}

static void
td_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdWindow *self = TD_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SHOW_SIDEBAR: g_value_set_boolean (value, self->pane != NULL && td_pane_get_reveal (self->pane)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TdWindow *self = TD_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SHOW_SIDEBAR: td_pane_set_reveal (self->pane, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reveal_cb (TdWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
td_window_dispose (GObject *object)
{
  TdWindow *self = TD_WINDOW (object);

  g_clear_handle_id (&self->close_id, g_source_remove);
  if (self->pages != NULL)
    drop_session (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_WINDOW);
  G_OBJECT_CLASS (td_window_parent_class)->dispose (object);
}

static void
td_window_finalize (GObject *object)
{
  g_free (TD_WINDOW (object)->path);
  G_OBJECT_CLASS (td_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.details", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(sx)", show_record_action);
  gtk_widget_class_install_action (widget_class, "win.entry", NULL, entry_action);
  gtk_widget_class_install_action (widget_class, "win.open-office", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.new-office", NULL, new_action);
  gtk_widget_class_install_property_action (widget_class, "win.show-sidebar", "show-sidebar");
}

static void
td_window_class_init (TdWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_window_finalize;
  G_OBJECT_CLASS (klass)->get_property = td_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = td_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = td_window_close_request;
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  install_actions (widget_class);

  g_type_ensure (TD_TYPE_PANE);
  g_type_ensure (TD_TYPE_SIDEBAR);
  g_type_ensure (TD_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, main);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, read_only);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
td_window_init (TdWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  names_cb (self);
}

/**
 * td_window_new:
 * @application: the program
 *
 * Returns: a window without an office file
 */
TdWindow *
td_window_new (AdwApplication *application)
{
  return g_object_new (TD_TYPE_WINDOW, "application", application, NULL);
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

/**
 * td_window_get_path:
 * @self: the window
 *
 * Returns: (nullable): the office file it shows or is opening
 */
const char *
td_window_get_path (TdWindow *self)
{
  return self->path;
}
