/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "td-pdf-update.h"

G_BEGIN_DECLS

#define TD_TYPE_DOCUMENT (td_document_get_type ())
G_DECLARE_INTERFACE (TdDocument, td_document, TD, DOCUMENT, GObject)

/**
 * TdDocumentInterface:
 * @get_n_pages: how many pages there are
 * @get_page_size: the size of page @n in millimetres, as it lies before the reader
 * @draw_page: draws page @n (from 0) on @cr, whose user space is millimetres with the origin at
 *   the sheet's top left corner
 * @finish_pdf: (nullable): may change the finished PDF before it takes its name;
 *   td_document_is_in_pdf() tells draw_page that this will follow
 * @get_bookmark: (nullable): what page @n is called in a PDF's list of pages, and under which
 *   head it stands there, %NULL for none; both are lent until another page is asked about
 *
 * Pages ready to be drawn: on the screen, into a PDF and on paper it is one drawing.
 */
struct _TdDocumentInterface
{
  GTypeInterface parent_iface;

  guint (*get_n_pages) (TdDocument *self);
  void (*get_page_size) (TdDocument *self, guint n, double *width, double *height);
  void (*draw_page) (TdDocument *self, cairo_t *cr, guint n);
  gboolean (*finish_pdf) (TdDocument *self, TdPdfUpdate *update, GError **error);
  const char *(*get_bookmark) (TdDocument *self, guint n, const char **head);
};

/**
 * TdPdfInfo:
 * @title: (nullable): title of the document
 * @author: (nullable): whose document it is
 * @bookmarks: whether its pages are listed with their names, see get_bookmark
 *
 * What a PDF says of itself, beside its language: documents are Vietnamese.
 */
typedef struct
{
  const char *title;
  const char *author;
  gboolean bookmarks;
} TdPdfInfo;

typedef void (*TdDocumentProgress) (guint done, guint total, gpointer user_data);

guint td_document_get_n_pages (TdDocument *self);
void td_document_get_page_size (TdDocument *self, guint n, double *width, double *height);
void td_document_draw_page (TdDocument *self, cairo_t *cr, guint n);
gboolean td_document_is_in_pdf (cairo_t *cr);
const char *td_document_get_bookmark (TdDocument *self, guint n, const char **head);
gboolean td_document_write_pdf_to (TdDocument *self, int fd, const TdPdfInfo *info, TdDocumentProgress progress,
                                   gpointer user_data, GCancellable *cancellable, GError **error);
gboolean td_document_write_pdf_with (TdDocument *self, const char *path, const TdPdfInfo *info,
                                     TdDocumentProgress progress, gpointer user_data,
                                     GCancellable *cancellable, GError **error);
gboolean td_document_write_pdf (TdDocument *self, const char *path, const char *title,
                                TdDocumentProgress progress, gpointer user_data,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
