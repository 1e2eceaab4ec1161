/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-spool-link"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-spool-link-private.h"

/* libcups keeps what it knows of a conversation per thread, and would wait for a minute or ask for a
 * password on the terminal. Here a silent service is asked after four times a second, and nobody is
 * asked for anything. */

#define CONNECT_LIMIT 5000 /* ms */
#define PULSE         0.25 /* s */

G_DEFINE_QUARK (td - spool - error - quark, td_spool_error)

static int
still_waiting (http_t *http, void *data)
{
  TdSpoolLink *self = data;

  if (g_cancellable_is_cancelled (self->cancellable))
    return 0;
  self->timed_out = self->timed_out || g_get_monotonic_time () > self->deadline;
  return !self->timed_out;
}

static const char *
no_password (const char *prompt, http_t *http, const char *method, const char *resource, void *data)
{
  return NULL;
}

static void
stop_connecting (GCancellable *cancellable, gpointer data)
{
  g_atomic_int_set ((int *) data, 1);
}

/* What to tell of a service that is not there. */
static void
set_unreachable (GError **error)
{
  g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NO_SERVER,
               /* Translators: the host or socket of the print service (CUPS) */
               _ ("The print service (%s) cannot be reached. Is it running?"), cupsServer ());
}

/*
 * td_spool_link_open:
 * @self: to be initialised
 * @cancellable: (nullable): stops the conversation; borrowed
 * @error: why not
 *
 * Connects to the print service of this user (CUPS_SERVER, client.conf, or the local one).
 */
gboolean
td_spool_link_open (TdSpoolLink *self, GCancellable *cancellable, GError **error)
{
  int stopped = 0;
  gulong handler = 0;

  *self = (TdSpoolLink){ .cancellable = cancellable };
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  cupsSetPasswordCB2 (no_password, NULL);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (stop_connecting), &stopped, NULL);
  self->http = httpConnect2 (cupsServer (), ippPort (), NULL, AF_UNSPEC, cupsEncryption (), 1, CONNECT_LIMIT, &stopped);
  g_cancellable_disconnect (cancellable, handler);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      td_spool_link_close (self);
      return FALSE;
    }
  if (self->http == NULL)
    {
      set_unreachable (error);
      return FALSE;
    }
  httpSetTimeout (self->http, PULSE, still_waiting, self);
  return TRUE;
}

void
td_spool_link_close (TdSpoolLink *self)
{
  g_clear_pointer (&self->http, httpClose);
}

/*
 * td_spool_link_set_limit:
 * @seconds: how long the service may be silent from now on
 */
void
td_spool_link_set_limit (TdSpoolLink *self, int seconds)
{
  self->timed_out = FALSE;
  self->deadline = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
}

static TdSpoolError
code_of (ipp_status_t status)
{
  switch ((int) status)
    {
    case IPP_STATUS_ERROR_NOT_FOUND:
    case IPP_STATUS_ERROR_GONE:
      return TD_SPOOL_ERROR_NOT_FOUND;
    case IPP_STATUS_ERROR_FORBIDDEN:
    case IPP_STATUS_ERROR_NOT_AUTHENTICATED:
    case IPP_STATUS_ERROR_NOT_AUTHORIZED:
    case IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED:
      return TD_SPOOL_ERROR_NOT_ALLOWED;
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
      return TD_SPOOL_ERROR_NOT_ACCEPTING;
    case IPP_STATUS_ERROR_NOT_POSSIBLE:
      return TD_SPOOL_ERROR_NOT_POSSIBLE;
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
      return TD_SPOOL_ERROR_NO_SERVER;
    default:
      return TD_SPOOL_ERROR_FAILED;
    }
}

/*
 * td_spool_link_judge:
 * @status: how the last question ended
 * @error: what to tell
 *
 * Returns: whether it went well
 */
gboolean
td_spool_link_judge (TdSpoolLink *self, ipp_status_t status, GError **error)
{
  static const char *const sentences[] = {
    [TD_SPOOL_ERROR_NOT_FOUND] = N_ ("The print service does not have this printer or print job."),
    [TD_SPOOL_ERROR_NOT_ALLOWED] = N_ ("The print service does not allow this to you."),
    [TD_SPOOL_ERROR_NOT_ACCEPTING] = N_ ("The printer takes no jobs now. Whoever looks after it must set it to accept jobs."),
    [TD_SPOOL_ERROR_NOT_POSSIBLE] = N_ ("The print job is no longer in a state for this."),
  };
  TdSpoolError code = code_of (status);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->timed_out)
    {
      g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_TIMED_OUT, _ ("The print service (%s) does not answer."), cupsServer ());
      return FALSE;
    }
  if (status >= IPP_STATUS_OK && status <= IPP_STATUS_OK_EVENTS_COMPLETE)
    return TRUE;
  g_debug ("%s: IPP status %x, HTTP status %d, errno %d", cupsLastErrorString (), status, httpGetStatus (self->http), httpError (self->http));
  if (code == TD_SPOOL_ERROR_NO_SERVER)
    set_unreachable (error);
  else if (code == TD_SPOOL_ERROR_FAILED)
    g_set_error (error, TD_SPOOL_ERROR, code,
                 /* Translators: its own words */
                 _ ("The print service says: %s"), cupsLastErrorString ());
  else
    g_set_error_literal (error, TD_SPOOL_ERROR, code, _ (sentences[code]));
  return FALSE;
}

/*
 * td_spool_link_ask:
 * @request: (transfer full): a question
 *
 * Returns: (transfer full): the answer, or %NULL
 */
ipp_t *
td_spool_link_ask (TdSpoolLink *self, ipp_t *request, GError **error)
{
  g_autoptr (ipp_t) response = NULL;
  ipp_status_t status;

  td_spool_link_set_limit (self, TD_SPOOL_ASK_LIMIT);
  response = cupsDoRequest (self->http, request, "/");
  status = cupsLastError ();
  /* No answer at all, or none that can be read. */
  if (response == NULL && code_of (status) == TD_SPOOL_ERROR_FAILED)
    status = IPP_STATUS_ERROR_SERVICE_UNAVAILABLE;
  if (!td_spool_link_judge (self, status, error))
    return NULL;
  return g_steal_pointer (&response);
}

static ipp_t *
request_new (ipp_op_t operation, const char *key, const char *uri)
{
  ipp_t *request = ippNewRequest (operation);

  if (key != NULL)
    ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_URI, key, NULL, uri);
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser ());
  return request;
}

/*
 * td_spool_request_printer:
 * @operation: what is asked
 * @printer: (nullable): id of the printer, %NULL to ask for all
 *
 * Returns: (transfer full): a question
 */
ipp_t *
td_spool_request_printer (ipp_op_t operation, const char *printer)
{
  char uri[HTTP_MAX_URI];

  if (printer == NULL)
    return request_new (operation, NULL, NULL);
  httpAssembleURIf (HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", 0, "/printers/%s", printer);
  return request_new (operation, "printer-uri", uri);
}

/*
 * td_spool_request_job:
 * @number: number of the job
 *
 * Returns: (transfer full): a question about a job
 */
ipp_t *
td_spool_request_job (ipp_op_t operation, gint number)
{
  char uri[HTTP_MAX_URI];

  httpAssembleURIf (HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", 0, "/jobs/%d", number);
  return request_new (operation, "job-uri", uri);
}

void
td_spool_request_want (ipp_t *request, const char *const *names, int n_names)
{
  ippAddStrings (request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", n_names, NULL, names);
}

/*
 * td_spool_dup_text:
 *
 * Returns: (transfer full) (nullable): the text as valid UTF-8, or %NULL when there is none
 */
char *
td_spool_dup_text (ipp_t *response, const char *name)
{
  ipp_attribute_t *attribute = ippFindAttribute (response, name, IPP_TAG_ZERO);
  const char *text = attribute != NULL ? ippGetString (attribute, 0, NULL) : NULL;

  return text != NULL && *text != '\0' ? g_utf8_make_valid (text, -1) : NULL;
}

int
td_spool_get_number (ipp_t *response, const char *name, int missing)
{
  ipp_attribute_t *attribute = ippFindAttribute (response, name, IPP_TAG_ZERO);
  ipp_tag_t tag = attribute != NULL ? ippGetValueTag (attribute) : IPP_TAG_ZERO;

  if (tag == IPP_TAG_BOOLEAN)
    return ippGetBoolean (attribute, 0) != 0;
  return tag == IPP_TAG_INTEGER || tag == IPP_TAG_ENUM ? ippGetInteger (attribute, 0) : missing;
}

/*
 * td_spool_dup_texts:
 *
 * Returns: (transfer full) (array zero-terminated=1): the keywords, none when there are none
 */
char **
td_spool_dup_texts (ipp_t *response, const char *name)
{
  ipp_attribute_t *attribute = ippFindAttribute (response, name, IPP_TAG_ZERO);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; attribute != NULL && i < ippGetCount (attribute); i++)
    {
      const char *text = ippGetString (attribute, i, NULL);
      g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

      if (valid != NULL)
        g_strv_builder_add (builder, valid);
    }
  return g_strv_builder_end (builder);
}
