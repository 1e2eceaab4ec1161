/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-canvas-draw"

#include "config.h"

#include <math.h>

#include "td-sheet-ruler.h"
#include "td-template-canvas-private.h"

/* What is seen of a sheet that is being changed. The paper is white in dark windows too, so what lies on it
 * has colours of its own. */

typedef struct
{
  double red;
  double green;
  double blue;
} Colour;

static const Colour chosen_colour = { 0.11, 0.44, 0.85 };
static const Colour box_colour = { 0.45, 0.50, 0.58 };
static const Colour absent_colour = { 0.72, 0.74, 0.78 };
static const Colour trouble_colour = { 0.80, 0.10, 0.10 };
static const Colour guide_colour = { 0.00, 0.62, 0.62 };
static const Colour snap_colour = { 0.88, 0.10, 0.55 };

const TdTemplateEdges _td_template_canvas_handles[8] = {
  TD_TEMPLATE_LEFT | TD_TEMPLATE_TOP,
  TD_TEMPLATE_RIGHT | TD_TEMPLATE_TOP,
  TD_TEMPLATE_LEFT | TD_TEMPLATE_BOTTOM,
  TD_TEMPLATE_RIGHT | TD_TEMPLATE_BOTTOM,
  TD_TEMPLATE_LEFT,
  TD_TEMPLATE_RIGHT,
  TD_TEMPLATE_TOP,
  TD_TEMPLATE_BOTTOM,
};

static void
set_colour (cairo_t *cr, const Colour *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

/* Sharp lines run through the middle of pixels. */
static double
sharp (double at)
{
  return floor (at) + 0.5;
}

/* The sheet itself */

static void
draw_underlay (TdTemplateCanvas *self, cairo_t *cr)
{
  if (self->underlay == NULL)
    return;
  cairo_save (cr);
  cairo_transform (cr, &self->place);
  cairo_set_source_surface (cr, self->underlay, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint_with_alpha (cr, self->opacity);
  cairo_restore (cr);
}

static void
draw_sheet (TdTemplateCanvas *self, cairo_t *cr)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);
  const TdTemplateArea sheet = { 0, 0, td_template_get_width (template), td_template_get_height (template) };
  double scale = _td_template_canvas_get_scale (self);
  cairo_rectangle_t r;

  _td_template_canvas_to_pixels (self, &sheet, &r);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.18);
  cairo_rectangle (cr, r.x - 1, r.y - 1, r.width + 3, r.height + 3);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, r.x, r.y, r.width, r.height);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_translate (cr, r.x, r.y);
  cairo_scale (cr, scale, scale);
  draw_underlay (self, cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (self->document != NULL)
    td_document_draw_page (self->document, cr, 0);
}

/* Choosing and scrolling about draws the same again: it is kept as it was drawn. */
static cairo_surface_t *
get_drawn (TdTemplateCanvas *self, int width, int height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr;

  if (self->drawn != NULL && (cairo_image_surface_get_width (self->drawn) != width * factor || cairo_image_surface_get_height (self->drawn) != height * factor))
    g_clear_pointer (&self->drawn, cairo_surface_destroy);
  if (self->drawn != NULL)
    return self->drawn;
  self->drawn = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  cairo_surface_set_device_scale (self->drawn, factor, factor);
  cr = cairo_create (self->drawn);
  draw_sheet (self, cr);
  cairo_destroy (cr);
  return self->drawn;
}

/* Boxes */

static TdCertificateBoxState
get_state (TdTemplateCanvas *self, const char *id)
{
  return (TdCertificateBoxState) GPOINTER_TO_INT (g_hash_table_lookup (self->states, id));
}

static void
draw_warning (cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x, y - 8);
  cairo_line_to (cr, x + 9, y + 7);
  cairo_line_to (cr, x - 9, y + 7);
  cairo_close_path (cr);
  set_colour (cr, &trouble_colour, 1);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x - 1, y - 3, 2, 5);
  cairo_rectangle (cr, x - 1, y + 4, 2, 2);
  cairo_fill (cr);
}

static void
draw_outline (TdTemplateCanvas *self, cairo_t *cr, const char *id, const TdTemplateArea *area)
{
  static const double dashes[] = { 3, 3 };
  TdCertificateBoxState state = get_state (self, id);
  gboolean chosen = td_template_draft_is_chosen (self->draft, id);
  cairo_rectangle_t r;

  _td_template_canvas_to_pixels (self, area, &r);
  cairo_rectangle (cr, sharp (r.x), sharp (r.y), round (r.width), round (r.height));
  if (state == TD_CERTIFICATE_BOX_OVERFLOWS)
    {
      set_colour (cr, &trouble_colour, 0.12);
      cairo_fill_preserve (cr);
    }
  set_colour (cr, chosen ? &chosen_colour : state == TD_CERTIFICATE_BOX_OVERFLOWS ? &trouble_colour
                                        : state == TD_CERTIFICATE_BOX_ABSENT      ? &absent_colour
                                                                                  : &box_colour,
              1);
  cairo_set_line_width (cr, chosen ? 2 : 1);
  cairo_set_dash (cr, dashes, chosen ? 0 : 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (state == TD_CERTIFICATE_BOX_OVERFLOWS)
    draw_warning (cr, r.x + r.width - 12, r.y + MIN (12, r.height / 2));
}

/* A small box has no room for handles at its sides. */
gboolean
_td_template_canvas_is_handle (const cairo_rectangle_t *rectangle, TdTemplateEdges edges)
{
  if (edges == TD_TEMPLATE_LEFT || edges == TD_TEMPLATE_RIGHT)
    return rectangle->height >= 3 * TD_CANVAS_HANDLE;
  if (edges == TD_TEMPLATE_TOP || edges == TD_TEMPLATE_BOTTOM)
    return rectangle->width >= 3 * TD_CANVAS_HANDLE;
  return TRUE;
}

void
_td_template_canvas_get_handle (const cairo_rectangle_t *rectangle, TdTemplateEdges edges, double *x, double *y)
{
  *x = rectangle->x + ((edges & TD_TEMPLATE_LEFT) != 0 ? 0 : (edges & TD_TEMPLATE_RIGHT) != 0 ? rectangle->width
                                                                                              : rectangle->width / 2);
  *y = rectangle->y + ((edges & TD_TEMPLATE_TOP) != 0 ? 0 : (edges & TD_TEMPLATE_BOTTOM) != 0 ? rectangle->height
                                                                                              : rectangle->height / 2);
}

static void
draw_handles (TdTemplateCanvas *self, cairo_t *cr, const char *id)
{
  TdTemplateArea area;
  cairo_rectangle_t r;

  if (self->locked || self->arranging || !td_template_draft_is_chosen (self->draft, id) || !td_template_draft_get_area (self->draft, id, &area))
    return;
  _td_template_canvas_to_pixels (self, &area, &r);
  for (guint i = 0; i < G_N_ELEMENTS (_td_template_canvas_handles); i++)
    {
      double x, y;

      if (!_td_template_canvas_is_handle (&r, _td_template_canvas_handles[i]))
        continue;
      _td_template_canvas_get_handle (&r, _td_template_canvas_handles[i], &x, &y);
      cairo_rectangle (cr, sharp (x - TD_CANVAS_HANDLE / 2.0), sharp (y - TD_CANVAS_HANDLE / 2.0), TD_CANVAS_HANDLE, TD_CANVAS_HANDLE);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill_preserve (cr);
      set_colour (cr, &chosen_colour, 1);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
}

static void
draw_boxes (TdTemplateCanvas *self, cairo_t *cr)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);
  TdTemplateArea area;

  if (td_template_draft_is_chosen (self->draft, TD_TEMPLATE_ORNAMENT) && td_template_draft_get_area (self->draft, TD_TEMPLATE_ORNAMENT, &area))
    draw_outline (self, cr, TD_TEMPLATE_ORNAMENT, &area);
  if (td_template_draft_get_area (self->draft, TD_TEMPLATE_EMBLEM, &area))
    draw_outline (self, cr, TD_TEMPLATE_EMBLEM, &area);
  for (guint i = 0; i < td_template_get_n_pictures (template); i++)
    draw_outline (self, cr, td_template_get_picture (template, i)->id, &td_template_get_picture (template, i)->area);
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    draw_outline (self, cr, td_template_get_box (template, i)->id, &td_template_get_box (template, i)->area);

  draw_handles (self, cr, TD_TEMPLATE_ORNAMENT);
  draw_handles (self, cr, TD_TEMPLATE_EMBLEM);
  for (guint i = 0; i < td_template_get_n_pictures (template); i++)
    draw_handles (self, cr, td_template_get_picture (template, i)->id);
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    draw_handles (self, cr, td_template_get_box (template, i)->id);
}

/* Lines */

static void
draw_line (TdTemplateCanvas *self, cairo_t *cr, gboolean vertical, double at, const Colour *colour)
{
  const TdTemplateArea area = { at, at, 0, 0 };
  cairo_rectangle_t r;

  _td_template_canvas_to_pixels (self, &area, &r);
  if (vertical)
    {
      cairo_move_to (cr, sharp (r.x), TD_SHEET_RULER);
      cairo_line_to (cr, sharp (r.x), gtk_widget_get_height (GTK_WIDGET (self)));
    }
  else
    {
      cairo_move_to (cr, TD_SHEET_RULER, sharp (r.y));
      cairo_line_to (cr, gtk_widget_get_width (GTK_WIDGET (self)), sharp (r.y));
    }
  set_colour (cr, colour, 0.9);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_lines (TdTemplateCanvas *self, cairo_t *cr)
{
  guint n_guides;
  const TdTemplateGuide *guides = td_template_get_guides (td_template_draft_get_template (self->draft), &n_guides);

  for (guint i = 0; i < n_guides; i++)
    draw_line (self, cr, guides[i].vertical, guides[i].at, &guide_colour);
  if (!self->drag.moved)
    return;
  if (self->drag.snap.on_x)
    draw_line (self, cr, TRUE, self->drag.snap.x, &snap_colour);
  if (self->drag.snap.on_y)
    draw_line (self, cr, FALSE, self->drag.snap.y, &snap_colour);
}

static void
draw_band (TdTemplateCanvas *self, cairo_t *cr)
{
  cairo_rectangle_t r;

  if (self->drag.kind != DRAG_BAND || !self->drag.moved)
    return;
  _td_template_canvas_to_pixels (self, &self->drag.band, &r);
  cairo_rectangle (cr, sharp (r.x), sharp (r.y), round (r.width), round (r.height));
  set_colour (cr, &chosen_colour, 0.12);
  cairo_fill_preserve (cr);
  set_colour (cr, &chosen_colour, 0.9);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_marks (TdTemplateCanvas *self, cairo_t *cr)
{
  for (guint i = 0; i + 1 < self->marks->len; i += 2)
    {
      const TdTemplateArea area = { g_array_index (self->marks, double, i), g_array_index (self->marks, double, i + 1), 0, 0 };
      cairo_rectangle_t r;

      _td_template_canvas_to_pixels (self, &area, &r);
      cairo_move_to (cr, sharp (r.x) - 9, sharp (r.y));
      cairo_line_to (cr, sharp (r.x) + 9, sharp (r.y));
      cairo_move_to (cr, sharp (r.x), sharp (r.y) - 9);
      cairo_line_to (cr, sharp (r.x), sharp (r.y) + 9);
      cairo_new_sub_path (cr);
      cairo_arc (cr, sharp (r.x), sharp (r.y), 5, 0, 2 * G_PI);
      set_colour (cr, &snap_colour, 1);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
}

static void
draw_cross (TdTemplateCanvas *self, cairo_t *cr)
{
  if (!self->picking)
    return;
  draw_line (self, cr, TRUE, self->cross[0], &snap_colour);
  draw_line (self, cr, FALSE, self->cross[1], &snap_colour);
}

/* Rulers lie over the sheet; what is chosen casts a shadow on them. */
static void
draw_rulers (TdTemplateCanvas *self, cairo_t *cr, int width, int height)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);
  double scale = _td_template_canvas_get_scale (self);
  TdTemplateArea area;
  cairo_rectangle_t r;
  GdkRGBA base = { 0.98, 0.98, 0.98, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "window_bg_color", &base);
  cairo_rectangle (cr, 0, 0, width, TD_SHEET_RULER);
  cairo_rectangle (cr, 0, 0, TD_SHEET_RULER, height);
  cairo_set_source_rgba (cr, base.red, base.green, base.blue, base.alpha);
  cairo_fill (cr);
  if (td_template_draft_get_extents (self->draft, &area))
    {
      _td_template_canvas_to_pixels (self, &area, &r);
      cairo_rectangle (cr, r.x, 0, r.width, TD_SHEET_RULER);
      cairo_rectangle (cr, 0, r.y, TD_SHEET_RULER, r.height);
      set_colour (cr, &chosen_colour, 0.25);
      cairo_fill (cr);
    }
  cairo_save (cr);
  cairo_rectangle (cr, TD_SHEET_RULER, 0, width, TD_SHEET_RULER);
  cairo_clip (cr);
  td_sheet_ruler_draw (GTK_WIDGET (self), cr, TRUE, _td_template_canvas_get_origin (self, GTK_ORIENTATION_HORIZONTAL), td_template_get_width (template), scale);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_rectangle (cr, 0, TD_SHEET_RULER, TD_SHEET_RULER, height);
  cairo_clip (cr);
  td_sheet_ruler_draw (GTK_WIDGET (self), cr, FALSE, _td_template_canvas_get_origin (self, GTK_ORIENTATION_VERTICAL), td_template_get_height (template), scale);
  cairo_restore (cr);
  cairo_rectangle (cr, 0, 0, TD_SHEET_RULER, TD_SHEET_RULER);
  cairo_set_source_rgba (cr, base.red, base.green, base.blue, base.alpha);
  cairo_fill (cr);
}

void
_td_template_canvas_draw (TdTemplateCanvas *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr;

  if (self->draft == NULL || width <= TD_SHEET_RULER || height <= TD_SHEET_RULER)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, get_drawn (self, width, height), 0, 0);
  cairo_paint (cr);
  if (!self->picking)
    draw_boxes (self, cr);
  draw_lines (self, cr);
  draw_band (self, cr);
  draw_marks (self, cr);
  draw_cross (self, cr);
  draw_rulers (self, cr, width, height);
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      cairo_rectangle (cr, 1, 1, width - 2, height - 2);
      set_colour (cr, &chosen_colour, 0.8);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}
