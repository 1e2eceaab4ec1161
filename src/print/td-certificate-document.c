/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "td-certificate-code.h"
#include "td-certificate-document.h"
#include "td-certificate-layouts.h"
#include "td-finding.h"
#include "td-fit-pieces.h"
#include "td-ornament.h"
#include "td-pdf-grounds.h"
#include "td-preprinted.h"
#include "td-template-pictures.h"

#define POINTS_PER_MM (72.0 / 25.4)

/* Parts of a certificate that are no boxes. */
#define PART_ORNAMENT "ornament"
#define PART_EMBLEM   "emblem"

/* What a box holds at the moment. Most boxes say the same on page after page, so the last text of
 * each is kept, and only that: memory does not grow with the pages. */
typedef struct
{
  TdFit *fit;
  char *text;
  double size;      /* largest asked for */
  guint max_lines;  /* and how many lines allowed */
  gboolean checked; /* the fit's findings have been told */
} Slot;

/**
 * TdCertificateDocument:
 *
 * A page per recipient, in the order given. One thread at a time may use it.
 */
struct _TdCertificateDocument
{
  GObject parent_instance;

  TdTemplate *template;
  GStringChunk *strings; /* what certificates share is kept once */
  GPtrArray *recipients; /* GHashTable of field → value, NFC, both in strings */
  TdCertificateFlags flags;
  GHashTable *stock;  /* what the blanks carry: part → its words, maybe empty; NULL: as the template says */
  GHashTable *places; /* part → GArray of double: where what is written on its dots begins, mm; NULL: as in the template */
  TdFitter *fitter;
  Slot *slots;           /* one per box */
  TdPdfGrounds *grounds; /* what lies under the variable boxes */
  TdFit *trial;
  TdOrnament *ornament;
  TdPicture *emblem;
  TdTemplatePictures *pictures;
  TdCertificateLayouts *layouts; /* what was changed for single recipients, or NULL */
};

static void td_certificate_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdCertificateDocument, td_certificate_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_certificate_document_document_init))

/* What was copied from other programs may be decomposed (macOS, some PDFs); printed and searched
 * text is NFC. Invalid bytes show as replacement characters instead of vanishing. */
static GHashTable *
copy_fields (GHashTable *fields, GStringChunk *strings)
{
  GHashTable *copy = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      g_autofree char *valid = g_utf8_make_valid (value != NULL ? value : "", -1);
      g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

      g_hash_table_insert (copy, g_string_chunk_insert_const (strings, name),
                           g_string_chunk_insert_const (strings, normal));
    }
  return copy;
}

static const char *
get_field (TdCertificateDocument *self, guint n, const char *name)
{
  const char *value = g_hash_table_lookup (g_ptr_array_index (self->recipients, n), name);

  return value != NULL ? value : "";
}

/* Whether this is on the paper before it is printed on. */
static gboolean
is_there (TdCertificateDocument *self, const char *part, gboolean as_a_rule)
{
  if (self->stock != NULL)
    return g_hash_table_contains (self->stock, part);
  return as_a_rule && (self->flags & TD_CERTIFICATE_WITH_ORNAMENT) == 0;
}

static gboolean
wants_emblem (TdCertificateDocument *self)
{
  return td_template_get_emblem_area (self->template)->width > 0 && !is_there (self, PART_EMBLEM, TRUE);
}

/* What the paper says in a box: NULL: nothing yet; "": all of it, whatever the words are. */
static const char *
get_carried (TdCertificateDocument *self, const TdTemplateBox *box)
{
  const char *as_a_rule = box->preprinted != NULL ? box->preprinted : "";
  const char *words;

  if (self->stock == NULL)
    return box->fixed && (self->flags & TD_CERTIFICATE_WITH_ORNAMENT) == 0 ? as_a_rule : NULL;
  words = g_hash_table_lookup (self->stock, box->id);
  /* no blank carries all of what differs from one certificate to the next: it carries what stands around it */
  return words != NULL && *words == '\0' && !box->fixed ? as_a_rule : words;
}

/* Whether there is something to print in a box. */
static gboolean
is_drawn (TdCertificateDocument *self, const TdTemplateBox *box, GHashTable *fields)
{
  const char *carried = get_carried (self, box);

  return td_template_box_applies (box, fields) && (carried == NULL || td_preprinted_has_gaps (carried));
}

static const TdAwardLayout *
find_layout (TdCertificateDocument *self, const TdTemplateBox *box, GHashTable *fields)
{
  return self->layouts != NULL ? td_certificate_layouts_find (self->layouts, g_hash_table_lookup (fields, TD_CERTIFICATE_AWARD_ID), box->id) : NULL;
}

static Slot *
fill_slot (TdCertificateDocument *self, guint box_n, GHashTable *fields, GPtrArray *empty)
{
  const TdTemplateBox *box = td_template_get_box (self->template, box_n);
  Slot *slot = &self->slots[box_n];
  TdFitStyle style = { box->family, box->size, box->min_size, box->bold, box->italic, box->line_spacing, box->max_lines };
  g_autofree char *text = td_award_layout_apply (find_layout (self, box, fields), box, fields, empty, &style);

  if (slot->fit != NULL && strcmp (slot->text, text) == 0 && slot->size == style.size && slot->max_lines == style.max_lines)
    return slot;
  g_clear_pointer (&slot->fit, td_fit_free);
  g_free (slot->text);
  slot->fit = td_fitter_fit (self->fitter, text, &style, box->area.width, box->area.height);
  slot->text = g_steal_pointer (&text);
  slot->size = style.size;
  slot->max_lines = style.max_lines;
  slot->checked = FALSE;
  return slot;
}

static guint
td_certificate_document_get_n_pages (TdDocument *document)
{
  return TD_CERTIFICATE_DOCUMENT (document)->recipients->len;
}

static void
td_certificate_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  TdCertificateDocument *self = TD_CERTIFICATE_DOCUMENT (document);

  *width = td_template_get_width (self->template);
  *height = td_template_get_height (self->template);
}

/* Very pale and under everything that is read. As shapes: its turned letters would get between the
 * lines of text that is copied or searched. */
static void
draw_trial_mark (TdCertificateDocument *self, cairo_t *cr)
{
  double width = td_template_get_width (self->template);
  double height = td_template_get_height (self->template);
  double length = hypot (width, height) * 0.48;

  if (self->trial == NULL)
    {
      const TdFitStyle style = { "Liberation Serif", 400, 10, TRUE, FALSE, 1.2, 1 };

      self->trial = td_fitter_fit (self->fitter, "BẢN THỬ", &style, length, height);
    }
  cairo_save (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, -atan2 (height, width));
  cairo_set_source_rgb (cr, 0.935, 0.94, 0.95);
  cairo_new_path (cr);
  td_fit_fill_outline (self->trial, cr, -length / 2, -length / 2, length, length);
  cairo_restore (cr);
}

/* The whole text, or what belongs on the dots of the blank. */
static void
draw_box (TdCertificateDocument *self, cairo_t *cr, const TdTemplateBox *asked, const Slot *slot, const TdAwardLayout *layout)
{
  TdTemplateBox moved = *asked;
  const TdTemplateBox *box = &moved;
  const char *carried = get_carried (self, box);
  g_autoptr (GArray) gaps = NULL;
  GArray *places = self->places != NULL ? g_hash_table_lookup (self->places, box->id) : NULL;

  if (layout != NULL)
    {
      moved.area.x += layout->dx / 1000.0;
      moved.area.y += layout->dy / 1000.0;
    }
  cairo_set_source_rgb (cr, box->red, box->green, box->blue);
  if (carried == NULL)
    td_fit_draw (slot->fit, cr, box->area.x, box->area.y, box->area.width, box->area.height,
                 (TdFitPlace) box->align, (TdFitPlace) box->valign, box->underscore);
  else if (td_preprinted_match (carried, slot->fit->text, &gaps))
    td_fit_draw_pieces (slot->fit, self->fitter, cr, box, gaps, places != NULL ? (const double *) (gpointer) places->data : NULL,
                        places != NULL ? places->len : 0);
}

static void
draw_boxes (TdCertificateDocument *self, cairo_t *cr, GHashTable *fields, gboolean fixed)
{
  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (self->template, i);

      if (box->fixed != fixed || !is_drawn (self, box, fields))
        continue;
      draw_box (self, cr, box, fill_slot (self, i, fields, NULL), find_layout (self, box, fields));
    }
}

/* All that pages have in common. */
static void
draw_ground (TdCertificateDocument *self, cairo_t *cr, GHashTable *fields, gboolean in_pdf)
{
  const TdTemplateArea *emblem = td_template_get_emblem_area (self->template);

  if (self->ornament != NULL && in_pdf)
    td_ornament_draw_placeholder (self->ornament, cr);
  else if (self->ornament != NULL)
    td_ornament_draw (self->ornament, cr);
  if ((self->flags & TD_CERTIFICATE_TRIAL) != 0)
    draw_trial_mark (self, cr);
  if (self->emblem != NULL && wants_emblem (self))
    td_picture_draw (self->emblem, cr, emblem->x, emblem->y, emblem->width, emblem->height);
  for (guint i = 0; i < td_template_get_n_pictures (self->template); i++)
    if (!is_there (self, td_template_get_picture (self->template, i)->id, td_template_get_picture (self->template, i)->fixed))
      td_template_pictures_draw (self->pictures, i, cr);
  draw_boxes (self, cr, fields, TRUE);
}

static char *
dup_ground_key (TdCertificateDocument *self, GHashTable *fields)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (self->template, i);
      const TdAwardLayout *layout;
      TdFitStyle style = { 0 };
      g_autofree char *text = NULL;

      if (!box->fixed || !is_drawn (self, box, fields))
        continue;
      layout = find_layout (self, box, fields);
      text = td_award_layout_apply (layout, box, fields, NULL, &style);
      g_string_append_printf (key, "%u %s\n", i, text);
      if (layout != NULL)
        g_string_append_printf (key, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", layout->dx, layout->dy, layout->size);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

typedef struct
{
  TdCertificateDocument *self;
  GHashTable *fields;
} GroundCase;

static void
draw_ground_cb (cairo_t *cr, gpointer user_data)
{
  GroundCase *page = user_data;

  draw_ground (page->self, cr, page->fields, TRUE);
}

static void
draw_ground_once (TdCertificateDocument *self, cairo_t *cr, GHashTable *fields)
{
  GroundCase page = { self, fields };
  g_autofree char *key = dup_ground_key (self, fields);

  td_pdf_grounds_paint (self->grounds, cr, key, draw_ground_cb, &page);
}

static void
td_certificate_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdCertificateDocument *self = TD_CERTIFICATE_DOCUMENT (document);
  GHashTable *fields;

  g_return_if_fail (n < self->recipients->len);

  fields = g_ptr_array_index (self->recipients, n);
  if (td_document_is_in_pdf (cr) && (self->flags != TD_CERTIFICATE_ON_STOCK || self->stock != NULL))
    draw_ground_once (self, cr, fields);
  else
    draw_ground (self, cr, fields, FALSE);
  draw_boxes (self, cr, fields, FALSE);
  if (*get_field (self, n, TD_CERTIFICATE_CODE) != '\0')
    td_certificate_code_draw (self->template, cr, get_field (self, n, TD_CERTIFICATE_CODE));
}

static gboolean
td_certificate_document_finish_pdf (TdDocument *document, TdPdfUpdate *update, GError **error)
{
  TdCertificateDocument *self = TD_CERTIFICATE_DOCUMENT (document);

  return td_pdf_grounds_write (self->grounds, update, error)
         && (self->ornament == NULL || td_ornament_write_into_pdf (self->ornament, update, error));
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

  for (guint i = 0; self->slots != NULL && i < td_template_get_n_boxes (self->template); i++)
    {
      g_clear_pointer (&self->slots[i].fit, td_fit_free);
      g_free (self->slots[i].text);
    }
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->grounds, td_pdf_grounds_free);
  g_clear_pointer (&self->trial, td_fit_free);
  g_clear_pointer (&self->fitter, td_fitter_free);
  g_clear_pointer (&self->ornament, td_ornament_free);
  g_clear_pointer (&self->emblem, td_picture_unref);
  g_clear_pointer (&self->pictures, td_template_pictures_free);
  g_clear_pointer (&self->layouts, td_certificate_layouts_free);
  g_clear_pointer (&self->stock, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_object (&self->template);
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
}

/* What all pages have in common, as the blanks are. */
static void
make_grounds (TdCertificateDocument *self)
{
  const TdTemplateArea *area = td_template_get_ornament_area (self->template);

  g_clear_pointer (&self->grounds, td_pdf_grounds_free);
  self->grounds = td_pdf_grounds_new (td_template_get_width (self->template), td_template_get_height (self->template));
  g_clear_pointer (&self->ornament, td_ornament_free);
  if (td_template_get_ornament (self->template) != NULL && !is_there (self, PART_ORNAMENT, TRUE))
    self->ornament = td_ornament_new (td_template_get_ornament (self->template), area->x, area->y, area->width, area->height);
}

/**
 * td_certificate_document_new:
 * @template: how a page looks
 * @recipients: (element-type GHashTable): the fields of each page, names as above, copied
 * @keep_together: (nullable): phrases that stay on one line, from data/catalogue/keep-together.txt
 * @flags: on stock or on white paper, trial or real
 *
 * Returns: (transfer full): the certificates as pages
 */
TdCertificateDocument *
td_certificate_document_new (TdTemplate *template, GPtrArray *recipients, const char *const *keep_together,
                             TdCertificateFlags flags)
{
  g_autofree const char **phrases = NULL;
  TdCertificateDocument *self;

  g_return_val_if_fail (TD_IS_TEMPLATE (template) && recipients != NULL, NULL);

  self = g_object_new (TD_TYPE_CERTIFICATE_DOCUMENT, NULL);
  self->template = g_object_ref (template);
  self->strings = g_string_chunk_new (4096);
  self->recipients = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < recipients->len; i++)
    g_ptr_array_add (self->recipients, copy_fields (g_ptr_array_index (recipients, i), self->strings));
  self->flags = flags;
  phrases = td_template_join_phrases (template, keep_together);
  self->fitter = td_fitter_new (phrases);
  self->slots = g_new0 (Slot, td_template_get_n_boxes (template));
  self->pictures = td_template_pictures_new (template);
  make_grounds (self);
  return self;
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

  g_clear_pointer (&self->stock, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  self->stock = parts != NULL ? g_hash_table_ref (parts) : NULL;
  self->places = places != NULL ? g_hash_table_ref (places) : NULL;
  make_grounds (self);
}

/**
 * td_certificate_document_set_layouts:
 * @self: certificates, before any page is drawn
 * @layouts: (nullable) (element-type TdAwardLayout): what was changed for single recipients, of this template; a
 *   certificate takes those whose award is its %TD_CERTIFICATE_AWARD_ID
 */
void
td_certificate_document_set_layouts (TdCertificateDocument *self, GPtrArray *layouts)
{
  g_return_if_fail (TD_IS_CERTIFICATE_DOCUMENT (self));

  g_clear_pointer (&self->layouts, td_certificate_layouts_free);
  self->layouts = layouts != NULL && layouts->len > 0 ? td_certificate_layouts_new (layouts) : NULL;
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
  GHashTable *fields;

  g_return_val_if_fail (TD_IS_CERTIFICATE_DOCUMENT (self) && n < self->recipients->len, TD_CERTIFICATE_BOX_ABSENT);
  g_return_val_if_fail (box_n < td_template_get_n_boxes (self->template), TD_CERTIFICATE_BOX_ABSENT);

  fields = g_ptr_array_index (self->recipients, n);
  if (!is_drawn (self, td_template_get_box (self->template, box_n), fields))
    return TD_CERTIFICATE_BOX_ABSENT;
  return fill_slot (self, box_n, fields, NULL)->fit->overflow ? TD_CERTIFICATE_BOX_OVERFLOWS : TD_CERTIFICATE_BOX_FITS;
}

static void
add_finding (TdCertificateDocument *self, GPtrArray *findings, guint n, const TdTemplateBox *box,
             TdFinding *finding)
{
  const char *subject = get_field (self, n, TD_CERTIFICATE_SUBJECT_LINE);
  g_autofree char *page = NULL, *where = NULL;

  if (*subject == '\0')
    {
      /* Translators: stands for the name of a person whose name is missing; %u counts from 1. */
      page = g_strdup_printf (_ ("Certificate %u"), n + 1);
      subject = page;
    }
  /* Translators: a person, then a part of the certificate: "Ông Nguyễn Văn A – Thành tích". */
  where = g_strdup_printf (_ ("%s – %s"), subject, box->title);
  g_ptr_array_add (findings, td_finding_at (finding, where,
                                            g_ascii_strtoll (get_field (self, n, TD_CERTIFICATE_AWARD_ID), NULL, 10), 0));
}

static void
check_fit (TdCertificateDocument *self, guint n, const TdTemplateBox *box, Slot *slot, GPtrArray *findings)
{
  const TdFit *fit = slot->fit;

  /* What all pages share is told once. */
  if (slot->checked && box->fixed)
    return;
  if (fit->overflow)
    add_finding (self, findings, n, box,
                 /* Translators: %g is a type size in points. */
                 td_finding_new ("certificate-overflow", TD_SEVERITY_BLOCK,
                                 _ ("The text does not fit into its place even at %g points"), box->min_size));
  if (fit->n_missing > 0)
    add_finding (self, findings, n, box,
                 td_finding_new ("certificate-missing-glyph", TD_SEVERITY_BLOCK,
                                 ngettext ("%u character is in no font and would print as a box",
                                           "%u characters are in no font and would print as boxes", fit->n_missing),
                                 fit->n_missing));
  if (fit->unprintable != 0)
    add_finding (self, findings, n, box,
                 /* Translators: %04X is the number of a character in Unicode. */
                 td_finding_new ("certificate-unprintable", TD_SEVERITY_BLOCK,
                                 _ ("There is a character nobody can see or read here (U+%04X); type the text anew"), fit->unprintable));
  if (fit->substitute != NULL && !slot->checked)
    add_finding (self, findings, n, box,
                 /* Translators: both are names of fonts. */
                 td_finding_new ("certificate-substituted-font", TD_SEVERITY_WARNING,
                                 _ ("Some letters are not in the font “%s” and would print in “%s”"),
                                 box->family, fit->substitute));
  slot->checked = TRUE;
}

static void
check_preprinted (TdCertificateDocument *self, guint n, const TdTemplateBox *box, GPtrArray *findings)
{
  g_autofree char *text = NULL;
  const char *words = get_carried (self, box);

  if (words == NULL || *words == '\0')
    return;
  text = td_template_box_expand (box, g_ptr_array_index (self->recipients, n), NULL);
  if (!td_preprinted_match (words, text, NULL))
    add_finding (self, findings, n, box,
                 /* Translators: both are words on a certificate. */
                 td_finding_new ("certificate-preprinted-differs", TD_SEVERITY_BLOCK,
                                 _ ("The stock carries “%s”, but this certificate says “%s”"), words, text));
}

static void
check_code (TdCertificateDocument *self, guint n, GPtrArray *findings)
{
  const char *code = get_field (self, n, TD_CERTIFICATE_CODE);
  TdTemplateArea area;

  if (*code != '\0' && !td_certificate_code_find_place (self->template, code, &area))
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("certificate-code-no-room", TD_SEVERITY_BLOCK,
                                                              _ ("This template leaves no room for an authenticity code. Print the codes on the back or with the list.")),
                                              get_field (self, n, TD_CERTIFICATE_SUBJECT_LINE), g_ascii_strtoll (get_field (self, n, TD_CERTIFICATE_AWARD_ID), NULL, 10), 0));
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
  g_autoptr (GPtrArray) empty = g_ptr_array_new_with_free_func (g_free);
  const TdSeverity weight = (self->flags & TD_CERTIFICATE_TRIAL) != 0 ? TD_SEVERITY_WARNING : TD_SEVERITY_BLOCK;

  g_return_val_if_fail (TD_IS_CERTIFICATE_DOCUMENT (self), NULL);

  td_template_pictures_check (self->pictures, findings);
  if (self->layouts != NULL)
    td_certificate_layouts_check (self->layouts, self->template, findings);
  if (self->emblem == NULL && wants_emblem (self))
    g_ptr_array_add (findings, td_finding_new ("certificate-emblem-missing", TD_SEVERITY_WARNING, _ ("The state emblem is missing: the office has not supplied its official file yet.")));
  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    self->slots[i].checked = FALSE;
  for (guint n = 0; n < self->recipients->len && !g_cancellable_is_cancelled (cancellable); n++)
    check_code (self, n, findings);
  for (guint n = 0; n < self->recipients->len && !g_cancellable_is_cancelled (cancellable); n++)
    for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
      {
        const TdTemplateBox *box = td_template_get_box (self->template, i);
        GHashTable *fields = g_ptr_array_index (self->recipients, n);
        TdFinding *finding;

        if (!td_template_box_applies (box, fields))
          continue;
        check_preprinted (self, n, box, findings);
        if (!is_drawn (self, box, fields))
          continue;
        for (guint k = 0; k < 2; k++)
          if ((finding = td_award_layout_check (find_layout (self, box, fields), k, box, self->template, fields)) != NULL)
            add_finding (self, findings, n, box, finding);
        g_ptr_array_set_size (empty, 0);
        check_fit (self, n, box, fill_slot (self, i, fields, empty), findings);
        if (empty->len > 0)
          add_finding (self, findings, n, box,
                       /* Number and date come at issue: a trial sheet may lack them. */
                       td_finding_new ("certificate-empty-field", weight, _ ("Nothing to print here yet")));
      }
  return g_steal_pointer (&findings);
}
