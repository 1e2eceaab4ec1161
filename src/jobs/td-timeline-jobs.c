/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-timeline-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-timeline-jobs.h"

/* The plans of an office as a time line, on the screen and in a file. */

/**
 * td_timeline_of_overview:
 * @overview: an overview
 *
 * Returns: (transfer full): its plans as bars, in its order, with their deadlines
 */
TdTimeline *
td_timeline_of_overview (TdOverview *overview)
{
  g_autofree char *date = td_date_to_display (overview->day);
  g_autofree char *label = NULL;
  g_autofree char *title = g_strdup_printf (_ ("Time line of the plans, as of %s"), date);
  TdTimeline *timeline;

  date[5] = '\0'; /* day and month */
  /* Translators: a day and month, such as 03/01 */
  label = g_strdup_printf (_ ("today %s"), date);
  timeline = td_timeline_new (overview->day, label, title);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (overview->plans)); i++)
    {
      g_autoptr (TdOverviewPlan) plan = g_list_model_get_item (G_LIST_MODEL (overview->plans), i);
      guint bar = td_timeline_add (timeline, plan->name, plan->start, plan->end, plan->event_name);

      for (guint j = 0; j < plan->deadlines->len; j++)
        {
          const TdDeadline *deadline = g_ptr_array_index (plan->deadlines, j);

          if (deadline->due_date != NULL)
            td_timeline_add_mark (timeline, bar, deadline->due_date);
        }
    }
  return timeline;
}

typedef struct
{
  char *day;
  char *path;
} Input;

static void
input_free (Input *input)
{
  g_free (input->day);
  g_free (input->path);
  g_free (input);
}

static gboolean
has_ending (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

static gboolean
write_picture (TdTimeline *timeline, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = td_timeline_make_picture (timeline, has_ending (path, ".svg"), error);
  gsize length;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return data != NULL && g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

static gboolean
save_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  g_autoptr (TdTimeline) timeline = td_timeline_of_overview (td_job_get_object (job));
  g_autoptr (GError) local = NULL;
  gboolean ok = has_ending (input->path, ".pdf") ? td_document_write_pdf (TD_DOCUMENT (timeline), input->path, "Tiến độ các kế hoạch", NULL, NULL, cancellable, &local)
                                                 : write_picture (timeline, input->path, &local);

  if (ok)
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, local->message);
  return FALSE;
}

static gboolean
save_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  TdOverview *overview;

  if (!has_ending (input->path, ".pdf") && !has_ending (input->path, ".svg") && !has_ending (input->path, ".png"))
    {
      g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("A time line is saved as .pdf, .svg or .png, not as “%s”."), input->path);
      return FALSE;
    }
  overview = td_overview_read (connection, input->day, error);
  if (overview == NULL)
    return FALSE;
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (overview->plans)));
  td_job_take_object (job, overview);
  return TRUE;
}

/**
 * td_timeline_save_job:
 * @day: (nullable): a full date; %NULL for today
 * @path: a file that ends in .pdf, .svg or .png
 *
 * Returns: (transfer full): the job; its count is the plans
 */
TdJob *
td_timeline_save_job (const char *day, const char *path)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->day = day != NULL ? g_strdup (day) : td_date_dup_today ();
  input->path = g_strdup (path);
  job = td_job_new_read (save_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, save_after);
  return job;
}
