/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-welcome-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-file-dialog.h"
#include "td-office-jobs.h"
#include "td-welcome-page.h"

/* The first start: open an office file, or make one. */

struct _TdWelcomePage
{
  AdwBin parent_instance;

  GtkStack *steps;
  GtkRevealer *message_revealer;
  GtkLabel *message;
  AdwEntryRow *unit;
  AdwEntryRow *place;
  GtkButton *create;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdWelcomePage, td_welcome_page, ADW_TYPE_BIN)

typedef struct
{
  char *path, *unit, *place, *actor;
} Office;

static void
office_free (Office *office)
{
  g_free (office->path);
  g_free (office->unit);
  g_free (office->place);
  g_free (office->actor);
  g_free (office);
}

static void
create_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Office *office = task_data;
  GError *error = NULL;

  if (td_office_create (office->path, office->unit, office->place, office->actor, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TdWelcomePage *self = TD_WELCOME_PAGE (source);
  Office *office = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[CHOSEN], 0, office->path);
  else if (self->message != NULL)
    td_welcome_page_set_message (self, error->message);
}

static void
create_path (const char *path, gpointer owner)
{
  TdWelcomePage *self = owner;
  g_autoptr (GTask) task = g_task_new (self, NULL, created_cb, NULL);
  Office *office = g_new0 (Office, 1);

  office->path = g_strdup (path);
  office->unit = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->unit))));
  office->place = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->place))));
  office->actor = g_strdup (g_get_real_name ());
  g_task_set_task_data (task, office, (GDestroyNotify) office_free);
  g_task_run_in_thread (task, create_thread);
}

static void
open_path (const char *path, gpointer owner)
{
  g_signal_emit (owner, signals[CHOSEN], 0, path);
}

static gboolean
is_filled (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0';
}

static void
typed_cb (TdWelcomePage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->create), is_filled (self->unit) && is_filled (self->place));
}

static void
create_cb (TdWelcomePage *self)
{
  /* Translators: the name of a new file */
  td_file_dialog_save (GTK_WIDGET (self), _ ("Where to Keep the Office File"), TD_FILE_OFFICE, _ ("office.thidua"), create_path, self);
}

static void
open_cb (TdWelcomePage *self)
{
  td_file_dialog_open (GTK_WIDGET (self), _ ("Open an Office File"), TD_FILE_OFFICE, open_path, self);
}

static void
new_cb (TdWelcomePage *self)
{
  td_welcome_page_begin_office (self);
}

static void
back_cb (TdWelcomePage *self)
{
  gtk_stack_set_visible_child_name (self->steps, "choose");
}

static void
td_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (td_welcome_page_parent_class)->dispose (object);
}

static void
td_welcome_page_class_init (TdWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_welcome_page_dispose;

  /**
   * TdWelcomePage::chosen:
   * @path: the office file to open
   */
  signals[CHOSEN] = g_signal_new ("chosen", TD_TYPE_WELCOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, steps);
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, message);
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, unit);
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, place);
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, create);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
td_welcome_page_init (TdWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_welcome_page_begin_office:
 * @self: the page
 *
 * Asks what a new office is called.
 */
void
td_welcome_page_begin_office (TdWelcomePage *self)
{
  gtk_stack_set_visible_child_name (self->steps, "new");
  gtk_widget_grab_focus (GTK_WIDGET (self->unit));
}

/**
 * td_welcome_page_set_message:
 * @self: the page
 * @message: (nullable): what did not go well, translated
 */
void
td_welcome_page_set_message (TdWelcomePage *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_revealer_set_reveal_child (self->message_revealer, message != NULL);
}
