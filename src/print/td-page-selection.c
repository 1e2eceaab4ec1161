/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-page-selection"

#include "config.h"

#include "td-page-selection.h"

/**
 * TdPageSelection:
 *
 * Some pages of another document.
 */
struct _TdPageSelection
{
  GObject parent_instance;

  TdDocument *document;
  guint *pages;
  guint n_pages;
};

static void td_page_selection_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdPageSelection, td_page_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_page_selection_document_init))

static guint
td_page_selection_get_n_pages (TdDocument *document)
{
  return TD_PAGE_SELECTION (document)->n_pages;
}

static void
td_page_selection_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  TdPageSelection *self = TD_PAGE_SELECTION (document);

  td_document_get_page_size (self->document, self->pages[n], width, height);
}

static void
td_page_selection_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdPageSelection *self = TD_PAGE_SELECTION (document);

  td_document_draw_page (self->document, cr, self->pages[n]);
}

static gboolean
td_page_selection_finish_pdf (TdDocument *document, TdPdfUpdate *update, GError **error)
{
  TdDocument *inner = TD_PAGE_SELECTION (document)->document;

  return TD_DOCUMENT_GET_IFACE (inner)->finish_pdf == NULL || TD_DOCUMENT_GET_IFACE (inner)->finish_pdf (inner, update, error);
}

static const char *
td_page_selection_get_bookmark (TdDocument *document, guint n, const char **head)
{
  TdPageSelection *self = TD_PAGE_SELECTION (document);

  return td_document_get_bookmark (self->document, self->pages[n], head);
}

static void
td_page_selection_finalize (GObject *object)
{
  TdPageSelection *self = TD_PAGE_SELECTION (object);

  g_clear_object (&self->document);
  g_free (self->pages);
  G_OBJECT_CLASS (td_page_selection_parent_class)->finalize (object);
}

static void
td_page_selection_class_init (TdPageSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_page_selection_finalize;
}

static void
td_page_selection_init (TdPageSelection *self)
{
}

static void
td_page_selection_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_page_selection_get_n_pages;
  iface->get_page_size = td_page_selection_get_page_size;
  iface->draw_page = td_page_selection_draw_page;
  iface->finish_pdf = td_page_selection_finish_pdf;
  iface->get_bookmark = td_page_selection_get_bookmark;
}

/**
 * td_page_selection_new:
 * @document: a document
 * @pages: (array length=n_pages): pages of it, from 0, in the order they are to come
 * @n_pages: how many
 *
 * Returns: (transfer full): these pages
 */
TdDocument *
td_page_selection_new (TdDocument *document, const guint *pages, guint n_pages)
{
  TdPageSelection *self;

  g_return_val_if_fail (TD_IS_DOCUMENT (document) && pages != NULL && n_pages > 0, NULL);

  self = g_object_new (TD_TYPE_PAGE_SELECTION, NULL);
  self->document = g_object_ref (document);
  self->pages = g_memdup2 (pages, n_pages * sizeof *pages);
  self->n_pages = n_pages;
  return TD_DOCUMENT (self);
}
