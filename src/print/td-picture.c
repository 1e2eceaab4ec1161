/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-picture"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-picture.h"

typedef struct
{
  const guint8 *data;
  gsize left;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/**
 * td_picture_decode:
 * @png: a PNG file whose header was judged (td_picture_read_header()): this takes four bytes for each pixel
 * @error: return location
 *
 * Returns: (transfer full): an image surface, or %NULL when the file is damaged
 */
cairo_surface_t *
td_picture_decode (GBytes *png, GError **error)
{
  gsize length;
  Source source = { g_bytes_get_data (png, &length), 0 };
  cairo_surface_t *surface;

  source.left = length;
  surface = cairo_image_surface_create_from_png_stream (read_cb, &source);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The picture is damaged."));
  return NULL;
}

/**
 * td_picture_draw:
 * @picture: an image surface
 * @cr: where to draw, in millimetres
 * @x: of the place
 * @y: of the place
 * @width: of the place
 * @height: of the place
 *
 * Draws a picture as large as it fits, in its own proportions, in the middle of its place.
 */
void
td_picture_draw (cairo_surface_t *picture, cairo_t *cr, double x, double y, double width, double height)
{
  double picture_width = cairo_image_surface_get_width (picture);
  double picture_height = cairo_image_surface_get_height (picture);
  double scale = MIN (width / picture_width, height / picture_height);

  cairo_save (cr);
  cairo_translate (cr, x + (width - picture_width * scale) / 2, y + (height - picture_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
