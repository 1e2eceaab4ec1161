/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding-list.h"
#include "td-import-dialog.h"
#include "td-model.h"
#include "td-nomination-jobs.h"
#include "td-reference-row.h"

/* A list of nominations before it is taken in: which plan it is for, and what each row says. */

struct _TdImportDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GtkStack *state;
  GtkImage *verdict_icon;
  GtkLabel *verdict;
  TdFindingList *findings;
  GtkButton *import;
  TdReferenceRow *plan;

  TdSession *session;
  char *path;
  guint serial;
};

enum
{
  IMPORTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportDialog, td_import_dialog, ADW_TYPE_WINDOW)

static guint
count_severity (GPtrArray *findings, TdSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((TdFinding *) g_ptr_array_index (findings, i))->severity == severity;
  return n;
}

static void
show_verdict (TdImportDialog *self, TdJob *job, const GError *error)
{
  GPtrArray *findings = td_job_get_findings (job);
  guint n_blocks = count_severity (findings, TD_SEVERITY_BLOCK);
  guint n_rows = td_job_get_count (job);
  GString *text = g_string_new (NULL);
  const char *icon = "emblem-ok-symbolic";

  if (error != NULL && !g_error_matches (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED))
    {
      g_string_append (text, error->message);
      icon = "dialog-error-symbolic";
    }
  else
    {
      g_string_append_printf (text, ngettext ("%u row.", "%u rows.", n_rows), n_rows);
      g_string_append_c (text, ' ');
      if (n_blocks > 0)
        {
          g_string_append_printf (text, ngettext ("%u finding stands in the way: mend it in the list and choose the list again.", "%u findings stand in the way: mend them in the list and choose the list again.", n_blocks),
                                  n_blocks);
          icon = "dialog-error-symbolic";
        }
      else if (findings->len > 0)
        {
          g_string_append_printf (text, ngettext ("%u place to look at; nothing stands in the way.", "%u places to look at; nothing stands in the way.", findings->len),
                                  findings->len);
          icon = "dialog-warning-symbolic";
        }
      else
        g_string_append (text, _ ("Nothing stands in the way."));
    }
  gtk_image_set_from_icon_name (self->verdict_icon, icon);
  gtk_label_set_label (self->verdict, text->str);
  g_string_free (text, TRUE);
  td_finding_list_set (self->findings, findings);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), error == NULL && n_rows > 0);
  gtk_stack_set_visible_child_name (self->state, "verdict");
}

static void
looked_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;

  if (self->session != NULL && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) == self->serial)
    show_verdict (self, job, error);
}

static void
look (TdImportDialog *self)
{
  gint64 plan_id = td_reference_row_get_id (self->plan);
  TdJob *job;

  gtk_widget_set_sensitive (GTK_WIDGET (self->import), FALSE);
  self->serial++;
  if (plan_id == 0)
    {
      gtk_stack_set_visible_child_name (self->state, "choose");
      return;
    }
  gtk_stack_set_visible_child_name (self->state, "looking");
  job = td_nomination_import_job (self->path, plan_id, TRUE);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, looked_cb, self);
}

static void
imported_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      show_verdict (self, job, error);
      return;
    }
  g_signal_emit (self, signals[IMPORTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
import_cb (TdImportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), FALSE);
  td_session_run (self->session, td_nomination_import_job (self->path, td_reference_row_get_id (self->plan), FALSE),
                  TD_RUN_QUIET | TD_RUN_TELL | TD_RUN_LONG, imported_cb, self);
}

static void
td_import_dialog_dispose (GObject *object)
{
  TdImportDialog *self = TD_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (td_import_dialog_parent_class)->dispose (object);
}

static void
td_import_dialog_finalize (GObject *object)
{
  g_free (TD_IMPORT_DIALOG (object)->path);
  G_OBJECT_CLASS (td_import_dialog_parent_class)->finalize (object);
}

static void
td_import_dialog_class_init (TdImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_import_dialog_finalize;
  signals[IMPORTED] = g_signal_new ("imported", TD_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, state);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, import);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_import_dialog_init (TdImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* When there is but one plan, it is that one. */
static gboolean
only_plan_cb (TdConnection *connection, gpointer user_data, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);
  g_autoptr (GPtrArray) plans = td_connection_list_page (connection, query, 0, 2, error);

  if (plans != NULL && plans->len == 1)
    *(gint64 *) user_data = td_entity_get_id (g_ptr_array_index (plans, 0));
  return plans != NULL;
}

static void
only_plan_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdImportDialog) self = user_data;
  gint64 *id = td_store_read_finish (TD_STORE (source), result, NULL);

  if (id == NULL || *id == 0 || self->session == NULL || td_reference_row_get_id (self->plan) != 0)
    return;
  td_reference_row_set_id (self->plan, *id);
  look (self);
}

/**
 * td_import_dialog_new:
 * @session: where the nominations go
 * @path: the list
 * @plan_id: the plan it is for, 0 when not known
 *
 * Returns: the dialog
 */
GtkWidget *
td_import_dialog_new (TdSession *session, const char *path, gint64 plan_id)
{
  TdImportDialog *self = g_object_new (TD_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  self->plan = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_PLAN, _ ("Plan"), TRUE));
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->plan));
  adw_preferences_group_set_description (self->group, escaped);
  td_reference_row_set_id (self->plan, plan_id);
  look (self);
  if (plan_id == 0)
    td_store_read_async (td_session_get_store (session), only_plan_cb, g_new0 (gint64, 1), g_free, NULL,
                         only_plan_done_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
