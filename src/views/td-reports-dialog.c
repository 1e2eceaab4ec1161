/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reports-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-received-dialog.h"
#include "td-report-grid.h"
#include "td-report-questions.h"
#include "td-reports-dialog.h"

/* Units × reports: who has sent what, noted with one key. */

#define PLACE_KEY "td-place"

struct _TdReportsDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkToggleButton *late;
  GtkDropDown *kind;
  GtkStack *stack;
  TdReportGrid *grid;
  AdwStatusPage *empty;
  GtkLabel *cell;
  GtkLabel *hint;

  TdSession *session;
  gint64 plan_id; /* 0: all that run */
  TdReportMatrix *matrix;
  GPtrArray *kinds;    /* of unit, in the order of the choice; none for all */
  GHashTable *pending; /* place → TdJob: what is being noted and not read back yet */
  GCancellable *cancellable;
  gboolean settling; /* the choice of kinds is being made anew */
};

G_DEFINE_FINAL_TYPE (TdReportsDialog, td_reports_dialog, ADW_TYPE_WINDOW)

/* Showing */

static void
show_counts (TdReportsDialog *self)
{
  TdReportCounts counts = td_report_matrix_count (self->matrix);
  GString *text = g_string_new (NULL);

  /* Translators: how many reports came of how many */
  g_string_append_printf (text, _ ("%u/%u received"), counts.n_received, counts.n_lines);
  if (counts.n_late > 0)
    g_string_append_printf (text, ngettext (", %u late", ", %u late", counts.n_late), counts.n_late);
  if (counts.n_reminded > 0)
    g_string_append_printf (text, ngettext (" (%u reminded)", " (%u reminded)", counts.n_reminded), counts.n_reminded);
  adw_window_title_set_subtitle (self->title, counts.n_lines > 0 ? text->str : "");
  g_string_free (text, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.remind", counts.n_late > 0 && !td_session_is_read_only (self->session));
}

static const char *
get_kind (TdReportsDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);

  return selected < self->kinds->len ? g_ptr_array_index (self->kinds, selected) : NULL;
}

static void
show_empty (TdReportsDialog *self, gboolean filtered)
{
  adw_status_page_set_title (self->empty, filtered ? _ ("Nothing is late") : _ ("No reports are asked for"));
  adw_status_page_set_description (self->empty, filtered ? _ ("No unit that is shown owes a report.") : _ ("Plans that ask units for reports by a day are followed here."));
}

static void
show (TdReportsDialog *self)
{
  gboolean only_late = gtk_toggle_button_get_active (self->late);
  gboolean any;

  td_report_matrix_filter (self->matrix, only_late, get_kind (self));
  any = td_report_matrix_get_n_rows (self->matrix) > 0 && td_report_matrix_get_n_columns (self->matrix) > 0;
  show_empty (self, only_late || get_kind (self) != NULL);
  gtk_stack_set_visible_child_name (self->stack, any ? "reports" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), any && !td_session_is_read_only (self->session));
  td_report_grid_set_matrix (self->grid, self->matrix);
  show_counts (self);
}

static void
filter_cb (TdReportsDialog *self)
{
  if (self->matrix != NULL && !self->settling)
    show (self);
}

static void
moved_cb (TdReportsDialog *self, const char *text)
{
  gtk_label_set_label (self->cell, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cell), text);
}

/* The kinds of unit that are asked; the chosen one stays chosen. */
static void
show_kinds (TdReportsDialog *self)
{
  g_autofree char *chosen = g_strdup (get_kind (self));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->kinds, 0);
  g_ptr_array_add (self->kinds, NULL);
  gtk_string_list_append (labels, _ ("All units"));
  for (const TdChoice *choice = td_choices_unit_kind; choice->nick != NULL; choice++)
    if (td_report_matrix_has_kind (self->matrix, choice->nick))
      {
        if (g_strcmp0 (choice->nick, chosen) == 0)
          selected = self->kinds->len;
        g_ptr_array_add (self->kinds, (char *) choice->nick);
        gtk_string_list_append (labels, _ (choice->label));
      }
  self->settling = TRUE;
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->kind, selected);
  self->settling = FALSE;
}

/* Reading */

static void
set_received (TdReportLine *line, gboolean received)
{
  g_autofree char *today = td_date_dup_today ();

  td_report_line_set_received (line, received ? today : NULL, today);
}

/* What is being noted is shown as noted already. */
static void
show_pending (TdReportsDialog *self)
{
  GHashTableIter iter;
  gpointer place, job;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &place, &job))
    {
      TdReportLine *line = td_report_matrix_lookup (self->matrix, place);

      if (line != NULL)
        set_received (line, g_object_get_data (job, PLACE_KEY) != NULL);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdReportsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = td_date_dup_today ();
  gboolean first = self->matrix == NULL;

  if (!td_job_run_finish (TD_JOB (source), result, &error) || self->session == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* asked anew, or closed */
  g_clear_object (&self->matrix);
  self->matrix = td_report_matrix_new (td_job_get_object (TD_JOB (source)), today, self->plan_id == 0);
  show_kinds (self);
  show_pending (self);
  show (self);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
ask (TdReportsDialog *self)
{
  g_autoptr (TdJob) job = td_report_list_job (self->plan_id, NULL, NULL, FALSE);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session == NULL || td_session_is_closed (self->session))
    return;
  self->cancellable = g_cancellable_new ();
  td_job_run_async (job, td_session_get_store (self->session), self->cancellable, read_cb, g_object_ref (self));
}

/* Acts */

/* Why nothing can be noted of the chosen cell. */
static const char *
get_hindrance (TdReportsDialog *self, TdReportLine *line)
{
  if (td_session_is_read_only (self->session))
    return _ ("This office file can only be read.");
  if (line == NULL)
    return _ ("This unit is not asked for this report.");
  return line->unit == NULL ? _ ("The plan names no unit of this office here.") : NULL;
}

static TdReportLine *
get_line (TdReportsDialog *self)
{
  const char *name;
  TdReportLine *line = self->session != NULL ? td_report_grid_get_line (self->grid, &name) : NULL;

  if (self->session == NULL || get_hindrance (self, line) == NULL)
    return line;
  gtk_label_set_label (self->cell, get_hindrance (self, line));
  return NULL;
}

static void
marked_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdReportsDialog *self = owner;
  GHashTableIter iter;
  gpointer pending;

  if (self->session == NULL)
    return;
  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, NULL, &pending))
    if (pending == job)
      g_hash_table_iter_remove (&iter);
  if (error != NULL)
    ask (self); /* it is as it was */
}

static void
details_cb (TdReportsDialog *self)
{
  TdReportLine *line = get_line (self);

  if (line != NULL)
    td_received_dialog_present (GTK_WIDGET (self), self->session, line);
}

/* What the key says is shown at once; the store comes after. */
static void
mark_cb (TdReportsDialog *self)
{
  TdReportLine *line = get_line (self);
  g_autofree char *today = td_date_dup_today ();
  gboolean receive;
  TdJob *job;

  if (line == NULL)
    return;
  /* A day that was noted earlier is not lost by a second Enter: its details open. */
  if (line->report != NULL && line->report->received_on != NULL && g_strcmp0 (line->report->received_on, today) != 0)
    {
      details_cb (self);
      return;
    }
  receive = line->report == NULL || line->report->received_on == NULL;
  job = td_report_receive_job (td_entity_get_id (TD_ENTITY (line->deadline)), td_entity_get_id (TD_ENTITY (line->unit)), receive ? today : NULL, NULL, NULL);
  g_object_set_data (G_OBJECT (job), PLACE_KEY, GINT_TO_POINTER (receive));
  g_hash_table_replace (self->pending, g_strdup (td_report_grid_get_place (self->grid)), g_object_ref (job));
  set_received (line, receive);
  td_report_grid_update (self->grid);
  show_counts (self);
  td_session_run (self->session, job, 0, marked_cb, self);
}

static void
remind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_report_questions_remind (widget, TD_REPORTS_DIALOG (widget)->session, TD_REPORTS_DIALOG (widget)->plan_id);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_session_undo (TD_REPORTS_DIALOG (widget)->session, g_str_equal (name, "reports.redo"));
}

static void
late_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *late = TD_REPORTS_DIALOG (widget)->late;

  gtk_toggle_button_set_active (late, !gtk_toggle_button_get_active (late));
}

static void
td_reports_dialog_dispose (GObject *object)
{
  TdReportsDialog *self = TD_REPORTS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_REPORTS_DIALOG);
  g_clear_object (&self->matrix);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  G_OBJECT_CLASS (td_reports_dialog_parent_class)->dispose (object);
}

static void
td_reports_dialog_class_init (TdReportsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_reports_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "reports.remind", NULL, remind_action);
  gtk_widget_class_install_action (widget_class, "reports.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "reports.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "reports.late", NULL, late_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "reports.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reports.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "reports.late", NULL);
  g_type_ensure (TD_TYPE_REPORT_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-reports-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdReportsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdReportsDialog, late);
  gtk_widget_class_bind_template_child (widget_class, TdReportsDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, TdReportsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdReportsDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, TdReportsDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, TdReportsDialog, cell);
  gtk_widget_class_bind_template_child (widget_class, TdReportsDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_cb);
}

static void
td_reports_dialog_init (TdReportsDialog *self)
{
  self->kinds = g_ptr_array_new ();
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_reports_dialog_present:
 * @parent: a widget of the window
 * @session: where the reports are
 * @plan_id: a plan; 0 for all that run
 * @subject: (nullable): what that plan is called
 *
 * Shows who has sent which report.
 */
void
td_reports_dialog_present (GtkWidget *parent, TdSession *session, gint64 plan_id, const char *subject)
{
  TdReportsDialog *self = g_object_new (TD_TYPE_REPORTS_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->plan_id = plan_id;
  adw_window_title_set_title (self->title, subject != NULL ? subject : _ ("Reports of Units"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.remind", FALSE);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  gtk_window_present (GTK_WINDOW (self));
}
