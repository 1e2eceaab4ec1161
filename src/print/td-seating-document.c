/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-seating-document"

#include "config.h"

#include "td-card-fit.h"
#include "td-ceremony.h"
#include "td-seating-document.h"

/* A4 lying. */
#define PAGE_WIDTH  297.0
#define PAGE_HEIGHT 210.0
#define MARGIN      12.0
#define HEAD        30.0 /* title and stage */
#define ROW_NAME    9.0  /* the row's letter at the left */

/* A seat's smallest and largest place; more seats take more sheets. */
#define LEAST_WIDTH  23.0
#define LEAST_HEIGHT 13.0
#define MOST_WIDTH   42.0
#define MOST_HEIGHT  24.0

#define NAME_SIZE 11.0

/**
 * TdSeatingDocument:
 *
 * The hall from above, the stage at the top: whoever sits where. A hall too large for a sheet is cut between seats.
 * One thread at a time may use it.
 */
struct _TdSeatingDocument
{
  GObject parent_instance;

  TdLetter *letter;
  TdFitter *fitter;
  GHashTable *cards; /* seat → TdLetterCard, both borrowed from the letter */
  guint n_rows, n_per_row;
  guint rows, columns;  /* of a sheet */
  guint down, across;   /* sheets */
  double width, height; /* of a seat */
};

static void td_seating_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdSeatingDocument, td_seating_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_seating_document_document_init))

static guint
td_seating_document_get_n_pages (TdDocument *document)
{
  TdSeatingDocument *self = TD_SEATING_DOCUMENT (document);

  return self->down * self->across;
}

static void
td_seating_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  *width = PAGE_WIDTH;
  *height = PAGE_HEIGHT;
}

static void
draw_text (TdSeatingDocument *self, cairo_t *cr, const char *text, double size, gboolean bold, double x, double y, double width, double height)
{
  const TdFitStyle style = { "Liberation Serif", size, size * 0.5, bold, FALSE, 1.15, 1 };
  g_autoptr (TdFit) fit = text != NULL ? td_fitter_fit (self->fitter, text, &style, width, height) : NULL;

  if (fit != NULL)
    td_fit_draw (fit, cr, x, y, width, height, TD_FIT_CENTER, TD_FIT_CENTER, 0);
}

static void
draw_head (TdSeatingDocument *self, cairo_t *cr, double left, double width)
{
  draw_text (self, cr, self->letter->type_name, 16, TRUE, MARGIN, MARGIN - 3, PAGE_WIDTH - 2 * MARGIN, 8);
  draw_text (self, cr, self->letter->abstract, 13, FALSE, MARGIN, MARGIN + 5, PAGE_WIDTH - 2 * MARGIN, 7);
  if (self->letter->order_word == NULL)
    return;
  cairo_set_line_width (cr, 0.4);
  cairo_rectangle (cr, left, MARGIN + 14, width, 10);
  cairo_stroke (cr);
  draw_text (self, cr, self->letter->order_word, 14, TRUE, left, MARGIN + 14, width, 10);
}

static void
draw_seat (TdSeatingDocument *self, cairo_t *cr, guint row, guint place, double x, double y)
{
  g_autofree char *seat = td_ceremony_dup_seat (row, place);
  const TdLetterCard *card = g_hash_table_lookup (self->cards, seat);
  const TdFitStyle style = { "Liberation Serif", 7, 5, FALSE, FALSE, 1.1, 1 };
  g_autoptr (TdFit) label = td_fitter_fit (self->fitter, seat, &style, self->width - 1.6, 3);

  cairo_set_line_width (cr, 0.2);
  cairo_rectangle (cr, x, y, self->width, self->height);
  cairo_stroke (cr);
  td_fit_draw (label, cr, x + 0.8, y + 0.4, self->width - 1.6, 3, TD_FIT_START, TD_FIT_CENTER, 0);
  if (card != NULL)
    {
      g_autoptr (TdCardFit) fit = td_card_fit_new (self->fitter, card, NAME_SIZE, self->width - 2, self->height - 4);

      td_card_fit_draw (fit, cr, x + 1, y + 3.2, self->width - 2, self->height - 4, TD_FIT_CENTER);
    }
}

static void
td_seating_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdSeatingDocument *self = TD_SEATING_DOCUMENT (document);
  guint row = n / self->across * self->rows;
  guint place = n % self->across * self->columns;
  guint n_rows = MIN (self->rows, self->n_rows - row);
  guint n_places = MIN (self->columns, self->n_per_row - place);
  double left = (PAGE_WIDTH - ROW_NAME - n_places * self->width) / 2 + ROW_NAME;

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_head (self, cr, left, n_places * self->width);
  for (guint i = 0; i < n_rows; i++)
    {
      double y = MARGIN + HEAD + i * self->height;
      g_autofree char *name = td_ceremony_dup_row (row + i);

      draw_text (self, cr, name, 12, TRUE, left - ROW_NAME, y, ROW_NAME - 1, self->height);
      for (guint j = 0; j < n_places; j++)
        draw_seat (self, cr, row + i, place + j, left + j * self->width, y);
    }
}

static void
td_seating_document_finalize (GObject *object)
{
  TdSeatingDocument *self = TD_SEATING_DOCUMENT (object);

  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->fitter, td_fitter_free);
  g_clear_pointer (&self->letter, td_letter_unref);
  G_OBJECT_CLASS (td_seating_document_parent_class)->finalize (object);
}

static void
td_seating_document_class_init (TdSeatingDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_seating_document_finalize;
}

static void
td_seating_document_init (TdSeatingDocument *self)
{
}

static void
td_seating_document_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_seating_document_get_n_pages;
  iface->get_page_size = td_seating_document_get_page_size;
  iface->draw_page = td_seating_document_draw_page;
}

/* Sheets of about equal size, and as many seats on each as may be read. */
static void
share (guint n, double room, double least, double most, guint *per_sheet, guint *n_sheets, double *size)
{
  guint fit = (guint) (room / least);

  *n_sheets = (n + fit - 1) / fit;
  *per_sheet = (n + *n_sheets - 1) / *n_sheets;
  *size = MIN (room / *per_sheet, most);
}

/**
 * td_seating_document_new:
 * @letter: its cards name their seats
 * @n_rows: rows of seats, at least 1
 * @n_per_row: seats in a row, at least 1
 * @keep_together: (array zero-terminated=1): phrases that are not broken
 *
 * Returns: (transfer full): the plan of the hall
 */
TdSeatingDocument *
td_seating_document_new (TdLetter *letter, guint n_rows, guint n_per_row, const char *const *keep_together)
{
  TdSeatingDocument *self;

  g_return_val_if_fail (n_rows > 0 && n_per_row > 0, NULL);

  self = g_object_new (TD_TYPE_SEATING_DOCUMENT, NULL);
  self->letter = td_letter_ref (letter);
  self->fitter = td_fitter_new (keep_together);
  self->cards = g_hash_table_new (g_str_hash, g_str_equal);
  self->n_rows = n_rows;
  self->n_per_row = n_per_row;
  for (guint i = 0; i < letter->cards->len; i++)
    {
      TdLetterCard *card = g_ptr_array_index (letter->cards, i);
      const char *seat = td_card_get (card, "seat");

      if (seat != NULL)
        g_hash_table_insert (self->cards, (char *) seat, card);
    }
  share (n_per_row, PAGE_WIDTH - 2 * MARGIN - ROW_NAME, LEAST_WIDTH, MOST_WIDTH, &self->columns, &self->across, &self->width);
  share (n_rows, PAGE_HEIGHT - 2 * MARGIN - HEAD, LEAST_HEIGHT, MOST_HEIGHT, &self->rows, &self->down, &self->height);
  return self;
}
