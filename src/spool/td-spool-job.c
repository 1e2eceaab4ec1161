/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-spool-job"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding.h"
#include "td-printer-private.h"
#include "td-spool-job-private.h"

/* Jobs: asking after them, one and all; cancelling, holding, releasing. */

#define MAX_JOBS 10000

G_DEFINE_FINAL_TYPE (TdSpoolJob, td_spool_job, G_TYPE_OBJECT)

static const char *const wanted[] = {
  "job-id", "job-name", "job-printer-uri", "job-state", "job-state-reasons", "job-impressions-completed",
  "job-media-sheets-completed", "time-at-creation", "time-at-completed", "job-printer-state-message",
  TD_SPOOL_TAG
};

static void
td_spool_job_finalize (GObject *object)
{
  TdSpoolJob *self = TD_SPOOL_JOB (object);

  g_free (self->printer);
  g_free (self->title);
  g_free (self->tag);
  g_free (self->message);
  g_ptr_array_unref (self->findings);
  G_OBJECT_CLASS (td_spool_job_parent_class)->finalize (object);
}

static void
td_spool_job_class_init (TdSpoolJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_spool_job_finalize;
}

static void
td_spool_job_init (TdSpoolJob *self)
{
  self->findings = td_findings_new ();
}

/**
 * td_spool_state_to_nick:
 *
 * Returns: its word in JSON: "waiting", "held", "printing", "stopped", "done", "cancelled", "aborted"
 */
const char *
td_spool_state_to_nick (TdSpoolState state)
{
  static const char *const nicks[] = { "waiting", "held", "printing", "stopped", "done", "cancelled", "aborted" };

  return nicks[state];
}

/**
 * td_spool_state_to_text:
 *
 * Returns: what people read
 */
const char *
td_spool_state_to_text (TdSpoolState state)
{
  static const char *const texts[] = { N_ ("waiting"), N_ ("held"), N_ ("printing"), N_ ("stopped"), N_ ("sent to the printer"), N_ ("cancelled"), N_ ("given up") };

  return _ (texts[state]);
}

/**
 * td_spool_state_is_final:
 *
 * Returns: whether a job in this state stays in it
 */
gboolean
td_spool_state_is_final (TdSpoolState state)
{
  return state >= TD_SPOOL_DONE;
}

static TdSpoolState
state_of (int state)
{
  switch (state)
    {
    case IPP_JSTATE_HELD: return TD_SPOOL_HELD;
    case IPP_JSTATE_PROCESSING: return TD_SPOOL_PRINTING;
    case IPP_JSTATE_STOPPED: return TD_SPOOL_STOPPED;
    case IPP_JSTATE_CANCELED: return TD_SPOOL_CANCELLED;
    case IPP_JSTATE_ABORTED: return TD_SPOOL_ABORTED;
    case IPP_JSTATE_COMPLETED: return TD_SPOOL_DONE;
    default: return TD_SPOOL_WAITING;
    }
}

/* The queue out of ipp://localhost/printers/NAME. */
static char *
dup_printer (ipp_t *attributes)
{
  char scheme[32], user[256], host[256], resource[HTTP_MAX_URI];
  g_autofree char *uri = td_spool_dup_text (attributes, "job-printer-uri");
  int port;

  if (uri == NULL || httpSeparateURI (HTTP_URI_CODING_ALL, uri, scheme, sizeof scheme, user, sizeof user, host, sizeof host, &port, resource, sizeof resource) < HTTP_URI_STATUS_OK)
    return NULL;
  return g_path_get_basename (resource);
}

/* Some drivers count sheets, some impressions; printed on one side they are the same. */
static int
get_pages (ipp_t *attributes)
{
  return MAX (td_spool_get_number (attributes, "job-impressions-completed", -1), td_spool_get_number (attributes, "job-media-sheets-completed", -1));
}

static TdSpoolJob *
job_new (ipp_t *attributes)
{
  TdSpoolJob *self = g_object_new (TD_TYPE_SPOOL_JOB, NULL);

  self->number = td_spool_get_number (attributes, "job-id", 0);
  self->printer = dup_printer (attributes);
  self->title = td_spool_dup_text (attributes, "job-name");
  self->tag = td_spool_dup_text (attributes, TD_SPOOL_TAG);
  self->state = state_of (td_spool_get_number (attributes, "job-state", IPP_JSTATE_PENDING));
  self->message = td_spool_dup_text (attributes, "job-printer-state-message");
  self->pages = get_pages (attributes);
  self->created = td_spool_get_number (attributes, "time-at-creation", 0);
  self->completed = td_spool_get_number (attributes, "time-at-completed", 0);
  return self;
}

/* What holds the printer up holds the job up. */
static void
ask_findings (TdSpoolLink *link, TdSpoolJob *job)
{
  static const char *const reasons[] = { "printer-state-reasons" };
  g_auto (GStrv) words = NULL;
  g_autoptr (ipp_t) response = NULL;
  ipp_t *request;

  if (td_spool_state_is_final (job->state) || job->printer == NULL)
    return;
  request = td_spool_request_printer (IPP_OP_GET_PRINTER_ATTRIBUTES, job->printer);
  td_spool_request_want (request, reasons, G_N_ELEMENTS (reasons));
  response = td_spool_link_ask (link, request, NULL);
  if (response == NULL)
    return; /* then there is nothing to tell */
  words = td_spool_dup_texts (response, "printer-state-reasons");
  td_printer_add_reasons (job->findings, words);
}

/*
 * td_spool_job_ask:
 *
 * td_spool_job_read() in a conversation under way.
 */
TdSpoolJob *
td_spool_job_ask (TdSpoolLink *link, int number, GError **error)
{
  ipp_t *request = td_spool_request_job (IPP_OP_GET_JOB_ATTRIBUTES, number);
  g_autoptr (ipp_t) response = NULL;
  TdSpoolJob *job;

  td_spool_request_want (request, wanted, G_N_ELEMENTS (wanted));
  response = td_spool_link_ask (link, request, error);
  if (response == NULL)
    return NULL;
  if (td_spool_get_number (response, "job-id", 0) != number)
    {
      td_spool_link_judge (link, IPP_STATUS_ERROR_SERVICE_UNAVAILABLE, error);
      return NULL;
    }
  job = job_new (response);
  ask_findings (link, job);
  return job;
}

static ipp_t *
next_group (ipp_t *response, ipp_attribute_t **attribute)
{
  ipp_t *group = ippNew ();

  while (*attribute != NULL && ippGetGroupTag (*attribute) != IPP_TAG_JOB)
    *attribute = ippNextAttribute (response);
  for (; *attribute != NULL && ippGetGroupTag (*attribute) == IPP_TAG_JOB; *attribute = ippNextAttribute (response))
    ippCopyAttribute (group, *attribute, 0);
  return group;
}

static GPtrArray *
ask_all (TdSpoolLink *link, const char *printer, const char *which, GError **error)
{
  ipp_t *request = td_spool_request_printer (IPP_OP_GET_JOBS, printer != NULL ? printer : "");
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ipp_t) response = NULL;

  ippAddBoolean (request, IPP_TAG_OPERATION, "my-jobs", 1);
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", NULL, which);
  td_spool_request_want (request, wanted, G_N_ELEMENTS (wanted));
  response = td_spool_link_ask (link, request, error);
  if (response == NULL)
    return NULL;
  for (ipp_attribute_t *attribute = ippFirstAttribute (response); attribute != NULL && jobs->len < MAX_JOBS;)
    {
      g_autoptr (ipp_t) group = next_group (response, &attribute);

      if (ippFirstAttribute (group) != NULL)
        g_ptr_array_add (jobs, job_new (group));
    }
  return g_steal_pointer (&jobs);
}

/*
 * td_spool_job_ask_tag:
 *
 * td_spool_job_find() in a conversation under way.
 */
TdSpoolJob *
td_spool_job_ask_tag (TdSpoolLink *link, const char *tag, GError **error)
{
  g_autoptr (GPtrArray) jobs = ask_all (link, NULL, "all", error);

  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    {
      TdSpoolJob *job = g_ptr_array_index (jobs, i);

      if (g_strcmp0 (job->tag, tag) == 0)
        return g_object_ref (job);
    }
  if (jobs != NULL)
    g_set_error_literal (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND, _ ("The print service does not have this print job."));
  return NULL;
}

/**
 * td_spool_job_read:
 * @number: number of a job
 * @cancellable: (nullable): stops it
 * @error: #TdSpoolError; %TD_SPOOL_ERROR_NOT_FOUND when the service has forgotten it
 *
 * Asks after a job, also one that is over. Takes at most some 20 seconds.
 *
 * Returns: (transfer full): the job as it is now
 */
TdSpoolJob *
td_spool_job_read (int number, GCancellable *cancellable, GError **error)
{
  g_auto (TdSpoolLink) link = { NULL };

  return td_spool_link_open (&link, cancellable, error) ? td_spool_job_ask (&link, number, error) : NULL;
}

/**
 * td_spool_job_find:
 * @tag: what it was marked with
 * @cancellable: (nullable): stops it
 * @error: #TdSpoolError; %TD_SPOOL_ERROR_NOT_FOUND when there is no such job, or no longer
 *
 * Looks for a job of this user by its mark, also one that is over: for what was being sent when
 * the program ended. The service forgets jobs that are over after some hundred others.
 *
 * Returns: (transfer full): the job as it is now
 */
TdSpoolJob *
td_spool_job_find (const char *tag, GCancellable *cancellable, GError **error)
{
  g_auto (TdSpoolLink) link = { NULL };

  g_return_val_if_fail (tag != NULL, NULL);

  return td_spool_link_open (&link, cancellable, error) ? td_spool_job_ask_tag (&link, tag, error) : NULL;
}

/**
 * td_spool_job_list:
 * @printer: (nullable): a queue, %NULL for all
 * @also_over: whether those that are over are wanted too
 * @cancellable: (nullable): stops it
 * @error: #TdSpoolError
 *
 * Returns: (transfer full) (element-type TdSpoolJob): the jobs of this user
 */
GPtrArray *
td_spool_job_list (const char *printer, gboolean also_over, GCancellable *cancellable, GError **error)
{
  g_auto (TdSpoolLink) link = { NULL };

  return td_spool_link_open (&link, cancellable, error) ? ask_all (&link, printer, also_over ? "all" : "not-completed", error) : NULL;
}

/**
 * td_spool_job_act:
 * @number: number of a job
 * @act: what to do to it
 * @cancellable: (nullable): stops it
 * @error: #TdSpoolError; %TD_SPOOL_ERROR_NOT_POSSIBLE when it is over already
 *
 * Cancels, holds or releases a job.
 *
 * Returns: whether it was done
 */
gboolean
td_spool_job_act (int number, TdSpoolAct act, GCancellable *cancellable, GError **error)
{
  static const ipp_op_t operations[] = { IPP_OP_CANCEL_JOB, IPP_OP_HOLD_JOB, IPP_OP_RELEASE_JOB };
  g_auto (TdSpoolLink) link = { NULL };
  g_autoptr (ipp_t) response = NULL;

  if (!td_spool_link_open (&link, cancellable, error))
    return FALSE;
  response = td_spool_link_ask (&link, td_spool_request_job (operations[act], number), error);
  return response != NULL;
}
