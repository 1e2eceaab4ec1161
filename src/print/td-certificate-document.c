/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-certificate-code.h"
#include "td-certificate-look.h"
#include "td-finding.h"
#include "td-pdf-grounds.h"

/**
 * TdCertificateDocument:
 *
 * A page per recipient, in the order given, each in the look that suits it. One thread at a time may use it.
 */
struct _TdCertificateDocument
{
  GObject parent_instance;

  GPtrArray *looks; /* TdCertificateLook */
  TdRecipients *recipients;
  GArray *pages;         /* TdCertificateLeaf */
  TdPdfGrounds *grounds; /* what lies under the variable boxes */
  GPtrArray *ornaments;  /* TdOrnament; looks with the same share it */
  GHashTable *in_file;   /* set of those in the file that is being written */
  TdPicture *emblem;
};

/* The file that is being written has been seen. */
static const cairo_user_data_key_t seen_key;

static void td_certificate_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdCertificateDocument, td_certificate_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_certificate_document_document_init))

static TdCertificateLook *
get_look (TdCertificateDocument *self, guint n)
{
  return g_ptr_array_index (self->looks, g_array_index (self->pages, TdCertificateLeaf, n).template);
}

static GHashTable *
get_fields (TdCertificateDocument *self, guint n)
{
  return td_recipients_get (self->recipients, g_array_index (self->pages, TdCertificateLeaf, n).recipient);
}

static const char *
get_field (TdCertificateDocument *self, guint n, const char *name)
{
  const char *value = g_hash_table_lookup (get_fields (self, n), name);

  return value != NULL ? value : "";
}

static guint
td_certificate_document_get_n_pages (TdDocument *document)
{
  return TD_CERTIFICATE_DOCUMENT (document)->pages->len;
}

static void
td_certificate_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  TdTemplate *template = get_look (TD_CERTIFICATE_DOCUMENT (document), n)->template;

  *width = td_template_get_width (template);
  *height = td_template_get_height (template);
}

typedef struct
{
  TdCertificateLook *look;
  GHashTable *fields;
} GroundCase;

static void
draw_ground_cb (cairo_t *cr, gpointer user_data)
{
  GroundCase *page = user_data;

  td_certificate_look_draw_ground (page->look, cr, page->fields, TRUE);
}

static void
draw_ground_once (TdCertificateDocument *self, TdCertificateLook *look, cairo_t *cr, GHashTable *fields)
{
  GroundCase page = { look, fields };
  g_autofree char *key = td_certificate_look_dup_ground_key (look, fields);

  if (cairo_surface_get_user_data (cairo_get_target (cr), &seen_key) != self)
    g_hash_table_remove_all (self->in_file);
  cairo_surface_set_user_data (cairo_get_target (cr), &seen_key, self, NULL);
  if (look->ornament != NULL)
    g_hash_table_add (self->in_file, look->ornament);
  td_pdf_grounds_paint (self->grounds, cr, td_template_get_width (look->template), td_template_get_height (look->template), key, draw_ground_cb, &page);
}

static void
td_certificate_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdCertificateDocument *self = TD_CERTIFICATE_DOCUMENT (document);
  TdCertificateLook *look;
  GHashTable *fields;

  g_return_if_fail (n < self->pages->len);

  look = get_look (self, n);
  fields = get_fields (self, n);
  if (td_document_is_in_pdf (cr) && (look->flags != TD_CERTIFICATE_ON_STOCK || look->stock != NULL))
    draw_ground_once (self, look, cr, fields);
  else
    td_certificate_look_draw_ground (look, cr, fields, FALSE);
  td_certificate_look_draw_boxes (look, cr, fields, FALSE);
  if (*get_field (self, n, TD_CERTIFICATE_CODE) != '\0')
    td_certificate_code_draw (look->template, cr, get_field (self, n, TD_CERTIFICATE_CODE));
}

static gboolean
td_certificate_document_finish_pdf (TdDocument *document, TdPdfUpdate *update, GError **error)
{
  TdCertificateDocument *self = TD_CERTIFICATE_DOCUMENT (document);

  if (!td_pdf_grounds_write (self->grounds, update, error))
    return FALSE;
  for (guint i = 0; i < self->ornaments->len; i++)
    if (g_hash_table_contains (self->in_file, g_ptr_array_index (self->ornaments, i)) && !td_ornament_write_into_pdf (g_ptr_array_index (self->ornaments, i), update, error))
      return FALSE;
  return TRUE;
}

static const char *
td_certificate_document_get_bookmark (TdDocument *document, guint n, const char **head)
{
  TdCertificateDocument *self = TD_CERTIFICATE_DOCUMENT (document);

  *head = get_field (self, n, TD_CERTIFICATE_UNIT);
  return get_field (self, n, TD_CERTIFICATE_SUBJECT_LINE);
}

static void
td_certificate_document_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_certificate_document_get_n_pages;
  iface->get_page_size = td_certificate_document_get_page_size;
  iface->draw_page = td_certificate_document_draw_page;
  iface->finish_pdf = td_certificate_document_finish_pdf;
  iface->get_bookmark = td_certificate_document_get_bookmark;
}

static void
td_certificate_document_finalize (GObject *object)
{
  TdCertificateDocument *self = TD_CERTIFICATE_DOCUMENT (object);

  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->grounds, td_pdf_grounds_free);
  g_clear_pointer (&self->in_file, g_hash_table_unref);
  g_clear_pointer (&self->ornaments, g_ptr_array_unref);
  g_clear_pointer (&self->emblem, td_picture_unref);
  g_clear_pointer (&self->recipients, td_recipients_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  G_OBJECT_CLASS (td_certificate_document_parent_class)->finalize (object);
}

static void
td_certificate_document_class_init (TdCertificateDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_certificate_document_finalize;
}

static void
td_certificate_document_init (TdCertificateDocument *self)
{
  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) td_certificate_look_free);
  self->ornaments = g_ptr_array_new_with_free_func ((GDestroyNotify) td_ornament_free);
  self->in_file = g_hash_table_new (NULL, NULL);
}

static TdOrnament *
share_ornament (TdCertificateDocument *self, TdCertificateLook *look)
{
  TdOrnament *ornament = td_certificate_look_make_ornament (look);

  for (guint i = 0; ornament != NULL && i < self->ornaments->len; i++)
    if (td_ornament_equal (ornament, g_ptr_array_index (self->ornaments, i)))
      {
        td_ornament_free (ornament);
        return g_ptr_array_index (self->ornaments, i);
      }
  if (ornament == NULL)
    return NULL;
  td_ornament_set_number (ornament, self->ornaments->len);
  g_ptr_array_add (self->ornaments, ornament);
  return ornament;
}

/* What pages have in common, as the blanks are. */
static void
make_grounds (TdCertificateDocument *self)
{
  g_clear_pointer (&self->grounds, td_pdf_grounds_free);
  self->grounds = td_pdf_grounds_new ();
  g_hash_table_remove_all (self->in_file);
  g_ptr_array_set_size (self->ornaments, 0);
  for (guint i = 0; i < self->looks->len; i++)
    {
      TdCertificateLook *look = g_ptr_array_index (self->looks, i);

      look->ornament = share_ornament (self, look);
      look->emblem = self->emblem;
    }
}

/**
 * td_certificate_document_new_mixed:
 * @templates: (element-type TdTemplate): how pages look
 * @recipients: what certificates say
 * @pages: (element-type TdCertificateLeaf): which of them stands on each page, and in which template
 * @keep_together: (nullable): phrases that stay on one line, from data/catalogue/keep-together.txt
 * @flags: on stock or on white paper, trial or real
 *
 * Returns: (transfer full): the certificates as pages
 */
TdCertificateDocument *
td_certificate_document_new_mixed (GPtrArray *templates, TdRecipients *recipients, GArray *pages, const char *const *keep_together, TdCertificateFlags flags)
{
  TdCertificateDocument *self;

  g_return_val_if_fail (templates != NULL && templates->len > 0 && recipients != NULL && pages != NULL, NULL);

  self = g_object_new (TD_TYPE_CERTIFICATE_DOCUMENT, NULL);
  for (guint i = 0; i < templates->len; i++)
    g_ptr_array_add (self->looks, td_certificate_look_new (g_ptr_array_index (templates, i), keep_together, flags));
  self->recipients = td_recipients_ref (recipients);
  self->pages = g_array_ref (pages);
  make_grounds (self);
  return self;
}

/**
 * td_certificate_document_new:
 * @template: how every page looks
 * @recipients: (element-type GHashTable): the fields of each page, names as above, copied
 * @keep_together: (nullable): phrases that stay on one line, from data/catalogue/keep-together.txt
 * @flags: on stock or on white paper, trial or real
 *
 * Returns: (transfer full): the certificates as pages
 */
TdCertificateDocument *
td_certificate_document_new (TdTemplate *template, GPtrArray *recipients, const char *const *keep_together, TdCertificateFlags flags)
{
  g_autoptr (TdRecipients) copies = td_recipients_new ();
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (TdCertificateLeaf));
  g_autoptr (GPtrArray) templates = g_ptr_array_new ();

  g_return_val_if_fail (TD_IS_TEMPLATE (template) && recipients != NULL, NULL);

  g_ptr_array_add (templates, template);
  for (guint i = 0; i < recipients->len; i++)
    {
      TdCertificateLeaf page = { i, 0 };

      td_recipients_add (copies, g_ptr_array_index (recipients, i));
      g_array_append_val (pages, page);
    }
  return td_certificate_document_new_mixed (templates, copies, pages, keep_together, flags);
}

/**
 * td_certificate_document_set_stock:
 * @self: certificates, before any page is drawn
 * @parts: (nullable) (element-type utf8 utf8): what this batch of blanks carries already: ids of boxes, "ornament"
 *   and "emblem", each with the words it says, see td_preprinted_match(); empty for whatever they are; %NULL for what
 *   blanks carry as a rule
 * @places: (nullable) (element-type utf8 GArray): for those with dots, where what is written on them begins, double,
 *   millimetres from the left edge; without it each piece stands where it would among its words
 *
 * What is pre-printed differs from one batch of blanks to the next: all else is printed.
 */
void
td_certificate_document_set_stock (TdCertificateDocument *self, GHashTable *parts, GHashTable *places)
{
  g_return_if_fail (TD_IS_CERTIFICATE_DOCUMENT (self));

  for (guint i = 0; i < self->looks->len; i++)
    td_certificate_look_set_stock (g_ptr_array_index (self->looks, i), parts, places);
  make_grounds (self);
}

/**
 * td_certificate_document_set_layouts:
 * @self: certificates, before any page is drawn
 * @layouts: (nullable) (element-type TdAwardLayout): what was changed for single recipients; a
 *   certificate takes those of its template whose award is its %TD_CERTIFICATE_AWARD_ID
 */
void
td_certificate_document_set_layouts (TdCertificateDocument *self, GPtrArray *layouts)
{
  g_return_if_fail (TD_IS_CERTIFICATE_DOCUMENT (self));

  for (guint i = 0; i < self->looks->len; i++)
    td_certificate_look_set_layouts (g_ptr_array_index (self->looks, i), layouts);
}

/**
 * td_certificate_document_take_emblem:
 * @self: certificates, before any page is drawn
 * @emblem: (nullable) (transfer full): the official drawing the office has supplied
 *
 * On white paper the state emblem is drawn from this and nothing else; without it its place stays empty, and
 * td_certificate_document_check() says so.
 */
void
td_certificate_document_take_emblem (TdCertificateDocument *self, TdPicture *emblem)
{
  g_return_if_fail (TD_IS_CERTIFICATE_DOCUMENT (self));

  g_clear_pointer (&self->emblem, td_picture_unref);
  self->emblem = emblem;
  make_grounds (self);
}

/**
 * td_certificate_document_get_box_state:
 * @self: certificates
 * @n: a page, from 0
 * @box_n: a box of the template, from 0
 *
 * Returns: how the box stands on this page
 */
TdCertificateBoxState
td_certificate_document_get_box_state (TdCertificateDocument *self, guint n, guint box_n)
{
  TdCertificateLook *look;
  const TdTemplateBox *box;

  g_return_val_if_fail (TD_IS_CERTIFICATE_DOCUMENT (self) && n < self->pages->len, TD_CERTIFICATE_BOX_ABSENT);

  look = get_look (self, n);
  g_return_val_if_fail (box_n < td_template_get_n_boxes (look->template), TD_CERTIFICATE_BOX_ABSENT);
  box = td_template_get_box (look->template, box_n);
  if (!td_certificate_look_is_drawn (look, box, get_fields (self, n)))
    return TD_CERTIFICATE_BOX_ABSENT;
  return td_certificate_look_fill (look, box_n, get_fields (self, n), NULL)->fit->overflow ? TD_CERTIFICATE_BOX_OVERFLOWS : TD_CERTIFICATE_BOX_FITS;
}

/**
 * td_certificate_document_dup_broken:
 * @self: a document
 * @n: a page, from 0
 * @box_id: a box of its template
 * @text: what it is to say there
 *
 * Returns: (transfer full) (nullable): the same text with the ends of lines it has there; %NULL when there is no such box
 */
char *
td_certificate_document_dup_broken (TdCertificateDocument *self, guint n, const char *box_id, const char *text)
{
  TdCertificateLook *look = get_look (self, n);
  const TdTemplateBox *box = td_template_find_box (look->template, box_id);

  return box != NULL ? td_certificate_look_dup_broken (look, box, text) : NULL;
}

/**
 * td_certificate_document_check:
 * @self: certificates
 * @cancellable: (nullable): stops between two pages
 *
 * Looks at every page before any is printed: text that does not fit, letters no font has or that
 * come from another font, fields left empty, words that contradict what the stock carries.
 *
 * Returns: (transfer full) (element-type TdFinding): what was found
 */
GPtrArray *
td_certificate_document_check (TdCertificateDocument *self, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  gboolean wants_emblem = FALSE;

  g_return_val_if_fail (TD_IS_CERTIFICATE_DOCUMENT (self), NULL);

  for (guint i = 0; i < self->looks->len; i++)
    {
      td_certificate_look_begin_check (g_ptr_array_index (self->looks, i), findings);
      wants_emblem = wants_emblem || td_certificate_look_wants_emblem (g_ptr_array_index (self->looks, i));
    }
  if (self->emblem == NULL && wants_emblem)
    g_ptr_array_add (findings, td_finding_new ("certificate-emblem-missing", TD_SEVERITY_WARNING, _ ("The state emblem is missing: the office has not supplied its official file yet.")));
  for (guint n = 0; n < self->pages->len && !g_cancellable_is_cancelled (cancellable); n++)
    {
      const TdCertificateCheck check = { get_fields (self, n), n + 1, findings };

      td_certificate_look_check (get_look (self, n), &check);
    }
  return g_steal_pointer (&findings);
}
