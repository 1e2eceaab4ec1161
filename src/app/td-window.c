/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-window"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-field-editor.h"
#include "td-file-dialog.h"
#include "td-overview-page.h"
#include "td-pages.h"
#include "td-plan-review-window.h"
#include "td-report-questions.h"
#include "td-reports-dialog.h"
#include "td-reminder.h"
#include "td-window-private.h"

/* The one window: the list of pages, the page shown, and what any of them has to say. */

#define CLOSE_AGAIN     50  /* ms until closing is tried again while lines are being kept */
#define MAX_CLOSE_TRIES 200 /* then it is asked about what is not kept */

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TdWindow, td_window, ADW_TYPE_APPLICATION_WINDOW)

/* Pages */

GtkWidget *
_td_window_get_page (TdWindow *self)
{
  return gtk_stack_get_visible_child (self->pages);
}

/* GTK tells a screen reader of what a stack hides, too. */
void
_td_window_hide_other_pages (TdWindow *self)
{
  GtkWidget *shown = _td_window_get_page (self);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL; page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != shown, -1);
}

static void
counted_cb (TdWindow *self, GParamSpec *pspec, TdOverviewPage *page)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    td_reminder_tell (G_APPLICATION (application), self->path != NULL ? self->path : "", td_overview_page_get_overview (page));
}

/* A page is made when it is first asked for: most of a day only one or two are. */
GtkWidget *
_td_window_need_page (TdWindow *self, const char *name)
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
        if (TD_IS_OVERVIEW_PAGE (page))
          g_signal_connect_object (page, "notify::overview", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
      }
  return page;
}

static void
cancel_cb (TdWindow *self)
{
  if (self->session != NULL)
    td_session_cancel (self->session);
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
  GtkWidget *page = _td_window_get_page (TD_WINDOW (widget));
  g_autofree char *target = g_strconcat ("page.", name + strlen ("win."), NULL);

  if (page != NULL)
    gtk_widget_activate_action (page, target, NULL);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const of_lists[] = { "win.search", "win.details", "win.export" };
  TdWindow *self = TD_WINDOW (widget);
  const char *page = g_variant_get_string (parameter, NULL);

  if (_td_window_need_page (self, page) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, page);
  _td_window_hide_other_pages (self);
  gtk_widget_action_set_enabled (widget, "win.add", td_pages_can_add (_td_window_get_page (self)));
  gtk_widget_action_set_enabled (widget, "win.printer", g_str_equal (page, "certificates"));
  for (guint i = 0; i < G_N_ELEMENTS (of_lists); i++)
    gtk_widget_action_set_enabled (widget, of_lists[i], td_pages_has_list (_td_window_get_page (self)));
  td_sidebar_select (self->sidebar, page);
  td_pages_look (_td_window_get_page (self));
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
  if (_td_window_get_page (TD_WINDOW (widget)) != NULL)
    td_pages_show_record (_td_window_get_page (TD_WINDOW (widget)), id);
}

/* An empty text is none. */
static void
show_rows_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);
  const char *page, *then;
  TdPageRows rows = { 0 };

  g_variant_get (parameter, "(&sx&s&s&sx&s&s)", &page, &rows.record_id, &rows.tab, &rows.field, &rows.value, &rows.id, &rows.label, &then);
  rows.tab = *rows.tab != '\0' ? rows.tab : NULL;
  rows.field = *rows.field != '\0' ? rows.field : NULL;
  rows.value = *rows.value != '\0' ? rows.value : NULL;
  if (_td_window_need_page (self, page) == NULL)
    return;
  gtk_widget_activate_action (widget, "win.page", "s", page);
  td_pages_show_rows (_td_window_get_page (self), &rows, *then != '\0' ? then : NULL);
}

static void
entry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "nominations");
  if (_td_window_get_page (TD_WINDOW (widget)) != NULL)
    gtk_widget_activate_action (_td_window_get_page (TD_WINDOW (widget)), "page.entry", NULL);
}

static void
reports_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);

  if (self->session != NULL)
    td_reports_dialog_present (widget, self->session, 0, NULL);
}

static void
remind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);

  if (self->session != NULL)
    td_report_questions_remind (widget, self->session, 0);
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
  _td_window_drop_session (self);
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
  _td_window_drop_session (self);
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
    _td_window_drop_session (self);
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
  gtk_widget_class_install_action (widget_class, "win.printer", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(sx)", show_record_action);
  gtk_widget_class_install_action (widget_class, "win.show-rows", "(sxsssxss)", show_rows_action);
  gtk_widget_class_install_action (widget_class, "win.entry", NULL, entry_action);
  gtk_widget_class_install_action (widget_class, "win.reports", NULL, reports_action);
  gtk_widget_class_install_action (widget_class, "win.remind-late", NULL, remind_action);
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

/* A plan that is dropped anywhere is read for review. */
static gboolean
drop_cb (TdWindow *self, const GValue *value)
{
  const GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL || self->session == NULL || !td_file_dialog_suits (TD_FILE_TEXT, path))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "plans");
  td_plan_review_open_path (_td_window_get_page (self), self->session, path);
  return TRUE;
}

static void
td_window_init (TdWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  _td_window_update_undo (self);
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
