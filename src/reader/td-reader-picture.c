/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reader-picture"

#include "config.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <poppler.h>
#include <string.h>
#include <unistd.h>
#include <zbar.h>

#include "td-reader.h"

/* QR codes on scans and photos: gdk-pixbuf, which the window uses anyway, decodes the picture, poppler the
 * PDF that many scanners make of a page, zbar finds the codes. */

/* An A3 page at 600 dots to the inch has 70 million. */
#define MOST_DOTS (100 * 1000 * 1000)

/* How pages of a PDF are looked at, and how many of them. */
#define PAGE_DPI   300.0
#define MOST_PAGES 20

#define MOST_PDF (64 * 1024 * 1024)

/* Below this a picture is not made smaller any more. */
#define LEAST_EDGE 200

typedef struct
{
  guint8 *dots; /* luminance, one byte each */
  guint width;
  guint height;
} Grey;

static void
size_cb (GdkPixbufLoader *loader, int width, int height, gboolean *too_large)
{
  if ((gint64) width * height <= MOST_DOTS)
    return;
  *too_large = TRUE;
  gdk_pixbuf_loader_set_size (loader, 0, 0); /* only the head of the file is read */
}

static gboolean
feed (GdkPixbufLoader *loader, const gboolean *too_large)
{
  static guint8 buffer[65536];

  lseek (STDIN_FILENO, 0, SEEK_SET);
  while (!*too_large)
    {
      gssize n = read (STDIN_FILENO, buffer, sizeof buffer);

      if (n == 0)
        return TRUE;
      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0 && !gdk_pixbuf_loader_write (loader, buffer, n, NULL))
        return FALSE;
    }
  return FALSE;
}

/* What is transparent is paper. */
static Grey
make_grey (GdkPixbuf *pixbuf)
{
  const guint n = gdk_pixbuf_get_n_channels (pixbuf);
  const gboolean alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  Grey grey = { NULL, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf) };

  grey.dots = g_malloc ((gsize) grey.width * grey.height);
  for (guint y = 0; y < grey.height; y++)
    {
      const guint8 *p = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint8 *to = grey.dots + (gsize) y * grey.width;

      for (guint x = 0; x < grey.width; x++, p += n)
        {
          guint light = (p[0] * 77 + p[1] * 151 + p[2] * 28) >> 8;

          to[x] = alpha ? 255 - ((255 - light) * p[3]) / 255 : light;
        }
    }
  return grey;
}

/* Half as large: what is blurred or speckled is often read better so. */
static void
halve (Grey *grey)
{
  guint width = grey->width / 2, height = grey->height / 2;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        const guint8 *p = grey->dots + (gsize) (2 * y) * grey->width + 2 * x;

        /* What is written lies before what is read. */
        grey->dots[(gsize) y * width + x] = (p[0] + p[1] + p[grey->width] + p[grey->width + 1] + 2) / 4;
      }
  grey->width = width;
  grey->height = height;
}

/* Tells each code once, however often it is found. */
static guint
find_codes (zbar_image_scanner_t *scanner, const Grey *grey, GHashTable *told)
{
  zbar_image_t *image = zbar_image_create ();
  guint n = 0;

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, grey->width, grey->height);
  zbar_image_set_data (image, grey->dots, (gsize) grey->width * grey->height, NULL);
  zbar_scan_image (scanner, image);
  for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL; symbol = zbar_symbol_next (symbol))
    {
      const char *text = zbar_symbol_get_data (symbol);

      if (zbar_symbol_get_type (symbol) != ZBAR_QRCODE || text == NULL)
        continue;
      n++;
      if (g_hash_table_add (told, g_strdup (text)))
        td_reader_put (TD_READER_CODE, 0, text);
    }
  zbar_image_destroy (image);
  return n;
}

static void
find_at_every_size (Grey *grey)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  while (find_codes (scanner, grey, told) == 0 && MIN (grey->width, grey->height) > 2 * LEAST_EDGE)
    halve (grey);
  zbar_image_scanner_destroy (scanner);
}

/* A page as a scanner would see it again. */
static gboolean
render (PopplerPage *page, Grey *grey)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean ok;

  poppler_page_get_size (page, &width, &height);
  width = ceil (width * PAGE_DPI / 72);
  height = ceil (height * PAGE_DPI / 72);
  if (!(width >= 1 && height >= 1 && width * height <= MOST_DOTS))
    return FALSE;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PAGE_DPI / 72, PAGE_DPI / 72);
  poppler_page_render (page, cr);
  ok = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  *grey = (Grey){ g_malloc ((gsize) width * (gsize) height), (guint) width, (guint) height };
  for (guint y = 0; ok && y < grey->height; y++)
    {
      const guint32 *p = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface));

      for (guint x = 0; x < grey->width; x++)
        grey->dots[(gsize) y * grey->width + x] = ((p[x] >> 16 & 255) * 77 + (p[x] >> 8 & 255) * 151 + (p[x] & 255) * 28) >> 8;
    }
  cairo_surface_destroy (surface);
  if (!ok)
    g_free (grey->dots);
  return ok;
}

static GBytes *
read_all (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  lseek (STDIN_FILENO, 0, SEEK_SET);
  while (bytes->len <= MOST_PDF && (n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, n);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
look_at_page (PopplerDocument *document, int n)
{
  PopplerPage *page = poppler_document_get_page (document, n);
  Grey grey;
  gboolean ok = page != NULL && render (page, &grey);

  if (ok)
    {
      find_at_every_size (&grey);
      g_free (grey.dots);
    }
  g_clear_object (&page);
  return ok;
}

static TdReaderTag
read_pdf (void)
{
  g_autoptr (GBytes) bytes = read_all ();
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  int n_pages = document != NULL ? poppler_document_get_n_pages (document) : 0;
  guint n_seen = 0;

  for (int n = 0; n < MIN (n_pages, MOST_PAGES); n++)
    n_seen += look_at_page (document, n);
  g_clear_object (&document);
  return n_seen > 0 ? TD_READER_END : TD_READER_DAMAGED;
}

static gboolean
is_pdf (void)
{
  char head[5] = { 0 };

  return read (STDIN_FILENO, head, sizeof head) == (gssize) sizeof head && memcmp (head, "%PDF-", sizeof head) == 0;
}

static TdReaderTag
read_pixbuf (void)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean too_large = FALSE;
  GdkPixbuf *pixbuf;
  gboolean ok;
  Grey grey;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), &too_large);
  ok = feed (loader, &too_large);
  ok = gdk_pixbuf_loader_close (loader, NULL) && ok;
  if (too_large)
    return TD_READER_TOO_LARGE;
  pixbuf = ok ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf == NULL || gdk_pixbuf_get_bits_per_sample (pixbuf) != 8)
    return TD_READER_DAMAGED;
  grey = make_grey (pixbuf);
  find_at_every_size (&grey);
  g_free (grey.dots);
  return TD_READER_END;
}

/**
 * td_reader_read_picture:
 *
 * Reads the picture or PDF on the standard input and tells the texts of the codes on it.
 *
 * Returns: how it ended
 */
TdReaderTag
td_reader_read_picture (void)
{
  return is_pdf () ? read_pdf () : read_pixbuf ();
}
