/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-parcel"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "td-calibration-jobs.h"
#include "td-print-parcel.h"

/* A PDF on its way to a printer. It names citizens, so its file has no name itself: nobody can open it, and
 * whatever happens to the program nothing of it is left. */

struct _TdPrintParcel
{
  GObject parent_instance;

  int fd;
  char *title;
  double width, height; /* of a page, mm */
  char *printer;
  char *tray;
  int copies;
  gint64 chunk_id;
};

G_DEFINE_FINAL_TYPE (TdPrintParcel, td_print_parcel, G_TYPE_OBJECT)

static void
td_print_parcel_finalize (GObject *object)
{
  TdPrintParcel *self = TD_PRINT_PARCEL (object);

  if (self->fd >= 0)
    close (self->fd);
  g_free (self->title);
  g_free (self->printer);
  g_free (self->tray);
  G_OBJECT_CLASS (td_print_parcel_parent_class)->finalize (object);
}

static void
td_print_parcel_class_init (TdPrintParcelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_print_parcel_finalize;
}

static void
td_print_parcel_init (TdPrintParcel *self)
{
  self->fd = -1;
  self->copies = 1;
}

/* Its name is gone before the first byte is written. */
static gboolean
open_nameless (TdPrintParcel *self, GError **error)
{
  g_autofree char *path = NULL;

  self->fd = g_file_open_tmp ("thidua-XXXXXX", &path, error);
  return self->fd >= 0 && unlink (path) == 0 && fcntl (self->fd, F_SETFD, FD_CLOEXEC) == 0;
}

static void
page_cb (guint done, guint total, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf (_ ("%u of %u certificates"), done, total);

  td_job_report (user_data, (double) done / total, text);
}

/**
 * td_print_parcel_new:
 * @set: certificates that were read
 * @job: takes what is found on the pages; told how far it is
 * @cancellable: (nullable): stops between two pages
 * @error: return location
 *
 * Draws the pages as the printer needs them, the same bytes that td_certificate_print_job() saves. Pages with
 * something that blocks are not drawn.
 *
 * Returns: (transfer full): the parcel, to be addressed
 */
TdPrintParcel *
td_print_parcel_new (TdCertificateSet *set, TdJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdCertificateDocument) pages = td_certificate_set_make_document (set, job, cancellable, error);
  g_autoptr (TdPrintParcel) self = g_object_new (TD_TYPE_PRINT_PARCEL, NULL);
  g_autoptr (TdDocument) document = NULL;
  g_autoptr (GError) local = NULL;
  TdPdfInfo info;

  if (pages == NULL)
    return NULL;
  if (td_findings_block (td_job_get_findings (job)))
    {
      td_job_refuse (job, error);
      return NULL;
    }
  document = set->calibration != NULL ? td_calibration_correct (TD_DOCUMENT (pages), set->calibration) : g_object_ref (TD_DOCUMENT (pages));
  self->title = g_strdup_printf ("%s %s", td_template_get_title (td_certificate_set_get_template (set, 0)), set->decision->number != NULL ? set->decision->number : "");
  g_strchomp (self->title);
  info = td_certificate_set_get_info (set);
  td_document_get_page_size (document, 0, &self->width, &self->height);
  if (open_nameless (self, &local) && td_document_write_pdf_to (document, self->fd, &info, page_cb, job, cancellable, &local))
    return g_steal_pointer (&self);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The pages for the printer could not be written: %s."), local != NULL ? local->message : g_strerror (errno));
  return NULL;
}

/**
 * td_print_parcel_address:
 * @self: a parcel
 * @printer: name of the queue
 * @tray: (nullable): its tray
 * @copies: how many
 */
void
td_print_parcel_address (TdPrintParcel *self, const char *printer, const char *tray, int copies)
{
  self->printer = g_strdup (printer);
  self->tray = g_strdup (tray);
  self->copies = copies;
}

/**
 * td_print_parcel_set_chunk:
 * @self: a parcel
 * @chunk_id: what is in it
 */
void
td_print_parcel_set_chunk (TdPrintParcel *self, gint64 chunk_id)
{
  self->chunk_id = chunk_id;
}

/**
 * td_print_parcel_get_chunk:
 * @self: a parcel
 *
 * Returns: the chunk in it, 0 for a test sheet
 */
gint64
td_print_parcel_get_chunk (TdPrintParcel *self)
{
  return self->chunk_id;
}

/**
 * td_print_parcel_send:
 * @self: a parcel with an address
 * @tag: (nullable): the mark its job gets
 * @held: whether it waits until it is released
 * @cancellable: (nullable): stops it
 * @error: #TdSpoolError
 *
 * Waits for the print service: not for the main thread of the window.
 *
 * Returns: (transfer full): the job, see td_spool_submit()
 */
TdSpoolJob *
td_print_parcel_send (TdPrintParcel *self, const char *tag, gboolean held, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  TdSpoolRequest request = { .printer = self->printer, .title = self->title, .tag = tag, .width = self->width, .height = self->height, .tray = self->tray, .copies = self->copies, .held = held };

  g_return_val_if_fail (self->printer != NULL, NULL);

  return td_spool_submit (&request, path, cancellable, error);
}
