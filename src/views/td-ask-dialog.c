/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ask-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ask-dialog.h"
#include "td-field-editor.h"
#include "td-finding-list.h"

/* A few answers before something is done. The question is described like a record, so its rows are those of
 * every form; what stands in the way is said at its row, and nothing typed is lost. */

struct _TdAskDialog
{
  AdwWindow parent_instance;

  GtkLabel *text;
  GtkListBox *rows;
  TdFindingList *findings;
  GtkButton *act;

  TdSession *session;
  TdEntity *question;
  GPtrArray *editors; /* of TdFieldEditor */
  GObject *owner;
  TdAskMake make;
  char *done;
};

G_DEFINE_FINAL_TYPE (TdAskDialog, td_ask_dialog, ADW_TYPE_WINDOW)

static TdFieldEditor *
find_editor (TdAskDialog *self, const char *column)
{
  for (guint i = 0; column != NULL && i < self->editors->len; i++)
    {
      g_autofree char *name = td_field_to_column (td_field_editor_get_field (g_ptr_array_index (self->editors, i)));

      if (g_str_equal (name, column))
        return g_ptr_array_index (self->editors, i);
    }
  return NULL;
}

static void
show_findings (TdAskDialog *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      TdFinding *finding = g_ptr_array_index (findings, i);
      TdFieldEditor *editor = find_editor (self, finding->where);

      if (editor != NULL)
        td_field_editor_set_error (editor, finding->text);
      else
        g_ptr_array_add (rest, finding);
    }
  td_finding_list_set (self->findings, rest);
}

static void
done_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdAskDialog *self = owner;
  g_autoptr (TdSession) session = NULL;

  if (self->session == NULL)
    return;
  if (error == NULL)
    {
      session = g_object_ref (self->session);
      td_session_tell (session, self->done);
      if (td_job_get_findings (job)->len > 0)
        td_session_show (session, self->done, NULL, td_job_get_findings (job));
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), TRUE);
  show_findings (self, td_job_get_findings (job));
  if (td_job_get_findings (job)->len == 0)
    {
      g_autoptr (GPtrArray) told = td_findings_new ();

      g_ptr_array_add (told, td_finding_new ("failed", TD_SEVERITY_BLOCK, "%s", error->message));
      td_finding_list_set (self->findings, told);
    }
}

static void
act_cb (TdAskDialog *self)
{
  gboolean good = TRUE;

  if (self->session == NULL)
    return;
  for (guint i = 0; i < self->editors->len; i++)
    good = td_field_editor_apply (g_ptr_array_index (self->editors, i), self->question) && good;
  if (!good)
    return;
  td_finding_list_set (self->findings, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), FALSE);
  td_session_run (self->session, self->make (self->question, self->owner), TD_RUN_QUIET | TD_RUN_LONG, done_cb, self);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdAskDialog *self = TD_ASK_DIALOG (widget);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->act)))
    act_cb (self);
  return GDK_EVENT_STOP;
}

static void
td_ask_dialog_dispose (GObject *object)
{
  TdAskDialog *self = TD_ASK_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->question);
  g_clear_object (&self->owner);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->done, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_ASK_DIALOG);
  G_OBJECT_CLASS (td_ask_dialog_parent_class)->dispose (object);
}

static void
td_ask_dialog_class_init (TdAskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_ask_dialog_dispose;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-ask-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdAskDialog, text);
  gtk_widget_class_bind_template_child (widget_class, TdAskDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TdAskDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdAskDialog, act);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, key_cb, NULL);
}

static void
td_ask_dialog_init (TdAskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_rows (TdAskDialog *self)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (self->question);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      TdFieldEditor *editor;

      if ((klass->fields[i].flags & TD_FIELD_HIDDEN) || klass->fields[i].via != NULL)
        continue;
      editor = td_field_editor_new (&klass->fields[i], self->session);
      g_ptr_array_add (self->editors, editor);
      td_field_editor_show (editor, self->question, TRUE);
      gtk_list_box_append (self->rows, td_field_editor_get_row (editor));
      gtk_list_box_append (self->rows, td_field_editor_get_error_row (editor));
    }
}

/**
 * td_ask_dialog_present:
 * @parent: a widget of the window
 * @session: where it is done
 * @ask: what is asked for
 * @question: the answers as they are proposed; a record that is kept nowhere
 * @owner: a #GObject given to the maker of the job
 *
 * Asks, and does it.
 */
void
td_ask_dialog_present (GtkWidget *parent, TdSession *session, const TdAsk *ask, TdEntity *question, gpointer owner)
{
  TdAskDialog *self = g_object_new (TD_TYPE_ASK_DIALOG, "title", ask->title, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->question = g_object_ref (question);
  self->owner = g_object_ref (owner);
  self->make = ask->make;
  self->done = g_strdup (ask->done);
  gtk_label_set_label (self->text, ask->text != NULL ? ask->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), ask->text != NULL);
  gtk_button_set_label (self->act, ask->verb);
  add_rows (self);
  gtk_window_present (GTK_WINDOW (self));
  if (self->editors->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}
