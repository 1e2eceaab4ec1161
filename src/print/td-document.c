/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-document"

#include "config.h"

#include <cairo-pdf.h>
#include <errno.h>

#include "td-document.h"
#include "td-output.h"

#define POINTS_PER_MM (72.0 / 25.4)

G_DEFINE_INTERFACE (TdDocument, td_document, G_TYPE_OBJECT)

/* set on the surface that td_document_write_pdf() draws on */
static const cairo_user_data_key_t in_pdf_key;

static void
td_document_default_init (TdDocumentInterface *iface)
{
}

/**
 * td_document_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages it has
 */
guint
td_document_get_n_pages (TdDocument *self)
{
  g_return_val_if_fail (TD_IS_DOCUMENT (self), 0);

  return TD_DOCUMENT_GET_IFACE (self)->get_n_pages (self);
}

/**
 * td_document_get_page_size:
 * @self: a document
 * @n: a page, from 0
 * @width: (out): millimetres
 * @height: (out): millimetres
 */
void
td_document_get_page_size (TdDocument *self, guint n, double *width, double *height)
{
  g_return_if_fail (TD_IS_DOCUMENT (self));

  TD_DOCUMENT_GET_IFACE (self)->get_page_size (self, n, width, height);
}

/**
 * td_document_draw_page:
 * @self: a document
 * @cr: where to draw; user space in millimetres from the sheet's top left corner
 * @n: a page, from 0
 */
void
td_document_draw_page (TdDocument *self, cairo_t *cr, guint n)
{
  g_return_if_fail (TD_IS_DOCUMENT (self));

  cairo_save (cr);
  TD_DOCUMENT_GET_IFACE (self)->draw_page (self, cr, n);
  cairo_restore (cr);
}

/**
 * td_document_is_in_pdf:
 * @cr: what draw_page was given
 *
 * Returns: whether the page goes into a file that finish_pdf will see; other drawing must be whole
 *   by itself, even when it goes into a PDF
 */
gboolean
td_document_is_in_pdf (cairo_t *cr)
{
  return cairo_surface_get_user_data (cairo_get_target (cr), &in_pdf_key) != NULL;
}

typedef struct
{
  int fd;
  int error; /* errno of the first write that failed */
} PdfSink;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  PdfSink *sink = closure;

  if (td_output_write_all (sink->fd, (const char *) data, length))
    return CAIRO_STATUS_SUCCESS;
  sink->error = errno;
  return CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
draw_all (TdDocument *self, cairo_surface_t *surface, TdDocumentProgress progress, gpointer user_data,
          GCancellable *cancellable, GError **error)
{
  guint n_pages = td_document_get_n_pages (self);
  cairo_t *cr = cairo_create (surface);
  gboolean ok = TRUE;

  for (guint n = 0; ok && n < n_pages; n++)
    {
      double width, height;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          ok = FALSE;
          break;
        }
      td_document_get_page_size (self, n, &width, &height);
      cairo_pdf_surface_set_size (surface, width * POINTS_PER_MM, height * POINTS_PER_MM);
      cairo_save (cr);
      cairo_scale (cr, POINTS_PER_MM, POINTS_PER_MM);
      td_document_draw_page (self, cr, n);
      cairo_restore (cr);
      cairo_show_page (cr);
      ok = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
      if (progress != NULL)
        progress (n + 1, n_pages, user_data);
    }
  cairo_destroy (cr);
  return ok;
}

/**
 * td_document_get_bookmark:
 * @self: a document
 * @n: a page, from 0
 * @head: (out): under which head it stands, or %NULL
 *
 * Returns: (transfer none) (nullable): what the page is called, for documents whose pages have names; this and @head are
 *   lent until another page is asked about
 */
const char *
td_document_get_bookmark (TdDocument *self, guint n, const char **head)
{
  g_return_val_if_fail (TD_IS_DOCUMENT (self) && head != NULL, NULL);

  *head = NULL;
  return TD_DOCUMENT_GET_IFACE (self)->get_bookmark != NULL ? TD_DOCUMENT_GET_IFACE (self)->get_bookmark (self, n, head) : NULL;
}

/* Pages one after the other under their heads; a head that comes again, when pages are in another
 * order, is the same one. */
static void
add_bookmarks (TdDocument *self, cairo_surface_t *surface)
{
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint n = 0; n < td_document_get_n_pages (self); n++)
    {
      const char *head;
      const char *name = td_document_get_bookmark (self, n, &head);
      g_autofree char *place = g_strdup_printf ("page=%u", n + 1);
      int parent = CAIRO_PDF_OUTLINE_ROOT;

      if (name == NULL || *name == '\0')
        continue;
      if (head != NULL && *head != '\0')
        {
          parent = GPOINTER_TO_INT (g_hash_table_lookup (heads, head));
          if (parent == 0)
            {
              parent = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, head, place, 0);
              g_hash_table_insert (heads, g_strdup (head), GINT_TO_POINTER (parent));
            }
        }
      cairo_pdf_surface_add_outline (surface, parent, name, place, 0);
    }
}

/* What cairo has no way to say: the language, for readers that speak; the title instead of the
 * file's name in the window. */
static gboolean
put_language (TdPdfUpdate *update, GError **error)
{
  g_autofree char *catalogue = td_pdf_update_dup_dictionary (update, td_pdf_update_get_root (update), error);
  const char *end = catalogue != NULL ? g_strrstr (catalogue, ">>") : NULL;
  g_autofree char *text = NULL;

  if (end == NULL)
    return catalogue != NULL && td_pdf_update_fail (error);
  text = g_strdup_printf ("%.*s   /Lang (vi-VN)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>", (int) (end - catalogue), catalogue);
  return td_pdf_update_put (update, td_pdf_update_get_root (update), text, error);
}

static gboolean
finish (TdDocument *self, int fd, GError **error)
{
  g_autoptr (TdPdfUpdate) update = td_pdf_update_new (fd, error);

  return update != NULL
         && (TD_DOCUMENT_GET_IFACE (self)->finish_pdf == NULL || TD_DOCUMENT_GET_IFACE (self)->finish_pdf (self, update, error))
         && put_language (update, error) && td_pdf_update_write (update, error);
}

/**
 * td_document_write_pdf_to:
 * @self: a document with at least one page
 * @fd: an empty file, open for reading and writing; it stays open
 * @info: what the PDF says of itself
 * @progress: (nullable): told after each page
 * @user_data: for @progress
 * @cancellable: (nullable): stops between two pages
 * @error: return location
 *
 * Writes all pages into a PDF. It does not say when it was made: the same pages are the same bytes, so that what
 * a printer got can be held against what was saved.
 *
 * Returns: whether all of it is there
 */
gboolean
td_document_write_pdf_to (TdDocument *self, int fd, const TdPdfInfo *info, TdDocumentProgress progress, gpointer user_data,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  cairo_surface_t *surface;
  PdfSink sink = { fd, 0 };
  double width, height;
  gboolean ok;

  g_return_val_if_fail (TD_IS_DOCUMENT (self) && fd >= 0 && info != NULL, FALSE);
  g_return_val_if_fail (td_document_get_n_pages (self) > 0, FALSE);

  td_document_get_page_size (self, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, width * POINTS_PER_MM,
                                                 height * POINTS_PER_MM);
  /* Up to 1.4 every cairo writes a plain cross-reference table, which finish_pdf can continue. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_surface_set_user_data (surface, &in_pdf_key, self, NULL);
  if (info->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  if (info->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Thi Đua");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  ok = draw_all (self, surface, progress, user_data, cancellable, &local);
  if (ok && info->bookmarks)
    add_bookmarks (self, surface);
  cairo_surface_finish (surface);
  ok = ok && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && sink.error == 0;
  if (!ok && local == NULL)
    g_set_error_literal (&local, G_IO_ERROR, g_io_error_from_errno (sink.error != 0 ? sink.error : EIO),
                         sink.error != 0 ? g_strerror (sink.error)
                                         : cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  ok = ok && finish (self, sink.fd, &local);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&local));
  return ok;
}

/**
 * td_document_write_pdf_with:
 * @self: a document with at least one page
 * @path: the file to make or replace
 * @info: what the PDF says of itself
 * @progress: (nullable): told after each page
 * @user_data: for @progress
 * @cancellable: (nullable): stops between two pages
 * @error: return location
 *
 * td_document_write_pdf_to() a file that appears whole or not at all (#TdOutput).
 *
 * Returns: whether the file is there
 */
gboolean
td_document_write_pdf_with (TdDocument *self, const char *path, const TdPdfInfo *info,
                            TdDocumentProgress progress, gpointer user_data, GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (TdOutput) output = NULL;

  g_return_val_if_fail (TD_IS_DOCUMENT (self) && path != NULL && info != NULL, FALSE);
  g_return_val_if_fail (td_document_get_n_pages (self) > 0, FALSE);

  output = td_output_open (path, error);
  return output != NULL && td_document_write_pdf_to (self, td_output_get_fd (output), info, progress, user_data, cancellable, error)
         && td_output_finish (output, error);
}

/**
 * td_document_write_pdf:
 * @self: a document with at least one page
 * @path: the file to make or replace
 * @title: (nullable): title kept in the PDF
 * @progress: (nullable): told after each page
 * @user_data: for @progress
 * @cancellable: (nullable): stops between two pages
 * @error: return location
 *
 * td_document_write_pdf_with() a title alone.
 *
 * Returns: whether the file is there
 */
gboolean
td_document_write_pdf (TdDocument *self, const char *path, const char *title,
                       TdDocumentProgress progress, gpointer user_data, GCancellable *cancellable,
                       GError **error)
{
  const TdPdfInfo info = { .title = title };

  return td_document_write_pdf_with (self, path, &info, progress, user_data, cancellable, error);
}
