/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reader-drawing"

#include "config.h"

#include <librsvg/rsvg.h>

#include "td-reader.h"

/* Drawings from outside, drawn once before they are taken. */

#define DRAWING_DOTS 600

/**
 * td_reader_try_drawing:
 *
 * Draws the SVG on the standard input.
 *
 * Returns: how it ended
 */
TdReaderTag
td_reader_try_drawing (void)
{
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GObject) owner = NULL;
  RsvgHandle *handle;
  const RsvgRectangle place = { 0, 0, DRAWING_DOTS, DRAWING_DOTS };
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean drawn;

  if (!g_file_get_contents ("/proc/self/fd/0", &data, &length, NULL))
    return TD_READER_DAMAGED;
  handle = rsvg_handle_new_from_data ((const guint8 *) data, length, NULL);
  owner = (GObject *) handle;
  if (handle == NULL)
    return TD_READER_DAMAGED;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, DRAWING_DOTS, DRAWING_DOTS);
  cr = cairo_create (surface);
  drawn = rsvg_handle_render_document (handle, cr, &place, NULL) && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return drawn ? TD_READER_END : TD_READER_DAMAGED;
}
