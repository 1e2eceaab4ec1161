/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reader-plan"

#include "config.h"

#include <math.h>
#include <poppler.h>
#include <stdio.h>
#include <unistd.h>

#include "td-reader.h"

/* The words of a PDF with the places where they stand; what they make together is told by the program. */

#define MOST_PDF (64 * 1024 * 1024)
/* A sign this much smaller than the one before it is the number of a note. */
#define NOTE_SIZE 0.8

typedef struct
{
  const char *text; /* of the page */
  PopplerRectangle *boxes;
  guint n_boxes;
  GList *looks, *look; /* of PopplerTextAttributes; the one that holds */
  GString *word;
  PopplerRectangle box;  /* of the word */
  PopplerRectangle last; /* of its last sign */
  const PopplerTextAttributes *word_look;
  gboolean empty;
} Page;

static GBytes *
read_all (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  while (bytes->len <= MOST_PDF && (n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, n);
  return g_byte_array_free_to_bytes (bytes);
}

static int
tenths (double points)
{
  return (int) lround (CLAMP (points, -10000, 100000) * 10);
}

static void
put_word (Page *self)
{
  const PopplerTextAttributes *look = self->word_look;

  if (self->word->len > 0)
    {
      /* What a PDF calls its fonts need not be UTF-8. */
      g_autofree char *font = g_utf8_make_valid (look != NULL && look->font_name != NULL ? look->font_name : "", -1);
      g_autofree char *text = g_strdup_printf ("%d %d %d %d %d\t%s\t%s", tenths (self->box.x1), tenths (self->box.y1), tenths (self->box.x2), tenths (self->box.y2),
                                               tenths (look != NULL ? look->font_size : 0), font, self->word->str);

      td_reader_put (TD_READER_WORD, 0, text);
    }
  g_string_truncate (self->word, 0);
  self->empty = TRUE;
}

static const PopplerTextAttributes *
look_at (Page *self, guint index)
{
  while (self->look != NULL && (guint) ((const PopplerTextAttributes *) self->look->data)->end_index < index)
    self->look = self->look->next;
  return self->look != NULL ? self->look->data : NULL;
}

/* Between two blocks of a page the text has no blank. */
static gboolean
is_apart (const PopplerRectangle *last, const PopplerRectangle *box)
{
  double room = (last->y2 - last->y1) / 2;

  return fabs (box->y1 + box->y2 - last->y1 - last->y2) > 2 * room || box->x1 > last->x2 + room || box->x1 < last->x1 - room;
}

static void
add_sign (Page *self, const char *sign, guint index)
{
  const PopplerTextAttributes *look = look_at (self, index);
  const PopplerRectangle *box = &self->boxes[index];

  if (!self->empty && is_apart (&self->last, box))
    put_word (self);
  if (!self->empty && look != NULL && self->word_look != NULL && look->font_size < self->word_look->font_size * NOTE_SIZE)
    put_word (self);
  if (self->empty)
    {
      self->word_look = look;
      self->box = *box;
      self->empty = FALSE;
    }
  self->last = *box;
  self->box.x1 = MIN (self->box.x1, box->x1);
  self->box.y1 = MIN (self->box.y1, box->y1);
  self->box.x2 = MAX (self->box.x2, box->x2);
  self->box.y2 = MAX (self->box.y2, box->y2);
  g_string_append_len (self->word, sign, g_utf8_next_char (sign) - sign);
}

static void
put_words (Page *self)
{
  guint index = 0;

  self->empty = TRUE;
  for (const char *p = self->text; *p != '\0' && index < self->n_boxes; p = g_utf8_next_char (p), index++)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x00a0 || g_unichar_iscntrl (c))
        put_word (self);
      else
        add_sign (self, p, index);
    }
  put_word (self);
}

static void
read_page (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  Page self = { .text = text, .word = g_string_new (NULL) };

  if (text != NULL && g_utf8_validate (text, -1, NULL) && poppler_page_get_text_layout (page, &self.boxes, &self.n_boxes))
    {
      self.looks = self.look = poppler_page_get_text_attributes (page);
      put_words (&self);
      poppler_page_free_text_attributes (self.looks);
      g_free (self.boxes);
    }
  g_string_free (self.word, TRUE);
}

/**
 * td_reader_read_plan:
 *
 * Reads the PDF on the standard input and tells its words, page after page.
 *
 * Returns: how it ended
 */
TdReaderTag
td_reader_read_plan (void)
{
  g_autoptr (GBytes) bytes = read_all ();
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
  int n_pages;

  if (document == NULL)
    return g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? TD_READER_PASSWORD : TD_READER_DAMAGED;
  n_pages = poppler_document_get_n_pages (document);
  for (int n = 0; n < n_pages; n++)
    {
      PopplerPage *page = poppler_document_get_page (document, n);
      g_autofree char *of = g_strdup_printf ("%d", n_pages);

      td_reader_put (TD_READER_PAGE, n + 1, of);
      if (page != NULL)
        read_page (page);
      g_clear_object (&page);
      fflush (stdout);
    }
  g_object_unref (document);
  return n_pages > 0 ? TD_READER_END : TD_READER_DAMAGED;
}
