/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ask-dialog.h"
#include "td-authenticity-dialog.h"
#include "td-calibration-dialog.h"
#include "td-certificate-jobs.h"
#include "td-certificate-page.h"
#include "td-date.h"
#include "td-document.h"
#include "td-emblem-dialog.h"
#include "td-file-dialog.h"
#include "td-files-question.h"
#include "td-filter-bar.h"
#include "td-finding-list.h"
#include "td-list-saver.h"
#include "td-model.h"
#include "td-number.h"
#include "td-page-header.h"
#include "td-page-preview.h"
#include "td-pane.h"
#include "td-preflight-dialog.h"
#include "td-preflight-watch.h"
#include "td-print-dialog.h"
#include "td-record-jobs.h"
#include "td-record-table.h"
#include "td-reference-row.h"
#include "td-stock-jobs.h"
#include "td-stock-questions.h"
#include "td-template-editor.h"
#include "td-wording-dialog.h"
#include "td-template-row.h"

/* Certificates: whose turn it is, the sheet itself, and how it is printed. */

struct _TdCertificatePage
{
  AdwBin parent_instance;

  TdPageHeader *header;
  TdPane *pane;
  GtkStack *state;
  TdFilterBar *filters;
  TdRecordTable *table;
  GtkStack *sheet;
  TdPagePreview *preview;
  GtkScrolledWindow *scroller;
  GtkToggleButton *fit;
  TdTemplateRow *template;
  GtkSwitch *ornament;
  GtkListBox *options;
  GtkWidget *ornament_row;
  TdReferenceRow *stock;
  TdReferenceRow *calibration;
  GtkWidget *trial;
  TdFindingList *findings;
  AdwButtonContent *preflight;

  GArray *left_out; /* gint64: certificates of the decision that are not printed now */
  TdMarkColumn *marks;
  TdPreflightWatch *watch;
  TdSession *session;
  gboolean asked;
  gint64 award_id;    /* whose sheet is shown or being made */
  gint64 decision_id; /* and its decision */
  guint serial;
};

G_DEFINE_FINAL_TYPE (TdCertificatePage, td_certificate_page, ADW_TYPE_BIN)

static const char *const columns[] = { "register-number", "subject-name", NULL };
static const char *const filters[] = { "decision-id", NULL };

/* The sheet */

static TdCertificateOptions
get_options (TdCertificatePage *self)
{
  return (TdCertificateOptions){ .template_name = td_template_row_get_name (self->template), .stock_id = td_reference_row_get_id (self->stock), .with_ornament = gtk_switch_get_active (self->ornament), .calibration_id = td_reference_row_get_id (self->calibration), .except_ids = (const gint64 *) (gpointer) self->left_out->data, .n_except = self->left_out->len };
}

/* All pages are looked at, whatever is shown. */
static void
watch_all (TdCertificatePage *self)
{
  TdCertificateOptions options;

  if (self->watch == NULL)
    return;
  options = get_options (self);
  td_preflight_watch_ask (self->watch, self->award_id != 0 ? self->decision_id : 0, &options);
}

static void
made_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdCertificatePage *self = owner;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  td_finding_list_set (self->findings, td_job_get_findings (job));
  if (error != NULL)
    {
      td_page_preview_set_document (self->preview, NULL, 0);
      gtk_stack_set_visible_child_name (self->sheet, "none");
      if (td_job_get_findings (job)->len == 0)
        td_session_fail (self->session, error->message, NULL);
      return;
    }
  td_page_preview_set_document (self->preview, td_job_get_object (job), 0);
  gtk_stack_set_visible_child_name (self->sheet, "sheet");
}

static void
make_sheet (TdCertificatePage *self)
{
  TdCertificateOptions options;
  TdJob *job;

  self->serial++;
  if (self->award_id == 0 || self->session == NULL)
    return;
  options = get_options (self);
  options.award_ids = &self->award_id;
  options.n_awards = 1;
  options.n_except = 0; /* it is shown all the same */
  job = td_certificate_document_job (self->decision_id, &options);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, made_cb, self);
}

static void
selection_changed_cb (TdCertificatePage *self)
{
  TdEntity *record = td_record_table_get_single (self->table);
  TdAward *award = record != NULL ? TD_AWARD (record) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", award != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.files", award != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.arrange", award != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.printer", award != NULL);
  gtk_widget_set_visible (self->trial, award != NULL && g_strcmp0 (award->decision_state, "issued") != 0);
  if (award == NULL)
    {
      self->award_id = 0;
      self->serial++;
      td_finding_list_set (self->findings, NULL);
      gtk_stack_set_visible_child_name (self->sheet, "none");
      return;
    }
  self->award_id = td_entity_get_id (record);
  if (self->decision_id != award->decision_id)
    {
      self->decision_id = award->decision_id;
      g_array_set_size (self->left_out, 0);
      watch_all (self);
    }
  /* Translators: a name */
  label = g_strdup_printf (_ ("Certificate for %s"), award->subject_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  make_sheet (self);
}

static void
zoom_cb (TdCertificatePage *self)
{
  gboolean fit = gtk_toggle_button_get_active (self->fit);

  td_page_preview_set_fit (self->preview, fit);
  gtk_scrolled_window_set_policy (self->scroller, fit ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC, fit ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

/* What stands in the way of all of them */

static void
watched_cb (TdCertificatePage *self)
{
  TdPreflight *preflight = td_preflight_watch_get (self->watch);
  g_autoptr (GHashTable) marks = td_preflight_watch_dup_marks (self->watch);
  guint n = preflight != NULL ? preflight->n_stopping : 0;
  g_autofree char *label = preflight != NULL ? g_strdup_printf (_ ("Before _Printing: %u"), n) : g_strdup (_ ("Before _Printing…"));

  td_mark_column_set (self->marks, marks, FALSE);
  adw_button_content_set_label (self->preflight, label);
  adw_button_content_set_icon_name (self->preflight, preflight == NULL ? "view-refresh-symbolic" : n > 0 ? "dialog-warning-symbolic"
                                                                                                         : "object-select-symbolic");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.preflight", preflight != NULL);
}

/* The case itself: its sheet, or where what is missing is kept. */
static void
open_finding (const TdFinding *finding, gpointer owner)
{
  TdCertificatePage *self = owner;

  if (finding->subject_id != 0)
    {
      td_record_table_select_id (self->table, finding->subject_id);
      gtk_widget_grab_focus (GTK_WIDGET (self->table));
    }
  else if (g_str_has_prefix (finding->rule, "calibration"))
    gtk_widget_activate_action (GTK_WIDGET (self), "page.calibrate", NULL);
  else if (g_str_equal (finding->rule, "certificate-emblem-missing"))
    gtk_widget_activate_action (GTK_WIDGET (self), "page.emblem", NULL);
  else if (g_str_has_prefix (finding->rule, "template"))
    gtk_widget_activate_action (GTK_WIDGET (self), "page.edit-template", NULL);
  else if (g_str_has_prefix (finding->rule, "stock"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "stocks", td_reference_row_get_id (self->stock));
}

static void
leave_out (gint64 award_id, gpointer owner)
{
  TdCertificatePage *self = owner;

  if (award_id == 0)
    g_array_set_size (self->left_out, 0);
  else
    g_array_append_val (self->left_out, award_id);
  watch_all (self);
}

static void
preflight_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);
  const TdPreflightUser user = { open_finding, leave_out };

  if (self->watch != NULL && td_preflight_watch_get (self->watch) != NULL)
    td_preflight_dialog_present (widget, self->session, self->watch, &user, self);
}

/* The queue */

static void
ask (TdCertificatePage *self)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);

  td_filter_bar_narrow (self->filters, query);
  td_record_table_set_query (self->table, query);
}

static void
reloaded_cb (TdCertificatePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (td_record_table_get_list (self->table)));
  g_autofree char *number = td_number_to_display (n);
  g_autofree char *count = g_strdup_printf (ngettext ("%s certificate", "%s certificates", n), number);
  gboolean narrowed = td_filter_bar_is_set (self->filters);

  td_page_header_set_title (self->header, _ ("Certificates"), n > 0 || narrowed ? count : NULL);
  gtk_stack_set_visible_child_name (self->state, n > 0 || narrowed ? "list" : "empty");
  if (n > 0 && td_record_table_get_n_selected (self->table) == 0)
    td_record_table_step (self->table, 1);
}

static void
n_items_cb (TdCertificatePage *self)
{
  if (!td_lazy_list_is_loading (td_record_table_get_list (self->table)))
    reloaded_cb (self);
}

/* Actions */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_table_step (TD_CERTIFICATE_PAGE (widget)->table, g_str_equal (name, "page.next") ? 1 : -1);
}

static void
printed_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdCertificatePage *self = owner;
  g_autofree char *text = NULL;
  guint n = td_job_get_count (job);

  if (error != NULL || self->session == NULL)
    return;
  text = g_strdup_printf (ngettext ("The PDF with %u certificate is saved.", "The PDF with %u certificates is saved.", n), n);
  td_session_tell (self->session, text);
}

static void
print_path (const char *path, gpointer owner)
{
  TdCertificatePage *self = owner;

  TdCertificateOptions options = get_options (self);

  if (self->session != NULL)
    td_session_run (self->session, td_certificate_print_job (self->decision_id, path, &options), TD_RUN_LONG, printed_cb, self);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* Translators: the name of a new file */
  td_file_dialog_save (widget, _ ("Save the Certificates of the Decision as PDF"), TD_FILE_PDF, _ ("certificates.pdf"), print_path, widget);
}

static void
printer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);
  TdCertificateOptions options = get_options (self);

  if (self->session != NULL && self->decision_id != 0)
    td_print_dialog_present (td_print_dialog_new (self->session, self->decision_id, &options), widget);
}

static void
files_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);
  TdCertificateOptions options;

  if (self->session == NULL || self->award_id == 0)
    return;
  options = get_options (self);
  td_files_question_present (widget, self->session, self->decision_id, &options);
}

static void
wording_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);
  GtkWidget *dialog;

  if (self->session == NULL)
    return;
  dialog = td_wording_dialog_new (self->session);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What came out of the printer is entered sheet by sheet. */
static TdJob *
make_on_stock (TdEntity *question, gpointer owner)
{
  TdCertificatePage *self = owner;
  const TdPrintedQuestion *q = TD_PRINTED_QUESTION (question);

  return td_stock_print_job (q->stock_id, q->all ? self->decision_id : 0, &self->award_id, q->all ? 0 : 1, q->first_number, q->day);
}

static void
on_stock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);
  TdAsk ask = { _ ("Printed on Blanks"), _ ("Sheets are taken from the pile in the order of the list; without a first number, the next one in store."),
                _ ("Enter"), _ ("The sheets are entered."), make_on_stock };
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (TdEntity) question = g_object_new (TD_TYPE_PRINTED_QUESTION, "all", TRUE, "day", today, "stock-id", td_reference_row_get_id (self->stock), NULL);

  if (self->session != NULL && self->award_id != 0)
    td_ask_dialog_present (widget, self->session, &ask, question, widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_filter_bar_focus (TD_CERTIFICATE_PAGE (widget)->filters);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);

  if (self->session != NULL)
    td_list_saver_ask (widget, self->session, self->table, _ ("Certificates"));
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);

  td_pane_set_reveal (self->pane, !td_pane_get_reveal (self->pane));
}

static void
decisions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "decisions");
}

static void
emblem_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (TD_CERTIFICATE_PAGE (widget)->session != NULL)
    td_emblem_dialog_present (widget, TD_CERTIFICATE_PAGE (widget)->session);
}

static void
calibrate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);
  GtkWidget *dialog;

  if (self->session == NULL)
    return;
  dialog = td_calibration_dialog_new (self->session);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
authenticity_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);
  GtkWidget *dialog;

  if (self->session == NULL)
    return;
  dialog = td_authenticity_dialog_new (self->session, self->award_id != 0 ? self->decision_id : 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_template_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (td_template_editor_new (self->session, td_template_row_get_name (self->template))));
}

static void
arrange_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (widget);

  if (self->session != NULL && self->award_id != 0)
    gtk_window_present (GTK_WINDOW (td_template_editor_new_for_award (self->session, self->award_id, td_template_row_get_name (self->template), NULL)));
}

static void
options_cb (TdCertificatePage *self)
{
  make_sheet (self);
  watch_all (self);
}

static void
td_certificate_page_dispose (GObject *object)
{
  TdCertificatePage *self = TD_CERTIFICATE_PAGE (object);

  self->serial++;
  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_CERTIFICATE_PAGE);
  G_OBJECT_CLASS (td_certificate_page_parent_class)->dispose (object);
}

static void
td_certificate_page_finalize (GObject *object)
{
  g_array_unref (TD_CERTIFICATE_PAGE (object)->left_out);
  G_OBJECT_CLASS (td_certificate_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.preflight", NULL, preflight_action);
  gtk_widget_class_install_action (widget_class, "page.on-stock", NULL, on_stock_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.printer", NULL, printer_action);
  gtk_widget_class_install_action (widget_class, "page.files", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "page.wording", NULL, wording_action);
  gtk_widget_class_install_action (widget_class, "page.calibrate", NULL, calibrate_action);
  gtk_widget_class_install_action (widget_class, "page.authenticity", NULL, authenticity_action);
  gtk_widget_class_install_action (widget_class, "page.emblem", NULL, emblem_action);
  gtk_widget_class_install_action (widget_class, "page.arrange", NULL, arrange_action);
  gtk_widget_class_install_action (widget_class, "page.edit-template", NULL, edit_template_action);
  gtk_widget_class_install_action (widget_class, "page.decisions", NULL, decisions_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "page.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "page.previous", NULL);
}

static void
td_certificate_page_class_init (TdCertificatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_certificate_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_certificate_page_finalize;
  install_actions (widget_class);

  g_type_ensure (TD_TYPE_PAGE_HEADER);
  g_type_ensure (TD_TYPE_PANE);
  g_type_ensure (TD_TYPE_FILTER_BAR);
  g_type_ensure (TD_TYPE_RECORD_TABLE);
  g_type_ensure (TD_TYPE_PAGE_PREVIEW);
  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_TEMPLATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-certificate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, header);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, pane);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, state);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, filters);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, table);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, sheet);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, preview);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, fit);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, template);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, ornament);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, ornament_row);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, options);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, trial);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, findings);
  gtk_widget_class_bind_template_child (widget_class, TdCertificatePage, preflight);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reloaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
}

static void
td_certificate_page_init (TdCertificatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  td_page_header_set_title (self->header, _ ("Certificates"), NULL);
  zoom_cb (self);
}

/* Blanks say themselves what they lack. */
static void
stock_cb (TdCertificatePage *self)
{
  gtk_widget_set_sensitive (self->ornament_row, td_reference_row_get_id (self->stock) == 0);
  options_cb (self);
}

/**
 * td_certificate_page_set_session:
 * @self: the page
 * @session: where the awards are
 */
void
td_certificate_page_set_session (TdCertificatePage *self, TdSession *session)
{
  g_return_if_fail (TD_IS_CERTIFICATE_PAGE (self) && self->session == NULL);

  td_template_row_set_session (self->template, session);
  td_page_header_set_session (self->header, session);
  td_page_header_set_details (self->header, self->pane);
  td_filter_bar_describe (self->filters, session, TD_TYPE_AWARD, filters);
  td_record_table_describe (self->table, TD_TYPE_AWARD, columns, "register-number", FALSE, _ ("Certificates"));
  td_page_header_offer_list (self->header, GTK_WIDGET (self), self->table, "certificates");
  self->marks = td_record_table_add_marks (self->table, "");
  td_page_header_offer (self->header, _ ("Save as _Several Files…"), "page.files");
  td_page_header_offer (self->header, _ ("Arrange _This Certificate…"), "page.arrange");
  td_page_header_offer (self->header, _ ("_Edit a Template…"), "page.edit-template");
  td_page_header_offer (self->header, _ ("_Wording…"), "page.wording");
  td_page_header_offer (self->header, _ ("State _Emblem…"), "page.emblem");
  td_page_header_offer (self->header, _ ("_Calibrate a Printer…"), "page.calibrate");
  td_page_header_offer (self->header, _ ("_Authenticity…"), "page.authenticity");
  self->session = g_object_ref (session);
  self->stock = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_STOCK, _ ("Blanks in the tray"), FALSE));
  gtk_list_box_prepend (self->options, GTK_WIDGET (self->stock));
  g_signal_connect_object (self->stock, "changed", G_CALLBACK (stock_cb), self, G_CONNECT_SWAPPED);
  self->calibration = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_CALIBRATION, _ ("For the printer"), FALSE));
  gtk_list_box_append (self->options, GTK_WIDGET (self->calibration));
  g_signal_connect_object (self->calibration, "changed", G_CALLBACK (options_cb), self, G_CONNECT_SWAPPED);
  self->watch = td_preflight_watch_new (session);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (watched_cb), self, G_CONNECT_SWAPPED);
  watched_cb (self);
}

/**
 * td_certificate_page_look:
 * @self: the page, about to be seen
 *
 * Reads the awards when that has not been done.
 */
void
td_certificate_page_look (TdCertificatePage *self)
{
  if (self->asked)
    return;
  self->asked = TRUE;
  ask (self);
  td_record_table_set_session (self->table, self->session);
  td_record_table_set_one_only (self->table, TRUE);
  g_signal_connect_object (td_record_table_get_list (self->table), "notify::n-items", G_CALLBACK (n_items_cb), self, G_CONNECT_SWAPPED);
}

static void
got_decision_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdCertificatePage *self = owner;
  TdEntity *decision = td_job_get_object (job);
  g_autofree char *label = NULL;

  if (self->session == NULL || decision == NULL)
    return;
  label = td_record_dup_label (decision);
  td_record_table_unselect (self->table);
  td_filter_bar_set_id (self->filters, "decision-id", td_entity_get_id (decision), label);
}

/**
 * td_certificate_page_show_decision:
 * @self: the page
 * @decision_id: a decision
 *
 * Narrows the page to the certificates of one decision.
 */
void
td_certificate_page_show_decision (TdCertificatePage *self, gint64 decision_id)
{
  td_certificate_page_look (self);
  td_session_run (self->session, td_record_get_job (TD_TYPE_DECISION, decision_id), TD_RUN_QUIET, got_decision_cb, self);
}
