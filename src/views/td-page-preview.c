/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-page-preview"

#include "config.h"

#include "td-page-preview.h"
#include "td-sheet-ruler.h"

/* A sheet on the screen, by the drawing that also goes into the PDF and onto paper, with rulers
 * in millimetres: fitted into the room there is, or at true scale. */

#define RULER  TD_SHEET_RULER
#define MARGIN 12 /* px around the sheet */

struct _TdPagePreview
{
  GtkWidget parent_instance;

  TdDocument *document;
  guint page;
  gboolean fit;
};

G_DEFINE_FINAL_TYPE (TdPagePreview, td_page_preview, GTK_TYPE_WIDGET)

static void
get_sheet (TdPagePreview *self, double *width, double *height)
{
  *width = 297;
  *height = 210;
  if (self->document != NULL)
    td_document_get_page_size (self->document, self->page, width, height);
}

static double
get_scale (TdPagePreview *self, int width, int height)
{
  double sheet_width, sheet_height;

  if (!self->fit)
    return td_sheet_ruler_get_true_scale (GTK_WIDGET (self));
  get_sheet (self, &sheet_width, &sheet_height);
  return MAX (0.1, MIN ((width - RULER - 2 * MARGIN) / sheet_width, (height - RULER - 2 * MARGIN) / sheet_height));
}

static void
td_page_preview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  TdPagePreview *self = TD_PAGE_PREVIEW (widget);
  double width, height;

  get_sheet (self, &width, &height);
  if (self->fit)
    *minimum = 160;
  else
    *minimum = (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * td_sheet_ruler_get_true_scale (GTK_WIDGET (self)) + RULER + 2 * MARGIN;
  *natural = MAX (*minimum, 480);
}

static void
td_page_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdPagePreview *self = TD_PAGE_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double sheet_width, sheet_height, scale, x, y;
  cairo_t *cr;

  if (self->document == NULL || width <= RULER || height <= RULER)
    return;
  get_sheet (self, &sheet_width, &sheet_height);
  scale = get_scale (self, width, height);
  x = (int) MAX (RULER + MARGIN, (width + RULER - sheet_width * scale) / 2);
  y = (int) MAX (RULER + MARGIN, (height + RULER - sheet_height * scale) / 2);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  td_sheet_ruler_draw (widget, cr, TRUE, x, sheet_width, scale);
  td_sheet_ruler_draw (widget, cr, FALSE, y, sheet_height, scale);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.18);
  cairo_rectangle (cr, x - 1, y - 1, sheet_width * scale + 3, sheet_height * scale + 3);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x, y, sheet_width * scale, sheet_height * scale);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 0, 0, 0);
  td_document_draw_page (self->document, cr, self->page);
  cairo_destroy (cr);
}

static void
td_page_preview_dispose (GObject *object)
{
  g_clear_object (&TD_PAGE_PREVIEW (object)->document);
  G_OBJECT_CLASS (td_page_preview_parent_class)->dispose (object);
}

static void
td_page_preview_class_init (TdPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_page_preview_dispose;
  widget_class->measure = td_page_preview_measure;
  widget_class->snapshot = td_page_preview_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
td_page_preview_init (TdPagePreview *self)
{
  self->fit = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * td_page_preview_set_document:
 * @self: a preview
 * @document: (nullable): pages
 * @page: which of them, from 0
 */
void
td_page_preview_set_document (TdPagePreview *self, TdDocument *document, guint page)
{
  g_set_object (&self->document, document);
  self->page = page;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * td_page_preview_set_fit:
 * @self: a preview
 * @fit: whether the sheet is fitted into the room there is, else it has its true size
 */
void
td_page_preview_set_fit (TdPagePreview *self, gboolean fit)
{
  self->fit = fit;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
