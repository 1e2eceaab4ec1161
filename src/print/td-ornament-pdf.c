/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ornament-pdf"

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "td-ornament-private.h"

/* The ornament is in a PDF once, however many pages it has. While cairo writes the pages each
 * paints one tiny recording surface, which becomes one form object for all of them; cairo would
 * otherwise measure every stroke anew on every page. When the file is complete, an incremental
 * update (ISO 32000-1, 7.5.6) puts another object of the same number behind it: the ornament, which
 * in turn calls a form for each motif. */

#define POINTS_PER_MM (72.0 / 25.4)
/* Cairo rounds a recording's extents up to whole points; these odd ones tell our form from others. */
#define MARK_WIDTH  1709
#define MARK_HEIGHT 1213

/**
 * td_ornament_draw_placeholder:
 * @self: an ornament
 * @cr: a page of a PDF, user space in millimetres of the sheet
 *
 * Paints what td_ornament_write_into_pdf() will replace.
 */
void
td_ornament_draw_placeholder (TdOrnament *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  if (self->placeholder == NULL)
    {
      const cairo_rectangle_t extents = { 0, 0, MARK_WIDTH, MARK_HEIGHT };
      cairo_t *inner;

      self->placeholder = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
      inner = cairo_create (self->placeholder);
      cairo_set_source_rgb (inner, 1, 1, 1);
      cairo_rectangle (inner, 0, 0, 0.25, 0.25);
      cairo_fill (inner);
      cairo_destroy (inner);
    }
  cairo_save (cr);
  cairo_scale (cr, 1 / POINTS_PER_MM, 1 / POINTS_PER_MM);
  cairo_set_source_surface (cr, self->placeholder, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static GBytes *
compress (GBytes *plain, GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
place_form (TdPen *pen, TdMotif motif)
{
  cairo_matrix_t m;
  double values[6];

  cairo_get_matrix (pen->cr, &m);
  values[0] = m.xx / TD_PEN_UNITS;
  values[1] = m.yx / TD_PEN_UNITS;
  values[2] = m.xy / TD_PEN_UNITS;
  values[3] = m.yy / TD_PEN_UNITS;
  values[4] = m.x0;
  values[5] = m.y0;
  g_string_append (pen->pdf, "q ");
  for (guint i = 0; i < 6; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      if (fabs (values[i]) < 1e-6)
        values[i] = 0;
      /* %.5f, not %g: PDF knows no exponents. */
      g_string_append_printf (pen->pdf, "%s ", g_ascii_formatd (buffer, sizeof buffer, i < 4 ? "%.5f" : "%.1f", values[i]));
    }
  g_string_append_printf (pen->pdf, "cm /M%d Do Q\n", motif);
}

/* The end of a PDF that cairo has finished. */
typedef struct
{
  int fd;
  goffset size;
  goffset xref;
  guint n_objects;
  guint root;
  guint info;
  guint form; /* number of our form's object */
} PdfEnd;

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The PDF is not laid out as cairo writes it");
  return FALSE;
}

static gboolean
read_at (int fd, goffset offset, char *buffer, gsize size, gsize *got)
{
  gssize n;

  do
    n = pread (fd, buffer, size - 1, offset);
  while (n < 0 && errno == EINTR);
  buffer[MAX (n, 0)] = '\0';
  *got = MAX (n, 0);
  return n > 0;
}

static gboolean
read_end (PdfEnd *end, GError **error)
{
  char tail[1024];
  gsize got;
  const char *start, *trailer;
  guint64 offset;

  end->size = lseek (end->fd, 0, SEEK_END);
  if (end->size <= 0 || !read_at (end->fd, MAX (0, end->size - 600), tail, sizeof tail, &got))
    return fail (error);
  start = g_strrstr_len (tail, got, "startxref");
  trailer = g_strrstr_len (tail, got, "trailer");
  if (start == NULL || trailer == NULL
      || sscanf (start, "startxref %" G_GUINT64_FORMAT, &offset) != 1
      || sscanf (trailer, "trailer << /Size %u /Root %u 0 R /Info %u 0 R", &end->n_objects, &end->root, &end->info) != 3)
    return fail (error);
  end->xref = (goffset) offset;
  return TRUE;
}

/* Our form stands right behind the first page, so only a few objects are looked at. */
static gboolean
find_form (PdfEnd *end, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("/BBox [ 0 0 %d %d ]", MARK_WIDTH, MARK_HEIGHT);
  char buffer[512];
  gsize got;
  goffset entries;
  int skip = 0;

  if (!read_at (end->fd, end->xref, buffer, 64, &got) || sscanf (buffer, "xref 0 %*u%n", &skip) != 0 || skip == 0)
    return fail (error);
  entries = end->xref + skip;
  while (g_ascii_isspace (buffer[entries - end->xref]))
    entries++;
  for (guint i = 1; i < end->n_objects; i++)
    {
      guint64 offset;
      guint number;
      char *stop;

      if (!read_at (end->fd, entries + (goffset) 20 * i, buffer, 21, &got) || got != 20)
        return fail (error);
      offset = g_ascii_strtoull (buffer, NULL, 10);
      if (buffer[17] != 'n' || !read_at (end->fd, (goffset) offset, buffer, sizeof buffer, &got))
        continue;
      stop = g_strstr_len (buffer, got, "stream");
      /* what follows may be another object's */
      if (stop == NULL || g_strstr_len (buffer, stop - buffer, "endobj") != NULL || sscanf (buffer, "%u 0 obj", &number) != 1 || number != i)
        continue;
      if (g_strstr_len (buffer, stop - buffer, "/Subtype /Form") != NULL
          && g_strstr_len (buffer, stop - buffer, mark) != NULL)
        {
          end->form = i;
          return TRUE;
        }
    }
  return fail (error);
}

static gboolean
append_form (GString *out, goffset base, guint number, const char *dictionary, TdPen *pen, goffset *offset, GError **error)
{
  g_autoptr (GBytes) plain = td_pen_dup_pdf (pen);
  g_autoptr (GBytes) packed = compress (plain, error);

  if (packed == NULL)
    return FALSE;
  *offset = base + out->len;
  g_string_append_printf (out, "%u 0 obj\n<< /Type /XObject /Subtype /Form %s\n   /Filter /FlateDecode /Length %" G_GSIZE_FORMAT " >>\nstream\n",
                          number, dictionary, g_bytes_get_size (packed));
  g_string_append_len (out, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  g_string_append (out, "\nendstream\nendobj\n");
  return TRUE;
}

static gboolean
append_objects (TdOrnament *self, const PdfEnd *end, GString *out, goffset *offsets, GError **error)
{
  g_autoptr (TdPen) whole = td_pen_new_pdf ();
  g_autoptr (GString) dictionary = g_string_new (NULL);
  char scale[G_ASCII_DTOSTR_BUF_SIZE];

  for (TdMotif motif = 0; motif < TD_N_MOTIFS; motif++)
    {
      g_autoptr (TdPen) pen = td_pen_new_pdf ();
      g_autofree char *box = NULL;
      double left, top, right, bottom;

      td_motif_draw (pen, motif);
      td_motif_get_extents (motif, &left, &top, &right, &bottom);
      box = g_strdup_printf ("/BBox [ %ld %ld %ld %ld ] /Resources << >>",
                             lround (left * TD_PEN_UNITS), lround (top * TD_PEN_UNITS),
                             lround (right * TD_PEN_UNITS), lround (bottom * TD_PEN_UNITS));
      if (!append_form (out, end->size, end->n_objects + motif, box, pen, &offsets[motif + 1], error))
        return FALSE;
    }
  g_ascii_formatd (scale, sizeof scale, "%.8f", POINTS_PER_MM / TD_PEN_UNITS);
  _td_ornament_compose (self, whole, place_form);
  g_string_append_printf (dictionary, "/BBox [ 0 0 %ld %ld ] /Matrix [ %s 0 0 %s 0 0 ]\n   /Resources << /XObject <<",
                          lround ((self->x + self->width + 1) * TD_PEN_UNITS),
                          lround ((self->y + self->height + 1) * TD_PEN_UNITS), scale, scale);
  for (TdMotif motif = 0; motif < TD_N_MOTIFS; motif++)
    g_string_append_printf (dictionary, " /M%d %u 0 R", motif, end->n_objects + motif);
  g_string_append (dictionary, " >> >>");
  return append_form (out, end->size, end->form, dictionary->str, whole, &offsets[0], error);
}

static gboolean
write_all (int fd, goffset at, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = pwrite (fd, data, length, at);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int code = errno;

          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
          return FALSE;
        }
      data += n;
      at += n;
      length -= n;
    }
  return TRUE;
}

/**
 * td_ornament_write_into_pdf:
 * @self: an ornament
 * @fd: a PDF whose pages have its placeholder, open for reading and writing
 * @error: return location
 *
 * Replaces the placeholder by the ornament, once for all pages. What is there stays untouched;
 * some kilobytes are put behind it.
 *
 * Returns: whether that was done
 */
gboolean
td_ornament_write_into_pdf (TdOrnament *self, int fd, GError **error)
{
  g_autoptr (GString) out = g_string_new ("\n");
  PdfEnd end = { fd };
  goffset offsets[TD_N_MOTIFS + 1];
  goffset xref;

  g_return_val_if_fail (self != NULL && fd >= 0, FALSE);

  if (!read_end (&end, error) || !find_form (&end, error) || !append_objects (self, &end, out, offsets, error))
    return FALSE;
  xref = end.size + out->len;
  g_string_append_printf (out, "xref\n%u 1\n%010" G_GOFFSET_FORMAT " 00000 n \n%u %d\n",
                          end.form, offsets[0], end.n_objects, TD_N_MOTIFS);
  for (guint i = 1; i <= TD_N_MOTIFS; i++)
    g_string_append_printf (out, "%010" G_GOFFSET_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (out, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GOFFSET_FORMAT "\n>>\nstartxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n",
                          end.n_objects + TD_N_MOTIFS, end.root, end.info, end.xref, xref);
  return write_all (fd, end.size, out->str, out->len, error);
}
