/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-model.h"
#include "td-output.h"
#include "td-plan-accept.h"
#include "td-plan-diff.h"
#include "td-plan-extract.h"
#include "td-plan-jobs.h"
#include "td-plan-review-file.h"

/* A plan on its way from a file into the office: read, reviewed, compared, accepted. */

typedef struct
{
  char *path;
  GBytes *text;
  TdPlanReview *review;
  char *output;
  gint64 plan_id;
} Input;

static void
input_free (Input *input)
{
  g_free (input->path);
  g_clear_pointer (&input->text, g_bytes_unref);
  g_clear_object (&input->review);
  g_free (input->output);
  g_free (input);
}

static Input *
input_new (const char *path)
{
  Input *input = g_new0 (Input, 1);

  input->path = g_strdup (path);
  return input;
}

static Input *
input_new_text (GBytes *text)
{
  Input *input = g_new0 (Input, 1);

  input->text = g_bytes_ref (text);
  return input;
}

static void
page_cb (guint page, guint n_pages, gpointer user_data)
{
  /* Translators: of a PDF that is read */
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), page, n_pages);

  td_job_report (user_data, (double) page / n_pages, text);
}

static TdPlanReview *
read_plan (TdJob *job, Input *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPlanExtract) extract = NULL;
  const char *text;
  gsize length;

  if (input->path != NULL)
    extract = td_plan_extract_read_file (input->path, page_cb, job, cancellable, error);
  else
    extract = td_plan_extract_read (input->text, page_cb, job, cancellable, error);
  if (extract == NULL)
    return NULL;
  text = td_plan_extract_get_text (extract, &length);
  return td_plan_review_new (text, length, cancellable, error);
}

static gboolean
import_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdPlanReview) review = read_plan (job, data, td_connection_get_cancellable (connection), error);
  GPtrArray *findings;

  if (review == NULL || !td_plan_accept (job, connection, review, error))
    return FALSE;
  findings = td_plan_review_get_findings (review);
  for (guint i = 0; i < findings->len; i++)
    td_job_take_finding (job, td_finding_copy (g_ptr_array_index (findings, i)));
  return TRUE;
}

/**
 * td_plan_import_job:
 * @path: a plan: plain text, .docx, .odt, .html, .pdf with text
 *
 * Reads a plan and accepts what was read. Its findings say what a person should look at.
 *
 * Returns: (transfer full): the job; its id is the plan's
 */
TdJob *
td_plan_import_job (const char *path)
{
  return td_job_new_write (_ ("Read a plan"), import_cb, input_new (path), (GDestroyNotify) input_free);
}

/**
 * td_plan_import_text_job:
 * @text: a plan as plain text
 *
 * The same for a text that is at hand.
 *
 * Returns: (transfer full): the job; its id is the plan's
 */
TdJob *
td_plan_import_text_job (GBytes *text)
{
  return td_job_new_write (_ ("Read a plan"), import_cb, input_new_text (text), (GDestroyNotify) input_free);
}

static gboolean
review_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdPlanReview) review = read_plan (job, data, td_connection_get_cancellable (connection), error);
  gint64 plan_id;

  if (review == NULL || !td_plan_find_accepted (connection, td_plan_review_get_plan (review), &plan_id, error))
    return FALSE;
  if (plan_id != 0)
    {
      g_autoptr (GPtrArray) differences = td_plan_diff (connection, plan_id, review, error);

      if (differences == NULL)
        return FALSE;
      td_plan_diff_mark (differences);
      td_job_set_count (job, differences->len);
    }
  td_job_set_id (job, plan_id);
  td_job_take_object (job, g_steal_pointer (&review));
  return TRUE;
}

/**
 * td_plan_review_job:
 * @path: a plan: plain text, .docx, .odt, .html, .pdf with text
 *
 * Reads a plan and changes nothing. Its object is the #TdPlanReview. Where the office has a plan from the same
 * document, the job's id is that plan's, its count how much differs, and the facts say what was accepted before.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_plan_review_job (const char *path)
{
  return td_job_new_read (review_cb, input_new (path), (GDestroyNotify) input_free);
}

/**
 * td_plan_review_text_job:
 * @text: what was copied from elsewhere
 *
 * The same for a text that is at hand.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_plan_review_text_job (GBytes *text)
{
  return td_job_new_read (review_cb, input_new_text (text), (GDestroyNotify) input_free);
}

static gboolean
save_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return review_cb (job, connection, data, error);
}

static gboolean
save_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autofree char *json = td_plan_review_to_json (td_job_get_object (job));
  g_autoptr (TdOutput) output = td_output_open (input->output, error);

  return output != NULL && td_output_write (output, json, strlen (json), error) && td_output_finish (output, error);
}

/**
 * td_plan_review_save_job:
 * @path: a plan
 * @output: a file to write the review into
 *
 * Reads a plan into a file that a person, or a program, may look through and change before it is accepted.
 *
 * Returns: (transfer full): the job; its object is the #TdPlanReview
 */
TdJob *
td_plan_review_save_job (const char *path, const char *output)
{
  Input *input = input_new (path);
  TdJob *job;

  input->output = g_strdup (output);
  job = td_job_new_read (save_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, save_after);
  return job;
}

static gboolean
accept_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  if (input->review == NULL)
    input->review = td_plan_review_read_file (input->path, td_connection_get_cancellable (connection), error);
  return input->review != NULL && td_plan_accept (job, connection, input->review, error);
}

/**
 * td_plan_accept_job:
 * @review: a plan that was looked through; it must not be changed before the job is done
 *
 * Makes it a plan of the office.
 *
 * Returns: (transfer full): the job; its id is the plan's
 */
TdJob *
td_plan_accept_job (TdPlanReview *review)
{
  Input *input = g_new0 (Input, 1);

  input->review = g_object_ref (review);
  return td_job_new_write (_ ("Read a plan"), accept_cb, input, (GDestroyNotify) input_free);
}

/**
 * td_plan_accept_file_job:
 * @path: what td_plan_review_save_job() wrote
 *
 * The same for a review in a file.
 *
 * Returns: (transfer full): the job; its id is the plan's
 */
TdJob *
td_plan_accept_file_job (const char *path)
{
  return td_job_new_write (_ ("Read a plan"), accept_cb, input_new (path), (GDestroyNotify) input_free);
}

static gboolean
diff_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdPlanReview) review = read_plan (job, input, td_connection_get_cancellable (connection), error);
  g_autoptr (GPtrArray) differences = NULL;
  GListStore *list;

  if (review == NULL)
    return FALSE;
  differences = td_plan_diff (connection, input->plan_id, review, error);
  if (differences == NULL)
    return FALSE;
  list = g_list_store_new (TD_TYPE_PLAN_DIFFERENCE);
  g_list_store_splice (list, 0, 0, differences->pdata, differences->len);
  td_job_set_count (job, differences->len);
  td_job_take_object (job, list);
  return TRUE;
}

/**
 * td_plan_diff_job:
 * @plan_id: a plan of the office
 * @path: its document, perhaps a later one
 *
 * Says what a document says otherwise than the plan that was accepted.
 *
 * Returns: (transfer full): the job; its object is a list of #TdPlanDifference
 */
TdJob *
td_plan_diff_job (gint64 plan_id, const char *path)
{
  Input *input = input_new (path);

  input->plan_id = plan_id;
  return td_job_new_read (diff_cb, input, (GDestroyNotify) input_free);
}
