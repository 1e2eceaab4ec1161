/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-mapped-document"

#include "config.h"

#include "td-mapped-document.h"

/**
 * TdMappedDocument:
 *
 * Another document drawn through a map, as a printer needs it that shifts and scales. Pages keep
 * their size; what the map moves off the sheet is lost, as it would be on paper. One thread at a
 * time may use it.
 */
struct _TdMappedDocument
{
  GObject parent_instance;

  TdDocument *document;
  cairo_matrix_t map;
};

static void td_mapped_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdMappedDocument, td_mapped_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_mapped_document_document_init))

static guint
td_mapped_document_get_n_pages (TdDocument *document)
{
  return td_document_get_n_pages (TD_MAPPED_DOCUMENT (document)->document);
}

static void
td_mapped_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  td_document_get_page_size (TD_MAPPED_DOCUMENT (document)->document, n, width, height);
}

static void
td_mapped_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdMappedDocument *self = TD_MAPPED_DOCUMENT (document);

  cairo_transform (cr, &self->map);
  td_document_draw_page (self->document, cr, n);
}

static gboolean
td_mapped_document_finish_pdf (TdDocument *document, TdPdfUpdate *update, GError **error)
{
  TdDocument *inner = TD_MAPPED_DOCUMENT (document)->document;

  return TD_DOCUMENT_GET_IFACE (inner)->finish_pdf == NULL || TD_DOCUMENT_GET_IFACE (inner)->finish_pdf (inner, update, error);
}

static const char *
td_mapped_document_get_bookmark (TdDocument *document, guint n, const char **head)
{
  return td_document_get_bookmark (TD_MAPPED_DOCUMENT (document)->document, n, head);
}

static void
td_mapped_document_finalize (GObject *object)
{
  g_clear_object (&TD_MAPPED_DOCUMENT (object)->document);
  G_OBJECT_CLASS (td_mapped_document_parent_class)->finalize (object);
}

static void
td_mapped_document_class_init (TdMappedDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_mapped_document_finalize;
}

static void
td_mapped_document_init (TdMappedDocument *self)
{
}

static void
td_mapped_document_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_mapped_document_get_n_pages;
  iface->get_page_size = td_mapped_document_get_page_size;
  iface->draw_page = td_mapped_document_draw_page;
  iface->finish_pdf = td_mapped_document_finish_pdf;
  iface->get_bookmark = td_mapped_document_get_bookmark;
}

/**
 * td_mapped_document_new:
 * @document: any document
 * @map: from where something should stand to where it is drawn, millimetres from the sheet's top
 *   left corner, such as td_calibration_values_get_correction() gives
 *
 * The preview shows @document, the printer gets this.
 *
 * Returns: (transfer full): the same pages through @map
 */
TdDocument *
td_mapped_document_new (TdDocument *document, const cairo_matrix_t *map)
{
  TdMappedDocument *self;

  g_return_val_if_fail (TD_IS_DOCUMENT (document) && map != NULL, NULL);

  self = g_object_new (TD_TYPE_MAPPED_DOCUMENT, NULL);
  self->document = g_object_ref (document);
  self->map = *map;
  return TD_DOCUMENT (self);
}
