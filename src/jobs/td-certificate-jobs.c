/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-calibration-jobs.h"
#include "td-certificate-set.h"

/* Certificates of a decision: one page per award. */

typedef struct
{
  TdCertificateSet *set;
  char *path;
} Input;

static Input *
input_new (gint64 decision_id, const TdCertificateOptions *options)
{
  Input *input = g_new0 (Input, 1);

  input->set = td_certificate_set_new (decision_id, options);
  return input;
}

static void
input_free (Input *input)
{
  td_certificate_set_free (input->set);
  g_free (input->path);
  g_free (input);
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return td_certificate_set_read (((Input *) data)->set, job, connection, error);
}

static gboolean
document_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  TdCertificateDocument *document = td_certificate_set_make_document (input->set, job, cancellable, error);

  if (document == NULL)
    return FALSE;
  td_job_take_object (job, document);
  td_job_set_count (job, input->set->keys->len);
  return TRUE;
}

/**
 * td_certificate_document_job:
 * @decision_id: a decision; a draft gives sheets marked BẢN THỬ; 0 for the certificates of a ceremony
 * @options: (nullable): what they are printed on
 *
 * Returns: (transfer full): a job whose object is the #TdDocument and whose findings say what
 *   does not fit
 */
TdJob *
td_certificate_document_job (gint64 decision_id, const TdCertificateOptions *options)
{
  TdJob *job = td_job_new_read (read_cb, input_new (decision_id, options), (GDestroyNotify) input_free);

  td_job_set_after (job, document_after);
  return job;
}

static void
page_cb (guint done, guint total, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf (_ ("%u of %u certificates"), done, total);

  td_job_report (user_data, (double) done / total, text);
}

/* Nothing is printed while something does not fit: that is told first. */
static gboolean
print_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autoptr (TdDocument) document = NULL;
  g_autoptr (GError) local = NULL;
  TdPdfInfo info;

  if (!document_after (job, data, cancellable, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  info = td_certificate_set_get_info (input->set);
  document = input->set->calibration != NULL ? td_calibration_correct (td_job_get_object (job), input->set->calibration) : g_object_ref (td_job_get_object (job));
  if (td_document_write_pdf_with (document, input->path, &info, page_cb, job, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The PDF could not be written: %s."), local->message);
  return FALSE;
}

/**
 * td_certificate_print_job:
 * @decision_id: a decision; a draft gives sheets marked BẢN THỬ; 0 for the certificates of a ceremony
 * @path: the PDF to make or replace
 * @options: (nullable): what they are printed on
 *
 * Returns: (transfer full): the job; its count is the number of pages
 */
TdJob *
td_certificate_print_job (gint64 decision_id, const char *path, const TdCertificateOptions *options)
{
  Input *input = input_new (decision_id, options);
  TdJob *job = td_job_new_read (read_cb, input, (GDestroyNotify) input_free);

  input->path = g_strdup (path);
  td_job_set_after (job, print_after);
  return job;
}
