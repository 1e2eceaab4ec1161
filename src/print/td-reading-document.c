/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reading-document"

#include "config.h"

#include "td-flow.h"
#include "td-reading-document.h"

#define PAGE_WIDTH    210.0
#define PAGE_HEIGHT   297.0
#define MARGIN        20.0
#define MARGIN_BOTTOM 24.0
#define TEXT_WIDTH    (PAGE_WIDTH - 2 * MARGIN)
#define TEXT_HEIGHT   (PAGE_HEIGHT - MARGIN - MARGIN_BOTTOM)

#define CARD_GAP 6.5
#define HEAD_GAP 9.0

/* Read standing, under a lamp, by somebody of fifty. */
static const TdTextStyle title_style = { 20, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.2 };
static const TdTextStyle abstract_style = { 16, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.2 };
static const TdTextStyle head_style = { 18, TRUE, TRUE, PANGO_ALIGN_LEFT, FALSE, 0, 1.2 };
static const TdTextStyle name_style = { 22, TRUE, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.2 };
static const TdTextStyle text_style = { 18, FALSE, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.25 };
static const TdTextStyle note_style = { 16, FALSE, TRUE, PANGO_ALIGN_LEFT, FALSE, 0, 1.2 };
static const TdTextStyle number_style = { 13, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };

/**
 * TdReadingDocument:
 *
 * The cards of a letter in large type, to be read aloud: a card is never cut by a page. One thread at a time may use
 * it.
 */
struct _TdReadingDocument
{
  GObject parent_instance;

  TdLetter *letter;
  TdTypesetter *typesetter;
  TdFlow *flow;
  guint n_pages;
};

static void td_reading_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdReadingDocument, td_reading_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_reading_document_document_init))

static guint
td_reading_document_get_n_pages (TdDocument *document)
{
  return TD_READING_DOCUMENT (document)->n_pages;
}

static void
td_reading_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  *width = PAGE_WIDTH;
  *height = PAGE_HEIGHT;
}

static void
td_reading_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdReadingDocument *self = TD_READING_DOCUMENT (document);
  g_autofree char *number = g_strdup_printf ("%u/%u", n + 1, self->n_pages);
  g_autoptr (PangoLayout) layout = td_typesetter_lay_out (self->typesetter, number, 0, &number_style, TEXT_WIDTH);

  cairo_set_source_rgb (cr, 0, 0, 0);
  td_typesetter_draw_line (self->typesetter, cr, layout, 0, &number_style, MARGIN, PAGE_HEIGHT - MARGIN_BOTTOM + 8);
  td_flow_draw (self->flow, cr, n);
}

static void
td_reading_document_finalize (GObject *object)
{
  TdReadingDocument *self = TD_READING_DOCUMENT (object);

  g_clear_pointer (&self->flow, td_flow_free);
  g_clear_pointer (&self->typesetter, td_typesetter_free);
  g_clear_pointer (&self->letter, td_letter_unref);
  G_OBJECT_CLASS (td_reading_document_parent_class)->finalize (object);
}

static void
td_reading_document_class_init (TdReadingDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_reading_document_finalize;
}

static void
td_reading_document_init (TdReadingDocument *self)
{
}

static void
td_reading_document_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_reading_document_get_n_pages;
  iface->get_page_size = td_reading_document_get_page_size;
  iface->draw_page = td_reading_document_draw_page;
}

static const TdTextStyle *
get_style (const char *kind)
{
  if (g_str_equal (kind, "name"))
    return &name_style;
  return g_str_equal (kind, "note") ? &note_style : &text_style;
}

/* Whoever reads turns the page between two people. */
static void
add_card (TdFlow *flow, const TdLetterCard *card)
{
  gboolean keep = card->head != NULL;

  if (card->head != NULL)
    td_flow_add_paragraph (flow, card->head, 0, &head_style, HEAD_GAP, FALSE);
  for (guint i = 0; i < card->lines->len; i++)
    {
      const TdLetterCardLine *line = g_ptr_array_index (card->lines, i);
      const TdTextStyle *style = get_style (line->kind);
      guint n_lines = td_typesetter_measure (td_flow_get_typesetter (flow), line->text, 0, style, TEXT_WIDTH, NULL);

      td_flow_begin (flow, i == 0 ? CARD_GAP : 0, !keep);
      td_flow_put_lines (flow, line->text, 0, style, 0, 0, TEXT_WIDTH, 0, n_lines);
      td_flow_end (flow, n_lines * td_text_style_get_pitch (style));
      keep = TRUE;
    }
}

/**
 * td_reading_document_new:
 * @letter: its title and its cards; no longer changed
 *
 * Returns: (transfer full): the pages
 */
TdReadingDocument *
td_reading_document_new (TdLetter *letter)
{
  TdReadingDocument *self = g_object_new (TD_TYPE_READING_DOCUMENT, NULL);

  self->letter = td_letter_ref (letter);
  self->typesetter = td_typesetter_new ();
  self->flow = td_flow_new (self->typesetter, MARGIN, MARGIN, TEXT_WIDTH, TEXT_HEIGHT);
  td_flow_add_centred (self->flow, letter->type_name, &title_style, 0, 0, TRUE);
  td_flow_add_centred (self->flow, letter->abstract, &abstract_style, 1, 0.3, TRUE);
  for (guint i = 0; i < letter->cards->len; i++)
    add_card (self->flow, g_ptr_array_index (letter->cards, i));
  self->n_pages = td_flow_paginate (self->flow);
  return self;
}
