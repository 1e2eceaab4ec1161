/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-certificates"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <unistd.h>

#include "td-batch-runner.h"
#include "td-cli.h"
#include "td-length.h"
#include "td-entity-text.h"
#include "td-print-parcel.h"

/* certificate print, batches, resume, give-up, reprint. */

#define MOST_COPIES 999
#define MOST_PAGES  100000

/* Which, and on what */

/* A ceremony alone means its own order. */
static gboolean
read_order (const TdCliArgs *args, TdCertificateOptions *options, int *code)
{
  static const char *const words[] = { "list", "register", "unit", "ceremony", NULL };
  const char *word = args->order != NULL ? args->order : args->ceremony > 0 ? "ceremony"
                                                                            : "list";
  guint order = 0;

  while (words[order] != NULL && !g_str_equal (words[order], word))
    order++;
  options->order = (TdCertificateOrder) order;
  options->ceremony_id = args->ceremony;
  if (words[order] != NULL && (options->order == TD_CERTIFICATE_ORDER_CEREMONY) == (args->ceremony > 0))
    return TRUE;
  *code = td_cli_usage ("%s", _ ("The order is list, register or unit, or ceremony with --ceremony ID."));
  return FALSE;
}

/**
 * td_cli_read_certificate_options:
 * @args: a command
 * @ids: (element-type gint64): gets --awards
 * @options: (out): what certificates are printed on; points into @args and @ids
 * @code: (out): wrong usage, when something is none
 *
 * Returns: whether the options could be read
 */
gboolean
td_cli_read_certificate_options (TdCliArgs *args, GArray *ids, TdCertificateOptions *options, int *code)
{
  *options = (TdCertificateOptions){ .template_name = args->template_name, .stock_id = args->stock, .with_ornament = args->with_ornament, .calibration_id = args->calibration, .printer = args->printer, .tray = args->tray };
  if (!read_order (args, options, code) || !td_cli_parse_ids (args->awards, ids, code))
    return FALSE;
  if (ids->len > 0)
    {
      options->award_ids = (const gint64 *) (gpointer) ids->data;
      options->n_awards = ids->len;
    }
  return TRUE;
}

static gboolean
read_number (const char *word, gint64 *number, int *code)
{
  *number = 0;
  if (word == NULL || g_ascii_string_to_signed (word, 10, 1, G_MAXINT32, number, NULL))
    return TRUE;
  *code = td_cli_usage (_ ("“%s” is not a number of sheets."), word);
  return FALSE;
}

/* Running */

/* For people who wait before a terminal. */
static void
tell_progress (TdBatchRunner *runner, guint *last)
{
  g_autoptr (TdBatchProgress) progress = td_batch_runner_dup_progress (runner);

  if (progress->n_done == *last || !isatty (STDERR_FILENO))
    return;
  *last = progress->n_done;
  g_printerr (_ ("%u of %u certificates"), progress->n_done, progress->n_pages);
  g_printerr ("\n");
}

typedef struct
{
  GMainLoop *loop;
  gboolean ok;
  TdBatchEnd end;
  GError **error;
} Run;

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  run->ok = td_batch_runner_run_finish (TD_BATCH_RUNNER (source), result, &run->end, run->error);
  g_main_loop_quit (run->loop);
}

/* What stands at the end: all printed, or what is asked. */
static int
tell_end (TdStore *store, gint64 batch_id, TdBatchEnd end, GError **error)
{
  g_autoptr (TdJob) look = td_print_batch_look_job (batch_id);
  g_autoptr (TdOpenBatch) open = NULL;
  g_autofree char *text = NULL, *asked = NULL;

  if (!td_job_run (look, store, NULL, error))
    return td_cli_fail (*error);
  open = g_list_model_get_item (td_job_get_object (look), 0);
  text = g_strdup_printf (_ ("Print batch %" PRId64 ": %" PRId64 " of %" PRId64 " printed\n"), batch_id, open->batch->n_printed, open->batch->n_pages);
  if (end == TD_BATCH_DONE)
    {
      g_print ("%s", text);
      return TD_CLI_DONE;
    }
  asked = td_open_batch_tell (open);
  g_printerr ("%s%s\nthidua-cli certificate resume %" PRId64 " --last-good …\n", text, asked, batch_id);
  return TD_CLI_REFUSED;
}

static int
run_batch (TdStore *store, gint64 batch_id)
{
  g_autoptr (TdBatchRunner) runner = td_batch_runner_new (store, batch_id);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  Run run = { .loop = loop, .error = &error };
  guint last = 0;
  int code;

  g_signal_connect (runner, "changed", G_CALLBACK (tell_progress), &last);
  td_batch_runner_run_async (runner, ran_cb, &run);
  g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (runner, &last);
  if (run.ok)
    return tell_end (store, batch_id, run.end, &error);
  code = td_cli_fail (error);
  g_printerr ("%s: ", _ ("note"));
  g_printerr (_ ("Print batch %" PRId64 " waits; go on with: thidua-cli certificate resume %" PRId64), batch_id, batch_id);
  g_printerr ("\n");
  return code;
}

/* Prepares a batch and runs it. */
static int
run_prepared (TdStore *store, TdJob *job)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = td_job_run (job, store, NULL, &error);
  int code = td_cli_finish (job, ok, error);

  return code == TD_CLI_DONE ? run_batch (store, td_job_get_id (job)) : code;
}

/* print */

static int
send_test_sheet (TdCliArgs *args, const TdPrintBatchOptions *options)
{
  g_autoptr (TdJob) job = td_print_batch_test_sheet_job (options);
  g_autoptr (TdSpoolJob) sent = NULL;
  g_autoptr (GError) error = NULL;
  int code = td_cli_run_job (args, job, FALSE);

  if (code != TD_CLI_DONE)
    return code;
  sent = td_print_parcel_send (td_job_get_object (job), NULL, FALSE, NULL, &error);
  if (sent == NULL)
    return td_cli_fail (error);
  g_print ("%d\n", sent->number);
  return TD_CLI_DONE;
}

static TdPrintBatchOptions
take_size (const TdPrintBatchOptions *options, const TdPrintSize *size)
{
  TdPrintBatchOptions one = *options;

  one.sheet_width = size->width;
  one.sheet_height = size->height;
  return one;
}

/* Nothing of one size goes to the printer while there are doubts about another. */
static int
check_sizes (TdStore *store, const TdPrintBatchOptions *options, GPtrArray *sizes)
{
  for (guint i = 0; i < sizes->len; i++)
    {
      const TdPrintBatchOptions one = take_size (options, g_ptr_array_index (sizes, i));
      g_autoptr (TdJob) job = td_print_batch_check_job (&one);
      g_autoptr (GError) error = NULL;

      if (!td_job_run (job, store, NULL, &error))
        return td_cli_finish (job, FALSE, error);
    }
  return TD_CLI_DONE;
}

/* Sheets of each size are a batch of their own, one after the other; a batch that does not come to its end ends all. */
static int
run_sizes (TdStore *store, const TdPrintBatchOptions *options, GPtrArray *sizes)
{
  g_autofree char *plan = td_print_sizes_dup_plan (sizes);
  guint i;
  int code;

  g_printerr ("%s\n", plan);
  code = check_sizes (store, options, sizes);
  if (code != TD_CLI_DONE)
    return code;
  for (i = 0; i < sizes->len && code == TD_CLI_DONE; i++)
    {
      const TdPrintBatchOptions one = take_size (options, g_ptr_array_index (sizes, i));
      g_autofree char *text = td_print_size_dup_text (g_ptr_array_index (sizes, i));
      g_autoptr (TdJob) job = td_print_batch_begin_job (&one);

      g_printerr ("%s\n", text);
      code = run_prepared (store, job);
    }
  for (; i < sizes->len; i++)
    {
      const TdPrintSize *size = g_ptr_array_index (sizes, i);

      g_printerr (_ ("Not begun: sheets of %g × %g mm, with --size %gx%g"), size->width, size->height, size->width, size->height);
      g_printerr ("\n");
    }
  return code;
}

/* What is of several sizes is told before anything is kept. */
static int
begin (TdStore *store, const TdPrintBatchOptions *options)
{
  g_autoptr (TdJob) job = td_print_batch_begin_job (options);
  g_autoptr (GError) error = NULL;
  gboolean ok = td_job_run (job, store, NULL, &error);
  TdPrintOutlook *outlook = ok ? NULL : td_job_get_object (job);
  int code;

  if (outlook != NULL)
    return run_sizes (store, options, outlook->sizes);
  code = td_cli_finish (job, ok, error);
  return code == TD_CLI_DONE ? run_batch (store, td_job_get_id (job)) : code;
}

static gboolean
read_sheet (TdCliArgs *args, TdPrintBatchOptions *options, int *code)
{
  gint64 width = 0, height = 0;

  if (args->size == NULL)
    return TRUE;
  if (!td_length_parse_sheet (args->size, &width, &height) || width <= 0 || height <= 0)
    {
      *code = td_cli_usage (_ ("“%s” is not a paper size in mm such as 420x297."), args->size);
      return FALSE;
    }
  options->sheet_width = width / 1000.0;
  options->sheet_height = height / 1000.0;
  return TRUE;
}

static int
print_on_printer (TdCliArgs *args, const TdCertificateOptions *certificates)
{
  TdPrintBatchOptions options = { .decision_id = args->decision, .tray = args->tray, .certificates = *certificates, .pages = args->pages };
  g_autoptr (TdPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_USAGE;

  if (args->copies < 1 || args->copies > MOST_COPIES)
    return td_cli_usage (_ ("From 1 to %d copies can be printed."), MOST_COPIES);
  if (args->chunk < 0 || args->chunk > MOST_PAGES)
    return td_cli_usage ("%s", _ ("That is no number of sheets for --chunk."));
  if (!read_number (args->number, &options.first_number, &code) || !read_sheet (args, &options, &code))
    return code;
  options.signed_by = args->sign_off;
  options.copies = (guint) args->copies;
  options.chunk_size = (guint) args->chunk;
  printer = td_printer_read (args->printer, NULL, &error);
  if (printer == NULL)
    return td_cli_fail (error);
  options.printer = printer;
  if (args->test_sheet)
    return send_test_sheet (args, &options);
  store = td_cli_open (args, TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  code = begin (store, &options);
  td_store_close (store);
  return code;
}

int
td_cli_certificate_print (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TdCertificateOptions options;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if ((args->decision <= 0 && args->ceremony <= 0) || (args->output == NULL) == (args->printer == NULL))
    return td_cli_usage ("%s", _ ("Certificates need --decision ID or --ceremony ID, and --output FILE.pdf or --printer NAME."));
  if (args->output != NULL && (args->tray != NULL || args->size != NULL || args->pages != NULL || args->chunk != 0 || args->copies != 1 || args->number != NULL || args->test_sheet))
    return td_cli_usage ("%s", _ ("--tray, --size, --pages, --chunk, --copies, --number and --test-sheet are for a printer."));
  if (!td_cli_read_certificate_options (args, ids, &options, &code))
    return code;
  if (args->printer != NULL)
    return print_on_printer (args, &options);
  job = td_certificate_print_job (args->decision, args->output, &options);
  return td_cli_print_pages (args, job);
}

/* batches */

static void
print_json_batch (TdOpenBatch *open, gboolean first)
{
  JsonObject *object = td_entity_to_json (TD_ENTITY (open->batch));
  JsonArray *pages = json_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < open->pages->len; i++)
    json_array_add_object_element (pages, td_entity_to_json (g_ptr_array_index (open->pages, i)));
  json_object_set_string_member (object, "case", td_open_batch_case_to_nick (open->state));
  if (open->chunk != NULL)
    json_object_set_object_member (object, "chunk", td_entity_to_json (TD_ENTITY (open->chunk)));
  else
    json_object_set_null_member (object, "chunk");
  json_object_set_array_member (object, "pages", pages);
  text = td_json_object_to_text (object, FALSE);
  g_print ("%s%s", first ? "[\n " : ",\n ", text);
}

static int
list_all (TdCliArgs *args)
{
  static const char *const columns[] = { "decision-number", "ceremony-name", "printer-name", "stock-name", "n-pages", "n-printed", "state", "started-on", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_BATCH);

  td_query_order_by (query, "id", FALSE);
  return td_cli_list (args, query, columns);
}

int
td_cli_certificate_batches (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_print_batch_list_open_job ();
  int code;
  guint n;

  if (args->all)
    return list_all (args);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  n = g_list_model_get_n_items (td_job_get_object (job));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdOpenBatch) open = g_list_model_get_item (td_job_get_object (job), i);
      g_autofree char *text = td_open_batch_tell (open);

      if (args->json)
        print_json_batch (open, i == 0);
      else
        g_print ("%" PRId64 "\t%s\t%s\t%" PRId64 "/%" PRId64 "\t%s\n", td_entity_get_id (TD_ENTITY (open->batch)), open->batch->ceremony_name != NULL ? open->batch->ceremony_name : open->batch->decision_number != NULL ? open->batch->decision_number
                                                                                                                                                                                                                          : "",
                 open->batch->printer_name != NULL ? open->batch->printer_name : open->batch->printer, open->batch->n_printed, open->batch->n_pages, text);
    }
  if (args->json)
    g_print ("%s]\n", n > 0 ? "\n" : "[");
  return TD_CLI_DONE;
}

/* resume and give-up */

static int
settle (TdStore *store, gint64 batch_id, TdJob *job)
{
  g_autoptr (TdBatchRunner) runner = td_batch_runner_new (store, batch_id);
  g_autoptr (GError) error = NULL;
  gboolean ok = td_batch_runner_settle (runner, job, &error);

  return td_cli_finish (job, ok, error);
}

int
td_cli_certificate_resume (TdCliArgs *args)
{
  TdPrintSettlement settlement = { .last_good = args->last_good, .last_good_page = args->last_good_page, .spoiled = args->spoiled, .reason = args->reason };
  gboolean answers = args->last_good != NULL || args->last_good_page >= 0;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &settlement.batch_id, &code))
    return code;
  if ((args->last_good != NULL && args->last_good_page >= 0) || (!answers && args->spoiled != NULL))
    return td_cli_usage ("%s", _ ("Say which was the last good sheet: --last-good SHEET, or --last-good-page N."));
  store = td_cli_open (args, TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  code = TD_CLI_DONE;
  if (answers)
    {
      g_autoptr (TdJob) job = td_print_batch_settle_job (&settlement);

      code = settle (store, settlement.batch_id, job);
    }
  if (code == TD_CLI_DONE)
    code = run_batch (store, settlement.batch_id);
  td_store_close (store);
  return code;
}

int
td_cli_certificate_give_up (TdCliArgs *args)
{
  g_autoptr (TdStore) store = NULL;
  g_autoptr (TdJob) job = NULL;
  gint64 batch_id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &batch_id, &code))
    return code;
  store = td_cli_open (args, TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  job = td_print_batch_give_up_job (batch_id, args->reason);
  code = settle (store, batch_id, job);
  td_store_close (store);
  return code;
}

/* reprint */

typedef struct
{
  gint64 award_id;
  gint64 decision_id;
} Whose;

static gboolean
whose_cb (TdConnection *connection, gpointer data, GError **error)
{
  Whose *whose = data;
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, whose->award_id, error);

  if (award != NULL)
    whose->decision_id = award->decision_id;
  return award != NULL;
}

/* It goes where it went before, unless told otherwise. */
static int
reprint (TdCliArgs *args, TdStore *store, TdPrintBatchOptions *options)
{
  g_autoptr (TdJob) last = td_print_batch_last_job (args->award);
  g_autoptr (TdPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdJob) job = NULL;
  const TdPrintBatch *before;
  Whose whose = { args->award, 0 };

  if (!td_store_read (store, whose_cb, &whose, NULL, &error) || !td_job_run (last, store, NULL, &error))
    return td_cli_fail (error);
  before = td_job_get_object (last);
  if (before == NULL && args->printer == NULL)
    return td_cli_usage ("%s", _ ("This certificate was not printed by the program: say where, with --printer NAME."));
  options->decision_id = whose.decision_id;
  if (before != NULL)
    {
      gboolean same = args->printer == NULL && args->tray == NULL;

      options->tray = same ? before->tray : args->tray;
      options->certificates.template_name = before->template_name;
      if (options->certificates.stock_id == 0 && !options->certificates.with_ornament)
        {
          options->certificates.stock_id = before->stock_id;
          options->certificates.with_ornament = before->with_ornament;
          options->certificates.calibration_id = same ? before->calibration_id : 0;
        }
    }
  printer = td_printer_read (args->printer != NULL ? args->printer : before->printer, NULL, &error);
  if (printer == NULL)
    return td_cli_fail (error);
  options->printer = printer;
  options->signed_by = args->sign_off;
  job = td_print_batch_reprint_job (options, args->award, args->reason);
  return run_prepared (store, job);
}

int
td_cli_certificate_reprint (TdCliArgs *args)
{
  TdPrintBatchOptions options = { .tray = args->tray, .certificates = { .stock_id = args->stock, .with_ornament = args->with_ornament } };
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_USAGE;

  if (args->award <= 0 || args->reason == NULL)
    return td_cli_usage ("%s", _ ("Say which certificate, and why: --award ID --reason TEXT."));
  if (!read_number (args->number, &options.first_number, &code))
    return code;
  store = td_cli_open (args, TD_STORE_WRITE, &code);
  if (store == NULL)
    return code;
  code = reprint (args, store, &options);
  td_store_close (store);
  return code;
}
