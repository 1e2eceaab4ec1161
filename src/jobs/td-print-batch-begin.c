/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-batch-begin"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "td-date.h"
#include "td-preflight.h"
#include "td-print-batch-private.h"
#include "td-text.h"
#include "td-print-parcel.h"
#include "td-stock-sheets.h"

/* What is to be printed is looked at from all sides before the first sheet is kept for it. */

#define MOST_COPIES    999
#define MOST_IN_CHUNK  1000
#define MOST_IN_RANGES 100000
#define AT_ONCE        100 /* awards that are read */

typedef struct
{
  TdPrinter *printer;
  char *tray;
  TdCertificateSet *set;
  char *pages;
  double sheet_width, sheet_height;
  GPtrArray *sizes; /* TdPrintSize: of all that were asked for */
  gint64 first_number;
  guint chunk_size;
  guint copies;
  char *day;
  gint64 award_id; /* printed again */
  char *reason;
  char *signed_by;
} Input;

static Input *
input_new (const TdPrintBatchOptions *options)
{
  Input *input = g_new0 (Input, 1);
  TdCertificateOptions certificates = options->certificates;

  certificates.printer = options->printer->id;
  certificates.tray = options->tray != NULL && *options->tray != '\0' ? options->tray : NULL;
  input->printer = g_object_ref (options->printer);
  input->tray = g_strdup (certificates.tray);
  input->set = td_certificate_set_new (options->decision_id, &certificates);
  input->pages = g_strdup (options->pages);
  input->sheet_width = options->sheet_width;
  input->sheet_height = options->sheet_height;
  input->first_number = options->first_number;
  input->chunk_size = options->chunk_size > 0 ? options->chunk_size : TD_PRINT_CHUNK_SIZE;
  input->copies = MAX (options->copies, 1);
  input->day = td_stock_dup_today (options->day);
  input->signed_by = td_text_normalize (options->signed_by != NULL ? options->signed_by : "");
  g_strstrip (input->signed_by);
  return input;
}

static void
input_free (Input *input)
{
  g_object_unref (input->printer);
  g_free (input->tray);
  td_certificate_set_free (input->set);
  g_free (input->pages);
  g_clear_pointer (&input->sizes, g_ptr_array_unref);
  g_free (input->day);
  g_free (input->reason);
  g_free (input->signed_by);
  g_free (input);
}

static void
block (TdJob *job, const char *rule, const char *where, char *text)
{
  td_job_take_finding (job, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), where, 0, 0));
  g_free (text);
}

/* Which */

static gboolean
read_range (char *word, gint64 *first, gint64 *last)
{
  g_auto (GStrv) ends = g_strsplit (word, "-", 2);

  return ends[0] != NULL && g_ascii_string_to_signed (g_strstrip (ends[0]), 10, 1, MOST_IN_RANGES, first, NULL)
         && (ends[1] == NULL ? (*last = *first) > 0 : g_ascii_string_to_signed (g_strstrip (ends[1]), 10, *first, MOST_IN_RANGES, last, NULL));
}

static gboolean
choose_pages (TdJob *job, Input *input, GError **error)
{
  g_auto (GStrv) words = g_strsplit (input->pages, ",", -1);
  guint n = input->set->keys->len;
  g_autofree gboolean *keeps = g_new0 (gboolean, n);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 first, last;

      if (!read_range (words[i], &first, &last))
        {
          g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” does not name pages; write them as 1-50, 53."), input->pages);
          return FALSE;
        }
      if (last > n)
        block (job, "page-unknown", NULL, g_strdup_printf (ngettext ("There is no page %" PRId64 ": there is %u certificate.", "There is no page %" PRId64 ": there are %u certificates.", n), last, n));
      for (gint64 place = first; place <= MIN (last, (gint64) n); place++)
        keeps[place - 1] = TRUE;
    }
  td_certificate_set_keep (input->set, keeps);
  return TRUE;
}

static gboolean
read_set (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  TdCertificateSet *set = input->set;

  if (!td_certificate_set_read (set, job, connection, error) || (input->pages != NULL && !choose_pages (job, input, error)))
    return FALSE;
  input->sizes = td_print_sizes_list (set);
  if (input->sheet_width > 0 && !td_print_sizes_keep (set, input->sheet_width, input->sheet_height))
    block (job, "page-size", NULL, g_strdup_printf (_ ("No certificate has a sheet of %g × %g mm."), input->sheet_width, input->sheet_height));
  if (set->keys->len == 0)
    return td_job_refuse (job, error);
  return (input->pages == NULL && input->sheet_width == 0) || td_certificate_set_find_calibration (set, connection, error);
}

/* Who only asks is told of the first batch, and how many there are. */
static void
take_first_size (TdJob *job, Input *input)
{
  const TdPrintSize *first = g_ptr_array_index (input->sizes, 0);
  g_autofree char *plan = NULL;

  if (input->sizes->len < 2)
    return;
  plan = td_print_sizes_dup_plan (input->sizes);
  td_job_take_finding (job, td_finding_new ("page-sizes", TD_SEVERITY_INFO, "%s", plan));
  if (input->sheet_width == 0)
    td_print_sizes_keep (input->set, first->width, first->height);
}

/* A batch that is begun has one size; what others there are stays with the job. */
static gboolean
refuse_sizes (TdJob *job, Input *input, GError **error)
{
  TdPrintOutlook *outlook = g_object_new (TD_TYPE_PRINT_OUTLOOK, NULL);

  outlook->sizes = g_ptr_array_ref (input->sizes);
  td_job_take_object (job, outlook);
  block (job, "page-sizes", NULL, td_print_sizes_dup_plan (input->sizes));
  return td_job_refuse (job, error);
}

/* Where */

static void
check_paper (TdJob *job, Input *input)
{
  TdTemplate *first = td_certificate_set_get_template (input->set, 0);
  g_autoptr (GError) error = NULL;
  TdPrinterFit fit;

  if (!td_printer_fit (input->printer, td_template_get_width (first), td_template_get_height (first), &fit, &error))
    block (job, "printer-paper", input->printer->name, g_strdup (error->message));
}

static void
check_printer (TdJob *job, Input *input)
{
  TdPrinter *printer = input->printer;
  g_autoptr (GError) tray_error = NULL;

  for (guint i = 0; i < printer->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (printer->findings, i);

      /* What waits for paper or for the printer to be switched on prints in the end. */
      td_job_take_finding (job, td_finding_at (td_finding_new (finding->rule, printer->is_accepting ? MIN (finding->severity, TD_SEVERITY_WARNING) : finding->severity, "%s", finding->text), printer->name, 0, 0));
    }
  if (!printer->is_accepting)
    block (job, "printer-not-accepting", printer->name, g_strdup (_ ("The printer takes no jobs now.")));
  check_paper (job, input);
  if (input->tray != NULL && !td_printer_has_tray (printer, input->tray, &tray_error))
    block (job, "printer-tray", printer->name, g_strdup (tray_error->message));
  if (input->set->with_ornament && !printer->has_colour)
    td_job_take_finding (job, td_finding_at (td_finding_new ("printer-colour", TD_SEVERITY_WARNING, _ ("The printer has no colour, and the ornament has.")), printer->name, 0, 0));
}

static void
check_numbers (TdJob *job, const Input *input)
{
  if (input->chunk_size > MOST_IN_CHUNK)
    block (job, "batch-chunk", NULL, g_strdup_printf (_ ("From 1 to %d sheets can go at once."), MOST_IN_CHUNK));
  if (input->copies > MOST_COPIES)
    block (job, "batch-copies", NULL, g_strdup_printf (_ ("From 1 to %d copies can be printed."), MOST_COPIES));
  if (input->copies > 1 && input->set->stock_id != 0)
    block (job, "batch-copies", NULL, g_strdup (_ ("A certificate has one sheet: copies are for plain paper.")));
  if (!td_date_is_day (input->day))
    block (job, "batch-day", NULL, g_strdup_printf (_ ("“%s” is not a day."), input->day));
}

/* Whose */

/* Two batches would print two. */
static gboolean
check_other_batches (TdJob *job, TdConnection *connection, const TdAward *award, GError **error)
{
  static const char *const states[] = { "waiting", "sent", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_PAGE);
  g_autoptr (GPtrArray) pages = NULL;

  td_query_where_number (query, "award-id", td_entity_get_id ((TdEntity *) award));
  td_query_where_any_text (query, "state", states);
  pages = td_connection_list (connection, query, error);
  for (guint i = 0; pages != NULL && i < pages->len; i++)
    block (job, "award-in-batch", award->subject_name, g_strdup_printf (_ ("This certificate is in print batch %" PRId64 ", which is not over."), ((TdPrintPage *) g_ptr_array_index (pages, i))->batch_id));
  return pages != NULL;
}

static gboolean
check_awards (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  const gboolean issued = !td_certificate_set_is_trial (input->set);

  if (!issued)
    block (job, "award-not-issued", NULL, g_strdup (_ ("The decision has not been issued: only trial sheets on plain paper can be printed.")));
  for (guint first = 0; first < input->set->keys->len; first += AT_ONCE)
    {
      g_autoptr (GPtrArray) awards = td_certificate_set_list_awards (input->set, connection, first, AT_ONCE, error);

      if (awards == NULL || (issued && input->set->stock != NULL && !td_stock_check_awards (job, connection, input->set->stock, awards, error)))
        return FALSE;
      for (guint i = 0; i < awards->len; i++)
        if (!check_other_batches (job, connection, g_ptr_array_index (awards, i), error) || td_connection_is_cancelled (connection, error))
          return FALSE;
    }
  return TRUE;
}

/* What the printer says of itself is told; what the certificates show is mended or let pass. */
static gboolean
check_pages (TdJob *job, Input *input, GCancellable *cancellable, GPtrArray **open, GError **error)
{
  g_autoptr (TdCertificateDocument) document = NULL;
  GPtrArray *findings = td_job_get_findings (job);
  guint before = td_preflight_count_stopping (findings);

  document = td_certificate_set_make_document (input->set, job, cancellable, error);
  if (document == NULL)
    return FALSE;
  *open = td_preflight_list_open (input->set, findings);
  if (td_findings_block (findings) && !td_preflight_may_let_pass (findings))
    return td_job_refuse (job, error);
  if (td_preflight_count_stopping (findings) > before && *input->signed_by == '\0')
    return td_preflight_refuse (job, error);
  return TRUE;
}

/* The batch */

static TdPrintBatch *
make_batch (const Input *input)
{
  const TdCertificateSet *set = input->set;

  return g_object_new (TD_TYPE_PRINT_BATCH, "decision-id", set->decision_id != 0 ? set->decision_id : td_entity_get_id (TD_ENTITY (set->decision)), "ceremony-id", set->decision_id == 0 ? set->ceremony_id : (gint64) 0, "printer", input->printer->id, "printer-name", input->printer->name,
                       "tray", input->tray, "stock-id", set->stock_id, "calibration-id", set->calibration != NULL ? td_entity_get_id (TD_ENTITY (set->calibration)) : (gint64) 0,
                       "template-name", set->template_name, "sort-order", td_print_batch_order_name (set->order), "with-ornament", set->with_ornament,
                       "copies", (gint64) input->copies, "first-number", input->first_number, "chunk-size", (gint64) input->chunk_size,
                       "n-pages", (gint64) set->keys->len, "state", "prepared", "started-on", input->day, "note", input->reason, NULL);
}

static gboolean
add_pages (TdConnection *connection, TdPrintBatch *batch, const TdCertificateSet *set, GError **error)
{
  for (guint i = 0; i < set->keys->len; i++)
    {
      g_autoptr (TdPrintPage) page = g_object_new (TD_TYPE_PRINT_PAGE, "batch-id", td_entity_get_id (TD_ENTITY (batch)), "position", (gint64) i + 1,
                                                   "award-id", td_certificate_set_get_key (set, i)->award_id, "state", "waiting", NULL);

      if (!td_connection_insert (connection, page, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_batch (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdPrintBatch) batch = make_batch (input);
  guint n = input->set->keys->len;
  guint n_missing;

  if (!td_connection_insert (connection, batch, error) || !add_pages (connection, batch, input->set, error)
      || !td_print_batch_pack (connection, batch, error) || !td_print_batch_deal (connection, batch, input->day, &n_missing, error))
    return FALSE;
  if (n_missing > 0)
    {
      td_job_take_finding (job, td_print_batch_tell_short (n, n_missing));
      return td_job_refuse (job, error);
    }
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (batch)));
  td_job_set_count (job, n);
  return TRUE;
}

/* All but the pages themselves. */
static gboolean
check_records (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  check_printer (job, input);
  check_numbers (job, input);
  return check_awards (job, connection, input, error);
}

static gboolean
check_all (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (GPtrArray) open = NULL;

  if (!read_set (job, connection, input, error))
    return FALSE;
  if (input->sizes->len > 1 && input->sheet_width == 0)
    return refuse_sizes (job, input, error);
  return check_records (job, connection, input, error) && check_pages (job, input, td_connection_get_cancellable (connection), &open, error)
         && td_preflight_let_pass (connection, open, input->signed_by, NULL, error);
}

static gboolean
begin_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  if (!check_all (job, connection, input, error) || !add_batch (job, connection, input, error))
    return FALSE;
  td_connection_set_action_name (connection, ngettext ("Prepare %u certificate for printing", "Prepare %u certificates for printing", input->set->keys->len), input->set->keys->len);
  return TRUE;
}

/**
 * td_print_batch_begin_job:
 * @options: what is to be printed, and where
 *
 * Checks the certificates, the blanks and the printer, keeps a sheet for each certificate from the top of the
 * pile and puts the pages into chunks. Nothing is sent: #TdBatchRunner does that. Refused with findings when
 * something stands in the way; nothing is kept then.
 *
 * Returns: (transfer full): the job; its id is the batch, its count the pages
 */
TdJob *
td_print_batch_begin_job (const TdPrintBatchOptions *options)
{
  g_return_val_if_fail (options != NULL && TD_IS_PRINTER (options->printer), NULL);

  return td_job_new_write (_ ("Prepare certificates for printing"), begin_cb, input_new (options), (GDestroyNotify) input_free);
}

/* What it would be */

G_DEFINE_FINAL_TYPE (TdPrintOutlook, td_print_outlook, G_TYPE_OBJECT)

static void
td_print_outlook_finalize (GObject *object)
{
  TdPrintOutlook *self = TD_PRINT_OUTLOOK (object);

  g_free (self->next_sheet);
  g_clear_pointer (&self->sizes, g_ptr_array_unref);
  g_clear_object (&self->calibration);
  G_OBJECT_CLASS (td_print_outlook_parent_class)->finalize (object);
}

static void
td_print_outlook_class_init (TdPrintOutlookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_print_outlook_finalize;
}

static void
td_print_outlook_init (TdPrintOutlook *self)
{
}

static gboolean
read_outlook (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  const TdCertificateSet *set = input->set;
  TdPrintOutlook *outlook = g_object_new (TD_TYPE_PRINT_OUTLOOK, NULL);
  g_autoptr (GPtrArray) sheets = NULL;

  td_job_take_object (job, outlook);
  outlook->n_pages = set->keys->len;
  outlook->sizes = g_ptr_array_ref (input->sizes);
  g_set_object (&outlook->calibration, set->calibration);
  if (set->stock_id == 0)
    return TRUE;
  sheets = td_stock_list_free (connection, set->stock_id, input->first_number, G_MAXUINT, error);
  if (sheets == NULL)
    return FALSE;
  outlook->n_sheets = sheets->len;
  if (sheets->len > 0)
    outlook->next_sheet = g_strdup (((TdStockSheet *) g_ptr_array_index (sheets, 0))->code);
  if (sheets->len < outlook->n_pages)
    td_job_take_finding (job, td_print_batch_tell_short (outlook->n_pages, outlook->n_pages - sheets->len));
  return TRUE;
}

static gboolean
check_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  if (!read_set (job, connection, input, error))
    return FALSE;
  take_first_size (job, input);
  return td_certificate_set_find_calibration (input->set, connection, error) && check_records (job, connection, input, error) && read_outlook (job, connection, input, error);
}

static gboolean
check_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  TdPrintOutlook *outlook = td_job_get_object (job);
  g_autoptr (GPtrArray) open = NULL;
  gboolean ok = check_pages (job, data, cancellable, &open, error);

  outlook->n_open = open != NULL ? open->len : 0;
  return ok;
}

/**
 * td_print_batch_check_job:
 * @options: what is to be printed, and where
 *
 * Looks at a batch as td_print_batch_begin_job() does, and keeps nothing.
 *
 * Returns: (transfer full): a job whose object is the #TdPrintOutlook, also when it is refused with findings
 */
TdJob *
td_print_batch_check_job (const TdPrintBatchOptions *options)
{
  TdJob *job = td_job_new_read (check_cb, input_new (options), (GDestroyNotify) input_free);

  td_job_set_after (job, check_after);
  return job;
}

/* Again */

/* What was printed before an act on the decision stays as it is: that sheet is taken back, not spoiled. */
static void
leave_out_page (GPtrArray *pages, gint64 sheet_id)
{
  for (guint i = 0; i < pages->len;)
    if (((TdPrintPage *) g_ptr_array_index (pages, i))->sheet_id == sheet_id)
      g_ptr_array_remove_index (pages, i);
    else
      i++;
}

static gboolean
list_printed (TdConnection *connection, gint64 award_id, GPtrArray **pages, GPtrArray **sheets, gboolean *recalled, GError **error)
{
  g_autoptr (TdQuery) printed = td_query_new (TD_TYPE_PRINT_PAGE);
  g_autoptr (TdQuery) held = td_query_new (TD_TYPE_STOCK_SHEET);

  td_query_where_number (printed, "award-id", award_id);
  td_query_where_text (printed, "state", "printed");
  td_query_where_number (held, "award-id", award_id);
  *pages = td_connection_list (connection, printed, error);
  *sheets = *pages != NULL ? td_connection_list (connection, held, error) : NULL;
  for (guint i = 0; *sheets != NULL && i < (*sheets)->len;)
    {
      const TdStockSheet *sheet = g_ptr_array_index (*sheets, i);

      if (td_stock_sheet_counts (sheet))
        {
          i++;
          continue;
        }
      if (sheet->recall_id != 0)
        leave_out_page (*pages, td_entity_get_id ((TdEntity *) sheet));
      *recalled = *recalled || sheet->recall_id != 0;
      g_ptr_array_remove_index (*sheets, i);
    }
  return *sheets != NULL;
}

/* The sheet that is wrong makes room for another. */
static gboolean
spoil_printed (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  gboolean recalled = FALSE;

  if (!list_printed (connection, input->award_id, &pages, &sheets, &recalled, error))
    return FALSE;
  if (pages->len == 0 && sheets->len == 0 && !recalled)
    block (job, "award-not-printed", NULL, g_strdup (_ ("This certificate has not been printed yet.")));
  if (input->reason == NULL || *input->reason == '\0')
    block (job, "spoil-reason", "reason", g_strdup (_ ("Say why.")));
  for (guint i = 0; i < sheets->len; i++)
    td_stock_require_state (job, g_ptr_array_index (sheets, i), "printed at_signature signed sealed framed");
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  for (guint i = 0; i < sheets->len; i++)
    if (!td_stock_spoil_sheet (connection, g_ptr_array_index (sheets, i), input->reason, input->day, error))
      return FALSE;
  for (guint i = 0; i < pages->len; i++)
    {
      TdPrintPage *page = g_ptr_array_index (pages, i);
      g_autoptr (TdPrintBatch) batch = td_print_batch_get (connection, page->batch_id, error);

      g_object_set (page, "state", "spoiled", NULL);
      if (batch == NULL || !td_connection_update (connection, page, error) || !td_print_batch_tally (connection, batch, batch->state, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
reprint_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, input->award_id, error);

  if (award == NULL || !spoil_printed (job, connection, input, error) || !check_all (job, connection, input, error) || !add_batch (job, connection, input, error))
    return FALSE;
  td_connection_set_action_name (connection, _ ("Print the certificate for %s again"), award->subject_name);
  return TRUE;
}

/**
 * td_print_batch_reprint_job:
 * @options: where, and on what; the decision is that of the award
 * @award_id: a certificate that was printed
 * @reason: why it is printed again: stays on the sheet that is spoiled
 *
 * Spoils the sheet the certificate stands on and prepares a batch of one with the next sheet of the pile.
 *
 * Returns: (transfer full): the job; its id is the batch
 */
TdJob *
td_print_batch_reprint_job (const TdPrintBatchOptions *options, gint64 award_id, const char *reason)
{
  TdPrintBatchOptions own = *options;
  Input *input;

  own.certificates.award_ids = &award_id;
  own.certificates.n_awards = 1;
  own.pages = NULL;
  input = input_new (&own);
  input->award_id = award_id;
  input->reason = g_strdup (reason);
  return td_job_new_write (_ ("Print a certificate again"), reprint_cb, input, (GDestroyNotify) input_free);
}

static gboolean
last_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_PAGE);
  g_autoptr (GPtrArray) pages = NULL;
  gint64 batch_id = 0;
  TdPrintBatch *batch;

  td_query_where_number (query, "award-id", *(gint64 *) data);
  pages = td_connection_list (connection, query, error);
  for (guint i = 0; pages != NULL && i < pages->len; i++)
    batch_id = MAX (batch_id, ((TdPrintPage *) g_ptr_array_index (pages, i))->batch_id);
  if (pages == NULL || batch_id == 0)
    return pages != NULL;
  batch = td_print_batch_get (connection, batch_id, error);
  if (batch == NULL)
    return FALSE;
  td_job_set_id (job, batch_id);
  td_job_take_object (job, batch);
  return TRUE;
}

/**
 * td_print_batch_last_job:
 * @award_id: a certificate
 *
 * Returns: (transfer full): a job whose object is the #TdPrintBatch it was last in, or %NULL: printed again,
 *   it goes where it went before
 */
TdJob *
td_print_batch_last_job (gint64 award_id)
{
  return td_job_new_read (last_cb, g_memdup2 (&award_id, sizeof award_id), g_free);
}

/* Test sheet */

static gboolean
test_sheet_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autofree gboolean *keeps = NULL;

  if (!read_set (job, connection, input, error))
    return FALSE;
  keeps = g_new0 (gboolean, input->set->keys->len);
  keeps[0] = TRUE;
  td_certificate_set_keep (input->set, keeps);
  if (!td_certificate_set_find_calibration (input->set, connection, error))
    return FALSE;
  check_printer (job, input);
  return TRUE;
}

static gboolean
test_sheet_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  TdPrintParcel *parcel = td_print_parcel_new (input->set, job, cancellable, error);

  if (parcel == NULL)
    return FALSE;
  td_print_parcel_address (parcel, input->printer->id, input->tray, 1);
  td_job_take_object (job, parcel);
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

/**
 * td_print_batch_test_sheet_job:
 * @options: as for the batch; also of a draft
 *
 * Makes the first page of a batch as it would be printed, to be laid on a blank: on plain paper, and in no
 * ledger.
 *
 * Returns: (transfer full): a job whose object is a #TdPrintParcel to be sent
 */
TdJob *
td_print_batch_test_sheet_job (const TdPrintBatchOptions *options)
{
  TdJob *job = td_job_new_read (test_sheet_cb, input_new (options), (GDestroyNotify) input_free);

  td_job_set_after (job, test_sheet_after);
  return job;
}
