/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "td-finding.h"
#include "td-loopback.h"
#include "td-printer.h"
#include "td-spool-job.h"

/* Jobs with a real print server. What arrives is compared byte for byte. */

static TdSpoolJob *
submit (TdSpoolRequest request, const char *path)
{
  g_autoptr (GError) error = NULL;
  TdSpoolJob *job = td_spool_submit (&request, path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (job->number, >, 0);
  return job;
}

static TdSpoolJob *
follow (int number)
{
  g_autoptr (GError) error = NULL;
  TdSpoolJob *job = td_spool_job_follow (number, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return job;
}

static TdSpoolJob *
read_job (int number)
{
  g_autoptr (GError) error = NULL;
  TdSpoolJob *job = td_spool_job_read (number, NULL, &error);

  g_assert_no_error (error);
  return job;
}

/* Until a job is where it should be; the test's own limit ends it otherwise. */
static void
wait_for (int number, TdSpoolState state)
{
  for (;;)
    {
      g_autoptr (TdSpoolJob) job = read_job (number);

      if (job->state == state)
        return;
      g_assert_false (td_spool_state_is_final (job->state));
      g_usleep (20000);
    }
}

static guint
count_jobs (gboolean also_over)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = td_spool_job_list (NULL, also_over, NULL, &error);

  g_assert_no_error (error);
  return jobs->len;
}

static void
act (int number, TdSpoolAct what)
{
  g_autoptr (GError) error = NULL;

  td_spool_job_act (number, what, NULL, &error);
  g_assert_no_error (error);
}

/* What was sent is what the printer got, with what was asked for it. */
static void
assert_arrived (TdSpoolJob *job, const char *path, const char *const *options)
{
  g_autofree char *sent = NULL, *got = NULL, *told = NULL;
  gsize n_sent, n_got;

  g_assert_true (g_file_get_contents (path, &sent, &n_sent, NULL));
  got = td_loopback_read (job->printer, job->number, "pdf", &n_got);
  told = td_loopback_read (job->printer, job->number, "options", NULL);
  g_assert_nonnull (told);
  g_assert_cmpmem (sent, n_sent, got, n_got);
  for (; *options != NULL; options++)
    td_loopback_assert_says (told, *options);
}

static void
test_bytes (void)
{
  static const char *const wide[] = { "PageSize=Custom.420.00x297.00mm", "InputSlot=Tray2", "Duplex=None", "print-scaling=none", "nofit-to-page", "number-up=1", "sides=one-sided", "orientation-requested=3", "copies=2", NULL };
  static const char *const upright[] = { "PageSize=A3", "orientation-requested=4", "copies=1", NULL };
  g_autofree char *path = td_loopback_pdf ("landscape.pdf", 420, 297, 3);
  g_autoptr (TdSpoolJob) custom = submit ((TdSpoolRequest){ "wide", "Giấy khen, trang 1–3", "tag-1", 420, 297, "tray-2", 2, FALSE }, path);
  g_autoptr (TdSpoolJob) rotated = submit ((TdSpoolRequest){ "a3", "Bằng khen", NULL, 420, 297, NULL, 1, FALSE }, path);
  g_autoptr (TdSpoolJob) over = follow (custom->number);
  g_autoptr (TdSpoolJob) over_too = follow (rotated->number);
  g_autoptr (TdSpoolJob) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (over->state, ==, TD_SPOOL_DONE);
  g_assert_cmpint (over_too->state, ==, TD_SPOOL_DONE);
  assert_arrived (over, path, wide);
  assert_arrived (over_too, path, upright);
  g_assert_cmpstr (over->title, ==, "Giấy khen, trang 1–3");
  g_assert_cmpstr (over->tag, ==, "tag-1");
  g_assert_cmpstr (over->printer, ==, "wide");
  g_assert_cmpint (over->completed, >=, over->created);
  g_assert_nonnull (over_too->tag);
  found = td_spool_job_find ("tag-1", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->number, ==, custom->number);
  g_clear_object (&found);
  g_assert_null (td_spool_job_find ("tag-nix", NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND);
}

/* What a queue presets does not touch the page. */
static void
test_presets (void)
{
  static const char *const options[] = { "number-up=1", "sides=one-sided", "Duplex=None", "print-scaling=none", "nofit-to-page", "PageSize=A4", "outputorder=normal", "orientation-requested=3", NULL };
  g_autofree char *path = td_loopback_pdf ("presets.pdf", 210, 297, 2);
  g_autoptr (TdSpoolJob) job = NULL, over = NULL;

  td_loopback_do ("lpadmin -p a3 -o number-up-default=4 -o sides-default=two-sided-long-edge -o print-scaling-default=fill"
                  " -o fit-to-page-default=true -o media-default=A3 -o orientation-requested-default=5 -o outputorder-default=reverse -o page-delivery-default=reverse-order");
  job = submit ((TdSpoolRequest){ "a3", "Đặt sẵn", NULL, 210, 297, NULL, 1, FALSE }, path);
  over = follow (job->number);
  assert_arrived (over, path, options);
  td_loopback_do ("lpadmin -p a3 -R number-up-default -R sides-default -R print-scaling-default -R fit-to-page-default -R media-default -R orientation-requested-default -R outputorder-default -R page-delivery-default");
}

/* Nothing is queued by a call that fails. */
static void
assert_refused (TdSpoolRequest request, const char *path, int code, const char *says)
{
  g_autoptr (GError) error = NULL;
  guint before = count_jobs (TRUE);

  g_assert_null (td_spool_submit (&request, path, NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, code);
  td_loopback_assert_says (error->message, says);
  g_assert_cmpuint (count_jobs (TRUE), ==, before);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *data;
  } files[] = {
    { "empty.pdf", "" },
    { "text.pdf", "Kính gửi" },
    { "short.pdf", "%PDF" },
    { "cut.pdf", "%PDF-1.5\n1 0 obj\n" },
    { "late.pdf", " %PDF-1.5\n%%EOF\n" },
  };
  g_autofree char *path = td_loopback_pdf ("refused.pdf", 420, 297, 1);
  g_autofree char *missing = g_build_filename (td_loopback_folder (), "missing.pdf", NULL);
  const TdSpoolRequest good = { "a3", "Giấy khen", NULL, 420, 297, NULL, 1, FALSE };
  TdSpoolRequest request = good;

  request.width = 421.5;
  assert_refused (request, path, TD_SPOOL_ERROR_PAPER, "A4, A3, A5");
  request = good;
  request.tray = "tray-9";
  assert_refused (request, path, TD_SPOOL_ERROR_PAPER, "tray-1");
  request = good;
  request.printer = "nowhere/a?b";
  assert_refused (request, path, TD_SPOOL_ERROR_NOT_FOUND, "");
  assert_refused (good, missing, TD_SPOOL_ERROR_FILE, "missing.pdf");
  assert_refused (good, td_loopback_folder (), TD_SPOOL_ERROR_FILE, "");
  assert_refused (good, "/dev/zero", TD_SPOOL_ERROR_FILE, "");
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *bad = g_build_filename (td_loopback_folder (), files[i].name, NULL);

      g_assert_true (g_file_set_contents (bad, files[i].data, -1, NULL));
      assert_refused (good, bad, TD_SPOOL_ERROR_FILE, files[i].name);
    }
}

static void
test_paused (void)
{
  g_autofree char *path = td_loopback_pdf ("paused.pdf", 210, 297, 1);
  g_autoptr (TdPrinter) printer = NULL;
  g_autoptr (TdSpoolJob) job = NULL, now = NULL, over = NULL;

  td_loopback_do ("cupsdisable a3");
  printer = td_loopback_printer ("a3");
  g_assert_cmpint (printer->state, ==, TD_PRINTER_STOPPED);
  g_assert_true (td_loopback_finds (printer->findings, "printer-paused", TD_SEVERITY_BLOCK));
  g_assert_cmpuint (printer->findings->len, ==, 1);
  job = submit ((TdSpoolRequest){ "a3", "Chờ", NULL, 210, 297, NULL, 1, FALSE }, path);
  now = read_job (job->number);
  g_assert_cmpint (now->state, ==, TD_SPOOL_WAITING);
  g_assert_true (td_loopback_finds (now->findings, "printer-paused", TD_SEVERITY_BLOCK));
  g_assert_cmpuint (count_jobs (FALSE), ==, 1);
  td_loopback_do ("cupsenable a3");
  over = follow (job->number);
  g_assert_cmpint (over->state, ==, TD_SPOOL_DONE);
  g_assert_cmpuint (count_jobs (FALSE), ==, 0);
}

static void
test_rejecting (void)
{
  g_autofree char *path = td_loopback_pdf ("rejecting.pdf", 210, 297, 1);
  g_autoptr (TdPrinter) printer = NULL;

  td_loopback_do ("cupsreject a3");
  printer = td_loopback_printer ("a3");
  g_assert_false (printer->is_accepting);
  g_assert_true (td_loopback_finds (printer->findings, "printer-not-accepting", TD_SEVERITY_BLOCK));
  assert_refused ((TdSpoolRequest){ "a3", "Không nhận", NULL, 210, 297, NULL, 1, FALSE }, path, TD_SPOOL_ERROR_NOT_ACCEPTING, "");
  td_loopback_do ("cupsaccept a3");
}

static void
test_removed (void)
{
  g_autofree char *path = td_loopback_pdf ("removed.pdf", 210, 297, 1);
  g_autoptr (TdPrinter) printer = td_loopback_printer ("small");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printers = NULL;

  td_loopback_do ("lpadmin -x small");
  g_assert_null (td_printer_read (printer->id, NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_refused ((TdSpoolRequest){ printer->id, "Mất", NULL, 210, 297, NULL, 1, FALSE }, path, TD_SPOOL_ERROR_NOT_FOUND, "");
  printers = td_printer_list (NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (printers->len, ==, 2);
}

static void
note_findings (TdSpoolJob *job, gpointer data)
{
  GHashTable *seen = data;

  for (guint i = 0; i < job->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (job->findings, i);

      g_hash_table_insert (seen, g_strdup (finding->rule), GINT_TO_POINTER (finding->severity));
    }
  /* The jam is told of: it is taken out, and the rest comes. */
  if (g_hash_table_contains (seen, "printer-media-jam") && g_hash_table_contains (seen, "printer-x-chip"))
    {
      td_loopback_put ("a3.say", "STATE: -media-jam-error,x-chip-report,toner-low-warning\nPAGE: 2 1\nPAGE: 3 1\n");
      td_loopback_take ("a3.wait");
    }
}

static void
test_jam (void)
{
  g_autofree char *path = td_loopback_pdf ("jam.pdf", 297, 420, 3);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TdSpoolJob) job = NULL, over = NULL;
  g_autoptr (TdPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;

  td_loopback_put ("a3.wait", "");
  td_loopback_put ("a3.say", "PAGE: 1 1\nSTATE: +media-jam-error,x-chip-report,toner-low-warning\n");
  job = submit ((TdSpoolRequest){ "a3", "Kẹt giấy", NULL, 297, 420, NULL, 1, FALSE }, path);
  over = td_spool_job_follow (job->number, note_findings, seen, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (over->state, ==, TD_SPOOL_DONE);
  g_assert_cmpint (over->pages, ==, 3);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (seen, "printer-media-jam")), ==, TD_SEVERITY_BLOCK);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (seen, "printer-toner-low")), ==, TD_SEVERITY_WARNING);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (seen, "printer-x-chip")), ==, TD_SEVERITY_INFO);
  printer = td_loopback_printer ("a3");
  g_assert_cmpuint (printer->findings->len, ==, 0);
}

static void
test_acts (void)
{
  g_autofree char *path = td_loopback_pdf ("acts.pdf", 210, 297, 1);
  g_autoptr (TdSpoolJob) held = submit ((TdSpoolRequest){ "a3", "Giữ", "tag-held", 210, 297, NULL, 1, TRUE }, path);
  g_autoptr (TdSpoolJob) printing = NULL, now = NULL, over = NULL;
  g_autoptr (GError) error = NULL;

  now = read_job (held->number);
  g_assert_cmpint (now->state, ==, TD_SPOOL_HELD);
  g_clear_object (&now);
  /* Another one prints: what is released waits its turn, and can be held again. */
  td_loopback_put ("a3.wait", "");
  printing = submit ((TdSpoolRequest){ "a3", "Hủy", NULL, 210, 297, NULL, 1, FALSE }, path);
  wait_for (printing->number, TD_SPOOL_PRINTING);
  act (held->number, TD_SPOOL_RELEASE);
  wait_for (held->number, TD_SPOOL_WAITING);
  act (held->number, TD_SPOOL_HOLD);
  wait_for (held->number, TD_SPOOL_HELD);
  act (printing->number, TD_SPOOL_CANCEL);
  now = follow (printing->number);
  g_assert_cmpint (now->state, ==, TD_SPOOL_CANCELLED);
  g_assert_null (td_loopback_read ("a3", printing->number, "pdf", NULL));
  g_assert_null (td_loopback_read ("a3", held->number, "pdf", NULL));
  act (held->number, TD_SPOOL_RELEASE);
  td_loopback_take ("a3.wait");
  over = follow (held->number);
  g_assert_cmpint (over->state, ==, TD_SPOOL_DONE);
  g_assert_false (td_spool_job_act (held->number, TD_SPOOL_CANCEL, NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_POSSIBLE);
  g_clear_error (&error);
  g_assert_false (td_spool_job_act (999999, TD_SPOOL_CANCEL, NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND);
}

static void
test_aborted (void)
{
  g_autofree char *path = td_loopback_pdf ("aborted.pdf", 210, 297, 1);
  g_autoptr (TdSpoolJob) job = NULL, over = NULL;

  td_loopback_put ("a3.fail", "");
  job = submit ((TdSpoolRequest){ "a3", "Hỏng", NULL, 210, 297, NULL, 1, FALSE }, path);
  over = follow (job->number);
  td_loopback_take ("a3.fail");
  g_assert_cmpint (over->state, ==, TD_SPOOL_ABORTED);
  td_loopback_assert_says (over->message, "does not work");
}

/* The conversation breaks before or in the midst of the file: there is no job, and none comes later. */
static void
test_broken (void)
{
  static const char *const rules[] = { "cut", "kill" };
  static const int places[] = { 1, 500, 1500, 2500, 20000, 300000 };
  g_autofree char *path = td_loopback_pdf ("broken.pdf", 210, 297, 20);

  for (gsize i = 0; i < G_N_ELEMENTS (rules) * G_N_ELEMENTS (places); i++)
    {
      TdSpoolRequest request = { "a3", "Đứt", "tag-broken", 210, 297, NULL, 1, FALSE };
      const char *rule = rules[i % G_N_ELEMENTS (rules)];
      g_autoptr (GError) error = NULL;
      guint before = count_jobs (TRUE);

      td_loopback_do ("rule %s %d", rule, places[i / G_N_ELEMENTS (rules)]);
      g_assert_null (td_spool_submit (&request, path, NULL, &error));
      g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER);
      td_loopback_do ("rule pass 0");
      if (g_str_equal (rule, "kill"))
        td_loopback_do ("start");
      g_clear_error (&error);
      g_assert_null (td_spool_job_find ("tag-broken", NULL, &error));
      g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND);
      g_assert_cmpuint (count_jobs (TRUE), ==, before);
    }
}

/* All was sent and the answer is lost: it is looked for; only when that fails nobody knows. */
static void
test_unanswered (void)
{
  TdSpoolRequest request = { "a3", "Không trả lời", "tag-mute", 210, 297, NULL, 1, TRUE };
  g_autofree char *path = td_loopback_pdf ("unanswered.pdf", 210, 297, 4);
  g_autoptr (TdSpoolJob) job = NULL, found = NULL;
  g_autoptr (GError) error = NULL;

  td_loopback_do ("rule mute 300000");
  job = submit (request, path);
  g_assert_cmpstr (job->tag, ==, "tag-mute");
  g_assert_cmpint (job->state, ==, TD_SPOOL_HELD);
  act (job->number, TD_SPOOL_CANCEL);

  request.tag = "tag-silent";
  td_loopback_do ("rule silent 300000");
  g_assert_null (td_spool_submit (&request, path, NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_UNSURE);
  g_clear_error (&error);
  td_loopback_do ("rule pass 0");
  found = td_spool_job_find ("tag-silent", NULL, &error);
  g_assert_no_error (error);
  act (found->number, TD_SPOOL_CANCEL);
}

static gboolean
cancel_later (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* The service takes no more; Cancel ends it at once, and there is no job. */
static void
test_cancel_sending (void)
{
  TdSpoolRequest request = { "a3", "Hủy khi gửi", "tag-cancelled", 210, 297, NULL, 1, FALSE };
  g_autofree char *path = td_loopback_pdf ("cancelled.pdf", 210, 297, 20);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  td_loopback_do ("rule stall 300000");
  td_spool_submit_async (&request, path, cancellable, finish_cb, &result);
  g_timeout_add (300, cancel_later, cancellable);
  g_assert_null (td_spool_submit_finish (wait_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  td_loopback_do ("rule pass 0");
  g_clear_error (&error);
  g_assert_null (td_spool_job_find ("tag-cancelled", NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND);
}

static void
count_cb (TdSpoolJob *job, gpointer data)
{
  ++*(guint *) data;
}

static void
test_async (void)
{
  TdSpoolRequest request = { "wide", "Lần lượt", NULL, 330, 480, "tray-1", 1, TRUE };
  g_autofree char *path = td_loopback_pdf ("async.pdf", 330, 480, 2);
  g_autoptr (GAsyncResult) submitted = NULL, listed = NULL, printers = NULL, printer = NULL, acted = NULL, followed = NULL, asked = NULL;
  g_autoptr (TdSpoolJob) job = NULL, now = NULL, over = NULL;
  g_autoptr (TdPrinter) wide = NULL;
  g_autoptr (GPtrArray) jobs = NULL, all = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  td_printer_list_async (NULL, finish_cb, &printers);
  td_printer_read_async ("wide", NULL, finish_cb, &printer);
  td_spool_submit_async (&request, path, NULL, finish_cb, &submitted);
  job = td_spool_submit_finish (wait_result (&submitted), &error);
  g_assert_no_error (error);
  all = td_printer_list_finish (wait_result (&printers), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, >, 1);
  wide = td_printer_read_finish (wait_result (&printer), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wide->id, ==, "wide");
  td_spool_job_list_async ("wide", FALSE, NULL, finish_cb, &listed);
  jobs = td_spool_job_list_finish (wait_result (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jobs->len, ==, 1);
  td_spool_job_read_async (job->number, NULL, finish_cb, &asked);
  now = td_spool_job_read_finish (wait_result (&asked), &error);
  g_assert_no_error (error);
  g_assert_cmpint (now->state, ==, TD_SPOOL_HELD);
  td_spool_job_follow_async (job->number, count_cb, &n_changes, NULL, finish_cb, &followed);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  td_spool_job_act_async (job->number, TD_SPOOL_RELEASE, NULL, finish_cb, &acted);
  g_assert_true (td_spool_job_act_finish (wait_result (&acted), &error));
  g_assert_no_error (error);
  over = td_spool_job_follow_finish (wait_result (&followed), &error);
  g_assert_no_error (error);
  g_assert_cmpint (over->state, ==, TD_SPOOL_DONE);
  g_assert_cmpuint (n_changes, >=, 2);
}

/* The server dies while a job prints and comes again: the job is followed to its end. */
static void
test_server_restarts (void)
{
  g_autofree char *path = td_loopback_pdf ("restarts.pdf", 210, 297, 1);
  g_autoptr (GAsyncResult) followed = NULL;
  g_autoptr (TdSpoolJob) job = NULL, over = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  td_loopback_put ("a3.wait", "");
  job = submit ((TdSpoolRequest){ "a3", "Mất điện", NULL, 210, 297, NULL, 1, FALSE }, path);
  td_spool_job_follow_async (job->number, count_cb, &n_changes, NULL, finish_cb, &followed);
  wait_for (job->number, TD_SPOOL_PRINTING);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  td_loopback_do ("kill");
  g_assert_null (td_printer_list (NULL, &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER);
  g_clear_error (&error);
  td_loopback_do ("start");
  td_loopback_take ("a3.wait");
  over = td_spool_job_follow_finish (wait_result (&followed), &error);
  g_assert_no_error (error);
  g_assert_cmpint (over->state, ==, TD_SPOOL_DONE);
}

/* A service that takes the question and says nothing is given up, or left at once when cancelled. */
static void
test_mute_server (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) cancelled = NULL, late = NULL, follow_cancelled = NULL;
  g_autoptr (GError) error = NULL;

  td_loopback_do ("rule stall 1");
  td_printer_list_async (NULL, finish_cb, &late);
  td_printer_read_async ("a3", cancellable, finish_cb, &cancelled);
  td_spool_job_follow_async (1, NULL, NULL, cancellable, finish_cb, &follow_cancelled);
  g_timeout_add (100, cancel_later, cancellable);
  g_assert_null (td_printer_read_finish (wait_result (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (td_spool_job_follow_finish (wait_result (&follow_cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (td_printer_list_finish (wait_result (&late), &error));
  g_assert_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_TIMED_OUT);
  td_loopback_do ("rule pass 0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spool/bytes", test_bytes);
  g_test_add_func ("/spool/presets", test_presets);
  g_test_add_func ("/spool/refused", test_refused);
  g_test_add_func ("/spool/paused", test_paused);
  g_test_add_func ("/spool/rejecting", test_rejecting);
  g_test_add_func ("/spool/jam", test_jam);
  g_test_add_func ("/spool/acts", test_acts);
  g_test_add_func ("/spool/aborted", test_aborted);
  g_test_add_func ("/spool/async", test_async);
  g_test_add_func ("/spool/broken", test_broken);
  g_test_add_func ("/spool/unanswered", test_unanswered);
  g_test_add_func ("/spool/cancel-sending", test_cancel_sending);
  g_test_add_func ("/spool/server-restarts", test_server_restarts);
  g_test_add_func ("/spool/mute-server", test_mute_server);
  g_test_add_func ("/spool/removed", test_removed);
  return td_loopback_run (argc, argv);
}
