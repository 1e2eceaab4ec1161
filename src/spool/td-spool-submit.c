/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-spool-submit"
#define _GNU_SOURCE  /* memmem */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "td-printer.h"
#include "td-spool-job-private.h"

/* Sending a PDF. It goes in one request together with what is asked for it (Print-Job): when the
 * program or the service dies in the midst there is no job at all, and not a sheet moves. Made first
 * and filled afterwards (Create-Job), half a job would be left behind. */

#define PIECE       65536
#define MAX_SIZE    ((goffset) 4 * 1024 * 1024 * 1024)
#define STALL_LIMIT 30 /* s without a byte taken */

static gboolean
set_file_error (const char *path, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_FILE, "%s: %s", shown, g_strerror (number));
  return FALSE;
}

static gboolean
set_no_pdf (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_FILE, _ ("%s is not a whole PDF file."), shown);
  return FALSE;
}

/* A file that was cut off while it was written has no end mark. */
static gboolean
check_pdf (int fd, goffset size, const char *path, GError **error)
{
  char begin[8], end[1024];
  gssize n_begin = pread (fd, begin, sizeof begin, 0);
  gssize n_end = pread (fd, end, sizeof end, MAX (0, size - (goffset) sizeof end));

  if (n_begin < 0 || n_end < 0)
    return set_file_error (path, errno, error);
  if (n_begin < (gssize) sizeof begin || memcmp (begin, "%PDF-", 5) != 0 || memmem (end, n_end, "%%EOF", 5) == NULL)
    return set_no_pdf (path, error);
  return TRUE;
}

static int
open_pdf (const char *path, goffset *size, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0)
    {
      set_file_error (path, errno, error);
      return -1;
    }
  if (fstat (fd, &status) != 0)
    set_file_error (path, errno, error);
  else if (!S_ISREG (status.st_mode) || status.st_size > MAX_SIZE)
    set_no_pdf (path, error);
  else if (check_pdf (fd, status.st_size, path, error))
    {
      *size = status.st_size;
      return fd;
    }
  close (fd);
  return -1;
}

/* The size also by name. Without it the paper a queue presets would win over the size
 * asked for; and a size of a range would reach the driver in whole points, up to 0.35 mm too small. */
static void
add_size_name (ipp_t *request, const TdPrinterFit *fit)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *custom = NULL;

  g_ascii_formatd (width, sizeof width, "%.2f", fit->width);
  g_ascii_formatd (height, sizeof height, "%.2f", fit->height);
  custom = g_strdup_printf ("Custom.%sx%smm", width, height);
  if (fit->paper == NULL)
    ippAddString (request, IPP_TAG_JOB, IPP_TAG_NAME, "PageSize", NULL, custom);
  else if (fit->paper->id != NULL)
    ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", NULL, fit->paper->id);
}

static void
add_media (ipp_t *request, const TdSpoolRequest *wanted, const TdPrinterFit *fit)
{
  ipp_t *media = ippNew ();
  ipp_t *size = ippNew ();

  ippAddInteger (size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", (int) lround (fit->width * 100));
  ippAddInteger (size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", (int) lround (fit->height * 100));
  ippAddCollection (media, IPP_TAG_ZERO, "media-size", size);
  if (wanted->tray != NULL)
    ippAddString (media, IPP_TAG_ZERO, IPP_TAG_KEYWORD, "media-source", NULL, wanted->tray);
  ippAddCollection (request, IPP_TAG_JOB, "media-col", media);
  ippDelete (media);
  ippDelete (size);
}

/* What queues and users have preset is set back: a banner would eat a numbered blank, two pages on
 * a sheet spoil one, and the last page first would put each onto another's sheet. */
static ipp_t *
request_new (ipp_op_t operation, const TdSpoolRequest *wanted, const TdPrinterFit *fit, const char *tag)
{
  static const char *const sheets[] = { "none", "none" };
  ipp_t *request = td_spool_request_printer (operation, wanted->printer);

  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", NULL, wanted->title);
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL, CUPS_FORMAT_PDF);
  add_media (request, wanted, fit);
  add_size_name (request, fit);
  ippAddInteger (request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", wanted->copies);
  ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", NULL, "one-sided");
  ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", NULL, "none");
  ippAddBoolean (request, IPP_TAG_JOB, "fit-to-page", 0);
  ippAddInteger (request, IPP_TAG_JOB, IPP_TAG_INTEGER, "number-up", 1);
  ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "page-delivery", NULL, "same-order");
  ippAddString (request, IPP_TAG_JOB, IPP_TAG_NAME, "outputorder", NULL, "normal");
  ippAddInteger (request, IPP_TAG_JOB, IPP_TAG_ENUM, "orientation-requested", fit->rotated ? IPP_ORIENT_LANDSCAPE : IPP_ORIENT_PORTRAIT);
  ippAddStrings (request, IPP_TAG_JOB, IPP_TAG_NAME, "job-sheets", G_N_ELEMENTS (sheets), NULL, sheets);
  ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "job-hold-until", NULL, wanted->held ? "indefinite" : "no-hold");
  ippAddString (request, IPP_TAG_JOB, IPP_TAG_NAME, TD_SPOOL_TAG, NULL, tag);
  return request;
}

/* The service stopped listening: why, as far as it says. */
static gboolean
set_stopped (TdSpoolLink *link, http_status_t status, GError **error)
{
  if (status == HTTP_STATUS_UNAUTHORIZED || status == HTTP_STATUS_FORBIDDEN)
    return td_spool_link_judge (link, IPP_STATUS_ERROR_FORBIDDEN, error);
  if (status != HTTP_STATUS_REQUEST_TOO_LARGE)
    return td_spool_link_judge (link, IPP_STATUS_ERROR_SERVICE_UNAVAILABLE, error);
  g_set_error_literal (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_FAILED, _ ("The print service has no room for a file of this size."));
  return FALSE;
}

/* In pieces: the service is asked to take each within the limit, and Cancel is seen in between. */
static gboolean
send_pieces (TdSpoolLink *link, int fd, goffset size, const char *path, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  http_status_t status = HTTP_STATUS_CONTINUE;

  for (goffset sent = 0; sent < size && status == HTTP_STATUS_CONTINUE;)
    {
      gssize n = pread (fd, piece, MIN (PIECE, size - sent), sent);

      if (n < 0)
        return set_file_error (path, errno, error);
      if (n == 0)
        return set_no_pdf (path, error); /* it became shorter meanwhile */
      if (g_cancellable_set_error_if_cancelled (link->cancellable, error))
        return FALSE;
      td_spool_link_set_limit (link, STALL_LIMIT);
      status = cupsWriteRequestData (link->http, piece, n);
      sent += n;
    }
  /* An answer before the end is read as one. */
  return status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK || set_stopped (link, status, error);
}

/* The answer did not come: what became of the job? */
static TdSpoolJob *
look_for (const char *tag, GError **error)
{
  g_auto (TdSpoolLink) link = { NULL };
  g_autoptr (GError) local = NULL;
  TdSpoolJob *job = NULL;

  if (td_spool_link_open (&link, NULL, &local))
    job = td_spool_job_ask_tag (&link, tag, &local);
  if (job == NULL)
    g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_UNSURE,
                 _ ("All was sent, but the print service did not confirm it. Look at the printer whether it prints before you print again."));
  return job;
}

/* From here on Cancel comes too late: the job may exist, so its number is waited for. */
static TdSpoolJob *
await_number (TdSpoolLink *link, const char *tag, GError **error)
{
  g_autoptr (ipp_t) response = NULL;
  int number;

  link->cancellable = NULL;
  td_spool_link_set_limit (link, STALL_LIMIT);
  response = cupsGetResponse (link->http, "/");
  number = response != NULL ? td_spool_get_number (response, "job-id", 0) : 0;
  if (number > 0)
    {
      TdSpoolJob *job = td_spool_job_ask (link, number, NULL);

      return job != NULL ? job : look_for (tag, error);
    }
  /* A refusal is an answer; silence is none. */
  if (response != NULL && !link->timed_out && !td_spool_link_judge (link, ippGetStatusCode (response), error))
    return NULL;
  return look_for (tag, error);
}

static TdSpoolJob *
send_file (const TdSpoolRequest *wanted, const TdPrinterFit *fit, int fd, goffset size, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *tag = wanted->tag != NULL ? g_strdup (wanted->tag) : g_uuid_string_random ();
  g_auto (TdSpoolLink) link = { NULL };
  g_autoptr (ipp_t) request = NULL;
  g_autoptr (ipp_t) response = NULL;
  http_status_t status;

  if (!td_spool_link_open (&link, cancellable, error))
    return NULL;
  /* Whether it would be taken; this also proves who we are, where the service asks. */
  response = td_spool_link_ask (&link, request_new (IPP_OP_VALIDATE_JOB, wanted, fit, tag), error);
  if (response == NULL)
    return NULL;
  request = request_new (IPP_OP_PRINT_JOB, wanted, fit, tag);
  td_spool_link_set_limit (&link, STALL_LIMIT);
  status = cupsSendRequest (link.http, request, "/", CUPS_LENGTH_VARIABLE);
  if (status != HTTP_STATUS_CONTINUE && status != HTTP_STATUS_OK)
    {
      set_stopped (&link, status, error);
      return NULL;
    }
  if (!send_pieces (&link, fd, size, path, error))
    return NULL;
  return await_number (&link, tag, error);
}

/**
 * td_spool_submit:
 * @request: what is asked for
 * @path: the PDF file; it goes to the printer byte for byte
 * @cancellable: (nullable): stops it while bytes are being sent; then there is no job
 * @error: #TdSpoolError
 *
 * Sends a PDF to a printer. The size must be one the printer knows (td_printer_fit()), and the
 * tray, when one is named. Nothing is scaled, and no job is made unless the whole file arrived. A
 * printer that is paused or out of paper takes the job, which then waits: look at #TdPrinter before.
 *
 * A batch goes in chunks, one after the other: make a tag and keep it, submit held, keep the number,
 * td_spool_job_act() to release, td_spool_job_follow() until it is over, then the next. After a
 * crash td_spool_job_find() with the tag tells where the chunk is: not found is never taken, held is
 * not a sheet moved; anything else is for a person to look at.
 *
 * After %TD_SPOOL_ERROR_UNSURE the job may exist: td_spool_job_find() with the tag tells, once the
 * service is there again. After any other error it does not.
 *
 * Returns: (transfer full): the job
 */
TdSpoolJob *
td_spool_submit (const TdSpoolRequest *request, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPrinter) printer = NULL;
  TdSpoolJob *job;
  TdPrinterFit fit;
  goffset size;
  int fd;

  g_return_val_if_fail (request != NULL && request->printer != NULL && request->title != NULL && path != NULL, NULL);
  g_return_val_if_fail (request->width > 0 && request->height > 0 && request->copies > 0, NULL);

  fd = open_pdf (path, &size, error);
  if (fd < 0)
    return NULL;
  printer = td_printer_read (request->printer, cancellable, error);
  job = printer != NULL && td_printer_fit (printer, request->width, request->height, &fit, error) && (request->tray == NULL || td_printer_has_tray (printer, request->tray, error))
            ? send_file (request, &fit, fd, size, path, cancellable, error)
            : NULL;
  close (fd);
  return job;
}
