/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-picture"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>
#include <string.h>

#include "td-picture-header.h"
#include "td-picture.h"

/* Drawings are recorded at this size, and scaled as vectors from there. */
#define DRAWING 1000.0

/**
 * TdPicture:
 *
 * A picture that was looked at before (td_emblem_file_check()): dots, or the vectors of a drawing. Cairo writes
 * either into a PDF once, however often it is drawn.
 */
struct _TdPicture
{
  gatomicrefcount n_refs;
  cairo_surface_t *surface;
  double width;
  double height;
};

typedef struct
{
  const unsigned char *data;
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

static cairo_surface_t *
decode_png (GBytes *file)
{
  Source source;

  source.data = g_bytes_get_data (file, &source.left);
  return cairo_image_surface_create_from_png_stream (read_cb, &source);
}

/* Cairo has its dots in words of four bytes, the first of them not used. */
static cairo_surface_t *
make_surface (GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  const int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  for (int y = 0; y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += n_channels)
        to[x] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Which way up a camera was held is not known to whoever reads the same bytes in a PDF, and four inks are read there
 * as they are meant or the other way round. */
static gboolean
is_same_in_pdf (GdkPixbuf *pixbuf, GBytes *file)
{
  const char *orientation = gdk_pixbuf_get_option (pixbuf, "orientation");
  TdPictureHeader header;

  return (orientation == NULL || g_str_equal (orientation, "1")) && td_picture_read_header (file, &header) && (header.n_inks == 1 || header.n_inks == 3);
}

/* NULL for what cannot be decoded. */
static cairo_surface_t *
decode_jpeg (GBytes *file)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  g_autoptr (GdkPixbuf) turned = NULL;
  cairo_surface_t *surface;
  GdkPixbuf *pixbuf;
  gboolean whole;

  if (loader == NULL)
    return NULL;
  whole = gdk_pixbuf_loader_write_bytes (loader, file, NULL);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  pixbuf = whole ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf == NULL || gdk_pixbuf_get_bits_per_sample (pixbuf) != 8)
    return NULL;
  turned = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  surface = make_surface (turned);
  /* A PDF takes the file as it is: no larger, and nothing is lost once more. */
  if (is_same_in_pdf (pixbuf, file))
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, g_bytes_get_data (file, NULL), g_bytes_get_size (file),
                                 (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (file));
  return surface;
}

/* Decoding a large picture takes a quarter of a second, and an editor makes a page anew at every movement of the mouse:
 * as long as one picture of the same bytes is there, its dots are used. They never change; a surface is drawn by one
 * thread at a time, so each picture has its own over the same dots. */
typedef struct
{
  guint n_users;
  GBytes *file;
  cairo_surface_t *surface;
} Dots;

static GMutex dots_lock;
static GHashTable *all_dots; /* the file's bytes → Dots */

static void
release_dots (void *data)
{
  Dots *dots = data;
  gboolean last;

  g_mutex_lock (&dots_lock);
  last = --dots->n_users == 0;
  if (last)
    g_hash_table_remove (all_dots, dots->file);
  g_mutex_unlock (&dots_lock);
  if (!last)
    return;
  cairo_surface_destroy (dots->surface);
  g_bytes_unref (dots->file);
  g_free (dots);
}

static Dots *
find_dots (GBytes *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&dots_lock);
  Dots *dots = all_dots != NULL ? g_hash_table_lookup (all_dots, file) : NULL;

  if (dots != NULL)
    dots->n_users++;
  return dots;
}

/* Takes @surface; when another thread was faster, its dots are taken. */
static Dots *
keep_dots (GBytes *file, cairo_surface_t *surface)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&dots_lock);
  Dots *dots;

  if (all_dots == NULL)
    all_dots = g_hash_table_new (NULL, NULL);
  dots = g_hash_table_lookup (all_dots, file);
  if (dots != NULL)
    cairo_surface_destroy (surface);
  else
    {
      dots = g_new0 (Dots, 1);
      dots->file = g_bytes_ref (file);
      dots->surface = surface;
      g_hash_table_insert (all_dots, file, dots);
    }
  dots->n_users++;
  return dots;
}

static gboolean
load_dots (TdPicture *self, GBytes *file, gboolean jpeg)
{
  static const cairo_user_data_key_t key;
  Dots *dots = find_dots (file);
  cairo_surface_t *surface = dots != NULL ? dots->surface : jpeg ? decode_jpeg (file)
                                                                 : decode_png (file);
  const unsigned char *as_it_is = NULL;
  unsigned long length;

  if (surface == NULL || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return FALSE;
    }
  if (dots == NULL)
    dots = keep_dots (file, surface);
  self->width = cairo_image_surface_get_width (dots->surface);
  self->height = cairo_image_surface_get_height (dots->surface);
  self->surface = cairo_image_surface_create_for_data (cairo_image_surface_get_data (dots->surface), cairo_image_surface_get_format (dots->surface),
                                                       (int) self->width, (int) self->height, cairo_image_surface_get_stride (dots->surface));
  cairo_surface_set_user_data (self->surface, &key, dots, release_dots);
  cairo_surface_get_mime_data (dots->surface, CAIRO_MIME_TYPE_JPEG, &as_it_is, &length);
  if (as_it_is != NULL)
    cairo_surface_set_mime_data (self->surface, CAIRO_MIME_TYPE_JPEG, as_it_is, length, (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (file));
  return TRUE;
}

/* How a drawing's sides are to one another: a drawing whose size is in per cent has a view box. */
static gboolean
get_shape (RsvgHandle *handle, double *width, double *height)
{
  gboolean has_width, has_height, has_box;
  RsvgLength wide, high;
  RsvgRectangle box;

  if (rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height) && *width > 0 && *height > 0)
    return TRUE;
  rsvg_handle_get_intrinsic_dimensions (handle, &has_width, &wide, &has_height, &high, &has_box, &box);
  *width = box.width;
  *height = box.height;
  return has_box && box.width > 0 && box.height > 0;
}

static gboolean
load_drawing (TdPicture *self, GBytes *file, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  /* No base: what is not in the file is nowhere. */
  RsvgHandle *handle = rsvg_handle_new_from_data (data, length, error);
  g_autoptr (GObject) owner = (GObject *) handle;
  RsvgRectangle viewport = { 0 };
  cairo_t *cr;
  gboolean drawn;

  if (handle == NULL)
    return FALSE;
  if (!get_shape (handle, &self->width, &self->height) || !(self->width / self->height > 0.05 && self->width / self->height < 20))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The drawing does not say how large it is."));
      return FALSE;
    }
  viewport.width = DRAWING;
  viewport.height = DRAWING * self->height / self->width;
  self->width = viewport.width;
  self->height = viewport.height;
  self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t){ 0, 0, viewport.width, viewport.height });
  cr = cairo_create (self->surface);
  drawn = rsvg_handle_render_document (handle, cr, &viewport, error);
  cairo_destroy (cr);
  return drawn;
}

/**
 * td_picture_new:
 * @file: a picture that td_emblem_file_check() has let pass, or td_template_picture_judge()
 * @format: "png", "jpeg" or "svg"
 * @error: return location
 *
 * Returns: (transfer full): the picture, or %NULL when it cannot be drawn
 */
TdPicture *
td_picture_new (GBytes *file, const char *format, GError **error)
{
  g_autoptr (TdPicture) self = g_new0 (TdPicture, 1);
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (file != NULL && format != NULL, NULL);

  g_atomic_ref_count_init (&self->n_refs);
  if (g_str_equal (format, "svg") ? load_drawing (self, file, &local) : load_dots (self, file, g_str_equal (format, "jpeg")))
    return g_steal_pointer (&self);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", local != NULL ? local->message : _ ("The picture is damaged."));
  return NULL;
}

/**
 * td_picture_ref:
 * @self: a picture; it is drawn by one thread at a time
 *
 * Returns: (transfer full): it
 */
TdPicture *
td_picture_ref (TdPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * td_picture_unref:
 * @self: (transfer full): a picture
 */
void
td_picture_unref (TdPicture *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

/**
 * td_picture_get_size:
 * @self: a picture
 * @width: (out): as it is looked at: its dots; of a drawing in any unit
 * @height: (out): the same
 */
void
td_picture_get_size (TdPicture *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * td_picture_draw:
 * @self: a picture
 * @cr: where to draw
 * @x: of its place
 * @y: of its place
 * @width: of its place
 * @height: of its place
 *
 * Draws it as large as its place allows, in the middle, with its sides as they are to one another.
 */
void
td_picture_draw (TdPicture *self, cairo_t *cr, double x, double y, double width, double height)
{
  double scale;

  g_return_if_fail (self != NULL && cr != NULL);

  scale = MIN (width / self->width, height / self->height);
  cairo_save (cr);
  cairo_translate (cr, x + (width - self->width * scale) / 2, y + (height - self->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
