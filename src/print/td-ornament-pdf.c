/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ornament-pdf"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-ornament-private.h"

/* The ornament is in a PDF once, however many pages it has. While cairo writes the pages each
 * paints one tiny recording surface, which becomes one form object for all of them; cairo would
 * otherwise measure every stroke anew on every page. When the file is complete, another object of
 * the same number is put behind it: the ornament, which in turn calls a form for each motif. */

#define POINTS_PER_MM (72.0 / 25.4)
/* Cairo rounds a recording's extents up to whole points; these odd ones tell our form from others,
 * and the forms of a document from one another. */
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
      const cairo_rectangle_t extents = { 0, 0, MARK_WIDTH, MARK_HEIGHT + self->number };
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

/* Our form stands right behind the first page that has it, mostly the first of all: then only a few objects are looked
 * at. */
static guint
find_form (TdOrnament *self, TdPdfUpdate *update, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("/BBox [ 0 0 %d %u ]", MARK_WIDTH, MARK_HEIGHT + self->number);

  for (guint i = 1; i < td_pdf_update_get_n_objects (update); i++)
    {
      g_autofree char *dictionary = td_pdf_update_dup_dictionary (update, i, NULL);

      if (dictionary != NULL && strstr (dictionary, "/Subtype /Form") != NULL && strstr (dictionary, mark) != NULL)
        return i;
    }
  td_pdf_update_fail (error);
  return 0;
}

static gboolean
put_motifs (TdPdfUpdate *update, guint first, GError **error)
{
  for (TdMotif motif = 0; motif < TD_N_MOTIFS; motif++)
    {
      g_autoptr (TdPen) pen = td_pen_new_pdf ();
      g_autoptr (GBytes) plain = NULL;
      g_autofree char *dictionary = NULL;
      double left, top, right, bottom;

      td_motif_draw (pen, motif);
      td_motif_get_extents (motif, &left, &top, &right, &bottom);
      plain = td_pen_dup_pdf (pen);
      dictionary = g_strdup_printf ("/Type /XObject /Subtype /Form /BBox [ %ld %ld %ld %ld ] /Resources << >>",
                                    lround (left * TD_PEN_UNITS), lround (top * TD_PEN_UNITS),
                                    lround (right * TD_PEN_UNITS), lround (bottom * TD_PEN_UNITS));
      if (!td_pdf_update_put_stream (update, first + motif, dictionary, plain, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_ornament_write_into_pdf:
 * @self: an ornament
 * @update: a finished PDF whose pages have its placeholder
 * @error: return location
 *
 * Replaces the placeholder by the ornament, once for all pages.
 *
 * Returns: whether that was done
 */
gboolean
td_ornament_write_into_pdf (TdOrnament *self, TdPdfUpdate *update, GError **error)
{
  g_autoptr (TdPen) whole = td_pen_new_pdf ();
  g_autoptr (GString) dictionary = g_string_new ("/Type /XObject /Subtype /Form ");
  g_autoptr (GBytes) plain = NULL;
  guint form, first;
  char scale[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (self != NULL && update != NULL, FALSE);

  form = find_form (self, update, error);
  if (form == 0)
    return FALSE;
  first = td_pdf_update_reserve (update, TD_N_MOTIFS);
  if (!put_motifs (update, first, error))
    return FALSE;
  g_ascii_formatd (scale, sizeof scale, "%.8f", POINTS_PER_MM / TD_PEN_UNITS);
  _td_ornament_compose (self, whole, place_form);
  plain = td_pen_dup_pdf (whole);
  g_string_append_printf (dictionary, "/BBox [ 0 0 %ld %ld ] /Matrix [ %s 0 0 %s 0 0 ]\n   /Resources << /XObject <<",
                          lround ((self->x + self->width + 1) * TD_PEN_UNITS),
                          lround ((self->y + self->height + 1) * TD_PEN_UNITS), scale, scale);
  for (TdMotif motif = 0; motif < TD_N_MOTIFS; motif++)
    g_string_append_printf (dictionary, " /M%d %u 0 R", motif, first + motif);
  g_string_append (dictionary, " >> >>");
  return td_pdf_update_put_stream (update, form, dictionary->str, plain, error);
}
