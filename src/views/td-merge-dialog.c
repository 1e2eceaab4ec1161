/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-merge-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-display.h"
#include "td-finding-list.h"
#include "td-merge-dialog.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-subject-merge-jobs.h"

/* Two records side by side, to be made one or marked as not the same. The left one goes on; for
 * every value that differs one of the two is chosen. */

struct _TdMergeDialog
{
  AdwWindow parent_instance;

  GtkGrid *grid;
  GtkLabel *summary;
  TdFindingList *findings;
  GtkButton *merge;
  GtkButton *distinct;

  TdSession *session;
  gint64 ids[2]; /* the one that goes on, the other */
  TdSubject *subjects[2];
  GPtrArray *choices; /* GtkCheckButton on the right, with its field */
  guint serial;
};

enum
{
  MERGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdMergeDialog, td_merge_dialog, ADW_TYPE_WINDOW)

static gboolean
is_compared (TdMergeDialog *self, const TdField *field)
{
  TdEntity *left = TD_ENTITY (self->subjects[0]);
  TdEntity *right = TD_ENTITY (self->subjects[1]);

  if (g_str_equal (field->name, "unit-name"))
    return TRUE; /* says what unit-id means */
  return (field->flags & TD_FIELD_HIDDEN) == 0 && field->kind != TD_FIELD_REFERENCE && field->via == NULL && (!td_entity_is_empty (left, field) || !td_entity_is_empty (right, field));
}

static GtkWidget *
make_value (const char *text, gboolean strong)
{
  GtkWidget *label = gtk_label_new (*text != '\0' ? text : "–");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (strong)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
make_choice (const TdField *field, const char *text, GtkWidget *group)
{
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", td_display_get_label (field), text);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), make_value (text, FALSE));
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* A value that only one of the two has needs no choice; two that differ do. */
static void
attach_field (TdMergeDialog *self, const TdField *field, int row)
{
  g_autofree char *left = td_display_dup_text (TD_ENTITY (self->subjects[0]), field);
  g_autofree char *right = td_display_dup_text (TD_ENTITY (self->subjects[1]), field);
  gboolean choose = *left != '\0' && *right != '\0' && !g_str_equal (left, right) && !g_str_equal (field->name, "kind");
  GtkWidget *heading = gtk_label_new (td_display_get_label (field));
  GtkWidget *first = choose ? make_choice (field, left, NULL) : make_value (left, FALSE);
  GtkWidget *second = choose ? make_choice (field, right, first) : make_value (right, FALSE);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (heading), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 20);
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_grid_attach (self->grid, heading, 0, row, 1, 1);
  gtk_grid_attach (self->grid, first, 1, row, 1, 1);
  gtk_grid_attach (self->grid, second, 2, row, 1, 1);
  if (!choose)
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  g_object_set_data (G_OBJECT (second), "td-field", (gpointer) (g_str_equal (field->name, "unit-name") ? "unit-id" : field->name));
  g_object_set_data (G_OBJECT (second), "td-left", first);
  g_ptr_array_add (self->choices, second);
}

static void
show_two (TdMergeDialog *self)
{
  TdEntityClass *klass = td_entity_class_of (TD_TYPE_SUBJECT);
  GtkWidget *child;
  int row = 1;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_ptr_array_set_size (self->choices, 0);
  gtk_grid_attach (self->grid, make_value (_ ("Goes on"), TRUE), 1, 0, 1, 1);
  gtk_grid_attach (self->grid, make_value (_ ("Is given up"), TRUE), 2, 0, 1, 1);
  for (guint i = 2; i < klass->n_fields; i++)
    if (is_compared (self, &klass->fields[i]))
      attach_field (self, &klass->fields[i], row++);
  if (self->choices->len > 0)
    gtk_widget_grab_focus (g_object_get_data (g_ptr_array_index (self->choices, 0), "td-left"));
}

static void
looked_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdMergeDialog *self = owner;
  g_autofree char *summary = NULL;
  guint n = td_job_get_count (job);
  gboolean may_merge;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  may_merge = error == NULL && !td_findings_block (td_job_get_findings (job));
  summary = error != NULL ? g_strdup (error->message)
                          : g_strdup_printf (ngettext ("%u record moves to the one that goes on.", "%u records move to the one that goes on.", n), n);
  gtk_label_set_label (self->summary, summary);
  td_finding_list_set (self->findings, td_job_get_findings (job));
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), may_merge);
}

static void
got_subject_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdMergeDialog *self = owner;
  TdSubject *subject = td_job_get_object (job);

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      return;
    }
  g_set_object (&self->subjects[td_entity_get_id (TD_ENTITY (subject)) == self->ids[0] ? 0 : 1], subject);
  if (self->subjects[0] != NULL && self->subjects[1] != NULL)
    show_two (self);
}

static void
look (TdMergeDialog *self)
{
  TdJob *job = td_subject_merge_look_job (self->ids[0], self->ids[1]);

  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), FALSE);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (++self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, looked_cb, self);
}

static void
swap_cb (TdMergeDialog *self)
{
  gint64 id = self->ids[0];
  TdSubject *subject = self->subjects[0];

  if (self->subjects[0] == NULL || self->subjects[1] == NULL)
    return;
  self->ids[0] = self->ids[1];
  self->ids[1] = id;
  self->subjects[0] = self->subjects[1];
  self->subjects[1] = subject;
  show_two (self);
  look (self);
}

static void
done_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdMergeDialog *self = owner;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      td_finding_list_set (self->findings, td_job_get_findings (job));
      return;
    }
  if (td_job_get_id (job) != 0)
    g_signal_emit (self, signals[MERGED], 0, td_job_get_id (job));
  gtk_window_close (GTK_WINDOW (self));
}

static void
merge_cb (TdMergeDialog *self)
{
  g_autoptr (GPtrArray) take = g_ptr_array_new ();

  for (guint i = 0; i < self->choices->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->choices, i)))
      g_ptr_array_add (take, g_object_get_data (g_ptr_array_index (self->choices, i), "td-field"));
  g_ptr_array_add (take, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), FALSE);
  td_session_run (self->session, td_subject_merge_job (self->ids[0], self->ids[1], (const char *const *) take->pdata),
                  TD_RUN_QUIET | TD_RUN_TELL, done_cb, self);
}

static void
distinct_cb (TdMergeDialog *self)
{
  td_session_run (self->session, td_subject_distinct_job (self->ids[0], self->ids[1], TRUE), TD_RUN_QUIET | TD_RUN_TELL, done_cb, self);
}

static void
td_merge_dialog_dispose (GObject *object)
{
  TdMergeDialog *self = TD_MERGE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->subjects[0]);
  g_clear_object (&self->subjects[1]);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_MERGE_DIALOG);
  G_OBJECT_CLASS (td_merge_dialog_parent_class)->dispose (object);
}

static void
td_merge_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (TD_MERGE_DIALOG (object)->choices);
  G_OBJECT_CLASS (td_merge_dialog_parent_class)->finalize (object);
}

static void
td_merge_dialog_class_init (TdMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_merge_dialog_finalize;

  /**
   * TdMergeDialog::merged:
   * @id: the record that goes on
   */
  signals[MERGED] = g_signal_new ("merged", TD_TYPE_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdMergeDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, TdMergeDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TdMergeDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdMergeDialog, merge);
  gtk_widget_class_bind_template_child (widget_class, TdMergeDialog, distinct);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, distinct_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_merge_dialog_init (TdMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_ptr_array_new ();
}

/**
 * td_merge_dialog_new:
 * @session: where the subjects are
 * @first_id: the one to go on, unless the user swaps them
 * @second_id: the other
 *
 * Returns: the dialog
 */
GtkWidget *
td_merge_dialog_new (TdSession *session, gint64 first_id, gint64 second_id)
{
  TdMergeDialog *self = g_object_new (TD_TYPE_MERGE_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->ids[0] = first_id;
  self->ids[1] = second_id;
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    td_session_run (session, td_record_get_job (TD_TYPE_SUBJECT, self->ids[i]), TD_RUN_QUIET, got_subject_cb, self);
  look (self);
  return GTK_WIDGET (self);
}
