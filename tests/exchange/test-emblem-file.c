/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <string.h>

#include "td-emblem-file.h"

/* Drawings as other programs write them; what is refused stands in the test of bad input. */

#define SVG(content) "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>" content "</svg>"

static void
test_drawings (void)
{
  static const struct
  {
    const char *text;
    gboolean taken;
  } cases[] = {
    { SVG ("<path d='M0 0L9 9'/>"), TRUE },
    { "<?xml version='1.0' standalone='no'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n" SVG ("<path d='M0 0L9 9'/>"), TRUE },
    { "<!-- drawn by hand -->" SVG ("<title>Quốc huy</title><desc>x</desc><metadata><a xmlns='urn:a'>b</a></metadata><g id='g'><path d='M0 0L9 9'/></g>"), TRUE },
    { SVG ("<sodipodi:namedview xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' id='base' onload='1'/><rect width='1' height='1'/>"), TRUE },
    { SVG ("<defs><linearGradient id='a'><stop offset='0' stop-color='red'/></linearGradient><radialGradient id='b' xlink:href='#a'/>"
           "<clipPath id='c'><circle r='3'/></clipPath></defs><g clip-path='url(#c)' style='fill:url( #b )'><use xlink:href='#d'/><ellipse id='d' rx='1' ry='2'/></g>"),
      TRUE },
    { SVG ("<style>.a { fill: #c00 }</style><polygon class='a' points='0,0 1,1 0,1'/>"), TRUE },
    { SVG ("<style>.a { fill: url(\"http://127.0.0.1/\") }</style>"), FALSE },
    { SVG ("<path style='fill:u\\72l(http://127.0.0.1/)'/>"), FALSE },
    { SVG ("<image/>"), FALSE },
    { "<html xmlns='http://www.w3.org/1999/xhtml'>svg</html>", FALSE },
    { "svg", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      const char *format = td_emblem_file_check (file, NULL, &error);

      g_test_message ("case %u: %s", i, error != NULL ? error->message : format);
      g_assert_cmpstr (format, ==, cases[i].taken ? "svg" : NULL);
      if (!cases[i].taken)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static cairo_status_t
keep_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
test_dots (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 3, 4);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;

  cairo_surface_write_to_png_stream (surface, keep_cb, png);
  cairo_surface_destroy (surface);
  file = g_byte_array_free_to_bytes (g_steal_pointer (&png));
  g_assert_cmpstr (td_emblem_file_check (file, NULL, &error), ==, "png");
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emblem-file/drawings", test_drawings);
  g_test_add_func ("/emblem-file/dots", test_dots);
  return g_test_run ();
}
