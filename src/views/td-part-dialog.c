/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-part-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-part-dialog.h"
#include "td-record-form.h"
#include "td-record-jobs.h"

/* One record that belongs to another: entered, changed field by field, or deleted. */

struct _TdPartDialog
{
  AdwWindow parent_instance;

  TdRecordForm *form;
  GtkWidget *remove;

  TdSession *session;
  TdEntity *part;
};

G_DEFINE_FINAL_TYPE (TdPartDialog, td_part_dialog, ADW_TYPE_WINDOW)

static void
remove_cb (TdPartDialog *self)
{
  gint64 id = td_entity_get_id (self->part);

  td_session_run (self->session, td_record_delete_job (G_OBJECT_TYPE (self->part), &id, 1), TD_RUN_TELL, NULL, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
td_part_dialog_dispose (GObject *object)
{
  TdPartDialog *self = TD_PART_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->part);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PART_DIALOG);
  G_OBJECT_CLASS (td_part_dialog_parent_class)->dispose (object);
}

static void
td_part_dialog_class_init (TdPartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_part_dialog_dispose;
  g_type_ensure (TD_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-part-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPartDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TdPartDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_part_dialog_init (TdPartDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_part_dialog_new:
 * @session: where it is kept
 * @part: the record; new when its id is 0
 *
 * Returns: the dialog
 */
GtkWidget *
td_part_dialog_new (TdSession *session, TdEntity *part)
{
  const char *title = _ (TD_ENTITY_GET_CLASS (part)->title);
  TdPartDialog *self = g_object_new (TD_TYPE_PART_DIALOG, "title", title, NULL);
  gboolean is_new = td_entity_get_id (part) == 0;

  self->session = g_object_ref (session);
  self->part = g_object_ref (part);
  td_record_form_set_session (self->form, session);
  td_record_form_add_section (self->form, G_OBJECT_TYPE (part), NULL, NULL);
  if (is_new)
    td_record_form_begin (self->form, &part, "");
  else
    td_record_form_show (self->form, &part);
  td_record_form_set_locked (self->form, td_session_is_read_only (session), NULL);
  gtk_widget_set_visible (self->remove, !is_new && !td_session_is_read_only (session));
  return GTK_WIDGET (self);
}
