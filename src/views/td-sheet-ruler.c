/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-sheet-ruler"

#include "config.h"

#include "td-sheet-ruler.h"

/* Rulers in millimetres above and beside a sheet on the screen. */

#define RULER        TD_SHEET_RULER
#define DEFAULT_PPMM 3.78 /* px per mm when the monitor does not say */

/**
 * td_sheet_ruler_get_true_scale:
 * @widget: where a sheet is shown
 *
 * Returns: pixels per millimetre at true scale, where the monitor knows its size; virtual ones claim nonsense
 */
double
td_sheet_ruler_get_true_scale (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  GdkRectangle area;
  double scale;

  if (monitor == NULL || gdk_monitor_get_width_mm (monitor) <= 0)
    return DEFAULT_PPMM;
  gdk_monitor_get_geometry (monitor, &area);
  scale = (double) area.width / gdk_monitor_get_width_mm (monitor);
  return scale >= 2 && scale <= 12 ? scale : DEFAULT_PPMM;
}

static void
draw_tick (cairo_t *cr, gboolean horizontal, double at, double length)
{
  if (horizontal)
    {
      cairo_move_to (cr, at, RULER);
      cairo_line_to (cr, at, RULER - length);
    }
  else
    {
      cairo_move_to (cr, RULER, at);
      cairo_line_to (cr, RULER - length, at);
    }
}

static void
draw_number (GtkWidget *widget, cairo_t *cr, gboolean horizontal, double at, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (RULER * PANGO_SCALE / 2)); /* the ruler does not grow with the text */
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  cairo_save (cr);
  if (horizontal)
    cairo_move_to (cr, at + 2, 0);
  else
    {
      cairo_move_to (cr, 0, at - 2);
      cairo_rotate (cr, -G_PI_2);
    }
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

/**
 * td_sheet_ruler_draw:
 * @widget: whose font and colour it has
 * @cr: where to draw, in pixels; the ruler keeps to the left or upper edge
 * @horizontal: whether it lies above the sheet
 * @origin: where the sheet's edge is, in pixels
 * @length: of the sheet, in millimetres
 * @scale: pixels per millimetre
 */
void
td_sheet_ruler_draw (GtkWidget *widget, cairo_t *cr, gboolean horizontal, double origin, double length, double scale)
{
  const int small = scale >= 2.5 ? 1 : scale >= 1 ? 5
                                                  : 10;
  const int numbered = scale >= 2.5 ? 10 : scale >= 1 ? 20
                                                      : 50;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cairo_set_line_width (cr, 1);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.45);
  for (int mm = 0; mm <= length + 0.5; mm += small)
    draw_tick (cr, horizontal, (int) (origin + mm * scale) + 0.5, mm % numbered == 0 ? 9 : mm % 10 == 0 ? 6
                                                                                                        : 3);
  cairo_stroke (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.7);
  for (int mm = 0; mm <= length + 0.5; mm += numbered)
    draw_number (widget, cr, horizontal, origin + mm * scale, mm);
}
