/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-document"

#include "config.h"

#include <string.h>

#include "td-flow.h"
#include "td-letter-document.h"
#include "td-letter-parts.h"
#include "td-table.h"

/* NĐ 30/2020, Phụ lục I: A4, margins 20–25, 30–35 and 15–20 mm. */
#define PAGE_WIDTH    210.0
#define PAGE_HEIGHT   297.0
#define MARGIN_LEFT   30.0
#define MARGIN_RIGHT  15.0
#define MARGIN_TOP    20.0
#define MARGIN_BOTTOM 20.0
#define TEXT_WIDTH    (PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT)
#define TEXT_HEIGHT   (PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM)

#define INDENT 12.7

/* The middle of the page number, in the top margin. */
#define NUMBER_TOP 9.5

/* At least 6 points between paragraphs. */
#define PARAGRAPH_GAP (6 * 25.4 / 72)

#define CENTRED(size, bold, italic, pitch)                  \
  {                                                         \
    size, bold, italic, PANGO_ALIGN_CENTER, FALSE, 0, pitch \
  }
#define HEADING(size, pitch)                                  \
  {                                                           \
    size, TRUE, FALSE, PANGO_ALIGN_LEFT, FALSE, INDENT, pitch \
  }
#define BODY(size, italic, pitch)                              \
  {                                                            \
    size, FALSE, italic, PANGO_ALIGN_LEFT, TRUE, INDENT, pitch \
  }

/* A dash and what it is before hang. */
#define HANGING(size, pitch)                                 \
  {                                                          \
    size, FALSE, FALSE, PANGO_ALIGN_LEFT, FALSE, -2.4, pitch \
  }

/* From whom the letter is written to, to its text. */
#define ADDRESSEES_GAP 5.0

typedef struct
{
  TdTextStyle title;
  TdTextStyle subtitle;
  TdTextStyle body;
  TdTextStyle heading;
  TdTextStyle base;
  TdTextStyle addressee; /* the only one */
  TdTextStyle addressees;
} Styles;

/* From comfortable to tight, all within the decree: size 13–14, lines from single on. An office
 * tightens a letter by hand where that saves a page; so do we. */
static const Styles all_styles[] = {
  { CENTRED (14, TRUE, FALSE, 1.2), CENTRED (14, FALSE, TRUE, 1.2), BODY (14, FALSE, 1.2), HEADING (14, 1.2), BODY (14, TRUE, 1.2), CENTRED (14, FALSE, FALSE, 1.2), HANGING (14, 1.2) },
  { CENTRED (14, TRUE, FALSE, 1.15), CENTRED (14, FALSE, TRUE, 1.15), BODY (14, FALSE, 1.15), HEADING (14, 1.15), BODY (14, TRUE, 1.15), CENTRED (14, FALSE, FALSE, 1.15), HANGING (14, 1.15) },
  { CENTRED (13, TRUE, FALSE, 1.15), CENTRED (13, FALSE, TRUE, 1.15), BODY (13, FALSE, 1.15), HEADING (13, 1.15), BODY (13, TRUE, 1.15), CENTRED (13, FALSE, FALSE, 1.15), HANGING (13, 1.15) },
};

static const TdTextStyle number_style = { 13, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };

/* The letter and each of its appendices are numbered by themselves. */
typedef struct
{
  TdFlow *flow;
  guint n_pages;
} Part;

struct _TdLetterDocument
{
  GObject parent_instance;
  TdLetter *letter;
  TdTypesetter *typesetter;
  GPtrArray *texts; /* made here, borrowed by the flows */
  GArray *parts;
  guint n_pages;
};

static void td_letter_document_iface_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdLetterDocument, td_letter_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_letter_document_iface_init))

static void
part_clear (gpointer part)
{
  td_flow_free (((Part *) part)->flow);
}

static guint
td_letter_document_get_n_pages (TdDocument *document)
{
  return TD_LETTER_DOCUMENT (document)->n_pages;
}

static void
td_letter_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  *width = PAGE_WIDTH;
  *height = PAGE_HEIGHT;
}

static void
draw_page_number (TdLetterDocument *self, cairo_t *cr, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = td_typesetter_lay_out (self->typesetter, digits, 0, &number_style, TEXT_WIDTH);

  td_typesetter_draw_line (self->typesetter, cr, layout, 0, &number_style, MARGIN_LEFT, NUMBER_TOP);
}

static void
td_letter_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdLetterDocument *self = TD_LETTER_DOCUMENT (document);

  g_return_if_fail (n < self->n_pages);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (n >= part->n_pages)
        {
          n -= part->n_pages;
          continue;
        }
      cairo_set_source_rgb (cr, 0, 0, 0);
      if (n > 0) /* not shown on the first page */
        draw_page_number (self, cr, n + 1);
      td_flow_draw (part->flow, cr, n);
      return;
    }
}

static void
td_letter_document_iface_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_letter_document_get_n_pages;
  iface->get_page_size = td_letter_document_get_page_size;
  iface->draw_page = td_letter_document_draw_page;
}

static void
td_letter_document_finalize (GObject *object)
{
  TdLetterDocument *self = TD_LETTER_DOCUMENT (object);

  g_array_unref (self->parts);
  g_ptr_array_unref (self->texts);
  td_typesetter_free (self->typesetter);
  g_clear_pointer (&self->letter, td_letter_unref);
  G_OBJECT_CLASS (td_letter_document_parent_class)->finalize (object);
}

static void
td_letter_document_class_init (TdLetterDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_letter_document_finalize;
}

static void
td_letter_document_init (TdLetterDocument *self)
{
  self->typesetter = td_typesetter_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
}

static TdFlow *
make_flow (TdLetterDocument *self)
{
  return td_flow_new (self->typesetter, MARGIN_LEFT, MARGIN_TOP, TEXT_WIDTH, TEXT_HEIGHT);
}

static void
take_flow (TdLetterDocument *self, TdFlow *flow)
{
  Part part = { flow, td_flow_paginate (flow) };

  g_array_append_val (self->parts, part);
  self->n_pages += part.n_pages;
}

/* A text made here lives as long as the flow that borrows it. */
static const char *
keep_text (TdLetterDocument *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return text;
}

/* A paragraph that announces what follows ends with a colon and does not end a page. */
static void
add_article (TdLetterDocument *self, TdFlow *flow, const TdLetterArticle *article,
             const Styles *styles, gboolean first, double gap)
{
  gboolean keep = first;

  for (guint i = 0; i < article->paragraphs->len; i++)
    {
      const char *paragraph = g_ptr_array_index (article->paragraphs, i);
      guint lead = 0;

      if (i == 0 && article->heading != NULL)
        {
          lead = (guint) strlen (article->heading);
          paragraph = keep_text (self, g_strconcat (article->heading, " ", paragraph, NULL));
        }
      td_flow_add_paragraph (flow, paragraph, lead, &styles->body, i == 0 ? gap : PARAGRAPH_GAP, keep);
      keep = g_str_has_suffix (paragraph, ":");
    }
}

/* A heading does not end a page, nor what announces a list. */
static void
add_sections (TdLetterDocument *self, TdFlow *flow, GPtrArray *sections, const Styles *styles)
{
  gboolean keep = FALSE;

  for (guint i = 0; i < sections->len; i++)
    {
      const TdLetterSection *section = g_ptr_array_index (sections, i);
      g_autofree char *heading = td_letter_section_dup_heading (section);
      const char *text = keep_text (self, td_letter_section_dup_text (section));

      if (strchr (heading, '\n') != NULL)
        {
          td_flow_add_centred (flow, text, &styles->title, 2 * PARAGRAPH_GAP, 0, keep);
          keep = TRUE;
          continue;
        }
      if (section->text == NULL && td_letter_section_is_bold (section))
        td_flow_add_paragraph (flow, text, 0, &styles->heading, PARAGRAPH_GAP, keep);
      else
        td_flow_add_paragraph (flow, text, td_letter_section_is_bold (section) ? strlen (heading) : 0, &styles->body, PARAGRAPH_GAP, keep);
      keep = section->text == NULL || g_str_has_suffix (text, ":");
    }
}

static void
add_closing (TdFlow *flow, const char *closing, const Styles *styles, double gap, gboolean keep)
{
  if (closing != NULL)
    td_flow_add_paragraph (flow, closing, 0, &styles->body, gap, keep);
}

static void
add_table (TdFlow *flow, const TdLetterTable *table, const Styles *styles)
{
  td_flow_add_centred (flow, table->title, &styles->title, 2 * PARAGRAPH_GAP, 0, FALSE);
  td_table_add (flow, table, table->title != NULL ? PARAGRAPH_GAP : 2 * PARAGRAPH_GAP);
  add_closing (flow, table->closing, styles, 2 * PARAGRAPH_GAP, TRUE);
}

static TdFlow *
set_letter (TdLetterDocument *self, const Styles *styles)
{
  const TdLetter *letter = self->letter;
  TdFlow *flow = make_flow (self);

  if (letter->state != NULL || letter->issuing_body != NULL)
    td_letter_parts_add_head (flow, letter);
  td_flow_add_centred (flow, letter->type_name, &styles->title, 7, 0, TRUE);
  td_flow_add_centred (flow, letter->abstract, &styles->title, 0, 0.4, TRUE);
  td_letter_parts_add_addressees (flow, letter, &styles->addressee, &styles->addressees, self->texts);
  td_flow_add_centred (flow, letter->authority, &styles->title, 6, 0, TRUE);
  for (guint i = 0; i < letter->bases->len; i++)
    td_flow_add_paragraph (flow, g_ptr_array_index (letter->bases, i), 0, &styles->base,
                           i == 0 ? 2 * PARAGRAPH_GAP : PARAGRAPH_GAP, i == 0);
  td_flow_add_centred (flow, letter->order_word, &styles->title, 2 * PARAGRAPH_GAP, 0, FALSE);
  for (guint i = 0; i < letter->articles->len; i++)
    add_article (self, flow, g_ptr_array_index (letter->articles, i), styles, i == 0, i == 0 && letter->addressees->len > 0 ? ADDRESSEES_GAP : PARAGRAPH_GAP);
  add_sections (self, flow, letter->sections, styles);
  for (guint i = 0; i < letter->tables->len; i++)
    add_table (flow, g_ptr_array_index (letter->tables, i), styles);
  add_closing (flow, letter->closing, styles, PARAGRAPH_GAP, letter->tables->len > 0);
  td_letter_parts_add_signatures (flow, letter);
  if (letter->signer_name != NULL || letter->signer_position != NULL || letter->recipients->len > 0)
    td_letter_parts_add_signature (flow, letter, self->texts);
  return flow;
}

static void
add_letter (TdLetterDocument *self)
{
  g_autoptr (TdFlow) chosen = set_letter (self, &all_styles[0]);
  guint n_pages = td_flow_paginate (chosen);

  for (guint i = 1; n_pages > 1 && i < G_N_ELEMENTS (all_styles); i++)
    {
      g_autoptr (TdFlow) tighter = set_letter (self, &all_styles[i]);

      if (td_flow_paginate (tighter) < n_pages)
        {
          g_clear_pointer (&chosen, td_flow_free);
          chosen = g_steal_pointer (&tighter);
          break;
        }
    }
  take_flow (self, g_steal_pointer (&chosen));
}

static void
add_appendix (TdLetterDocument *self, const TdLetterAppendix *appendix)
{
  const Styles *styles = &all_styles[0];
  TdFlow *flow = make_flow (self);

  if (appendix->headed)
    td_letter_parts_add_short_head (flow, self->letter);
  td_flow_add_centred (flow, appendix->label, &styles->title, 0, 0, TRUE);
  td_flow_add_centred (flow, appendix->title, &styles->title, appendix->headed ? 7 : 1, 0, TRUE);
  td_flow_add_centred (flow, appendix->abstract, &styles->title, 0, 0, TRUE);
  td_flow_add_centred (flow, appendix->subtitle, &styles->subtitle, 1, 0.3, TRUE);
  add_sections (self, flow, appendix->sections, styles);
  for (guint i = 0; i < appendix->tables->len; i++)
    td_table_add (flow, g_ptr_array_index (appendix->tables, i), 5);
  if (appendix->tables->len > 0)
    add_closing (flow, appendix->closing, styles, 2 * PARAGRAPH_GAP, TRUE);
  else
    add_closing (flow, appendix->closing, styles, PARAGRAPH_GAP, FALSE);
  take_flow (self, flow);
}

/**
 * td_letter_document_new:
 * @letter: an official document, no longer changed
 *
 * Lays a letter out in the format of NĐ 30/2020: sizes and styles are the decree's, not the
 * letter's. It is paginated here, once.
 *
 * Returns: (transfer full): its pages
 */
TdLetterDocument *
td_letter_document_new (TdLetter *letter)
{
  TdLetterDocument *self;

  g_return_val_if_fail (letter != NULL, NULL);

  self = g_object_new (TD_TYPE_LETTER_DOCUMENT, NULL);
  self->letter = td_letter_ref (letter);
  add_letter (self);
  for (guint i = 0; i < letter->appendices->len; i++)
    add_appendix (self, g_ptr_array_index (letter->appendices, i));
  return self;
}
