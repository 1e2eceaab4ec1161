/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-part-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-file-dialog.h"
#include "td-model.h"
#include "td-part-dialog.h"
#include "td-part-list.h"
#include "td-record-form.h"
#include "td-record-jobs.h"

/* One record that belongs to another: entered, changed field by field, or deleted. */

struct _TdPartDialog
{
  AdwWindow parent_instance;

  TdRecordForm *form;
  GtkWidget *remove;
  GtkWidget *file_list;
  AdwActionRow *file;
  GtkWidget *choose;
  GtkWidget *below;
  GtkWidget *lines;

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
show_file (TdPartDialog *self)
{
  const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (self->part), "file-name");
  const char *name = td_entity_get_text (self->part, field);
  g_autofree char *escaped = name != NULL ? g_markup_escape_text (name, -1) : NULL;

  adw_action_row_set_subtitle (self->file, escaped != NULL ? escaped : _ ("None"));
}

static void
got_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPartDialog *self = owner;
  TdEntity *record = td_job_get_object (job);

  if (self->session == NULL || record == NULL)
    return;
  g_set_object (&self->part, record);
  td_record_form_show (self->form, &record);
  show_file (self);
}

/* What the form keeps next has the file, too. */
static void
file_kept_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPartDialog *self = owner;

  if (error == NULL && self->session != NULL)
    td_session_run (self->session, td_record_get_job (G_OBJECT_TYPE (self->part), td_entity_get_id (self->part)), TD_RUN_QUIET, got_cb, self);
}

/* The record as its form has it now, with the file. */
static void
file_chosen_cb (const char *path, gpointer owner)
{
  TdPartDialog *self = owner;
  TdEntity *record = td_record_form_get_record (self->form, 0);

  if (self->session == NULL || record == NULL)
    return;
  td_session_run (self->session, td_record_save_with_file_job (record, path), TD_RUN_TELL, file_kept_cb, self);
}

static void
choose_cb (TdPartDialog *self)
{
  td_file_dialog_open (GTK_WIDGET (self), _ ("Choose the File"), TD_FILE_ANY, file_chosen_cb, self);
}

/* What a record consists of is listed below it, to be opened, changed and deleted. */
static void
add_parts (TdPartDialog *self)
{
  const char *table = TD_ENTITY_GET_CLASS (self->part)->table;
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TdEntityClass *klass = td_entity_class_of (types[i]);
      const TdField *field = td_entity_class_find_flag (klass, TD_FIELD_PART_OF, table);
      GtkWidget *list;

      if (field == NULL)
        continue;
      list = td_part_list_new (self->session, types[i], field->name, _ (klass->title), NULL);
      td_part_list_set_whole (TD_PART_LIST (list), td_entity_get_id (self->part));
      gtk_box_append (GTK_BOX (self->lines), list);
    }
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
  gtk_widget_class_bind_template_child (widget_class, TdPartDialog, file_list);
  gtk_widget_class_bind_template_child (widget_class, TdPartDialog, file);
  gtk_widget_class_bind_template_child (widget_class, TdPartDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, TdPartDialog, below);
  gtk_widget_class_bind_template_child (widget_class, TdPartDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
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
  /* A record that is not kept yet has neither. */
  gtk_widget_set_visible (self->file_list, !is_new && td_entity_class_find_flag (TD_ENTITY_GET_CLASS (part), TD_FIELD_ATTACHED, NULL) != NULL);
  gtk_widget_set_sensitive (self->choose, !td_session_is_read_only (session));
  if (gtk_widget_get_visible (self->file_list))
    show_file (self);
  if (!is_new)
    add_parts (self);
  gtk_widget_set_visible (self->below, gtk_widget_get_visible (self->file_list) || gtk_widget_get_last_child (self->lines) != self->file_list);
  gtk_widget_set_visible (self->remove, !is_new && !td_session_is_read_only (session));
  return GTK_WIDGET (self);
}
