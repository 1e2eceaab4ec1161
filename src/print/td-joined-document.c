/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-joined-document"

#include "config.h"

#include "td-joined-document.h"

/**
 * TdJoinedDocument:
 *
 * Several documents in one, each with its own size of page. One thread at a time may use it.
 */
struct _TdJoinedDocument
{
  GObject parent_instance;

  GPtrArray *parts; /* TdDocument */
  GArray *ends;     /* guint: the first page after each part */
};

static void td_joined_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdJoinedDocument, td_joined_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_joined_document_document_init))

static guint
td_joined_document_get_n_pages (TdDocument *document)
{
  TdJoinedDocument *self = TD_JOINED_DOCUMENT (document);

  return g_array_index (self->ends, guint, self->ends->len - 1);
}

/* The part the page is of; @n becomes its page there. */
static TdDocument *
find_part (TdJoinedDocument *self, guint *n)
{
  guint low = 0, high = self->parts->len - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (*n < g_array_index (self->ends, guint, middle))
        high = middle;
      else
        low = middle + 1;
    }
  *n -= low > 0 ? g_array_index (self->ends, guint, low - 1) : 0;
  return g_ptr_array_index (self->parts, low);
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
  g_ptr_array_unref (TD_JOINED_DOCUMENT (object)->parts);
  g_array_unref (TD_JOINED_DOCUMENT (object)->ends);
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
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
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
 * @documents: (element-type TdDocument): at least one; of documents whose PDF needs nothing done at its end
 *
 * Returns: (transfer full): the pages of all, in their order
 */
TdDocument *
td_joined_document_new (GPtrArray *documents)
{
  TdJoinedDocument *self;
  guint end = 0;

  g_return_val_if_fail (documents->len > 0, NULL);

  self = g_object_new (TD_TYPE_JOINED_DOCUMENT, NULL);
  for (guint i = 0; i < documents->len; i++)
    {
      TdDocument *part = g_ptr_array_index (documents, i);

      g_warn_if_fail (TD_DOCUMENT_GET_IFACE (part)->finish_pdf == NULL);
      end += td_document_get_n_pages (part);
      g_ptr_array_add (self->parts, g_object_ref (part));
      g_array_append_val (self->ends, end);
    }
  return TD_DOCUMENT (self);
}
