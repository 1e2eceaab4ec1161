/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-calibration-dialog.h"
#include "td-calibration-entry.h"
#include "td-calibration-jobs.h"
#include "td-choice-row.h"
#include "td-date.h"
#include "td-file-dialog.h"
#include "td-finding-list.h"
#include "td-length.h"
#include "td-model.h"
#include "td-print-batch-jobs.h"
#include "td-record-jobs.h"
#include "td-reference-row.h"

/* Calibrating a printer in four steps: what with, the page to measure, what was read, what it makes.
 * What was typed stays when one goes back. */

typedef enum
{
  STEP_WHERE,
  STEP_TARGET,
  STEP_READINGS,
  STEP_RESULT,
  N_STEPS
} Step;

static const char *const step_names[N_STEPS] = { "where", "target", "readings", "result" };

struct _TdCalibrationDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *back;
  GtkButton *next;
  GtkStack *steps;
  AdwPreferencesGroup *group;
  AdwComboRow *choice;
  AdwComboRow *tray_choice;
  AdwEntryRow *printer;
  AdwEntryRow *tray;
  AdwEntryRow *size;
  TdReferenceRow *stock;
  GtkCheckButton *by_ruler;
  GtkCheckButton *by_window;
  GtkLabel *hint;
  TdCalibrationEntry *entry;
  TdFindingList *findings;
  GtkLabel *verdict;
  GtkLabel *story;
  TdFindingList *remarks;
  GtkSpinButton *days;

  TdSession *session;
  Step step;
  GCancellable *cancellable;
  GPtrArray *printers; /* of TdPrinter; NULL while there are none to choose from */
  TdPrinter *chosen;   /* with its trays, once they are read */
  guint days_before;   /* as the office has it; 0 until it is known */
  char *printer_name;  /* as chosen or typed, without blanks about */
  char *tray_name;
  gboolean keeping;
};

G_DEFINE_FINAL_TYPE (TdCalibrationDialog, td_calibration_dialog, ADW_TYPE_WINDOW)

static gboolean
get_sheet (TdCalibrationDialog *self, double *width, double *height)
{
  gint64 lengths[2];

  if (!td_length_parse_sheet (gtk_editable_get_text (GTK_EDITABLE (self->size)), &lengths[0], &lengths[1]))
    return FALSE;
  *width = lengths[0] / 1000.0;
  *height = lengths[1] / 1000.0;
  return td_calibration_is_sheet (*width, *height);
}

/* The printer that is chosen in the list, NULL for one that has its name typed. */
static TdPrinter *
get_listed (TdCalibrationDialog *self)
{
  guint position = adw_combo_row_get_selected (self->choice);

  return self->printers != NULL && position < self->printers->len ? g_ptr_array_index (self->printers, position) : NULL;
}

/* By the words that printing knows them by, so that it finds the calibration. */
static TdCalibrationFor
get_what (TdCalibrationDialog *self)
{
  TdPrinter *listed = get_listed (self);
  guint tray = adw_combo_row_get_selected (self->tray_choice);

  g_free (self->printer_name);
  g_free (self->tray_name);
  self->printer_name = g_strstrip (g_strdup (listed != NULL ? listed->id : gtk_editable_get_text (GTK_EDITABLE (self->printer))));
  if (listed == NULL)
    self->tray_name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->tray))));
  else
    self->tray_name = g_strdup (self->chosen != NULL && tray > 0 && tray <= self->chosen->trays->len ? ((TdPrinterTray *) g_ptr_array_index (self->chosen->trays, tray - 1))->id : "");
  return (TdCalibrationFor){ self->printer_name, self->tray_name, td_reference_row_get_id (self->stock) };
}

/* Findings say in their text which cross they are about. */
static void
show_findings (TdFindingList *list, GPtrArray *findings)
{
  g_autoptr (GPtrArray) named = td_findings_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      g_ptr_array_add (named, finding->where != NULL ? td_finding_new (finding->rule, finding->severity, "%s: %s", finding->where, finding->text)
                                                     : td_finding_copy (finding));
    }
  td_finding_list_set (list, named);
}

/* Which steps can be gone on from */

static gboolean
check_readings (TdCalibrationDialog *self)
{
  g_autoptr (TdCalibrationReadings) readings = td_calibration_entry_dup_readings (self->entry);
  g_autoptr (TdCalibrationSolution) solution = NULL;

  /* While the first numbers are being typed nothing is amiss yet. */
  if (!td_calibration_entry_is_sound (self->entry) || readings->readings->len < 3)
    {
      td_finding_list_set (self->findings, NULL);
      return FALSE;
    }
  solution = td_calibration_solve (readings);
  /* What more crosses would mend is said once one goes on without them. */
  if (td_calibration_solution_is_good (solution) && readings->readings->len < TD_CALIBRATION_MARKS)
    td_finding_list_set (self->findings, NULL);
  else
    show_findings (self->findings, solution->findings);
  return td_calibration_solution_is_good (solution);
}

static void
mark_size (TdCalibrationDialog *self, gboolean good)
{
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->size), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->size), "error");
}

static gboolean
can_go_on (TdCalibrationDialog *self)
{
  double width, height;
  gboolean sheet = get_sheet (self, &width, &height);

  mark_size (self, sheet);
  switch (self->step)
    {
    case STEP_WHERE:
      return sheet && *get_what (self).printer != '\0';
    case STEP_READINGS:
      return check_readings (self);
    case STEP_RESULT:
      return !self->keeping && !td_session_is_read_only (self->session);
    case STEP_TARGET:
    case N_STEPS:
    default:
      return TRUE;
    }
}

static void
typed_cb (TdCalibrationDialog *self)
{
  if (self->session != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->next), can_go_on (self));
}

/* Printers of the system, and one that is elsewhere */

static void
show_trays (TdCalibrationDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("As the printer is set"));
  for (guint i = 0; self->chosen != NULL && i < self->chosen->trays->len; i++)
    gtk_string_list_append (names, ((TdPrinterTray *) g_ptr_array_index (self->chosen->trays, i))->name);
  adw_combo_row_set_model (self->tray_choice, G_LIST_MODEL (names));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdCalibrationDialog) self = data;
  g_autoptr (TdPrinter) printer = td_printer_read_finish (result, NULL);
  TdPrinter *listed = self->session != NULL ? get_listed (self) : NULL;

  if (listed == NULL || printer == NULL || g_strcmp0 (printer->id, listed->id) != 0)
    return;
  g_set_object (&self->chosen, printer);
  show_trays (self);
  typed_cb (self);
}

static void
printer_chosen_cb (TdCalibrationDialog *self)
{
  TdPrinter *listed = get_listed (self);

  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->printers != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tray_choice), listed != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->printer), listed == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tray), listed == NULL);
  g_clear_object (&self->chosen);
  show_trays (self);
  if (listed != NULL)
    td_printer_read_async (listed->id, self->cancellable, read_cb, g_object_ref (self));
  typed_cb (self);
}

/* Without a print service, or with no printer in it, names are typed as ever. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdCalibrationDialog) self = data;
  g_autoptr (GPtrArray) printers = td_printer_list_finish (result, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean typing = *gtk_editable_get_text (GTK_EDITABLE (self->printer)) != '\0';
  guint preset = 0;

  if (self->session == NULL || printers == NULL || printers->len == 0)
    return;
  for (guint i = 0; i < printers->len; i++)
    {
      TdPrinter *printer = g_ptr_array_index (printers, i);

      gtk_string_list_append (names, printer->name);
      if (printer->is_default)
        preset = i;
    }
  gtk_string_list_append (names, _ ("Another printer…"));
  self->printers = g_steal_pointer (&printers);
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->choice, typing ? self->printers->len : preset);
  printer_chosen_cb (self);
  if (self->step == STEP_WHERE && !typing)
    gtk_widget_grab_focus (GTK_WIDGET (self->choice));
}

/* When to measure again */

static void
got_days_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdCalibrationDialog *self = owner;

  if (self->session == NULL || error != NULL)
    return;
  self->days_before = td_job_get_count (job);
  gtk_spin_button_set_value (self->days, self->days_before);
}

/* What is changed there is kept with the calibration, in one step; 0 for nothing. */
static guint
get_new_days (TdCalibrationDialog *self)
{
  int days = gtk_spin_button_get_value_as_int (self->days);

  return self->days_before > 0 && days != (int) self->days_before ? (guint) days : 0;
}

/* What was found, in plain words */

static void
add_direction (GString *story, double mm, const char *positive, const char *negative)
{
  g_autofree char *length = td_calibration_dup_mm (fabs (mm), FALSE);

  if (fabs (mm) < 0.05)
    return;
  g_string_append (story, story->len > 0 ? "\n" : "");
  g_string_append_printf (story, mm > 0 ? positive : negative, length);
}

static void
show_result (TdCalibrationDialog *self)
{
  g_autoptr (TdCalibrationReadings) readings = td_calibration_entry_dup_readings (self->entry);
  g_autoptr (TdCalibrationSolution) solution = td_calibration_solve (readings);
  const TdCalibrationValues *values = &solution->values;
  g_autoptr (GString) story = g_string_new (NULL);
  g_autofree char *before = td_calibration_dup_mm (solution->before, FALSE);
  g_autofree char *left = td_calibration_dup_mm (solution->error_left, FALSE);
  g_autofree char *verdict = NULL;

  if (solution->model == TD_CALIBRATION_TRUE)
    verdict = g_strdup (_ ("This printer prints where it should."));
  else
    /* Translators: both are lengths such as "2,3". */
    verdict = g_strdup_printf (_ ("Lines were off by up to %s mm; now by no more than %s mm."), before, left);
  gtk_label_set_label (self->verdict, verdict);
  /* Translators: in these, %s is a length such as "2,3". */
  add_direction (story, values->shift_x / 1e3, _ ("The printer shifts everything %s mm to the right."), _ ("The printer shifts everything %s mm to the left."));
  add_direction (story, values->shift_y / 1e3, _ ("It shifts everything %s mm down."), _ ("It shifts everything %s mm up."));
  add_direction (story, values->scale_x / 1e6 * readings->width, _ ("Over the width of the sheet it prints %s mm too wide."), _ ("Over the width of the sheet it prints %s mm too narrow."));
  add_direction (story, values->scale_y / 1e6 * readings->height, _ ("Over the height of the sheet it prints %s mm too high."), _ ("Over the height of the sheet it prints %s mm too low."));
  add_direction (story, values->rotation / 1e6 * readings->width, _ ("The page is askew: its right side is %s mm too low."), _ ("The page is askew: its right side is %s mm too high."));
  add_direction (story, values->skew / 1e6 * readings->height, _ ("Upright lines lean: at the bottom they are %s mm too far right."), _ ("Upright lines lean: at the bottom they are %s mm too far left."));
  gtk_label_set_label (self->story, story->str);
  gtk_widget_set_visible (GTK_WIDGET (self->story), story->len > 0);
  show_findings (self->remarks, solution->findings);
}

static void
show_readings (TdCalibrationDialog *self)
{
  gboolean by_ruler = gtk_check_button_get_active (self->by_ruler);
  double width, height;

  if (!get_sheet (self, &width, &height))
    return;
  td_calibration_entry_set_sheet (self->entry, width, height, by_ruler);
  gtk_label_set_label (self->hint,
                       by_ruler ? _ ("Type what the ruler shows at each cross, from the nearest edges, in millimetres: 15,3. The middle one is measured from the left and the top. At least three crosses, better all five.")
                                : _ ("Type how far each printed cross lies to the right of where it should and below it, in millimetres: 0,3. To the left or above with a minus: -0,3. At least three crosses, better all five."));
  td_calibration_entry_focus (self->entry);
}

static void
show_step (TdCalibrationDialog *self, Step step)
{
  /* Translators: which step of how many: "Step 2 of 4" */
  g_autofree char *subtitle = g_strdup_printf (_ ("Step %u of %u"), (guint) step + 1, (guint) N_STEPS);

  self->step = step;
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_stack_set_visible_child_name (self->steps, step_names[step]);
  gtk_widget_set_visible (GTK_WIDGET (self->back), step > STEP_WHERE);
  gtk_button_set_label (self->next, step == STEP_RESULT ? _ ("_Keep") : _ ("_Next"));
  if (step == STEP_WHERE)
    gtk_widget_grab_focus (get_listed (self) != NULL ? GTK_WIDGET (self->choice) : GTK_WIDGET (self->printer));
  else if (step == STEP_READINGS)
    show_readings (self);
  else if (step == STEP_RESULT)
    show_result (self);
  if (step == STEP_TARGET)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->steps), GTK_DIR_TAB_FORWARD);
  else if (step == STEP_RESULT)
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  typed_cb (self);
}

static void
kept_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdCalibrationDialog *self = owner;

  self->keeping = FALSE;
  if (self->session == NULL)
    return;
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  td_finding_list_set (self->remarks, td_job_get_findings (job));
  if (td_job_get_findings (job)->len == 0)
    td_session_fail (self->session, error->message, NULL);
  typed_cb (self);
}

static void
keep (TdCalibrationDialog *self)
{
  TdCalibrationFor what = get_what (self);
  g_autoptr (TdCalibrationReadings) readings = td_calibration_entry_dup_readings (self->entry);
  g_autofree char *today = td_date_dup_today ();

  self->keeping = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), FALSE);
  td_session_run (self->session, td_calibration_keep_job (&what, readings, today, g_get_real_name (), NULL, get_new_days (self)), TD_RUN_QUIET | TD_RUN_TELL, kept_cb, self);
}

static void
next_cb (TdCalibrationDialog *self)
{
  if (!can_go_on (self))
    return;
  if (self->step == STEP_RESULT)
    keep (self);
  else
    show_step (self, self->step + 1);
}

static void
back_cb (TdCalibrationDialog *self)
{
  if (self->step > STEP_WHERE)
    show_step (self, self->step - 1);
}

/* Pages */

static void
page_saved_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdCalibrationDialog *self = owner;

  if (error == NULL && self->session != NULL)
    td_session_tell (self->session, _ ("The page is saved. Print it at 100 %, not fitted to the page."));
}

static void
save_page (TdCalibrationDialog *self, const TdCalibrationReadings *readings, const char *path)
{
  TdCalibrationFor what = get_what (self);
  g_autofree char *today = td_date_dup_today ();

  td_session_run (self->session, td_calibration_target_job (&what, readings, today, path), TD_RUN_LONG, page_saved_cb, self);
}

static void
target_path (const char *path, gpointer owner)
{
  TdCalibrationDialog *self = owner;
  double width, height;

  if (self->session != NULL && get_sheet (self, &width, &height))
    {
      g_autoptr (TdCalibrationReadings) readings = td_calibration_readings_new (width, height);

      save_page (self, readings, path);
    }
}

static void
proof_path (const char *path, gpointer owner)
{
  TdCalibrationDialog *self = owner;

  if (self->session != NULL)
    {
      g_autoptr (TdCalibrationReadings) readings = td_calibration_entry_dup_readings (self->entry);

      save_page (self, readings, path);
    }
}

static void
save_target_cb (TdCalibrationDialog *self)
{
  /* Translators: the name of a new file */
  td_file_dialog_save (GTK_WIDGET (self), _ ("Save the Target Page as PDF"), TD_FILE_PDF, _ ("target-page.pdf"), target_path, self);
}

static void
save_proof_cb (TdCalibrationDialog *self)
{
  /* Translators: the name of a new file */
  td_file_dialog_save (GTK_WIDGET (self), _ ("Save the Proof Page as PDF"), TD_FILE_PDF, _ ("proof-page.pdf"), proof_path, self);
}

/* The sheet's size follows the stock's where that was measured. */
static void
got_stock_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdCalibrationDialog *self = owner;
  TdStock *stock = td_job_get_object (job);
  g_autofree char *width = NULL, *height = NULL, *size = NULL;

  if (self->session == NULL || error != NULL || stock == NULL || stock->width <= 0 || stock->height <= 0)
    return;
  width = td_length_to_display (stock->width);
  height = td_length_to_display (stock->height);
  size = g_strdup_printf ("%s × %s", width, height);
  gtk_editable_set_text (GTK_EDITABLE (self->size), size);
}

static void
stock_changed_cb (TdCalibrationDialog *self)
{
  if (td_reference_row_get_id (self->stock) != 0)
    td_session_run (self->session, td_record_get_job (TD_TYPE_STOCK, td_reference_row_get_id (self->stock)), TD_RUN_QUIET, got_stock_cb, self);
}

static void
td_calibration_dialog_dispose (GObject *object)
{
  TdCalibrationDialog *self = TD_CALIBRATION_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->printers, g_ptr_array_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_CALIBRATION_DIALOG);
  G_OBJECT_CLASS (td_calibration_dialog_parent_class)->dispose (object);
}

static void
td_calibration_dialog_finalize (GObject *object)
{
  TdCalibrationDialog *self = TD_CALIBRATION_DIALOG (object);

  g_free (self->printer_name);
  g_free (self->tray_name);
  G_OBJECT_CLASS (td_calibration_dialog_parent_class)->finalize (object);
}

static void
td_calibration_dialog_class_init (TdCalibrationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_calibration_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_calibration_dialog_finalize;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_CALIBRATION_ENTRY);
  g_type_ensure (TD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-calibration-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, back);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, next);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, tray_choice);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, days);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, printer);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, tray);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, size);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, by_ruler);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, by_window);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, story);
  gtk_widget_class_bind_template_child (widget_class, TdCalibrationDialog, remarks);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, printer_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_target_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_proof_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_calibration_dialog_init (TdCalibrationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * td_calibration_dialog_new:
 * @session: where the calibration will be kept
 *
 * Returns: the dialog
 */
GtkWidget *
td_calibration_dialog_new (TdSession *session)
{
  TdCalibrationDialog *self = g_object_new (TD_TYPE_CALIBRATION_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->stock = TD_REFERENCE_ROW (td_reference_row_new (session, TD_TYPE_STOCK, _ ("Stock"), FALSE));
  g_signal_connect_object (self->stock, "changed", G_CALLBACK (stock_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->stock));
  show_step (self, STEP_WHERE);
  td_session_run (session, td_calibration_days_job (), TD_RUN_QUIET, got_days_cb, self);
  td_printer_list_async (self->cancellable, listed_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
