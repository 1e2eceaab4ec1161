/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-display.h"
#include "td-file-dialog.h"
#include "td-finding-list.h"
#include "td-import-dialog.h"
#include "td-import-row.h"
#include "td-model.h"
#include "td-number.h"
#include "td-reference-row.h"

/* A list before it is taken in: what each row will become, what is doubtful, and a key to mend each
 * doubt. Rows that cannot come in go back to the sender in a file. */

#define PURPOSE_KEY "td-import-purpose"

struct _TdImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkBox *options;
  GtkStack *state;
  AdwStatusPage *failed;
  GtkToggleButton *show_all;
  GtkToggleButton *show_bad;
  GtkToggleButton *show_doubtful;
  GtkToggleButton *show_good;
  GtkToggleButton *show_known;
  GtkColumnView *view;
  GtkLabel *name;
  TdFindingList *findings;
  GtkListBox *answers;
  GtkLabel *hint;
  GtkListBox *cells;
  TdFindingList *list_findings;
  GtkButton *take;
  TdReferenceRow *plan;
  TdReferenceRow *from;

  TdSession *session;
  TdListPurpose purpose;
  char *path;
  guint serial;    /* of the reading: an answer about an earlier one is dropped */
  gboolean busy;   /* a job is looking into the list */
  gboolean missed; /* another row was chosen meanwhile */

  TdListPreview *preview;
  TdListDetails *shown;
  GListStore *items;
  GtkFilter *filter;
  GtkSingleSelection *selection;
};

enum
{
  IMPORTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportDialog, td_import_dialog, ADW_TYPE_WINDOW)

static void look_at_row (TdImportDialog *self);

static TdListItem *
get_item (TdImportDialog *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static guint
count (TdImportDialog *self, TdListState state)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TdListItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n += item->state == state;
    }
  return n;
}

static void
label_filter (GtkToggleButton *button, const char *word, guint n)
{
  g_autofree char *number = td_number_to_display (n);
  g_autofree char *label = g_strdup_printf ("%s  %s", word, number);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (GTK_WIDGET (button), n > 0 || gtk_toggle_button_get_active (button));
}

static void
show_counts (TdImportDialog *self)
{
  guint n_good = count (self, TD_LIST_GOOD);
  guint n_doubtful = count (self, TD_LIST_DOUBTFUL);
  guint n_bad = count (self, TD_LIST_BAD);
  guint n_back = n_doubtful + n_bad;
  g_autofree char *take = NULL;

  label_filter (self->show_all, _ ("All"), g_list_model_get_n_items (G_LIST_MODEL (self->items)));
  label_filter (self->show_bad, _ ("Cannot come in"), n_bad);
  label_filter (self->show_doubtful, _ ("To look at"), n_doubtful);
  label_filter (self->show_good, _ ("Will come in"), n_good);
  label_filter (self->show_known, _ ("There already"), count (self, TD_LIST_KNOWN));
  take = n_back > 0 ? g_strdup_printf (_ ("Import %u, Return %u…"), n_good, n_back)
                    : g_strdup_printf (ngettext ("Import %u Row", "Import %u Rows", n_good), n_good);
  gtk_button_set_label (self->take, take);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), n_good > 0 && !self->busy);
}

/* The row shown, with all that is known of it. */

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void typed_cb (TdImportDialog *self, guint role, const char *text);

static void
show_details (TdImportDialog *self, TdListDetails *details)
{
  g_autofree char *title = NULL;

  g_set_object (&self->shown, details);
  clear_list (self->answers);
  clear_list (self->cells);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), details != NULL && details->answers->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), details != NULL && details->answers->len > 0);
  td_finding_list_set (self->findings, details != NULL ? details->findings : NULL);
  if (details == NULL)
    {
      gtk_label_set_label (self->name, "");
      return;
    }
  /* Translators: a line of a file, then the name that stands in it */
  title = g_strdup_printf (_ ("Line %u · %s"), details->item->line, details->item->name);
  gtk_label_set_label (self->name, title);
  for (guint i = 0; i < details->answers->len; i++)
    gtk_list_box_append (self->answers, td_import_row_new_answer (g_ptr_array_index (details->answers, i), i + 1));
  for (guint i = 0; i < details->cells->len; i++)
    {
      GtkWidget *row = td_import_row_new_cell (g_ptr_array_index (details->cells, i));

      if (TD_IS_IMPORT_ROW (row))
        g_signal_connect_object (row, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->cells, row);
    }
}

static void
replace_item (TdImportDialog *self, TdListItem *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TdListItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (old->number == item->number)
        {
          g_list_store_splice (self->items, i, 1, (gpointer *) &item, 1);
          return;
        }
    }
}

static guint
find_position (TdImportDialog *self, guint number)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TdListItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item->number == number)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
choose (TdImportDialog *self, guint position)
{
  if (position == GTK_INVALID_LIST_POSITION || position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* The next row below, then from above, that must be looked at. */
static void
go_to_next (TdImportDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint from = gtk_single_selection_get_selected (self->selection);

  for (guint i = 1; i <= n; i++)
    {
      guint position = (from == GTK_INVALID_LIST_POSITION ? i - 1 : from + i) % n;
      g_autoptr (TdListItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (item->state == TD_LIST_DOUBTFUL || item->state == TD_LIST_BAD)
        {
          choose (self, position);
          return;
        }
    }
}

/* Jobs look into the list one after the other. */

static void
end_look (TdImportDialog *self)
{
  self->busy = FALSE;
  show_counts (self);
  if (self->missed)
    look_at_row (self);
}

static void
looked_at_row_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;

  if (self->session == NULL || self->preview == NULL)
    return;
  if (error == NULL)
    show_details (self, td_job_get_object (job));
  end_look (self);
}

static void
look_at_row (TdImportDialog *self)
{
  TdListItem *item = get_item (self);

  self->missed = self->busy;
  if (self->busy || self->preview == NULL)
    return;
  if (item == NULL)
    {
      show_details (self, NULL);
      return;
    }
  self->busy = TRUE;
  td_session_run (self->session, td_list_preview_look_job (self->preview, item->number), TD_RUN_QUIET, looked_at_row_cb, self);
}

static void
mended_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;
  TdListDetails *details = td_job_get_object (job);
  guint position;

  if (self->session == NULL || self->preview == NULL)
    return;
  if (error != NULL)
    td_session_tell (self->session, error->message);
  else
    {
      replace_item (self, details->item);
      for (guint i = 0; i < details->others->len; i++)
        replace_item (self, g_ptr_array_index (details->others, i));
      position = find_position (self, details->item->number);
      if (position != GTK_INVALID_LIST_POSITION)
        gtk_single_selection_set_selected (self->selection, position);
      if (details->item->state == TD_LIST_GOOD || details->item->state == TD_LIST_KNOWN)
        go_to_next (self);
      self->missed = TRUE;
    }
  end_look (self);
}

static void
mended_all_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;
  guint n = td_job_get_count (job);
  g_autofree char *text = NULL;

  if (self->session == NULL || self->preview == NULL)
    return;
  if (error == NULL)
    {
      g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                           self->preview->items->pdata, self->preview->items->len);
      text = g_strdup_printf (ngettext ("%u row answered", "%u rows answered", n), n);
      td_session_tell (self->session, text);
      choose (self, 0);
      self->missed = TRUE;
    }
  end_look (self);
}

static void
answer (TdImportDialog *self, guint number, gboolean for_all)
{
  TdListAnswer *chosen;

  if (self->busy || self->shown == NULL || number >= self->shown->answers->len || get_item (self) == NULL || get_item (self)->number != self->shown->item->number)
    return;
  chosen = g_ptr_array_index (self->shown->answers, number);
  if (for_all && !chosen->for_all)
    return;
  self->busy = TRUE;
  if (for_all)
    td_session_run (self->session, td_list_preview_mend_all_job (self->preview, &chosen->mend), TD_RUN_QUIET, mended_all_cb, self);
  else
    td_session_run (self->session, td_list_preview_mend_job (self->preview, self->shown->item->number, &chosen->mend), TD_RUN_QUIET, mended_cb, self);
}

static void
answer_activated_cb (TdImportDialog *self, GtkListBoxRow *row)
{
  answer (self, gtk_list_box_row_get_index (row), FALSE);
}

static void
typed_cb (TdImportDialog *self, guint role, const char *text)
{
  if (self->busy || self->shown == NULL)
    return;
  self->busy = TRUE;
  td_session_run (self->session, td_list_preview_type_job (self->preview, self->shown->item->number, role, text), TD_RUN_QUIET, mended_cb, self);
}

static gboolean
key_cb (TdImportDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_F8)
    go_to_next (self);
  else if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    answer (self, keyval - GDK_KEY_1, (state & GDK_ALT_MASK) != 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* The table */

static gboolean
filter_item (gpointer object, gpointer user_data)
{
  TdImportDialog *self = user_data;
  TdListState state = TD_LIST_ITEM (object)->state;

  if (gtk_toggle_button_get_active (self->show_bad))
    return state == TD_LIST_BAD;
  if (gtk_toggle_button_get_active (self->show_doubtful))
    return state == TD_LIST_DOUBTFUL;
  if (gtk_toggle_button_get_active (self->show_good))
    return state == TD_LIST_GOOD;
  if (gtk_toggle_button_get_active (self->show_known))
    return state == TD_LIST_KNOWN;
  return TRUE;
}

static void
filter_cb (TdImportDialog *self, GtkToggleButton *button)
{
  if (self->filter != NULL && gtk_toggle_button_get_active (button))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_preview (TdImportDialog *self, TdListPreview *preview)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *name = g_path_get_basename (self->path);

  g_set_object (&self->preview, preview);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), preview->items->pdata, preview->items->len);
  subtitle = g_strdup_printf (ngettext ("%s · %u row", "%s · %u rows", preview->items->len), name, preview->items->len);
  adw_window_title_set_subtitle (self->title, subtitle);
  td_finding_list_set (self->list_findings, preview->findings);
  gtk_stack_set_visible_child_name (self->state, "rows");
  show_counts (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  choose (self, 0);
  look_at_row (self);
}

static void
read_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  self->busy = FALSE;
  if (error == NULL)
    {
      show_preview (self, td_job_get_object (job));
      return;
    }
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->state, "failed");
}

static char *
dup_sender (TdImportDialog *self)
{
  gint64 id = td_reference_row_get_id (self->from);

  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static void
read_list (TdImportDialog *self)
{
  g_autofree char *from = dup_sender (self);
  TdListTaking taking = { .path = self->path, .options = { .purpose = self->purpose, .from = from } };
  TdJob *job;

  taking.options.plan_id = self->plan != NULL ? td_reference_row_get_id (self->plan) : 0;
  self->serial++;
  g_clear_object (&self->preview);
  show_details (self, NULL);
  td_finding_list_set (self->list_findings, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), FALSE);
  if (self->purpose == TD_LIST_NOMINATIONS && taking.options.plan_id == 0)
    {
      gtk_stack_set_visible_child_name (self->state, "choose");
      return;
    }
  gtk_stack_set_visible_child_name (self->state, "looking");
  self->busy = TRUE;
  job = td_list_preview_job (&taking, NULL);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, read_cb, self);
}

/* Taking it in */

static void
taken_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDialog *self = owner;

  if (self->session == NULL)
    return;
  self->busy = FALSE;
  if (error != NULL)
    {
      td_session_fail (self->session, error->message, td_job_get_findings (job));
      show_counts (self);
      return;
    }
  g_signal_emit (self, signals[IMPORTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take (TdImportDialog *self, const char *rest_path)
{
  g_autofree char *from = dup_sender (self);
  TdListTaking taking = { .path = self->path, .options = { .purpose = self->purpose, .from = from }, .rest_path = rest_path, .fill = TRUE };

  if (self->busy || self->preview == NULL)
    return;
  taking.options.plan_id = self->plan != NULL ? td_reference_row_get_id (self->plan) : 0;
  self->busy = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), FALSE);
  td_session_run (self->session, td_list_take_job (self->preview->check, &taking), TD_RUN_QUIET | TD_RUN_TELL | TD_RUN_LONG, taken_cb, self);
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

  if (count (self, TD_LIST_DOUBTFUL) + count (self, TD_LIST_BAD) == 0)
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

static void
td_import_dialog_dispose (GObject *object)
{
  TdImportDialog *self = TD_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->preview);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  self->filter = NULL;
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
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, state);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, show_all);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, show_bad);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, show_doubtful);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, show_good);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, show_known);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, cells);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, list_findings);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, take);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_import_dialog_init (TdImportDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (filter_item, self, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (TD_TYPE_LIST_ITEM);
  self->filter = filter;
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), filter)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (look_at_row), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  td_import_row_append_columns (self->view);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static TdReferenceRow *
add_option (TdImportDialog *self, GType type, const char *label, gboolean required)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = td_reference_row_new (self->session, type, label, required);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (self->options, list);
  g_signal_connect_object (row, "changed", G_CALLBACK (read_list), self, G_CONNECT_SWAPPED);
  return TD_REFERENCE_ROW (row);
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
  read_list (self);
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
  self->purpose = purpose;
  self->path = g_strdup (path);
  adw_window_title_set_subtitle (self->title, name);
  if (purpose == TD_LIST_NOMINATIONS)
    {
      self->plan = add_option (self, TD_TYPE_PLAN, _ ("Plan"), TRUE);
      td_reference_row_set_id (self->plan, plan_id);
    }
  self->from = add_option (self, TD_TYPE_UNIT, _ ("Sent by"), FALSE);
  read_list (self);
  if (self->plan != NULL && plan_id == 0)
    td_store_read_async (td_session_get_store (session), only_plan_cb, g_new0 (gint64, 1), g_free, NULL,
                         only_plan_done_cb, g_object_ref (self));
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
