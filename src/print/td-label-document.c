/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-label-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-card-fit.h"
#include "td-finding.h"
#include "td-label-document.h"

/* The sender's corner of an envelope. */
#define SENDER_LEFT   8.0
#define SENDER_TOP    7.0
#define SENDER_WIDTH  80.0
#define SENDER_HEIGHT 22.0
#define SENDER_SIZE   11.0

/* The number in the corner of a label, by which the pile is checked. */
#define NUMBER_SIZE 7.0

/**
 * TdLabelDocument:
 *
 * The cards of a letter on sheets of labels, or on an envelope each, in their order. One thread at a time may use it.
 */
struct _TdLabelDocument
{
  GObject parent_instance;

  TdLetter *letter;
  TdLabelSheet *sheet;
  TdFitter *fitter;
  guint first; /* labels of the first sheet that are gone */
};

static void td_label_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdLabelDocument, td_label_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_label_document_document_init))

static guint
get_per_page (TdLabelDocument *self)
{
  return self->sheet->columns * self->sheet->rows;
}

static guint
td_label_document_get_n_pages (TdDocument *document)
{
  TdLabelDocument *self = TD_LABEL_DOCUMENT (document);
  guint n = self->letter->cards->len;

  return n > 0 ? (n + self->first + get_per_page (self) - 1) / get_per_page (self) : 0;
}

static void
td_label_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  *width = TD_LABEL_DOCUMENT (document)->sheet->width;
  *height = TD_LABEL_DOCUMENT (document)->sheet->height;
}

static TdCardFit *
fit_card (TdLabelDocument *self, const TdLetterCard *card)
{
  return td_card_fit_new (self->fitter, card, self->sheet->size, self->sheet->area[2], self->sheet->area[3]);
}

static void
draw_sender (TdLabelDocument *self, cairo_t *cr)
{
  const TdFitStyle above = { "Liberation Serif", SENDER_SIZE, SENDER_SIZE * 0.6, FALSE, FALSE, 1.2, 2 };
  const TdFitStyle below = { "Liberation Serif", SENDER_SIZE, SENDER_SIZE * 0.6, TRUE, FALSE, 1.2, 2 };
  const char *governing = self->letter->governing_body;
  double half = governing != NULL ? SENDER_HEIGHT / 2 : 0;

  if (governing != NULL)
    {
      g_autoptr (TdFit) fit = td_fitter_fit (self->fitter, governing, &above, SENDER_WIDTH, half);

      td_fit_draw (fit, cr, SENDER_LEFT, SENDER_TOP, SENDER_WIDTH, half, TD_FIT_CENTER, TD_FIT_END, 0);
    }
  if (self->letter->issuing_body != NULL)
    {
      g_autoptr (TdFit) fit = td_fitter_fit (self->fitter, self->letter->issuing_body, &below, SENDER_WIDTH, SENDER_HEIGHT - half);

      td_fit_draw (fit, cr, SENDER_LEFT, SENDER_TOP + half, SENDER_WIDTH, SENDER_HEIGHT - half, TD_FIT_CENTER, TD_FIT_START, 0);
    }
}

static void
draw_number (TdLabelDocument *self, cairo_t *cr, const char *number, double x, double y)
{
  const TdFitStyle style = { "Liberation Serif", NUMBER_SIZE, NUMBER_SIZE, FALSE, FALSE, 1.2, 1 };
  g_autoptr (TdFit) fit = td_fitter_fit (self->fitter, number, &style, self->sheet->area[2], 4);

  td_fit_draw (fit, cr, x, y, self->sheet->area[2], 4, TD_FIT_END, TD_FIT_START, 0);
}

static void
draw_card (TdLabelDocument *self, cairo_t *cr, const TdLetterCard *card, double x, double y)
{
  g_autoptr (TdCardFit) fit = fit_card (self, card);
  const char *number = td_card_get (card, "number");
  const double *area = self->sheet->area;

  td_card_fit_draw (fit, cr, x + area[0], y + area[1], area[2], area[3], TD_FIT_START);
  if (self->sheet->envelope)
    draw_sender (self, cr);
  else if (number != NULL)
    draw_number (self, cr, number, x + area[0], y + area[1]);
}

static void
td_label_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdLabelDocument *self = TD_LABEL_DOCUMENT (document);
  const TdLabelSheet *sheet = self->sheet;
  guint per_page = get_per_page (self);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < per_page; i++)
    {
      guint at = n * per_page + i;

      if (at < self->first || at - self->first >= self->letter->cards->len)
        continue;
      draw_card (self, cr, g_ptr_array_index (self->letter->cards, at - self->first),
                 sheet->left + (i % sheet->columns) * (sheet->label_width + sheet->gap_x),
                 sheet->top + (i / sheet->columns) * (sheet->label_height + sheet->gap_y));
    }
}

static void
td_label_document_finalize (GObject *object)
{
  TdLabelDocument *self = TD_LABEL_DOCUMENT (object);

  g_clear_pointer (&self->letter, td_letter_unref);
  g_clear_pointer (&self->sheet, td_label_sheet_free);
  g_clear_pointer (&self->fitter, td_fitter_free);
  G_OBJECT_CLASS (td_label_document_parent_class)->finalize (object);
}

static void
td_label_document_class_init (TdLabelDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_label_document_finalize;
}

static void
td_label_document_init (TdLabelDocument *self)
{
}

static void
td_label_document_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_label_document_get_n_pages;
  iface->get_page_size = td_label_document_get_page_size;
  iface->draw_page = td_label_document_draw_page;
}

/**
 * td_label_document_new:
 * @letter: its cards, and the sender of envelopes
 * @sheet: what they are printed on
 * @first: how many labels of the first sheet are gone already
 * @keep_together: (array zero-terminated=1): phrases that are not broken
 *
 * Returns: (transfer full): the pages
 */
TdLabelDocument *
td_label_document_new (TdLetter *letter, const TdLabelSheet *sheet, guint first, const char *const *keep_together)
{
  TdLabelDocument *self = g_object_new (TD_TYPE_LABEL_DOCUMENT, NULL);

  self->letter = td_letter_ref (letter);
  self->sheet = td_label_sheet_copy (sheet);
  self->fitter = td_fitter_new (keep_together);
  self->first = first % get_per_page (self);
  return self;
}

static void
check_card (TdLabelDocument *self, const TdLetterCard *card, GPtrArray *findings)
{
  g_autoptr (TdCardFit) fit = fit_card (self, card);
  const char *name = td_card_get (card, "name");
  guint n_missing = 0;

  for (guint i = 0; i < fit->fits->len; i++)
    n_missing += ((const TdFit *) g_ptr_array_index (fit->fits, i))->n_missing;
  if (fit->overflow)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("label-overflow", TD_SEVERITY_WARNING, _ ("The words do not fit on the label.")), name, 0, 0));
  if (n_missing > 0)
    g_ptr_array_add (findings, td_finding_at (td_finding_new ("label-missing-glyph", TD_SEVERITY_WARNING, ngettext ("%u character is in no font and would print as a box", "%u characters are in no font and would print as boxes", n_missing), n_missing), name, 0, 0));
}

/**
 * td_label_document_check:
 * @self: labels
 *
 * Returns: (transfer full) (element-type TdFinding): what does not fit or cannot be printed
 */
GPtrArray *
td_label_document_check (TdLabelDocument *self)
{
  GPtrArray *findings = td_findings_new ();

  for (guint i = 0; i < self->letter->cards->len; i++)
    check_card (self, g_ptr_array_index (self->letter->cards, i), findings);
  return findings;
}
