/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-joined-document"

#include "config.h"

#include "td-joined-document.h"

/**
 * TdJoinedDocument:
 *
 * Two documents in one, each with its own size of page. One thread at a time may use it.
 */
struct _TdJoinedDocument
{
  GObject parent_instance;

  TdDocument *first;
  TdDocument *second;
};

static void td_joined_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdJoinedDocument, td_joined_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_joined_document_document_init))

static TdDocument *
find_part (TdJoinedDocument *self, guint *n)
{
  guint n_first = td_document_get_n_pages (self->first);

  if (*n < n_first)
    return self->first;
  *n -= n_first;
  return self->second;
}

static guint
td_joined_document_get_n_pages (TdDocument *document)
{
  TdJoinedDocument *self = TD_JOINED_DOCUMENT (document);

  return td_document_get_n_pages (self->first) + td_document_get_n_pages (self->second);
}

static void
td_joined_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  TdDocument *part = find_part (TD_JOINED_DOCUMENT (document), &n);

  td_document_get_page_size (part, n, width, height);
}

static void
td_joined_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdDocument *part = find_part (TD_JOINED_DOCUMENT (document), &n);

  td_document_draw_page (part, cr, n);
}

static void
td_joined_document_finalize (GObject *object)
{
  g_clear_object (&TD_JOINED_DOCUMENT (object)->first);
  g_clear_object (&TD_JOINED_DOCUMENT (object)->second);
  G_OBJECT_CLASS (td_joined_document_parent_class)->finalize (object);
}

static void
td_joined_document_class_init (TdJoinedDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_joined_document_finalize;
}

static void
td_joined_document_init (TdJoinedDocument *self)
{
}

static void
td_joined_document_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_joined_document_get_n_pages;
  iface->get_page_size = td_joined_document_get_page_size;
  iface->draw_page = td_joined_document_draw_page;
}

/**
 * td_joined_document_new:
 * @first: a document whose PDF needs nothing done at its end
 * @second: another
 *
 * Returns: (transfer full): the pages of both
 */
TdDocument *
td_joined_document_new (TdDocument *first, TdDocument *second)
{
  TdJoinedDocument *self;

  g_return_val_if_fail (TD_DOCUMENT_GET_IFACE (first)->finish_pdf == NULL && TD_DOCUMENT_GET_IFACE (second)->finish_pdf == NULL, NULL);

  self = g_object_new (TD_TYPE_JOINED_DOCUMENT, NULL);
  self->first = g_object_ref (first);
  self->second = g_object_ref (second);
  return TD_DOCUMENT (self);
}
