/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-choice"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ceremony-choice.h"
#include "td-choice-row.h"
#include "td-date.h"
#include "td-finding-list.h"
#include "td-length.h"
#include "td-model.h"
#include "td-print-choice.h"
#include "td-reference-row.h"

/* Where certificates are printed and on what; whatever is chosen, it is said at once what would stand in the way. */

#define PAUSE 300 /* ms after the last key */

/* Of the orders of a decision: the list, the register, the units; then its ceremonies. */
#define N_OWN_ORDERS 3

struct _TdPrintChoice
{
  AdwBin parent_instance;

  AdwComboRow *printer;
  AdwComboRow *tray;
  AdwComboRow *order;
  GtkWidget *ornament_row;
  GtkSwitch *ornament;
  AdwEntryRow *pages;
  AdwEntryRow *first;
  AdwEntryRow *chunk;
  AdwPreferencesGroup *paper;
  AdwComboRow *sheet;
  GtkLabel *outlook;
  TdFindingList *findings;
  GtkWidget *signing;
  AdwEntryRow *signed_by;
  GtkStack *state;
  GtkLabel *trouble;
  TdReferenceRow *stock;

  TdSession *session;
  GCancellable *cancellable;
  GPtrArray *printers; /* TdPrinter, of the list */
  TdPrinter *chosen;   /* as it was read */
  gint64 decision_id;
  gint64 ceremony_id;    /* all of it is printed, or 0 */
  GPtrArray *ceremonies; /* TdCeremony, in whose order can be printed */
  GArray *award_ids;
  GArray *except_ids;
  GPtrArray *sizes; /* TdPrintSize: a batch each; NULL while they are not known */
  char *template_name;
  char *tray_id;
  char *pages_text;
  guint serial;
  guint timeout;
  gboolean good;
  gboolean complete; /* what was chosen last has been looked at */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPrintChoice, td_print_choice, ADW_TYPE_BIN)

/* What would be */

static void
tell_outlook (TdPrintChoice *self, TdPrintOutlook *outlook)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (outlook != NULL)
    {
      g_string_append_printf (text, ngettext ("%u certificate.", "%u certificates.", outlook->n_pages), outlook->n_pages);
      if (outlook->next_sheet != NULL)
        {
          g_string_append_c (text, ' ');
          g_string_append_printf (text, ngettext ("%u blank in store; the first one is %s.", "%u blanks in store; the first one is %s.", outlook->n_sheets), outlook->n_sheets, outlook->next_sheet);
        }
      if (outlook->calibration != NULL)
        {
          g_autofree char *day = td_date_to_display (outlook->calibration->measured_on);
          g_autofree char *left = td_length_to_display (outlook->calibration->residual);

          g_string_append_c (text, ' ');
          /* Translators: a day, a length in mm */
          g_string_append_printf (text, _ ("Calibrated on %s, to %s mm."), day, *left != '\0' ? left : "0");
        }
    }
  gtk_label_set_label (self->outlook, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->outlook), text->len > 0);
}

/* Which sizes there are is known from what is printed, before blanks are chosen: those would have their own. */
static void
show_sizes (TdPrintChoice *self, GPtrArray *sizes)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->sizes != NULL || td_reference_row_get_id (self->stock) != 0 || *gtk_editable_get_text (GTK_EDITABLE (self->pages)) != '\0')
    return;
  for (guint i = 0; i < sizes->len; i++)
    {
      g_autofree char *text = td_print_size_dup_text (g_ptr_array_index (sizes, i));

      gtk_string_list_append (names, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), sizes->len > 1);
  adw_combo_row_set_model (self->sheet, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet, 0);
  self->sizes = g_ptr_array_ref (sizes); /* what was looked at was the first */
}

static void
checked_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPrintChoice *self = owner;
  g_autoptr (GPtrArray) findings = NULL;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  findings = g_ptr_array_ref (td_job_get_findings (job));
  if (error != NULL && findings->len == 0)
    {
      g_ptr_array_unref (g_steal_pointer (&findings));
      findings = td_findings_new ();
      g_ptr_array_add (findings, td_finding_new ("print", TD_SEVERITY_BLOCK, "%s", error->message));
    }
  self->good = error == NULL;
  self->complete = TRUE;
  tell_outlook (self, td_job_get_object (job));
  if (td_job_get_object (job) != NULL && TD_PRINT_OUTLOOK (td_job_get_object (job))->sizes != NULL)
    show_sizes (self, TD_PRINT_OUTLOOK (td_job_get_object (job))->sizes);
  gtk_widget_set_visible (self->signing, td_job_get_object (job) != NULL && TD_PRINT_OUTLOOK (td_job_get_object (job))->n_open > 0);
  td_finding_list_set (self->findings, findings);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
check (TdPrintChoice *self)
{
  TdPrintBatchOptions options;
  TdJob *job;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->serial++;
  self->complete = self->good = FALSE;
  if (td_print_choice_get_options (self, &options))
    {
      job = td_print_batch_check_job (&options);
      g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
      td_session_run (self->session, job, TD_RUN_QUIET, checked_cb, self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
check_later_cb (gpointer data)
{
  TdPrintChoice *self = data;

  self->timeout = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (TdPrintChoice *self)
{
  if (self->session == NULL)
    return;
  self->complete = FALSE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE, check_later_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (TdPrintChoice *self)
{
  if (self->stock != NULL)
    gtk_widget_set_sensitive (self->ornament_row, td_reference_row_get_id (self->stock) == 0);
  if (self->session != NULL && self->chosen != NULL)
    check (self);
}

/* Another size lies in another tray, on other blanks. */
static void
sheet_chosen_cb (TdPrintChoice *self)
{
  if (self->sizes == NULL)
    return;
  if (self->stock != NULL)
    td_reference_row_set_id (self->stock, 0);
  chosen_cb (self);
}

/* Ceremonies */

/* In whose order, 0 for another. */
static gint64
get_ceremony (TdPrintChoice *self)
{
  guint order = adw_combo_row_get_selected (self->order);

  if (self->ceremony_id != 0)
    return self->ceremony_id;
  if (order < N_OWN_ORDERS || order - N_OWN_ORDERS >= self->ceremonies->len)
    return 0;
  return td_entity_get_id (g_ptr_array_index (self->ceremonies, order - N_OWN_ORDERS));
}

static void
order_chosen_cb (TdPrintChoice *self)
{
  if (self->session != NULL)
    td_session_set_ceremony (self->session, get_ceremony (self));
  chosen_cb (self);
}

static void
add_ceremony (TdPrintChoice *self, TdCeremony *ceremony)
{
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (self->order));
  g_autofree char *day = ceremony->day != NULL ? td_date_to_display (ceremony->day) : NULL;
  /* Translators: names of ceremonies; a day */
  g_autofree char *label = day != NULL ? g_strdup_printf (_ ("As called at “%s”, %s"), ceremony->name, day) : g_strdup_printf (_ ("As called at “%s”"), ceremony->name);

  g_ptr_array_add (self->ceremonies, g_object_ref (ceremony));
  gtk_string_list_append (names, label);
}

static void
ceremonies_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPrintChoice *self = owner;
  GListModel *list = td_job_get_object (job);
  gint64 last = self->session != NULL ? td_session_get_ceremony (self->session) : 0;

  for (guint i = 0; self->session != NULL && error == NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdCeremony) ceremony = g_list_model_get_item (list, i);

      add_ceremony (self, ceremony);
      if (td_entity_get_id (TD_ENTITY (ceremony)) == last)
        adw_combo_row_set_selected (self->order, N_OWN_ORDERS + i);
    }
}

/* Printers */

static void
show_trays (TdPrintChoice *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("As the printer is set"));
  for (guint i = 0; self->chosen != NULL && i < self->chosen->trays->len; i++)
    gtk_string_list_append (names, ((TdPrinterTray *) g_ptr_array_index (self->chosen->trays, i))->name);
  adw_combo_row_set_model (self->tray, G_LIST_MODEL (names));
  gtk_widget_set_sensitive (GTK_WIDGET (self->tray), self->chosen != NULL && self->chosen->trays->len > 0);
}

static void
show_trouble (TdPrintChoice *self, const char *text)
{
  gtk_label_set_label (self->trouble, text);
  gtk_stack_set_visible_child_name (self->state, "trouble");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdPrintChoice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPrinter) printer = td_printer_read_finish (result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (printer == NULL)
    {
      g_autoptr (GPtrArray) findings = td_findings_new ();

      g_ptr_array_add (findings, td_finding_new ("printer", TD_SEVERITY_BLOCK, "%s", error->message));
      td_finding_list_set (self->findings, findings);
      return;
    }
  g_set_object (&self->chosen, printer);
  show_trays (self);
  check (self);
}

static void
printer_chosen_cb (TdPrintChoice *self)
{
  guint position = adw_combo_row_get_selected (self->printer);

  if (self->printers == NULL || position >= self->printers->len)
    return;
  g_clear_object (&self->chosen);
  self->complete = self->good = FALSE;
  td_printer_read_async (((TdPrinter *) g_ptr_array_index (self->printers, position))->id, self->cancellable, read_cb, g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The name, and its state where that says something. */
static char *
dup_label (const TdPrinter *printer)
{
  return printer->state == TD_PRINTER_IDLE && printer->findings->len == 0 ? g_strdup (printer->name) : g_strdup_printf ("%s (%s)", printer->name, td_printer_state_to_text (printer->state));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdPrintChoice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printers = td_printer_list_finish (result, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint preset = 0;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (printers == NULL || printers->len == 0)
    {
      show_trouble (self, printers == NULL ? error->message : _ ("There is no printer. Set one up in the settings of the system, then open this again."));
      return;
    }
  for (guint i = 0; i < printers->len; i++)
    {
      g_autofree char *label = dup_label (g_ptr_array_index (printers, i));

      gtk_string_list_append (names, label);
      if (((TdPrinter *) g_ptr_array_index (printers, i))->is_default)
        preset = i;
    }
  self->printers = g_steal_pointer (&printers);
  gtk_stack_set_visible_child_name (self->state, "form");
  adw_combo_row_set_model (self->printer, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->printer, preset);
  if (preset == 0)
    printer_chosen_cb (self);
  td_print_choice_focus (self);
}

static void
td_print_choice_dispose (GObject *object)
{
  TdPrintChoice *self = TD_PRINT_CHOICE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->printers, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PRINT_CHOICE);
  G_OBJECT_CLASS (td_print_choice_parent_class)->dispose (object);
}

static void
td_print_choice_finalize (GObject *object)
{
  TdPrintChoice *self = TD_PRINT_CHOICE (object);

  g_clear_pointer (&self->award_ids, g_array_unref);
  g_clear_pointer (&self->except_ids, g_array_unref);
  g_clear_pointer (&self->sizes, g_ptr_array_unref);
  g_ptr_array_unref (self->ceremonies);
  g_free (self->template_name);
  g_free (self->tray_id);
  g_free (self->pages_text);
  G_OBJECT_CLASS (td_print_choice_parent_class)->finalize (object);
}

static void
td_print_choice_class_init (TdPrintChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_print_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_print_choice_finalize;
  /**
   * TdPrintChoice::changed:
   *
   * Something else is chosen, or has been looked at.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_PRINT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-print-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, printer);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, tray);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, order);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, ornament_row);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, ornament);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, pages);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, first);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, chunk);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, paper);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, sheet);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, outlook);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, findings);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, signing);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, signed_by);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, state);
  gtk_widget_class_bind_template_child (widget_class, TdPrintChoice, trouble);
  gtk_widget_class_bind_template_callback (widget_class, printer_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
td_print_choice_init (TdPrintChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->ceremonies = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * td_print_choice_set_up:
 * @self: the form
 * @session: where the certificates are
 * @decision_id: a decision; 0 for all certificates of the ceremony in @options
 * @options: which of its certificates, and how they look
 */
void
td_print_choice_set_up (TdPrintChoice *self, TdSession *session, gint64 decision_id, const TdCertificateOptions *options)
{
  self->decision_id = decision_id;
  self->award_ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), options->award_ids, options->award_ids != NULL ? options->n_awards : 0);
  self->except_ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), options->except_ids, options->n_except);
  self->template_name = g_strdup (options->template_name);
  self->ceremony_id = decision_id == 0 ? options->ceremony_id : 0;
  self->stock = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_STOCK, _ ("Blanks in the tray"), FALSE));
  adw_preferences_group_add (self->paper, GTK_WIDGET (self->stock));
  td_reference_row_set_id (self->stock, options->stock_id);
  gtk_switch_set_active (self->ornament, options->with_ornament);
  gtk_widget_set_sensitive (self->ornament_row, options->stock_id == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->order), self->ceremony_id == 0);
  adw_combo_row_set_selected (self->order, MIN ((guint) options->order, N_OWN_ORDERS - 1));
  self->session = g_object_ref (session);
  g_signal_connect_object (self->stock, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  if (self->ceremony_id == 0)
    td_session_run (session, td_ceremony_choice_job (decision_id), TD_RUN_QUIET, ceremonies_cb, self);
  td_printer_list_async (self->cancellable, listed_cb, g_object_ref (self));
}

static guint
read_count (AdwEntryRow *row)
{
  gint64 number = 0;

  g_ascii_string_to_signed (gtk_editable_get_text (GTK_EDITABLE (row)), 10, 1, G_MAXINT32, &number, NULL);
  return (guint) number;
}

/**
 * td_print_choice_get_options:
 * @self: the form
 * @options: (out): what is chosen; lent until something else is
 *
 * Returns: whether a printer is chosen and known
 */
gboolean
td_print_choice_get_options (TdPrintChoice *self, TdPrintBatchOptions *options)
{
  guint tray = adw_combo_row_get_selected (self->tray);
  gint64 stock_id = self->stock != NULL ? td_reference_row_get_id (self->stock) : 0;

  if (self->session == NULL || self->chosen == NULL)
    return FALSE;
  g_free (self->tray_id);
  g_free (self->pages_text);
  self->tray_id = tray > 0 && tray <= self->chosen->trays->len ? g_strdup (((TdPrinterTray *) g_ptr_array_index (self->chosen->trays, tray - 1))->id) : NULL;
  self->pages_text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->pages))));
  *options = (TdPrintBatchOptions){ .decision_id = self->decision_id, .printer = self->chosen, .tray = self->tray_id, .pages = *self->pages_text != '\0' ? self->pages_text : NULL, .first_number = read_count (self->first), .chunk_size = read_count (self->chunk), .signed_by = gtk_widget_get_visible (self->signing) ? gtk_editable_get_text (GTK_EDITABLE (self->signed_by)) : NULL };
  options->certificates = (TdCertificateOptions){ .template_name = self->template_name, .stock_id = stock_id, .with_ornament = gtk_switch_get_active (self->ornament) && stock_id == 0, .ceremony_id = get_ceremony (self) };
  options->certificates.order = options->certificates.ceremony_id != 0 ? TD_CERTIFICATE_ORDER_CEREMONY : (TdCertificateOrder) MIN (adw_combo_row_get_selected (self->order), N_OWN_ORDERS - 1);
  options->certificates.except_ids = (const gint64 *) (gpointer) self->except_ids->data;
  options->certificates.n_except = self->except_ids->len;
  if (self->award_ids->len > 0)
    {
      options->certificates.award_ids = (const gint64 *) (gpointer) self->award_ids->data;
      options->certificates.n_awards = self->award_ids->len;
    }
  if (self->sizes != NULL && self->sizes->len > 1 && adw_combo_row_get_selected (self->sheet) < self->sizes->len)
    {
      const TdPrintSize *size = g_ptr_array_index (self->sizes, adw_combo_row_get_selected (self->sheet));

      options->certificates.award_ids = (const gint64 *) (gpointer) size->award_ids->data;
      options->certificates.n_awards = size->award_ids->len;
    }
  return TRUE;
}

/**
 * td_print_choice_is_ready:
 * @self: the form
 * @for_test_sheet: a sheet of plain paper needs less
 *
 * Returns: whether nothing stands in the way
 */
gboolean
td_print_choice_is_ready (TdPrintChoice *self, gboolean for_test_sheet)
{
  return self->chosen != NULL && (for_test_sheet || (self->complete && self->good));
}

/**
 * td_print_choice_show_findings:
 * @self: the form
 * @findings: (element-type TdFinding): what stood in the way in the end
 */
void
td_print_choice_show_findings (TdPrintChoice *self, GPtrArray *findings)
{
  td_finding_list_set (self->findings, findings);
}

/**
 * td_print_choice_has_next:
 * @self: the form
 *
 * Returns: whether there are sheets of another size to print after these
 */
gboolean
td_print_choice_has_next (TdPrintChoice *self)
{
  return self->sizes != NULL && adw_combo_row_get_selected (self->sheet) + 1 < self->sizes->len;
}

/**
 * td_print_choice_go_to_next:
 * @self: the form, with sheets of another size to print
 *
 * Goes on to the next size: its tray and blanks are asked for anew.
 */
void
td_print_choice_go_to_next (TdPrintChoice *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->pages), ""); /* those of the size before */
  adw_combo_row_set_selected (self->sheet, adw_combo_row_get_selected (self->sheet) + 1);
  gtk_editable_set_text (GTK_EDITABLE (self->first), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->tray));
}

/**
 * td_print_choice_focus:
 * @self: the form
 */
void
td_print_choice_focus (TdPrintChoice *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->printer));
}
