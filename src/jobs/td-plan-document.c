/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-document"

#include "config.h"

#include "td-office-letter.h"
#include "td-plan-document.h"
#include "td-plan-letter.h"

/* A plan as a file: pages, or a document to work on. */

typedef struct
{
  gint64 plan_id;
  char *path;
  TdLetter *letter;
} Input;

static void
input_free (Input *input)
{
  g_free (input->path);
  g_clear_pointer (&input->letter, td_letter_unref);
  g_free (input);
}

static gboolean
letter_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  input->letter = td_plan_letter_make (connection, input->plan_id, td_job_get_findings (job), error);
  return input->letter != NULL;
}

static gboolean
write_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  const char *title = input->letter->abstract != NULL ? input->letter->abstract : "Kế hoạch";

  return td_office_letter_write (job, input->letter, input->path, title, cancellable, error);
}

/**
 * td_plan_document_job:
 * @plan_id: a plan
 * @path: the .pdf, .odt or .docx to make or replace
 *
 * Prints a plan in the format of NĐ 30/2020/NĐ-CP. Its findings say what the plan still lacks.
 *
 * Returns: (transfer full): the job; its count is the number of pages of a PDF
 */
TdJob *
td_plan_document_job (gint64 plan_id, const char *path)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->plan_id = plan_id;
  input->path = g_strdup (path);
  job = td_job_new_read (letter_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, write_after);
  return job;
}
