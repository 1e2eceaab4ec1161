/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-wording-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-record-form.h"
#include "td-wording-dialog.h"
#include "td-wording-jobs.h"

/* What the office words in its own way: each choice is kept when it is made. */

struct _TdWordingDialog
{
  AdwWindow parent_instance;

  TdRecordForm *form;

  TdSession *session;
};

G_DEFINE_FINAL_TYPE (TdWordingDialog, td_wording_dialog, ADW_TYPE_WINDOW)

static TdJob *
save (TdEntity *const *records)
{
  return td_wording_save_job (TD_WORDING (records[0]));
}

static void
read_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdWordingDialog *self = owner;
  TdEntity *wording = error == NULL ? td_job_get_object (job) : NULL;

  if (wording == NULL || self->session == NULL)
    return;
  td_record_form_show (self->form, &wording);
  td_record_form_set_locked (self->form, td_session_is_read_only (self->session), NULL);
}

static void
td_wording_dialog_dispose (GObject *object)
{
  TdWordingDialog *self = TD_WORDING_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_WORDING_DIALOG);
  G_OBJECT_CLASS (td_wording_dialog_parent_class)->dispose (object);
}

static void
td_wording_dialog_class_init (TdWordingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_wording_dialog_dispose;
  g_type_ensure (TD_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-wording-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdWordingDialog, form);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_wording_dialog_init (TdWordingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_record_form_set_save (self->form, save);
  td_record_form_add_section (self->form, TD_TYPE_WORDING, NULL, NULL);
}

/**
 * td_wording_dialog_new:
 * @session: whose office words it
 *
 * Returns: the dialog; it fills when the office file has been read
 */
GtkWidget *
td_wording_dialog_new (TdSession *session)
{
  TdWordingDialog *self = g_object_new (TD_TYPE_WORDING_DIALOG, NULL);

  self->session = g_object_ref (session);
  td_record_form_set_session (self->form, session);
  td_session_run (session, td_wording_job (), 0, read_cb, self);
  return GTK_WIDGET (self);
}
