/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reader-picture"

#include "config.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <unistd.h>
#include <zbar.h>

#include "td-reader.h"

/* QR codes on scans and photos: gdk-pixbuf, which the window uses anyway, decodes the picture, zbar
 * finds the codes. */

/* An A3 page at 600 dots to the inch has 70 million. */
#define MOST_DOTS (100 * 1000 * 1000)

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

/**
 * td_reader_read_picture:
 *
 * Reads the picture on the standard input and tells the texts of the codes on it.
 *
 * Returns: how it ended
 */
TdReaderTag
td_reader_read_picture (void)
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
