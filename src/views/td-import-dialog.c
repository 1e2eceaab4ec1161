/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-file-dialog.h"
#include "td-finding-dialog.h"
#include "td-finding-list.h"
#include "td-import-columns.h"
#include "td-import-dialog.h"
#include "td-import-options.h"
#include "td-import-rows.h"
#include "td-work-page.h"

/* A list before it is taken in: what each row will become, what is doubtful, and a key to mend each
 * doubt. Rows that cannot come in go back to the sender in a file. */

#define PURPOSE_KEY "td-import-purpose"

struct _TdImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  TdImportOptions *options;
  GtkStack *state;
  TdWorkPage *work;
  AdwStatusPage *failed;
  GtkWidget *again;
  TdImportRows *rows;
  GtkWidget *notes;
  TdFindingList *list_findings;
  GtkWidget *columns;
  GtkButton *take;

  TdSession *session;
  char *path;
  GHashTable *by_hand; /* what was said of the columns, never changed once it is here */

  TdListPreview *preview;
  GArray *mends; /* what was answered, for when the list is read again */
};

enum
{
  IMPORTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportDialog, td_import_dialog, ADW_TYPE_WINDOW)

/* News are told here: what the window behind says is not seen. */
static void
tell (TdImportDialog *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
show_take (TdImportDialog *self)
{
  guint n_good = td_import_rows_count (self->rows, TD_LIST_GOOD);
  guint n_back = td_import_rows_count (self->rows, TD_LIST_DOUBTFUL) + td_import_rows_count (self->rows, TD_LIST_BAD);
  gboolean ready = self->preview != NULL && !td_work_page_is_running (self->work) && !td_import_rows_is_looking (self->rows);
  g_autofree char *label = NULL;

  if (self->preview == NULL)
    label = g_strdup (_ ("Import"));
  else
    label = n_back > 0 ? g_strdup_printf (_ ("Import %u, Return %u…"), n_good, n_back)
                       : g_strdup_printf (ngettext ("Import %u Row", "Import %u Rows", n_good), n_good);
  gtk_button_set_label (self->take, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), ready && n_good > 0 && !td_session_is_read_only (self->session));
  gtk_widget_set_sensitive (self->columns, self->preview != NULL && !td_work_page_is_running (self->work));
}

/* Work that takes its time covers the rows. */

static void
run_work (TdImportDialog *self, TdJob *job, TdRunFlags flags, const char *text, TdRunDone done)
{
  gtk_stack_set_visible_child_name (self->state, "work");
  td_work_page_run (self->work, self->session, job, flags, text, done, self);
  show_take (self);
}

/* Whether this is the end of the work that is shown. */
static gboolean
end_work (TdImportDialog *self, TdJob *job)
{
  if (self->session == NULL || !td_work_page_end (self->work, job))
    return FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->options), TRUE);
  return TRUE;
}

static void
show_failed (TdImportDialog *self, const char *icon, const char *title, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (self->failed, icon);
  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->state, "failed");
  gtk_widget_grab_focus (self->again);
}

static void
show_preview (TdImportDialog *self)
{
  td_import_rows_show (self->rows, self->preview);
  td_finding_list_set (self->list_findings, self->preview->findings);
  gtk_widget_set_visible (self->notes, self->preview->findings->len > 0);
  gtk_stack_set_visible_child_name (self->state, "rows");
  show_take (self);
  td_import_rows_focus (self->rows);
}

static void
mended_all_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;
  guint n = td_job_get_count (job);
  g_autofree char *text = g_strdup_printf (ngettext ("%u row answered", "%u rows answered", n), n);

  if (!end_work (self, job))
    return;
  show_preview (self);
  tell (self, error != NULL ? error->message : text);
}

static void
answered_all_cb (TdImportDialog *self, TdListAnswer *answer)
{
  run_work (self, td_list_preview_mend_all_job (self->preview, &answer->mend), 0, _ ("Answering…"), mended_all_cb);
}

/* Before the pane between the rows and the details, whose key this is too. */
static gboolean
early_key_cb (TdImportDialog *self, guint keyval)
{
  if (keyval != GDK_KEY_F8 || self->preview == NULL || td_work_page_is_running (self->work))
    return GDK_EVENT_PROPAGATE;
  td_import_rows_go_to_next (self->rows);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (TdImportDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (self->preview == NULL || td_work_page_is_running (self->work))
    return GDK_EVENT_PROPAGATE;
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    td_import_rows_answer (self->rows, keyval - GDK_KEY_1, (state & GDK_ALT_MASK) != 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Reading */

static void
read_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;

  if (!end_work (self, job))
    return;
  if (error != NULL)
    {
      show_take (self);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failed (self, "process-stop-symbolic", _ ("Reading was stopped"), _ ("Nothing was taken in."));
      else
        show_failed (self, "dialog-error-symbolic", _ ("The list cannot be read"), error->message);
      return;
    }
  g_set_object (&self->preview, td_job_get_object (job));
  g_clear_pointer (&self->mends, g_array_unref);
  self->mends = g_array_ref (self->preview->mends);
  name = g_path_get_basename (self->path);
  subtitle = g_strdup_printf (ngettext ("%s · %u row", "%s · %u rows", self->preview->items->len), name, self->preview->items->len);
  adw_window_title_set_subtitle (self->title, subtitle);
  show_preview (self);
}

static void
read_list (TdImportDialog *self)
{
  g_autofree char *from = NULL;
  TdListTaking taking = td_import_options_get (self->options, self->path, self->by_hand, &from);

  td_work_page_stop (self->work);
  g_clear_object (&self->preview);
  td_import_rows_show (self->rows, NULL);
  gtk_widget_set_visible (self->notes, FALSE);
  show_take (self);
  if (td_import_options_is_complete (self->options))
    run_work (self, td_list_preview_job (&taking, self->mends), 0, _ ("Reading the file…"), read_cb);
  else
    gtk_stack_set_visible_child_name (self->state, "choose");
}

static void
columns_chosen_cb (TdImportDialog *self, GHashTable *mappings)
{
  g_clear_pointer (&self->by_hand, g_hash_table_unref);
  self->by_hand = g_hash_table_ref (mappings);
  read_list (self);
}

static void
columns_cb (TdImportDialog *self)
{
  GtkWidget *dialog = td_import_columns_new (self->preview, td_import_options_has_sender (self->options));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (columns_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Taking it in */

static void
taken_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;

  if (!end_work (self, job))
    return;
  if (error == NULL)
    {
      g_signal_emit (self, signals[IMPORTED], 0);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->state, "rows");
  show_take (self);
  td_import_rows_focus (self->rows);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, _ ("Nothing was taken in."));
  else
    td_finding_dialog_show (GTK_WINDOW (self), _ ("This could not be done"), error->message, td_job_get_findings (job));
}

static void
take (TdImportDialog *self, const char *rest_path)
{
  g_autofree char *from = NULL;
  TdListTaking taking = td_import_options_get (self->options, self->path, self->by_hand, &from);

  if (td_work_page_is_running (self->work) || td_import_rows_is_looking (self->rows) || self->preview == NULL)
    return;
  taking.rest_path = rest_path;
  gtk_widget_set_sensitive (GTK_WIDGET (self->options), FALSE);
  run_work (self, td_list_take_job (self->preview->check, &taking), TD_RUN_TELL, _ ("Taking the rows in…"), taken_cb);
}

static void
rest_chosen_cb (const char *path, gpointer owner)
{
  take (owner, path);
}

static void
take_cb (TdImportDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *rest = NULL;
  char *dot;

  if (td_import_rows_count (self->rows, TD_LIST_DOUBTFUL) + td_import_rows_count (self->rows, TD_LIST_BAD) == 0)
    {
      take (self, NULL);
      return;
    }
  name = g_path_get_basename (self->path);
  dot = strrchr (name, '.');
  if (dot != NULL)
    *dot = '\0';
  /* Translators: the name of a file with the rows a sender gets back */
  rest = g_strdup_printf (_ ("%s - returned.xlsx"), name);
  td_file_dialog_save (GTK_WIDGET (self), _ ("Save the Returned Rows"), TD_FILE_XLSX, rest, rest_chosen_cb, self);
}

/* Escape stops what is under way, then closes. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TdImportDialog *self = TD_IMPORT_DIALOG (widget);

  if (td_work_page_is_running (self->work))
    td_work_page_stop (self->work);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
td_import_dialog_dispose (GObject *object)
{
  TdImportDialog *self = TD_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->preview);
  g_clear_pointer (&self->mends, g_array_unref);
  g_clear_pointer (&self->by_hand, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (td_import_dialog_parent_class)->dispose (object);
}

static void
td_import_dialog_finalize (GObject *object)
{
  g_free (TD_IMPORT_DIALOG (object)->path);
  G_OBJECT_CLASS (td_import_dialog_parent_class)->finalize (object);
}

/* A job under way keeps the dialog; what it does is of no use any more. */
static gboolean
td_import_dialog_close_request (GtkWindow *window)
{
  TdImportDialog *self = TD_IMPORT_DIALOG (window);

  td_work_page_stop (self->work);
  return GTK_WINDOW_CLASS (td_import_dialog_parent_class)->close_request (window);
}

static void
td_import_dialog_class_init (TdImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = td_import_dialog_close_request;
  signals[IMPORTED] = g_signal_new ("imported", TD_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_IMPORT_OPTIONS);
  g_type_ensure (TD_TYPE_IMPORT_ROWS);
  g_type_ensure (TD_TYPE_WORK_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, state);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, work);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, again);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, list_findings);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, take);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_list);
  gtk_widget_class_bind_template_callback (widget_class, columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_take);
  gtk_widget_class_bind_template_callback (widget_class, tell);
  gtk_widget_class_bind_template_callback (widget_class, answered_all_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
td_import_dialog_init (TdImportDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *early = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (early, GTK_PHASE_CAPTURE);
  g_signal_connect_object (early, "key-pressed", G_CALLBACK (early_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), early);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * td_import_dialog_new:
 * @session: where the rows go
 * @purpose: what they become
 * @path: the list
 * @plan_id: the plan of nominations, 0 when not known
 *
 * Returns: the dialog
 */
GtkWidget *
td_import_dialog_new (TdSession *session, TdListPurpose purpose, const char *path, gint64 plan_id)
{
  TdImportDialog *self = g_object_new (TD_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *name = g_path_get_basename (path);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  adw_window_title_set_subtitle (self->title, name);
  td_import_rows_set_session (self->rows, session);
  td_import_options_set (self->options, session, purpose, plan_id);
  read_list (self);
  return GTK_WIDGET (self);
}

static void
reload_cb (TdListPage *page)
{
  td_lazy_list_reload (td_record_table_get_list (td_list_page_get_table (page)));
}

static void
path_chosen_cb (const char *path, gpointer owner)
{
  TdListPage *page = owner;
  TdListPurpose purpose = GPOINTER_TO_INT (g_object_get_data (owner, PURPOSE_KEY));
  GtkWidget *dialog;

  if (td_list_page_get_session (page) == NULL)
    return;
  dialog = td_import_dialog_new (td_list_page_get_session (page), purpose, path,
                                 purpose == TD_LIST_NOMINATIONS ? td_filter_bar_get_id (td_list_page_get_filters (page), "plan-id") : 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (reload_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * td_import_dialog_ask:
 * @page: a page
 * @purpose: what the rows of a list become on it
 * @title: what for, translated
 *
 * Asks for a file and shows what would come in from it.
 */
void
td_import_dialog_ask (TdListPage *page, TdListPurpose purpose, const char *title)
{
  g_object_set_data (G_OBJECT (page), PURPOSE_KEY, GINT_TO_POINTER (purpose));
  td_file_dialog_open (GTK_WIDGET (page), title, TD_FILE_TABLE, path_chosen_cb, page);
}
