/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-received-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-field-editor.h"
#include "td-file-dialog.h"
#include "td-finding-list.h"
#include "td-received-dialog.h"
#include "td-report-questions.h"
#include "td-report-words.h"

/* The report of one unit: when it came, its number, and its file. */

struct _TdReceivedDialog
{
  AdwWindow parent_instance;

  GtkLabel *text;
  GtkListBox *rows;
  AdwActionRow *file;
  TdFindingList *findings;

  TdSession *session;
  TdEntity *question;
  GPtrArray *editors; /* of TdFieldEditor */
  gint64 deadline_id;
  gint64 unit_id;
  char *path;
};

G_DEFINE_FINAL_TYPE (TdReceivedDialog, td_received_dialog, ADW_TYPE_WINDOW)

static void
kept_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdReceivedDialog *self = owner;
  g_autoptr (GPtrArray) told = NULL;

  if (self->session == NULL)
    return;
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "received.keep", TRUE);
  told = g_ptr_array_ref (td_job_get_findings (job));
  if (told->len == 0)
    {
      g_ptr_array_unref (told);
      told = td_findings_new ();
      g_ptr_array_add (told, td_finding_new ("failed", TD_SEVERITY_BLOCK, "%s", error->message));
    }
  td_finding_list_set (self->findings, told);
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdReceivedDialog *self = TD_RECEIVED_DIALOG (widget);
  const TdReceivedQuestion *answers = TD_RECEIVED_QUESTION (self->question);
  gboolean good = TRUE;

  for (guint i = 0; i < self->editors->len; i++)
    good = td_field_editor_apply (g_ptr_array_index (self->editors, i), self->question) && good;
  if (!good || self->session == NULL)
    return;
  td_finding_list_set (self->findings, NULL);
  gtk_widget_action_set_enabled (widget, "received.keep", FALSE);
  td_session_run (self->session, td_report_receive_job (self->deadline_id, self->unit_id, answers->day, answers->number != NULL ? answers->number : "", self->path), TD_RUN_QUIET | TD_RUN_TELL, kept_cb, self);
}

static void
chosen_cb (const char *path, gpointer owner)
{
  TdReceivedDialog *self = owner;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *markup = g_markup_escape_text (shown, -1);

  if (self->session == NULL)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  adw_action_row_set_subtitle (self->file, markup);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_file_dialog_open (widget, _ ("Choose the Report"), TD_FILE_ANY, chosen_cb, widget);
}

static void
td_received_dialog_dispose (GObject *object)
{
  TdReceivedDialog *self = TD_RECEIVED_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->question);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_RECEIVED_DIALOG);
  G_OBJECT_CLASS (td_received_dialog_parent_class)->dispose (object);
}

static void
td_received_dialog_class_init (TdReceivedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_received_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "received.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "received.choose", NULL, choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "received.keep", NULL);
  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-received-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdReceivedDialog, text);
  gtk_widget_class_bind_template_child (widget_class, TdReceivedDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TdReceivedDialog, file);
  gtk_widget_class_bind_template_child (widget_class, TdReceivedDialog, findings);
}

static void
td_received_dialog_init (TdReceivedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_rows (TdReceivedDialog *self)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (self->question);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      TdFieldEditor *editor;

      if (klass->fields[i].flags & TD_FIELD_HIDDEN)
        continue;
      editor = td_field_editor_new (&klass->fields[i], self->session);
      g_ptr_array_add (self->editors, editor);
      td_field_editor_show (editor, self->question, TRUE);
      gtk_list_box_append (self->rows, td_field_editor_get_row (editor));
      gtk_list_box_append (self->rows, td_field_editor_get_error_row (editor));
    }
}

/**
 * td_received_dialog_present:
 * @parent: a widget of the window
 * @session: where the report is noted
 * @line: a report of a unit
 *
 * Asks when it came and what it is, beginning with what is known.
 */
void
td_received_dialog_present (GtkWidget *parent, TdSession *session, TdReportLine *line)
{
  TdReceivedDialog *self = g_object_new (TD_TYPE_RECEIVED_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autofree char *text = td_report_words_full (line, line->unit->name);
  g_autofree char *today = td_date_dup_today ();
  const TdReport *report = line->report;

  self->session = g_object_ref (session);
  self->deadline_id = td_entity_get_id (TD_ENTITY (line->deadline));
  self->unit_id = td_entity_get_id (TD_ENTITY (line->unit));
  self->question = g_object_new (TD_TYPE_RECEIVED_QUESTION, "day", report != NULL && report->received_on != NULL ? report->received_on : today, "number", report != NULL ? report->number : NULL, NULL);
  gtk_label_set_label (self->text, text);
  if (report != NULL && report->file_name != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (report->file_name, -1);

      adw_action_row_set_subtitle (self->file, markup);
    }
  add_rows (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}
