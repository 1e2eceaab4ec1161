/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-code-document"

#include "config.h"

#include <math.h>

#include "td-code-document.h"
#include "td-qr.h"
#include "td-typesetter.h"

/* Authenticity codes of a decision: as pages that go with the list, some codes on each, or as the backs of
 * the certificates, a page for each in their order. Words on them are Vietnamese like all that is printed. */

/* The page of the list: A4 with the margins of official documents (NĐ 30/2020/NĐ-CP, Phụ lục I). */
#define PAGE_WIDTH  210.0
#define PAGE_HEIGHT 297.0
#define LEFT        30.0
#define RIGHT       15.0
#define TOP         20.0
#define BOTTOM      20.0

#define CELL_GAP    4.0
#define CELL_WORDS  19.0 /* below a code: name and line, two lines each */
#define FOOT_HEIGHT 12.0

/* On the back: so far from the edges, where no printer of an office fails to reach. */
#define BACK_MARGIN 15.0

struct _TdCodeDocument
{
  GObject parent_instance;

  GPtrArray *entries; /* of TdCodeEntry */
  gboolean backs;
  double width;
  double height;
  char *office;
  char *decision;
  char *title;
  char *key;

  TdTypesetter *typesetter;
  double head; /* how much of the first page the heading takes */
  double cell; /* edge of the largest code, with its border */
  guint n_across;
  guint n_first; /* entries of the first page */
  guint n_other; /* and of every other */
};

static void td_code_document_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdCodeDocument, td_code_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_code_document_document_init))

static const TdTextStyle office_style = { 12, TRUE, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.2 };
static const TdTextStyle title_style = { 15, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.25 };
static const TdTextStyle decision_style = { 13, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.25 };
static const TdTextStyle name_style = { 10.5, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle line_style = { 9, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.15 };
static const TdTextStyle foot_style = { 9, FALSE, TRUE, PANGO_ALIGN_LEFT, FALSE, 0, 1.2 };

/**
 * td_code_entry_free:
 * @entry: (transfer full): an entry
 */
void
td_code_entry_free (TdCodeEntry *entry)
{
  g_free (entry->code);
  g_free (entry->name);
  g_free (entry->line);
  g_free (entry);
}

static guint
td_code_document_get_n_pages (TdDocument *document)
{
  TdCodeDocument *self = TD_CODE_DOCUMENT (document);

  if (self->backs)
    return self->entries->len;
  return self->entries->len <= self->n_first ? 1 : 1 + (self->entries->len - self->n_first + self->n_other - 1) / self->n_other;
}

static void
td_code_document_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  *width = TD_CODE_DOCUMENT (document)->width;
  *height = TD_CODE_DOCUMENT (document)->height;
}

/* Draws, or only measures without a @cr; returns the height. */
static double
put (TdCodeDocument *self, cairo_t *cr, const char *text, const TdTextStyle *style, double x, double y, double width, guint most_lines)
{
  guint n_lines;

  if (cr != NULL)
    return td_typesetter_draw (self->typesetter, cr, text, style, x, y, width, most_lines);
  n_lines = td_typesetter_measure (self->typesetter, text, 0, style, width, NULL);
  return (most_lines > 0 ? MIN (n_lines, most_lines) : n_lines) * td_text_style_get_pitch (style);
}

static double
put_head (TdCodeDocument *self, cairo_t *cr)
{
  const double width = PAGE_WIDTH - LEFT - RIGHT;
  g_autofree char *office = g_utf8_strup (self->office, -1);
  g_autofree char *decision = g_strconcat ("Kèm theo ", self->decision, NULL);
  double y = TOP;

  y += put (self, cr, office, &office_style, LEFT, y, width, 2) + 6;
  y += put (self, cr, "TRANG XÁC THỰC", &title_style, LEFT, y, width, 1) + 1;
  y += put (self, cr, decision, &decision_style, LEFT, y, width, 2);
  y += put (self, cr, self->title, &decision_style, LEFT, y, width, 3) + 6;
  return y - TOP;
}

static void
put_foot (TdCodeDocument *self, cairo_t *cr, guint n)
{
  const double width = PAGE_WIDTH - LEFT - RIGHT;
  g_autofree char *text = g_strdup_printf ("Mỗi mã là lời xác nhận có chữ ký số của cơ quan về một khen thưởng trong sổ. Chụp hoặc quét mã rồi kiểm tra bằng phần mềm Thi Đua, không cần mạng. Mã khóa: %s. Trang %u/%u.",
                                           self->key, n + 1, td_code_document_get_n_pages (TD_DOCUMENT (self)));

  put (self, cr, text, &foot_style, LEFT, PAGE_HEIGHT - BOTTOM - FOOT_HEIGHT + 3, width, 2);
}

static void
draw_qr (TdCodeDocument *self, cairo_t *cr, const TdCodeEntry *entry, double middle, double top)
{
  g_autoptr (TdQr) qr = td_qr_new (entry->code);
  double size;

  if (qr == NULL) /* longer than any code: the job has refused it */
    return;
  size = td_qr_get_size (qr);
  td_qr_draw (qr, cr, middle - size / 2, top + (self->cell - size) / 2, size);
}

static void
draw_list_page (TdCodeDocument *self, cairo_t *cr, guint n)
{
  const double column = (PAGE_WIDTH - LEFT - RIGHT) / self->n_across;
  guint first = n == 0 ? 0 : self->n_first + (n - 1) * self->n_other;
  guint end = MIN (first + (n == 0 ? self->n_first : self->n_other), self->entries->len);
  double top = TOP + (n == 0 ? put_head (self, cr) : 0);

  for (guint i = first; i < end; i++)
    {
      const TdCodeEntry *entry = g_ptr_array_index (self->entries, i);
      double x = LEFT + (i - first) % self->n_across * column;
      double y = top + (i - first) / self->n_across * (self->cell + CELL_WORDS);
      g_autofree char *name = g_strdup_printf ("%u. %s", i + 1, entry->name);

      cairo_set_source_rgb (cr, 0, 0, 0);
      draw_qr (self, cr, entry, x + column / 2, y);
      y += self->cell;
      y += put (self, cr, name, &name_style, x + CELL_GAP / 2, y, column - CELL_GAP, 2);
      if (entry->line != NULL)
        put (self, cr, entry->line, &line_style, x + CELL_GAP / 2, y, column - CELL_GAP, 2);
    }
  put_foot (self, cr, n);
}

/* In the corner at the lower right, where it lies behind the left of the front, far from the signature. */
static void
draw_back (TdCodeDocument *self, cairo_t *cr, guint n)
{
  const TdCodeEntry *entry = g_ptr_array_index (self->entries, n);
  const double words = MIN (90, self->width - 2 * BACK_MARGIN - self->cell);
  const double left = self->width - BACK_MARGIN - self->cell, top = self->height - BACK_MARGIN - self->cell;
  TdTextStyle name = name_style, line = line_style, foot = foot_style;
  g_autofree char *office = g_strdup_printf ("%s xác nhận; mã khóa: %s", self->office, self->key);
  double y = top + 3;

  name.align = line.align = foot.align = PANGO_ALIGN_RIGHT;
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_qr (self, cr, entry, left + self->cell / 2, top);
  y += put (self, cr, entry->name, &name, left - words - 1, y, words, 2);
  if (entry->line != NULL)
    y += put (self, cr, entry->line, &line, left - words - 1, y, words, 2);
  y += put (self, cr, self->decision, &line, left - words - 1, y, words, 2);
  put (self, cr, office, &foot, left - words - 1, y, words, 2);
}

static void
td_code_document_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdCodeDocument *self = TD_CODE_DOCUMENT (document);

  g_return_if_fail (n < td_code_document_get_n_pages (document));

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (self->backs)
    draw_back (self, cr, n);
  else
    draw_list_page (self, cr, n);
}

static void
td_code_document_finalize (GObject *object)
{
  TdCodeDocument *self = TD_CODE_DOCUMENT (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self->office);
  g_free (self->decision);
  g_free (self->title);
  g_free (self->key);
  g_clear_pointer (&self->typesetter, td_typesetter_free);
  G_OBJECT_CLASS (td_code_document_parent_class)->finalize (object);
}

static void
td_code_document_class_init (TdCodeDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_code_document_finalize;
}

static void
td_code_document_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_code_document_get_n_pages;
  iface->get_page_size = td_code_document_get_page_size;
  iface->draw_page = td_code_document_draw_page;
}

static void
td_code_document_init (TdCodeDocument *self)
{
  self->typesetter = td_typesetter_new ();
}

/* The largest code decides: all stand in one grid. */
static void
measure_codes (TdCodeDocument *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TdCodeEntry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (TdQr) qr = td_qr_new (entry->code);
      double size = qr != NULL ? td_qr_get_size (qr) : 0;

      if (qr != NULL)
        self->cell = MAX (self->cell, size + 2 * td_qr_get_border (qr, size));
    }
}

static TdCodeDocument *
make (const TdCodeHead *head, GPtrArray *entries, double width, double height)
{
  TdCodeDocument *self = g_object_new (TD_TYPE_CODE_DOCUMENT, NULL);

  self->entries = g_ptr_array_ref (entries);
  self->width = width;
  self->height = height;
  self->office = g_strdup (head->office);
  self->decision = g_strdup (head->decision);
  self->title = g_strdup (head->title);
  self->key = g_strdup (head->key);
  measure_codes (self);
  return self;
}

static guint
rows_in (TdCodeDocument *self, double height)
{
  return MAX (1, (guint) floor (height / (self->cell + CELL_WORDS)));
}

/**
 * td_code_document_new_list:
 * @head: what stands above
 * @entries: (element-type TdCodeEntry): at least one, in the order of the list
 *
 * Returns: (transfer full): pages that go with the list of a decision
 */
TdCodeDocument *
td_code_document_new_list (const TdCodeHead *head, GPtrArray *entries)
{
  TdCodeDocument *self;
  double room;

  g_return_val_if_fail (entries->len > 0, NULL);

  self = make (head, entries, PAGE_WIDTH, PAGE_HEIGHT);
  room = PAGE_HEIGHT - TOP - BOTTOM - FOOT_HEIGHT;
  self->n_across = MAX (1, (guint) floor ((PAGE_WIDTH - LEFT - RIGHT) / (self->cell + CELL_GAP)));
  self->n_first = self->n_across * rows_in (self, room - put_head (self, NULL));
  self->n_other = self->n_across * rows_in (self, room);
  return self;
}

/**
 * td_code_document_new_backs:
 * @head: what is said beside each code
 * @entries: (element-type TdCodeEntry): at least one, in the order of the certificates
 * @width: of the certificates, millimetres
 * @height: of the certificates
 *
 * Returns: (transfer full): the backs of certificates, to be printed on the turned pile or on both
 *   sides
 */
TdCodeDocument *
td_code_document_new_backs (const TdCodeHead *head, GPtrArray *entries, double width, double height)
{
  TdCodeDocument *self;

  g_return_val_if_fail (entries->len > 0, NULL);

  self = make (head, entries, width, height);
  self->backs = TRUE;
  return self;
}
